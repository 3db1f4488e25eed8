"""A log that never makes its caller wait: one thread writes, in the order that keeps things safe.

Entries go first, all that wait with one fsync; then the hidden box, then session.toml, of which
only the latest counts. What fails stays waiting until something new comes, or the log is closed, so
that a full disk is not hammered.
"""

import atexit
import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeAlias

from workshop_tui.domain.hidden_box import HiddenBox
from workshop_tui.domain.history import Checkpoint, Entry
from workshop_tui.domain.message import Message
from workshop_tui.store.errors import DiskError, StoreError, shown
from workshop_tui.store.session_files import SessionFiles

SNAPSHOT_DELAY = 0.3
"""Seconds without a change before session.toml is written."""
_MOST_DELAYS = 10
"""Changes without a pause put it off no further than this many delays."""

OnSaved = Callable[[int, datetime], None]
OnFailed = Callable[[Message], None]


_Chore: TypeAlias = Callable[[], object]


class ThreadedLog:
    """Writes in a thread of its own, which calls on_saved and on_failed.

    on_saved: all entries up to this number are on the disk since this time (UTC); also called when
    the hidden box is. on_failed: why something is not; it is kept and tried again later.
    """

    def __init__(
        self,
        files: SessionFiles,
        on_saved: OnSaved,
        on_failed: OnFailed,
        delay: float = SNAPSHOT_DELAY,
    ) -> None:
        self._files = files
        self._on_saved = on_saved
        self._on_failed = on_failed
        self._delay = delay
        self._next_seq = files.last_seq + 1
        self._entries: list[Entry] = []
        self._chores: list[_Chore] = []
        """What is done once the entries are on the disk, in the order it was asked for."""
        self._checkpoint: Checkpoint | None = None
        self._session_due = 0.0
        self._session_due_at_last = 0.0
        self._asked = 0
        self._failed_at = -1
        """How often something had been asked for when a try failed; only more starts another."""
        self._changed = threading.Condition()
        self._is_closing = False
        # A daemon, lest a crashed program hangs at its end; `atexit` still brings all to the disk.
        self._thread = threading.Thread(target=self._run, name="session-writer", daemon=True)
        self._thread.start()
        atexit.register(self._close_at_exit)

    def append(self, entry: Entry) -> None:
        """Keep an entry. Raises ValueError where its number does not follow the last."""
        with self._asking():
            if entry.seq != self._next_seq:
                raise ValueError("entries must be numbered without a gap")
            self._entries.append(entry)
            self._next_seq += 1

    def save(self, checkpoint: Checkpoint) -> None:
        """Write session.toml soon after the last change."""
        with self._asking():
            now = time.monotonic()
            if self._checkpoint is None:
                self._session_due_at_last = now + self._delay * _MOST_DELAYS
            self._checkpoint = checkpoint
            self._session_due = min(now + self._delay, self._session_due_at_last)

    def keep_box(self, box: HiddenBox) -> None:
        """Write ballots.toml, once every entry that was appended before is on the disk."""
        with self._asking():
            self._chores.append(lambda: self._files.keep_box(box))

    def drop_box(self) -> None:
        """Delete ballots.toml, once every entry that was appended before is on the disk."""
        with self._asking():
            self._chores.append(self._files.drop_box)

    def close(self) -> None:
        """Bring everything to the disk in the caller's thread, and let go of the session.

        Raises StoreError where something could not be saved.
        """
        with self._changed:
            if self._is_closing:
                return
            self._is_closing = True
            self._changed.notify()
        self._thread.join()
        atexit.unregister(self._close_at_exit)
        try:
            self._write_entries(_tell_nobody)
            self._write_session()
        finally:
            self._files.close()

    @contextlib.contextmanager
    def _asking(self) -> Iterator[None]:
        with self._changed:
            if not self._thread.is_alive():
                raise RuntimeError("the log is closed")
            yield
            self._asked += 1
            self._changed.notify()

    def _run(self) -> None:
        while (asked := self._wait_for_work()) is not None:
            try:
                self._write_entries(self._on_saved)
                if time.monotonic() >= self._session_due:
                    self._write_session()
                    self._files.back_up_when_due()
            except StoreError as error:
                self._failed_at = asked
                self._on_failed(error.reason)

    def _wait_for_work(self) -> int | None:
        """How often something was asked for until now; None when the log is closed."""
        with self._changed:
            while not self._is_closing:
                rest = self._seconds_to_work()
                if rest is not None and rest <= 0:
                    return self._asked
                self._changed.wait(rest)
        return None

    def _seconds_to_work(self) -> float | None:
        """How long there is nothing to do; None: until something is asked for."""
        if self._asked == self._failed_at:
            return None
        if self._entries or self._chores:
            return 0.0
        return None if self._checkpoint is None else self._session_due - time.monotonic()

    def _write_entries(self, tell: OnSaved) -> None:
        """The entries, then the chores. Raises StoreError; what is not done stays waiting."""
        with self._changed:
            entries, chores = tuple(self._entries), tuple(self._chores)
        if entries:
            self._files.append(entries)
            with self._changed:
                del self._entries[: len(entries)]
            tell(self._files.last_seq, self._files.now())
        for chore in chores:
            chore()
            with self._changed:
                del self._chores[0]
        if chores:
            tell(self._files.last_seq, self._files.now())

    def _write_session(self) -> None:
        with self._changed:
            waiting = self._checkpoint
        # It must not be ahead of the journal; the entries that it holds have come just now.
        if waiting is None or waiting.seq > self._files.last_seq:
            return
        written = self._files.save(waiting)
        with self._changed:
            if self._checkpoint is waiting:
                self._checkpoint = None
        if not written.is_confirmed:
            path = shown(self._files.folder.session)
            raise DiskError(Message.of("store.disk.not_confirmed", path=path))

    def _close_at_exit(self) -> None:
        with contextlib.suppress(StoreError):  # nobody is left to be told
            self.close()


def _tell_nobody(seq: int, at: datetime) -> None:
    """Whoever closes the log learns from its end that all is saved."""
