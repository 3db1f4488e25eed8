"""Sentences of the catalogue as text of the record, with people's words told apart in them.

Whatever string is put into a sentence counts as said by people and will be escaped; only the
sentence itself, its numbers and the messages in it are ours. Forgetting to mark a name is thus
impossible; the price is a backslash too many in a word of ours that was handed in as a string.
"""

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from workshop_tui.domain.message import Message, Value
from workshop_tui.language import Language, clock, number, percent, say, written_day
from workshop_tui.record.blocks import Said, Text

Filling: TypeAlias = "str | int | float | Message | Text"

NONE: Text = ("–",)
"""A cell about which nothing was recorded."""

# NUL stands in no catalogue, so a place where people's words go cannot be mistaken for anything.
_PLACE = re.compile("\x00([0-9]+)\x00")

_ENDS = re.compile("[.!?…][”’\"')\\]]*$")
"""How people's words end where they are a sentence already."""

_SINGLE_MARKS = str.maketrans("“”", "‘’")


class Wording:
    """Says things in one language: `t("record.present", count=8)`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, /, count: int | None = None, **values: Filling) -> Text:
        """The sentence with this key. `count` picks its plural form and is its value `n`."""
        if not values and count is None:
            return _fixed(key, self.language)
        said: list[Text] = []
        named = values if count is None else {"n": count, **values}
        filled = {name: _held_out(value, said) for name, value in named.items()}
        message = Message(key, tuple(filled.items()), count)
        return _put_in(say(message, self.language), said)

    def message(self, message: Message) -> Text:
        """A message of the domain, such as what a stage still lacks."""
        said: list[Text] = []
        return _put_in(say(_with_places(message, said), self.language), said)

    def number(self, value: float | None) -> Text:
        """A number with the separators of the language, or that there is none."""
        return NONE if value is None else (number(value, self.language),)

    def day(self, day: dt.date | None) -> Text:
        """A written day, or that there is none."""
        return (written_day(day, self.language),) if day else NONE

    def clock(self, moment: dt.datetime) -> Text:
        """The time of the day, as the clock on the wall showed it."""
        return (clock(moment, self.language),)

    def moment(self, at: dt.datetime | None) -> Text:
        """A written day and the time on the wall, or that there is none."""
        return (*self.day(at.date()), ", ", *self.clock(at)) if at else NONE

    def share(self, share: float) -> Text:
        """Whole percent."""
        return (percent(share, self.language),)


def quoted(words: str) -> Text:
    """What people said, or that there is nothing."""
    return (Said(words),) if words else NONE


def listed(texts: Iterable[Text], between: str = ", ") -> Text:
    """The texts in one line; that there is nothing when there are none."""
    line: list[str | Said] = []
    for text in texts:
        line += [between, *text] if line else text
    return tuple(line) or NONE


def shortened(words: str, longest: int) -> str:
    """Words cut for a picture, where a line has an end; the text beside it has them whole."""
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


@cache
def _fixed(key: str, language: Language) -> Text:
    """A sentence in which nothing is filled in: column titles come back for every table."""
    return (say(Message(key), language),)


def _held_out(value: Filling, said: list[Text]) -> Value:
    match value:
        case str():
            return _place((Said(value),), said)
        case tuple():
            return _place(value, said)
        case Message():
            return _with_places(value, said)
        case _:
            return value


def _with_places(message: Message, said: list[Text]) -> Message:
    values = tuple((name, _held_out(value, said)) for name, value in message.values)
    return Message(message.key, values, message.count)


def _place(text: Text, said: list[Text]) -> str:
    said.append(text)
    return f"\x00{len(said) - 1}\x00"


def _put_in(sentence: str, said: list[Text]) -> Text:
    pieces: list[str | Said] = []
    for index, part in enumerate(_PLACE.split(sentence)):
        if index % 2:
            within = bool(pieces) and isinstance(pieces[-1], str) and pieces[-1].endswith("“")
            pieces += _quoted_within(said[int(part)]) if within else said[int(part)]
        elif part:
            pieces += _after(pieces, part)
    return tuple(pieces)


def _after(pieces: list[str | Said], part: str) -> tuple[str, ...]:
    """What our sentence says behind people's words, so that one mark ends both."""
    last = pieces[-1] if pieces else None
    if not isinstance(last, Said) or not part.startswith("."):
        return (part,)
    if last.words.endswith("."):
        pieces[-1] = Said(last.words[:-1])
        return (part,)
    rest = part[1:] if _ENDS.search(last.words) else part
    return (rest,) if rest else ()


def _quoted_within(text: Text) -> Text:
    """Words that our sentence puts in quotation marks, with single ones for those in them."""
    return tuple(
        Said(piece.words.translate(_SINGLE_MARKS)) if isinstance(piece, Said) else piece
        for piece in text
    )
