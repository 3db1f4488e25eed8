"""Text that people typed or imported, made safe to keep: no control codes, one form for one letter.

Cleaning happens when text comes in (a key, a paste, an import, a file on disk). Cleaned text
survives TOML, cannot steer a terminal and cannot hide letters. It is idempotent. What it does not
do: escape anything. A `[bold]` stays a `[bold]`; each output format escapes for itself.
"""

import re
import unicodedata

NAME_LENGTH = 80
LINE_LENGTH = 2_000
TEXT_LENGTH = 20_000
MARKS_IN_A_ROW = 4
"""More combining marks than this on one letter draw over the neighbouring lines."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls but tab and line feed; bidirectional controls; fillers that draw nothing (zero-width
# joiner and non-joiner stay: emoji, Persian and Indic scripts need them); tag characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_UNKEEPABLE = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_WHITE_SPACE = re.compile(r"\s+")


def clean(text: str, *, longest: int = TEXT_LENGTH) -> str:
    """The same text without control codes and hidden letters; line feeds and tabs stay.

    Source of the list: what terminals act on, and Unicode's default-ignorable characters.
    """
    if text.isascii() and text.isprintable():
        return text[:longest].strip()
    text = _UNKEEPABLE.sub("\ufffd", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))
    # Letters below the first combining mark have one form only; most answers hold no others.
    if not text.isascii() and max(text) >= "\u0300":
        apart = unicodedata.normalize("NFD", text)
        has_marks = any(map(unicodedata.combining, apart))
        text = unicodedata.normalize("NFC", _with_few_marks(apart) if has_marks else apart)
    return text[:longest].strip()


def clean_line(text: str, *, longest: int = LINE_LENGTH) -> str:
    """Cleaned text on one line, words apart by one space."""
    return _WHITE_SPACE.sub(" ", clean(text, longest=TEXT_LENGTH)).strip()[:longest].rstrip()


def clean_name(text: str) -> str:
    """A cleaned name: one line, at most 80 characters."""
    return clean_line(text, longest=NAME_LENGTH)


def _with_few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)
