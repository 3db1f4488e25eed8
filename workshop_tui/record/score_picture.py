"""The picture of a round of scores: how many people gave each score, a dot a person, no names."""

from itertools import chain

from workshop_tui.domain.rounds import CRITERIA, Criterion, Round
from workshop_tui.domain.scoring import find_number
from workshop_tui.domain.tally import scores_on, spread
from workshop_tui.record import svg
from workshop_tui.record.blocks import Picture, Text, words_of
from workshop_tui.record.svg import Shape
from workshop_tui.record.wording import Wording, listed, shortened

SCORES = range(1, 6)
_WIDTH, _LEFT, _COLUMN, _ROW, _HEAD = 680, 250, 70, 26, 52
_MOST_DOTS = 7
"""More people than fit into a column as dots are drawn as a bar with their number."""
_STATEMENT_LENGTH = 70


def score_picture(scored: Round, number: int, t: Wording) -> Picture:
    """One panel a draft: criteria beneath one another on the scale from 1 to 5.

    number: of the round, as people say it.
    """
    panels = tuple(
        _panel(scored, index * _panel_height(), t) for index in range(len(scored.drafts))
    )
    drawing = svg.drawing(_WIDTH, len(panels) * _panel_height(), *chain.from_iterable(panels))
    caption = t("record.picture.scores", number=number)
    return Picture(f"scores-round-{number}", drawing, _in_words(scored, number, t), caption)


def _panel_height() -> float:
    return _HEAD + _ROW * len(CRITERIA) + 18


def _panel(scored: Round, top: float, t: Wording) -> tuple[Shape, ...]:
    draft = scored.drafts[round(top / _panel_height())]
    number = find_number(draft.draft)
    name = words_of(
        t("record.picture.draft", number=number, text=shortened(draft.text, _STATEMENT_LENGTH))
    )
    scale = top + _HEAD - 8
    return (
        svg.text((0, top + 20), name, size=15),
        *(
            svg.text((_middle(score), scale), str(score), size=12, ink="quiet", anchor="middle")
            for score in SCORES
        ),
        svg.text(
            (_WIDTH, scale),
            words_of(t("record.scoring.spread")),
            size=12,
            ink="quiet",
            anchor="end",
        ),
        *chain.from_iterable(
            _row(scored, draft.draft, criterion, top + _HEAD + _ROW * index, t)
            for index, criterion in enumerate(CRITERIA)
        ),
    )


def _row(
    scored: Round, draft: str, criterion: Criterion, top: float, t: Wording
) -> tuple[Shape, ...]:
    scores = scores_on(scored.ballots, draft, criterion)
    middle, baseline = top + _ROW / 2, top + _ROW / 2 + 5
    return (
        svg.line((0, top), (_WIDTH, top)),
        svg.text((0, baseline), words_of(t(f"criterion.{criterion}")), size=13),
        *chain.from_iterable(
            _people(scores.count(score), _middle(score), middle) for score in SCORES
        ),
        svg.text(
            (_WIDTH, baseline),
            str(spread(scores)) if scores else "–",
            size=13,
            anchor="end",
        ),
    )


def _people(people: int, centre: float, middle: float) -> tuple[Shape, ...]:
    if people > _MOST_DOTS:
        return (
            svg.bar((centre - 26, middle - 5), 30, 10),
            svg.text((centre + 9, middle + 5), str(people), size=13),
        )
    pitch = 9
    left = centre - pitch * (people - 1) / 2
    return tuple(svg.dot((left + pitch * index, middle)) for index in range(people))


def _middle(score: int) -> float:
    return _LEFT + _COLUMN * (score - 1) + _COLUMN / 2


def _in_words(scored: Round, number: int, t: Wording) -> Text:
    """What the picture shows, and where opinions lie furthest apart."""
    told = [t("record.picture.scores_shown", number=number)]
    widest = max(
        (
            (apart, -index, draft.draft, criterion)
            for index, draft in enumerate(scored.drafts)
            for criterion in CRITERIA
            if (apart := spread(scores_on(scored.ballots, draft.draft, criterion)))
        ),
        default=None,
        key=lambda found: found[:2],
    )
    if widest:
        apart, _, draft_id, criterion = widest
        told.append(
            t(
                "record.picture.widest",
                number=find_number(draft_id),
                criterion=t(f"criterion.{criterion}"),
                spread=apart,
            )
        )
    return listed(told, " ")
