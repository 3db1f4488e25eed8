"""The reveal of one draft in one round: how the scores lie, who speaks first, why some are low."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from workshop_tui.domain.rounds import CRITERIA, Criterion, Round
from workshop_tui.domain.scoring import find_number, round_number
from workshop_tui.domain.tally import (
    SCALE,
    abstentions,
    distribution,
    first_disagreement,
    low_reasons,
    mean,
    rounds_of,
    scores_on,
    spread,
)
from workshop_tui.language import number
from workshop_tui.ui.look import ATTENTION, DIM, STRONG, WARN, fitted, fitted_right, plain
from workshop_tui.ui.stages.scoring.drawing import Drawing, scale_lines
from workshop_tui.ui.stages.scoring.judged import judged_lines
from workshop_tui.ui.widgets import bars

SPREAD_WIDTH: Final = 7
LEAST_COLUMN: Final = 5
WIDEST_COLUMN: Final = 14


def revealed_lines(shown: Round, draft: str, width: int, drawing: Drawing) -> list[Content]:
    """Everything about one draft in one revealed round, in a pane of this width."""
    return [
        *_distributions(shown, draft, [draft], width, drawing),
        Content(""),
        *_low_reasons(shown, draft, drawing),
        Content(_counts(shown, draft, drawing)),
        *_moved(shown, draft, drawing),
        *judged_lines(draft, width, drawing),
    ]


def side_by_side_lines(shown: Round, width: int, drawing: Drawing) -> list[Content]:
    """The distributions of all drafts of a revealed round, in its order; [] of a single one."""
    if not shown.is_revealed or len(shown.drafts) < 2:
        return []
    heading = drawing.said("scoring_view.all_drafts")
    lines, drafts = [Content.styled(heading, DIM)], [each.draft for each in shown.drafts]
    for scored in shown.drafts:
        number = Content.styled(f"{find_number(scored.draft)}  ", DIM)
        lines += [Content(""), number + plain(scored.text, STRONG)]
        lines += _distributions(shown, scored.draft, drafts, width, drawing)
    return lines


def _distributions(
    shown: Round, draft: str, drafts: Sequence[str], width: int, drawing: Drawing
) -> list[Content]:
    """Dots per score on each criterion, on one scale; the mean alone would hide a split.

    drafts: those that are drawn on the same scale.
    """
    label = drawing.longest_criterion
    talk = drawing.said("scoring_view.talk_first")
    counts = [
        distribution(scores_on(shown.ballots, one, criterion))
        for one in drafts
        for criterion in CRITERIA
    ]
    wanted = max(LEAST_COLUMN, min(WIDEST_COLUMN, max(map(max, counts)) + 1))
    if width < label + wanted * len(SCALE) + SPREAD_WIDTH + len(talk) + 2:
        # A dot for each person says more than the words, which the line beneath repeats.
        talk = ATTENTION
        label = max(1, min(label, width - LEAST_COLUMN * len(SCALE) - SPREAD_WIDTH - 3))
    free = width - label - SPREAD_WIDTH - len(talk) - 2
    columns = bars.distribution_widths(counts, free, least=LEAST_COLUMN, widest=WIDEST_COLUMN)
    words, scores = scale_lines(label, columns, drawing)
    heading = fitted_right(Content.styled(drawing.said("scoring_view.spread"), DIM), SPREAD_WIDTH)
    first = first_disagreement(shown, draft)
    lines = [words, scores + heading]
    for criterion in CRITERIA:
        is_first = first is not None and criterion == first.criterion
        lines.append(
            Content("").join(
                [
                    fitted(
                        Content.styled(drawing.short(criterion), STRONG if is_first else ""), label
                    ),
                    _dots(shown, draft, criterion, columns),
                    Content.styled(f"  {talk}" if is_first else "", WARN),
                ]
            )
        )
    return lines


def _dots(shown: Round, draft: str, criterion: Criterion, columns: Sequence[int]) -> Content:
    """A dot per person under each score, and the spread."""
    scores = scores_on(shown.ballots, draft, criterion)
    apart = Content(str(spread(scores)) if scores else "")
    return bars.distribution(distribution(scores), columns) + fitted_right(apart, SPREAD_WIDTH)


def _low_reasons(shown: Round, draft: str, drawing: Drawing) -> list[Content]:
    """Who explains first, and the reasons that came with low scores."""
    first = first_disagreement(shown, draft)
    # What is talked about first is read first.
    order = sorted(CRITERIA, key=lambda each: first is None or each != first.criterion)
    quotes = [
        Content("  ") + plain(f"“{reason}”") + Content.styled(f"  {drawing.short(criterion)}", DIM)
        for criterion in order
        for reason in dict.fromkeys(low_reasons(shown.ballots, draft, criterion))
    ]
    if first is not None:
        name = drawing.short(first.criterion)
        asked = drawing.said("scoring_view.explain", criterion=name, spread=first.spread)
        return [Content.styled(asked, STRONG), *quotes, Content("")]
    if quotes:
        return [Content.styled(drawing.said("scoring_view.why_low"), STRONG), *quotes, Content("")]
    return []


def _counts(shown: Round, draft: str, drawing: Drawing) -> str:
    """Ballots, abstentions and absences, each counted apart."""
    cast = sum(ballot.draft == draft for ballot in shown.ballots)
    abstained = abstentions(shown.ballots, draft)
    parts = [drawing.said("scoring_view.ballots", count=cast - abstained)]
    if abstained:
        parts.append(drawing.said("scoring_view.abstained", count=abstained))
    if shown.absent:
        parts.append(drawing.said("scoring_view.were_absent", count=shown.absent))
    return ", ".join(parts) + "."


def _moved(shown: Round, draft: str, drawing: Drawing) -> list[Content]:
    """Which means moved since this draft was scored before."""
    rounds = rounds_of(drawing.session.scoring, draft)
    place = rounds.index(shown)
    if not place:
        return []
    earlier = rounds[place - 1]
    moves = []
    for criterion in CRITERIA:
        means = [mean(scores_on(each.ballots, draft, criterion)) for each in (earlier, shown)]
        old, new = (number(each, drawing.language) if each else "" for each in means)
        if old and new and old != new:
            moves.append(f"{drawing.short(criterion)} {old}→{new}")
    before, after = (round_number(drawing.session.scoring, each) for each in (earlier, shown))
    if not moves:
        return [Content(drawing.said("scoring_view.moved_nowhere", before=before, after=after))]
    said = drawing.said("scoring_view.moved", before=before, after=after, moves=", ".join(moves))
    return [Content(said)]
