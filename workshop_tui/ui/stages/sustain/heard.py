"""What people answered, read like the survey: the words on the left, whose answers on the right.

For customers the words of the statement come first: which of them customers use, which never
appear, and what they say instead. For employees' responses to a change: the words, most people
first. How answers are read, `text` knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.look import ACCENT, DIM, GOOD, STRONG, WARN, plain
from workshop_tui.ui.page import Fact, Page, Say
from workshop_tui.ui.widgets.lines import Block
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row, RowList

if TYPE_CHECKING:
    from workshop_tui.text.promise import Promise
    from workshop_tui.text.reading import Reading

HeardKind = Literal["kept", "unheard", "instead", "said", "generic"]
SIGNS: Final[dict[HeardKind, tuple[str, str]]] = {
    "kept": ("✓", GOOD),
    "unheard": ("–", WARN),
    "instead": ("+", ACCENT),
    "said": (" ", ""),
    "generic": ("░", DIM),
}
PEOPLE_WIDTH: Final = 6
LABEL_WIDTH: Final = 11
MOST_WORDS: Final = 60
MOST_QUOTES: Final = 40


@dataclass(frozen=True, slots=True)
class HeardWord:
    """A word with the people who said it. kind: what it is to the reader."""

    word: str
    people: int
    kind: HeardKind


def words_of_promise(promise: "Promise") -> tuple[HeardWord, ...]:
    """The words of the statement that customers use, those that they never use, and theirs."""
    return (
        *(HeardWord(voice.word, voice.people, "kept") for voice in promise.kept),
        *(HeardWord(word, 0, "unheard") for word in promise.unheard),
        *(HeardWord(voice.word, voice.people, "instead") for voice in promise.instead),
    )


def words_of_reading(reading: "Reading") -> tuple[HeardWord, ...]:
    """The words of the answers, most people first, those that any company would say marked."""
    return tuple(
        HeardWord(word.word, word.people, "generic" if word.generic else "said")
        for word in reading.words[:MOST_WORDS]
    )


def promise_sentences(promise: "Promise", t: Say) -> list[str]:
    """The same in at most three sentences, for where there is little room."""
    kept = ", ".join(f"{voice.word} ({voice.people})" for voice in promise.kept)
    instead = ", ".join(f"{voice.word} ({voice.people})" for voice in promise.instead)
    return [
        *([t("sustain_view.they_use", words=kept)] if kept else []),
        *(
            [t("sustain_view.they_never_say", words=", ".join(promise.unheard))]
            if promise.unheard
            else []
        ),
        *([t("sustain_view.they_say_instead", words=instead)] if instead else []),
    ]


class HeardPage(Page):
    """Words, and the answers of those who said them."""

    places: ClassVar[tuple[Place, ...]] = ("plan", "lists", "everywhere")
    DEFAULT_CSS = """
    HeardPage {
        layout: grid; grid-size: 2 2; grid-columns: 1fr 1fr; grid-rows: 3 1fr;
        & > Block { column-span: 2; height: 2; padding: 0 0 0 2; }
        & > Pane { padding: 0 1 0 2; }
    }
    """

    def __init__(self, title: str, words: Sequence[HeardWord], reading: "Reading") -> None:
        """title: what was answered to: the statement, or the change."""
        super().__init__()
        self._title = title
        self._words = words
        self._reading = reading
        self._head = Block()
        self._list = RowList([Column()] * 4, on_move=self._show_answers)
        self._answers = Pane()
        self.panes = (self._list, self._answers)

    def compose(self) -> ComposeResult:
        yield self._head
        yield self._list
        yield self._answers

    def on_shown(self) -> None:
        count = self._reading.people
        self._head.set_lines(
            [
                plain(self._title, STRONG),
                Content.styled(self.t("sustain_view.people_answered", count), DIM),
            ]
        )
        self._list.set_columns(
            [
                Column("", 1),
                Column(self.t("sustain_view.heading.words")),
                Column(self.t("sustain_view.heading.people"), PEOPLE_WIDTH, "right"),
                Column("", LABEL_WIDTH),
            ]
        )
        self._list.set_rows([self._row(word) for word in self._words])
        self._show_answers(self._list.selected)

    def _row(self, word: HeardWord) -> Row:
        sign, style = SIGNS[word.kind]
        label = "" if word.kind == "said" else self.t(f"sustain_view.heard.{word.kind}")
        return Row(
            f"{word.kind} {word.word}",
            (
                Content.styled(sign, style),
                plain(word.word, STRONG if word.kind in {"kept", "instead"} else style),
                Content(str(word.people)),
                Content.styled(label, DIM),
            ),
        )

    def _show_answers(self, key: str | None) -> None:
        word = (key or "").partition(" ")[2]
        answers = self._reading.answers_with(word, most=MOST_QUOTES) if word else ()
        head = self.t("sustain_view.answers_with", word=word) if word else ""
        told = [plain(f"“{answer.text}”") for answer in answers]
        nobody = [Content.styled(self.t("sustain_view.nobody_said_it"), DIM)] if word else []
        spaced = [line for quote in (told or nobody) for line in (quote, Content(""))]
        self._answers.set_paragraphs([Content.styled(head, DIM), Content(""), *spaced])
        self._answers.read_from_top()

    def facts(self) -> Sequence[Fact]:
        if self._reading.sample.may_rank:
            return ()
        return (Message.of("notice.few_answers", count=self._reading.people),)
