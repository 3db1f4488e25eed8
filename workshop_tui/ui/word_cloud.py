"""How the words of the cloud look: for the survey's view of it, and for the room's slide.

Any company's words are dimmed and carry the sign that the list gives them. When a word is selected
everything steps back but the words that stand with it. Leaves out where words stand (`text`) and
the cursor that goes from one to the other (`widgets.cloud`).
"""

from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from rich.cells import cell_len
from textual.content import Content

from workshop_tui.text.survey.cloud import CloudWord, PlacedWord, Size, cloud_of
from workshop_tui.ui.look import CHOSEN, DIM, FAINT, SELECTED, STRONG
from workshop_tui.ui.widgets.bars import GENERIC
from workshop_tui.ui.widgets.cloud import CloudSpot, drawn_line, spots_by_line

if TYPE_CHECKING:
    from workshop_tui.text.reading import Beside, Reading, Word

MOST: Final = 400
"""Words that are tried; more than the largest terminal holds."""
BENEATH: Final = 25
LIT: Final = "•"
Role: TypeAlias = Literal["any", "selected", "lit", "aside"]
"""What a word is to the selected one; `any` where none is selected."""


def placed_words(words: "Collection[Word]", width: int, height: int) -> tuple[PlacedWord, ...]:
    """Where the words stand in a room of so many cells."""
    wanted = [CloudWord(word.key, word.word, word.people) for word in words]
    return cloud_of(wanted, width, height, cell_len).placed


def clearly_beneath(reading: "Reading", word: "Word") -> "tuple[Beside, ...]":
    """The words under a word that do not stand with it by chance, as far as that can be judged."""
    under = reading.under(word.word, BENEATH)
    found = under.beside if under else ()
    return tuple(beside for beside in found if beside.clear or not reading.sample.shows_low)


def role_of(word: "Word", selected: "Word | None", lit: Collection[str]) -> Role:
    """lit: the words that stand with the selected one."""
    if selected is None:
        return "any"
    if word.key == selected.key:
        return "selected"
    return "lit" if word.word in lit else "aside"


def spot(placed: PlacedWord, word: "Word", role: Role, said: str = "") -> CloudSpot:
    """A word as it is drawn: its signs in the margin, and the weight that its role gives it.

    said: what copying it gives.
    """
    style = _style(placed.size, role, is_generic=word.generic)
    sign = SELECTED if role == "selected" else " "
    mark = GENERIC if word.generic else " "
    lines = []
    for line, text in enumerate(placed.lines):
        is_middle = line == placed.height // 2
        beside = LIT if role == "lit" and is_middle else mark
        margin = f"{sign if is_middle else ' '}{beside}".ljust(placed.margin)
        lines.append(Content.styled(margin + text, style))
    forms = " ".join((word.word, *(form for form, _ in word.forms)))
    return CloudSpot(word.key, placed.column, placed.line, tuple(lines), forms, said)


def _style(size: Size, role: Role, *, is_generic: bool) -> str:
    if role == "selected":
        return CHOSEN
    if role == "lit":
        return STRONG
    if role == "aside" or is_generic:
        return FAINT if size >= Size.TWO_LINES else DIM
    return "" if size is Size.PLAIN else STRONG


@lru_cache(1)
def cloud_lines(
    reading: "Reading", selected: "Word | None", width: int, height: int
) -> tuple[Content, ...]:
    """The cloud as lines, for who only looks. Kept, because a slide is drawn over and over."""
    by_key = {word.key: word for word in reading.words[:MOST]}
    lit = {beside.word for beside in clearly_beneath(reading, selected)} if selected else set()
    spots = []
    for placed in placed_words(by_key.values(), width, height):
        word = by_key[placed.word.key]
        spots.append(spot(placed, word, role_of(word, selected, lit)))
    on_line = spots_by_line(spots)
    return tuple(drawn_line(on_line.get(y, ()), y) for y in range(height))
