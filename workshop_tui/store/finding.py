"""The session that a person means: by its name, its folder, or the path to its session.toml."""

import difflib
from pathlib import Path

from workshop_tui.domain.message import Message
from workshop_tui.store.errors import NotFoundError, disk_errors_of, shown
from workshop_tui.store.layout import SessionFolder


def find_session(wanted: str, sessions: Path) -> SessionFolder:
    """The folder of a session.

    Raises NotFoundError, which names sessions with near names, or DiskError.
    """
    try:
        found = _found(wanted, sessions)
    except OSError:  # a name that is too long, a folder that may not be looked into
        found = None
    if found is None:
        raise NotFoundError(_not_found(wanted, sessions))
    return found


def session_folders(sessions: Path) -> tuple[SessionFolder, ...]:
    """All sessions in a folder, by name; () where it does not exist.

    Raises DiskError where it is a file, or may not be read: that is not to have no sessions.
    """
    with disk_errors_of(sessions):
        try:
            found = [SessionFolder(path) for path in sorted(sessions.iterdir())]
        except FileNotFoundError:
            return ()
    return tuple(folder for folder in found if folder.is_session)


def _found(wanted: str, sessions: Path) -> SessionFolder | None:
    path = Path(wanted).expanduser()
    if path.name == "session.toml" and path.is_file():
        return SessionFolder(path.parent)
    is_bare_name = wanted not in ("", ".", "..") and path.parts == (wanted,)
    places = (*([sessions / wanted] if is_bare_name else ()), *([path] if wanted else ()))
    return next((each for place in places if (each := SessionFolder(place)).is_session), None)


def _not_found(wanted: str, sessions: Path) -> Message:
    known = [folder.slug for folder in session_folders(sessions)]
    near = difflib.get_close_matches(wanted.lower(), known, n=3, cutoff=0.5)
    near += [slug for slug in known if wanted and wanted.lower() in slug and slug not in near]
    if near:
        names = shown(", ".join(near[:5]))
        return Message.of(
            "store.not_found.near", session=shown(wanted), folder=shown(sessions), near=names
        )
    return Message.of("store.not_found.none", session=shown(wanted), folder=shown(sessions))
