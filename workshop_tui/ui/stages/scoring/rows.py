"""What scoring shows before a reveal: drafts as rows, what is asked of them, who is waited for.

A round that is open is drawn from the names of its voters alone: no ballot comes here before the
Room has revealed it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from workshop_tui.domain.rounds import CRITERIA, Round, RoundDraft
from workshop_tui.domain.scoring import find_number
from workshop_tui.domain.setup import name_of
from workshop_tui.domain.tally import scores_on, spread
from workshop_tui.ui.look import DIM, DONE, GOOD, STRONG, fitted, fitted_right, plain
from workshop_tui.ui.stages.scoring.drawing import MOST_FOR_A_NAME, Drawing
from workshop_tui.ui.widgets.rows import Row

MARKS: Final = ("1", "2", "3a", "3b")
"""What the facilitator calls the criteria, in the order of the four scores of a card."""
MARK_WIDTH: Final = 4
LEAST_FOR_A_NAME: Final = 20
BETWEEN_NAMES: Final = 2
ABSENT: Final = "–"


@dataclass(frozen=True, slots=True)
class Waiting:
    """The open round as everybody may see it: who is done, never how.

    scored: voter -> on how many drafts this person's ballot is in.
    """

    waited_for: tuple[str, ...]
    absent: tuple[str, ...]
    scored: Mapping[str, int]


def draft_rows(drafts: Sequence[RoundDraft], shown: Round | None, drawing: Drawing) -> list[Row]:
    """A row per draft: number, sign of the chosen one, text, its widest spread once revealed."""
    outcome = drawing.session.scoring.outcome
    chosen = outcome.draft if outcome else ""
    return [
        Row(
            scored.draft,
            (
                Content(str(find_number(scored.draft))),
                Content.styled(DONE, GOOD) if scored.draft == chosen else Content(""),
                plain(scored.text),
                Content(_widest_spread(shown, scored.draft)),
            ),
        )
        for scored in drafts
    ]


def _widest_spread(shown: Round | None, draft: str) -> str:
    if shown is None or not shown.is_revealed:
        return ""
    return str(max(spread(scores_on(shown.ballots, draft, each)) for each in CRITERIA))


def question_lines(drawing: Drawing) -> list[Content]:
    """What is asked of each draft, in the order of a card, and the scale in words."""
    asked = [
        Content.styled(mark.ljust(MARK_WIDTH), DIM)
        + Content(drawing.said(f"scoring_view.ask_verdict.{criterion}"))
        for mark, criterion in zip(MARKS, CRITERIA, strict=True)
    ]
    scale = Content.styled(drawing.said("scoring_view.scale"), DIM)
    return [*asked, scale.pad_left(MARK_WIDTH)]


def waiting_lines(opened: Round, waiting: Waiting, width: int, drawing: Drawing) -> list[Content]:
    """What is asked, all voters in the order of the roster, how far along, then who is waited for.

    width: cells of the pane; voters stand in as many columns as it takes.
    """
    setup = drawing.session.setup
    names = ", ".join(name_of(setup, voter) for voter in waiting.waited_for)
    if names:
        heading = plain(drawing.said("scoring_view.waiting_for", names=names), STRONG)
    else:
        heading = Content.styled(drawing.said("scoring_view.all_in"), STRONG)
    return [
        *question_lines(drawing),
        Content(""),
        *_in_columns(_voters(opened, waiting, drawing), width),
        Content(""),
        # Last, because it grows shorter with every ballot and nothing beneath it may move.
        heading,
    ]


def _voters(opened: Round, waiting: Waiting, drawing: Drawing) -> list[Content]:
    setup = drawing.session.setup
    names = [plain(name_of(setup, voter)).cell_length for voter in opened.voters]
    longest = min(max(names, default=0), MOST_FOR_A_NAME)
    return [_voter(voter, opened, waiting, longest, drawing) for voter in opened.voters]


def _voter(voter: str, opened: Round, waiting: Waiting, longest: int, drawing: Drawing) -> Content:
    """Who is done, absent, or done on how many drafts; then the name, of `longest` cells at most.

    The signs have a column of their own, so that no name moves when a card comes in.
    """
    every = len(opened.drafts)
    scored = waiting.scored.get(voter, 0)
    is_absent = voter in waiting.absent
    sign = Content("")
    if is_absent:
        sign = Content.styled(ABSENT, DIM)
    elif voter not in waiting.waited_for:
        sign = Content.styled(DONE, GOOD)
    elif scored:
        sign = Content.styled(f"{scored}/{every}", DIM)
    name = plain(name_of(drawing.session.setup, voter), DIM if is_absent else "")
    return fitted_right(sign, len(f"{every}/{every}")) + Content(" ") + fitted(name, longest)


def _in_columns(cells: Sequence[Content], width: int) -> list[Content]:
    """The cells from left to right, line by line, in columns of one width."""
    if not cells:
        return []
    column = max(LEAST_FOR_A_NAME, *(cell.cell_length + BETWEEN_NAMES for cell in cells))
    across = max(1, (width + BETWEEN_NAMES) // column)
    return [
        Content("").join(fitted(cell, column) for cell in cells[place : place + across]).rstrip()
        for place in range(0, len(cells), across)
    ]
