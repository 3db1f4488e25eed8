"""What the survey shows as rows and paragraphs: words with their bars, quotes, pins. No decisions.

Generic words are dimmed and drawn with another sign, so that the screen reads without colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.geometry import Size

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import Pin, Survey, board
from workshop_tui.language import Language, number, say
from workshop_tui.ui.look import DIM, DONE, STRONG, fitted, plain
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.survey.marks import Marks, marked
from workshop_tui.ui.widgets.bars import GENERIC, PARTIAL, SPECIFIC, bar
from workshop_tui.ui.widgets.pane import wrapped
from workshop_tui.ui.widgets.rows import GAP, MARGIN, Column, Row

if TYPE_CHECKING:
    from workshop_tui.text.reading import Beside, Phrase, Reading, Word

PEOPLE_WIDTH: Final = 6
TOGETHER_WIDTH: Final = 8
NEGATED_WIDTH: Final = 5
WORD_WIDTHS: Final = (9, 16)
PHRASE_WIDTHS: Final = (14, 30)
WORDS_MEASURED: Final = 40
NEGATED_FROM: Final = 0.05
"""Share of a word's people from which it is worth saying that they said it with a "not"."""
QUOTE_INDENT: Final = "  "


@dataclass(frozen=True, slots=True)
class Scale:
    """How a list of words is drawn: cells for the word and its bar, people of the longest bar."""

    word: int
    bar: int
    longest: int
    has_negated: bool = False

    @property
    def free(self) -> int:
        """Cells of the column that holds word and bar."""
        return self.word + GAP + self.bar


def scale_of(
    words: Sequence[str],
    people: Sequence[int],
    width: int,
    widths: tuple[int, int] = WORD_WIDTHS,
    *,
    numbers: Sequence[int] = (PEOPLE_WIDTH,),
) -> Scale:
    """The scale for a list of `width` cells. numbers: widths of the columns after the bar."""
    longest_word = max((len(word) for word in words[:WORDS_MEASURED]), default=0)
    word = max(widths[0], min(longest_word, widths[1], width // 2))
    taken = MARGIN + 1 + word + GAP + sum(GAP + column for column in numbers)
    return Scale(word, max(0, width - taken), max(people[:WORDS_MEASURED], default=0))


def word_columns(scale: Scale, t: Say, people_heading: str) -> list[Column]:
    """The columns of the list of words."""
    columns = [Column(t("survey_view.words")), Column(people_heading, PEOPLE_WIDTH, "right")]
    if scale.has_negated:
        columns.insert(1, Column(t("survey_view.not"), NEGATED_WIDTH, "right"))
    return columns


def word_row(word: "Word", scale: Scale, language: Language, *, pinned: str) -> Row:
    """A word: its bar, how many said it with a "not" before it, how many people said it.

    pinned: the sign of what is on the insight board, or "".
    """
    style = DIM if word.generic else ""
    fill = GENERIC if word.generic else SPECIFIC
    cells = [
        _with_bar(word.word, word.people, scale, fill, style, pinned),
        Content.styled(number(word.people, language), style),
    ]
    if scale.has_negated:
        said_not = number(word.negated, language) if is_negated(word) else ""
        cells.insert(1, Content.styled(said_not, DIM))
    return Row(word.key, tuple(cells))


def is_negated(word: "Word") -> bool:
    """Whether enough people said the word with a "not" before it to say so."""
    return word.negated >= 2 and word.negated >= NEGATED_FROM * word.people


def beside_row(beside: "Beside", scale: Scale, language: Language, *, is_clear: bool) -> Row:
    """A word under another one; a bar of another sign where chance may have put them together."""
    style = "" if is_clear else DIM
    return Row(
        beside.word,
        (
            _with_bar(beside.word, beside.people, scale, SPECIFIC if is_clear else PARTIAL, style),
            Content.styled(number(beside.people, language), style),
        ),
    )


def phrase_row(phrase: "Phrase", scale: Scale, language: Language, *, pinned: str) -> Row:
    """A phrase with its bar."""
    style = DIM if phrase.generic else ""
    fill = GENERIC if phrase.generic else SPECIFIC
    return Row(
        phrase.phrase,
        (
            _with_bar(phrase.phrase, phrase.people, scale, fill, style, pinned),
            Content.styled(number(phrase.people, language), style),
        ),
    )


def _with_bar(
    word: str, people: int, scale: Scale, fill: str, style: str, sign: str = ""
) -> Content:
    length = bar(people, scale.longest, scale.bar, fill=fill, style=style)
    return Content("").join(
        [fitted(plain(word, style), scale.word), Content(f"{sign:<{GAP}}"), length]
    )


def people_heading(reading: "Reading", t: Say) -> str:
    """Above the numbers; of few people it says of how many."""
    if reading.sample.shows_percent:
        return t("survey_view.people")
    return t("survey_view.of_people", of=reading.people)


def quote(answer: str, people: int, marks: Marks, t: Say) -> Content:
    """An answer in quotation marks, its words marked, and how many gave it."""
    said = Content(f"{QUOTE_INDENT}“") + marked(answer, marks) + Content("”")
    if people > 1:
        said += Content.styled(f" {t('survey_view.times', count=people)}", DIM)
    return said


def that_fit(head: Sequence[Content], quotes: Sequence[Content], size: Size) -> list[Content]:
    """The head and the first of the quotes that fit whole beneath it; one quote at least.

    size: cells and lines that there are.
    """
    kept = [*head, *quotes[:1]]
    left = size.height - len(wrapped(kept, size.width))
    for quote_ in quotes[1:]:
        left -= len(wrapped([quote_], size.width))
        if left < 0:
            break
        kept.append(quote_)
    return kept


def pin_signs(survey: Survey) -> dict[tuple[str, str], str]:
    """The sign of each thing that stands on the insight board, by kind and text."""
    return {(pin.kind, pin.text): DONE for pin in board(survey.pins)}


def pin_text(pin: Pin) -> str:
    """What was pinned; an answer in quotation marks."""
    return f"“{pin.text}”" if pin.kind == "quote" else pin.text


def board_paragraphs(
    survey: Survey, questions: Sequence[Message], language: Language, t: Say
) -> list[Content]:
    """The insight board beside the words: what was pinned, then what to ask the room."""
    lines = [Content.styled(t("survey_view.board"), DIM), Content("")]
    pins = board(survey.pins)
    for pin in pins:
        weight = "" if pin.kind == "quote" else STRONG
        lines.append(Content(f"{DONE} ") + plain(pin_text(pin), weight))
        under = t("survey_view.pin_under", word=pin.under) if pin.under else ""
        people = t("survey_view.pin_people", count=pin.people) if pin.people else ""
        about = ", ".join(part for part in (under, people) if part)
        if about and pin.kind != "quote":
            lines.append(Content(QUOTE_INDENT) + plain(about, DIM))
        if pin.note:
            lines.append(Content(QUOTE_INDENT) + plain(pin.note, DIM))
    if not pins:
        lines.append(Content.styled(t("survey_view.board_empty"), DIM))
    for question in questions:
        lines += [Content(""), Content.styled(f"? {say(question, language)}", DIM)]
    return lines
