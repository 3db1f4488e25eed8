"""The workshops of the user as the interface wants them, joined to the disk.

Keeps what was opened last, so that it can be closed, and told of, whatever happens to the screen.
"""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import msgspec

from workshop_tui.cli.due import waiting_message
from workshop_tui.cli.papers import Papers
from workshop_tui.cli.run import Run
from workshop_tui.clock import Clock, now
from workshop_tui.domain.sustain import waiting_on
from workshop_tui.room_on_disk import RoomOnDisk, open_room
from workshop_tui.store.finding import find_session
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.listing import ListedSession, list_sessions
from workshop_tui.ui.opened import OpenedWorkshop, SessionInfo


class DiskShelf:
    """The shelf of the home screen. Every method may raise RefusedError with the reason."""

    def __init__(self, run: Run, clock: Clock = now) -> None:
        self._run = run
        self._clock = clock
        self.last_opened: RoomOnDisk | None = None

    def sessions(self) -> Sequence[SessionInfo]:
        """Newest first."""
        today = self._clock().astimezone().date()
        listed = list_sessions(self._run.sessions, today)
        return [self._info(session, today) for session in listed]

    def open(self, key: str) -> OpenedWorkshop:
        """key: as in `sessions`."""
        return self.open_folder(find_session(key, self._run.sessions))

    def create(self, title: str, survey: Path | None) -> OpenedWorkshop:
        """A new workshop in the user's language; survey: a file of answers to begin with."""
        # The first frame does not wait for what reads survey files.
        from workshop_tui.workshops import create_workshop  # noqa: PLC0415

        new = create_workshop(self._run.sessions, title, self._run.language, survey)
        return self.open_folder(new.folder)

    def open_demo(self) -> OpenedWorkshop:
        """A private copy of the sample workshop in the user's language."""
        from workshop_tui.workshops import copy_sample  # noqa: PLC0415

        return self.open_sample(copy_sample(self._run.private_sessions, self._run.language))

    def open_sample(self, folder: SessionFolder) -> OpenedWorkshop:
        """Open the sample's copy in this folder; what is due in it is nobody's task."""
        return self.opened(open_room(folder, clock=self._clock))

    def open_folder(self, folder: SessionFolder) -> OpenedWorkshop:
        """Open the session in this folder, as the facilitator who comes back to it."""
        opened = self.opened(open_room(folder, clock=self._clock))
        session = opened.room.session
        waiting = waiting_on(opened.room.today, session.gut_check, session.sustain)
        return msgspec.structs.replace(opened, waiting=waiting)

    def look(self) -> None:
        """Have the open session show what another program has written."""
        if self.last_opened is not None:
            self.last_opened.look()

    def opened(self, room_on_disk: RoomOnDisk) -> OpenedWorkshop:
        """What the interface may do with an open session."""
        self.last_opened = room_on_disk
        papers = Papers(room_on_disk)
        return OpenedWorkshop(
            room=room_on_disk.room,
            folder=room_on_disk.folder.path,
            record=papers.record,
            record_text=papers.record_text,
            has_record_template=papers.has_record_template,
            write_record=papers.write_record,
            record_path=room_on_disk.folder.record,
            keep_copy=papers.keep_copy,
            half_typed=room_on_disk.half_typed,
            keep_half_typed=room_on_disk.keep_half_typed,
            show_on_screen=room_on_disk.show_on_screen,
            on_screen=room_on_disk.on_screen,
            brief=papers.brief,
            write_brief=papers.write_brief,
            write_paper=papers.write_paper,
            close=room_on_disk.close,
            keep_reading=papers.keep_reading,
        )

    def _info(self, session: ListedSession, today: dt.date) -> SessionInfo:
        return SessionInfo(
            key=str(session.folder.path),
            title=session.title,
            changed=session.changed_at,
            stage=session.stage,
            waits=len(session.waiting.due) + len(session.waiting.rechecks),
            due=waiting_message(session.waiting, today, self._run.language),
            fault=session.problem_in_folder,
        )
