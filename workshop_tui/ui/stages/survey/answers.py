"""People's own words: all answers, and those that hold a word, a phrase or a theme.

One line for each answer, with the looked-at word in one column; the whole answer stands beneath.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.language import number
from workshop_tui.text.personal_details import is_masked
from workshop_tui.ui.look import DIM, plain
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.survey.lens import Lens, Quoted, Shown, Subject
from workshop_tui.ui.stages.survey.marks import Marks, around, marked, marks_of_all
from workshop_tui.ui.stages.survey.rows import PEOPLE_WIDTH, pin_signs, quote
from workshop_tui.ui.stages.survey.subjects import quoted
from workshop_tui.ui.widgets.long_list import MOST_ROWS, LongList
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import GAP, MARGIN, Column, Row

if TYPE_CHECKING:
    from workshop_tui.text.reading import Answer

WORDS_MARKED = 60
"""The biggest specific words are marked where no word was asked for."""
AROUND_THE_TEXT = MARGIN + GAP + 1 + 1


class _TextsLens(Lens):
    """Answers in a list, the selected one in full beneath it."""

    DEFAULT_CSS = """
    _TextsLens {
        layout: vertical;
        & > LongList { height: 2fr; }
        & > Pane { height: 1fr; min-height: 5; padding: 1 0 0 0; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._texts = LongList([Column()], on_move=self.cursor_moved)
        self._whole = Pane()
        self._items: Sequence[Answer] = ()
        self._searched: Sequence[str] = ()
        self._marks = Marks()
        self.panes = (self._texts,)

    def compose(self) -> ComposeResult:
        yield self._texts
        yield self._whole

    def subject(self) -> Subject | None:
        answer = self._selected()
        if answer is None:
            return None
        return Subject("quote", answer.text, under=self._pinned_under(), people=answer.people)

    def facts(self) -> Sequence[Fact]:
        facts: list[Message] = []
        answer, shown = self._selected(), self.shown
        if answer is not None and shown is not None and shown.masks and is_masked(answer.text):
            facts.append(Message.of("survey_view.masked_here"))
        if self._texts.is_cut:
            listed = len(self._texts.shown)
            facts.append(Message.of("survey_view.first_of", count=listed, all=self._texts.found))
        return facts

    def _pinned_under(self) -> str:
        return ""

    def _fill(self, shown: Shown, heading: str) -> None:
        signs = pin_signs(shown.survey)
        items = self._items
        has_same = any(answer.people > 1 for answer in items[:MOST_ROWS])
        counts = (PEOPLE_WIDTH + GAP) if has_same else 0
        width = self._texts.size.width - AROUND_THE_TEXT - counts
        marks, line_of = self._marks, self._line

        def row_of(place: int, text: str) -> Row:
            people = items[place].people
            cells = [
                line_of(text, marks, width),
                Content.styled(signs.get(("quote", text), ""), DIM),
            ]
            if has_same:
                how_many = number(people, shown.language) if people > 1 else ""
                cells.insert(1, Content.styled(how_many, DIM))
            return Row(str(place), tuple(cells), text)

        columns = [Column(heading), Column("", 1)]
        if has_same:
            columns.insert(1, Column(shown.t("survey_view.people"), PEOPLE_WIDTH, "right"))
        self._texts.set_columns(columns)
        self._texts.set_empty([plain(self._nothing(shown), DIM)])
        self._texts.set_items(range(len(items)), self._searched.__getitem__, row_of)

    def _line(self, answer: str, marks: Marks, width: int) -> Content:
        """The answer as one line of the list."""
        raise NotImplementedError

    def _nothing(self, shown: Shown) -> str:
        return shown.t("survey_view.no_answers_here")

    def _selected(self) -> "Answer | None":
        key = self._texts.selected
        return self._items[int(key)] if key is not None and int(key) < len(self._items) else None

    def follow(self) -> None:
        answer, shown = self._selected(), self.shown
        if shown is None:
            return
        self._whole.read_from_top()
        if answer is None:
            self._whole.set_paragraphs([])
            return
        whole = quote(answer.text, answer.people, self._marks, shown.t)
        self._whole.set_paragraphs([whole, *self._beneath(answer, shown)])

    def _beneath(self, answer: "Answer", shown: Shown) -> list[Content]:
        """What stands under the whole answer."""
        del answer, shown
        return []


class AnswersLens(_TextsLens):
    """Every distinct answer, in the order in which they came, its biggest words marked."""

    name_ = "answers"
    _alike: "tuple[tuple[Answer, ...], ...]" = ()
    _repeats: "frozenset[Answer]" = frozenset()

    def draw(self, shown: Shown) -> None:
        reading = shown.reading
        biggest = [reading.find(word.word) for word in reading.specific[:WORDS_MARKED]]
        self._marks = marks_of_all(biggest)
        self._items, self._searched = shown.answers, shown.texts
        # Before it is looked through, finding them would hold up the screen.
        found = reading.near_duplicates if shown.answers else ()
        self._alike = tuple((near.answer, *near.others) for near in found)
        self._repeats = frozenset(reading.long_repeats if shown.answers else ())
        self._fill(shown, shown.t("survey_view.answers", count=len(self._items)))

    def _line(self, answer: str, marks: Marks, width: int) -> Content:
        del width
        may_rank = self.shown is not None and self.shown.reading.sample.may_rank
        return plain(answer) if may_rank else marked(answer, marks)

    def facts(self) -> Sequence[Fact]:
        people = sum(answer.people for answers in self._alike for answer in answers)
        return (
            *super().facts(),
            *((Message.of("survey_view.nearly_the_same", count=people),) if people else ()),
        )

    def _beneath(self, answer: "Answer", shown: Shown) -> list[Content]:
        """That it may be one person twice; the answers that say nearly the same, with people."""
        twice = plain(shown.t("survey_view.perhaps_twice"), DIM)
        lines = [twice] if answer in self._repeats else []
        alike = next((answers for answers in self._alike if answer in answers), ())
        others = [other for other in alike if other != answer]
        if not others:
            return lines
        people = sum(other.people for other in others)
        said = shown.t("survey_view.nearly_the_same_said", count=people)
        quotes = [quote(other.text, other.people, self._marks, shown.t) for other in others]
        return [*lines, plain(said, DIM), *quotes]

    def _nothing(self, shown: Shown) -> str:
        if not shown.reading.people:
            return shown.t("survey_view.nobody_answered", count=shown.reading.rows)
        return shown.t("survey_view.looking") if not shown.answers else super()._nothing(shown)


class QuotesLens(_TextsLens):
    """The answers that hold what was looked at."""

    name_ = "quotes"
    _subject: Subject | None = None
    _quoted: Quoted | None = None

    def look_at(self, subject: Subject) -> None:
        """Show the answers that hold this from the first, in whatever reading there is."""
        self._subject = subject
        self._drawn_at = None
        self._texts.set_filter("")
        self._texts.move("first")

    def draw(self, shown: Shown) -> None:
        if self._subject is None:
            return
        self._quoted = quoted(shown.reading, self._subject, shown.t)
        self._items, self._marks = self._quoted.answers, self._quoted.marks
        self._searched = [answer.text for answer in self._items]
        people = sum(answer.people for answer in self._items)
        title = shown.t("survey_view.quotes_of", count=people, what=self._quoted.title)
        self._fill(shown, title)

    def _line(self, answer: str, marks: Marks, width: int) -> Content:
        return around(answer, marks, width)

    def _pinned_under(self) -> str:
        return self._quoted.under if self._quoted else ""
