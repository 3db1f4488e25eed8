"""The rounds of one draft side by side, and who moved where the group votes by name."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from workshop_tui.domain.rounds import CRITERIA, Criterion, Round
from workshop_tui.domain.scoring import find_number, round_number
from workshop_tui.domain.setup import name_of
from workshop_tui.domain.tally import (
    SCALE,
    Move,
    abstentions,
    distribution,
    moves,
    rounds_of,
    scores_on,
    spread,
)
from workshop_tui.ui.look import DIM, STRONG, fitted, fitted_right, plain
from workshop_tui.ui.stages.scoring.drawing import Drawing

NOBODY: Final = "·"
COUNT_WIDTH: Final = 3
SPREAD_WIDTH: Final = 9
GAP: Final = 3
ROUND_WIDTH: Final = COUNT_WIDTH * len(SCALE) + SPREAD_WIDTH + GAP


def compared_lines(draft: str, width: int, drawing: Drawing) -> list[Content]:
    """How many gave each score, round beside round; as many of the latest as the width takes."""
    label = drawing.longest_criterion
    all_rounds = rounds_of(drawing.session.scoring, draft)
    rounds = _latest(all_rounds, width, label)
    title = drawing.said("scoring_view.compared", len(all_rounds), number=find_number(draft))
    counted = [Content.styled(_ballots(each, draft, drawing), DIM) for each in rounds]
    return [
        Content.styled(title, STRONG),
        Content(""),
        *counts_of_rounds(draft, width, drawing),
        _beside(counted, label),
        Content(""),
        *_who_moved(rounds, draft, drawing),
    ]


def counts_of_rounds(draft: str, width: int, drawing: Drawing) -> tuple[Content, ...]:
    """The rounds side by side in counts alone, for all to see: two headings, then the criteria."""
    label = drawing.longest_criterion
    rounds = _latest(rounds_of(drawing.session.scoring, draft), width, label)
    lines = _headings(rounds, draft, label, drawing)
    for criterion in CRITERIA:
        cells = [_counts(each, draft, criterion) for each in rounds]
        lines.append(fitted(Content(drawing.short(criterion)), label) + Content("").join(cells))
    return tuple(line.rstrip() for line in lines)


def _latest(rounds: Sequence[Round], width: int, label: int) -> Sequence[Round]:
    """As many of the latest as the width takes; behind the last there is no gap."""
    return rounds[-max(1, (width + GAP - label) // ROUND_WIDTH) :]


def _headings(rounds: Sequence[Round], draft: str, label: int, drawing: Drawing) -> list[Content]:
    """Round and version, then the scale."""
    names = []
    for each in rounds:
        version = next(scored.version for scored in each.drafts if scored.draft == draft)
        number = round_number(drawing.session.scoring, each)
        names.append(Content(drawing.said("scoring_view.round_of", number=number, version=version)))
    scale = Content("").join(fitted_right(Content(str(score)), COUNT_WIDTH) for score in SCALE)
    apart = fitted_right(Content(drawing.said("scoring_view.spread")), SPREAD_WIDTH)
    heading = Content.styled((scale + apart).plain, DIM)
    return [_beside(names, label), _beside([heading] * len(rounds), label, indent=0)]


def _beside(cells: Sequence[Content], label: int, indent: int = 2) -> Content:
    """Cells of one round each, behind the column of the criteria."""
    placed = (fitted(cell.pad_left(indent), ROUND_WIDTH) for cell in cells)
    return Content(" " * label) + Content("").join(placed)


def _counts(scored: Round, draft: str, criterion: Criterion) -> Content:
    scores = scores_on(scored.ballots, draft, criterion)
    cells = [
        fitted_right(Content(str(count)) if count else Content.styled(NOBODY, DIM), COUNT_WIDTH)
        for count in distribution(scores)
    ]
    apart = fitted_right(Content(str(spread(scores)) if scores else ""), SPREAD_WIDTH)
    return Content("").join([*cells, apart, Content(" " * GAP)])


def _ballots(scored: Round, draft: str, drawing: Drawing) -> str:
    cast = sum(ballot.draft == draft for ballot in scored.ballots)
    given = cast - abstentions(scored.ballots, draft)
    return drawing.said("scoring_view.ballots", count=given)


def _who_moved(rounds: Sequence[Round], draft: str, drawing: Drawing) -> list[Content]:
    """The latest two rounds by person; without names, that there are none and why."""
    if len(rounds) < 2:
        return []
    before, after = rounds[-2:]
    have_names = all(any(cast.voter for cast in each.ballots) for each in (before, after))
    if drawing.session.setup.ballots != "named" or not have_names:
        return [Content.styled(drawing.said("scoring_view.moved_unnamed"), DIM)]
    moved = moves(before, after, draft)
    if not moved:
        return [Content(drawing.said("scoring_view.nobody_moved"))]
    lines = [Content.styled(drawing.said("scoring_view.who_moved"), STRONG)]
    for voter in dict.fromkeys(move.voter for move in moved):
        steps = ", ".join(_step(move, drawing) for move in moved if move.voter == voter)
        name = name_of(drawing.session.setup, voter)
        lines.append(Content("  ") + plain(f"{name}: {steps}"))
    return lines


def _step(move: Move, drawing: Drawing) -> str:
    return f"{drawing.short(move.criterion)} {move.before}→{move.after}"
