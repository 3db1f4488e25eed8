"""What the room sees of scoring: never a name, a reason or a ballot that is not revealed.

Leaves out how counts, rounds and hands are drawn, which the facilitator's screen shares.
"""

from functools import partial
from typing import Final

from textual.content import Content

from workshop_tui.domain.agreement import AgreementCheck
from workshop_tui.domain.drafting import shortlist
from workshop_tui.domain.rounds import CRITERIA, Round
from workshop_tui.domain.scoring import checks_of, find_number
from workshop_tui.domain.tally import SCALE, distribution, first_disagreement, scores_on, spread
from workshop_tui.store.on_screen import AGREEMENT, ROUNDS
from workshop_tui.ui.look import ATTENTION, DIM, STRONG, WARN, fitted, fitted_right, plain
from workshop_tui.ui.projector.draft_rows import (
    NUMBER_WIDTH,
    NumberedDraft,
    draft_rows,
    large_draft_rows,
)
from workshop_tui.ui.projector.shown import Shown
from workshop_tui.ui.projector.slide import MOST_THINGS, Slide
from workshop_tui.ui.stages.scoring.comparison import counts_of_rounds
from workshop_tui.ui.stages.scoring.drawing import Drawing, scale_lines
from workshop_tui.ui.stages.scoring.judged import hands_lines, hands_result
from workshop_tui.ui.stages.scoring.rows import question_lines
from workshop_tui.ui.widgets import bars

NARROWEST_SCORE: Final = 4
USUAL_SCORE: Final = 7
WIDEST_SCORE: Final = 12
"""Cells of a score's column: where there is no room, where there is, and of many people."""
SIGN_WIDTH: Final = 2


def scoring_slide(shown: Shown) -> Slide:
    """The round that is open, or what is talked about: scores, their rounds, or the hands."""
    scoring = shown.session.scoring
    latest = scoring.rounds[-1] if scoring.rounds else None
    if latest is None:
        in_play = shortlist(shown.session.drafting)[:MOST_THINGS]
        drafts = [NumberedDraft(draft.number, draft.text) for draft in in_play]
        return Slide(
            rows=draft_rows(drafts),
            large_rows=partial(large_draft_rows, drafts),
            hang=NUMBER_WIDTH,
        )
    number = len(scoring.rounds)
    if not latest.is_revealed:
        done = len(latest.voters) - shown.on_screen.waiting
        drafts = [NumberedDraft(find_number(each.draft), each.text) for each in latest.drafts]
        return Slide(
            heading=Content.styled(shown.said("projector.round_open", number=number), STRONG),
            rows=draft_rows(drafts),
            large_rows=partial(large_draft_rows, drafts),
            table=lambda _: _asked(_drawing(shown)),
            foot=Content.styled(
                shown.said("projector.scored", done=done, all=len(latest.voters)), DIM
            ),
            hang=NUMBER_WIDTH,
        )
    of_round = {each.draft: each.text for each in latest.drafts}
    selected = shown.on_screen.selected
    draft = selected if selected in of_round else latest.drafts[0].draft
    checks = checks_of(scoring, draft)
    if shown.on_screen.view == ROUNDS:
        return Slide(
            statement=of_round[draft],
            table=lambda room: counts_of_rounds(draft, room, _drawing(shown)),
        )
    if shown.on_screen.view == AGREEMENT and checks:
        return _hands(of_round[draft], checks[-1], _drawing(shown))
    return Slide(
        statement=of_round[draft],
        table=partial(_score_rows, latest, draft, shown),
        foot=Content.styled(shown.said("projector.round", number=number), DIM),
    )


def _hands(statement: str, check: AgreementCheck, drawing: Drawing) -> Slide:
    """How many gave each value, where agreement begins, and what that means; no reasons."""
    rule = drawing.said(f"scoring_view.rule.{check.kind}")
    hands = drawing.said("scoring_view.hands", len(check.values))
    return Slide(
        heading=Content.styled(rule, STRONG) + Content(f": {hands}"),
        statement=statement,
        table=lambda room: tuple(hands_lines(check, room, drawing)),
        foot=hands_result(check, drawing),
    )


def _drawing(shown: Shown) -> Drawing:
    return Drawing(shown.session, shown.language)


def _score_rows(revealed: Round, draft: str, shown: Shown, room: int) -> tuple[Content, ...]:
    """How many people gave each score, per criterion; where the talk begins is marked by a sign.

    room: cells of a row.
    """
    disagreement = first_disagreement(revealed, draft)
    first = disagreement.criterion if disagreement else None
    drawing = _drawing(shown)
    names = {each: drawing.short(each) for each in CRITERIA}
    counts = {each: distribution(scores_on(revealed.ballots, draft, each)) for each in CRITERIA}
    spread_said = shown.said("projector.spread")
    beside = len(spread_said) + SIGN_WIDTH
    name = min(max(map(len, names.values())) + 2, room - beside - len(SCALE) * NARROWEST_SCORE)
    wanted = max(USUAL_SCORE, 2 + max(max(row) for row in counts.values()))
    columns = bars.distribution_widths(
        tuple(counts.values()),
        room - beside - name,
        least=NARROWEST_SCORE,
        widest=min(WIDEST_SCORE, wanted),
    )
    words, numbers = scale_lines(name, columns, drawing)
    scores_end = name + sum(columns)
    rows = [words, fitted(numbers, scores_end) + Content.styled(spread_said, DIM)]
    for criterion in CRITERIA:
        scores = scores_on(revealed.ballots, draft, criterion)
        is_first = criterion == first
        rows.append(
            Content("").join(
                [
                    fitted(plain(names[criterion], STRONG if is_first else ""), name),
                    bars.distribution(counts[criterion], columns),
                    _right(str(spread(scores)) if scores else "", len(spread_said)),
                    Content.styled(f" {ATTENTION}" if is_first else "", WARN),
                ]
            )
        )
    return tuple(rows)


def _right(number: str, width: int) -> Content:
    return fitted_right(Content.styled(number, DIM), width)


def _asked(drawing: Drawing) -> tuple[Content, ...]:
    """What each score of a card is for, in its order, and the scale."""
    return (Content(""), *question_lines(drawing))
