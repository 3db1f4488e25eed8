"""Two wordings in one line: what went, came and moved, by sign as well as by style."""

from collections.abc import Mapping
from typing import Final

from textual.content import Content

from workshop_tui.domain.word_diff import ChangeKind, word_diff
from workshop_tui.ui.look import ACCENT, DIM, GOOD, WARN, plain

SIGNS: Final[Mapping[ChangeKind, tuple[str, str]]] = {
    "kept": ("", ""),
    "removed": ("-", f"{WARN} strike"),
    "added": ("+", f"{GOOD} bold"),
    "moved_away": ("‹", f"{DIM} strike"),
    "moved_here": ("›", f"{ACCENT} bold"),
}
"""The sign before the words, and their style."""


def changed_words(old: str, new: str) -> Content:
    """Both wordings in one line."""
    pieces = []
    for change in word_diff(old, new):
        sign, style = SIGNS[change.kind]
        pieces.append(plain(f"{sign}{change.words}", style))
    return Content(" ").join(pieces)
