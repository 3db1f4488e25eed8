"""Words marked where they stand in people's answers: whole quotes, and lines around one word.

The line around a word is a concordance, as corpus linguistics calls it: the word in one column,
what came before to its left and what came after to its right. Pure functions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content

from workshop_tui.domain.plain_text import clean_line
from workshop_tui.text.spelling import english_form, indonesian_form
from workshop_tui.text.words import Token, tokens_of
from workshop_tui.ui.look import CHOSEN, STRONG

if TYPE_CHECKING:
    from workshop_tui.text.reading import Word

OF_WORD: Final = STRONG
OF_OTHER: Final = CHOSEN


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in an answer.

    word: the forms of the word that is looked at. other: of what stands with it.
    """

    word: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()


def marks_of(word: "Word | None", other: "Word | None" = None) -> Marks:
    """The marks for a word of the reading, and for one that stands with it."""
    return Marks(_forms(word), _forms(other))


def marks_of_all(words: Iterable["Word | None"]) -> Marks:
    """The same mark for all of these words."""
    return Marks(frozenset().union(*(_forms(word) for word in words)))


def marked(answer: str, marks: Marks) -> Content:
    """The answer on one line with its words marked."""
    text = clean_line(answer)
    content = Content(text)
    for token in tokens_of(text):
        style = _style(token, marks)
        if style:
            content = content.stylize(style, token.start, token.end)
    return content


def around(answer: str, marks: Marks, width: int) -> Content:
    """The answer in exactly one line of `width` cells, its first marked word near the middle."""
    text = clean_line(answer)
    content = marked(text, marks)
    found = [token for token in tokens_of(text) if _style(token, marks)]
    # Where two words are looked at, the one that is rarer tells more.
    first = next((token for token in found if _style(token, marks) == OF_OTHER), None)
    first = first or (found[0] if found else None)
    if first is None or content.cell_length <= 0:
        return content
    before, after = content[: first.start], content[first.start :]
    room = max(8, width * 2 // 5)
    left = _last_cells(before, room)
    return left.pad_left(room - left.cell_length) + after


def holds_phrase(answer: str, words: Sequence[str]) -> bool:
    """Whether these forms stand in the answer one after the other."""
    wanted = tuple(words)
    tokens = [_spellings(token.form) for token in tokens_of(answer)]
    return any(
        all(word in tokens[at + step] for step, word in enumerate(wanted))
        for at in range(len(tokens) - len(wanted) + 1)
    )


def _forms(word: "Word | None") -> frozenset[str]:
    return frozenset(form for form, _ in word.forms) if word else frozenset()


def _style(token: Token, marks: Marks) -> str:
    spellings = _spellings(token.form)
    if spellings & marks.other:
        return OF_OTHER
    return OF_WORD if spellings & marks.word else ""


def _spellings(form: str) -> frozenset[str]:
    return frozenset((form, english_form(form), indonesian_form(form)))


def _last_cells(content: Content, width: int) -> Content:
    """The end of the content in at most `width` cells, cut at its beginning."""
    if content.cell_length <= width:
        return content
    cut = content[-(width - 1) :]
    while cut.cell_length > width - 1:
        cut = cut[1:]
    return Content("…") + cut
