"""Cells made safe to keep, a column at a time, at the speed of the csv module.

The rules are those of `domain.plain_text.clean`. Here is only the short way for cells in which
there is nothing to clean, which in real surveys is nearly all of them.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from workshop_tui.domain.plain_text import TEXT_LENGTH, clean, clean_line

# Characters that `clean` leaves alone wherever they stand: printable ASCII, tab, line feed,
# precomposed Latin letters, general punctuation and currency signs, emoji and their joiners.
_HARMLESS_ASCII = bytes([*b"\t\n", *range(0x20, 0x7F)])
_HARMLESS = re.compile(
    "[\t\n -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff"
    "\u2600-\u26ff\u200d\ufe0f\U0001f300-\U0001faff]*"
)


class CleanedCells(NamedTuple):
    """Cells and what cleaning them met.

    cells: cleaned. characters: of them all before that, about. cut: how many were too long.
    altered: how many lost hidden characters.
    """

    cells: list[str]
    characters: int
    cut: int
    altered: int


def clean_cells(cells: Sequence[str]) -> CleanedCells:
    """The cells, each as `clean` gives it."""
    joined = "\n".join(cells)
    longest = max(map(len, cells), default=0)
    if longest <= TEXT_LENGTH and _is_harmless(joined):
        return CleanedCells([cell.strip() for cell in cells], len(joined), 0, 0)
    cleaned = [_clean_cell(cell) for cell in cells]
    cut = sum(len(cell) > TEXT_LENGTH for cell in cells)
    altered = sum(map(_is_altered, cells, cleaned))
    return CleanedCells(cleaned, len(joined), cut, altered)


def clean_labels(cells: Sequence[str], known: dict[str, str]) -> list[str]:
    """The cells as labels of groups, on one line. known: cleaned before; grows with each call."""
    for cell in set(cells).difference(known):
        known[cell] = clean_line(cell)
    return [known[cell] for cell in cells]


def _is_harmless(text: str) -> bool:
    # Bytes are sifted about four times as fast as characters: what is left of the UTF-8 when the
    # harmless ASCII is gone are the few letters that need a closer look.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _HARMLESS_ASCII)
    return not rest or _HARMLESS.fullmatch(rest.decode("utf-8", "surrogatepass")) is not None


def _clean_cell(cell: str) -> str:
    cell = _with_line_feeds(cell)
    if _HARMLESS.fullmatch(cell):
        return cell[:TEXT_LENGTH].strip()
    return clean(cell)


def _is_altered(cell: str, kept: str) -> bool:
    if kept == cell:
        return False
    whole = unicodedata.normalize("NFC", _with_line_feeds(cell))
    return whole[:TEXT_LENGTH].strip() != kept


def _with_line_feeds(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell
