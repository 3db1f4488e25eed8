"""What lies one level deeper than a word: the words that stand with it, and what people wrote.

Drawn when the cursor has come to rest, because it costs more than the move itself.
"""

from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.ui.look import DIM, plain
from workshop_tui.ui.stages.survey.lens import Shown
from workshop_tui.ui.stages.survey.marks import marks_of
from workshop_tui.ui.stages.survey.rows import (
    TOGETHER_WIDTH,
    beside_row,
    is_negated,
    quote,
    scale_of,
    that_fit,
)
from workshop_tui.ui.widgets.arranging import Down
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, OnMove, RowList

if TYPE_CHECKING:
    from workshop_tui.text.reading import Beside, Under, Word

BENEATH: Final = 25
QUOTES: Final = 8


class Beneath(Down):
    """The words under one word; beneath them the answers with the one under the cursor."""

    def __init__(self, on_move: OnMove) -> None:
        """on_move: told when the cursor is on another word of the list."""
        super().__init__(id="beneath")
        self.words = RowList([Column()], on_move=self._moved, id="under")
        self._said = Pane(id="said")
        self._on_move = on_move
        self._is_filling = False
        """Whether other words are being put in, which is no move of the cursor."""
        self._at: tuple[Shown, Word | None] | None = None
        self._width = 0
        self._under: Under | None = None
        self._known: dict[str, Under | None] = {}
        """The words under a word, by its key: going back to one costs nothing."""

    def compose(self) -> ComposeResult:
        yield self.words
        yield self._said

    def look_at(self, shown: Shown, word: "Word | None") -> None:
        """List the words under this one; a list that stands there already is not drawn again."""
        before, self._at = self._at, (shown, word)
        width, self._width = self._width, self.words.size.width
        if (before, width) == (self._at, self._width):
            return
        if before is None or before[0].reading is not shown.reading:
            self._known.clear()
        former, self._under = self._under, self._under_of(shown, word)
        self._is_filling = True
        self._draw_words(shown, word)
        if former is None or self._under is None or former.word != self._under.word:
            self.words.move("first")
        self._is_filling = False

    def draw_quotes(self) -> None:
        """Draw what people wrote with the word under the cursor."""
        if self._at is None:
            return
        shown, word = self._at
        if word is None:
            self._said.set_paragraphs([])
            return
        head, quotes = _said(shown, word, self.selected)
        self._said.set_paragraphs(that_fit([Content(""), *head], quotes, self._said.size))

    @property
    def selected(self) -> "Beside | None":
        """The word under the cursor, as it stands with the one above."""
        key = self.words.selected
        return next((item for item in self._items if item.word == key), None)

    @property
    def _items(self) -> "tuple[Beside, ...]":
        return self._under.beside if self._under else ()

    def _under_of(self, shown: Shown, word: "Word | None") -> "Under | None":
        if word is None:
            return None
        if word.key not in self._known:
            self._known[word.key] = shown.reading.under(word.word, BENEATH)
        return self._known[word.key]

    def _moved(self, key: str | None) -> None:
        if not self._is_filling:
            self._on_move(key)

    def _draw_words(self, shown: Shown, word: "Word | None") -> None:
        items, t = self._items, shown.t
        scale = scale_of(
            [item.word for item in items],
            [item.people for item in items],
            self.words.size.width,
            numbers=(TOGETHER_WIDTH,),
        )
        heading = t("survey_view.under", word=word.word) if word else ""
        self.words.set_columns(
            [Column(heading), Column(t("survey_view.together"), TOGETHER_WIDTH, "right")]
        )
        nothing = t("survey_view.nothing_under") if word else ""
        self.words.set_empty([plain(nothing, DIM)])
        judges = shown.reading.sample.shows_low
        self.words.set_rows(
            [
                beside_row(item, scale, shown.language, is_clear=item.clear or not judges)
                for item in items
            ]
        )


def _said(
    shown: Shown, word: "Word", together: "Beside | None"
) -> tuple[list[Content], list[Content]]:
    """What people wrote with the two words, or with the one where nothing stands with it.

    The sentences that say what it is, and the quotes.
    """
    reading, t = shown.reading, shown.t
    lines: list[Content] = []
    if is_negated(word):
        said = t("survey_view.said_not", count=word.negated, all=word.people, word=word.word)
        lines.append(plain(said, DIM))
    if together is None:
        quotes = reading.quotes([word.word], QUOTES)
        marks = marks_of(word)
        lines.append(plain(t("survey_view.said_word", count=word.people, word=word.word), DIM))
    else:
        quotes = reading.quotes_under(word.word, [together.word], QUOTES)
        marks = marks_of(word, reading.find(together.word))
        also = t(
            "survey_view.also_said",
            count=together.people,
            all=word.people,
            word=word.word,
            other=together.word,
        )
        lines.append(plain(also))
    return lines, [quote(found.text, found.people, marks, t) for found in quotes]
