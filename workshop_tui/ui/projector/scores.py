"""What the room sees of scoring: never a name, a reason or a ballot that is not revealed.

Leaves out how counts, rounds and hands are drawn, which the facilitator's screen shares.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from textual.content import Content

from workshop_tui.domain.agreement import HIGHEST, AgreementCheck
from workshop_tui.domain.drafting import shortlist
from workshop_tui.domain.rounds import CRITERIA, Round
from workshop_tui.domain.scoring import checks_of, find_number, round_number
from workshop_tui.domain.tally import (
    SCALE,
    distribution,
    first_disagreement,
    rounds_of,
    scores_on,
    spread,
)
from workshop_tui.store.on_screen import AGREEMENT, ROUNDS
from workshop_tui.ui.look import ATTENTION, DIM, STRONG, WARN, fitted, fitted_right, plain
from workshop_tui.ui.projector.grid import Cell, Row, Table
from workshop_tui.ui.projector.items import Item, Items
from workshop_tui.ui.projector.shown import Shown, listed
from workshop_tui.ui.projector.slide import MOST_THINGS, Slide
from workshop_tui.ui.stages.scoring.comparison import NOBODY, counts_of_rounds
from workshop_tui.ui.stages.scoring.drawing import NAMED_SCORES, Drawing, scale_lines
from workshop_tui.ui.stages.scoring.judged import hands_lines, hands_result
from workshop_tui.ui.stages.scoring.rows import MARKS
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
        in_play = shortlist(shown.session.drafting)
        drafts = [Item(str(draft.number), draft.text) for draft in in_play]
        return Slide(blocks=listed(drafts, MOST_THINGS, shown))
    number = len(scoring.rounds)
    if not latest.is_revealed:
        return _open_round(latest, number, shown)
    of_round = {each.draft: each.text for each in latest.drafts}
    selected = shown.on_screen.selected
    draft = selected if selected in of_round else latest.drafts[0].draft
    checks = checks_of(scoring, draft)
    if shown.on_screen.view == ROUNDS:
        return Slide(
            statement=of_round[draft],
            blocks=(_rounds(draft, _drawing(shown)),),
        )
    if shown.on_screen.view == AGREEMENT and checks:
        return _hands(of_round[draft], checks[-1], _drawing(shown))
    return Slide(
        statement=of_round[draft],
        blocks=(_scores(latest, draft, shown),),
        foot=(Content.styled(shown.said("projector.round", number=number), DIM),),
    )


def _open_round(opened: Round, number: int, shown: Shown) -> Slide:
    """What is scored, by how many by now; what is asked of each, where it is not too much."""
    done = len(opened.voters) - shown.on_screen.waiting
    drafts = [Item(str(find_number(each.draft)), each.text) for each in opened.drafts]
    asked = _asked(_drawing(shown))
    blocks = listed(drafts, MOST_THINGS, shown)
    if len(drafts) + len(CRITERIA) <= MOST_THINGS:
        blocks = (*blocks, Items(asked))
    scored = shown.said("projector.scored", done=done, all=len(opened.voters))
    return Slide(
        heading=Content.styled(shown.said("projector.round_open", number=number), STRONG)
        + Content.styled(f"   {scored}", DIM),
        blocks=blocks,
    )


def _asked(drawing: Drawing) -> tuple[Item, ...]:
    """What each score of a card is for, in its order, and the scale."""
    asked = (
        Item(mark, drawing.said(f"scoring_view.ask_verdict.{criterion}"))
        for mark, criterion in zip(MARKS, CRITERIA, strict=True)
    )
    return (*asked, Item("", drawing.said("scoring_view.scale"), DIM))


def _hands(statement: str, check: AgreementCheck, drawing: Drawing) -> Slide:
    """How many gave each value, where agreement begins, and what that means; no reasons."""
    rule = drawing.said(f"scoring_view.rule.{check.kind}")
    hands = drawing.said("scoring_view.hands", len(check.values))
    return Slide(
        heading=Content.styled(f"{rule}: {hands}", STRONG),
        statement=statement,
        blocks=(
            Table(
                tuple(_hand_rows(check, drawing)),
                in_small=lambda room: hands_lines(check, room, drawing),
            ),
        ),
        foot=(hands_result(check, drawing),),
    )


def _hand_rows(check: AgreementCheck, drawing: Drawing) -> Iterator[Row]:
    for value in range(HIGHEST[check.kind], -1, -1):
        count = check.values.count(value)
        is_under = bool(count) and value < check.threshold
        style = "" if count else DIM
        yield (
            Cell(ATTENTION if is_under else "", WARN),
            Cell(str(value), DIM),
            Cell(drawing.said(f"scoring_view.step.{check.kind}.{value}"), style),
            Cell(people=count),
        )
        if value == check.threshold and value:
            yield ()


def _drawing(shown: Shown) -> Drawing:
    return Drawing(shown.session, shown.language)


def _scores(revealed: Round, draft: str, shown: Shown) -> Table:
    """How many people gave each score, per criterion; where the talk begins is marked by a sign."""
    drawing = _drawing(shown)
    disagreement = first_disagreement(revealed, draft)
    first = disagreement.criterion if disagreement else None
    words = (NAMED_SCORES.get(score) for score in SCALE)
    rows = [_scale([drawing.said(f"scoring_view.{word}") if word else "" for word in words], shown)]
    for criterion in CRITERIA:
        scores = scores_on(revealed.ballots, draft, criterion)
        is_first = criterion == first
        rows.append(
            (
                Cell(drawing.short(criterion), STRONG if is_first else ""),
                *(Cell(people=count) for count in distribution(scores)),
                Cell(str(spread(scores)) if scores else "", DIM, is_right=True),
                Cell(ATTENTION if is_first else "", WARN),
            )
        )
    brief = [_scale(("",) * len(SCALE), shown), *rows[1:]]
    return Table(
        tuple(rows), in_brief=tuple(brief), in_small=partial(_score_rows, revealed, draft, shown)
    )


def _scale(words: Sequence[str], shown: Shown) -> Row:
    """The heading above the scores, each with its word."""
    said = zip(SCALE, words, strict=True)
    scores = (Cell(f"{score} {word}".rstrip(), DIM) for score, word in said)
    spread_said = Cell(shown.said("projector.spread"), DIM, is_right=True)
    return (Cell(), *scores, spread_said, Cell())


def _rounds(draft: str, drawing: Drawing) -> Table:
    """The latest two rounds side by side: how many gave each score, and how far apart they are."""
    rounds = rounds_of(drawing.session.scoring, draft)[-2:]
    spread_said = drawing.said("scoring_view.spread")
    names, scale = [Cell()], [Cell()]
    for each in rounds:
        version = next(scored.version for scored in each.drafts if scored.draft == draft)
        number = round_number(drawing.session.scoring, each)
        name = drawing.said("scoring_view.round_of", number=number, version=version)
        names += [Cell(), Cell(name, is_heading=True), *[Cell()] * len(SCALE)]
        scale += [Cell(), *(Cell(str(score), DIM, is_right=True) for score in SCALE)]
        scale.append(Cell(spread_said, DIM, is_right=True))
    rows = [tuple(names), tuple(scale)]
    for criterion in CRITERIA:
        row = [Cell(drawing.short(criterion))]
        for each in rounds:
            scores = scores_on(each.ballots, draft, criterion)
            counts = distribution(scores)
            row += [Cell(), *(_count(count) for count in counts)]
            row.append(Cell(str(spread(scores)) if scores else "", DIM, is_right=True))
        rows.append(tuple(row))
    return Table(tuple(rows), in_small=lambda room: counts_of_rounds(draft, room, drawing))


def _count(people: int) -> Cell:
    return Cell(str(people), STRONG, is_right=True) if people else Cell(NOBODY, DIM, is_right=True)


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
