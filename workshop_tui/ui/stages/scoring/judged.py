"""What the group said after the talk: verdicts in words, hands, the decision, who differs."""

from typing import Final

from textual.content import Content

from workshop_tui.domain.agreement import HIGHEST, AgreementCheck, below_threshold, is_agreed
from workshop_tui.domain.scoring import checks_of, verdicts_of
from workshop_tui.domain.setup import name_of
from workshop_tui.ui.look import ATTENTION, DIM, DONE, GOOD, STRONG, WARN, plain
from workshop_tui.ui.stages.scoring.drawing import Drawing
from workshop_tui.ui.widgets.bars import dots

THRESHOLD: Final = "─"
"""Drawn beneath the lowest hand that lets the decision stand."""
MOST_HANDS_DRAWN: Final = 20


def judged_lines(draft: str, width: int, drawing: Drawing) -> list[Content]:
    """Verdicts in words, the last agreement check, the decision and who saw it otherwise."""
    sections = (
        _verdicts(draft, drawing),
        _agreement(draft, width, drawing),
        _outcome(draft, drawing),
    )
    lines: list[Content] = []
    for section in sections:
        if section:
            lines += [Content(""), *section]
    return lines


def _verdicts(draft: str, drawing: Drawing) -> list[Content]:
    lines = []
    verdicts = verdicts_of(drawing.session.scoring, draft)
    words = {each.word: drawing.said(f"scoring_view.verdict.{each.word}") for each in verdicts}
    longest = max(map(len, words.values()), default=0) + 2
    for verdict in verdicts:
        style = GOOD if verdict.word == "yes" else WARN
        line = Content.styled(words[verdict.word].ljust(longest), style)
        line += Content(drawing.short(verdict.criterion))
        lines.append(line + plain(f": {verdict.reason}") if verdict.reason else line)
    return lines


def _agreement(draft: str, width: int, drawing: Drawing) -> list[Content]:
    """The last check as hands on the scale, what it means, and how it was before the talk."""
    checks = checks_of(drawing.session.scoring, draft)
    if not checks:
        return []
    check = checks[-1]
    rule = drawing.said(f"scoring_view.rule.{check.kind}")
    hands = drawing.said("scoring_view.hands", len(check.values))
    before = checks[-2:-1]
    earlier = " ".join(str(value) for value in before[0].values) if before else ""
    lines = [
        Content.styled(rule, STRONG) + Content(f": {hands}"),
        *hands_lines(check, width, drawing),
        hands_result(check, drawing),
        *(Content("  ") + plain(f"“{reason}”") for reason in check.reasons),
    ]
    if earlier:
        said = drawing.said("scoring_view.hands_before", hands=earlier)
        lines.append(Content.styled(said, DIM))
    return lines


def hands_lines(check: AgreementCheck, width: int, drawing: Drawing) -> list[Content]:
    """The steps of the scale in words, the highest first, and a dot per hand beside each.

    A line stands beneath the lowest that was agreed on; a sign, before hands that are under it.
    """
    steps = {
        value: drawing.said(f"scoring_view.step.{check.kind}.{value}")
        for value in range(HIGHEST[check.kind], -1, -1)
    }
    words = max(map(len, steps.values()))
    room = max(1, min(MOST_HANDS_DRAWN, width - words - len("! 0    ")))
    lines = []
    for value, step in steps.items():
        count = check.values.count(value)
        is_under = bool(count) and value < check.threshold
        sign = Content.styled(f"{ATTENTION if is_under else ' '} ", WARN)
        said = Content.styled(f"{value}  ", DIM) + Content(step.ljust(words + 2))
        lines.append(sign + (said if count else said.stylize(DIM)) + dots(count, room))
        if value == check.threshold and value:
            lines.append(
                Content.styled(f"  {THRESHOLD * (words + 5 + min(room, MOST_HANDS_DRAWN))}", DIM)
            )
    return lines


def hands_result(check: AgreementCheck, drawing: Drawing) -> Content:
    """Whether all agree by the rule, else how many have the floor."""
    if is_agreed(check):
        agreed = drawing.said("scoring_view.agreed", threshold=check.threshold)
        return Content.styled(f"{DONE} {agreed}", GOOD)
    speak = drawing.said(
        "scoring_view.have_the_floor", count=below_threshold(check), threshold=check.threshold
    )
    return Content.styled(f"{ATTENTION} {speak}", WARN)


def _outcome(draft: str, drawing: Drawing) -> list[Content]:
    scoring = drawing.session.scoring
    outcome = scoring.outcome
    lines: list[Content] = []
    if outcome is not None and outcome.draft in {"", draft}:
        kind = drawing.said(f"scoring_view.outcome.{outcome.kind}")
        lines.append(Content.styled(f"{kind} ", STRONG) + plain(outcome.because))
        if outcome.next_step:
            label = drawing.said("scoring_view.next_step")
            lines.append(Content.styled(f"{label} ", STRONG) + plain(outcome.next_step))
    for dissent in scoring.dissent:
        name = name_of(drawing.session.setup, dissent.person)
        said = f"{name}: {dissent.text}" if name else dissent.text
        label = drawing.said("scoring_view.dissent")
        lines.append(Content.styled(f"{label} ", DIM) + plain(said))
    return lines
