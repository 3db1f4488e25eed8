"""What the interface is handed from outside: a workshop that is open, and the shelf of all of them.

The command line joins these to the store and the record; nothing here touches a disk.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from workshop_tui.domain.message import Message
from workshop_tui.domain.sustain import Waiting
from workshop_tui.domain.values import Stage
from workshop_tui.language import Language
from workshop_tui.room import Room
from workshop_tui.store.half_typed import HalfTyped
from workshop_tui.store.on_screen import OnScreen

if TYPE_CHECKING:
    from workshop_tui.record.blocks import Document
    from workshop_tui.record_on_disk import RecordFormat
    from workshop_tui.ui.proof_keeper import Keeper


class OpenedWorkshop(msgspec.Struct, frozen=True):
    """A workshop that is open, and what can be done with it outside the Room.

    folder: where its files lie; the survey's answers are read from there and written to it.
    record: the record as the workshop is now, with the sections and in the language that were
    chosen for it; may take a second, so it is made beside the screen.
    record_text: all of it in Markdown, its pictures in words, after the user's template where there
    is one. has_record_template: whether there is one.
    write_record: writes it in a form and gives its path. record_path: where Markdown goes.
    keep_copy: writes a copied text to a file and gives its path. write_paper: writes a text to
    hand out under this file name and gives its path.
    All of them raise RefusedError with the reason when they cannot.
    half_typed: what was typed and not entered when it was last open. keep_half_typed: keeps that,
    from any thread; raises RefusedError.
    show_on_screen: tells the projector's program what the screen is turned to, from any thread;
    None takes that back. Raises RefusedError. on_screen: what the screen of the program that
    writes is turned to; None where that is unknown.
    brief: the roll-out brief; may take as long as the record. write_brief: writes it in every
    language and format and gives the paths; raises RefusedError.
    close: writes what is waiting and lets the lock go.
    keep_reading: keeps what the survey's reading proves, for the next record; from any thread.
    waiting: what was due when it was opened, for the facilitator who comes back to it.
    """

    room: Room
    folder: Path
    record: Callable[[], "Document"]
    record_text: Callable[[], str]
    has_record_template: Callable[[], bool]
    write_record: Callable[["RecordFormat"], Path]
    record_path: Path
    keep_copy: Callable[[str], Path]
    half_typed: Callable[[], HalfTyped]
    keep_half_typed: Callable[[HalfTyped], None]
    show_on_screen: Callable[[OnScreen | None], None]
    on_screen: Callable[[], OnScreen | None]
    brief: Callable[[Language], "Document"]
    write_brief: Callable[[], Sequence[Path]]
    write_paper: Callable[[str, str], Path]
    close: Callable[[], None]
    keep_reading: "Keeper | None" = None
    waiting: Waiting = Waiting()


class SessionInfo(msgspec.Struct, frozen=True):
    """A line of the home screen.

    due: what waits there first, or what comes next where nothing does. waits: how many things
    wait there today. fault: why the session cannot be read, where it cannot.
    """

    key: str
    title: str
    changed: datetime
    stage: Stage | None = None
    due: Message | None = None
    waits: int = 0
    fault: Message | None = None


class Shelf(Protocol):
    """All workshops of the user. Every method may raise RefusedError with the reason."""

    def sessions(self) -> Sequence[SessionInfo]:
        """Newest first."""
        ...

    def open(self, key: str) -> OpenedWorkshop: ...

    def create(self, title: str, survey: Path | None) -> OpenedWorkshop:
        """A new workshop; survey: a file of answers to begin with."""
        ...

    def open_demo(self) -> OpenedWorkshop:
        """A private copy of the sample workshop in the user's language."""
        ...
