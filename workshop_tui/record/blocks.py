"""The record as a value: a document of sections, a section of blocks, a block of plain text.

Formats read it and nothing else, so that what one says all say. Text knows which of its words came
from people; how such words are made harmless is for each format to decide.
"""

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from workshop_tui.domain.word_diff import Change, ChangeKind


class Said(msgspec.Struct, frozen=True):
    """Words that came from people: a name, an answer, a draft. Each format escapes them fully."""

    words: str


Text: TypeAlias = tuple["str | Said", ...]
"""One line: sentences of the catalogue and what people said, in reading order."""

Align = Literal["left", "right"]

SIGNS: Mapping[ChangeKind, str] = {
    "kept": "",
    "removed": "−",
    "added": "+",
    "moved_away": "‹",
    "moved_here": "›",
}
"""Before and behind the words of a change: meaning is carried by sign, not by colour."""


class Heading(msgspec.Struct, frozen=True):
    """The title of a part within a section."""

    text: Text


class Paragraph(msgspec.Struct, frozen=True):
    sentences: tuple[Text, ...]


class Statement(msgspec.Struct, frozen=True):
    """The vision statement, on its own."""

    words: str


class Quote(msgspec.Struct, frozen=True):
    """Somebody's words as they were said, several lines or one. by: who, () where unnamed."""

    words: str
    by: Text = ()


class Items(msgspec.Struct, frozen=True):
    """A list without order."""

    items: tuple[Text, ...]


class Term(msgspec.Struct, frozen=True):
    name: Text
    meaning: Text


class Terms(msgspec.Struct, frozen=True):
    """Names with what they stand for, like the head of the minutes."""

    terms: tuple[Term, ...]


class Column(msgspec.Struct, frozen=True):
    title: Text
    align: Align = "left"


class Table(msgspec.Struct, frozen=True):
    """rows: as many texts each as there are columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]


class WordChanges(msgspec.Struct, frozen=True):
    """A statement after a change, with the words that went and came, told by sign.

    reasons: why, in sentences of their own; () where nobody said.
    """

    title: Text
    changes: tuple[Change, ...]
    reasons: tuple[Text, ...] = ()


class Drawing(msgspec.Struct, frozen=True):
    """A picture's shapes on a sheet. Made by `svg`, whose functions keep people's words inert."""

    width: float
    height: float
    shapes: tuple[str, ...]


class Picture(msgspec.Struct, frozen=True):
    """A drawing with what it says in words.

    name: small letters, digits and `-`, once in a document: the end of its file's name.
    alternative: what is to be seen in it, in whole sentences, for whoever cannot see it.
    caption: its title, also written beneath it.
    """

    name: str
    drawing: Drawing
    alternative: Text
    caption: Text


Block: TypeAlias = (
    Heading | Paragraph | Statement | Quote | Items | Terms | Table | WordChanges | Picture
)


class Section(msgspec.Struct, frozen=True):
    """key: its name in every language, also the anchor in a page."""

    key: str
    title: Text
    blocks: tuple[Block, ...]


class Document(msgspec.Struct, frozen=True):
    """language: of the record's own sentences. opening: what stands above the first section."""

    title: Text
    language: str
    opening: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


def words_of(text: Text) -> str:
    """The text as it reads, nothing escaped."""
    return "".join(piece.words if isinstance(piece, Said) else piece for piece in text)


def pictures_of(document: Document) -> tuple[Picture, ...]:
    """All pictures of a document in reading order."""
    blocks = (block for section in document.sections for block in section.blocks)
    return tuple(block for block in blocks if isinstance(block, Picture))
