"""The write side of a session as the Room uses it: what was done goes in, and ends on the disk."""

from typing import Protocol

from workshop_tui.domain.ballots import BallotBox
from workshop_tui.domain.history import Entry
from workshop_tui.domain.session import Session
from workshop_tui.store.session_files import SessionFiles


class Log(Protocol):
    """Takes what has to be kept. Which calls wait and how errors come back, each log says."""

    def append(self, entry: Entry) -> None:
        """Keep an entry; its number follows the last. Raises ValueError where it does not."""
        ...

    def save(self, session: Session, seq: int) -> None:
        """Keep the session after the entry `seq` for people to read; only the latest counts."""
        ...

    def keep_ballots(self, box: BallotBox) -> None:
        """Keep the ballots of the open round; only the latest box counts."""
        ...

    def drop_ballots(self) -> None:
        """Delete the ballots, once every entry that was appended before is on the disk."""
        ...

    def retry(self) -> None:
        """Try again what could not be saved."""
        ...

    def overwrite_outside_change(self) -> None:
        """Replace what somebody else wrote to session.toml; a backup keeps it."""
        ...

    def back_up(self) -> None:
        """Copy the files as they are, before something large such as an import."""
        ...

    def close(self) -> None:
        """Bring everything to the disk and let go of the session. Harmless when done before.

        Raises StoreError where something could not be saved.
        """
        ...


class SyncLog:
    """A log whose calls wait for the disk and raise StoreError; for samples, tests, benchmarks."""

    def __init__(self, files: SessionFiles) -> None:
        self._files = files

    def append(self, entry: Entry) -> None:
        """Put the entry on the disk."""
        self._files.append([entry])

    def save(self, session: Session, seq: int) -> None:
        """Write session.toml."""
        self._files.save(session, seq)

    def keep_ballots(self, box: BallotBox) -> None:
        """Write ballots.toml."""
        self._files.keep_ballots(box)

    def drop_ballots(self) -> None:
        """Delete ballots.toml."""
        self._files.drop_ballots()

    def retry(self) -> None:
        """Nothing: what failed was raised, and is the caller's to call again."""

    def overwrite_outside_change(self) -> None:
        """Let the next save replace the changed file."""
        self._files.overwrite_outside_change()

    def back_up(self) -> None:
        """Copy the files."""
        self._files.back_up()

    def close(self) -> None:
        """Close the files and release the lock."""
        self._files.close()
