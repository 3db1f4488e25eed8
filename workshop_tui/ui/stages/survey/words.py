"""The words of the survey and, under the selected one, what lies one level deeper.

Left the words by people; right the words that stand with the selected one, and beneath them what
people wrote. Both follow the cursor.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from workshop_tui.domain.survey import Survey
from workshop_tui.language import Language
from workshop_tui.ui.look import DIM, DONE, plain
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject
from workshop_tui.ui.stages.survey.marks import marks_of
from workshop_tui.ui.stages.survey.rows import (
    NEGATED_WIDTH,
    PEOPLE_WIDTH,
    TOGETHER_WIDTH,
    WORDS_MEASURED,
    Scale,
    beside_row,
    board_paragraphs,
    is_negated,
    people_heading,
    pin_signs,
    quote,
    scale_of,
    that_fit,
    word_columns,
    word_row,
)
from workshop_tui.ui.widgets.bars import GENERIC, PARTIAL
from workshop_tui.ui.widgets.lines import Block
from workshop_tui.ui.widgets.long_list import LongList
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row, RowList

if TYPE_CHECKING:
    from workshop_tui.text.reading import Beside, Reading, Under, Word

WIDE: Final = 108
"""Cells from which the insight board stands beside the words."""
NARROW: Final = 70
ROOM_FOR_NEGATED: Final = 40
"""Cells of the list from which a column says how many people said a word with a "not"."""
BENEATH: Final = 25
QUOTES: Final = 8
HIDDEN_KEY: Final = "hidden:"


class WordsLens(Lens):
    """Words by people, the words under the selected one, and quotes."""

    name_ = "words"
    DEFAULT_CSS = """
    WordsLens {
        layout: vertical;
        & > Horizontal { height: 1fr; }
        & #words { width: 9fr; }
        & #beneath { width: 10fr; padding: 0 0 0 3; }
        & #under { height: 1fr; }
        & #said { height: 1fr; padding: 0 0 0 2; }
        & #board { width: 9fr; padding: 0 0 0 4; display: none; }
        &.-wide #board { display: block; }
        &.-narrow #beneath { padding: 0 0 0 1; }
        & > Block { padding: 0 0 0 0; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._words = LongList([Column()], on_move=self._word_moved, id="words")
        self._under = RowList([Column()], on_move=self._other_moved, id="under")
        self._said = Pane(id="said")
        self._board = Pane(id="board")
        self._legend = Block()
        self._with_hidden = False
        self._is_filling = False
        """Whether the words under another one are being put in, so that quotes come once."""
        self._by_key: dict[str, Word] = {}
        self._beneath: Under | None = None
        self.panes = (self._words, self._under)

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield self._words
            with Vertical(id="beneath"):
                yield self._under
                yield self._said
            yield self._board
        yield self._legend

    def draw(self, shown: Shown) -> None:
        self.set_class(self.size.width >= WIDE, "-wide")
        self.set_class(self.size.width < NARROW, "-narrow")
        self._draw_words(shown)
        self._word_moved(self._words.selected)
        self._board.set_paragraphs(
            board_paragraphs(shown.survey, shown.questions, shown.language, shown.t)
        )
        self._legend.set_lines([_legend(shown, self.size.width)])

    def toggle_hidden(self) -> None:
        """List the hidden words after all others, or leave them out again."""
        self._with_hidden = not self._with_hidden
        if self.shown is not None:
            self.draw(self.shown)

    def subject(self) -> Subject | None:
        key = self._words.selected
        if key is None or self.shown is None:
            return None
        node = self._by_key.get(key)
        if node is None:
            hidden = key.removeprefix(HIDDEN_KEY)
            return Subject("hidden", hidden, words=(hidden,))
        other = self._under.selected
        if self._under.is_active and other is not None:
            word = self.shown.reading.find(other)
            together = next((item.people for item in self._items() if item.word == other), None)
            return Subject(
                "word", other, words=(node.word, other), under=node.word, people=together, word=word
            )
        return Subject("word", node.word, words=(node.word,), people=node.people, word=node)

    def take_word(self, word: str) -> None:
        """Put the cursor on this word."""
        key = next((key for key, listed in self._by_key.items() if listed.word == word), None)
        if key is not None:
            self._words.select(key)

    # -- drawing

    def _draw_words(self, shown: Shown) -> None:
        reading, t = shown.reading, shown.t
        words = reading.words
        self._by_key = {word.key: word for word in words}
        scale = self._word_scale(words)
        signs = pin_signs(shown.survey)

        def row_of(word: "Word", text: str) -> Row:
            sign = signs.get(("word", word.word), "")
            row = word_row(word, scale, shown.language, pinned=sign)
            return Row(row.key, row.cells, text)

        self._words.set_columns(word_columns(scale, t, people_heading(reading, t)))
        hidden = _hidden_words(reading, shown.survey) if self._with_hidden else []
        self._words.set_empty([plain(t("survey_view.no_words"), DIM)])
        self._words.set_items(
            [*words, *hidden],
            _forms_text,
            lambda word, text: (
                row_of(word, text)
                if word.key in self._by_key
                else _hidden_row(word, scale, shown.language, text)
            ),
        )

    def _word_scale(self, words: "Sequence[Word]") -> Scale:
        width = self._words.size.width
        has_negated = width >= ROOM_FOR_NEGATED and any(
            is_negated(word) for word in words[:WORDS_MEASURED]
        )
        numbers = (PEOPLE_WIDTH, *((NEGATED_WIDTH,) if has_negated else ()))
        scale = scale_of(
            [word.word for word in words], [word.people for word in words], width, numbers=numbers
        )
        return Scale(scale.word, scale.bar, scale.longest, has_negated)

    def _word_moved(self, key: str | None) -> None:
        shown = self.shown
        if shown is None:
            return
        word = self._by_key.get(key or "")
        before = self._beneath
        self._beneath = shown.reading.under(word.word, BENEATH) if word else None
        self._is_filling = True
        self._draw_under(shown, word)
        if before is None or self._beneath is None or before.word != self._beneath.word:
            self._under.move("first")
        self._is_filling = False
        self._other_moved(self._under.selected)

    def _items(self) -> "tuple[Beside, ...]":
        return self._beneath.beside if self._beneath else ()

    def _draw_under(self, shown: Shown, word: "Word | None") -> None:
        items, t = self._items(), shown.t
        numbers = (TOGETHER_WIDTH,)
        scale = scale_of(
            [item.word for item in items],
            [item.people for item in items],
            self._under.size.width,
            numbers=numbers,
        )
        heading = t("survey_view.under", word=word.word) if word else ""
        self._under.set_columns(
            [Column(heading), Column(t("survey_view.together"), TOGETHER_WIDTH, "right")]
        )
        nothing = t("survey_view.nothing_under") if word else ""
        self._under.set_empty([plain(nothing, DIM)])
        judges = shown.reading.sample.shows_low
        self._under.set_rows(
            [
                beside_row(item, scale, shown.language, is_clear=item.clear or not judges)
                for item in items
            ]
        )

    def _other_moved(self, other: str | None) -> None:
        shown, key = self.shown, self._words.selected
        if shown is None or self._is_filling:
            return
        word = self._by_key.get(key or "")
        if word is None:
            self._said.set_paragraphs([])
            return
        head, quotes = _said(shown, word, other, self._beneath)
        self._said.set_paragraphs(that_fit([Content(""), *head], quotes, self._said.size))


def _said(
    shown: Shown, word: "Word", other: str | None, under: "Under | None"
) -> tuple[list[Content], list[Content]]:
    """What people wrote with the two words, or with the one where nothing stands with it.

    The sentences that say what it is, and the quotes.
    """
    reading, t = shown.reading, shown.t
    lines: list[Content] = []
    if is_negated(word):
        said = t("survey_view.said_not", count=word.negated, all=word.people, word=word.word)
        lines.append(plain(said, DIM))
    together = next((item for item in under.beside if item.word == other), None) if under else None
    if together is None:
        quotes = reading.quotes([word.word], QUOTES)
        marks = marks_of(word)
        lines.append(plain(t("survey_view.said_word", count=word.people, word=word.word), DIM))
    else:
        quotes = reading.quotes_under(word.word, [together.word], QUOTES)
        marks = marks_of(word, reading.find(together.word))
        lines.append(_also_said(shown, word, together.word, together.people))
    return lines, [quote(found.text, found.people, marks, t) for found in quotes]


def _also_said(shown: Shown, word: "Word", other: str, people: int) -> Content:
    # Both words are marked in the sentence as they are in the quotes.
    said = shown.t(
        "survey_view.also_said", count=people, all=word.people, word=word.word, other=other
    )
    return plain(said)


def _legend(shown: Shown, width: int) -> Content:
    t = shown.t
    pieces = [f"{GENERIC} {t('survey_view.legend.generic')}"]
    if shown.reading.sample.shows_low:
        pieces.append(f"{PARTIAL} {t('survey_view.legend.chance')}")
    pieces.append(f"{DONE} {t('survey_view.legend.pinned')}")
    while len(pieces) > 1 and len("   ".join(pieces)) > width - 2:
        pieces.pop()
    return Content.styled("  " + "   ".join(pieces), DIM)


def _forms_text(word: "Word") -> str:
    return " ".join((word.word, *(form for form, _ in word.forms)))


def _hidden_words(reading: "Reading", survey: Survey) -> "list[Word]":
    found = [reading.find(word) for word in survey.hidden]
    return [word for word in found if word is not None]


def _hidden_row(word: "Word", scale: Scale, language: Language, text: str) -> Row:
    row = word_row(word, scale, language, pinned="")
    name = Content.styled(f"- {word.word}", DIM)
    return Row(f"{HIDDEN_KEY}{word.word}", (name, *row.cells[1:]), text)
