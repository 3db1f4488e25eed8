"""What a slide is made from: the session, what the facilitator's screen is turned to, a reading."""

from typing import TYPE_CHECKING

import msgspec

from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.language import Language, say
from workshop_tui.store.on_screen import OnScreen

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
