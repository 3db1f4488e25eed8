"""Another survey beside the workshop's own: which words more people said, and which fewer.

Shares of those who answered, because one survey may be larger. Who answered may have changed as
well as what they think, so that a change is a question to the room.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.language import Language, number, percent, say
from workshop_tui.ui.look import ATTENTION, DIM, WARN, fitted, plain
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject
from workshop_tui.ui.stages.survey.marks import marks_of
from workshop_tui.ui.stages.survey.rows import quote, scale_of, that_fit
from workshop_tui.ui.widgets.arranging import Across
from workshop_tui.ui.widgets.bars import GENERIC, PARTIAL, SPECIFIC, bar
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row, RowList

if TYPE_CHECKING:
    from workshop_tui.text.reading import Change, Comparison

NUMBER_WIDTH: Final = 6
QUOTES: Final = 6
LEAST_POINTS: Final = 1
"""Percentage points that a share must have changed by; less is what two surveys always differ."""


class CompareLens(Lens):
    """Left what more people say in the later survey; right what fewer say; quotes beneath."""

    name_ = "compare"
    DEFAULT_CSS = """
    CompareLens {
        layout: vertical;
        & > Across { height: 3fr; }
        & #more { width: 1fr; }
        & #less { width: 1fr; margin: 0 0 0 3; }
        & > Pane { height: 2fr; min-height: 5; padding: 1 0 0 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._more = RowList([Column()], on_move=self.cursor_moved, id="more")
        self._less = RowList([Column()], on_move=self.cursor_moved, id="less")
        self._said = Pane()
        self.panes = (self._more, self._less)

    def compose(self) -> ComposeResult:
        with Across():
            yield self._more
            yield self._less
        yield self._said

    def draw(self, shown: Shown) -> None:
        compared = shown.compared
        nothing = [plain(line, DIM) for line in _instead_of_changes(shown)]
        for pane, heading in (
            (self._more, "survey_view.said_more"),
            (self._less, "survey_view.said_less"),
        ):
            comparison = compared.comparison if compared else None
            pane.set_columns(_columns(shown.t(heading), comparison, shown))
            pane.set_empty(nothing if pane is self._more else [])
            changes = self._changes(shown, pane)
            pane.set_rows(_rows(changes, comparison, pane.size.width, shown.language))

    def follow(self) -> None:
        shown = self.shown
        compared = shown.compared if shown else None
        if shown is None:
            return
        change = self._selected(shown)
        if change is None or compared is None:
            fault = shown.comparison_fault
            said = f"{ATTENTION} {say(fault, shown.language)}" if fault else ""
            self._said.set_paragraphs([Content.styled(said, WARN)])
            return
        is_more = self._pane() is self._more
        reading = compared.now if is_more else compared.before
        found = reading.quotes([change.word], QUOTES)
        marks = marks_of(reading.find(change.word))
        quotes = [quote(item.text, item.people, marks, shown.t) for item in found]
        head = _sentences(change, compared.comparison, shown)
        self._said.set_paragraphs(that_fit(head, quotes, self._said.size))

    def subject(self) -> Subject | None:
        shown = self.shown
        change = self._selected(shown) if shown else None
        # Marks, pins and answers are those of the workshop's own survey.
        word = shown.reading.find(change.word) if shown and change else None
        if word is None:
            return None
        return Subject("word", word.word, words=(word.word,), people=word.people, word=word)

    def facts(self) -> Sequence[Fact]:
        compared = self.shown.compared if self.shown else None
        if compared is None:
            return ()
        both = compared.comparison
        facts = [
            Message.of("survey_view.people_now", count=both.people_now),
            Message.of("survey_view.people_before", count=both.people_before),
        ]
        if both.sample.may_rank:
            facts.append(Message.of("survey_view.folded", fewer=both.sample.fold_below))
        return facts

    def _pane(self) -> RowList:
        return self._less if self._less.is_active else self._more

    def _changes(self, shown: Shown, pane: RowList) -> "tuple[Change, ...]":
        if shown.compared is None:
            return ()
        both = shown.compared.comparison
        changes = both.more if pane is self._more else both.less
        return tuple(change for change in changes if _is_worth_a_row(change, both))

    def _selected(self, shown: Shown) -> "Change | None":
        pane = self._pane()
        changes = self._changes(shown, pane)
        return next((change for change in changes if change.word == pane.selected), None)


def _is_worth_a_row(change: "Change", both: "Comparison") -> bool:
    """Whether a change shows in what is listed: shares in whole percent, or clear as it is."""
    points = abs(change.share_now - change.share_before) * 100
    return change.clear or not both.sample.shows_percent or points >= LEAST_POINTS


def _columns(heading: str, comparison: "Comparison | None", shown: Shown) -> list[Column]:
    t = shown.t
    before, now = t("survey_view.before"), t("survey_view.now")
    if comparison is not None and not comparison.sample.shows_percent:
        before = t("survey_view.of_people", of=comparison.people_before)
        now = t("survey_view.of_people", of=comparison.people_now)
    return [
        Column(heading),
        Column(before, NUMBER_WIDTH, "right"),
        Column(now, NUMBER_WIDTH, "right"),
    ]


def _rows(
    changes: "Sequence[Change]", comparison: "Comparison | None", width: int, language: Language
) -> list[Row]:
    if comparison is None:
        return []
    points = [round(1000 * abs(change.share_now - change.share_before)) for change in changes]
    scale = scale_of(
        [change.word for change in changes], points, width, numbers=(NUMBER_WIDTH, NUMBER_WIDTH)
    )
    rows = []
    for change, difference in zip(changes, points, strict=True):
        # Without enough people nothing can be told from chance, and nothing is called clear.
        is_sure = change.clear or not comparison.sample.shows_low
        style = DIM if change.generic or not is_sure else ""
        fill = GENERIC if change.generic else SPECIFIC if is_sure else PARTIAL
        length = bar(difference, scale.longest, scale.bar, fill=fill, style=style)
        word = fitted(plain(change.word, style), scale.word)
        before, now = _numbers(change, comparison, language)
        rows.append(
            Row(
                change.word,
                (
                    Content("").join([word, Content("  "), length]),
                    Content.styled(before, DIM),
                    Content.styled(now, style),
                ),
            )
        )
    return rows


def _numbers(change: "Change", comparison: "Comparison", language: Language) -> tuple[str, str]:
    """How many said it before and now: shares, or of few people their number."""
    if comparison.sample.shows_percent:
        return percent(change.share_before, language), percent(change.share_now, language)
    return number(change.before, language), number(change.now, language)


def _sentences(change: "Change", both: "Comparison", shown: Shown) -> list[Content]:
    t = shown.t
    said = t(
        "survey_view.said_before_and_now",
        word=change.word,
        before=change.before,
        all_before=both.people_before,
        now=change.now,
        all_now=both.people_now,
    )
    lines = [plain(said)]
    if change.negated_now or change.negated_before:
        denied = t(
            "survey_view.denied_before_and_now",
            before=change.negated_before,
            now=change.negated_now,
        )
        lines.append(plain(denied, DIM))
    if both.sample.shows_low and not change.clear:
        lines.append(plain(t("survey_view.perhaps_chance"), DIM))
    if not both.sample.shows_low:
        lines.append(plain(t("survey_view.too_few_to_judge"), DIM))
    return lines


def _instead_of_changes(shown: Shown) -> list[str]:
    t = shown.t
    if shown.survey.compared is None:
        return [t("survey_view.no_comparison"), t("survey_view.no_comparison_how")]
    if shown.compared is None:
        return [] if shown.comparison_fault else [t("survey_view.reading_other")]
    if not shown.compared.comparison.sample.may_rank:
        return [t("survey_view.too_few_to_compare")]
    return [t("survey_view.nothing_changed")]
