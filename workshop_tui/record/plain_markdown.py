"""People's words as Markdown that reads as nothing but words, in any dialect.

Every punctuation mark of ASCII goes behind a backslash but those that can begin nothing where they
stand, so that a sentence stays legible in the source: a comma, a quotation mark, the full stop at
its end, the hyphen inside a word.
"""

import re
from typing import Final

_MARK: Final = re.compile(r"[!-/:-@\[-`{-~]")
_QUOTATION_MARKS: Final = frozenset("'\"")
_CLOSING: Final = ("'", '"', "’", "”")
_NOT_AT_THE_BEGINNING: Final = frozenset(",;?!")
"""At the beginning of a line some dialects open a box or a comment with them ("!!! note")."""
_AT_THE_END: Final = frozenset(".:")
_INSIDE: Final = frozenset("-/")
_LIST_NUMBER: Final = re.compile(r"\d+|[^\W\d_]|[ivxlcdm]+", re.IGNORECASE)
"""What is a number of a list where a line begins with it and a full stop."""


def plain_markdown(words: str) -> str:
    """Words on one line, without control codes, with the backslashes that they need."""
    return _MARK.sub(_behind_backslash, words)


def _behind_backslash(found: re.Match[str]) -> str:
    mark, words, at = found.group(), found.string, found.start()
    return mark if _begins_nothing(mark, words, at) else f"\\{mark}"


def _begins_nothing(mark: str, words: str, at: int) -> bool:
    """Whether the mark at this place is only itself."""
    before, after = words[at - 1 : at], words[at + 1 : at + 2]
    if mark in _QUOTATION_MARKS:
        return True
    if mark in _NOT_AT_THE_BEGINNING:
        return at > 0
    if mark in _AT_THE_END:
        ends = before.isalnum() or before in _CLOSING
        return ends and not after.strip() and not _LIST_NUMBER.fullmatch(words, 0, at)
    if mark == "%":
        return before.isdecimal()
    return mark in _INSIDE and before.isalnum() and after.isalnum()
