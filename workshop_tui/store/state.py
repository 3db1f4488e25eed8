"""The state of a session as its files tell it: the snapshot and the journal entries after it.

Only reading. What has to be written because of what was found, `opened` writes.
"""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from workshop_tui.domain import history
from workshop_tui.domain.history import Checkpoint, Entry, Redo, Undo
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.session import Session
from workshop_tui.store import journal, snapshot, toml_text
from workshop_tui.store.errors import NotFoundError, SessionFileError, shown
from workshop_tui.store.journal import Journal
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.snapshot import Snapshot


class State(msgspec.Struct, frozen=True):
    """What was read.

    journal: at least its last entries. known_ids: the highest number given to an id so far, by
    prefix, as far as the files say so. snapshot_sha256: of session.toml, "" where there is none.
    is_unjournalled: no entries lead to this session, since it was edited by hand or the journal
    lost its end.
    """

    session: Session
    journal: Journal
    known_ids: Mapping[str, int]
    snapshot_sha256: str
    warnings: tuple[Message, ...] = ()
    is_unjournalled: bool = False

    def checkpoint(self) -> Checkpoint:
        """Where the workshop has got to."""
        # Not every id was given by an action of its own: an agenda comes with the start.
        known = history.highest_ids([self.session], self.known_ids)
        return Checkpoint(self.session, self.journal.last_seq, known)


def read_state(folder: SessionFolder) -> State:
    """The session as it is on the disk.

    Raises DiskError, SessionFileError with line, column and path, or NotFoundError.
    """
    # The snapshot first: while another program writes, the journal is then never behind it.
    if folder.session.exists():
        state = _from_snapshot(folder, snapshot.load(folder.session))
    elif folder.journal.exists():
        state = _from_journal(folder)
    else:
        raise NotFoundError(no_session_in(folder))
    warnings = state.warnings
    if state.journal.torn:
        warnings = (*warnings, Message.of("store.torn_tail", path=shown(folder.journal)))
    return replace(state, warnings=warnings)


def no_session_in(folder: SessionFolder) -> Message:
    """What is said of a folder that holds no session."""
    return Message.of("store.no_session_here", folder=shown(folder.path))


def _from_journal(folder: SessionFolder) -> State:
    read = journal.read(folder.journal)
    session = journal.session_of(read, folder.journal)
    rebuilt = Message.of("store.rebuilt", path=shown(folder.session))
    return State(session, read, history.highest_ids(read.entries), "", (rebuilt,))


def _from_snapshot(folder: SessionFolder, loaded: Snapshot) -> State:
    saved = loaded.saved
    if saved is None or loaded.is_edited_by_hand:
        return _from_edited(folder, loaded)
    read = journal.read_after(folder.journal, saved.seq)
    known_ids = history.highest_ids(read.entries, saved.numbers)
    sha256 = loaded.file_sha256
    if read.last_seq < saved.seq:
        behind = Message.of("store.journal_behind", path=shown(folder.journal))
        return State(loaded.session, read, known_ids, sha256, (behind,), is_unjournalled=True)
    return State(_carried_on(folder, loaded.session, read), read, known_ids, sha256)


def _from_edited(folder: SessionFolder, loaded: Snapshot) -> State:
    if loaded.saved is None and folder.journal.exists():
        # It is the last table: whatever cut it off may have cut off more.
        raise SessionFileError(toml_text.incomplete(folder.session, "store.problem.no_saved"))
    seq = loaded.saved.seq if loaded.saved else 0
    read = journal.read(folder.journal)
    tail = tuple(entry for entry in read.entries if entry.seq > seq)
    session, warnings = _edited(folder, loaded.session, tail)
    known_ids = history.highest_ids(read.entries)
    return State(session, read, known_ids, loaded.file_sha256, warnings, is_unjournalled=True)


def _carried_on(folder: SessionFolder, session: Session, tail: Journal) -> Session:
    """The session after the entries that the snapshot does not hold yet."""
    try:
        if not any(isinstance(entry.action, Undo | Redo) for entry in tail.entries):
            for entry in tail.entries:
                session = history.after(session, entry)
            return session
    except RefusedError:
        pass  # the whole journal knows better, or says where it contradicts
    return journal.session_of(journal.read(folder.journal), folder.journal)


def _edited(
    folder: SessionFolder, session: Session, tail: tuple[Entry, ...]
) -> tuple[Session, tuple[Message, ...]]:
    """An edited session after the entries that it does not hold, less those that no longer fit."""
    warnings = [Message.of("store.edited_by_hand", path=shown(folder.session))]
    numbers = {entry.seq for entry in tail}
    left_out = history.undone_entries(tail)
    for entry in tail:
        if isinstance(entry.action, Undo | Redo):
            reason = None if entry.action.entry in numbers else _BEFORE_THE_EDIT
        elif entry.seq in left_out:
            reason = None
        else:
            session, reason = _after_or_reason(session, entry)
        if reason is not None:
            warnings.append(
                Message.of(
                    "store.entry_left_out",
                    seq=entry.seq,
                    action=history.name_of(entry.action),
                    reason=reason,
                )
            )
    return session, tuple(warnings)


_BEFORE_THE_EDIT = Message.of("store.reason.before_the_edit")


def _after_or_reason(session: Session, entry: Entry) -> tuple[Session, Message | None]:
    try:
        return history.after(session, entry), None
    except RefusedError as refusal:
        return session, refusal.reason
