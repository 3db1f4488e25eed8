"""The words of the survey and, under the selected one, what lies one level deeper.

Left the words by people; right the words that stand with the selected one, and beneath them what
people wrote. Both follow the cursor.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.survey import Survey
from workshop_tui.language import Language
from workshop_tui.ui.look import DIM, DONE, plain
from workshop_tui.ui.stages.survey.beneath import Beneath
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject
from workshop_tui.ui.stages.survey.rows import (
    NEGATED_WIDTH,
    PEOPLE_WIDTH,
    WORDS_MEASURED,
    Scale,
    board_paragraphs,
    is_negated,
    people_heading,
    pin_signs,
    scale_of,
    word_columns,
    word_row,
)
from workshop_tui.ui.widgets.arranging import Across
from workshop_tui.ui.widgets.bars import GENERIC, PARTIAL
from workshop_tui.ui.widgets.lines import Block
from workshop_tui.ui.widgets.long_list import LongList
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row

if TYPE_CHECKING:
    from workshop_tui.text.reading import Beside, Reading, Word

WIDE: Final = 108
"""Cells from which the insight board stands beside the words."""
NARROW: Final = 70
ROOM_FOR_NEGATED: Final = 40
"""Cells of the list from which a column says how many people said a word with a "not"."""
HIDDEN_KEY: Final = "hidden:"


class WordsLens(Lens):
    """Words by people, the words under the selected one, and quotes."""

    name_ = "words"
    DEFAULT_CSS = """
    WordsLens {
        layout: vertical;
        & > Across { height: 1fr; }
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
        self._words = LongList([Column()], on_move=self.cursor_moved, id="words")
        self._beneath = Beneath(on_move=self.cursor_moved)
        self._board = Pane(id="board")
        self._legend = Block()
        self._with_hidden = False
        self._by_key: dict[str, Word] = {}
        self.panes = (self._words, self._beneath.words)

    def compose(self) -> ComposeResult:
        with Across():
            yield self._words
            yield self._beneath
            yield self._board
        yield self._legend

    def draw(self, shown: Shown) -> None:
        self.set_class(self.size.width >= WIDE, "-wide")
        self.set_class(self.size.width < NARROW, "-narrow")
        self._draw_words(shown)
        self._look_beneath()
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
        if self._beneath.words.is_active:
            self._look_beneath()
            other = self._beneath.selected
            if other is not None:
                return _word_under(node, other, self.shown.reading)
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

    def follow(self) -> None:
        self._look_beneath()
        self._beneath.draw_quotes()

    def _look_beneath(self) -> None:
        if self.shown is not None:
            self._beneath.look_at(self.shown, self._by_key.get(self._words.selected or ""))


def _word_under(node: "Word", other: "Beside", reading: "Reading") -> Subject:
    return Subject(
        "word",
        other.word,
        words=(node.word, other.word),
        under=node.word,
        people=other.people,
        word=reading.find(other.word),
    )


def _legend(shown: Shown, width: int) -> Content:
    t = shown.t
    pieces = [f"{GENERIC} {t('survey_view.legend.generic')}"]
    if shown.reading.sample.shows_low:
        pieces.append(f"{PARTIAL} {t('survey_view.legend.chance')}")
    pieces.append(f"{DONE} {t('survey_view.legend.pinned')}")
    # Before they are looked for beside the screen, finding them would hold it up.
    spellings = len(shown.reading.variants) if shown.answers else 0
    if spellings:
        pieces.append(t("survey_view.legend.spellings", count=spellings))
    while len(pieces) > 1 and len("   ".join(pieces)) > width - 2:
        pieces.pop()
    return Content.styled("  " + "   ".join(pieces), DIM)


def _forms_text(word: "Word") -> str:
    return " ".join((word.word, *(form for form, _ in word.forms)))


def _hidden_words(reading: "Reading", survey: Survey) -> "list[Word]":
    found = [reading.find(word) for word in survey.hidden]
    # Two forms of one family may have been hidden before they were merged.
    by_key = {word.key: word for word in found if word is not None}
    return list(by_key.values())


def _hidden_row(word: "Word", scale: Scale, language: Language, text: str) -> Row:
    row = word_row(word, scale, language, pinned="")
    name = Content.styled(f"- {word.word}", DIM)
    return Row(f"{HIDDEN_KEY}{word.word}", (name, *row.cells[1:]), text)
