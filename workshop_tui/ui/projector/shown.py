"""What a slide is made from: the session, what the facilitator's screen is turned to, a reading.

Also how more things than a room takes in are told of.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.language import Language, say
from workshop_tui.store.on_screen import OnScreen
from workshop_tui.ui.look import DIM
from workshop_tui.ui.projector.items import Item, Items

if TYPE_CHECKING:
    from workshop_tui.text.reading import Reading


class Shown(msgspec.Struct, frozen=True):
    """All that a slide is made from. reading: None while there is none."""

    session: Session
    on_screen: OnScreen
    reading: "Reading | None" = None

    @property
    def language(self) -> Language:
        """The room's own, which the facilitator's screen need not share."""
        return self.session.language

    def said(self, key: str, /, count: int | None = None, **values: str | int | Message) -> str:
        return say(Message.of(key, count, **values), self.language)


def listed(items: Sequence[Item], most: int, shown: Shown) -> tuple[Items, ...]:
    """The items as a block; the last of `most` says how many are left out. () of none."""
    if len(items) > most:
        left_out = shown.said("projector.more", len(items) - most + 1)
        items = [*items[: most - 1], Item("", left_out, DIM)]
    return (Items(tuple(items)),) if items else ()
