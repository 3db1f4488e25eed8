"""Where things are: the files of a session's folder, its name, and the folder of all sessions."""

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import msgspec

from workshop_tui.store.atomic import sync_folder
from workshop_tui.store.errors import disk_errors_of

SESSIONS_VARIABLE = "WORKSHOP_TUI_SESSIONS"
LONGEST_SLUG = 60
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that Windows keeps for devices, whatever stands behind a dot."""


class SessionFolder(msgspec.Struct, frozen=True):
    """The files of one session. path: the folder, which need not exist."""

    path: Path

    @property
    def slug(self) -> str:
        """The name of the folder, by which people call the session."""
        return self.path.name or self.path.resolve().name

    @property
    def session(self) -> Path:
        """The state, for people."""
        return self.path / "session.toml"

    @property
    def journal(self) -> Path:
        """Every action, one behind the other."""
        return self.path / "journal.toml"

    @property
    def answers(self) -> Path:
        """The answers of the survey that were imported last."""
        return self.path / "answers.csv"

    @property
    def ballots(self) -> Path:
        """The ballots of the round that is open; there only until its reveal."""
        return self.path / "ballots.toml"

    @property
    def on_screen(self) -> Path:
        """What the facilitator's screen is turned to; there only while it is open."""
        return self.path / "on-screen.toml"

    @property
    def half_typed(self) -> Path:
        """What was typed and not yet entered; there only while there is such a thing."""
        return self.path / "half-typed.toml"

    @property
    def record(self) -> Path:
        """The decision record that was exported last."""
        return self.path / "record.md"

    @property
    def lock(self) -> Path:
        """Held by the program that writes; what is left of it does no harm."""
        return self.path / ".session.lock"

    def lives_on(self, path: Path) -> bool:
        """Whether this is a file that the session is made of, under whatever name it is reached."""
        real, folder = Path(os.path.realpath(path)), Path(os.path.realpath(self.path))
        is_answers = real.suffix == ".csv" and real.name.startswith(self.answers.stem)
        is_own = real.suffix == ".toml" or real.name == self.lock.name or is_answers
        return real.parent == folder and is_own

    @property
    def is_session(self) -> bool:
        """Whether there is a session here, good or damaged."""
        return self.session.is_file() or self.journal.is_file()


def slug_of(title: str) -> str:
    """A name for a folder: a-z, 0-9 and single hyphens, 1 to 60 characters, safe everywhere.

    Letters lose their accents; those without a Latin form fall away.
    """
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:LONGEST_SLUG].rstrip("-")
    if not slug:
        return "workshop"
    return f"{slug}-workshop" if slug in _RESERVED else slug


def make_folder(sessions: Path, title: str) -> SessionFolder:
    """Make a new folder for a session with this title, numbered where its name is taken.

    Raises DiskError.
    """
    with disk_errors_of(sessions):
        sessions.mkdir(parents=True, exist_ok=True)
        made = next(folder for folder in _candidates(sessions, slug_of(title)) if _made(folder))
    sync_folder(sessions)
    return SessionFolder(made)


def sessions_folder(option: Path | None, environ: Mapping[str, str], working: Path) -> Path:
    """The folder of the sessions: the option's, else the variable's, else ./sessions, else home's.

    working: the folder in which the program was started.
    """
    if option is not None:
        return option
    if environ.get(SESSIONS_VARIABLE):
        return Path(environ[SESSIONS_VARIABLE]).expanduser()
    beside = working / "sessions"
    if beside.is_dir():
        return beside
    # Loaded here, since most starts need no look at the system's folders.
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("workshop-tui", appauthor=False) / "sessions"


def _candidates(sessions: Path, slug: str) -> Iterator[Path]:
    yield sessions / slug
    for number in count(2):
        ending = f"-{number}"
        yield sessions / (slug[: LONGEST_SLUG - len(ending)].rstrip("-") + ending)


def _made(folder: Path) -> bool:
    """Make the folder; False where the name is taken, also by somebody else a moment ago."""
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True
