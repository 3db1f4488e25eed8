"""A new session: its folder and the first entry."""

import contextlib
from pathlib import Path

from workshop_tui.clock import Clock
from workshop_tui.domain.history import UNSTARTED, Entry
from workshop_tui.domain.session import BLANK, StartWorkshop, apply
from workshop_tui.store import journal, snapshot
from workshop_tui.store.journal_writer import JournalWriter
from workshop_tui.store.layout import SessionFolder, make_folder
from workshop_tui.store.system import SYSTEM, System


def create_session(
    sessions: Path, start: StartWorkshop, clock: Clock, system: System = SYSTEM
) -> SessionFolder:
    """Make the folder of a new session in the folder of all sessions, ready to be opened.

    Raises RefusedError where the title is empty, DiskError where it cannot be written; then
    nothing of it is left.
    """
    session = apply(BLANK, start)
    folder = make_folder(sessions, session.title)
    at = clock()
    writer = JournalWriter(folder.journal, journal.EMPTY, system)
    try:
        first = Entry(seq=1, at=at, by="", action=start)
        writer.append([first])
        begun = UNSTARTED.after(first, session)
        snapshot.write(folder.session, snapshot.encode(begun, at), "", system)
    except BaseException:
        writer.close()
        _remove(folder)
        raise
    writer.close()
    return folder


def _remove(folder: SessionFolder) -> None:
    with contextlib.suppress(OSError):
        folder.session.unlink(missing_ok=True)
        folder.journal.unlink(missing_ok=True)
        folder.path.rmdir()
