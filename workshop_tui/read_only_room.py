"""A Room that can only be read: it shows what another program writes, and refuses every action."""

from collections.abc import Callable, Sequence
from typing import NoReturn

from workshop_tui.clock import Clock
from workshop_tui.domain.hidden_box import HiddenAction, HiddenBox, fitting
from workshop_tui.domain.history import Checkpoint, EditByHand, Entry
from workshop_tui.domain.message import RefusedError, refuse
from workshop_tui.domain.session import Session, WorkshopAction
from workshop_tui.domain.values import Stage
from workshop_tui.room import Room, Saved


class ReadOnlyRoom(Room):
    """Follows what `follow` is told of. What is given unseen elsewhere is not known here."""

    def __init__(
        self, checkpoint: Checkpoint, read_history: Callable[[], Sequence[Entry]], clock: Clock
    ) -> None:
        """read_history: reads the journal as it is on the disk now."""
        super().__init__(clock)
        self._session, self._seq = checkpoint.session, checkpoint.seq
        self._read_history = read_history

    @property
    def session(self) -> Session:
        return self._session

    @property
    def read_only(self) -> bool:
        return True

    @property
    def save_state(self) -> Saved:
        return Saved()

    @property
    def _box(self) -> HiddenBox:
        return fitting(self.session, HiddenBox())

    def do(self, action: WorkshopAction | HiddenAction, by: str = "") -> NoReturn:
        del action, by
        raise _refusal()

    def undo(self, stage: Stage, by: str = "") -> NoReturn:
        del stage, by
        raise _refusal()

    def redo(self, stage: Stage, by: str = "") -> NoReturn:
        del stage, by
        raise _refusal()

    def history(self) -> Sequence[Entry]:
        """Every entry of the journal as it is on the disk now, oldest first."""
        return tuple(self._read_history())

    def see_somebody(self) -> None:
        """Nothing: who writes the workshop times it."""

    def see_nobody(self) -> None:
        """Nothing: who writes the workshop times it."""

    def follow(self, session: Session) -> None:
        """Take over the session as it is on the disk now, and tell the watchers."""
        self._session = session
        self._seq += 1
        # For a reader, the whole session was replaced from outside: that is an edit by hand.
        edit = EditByHand(session=session)
        self._tell(Entry(seq=self._seq, at=self._clock(), by="", action=edit))


def _refusal() -> RefusedError:
    return refuse("refused.read_only")
