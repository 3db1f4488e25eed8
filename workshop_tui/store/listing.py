"""The sessions of a folder at a glance: title, stage, last change, what is due.

A session that cannot be read is listed with what is wrong; it hides no other.
"""

import datetime as dt
from pathlib import Path

import msgspec

from workshop_tui import progress
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import Waiting, waiting_on
from workshop_tui.domain.values import Stage
from workshop_tui.store import journal, snapshot
from workshop_tui.store.errors import StoreError
from workshop_tui.store.finding import session_folders
from workshop_tui.store.layout import SessionFolder


class ListedSession(msgspec.Struct, frozen=True):
    """One row of the list.

    title: the folder's name where the session cannot be read. stage: the first that lacks
    something; None where the session cannot be read. changed_at: UTC. waiting: what is
    due today, and what comes later. problem: what is wrong with its file.
    """

    folder: SessionFolder
    title: str
    stage: Stage | None
    changed_at: dt.datetime
    waiting: Waiting = Waiting()
    problem: Message | None = None

    @property
    def problem_in_folder(self) -> Message | None:
        """The problem with the file's name alone, for a row that tells which session it is."""
        if self.problem is None:
            return None
        values = dict(self.problem.values)
        if isinstance(path := values.get("path"), str):
            values["path"] = Path(path).name
        return Message(self.problem.key, tuple(values.items()), self.problem.count)


def list_sessions(sessions: Path, today: dt.date) -> tuple[ListedSession, ...]:
    """The sessions in a folder, the one that changed last first. today: on the user's wall.

    Raises DiskError where the folder cannot be read.
    """
    listed = [_listed(folder, today) for folder in session_folders(sessions)]
    return tuple(sorted(listed, key=lambda each: each.changed_at, reverse=True))


def _listed(folder: SessionFolder, today: dt.date) -> ListedSession:
    changed_at = _changed_at(folder)
    try:
        session = _read(folder)
    except StoreError as error:
        return ListedSession(folder, folder.slug, None, changed_at, problem=error.reason)
    stage = progress.where_it_stands(session)
    waiting = waiting_on(today, session.gut_check, session.sustain)
    return ListedSession(folder, session.title, stage, changed_at, waiting)


def _read(folder: SessionFolder) -> Session:
    if folder.session.is_file():
        return snapshot.load(folder.session).session
    return journal.session_of(journal.read(folder.journal), folder.journal)


def _changed_at(folder: SessionFolder) -> dt.datetime:
    latest = 0.0
    for path in (folder.session, folder.journal):
        try:
            latest = max(latest, path.stat().st_mtime)
        except OSError:
            continue  # the other one tells
    return dt.datetime.fromtimestamp(latest, dt.UTC)
