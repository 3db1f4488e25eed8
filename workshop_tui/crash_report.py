"""What is kept of a crash: where and how it happened.

The report is a file that only the user reads. Values of variables are left out, and so is what an
error says of itself, because they hold answers, drafts and names.
"""

import os
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from workshop_tui import __version__


def crash_folder() -> Path:
    """The user's own folder for reports."""
    # Loaded here, since most runs never crash.
    from platformdirs import user_state_path  # noqa: PLC0415

    return user_state_path("workshop-tui", appauthor=False)


def write_crash_report(error: BaseException, folder: Path, at: datetime) -> Path | None:
    """Write the report; its path, or None where it cannot be written."""
    path = folder / f"crash-{at:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(f"workshop-tui {__version__}\n")
            file.writelines(_told(error))
    except OSError:
        return None
    return path


def _told(error: BaseException) -> Iterator[str]:
    """The kind of the error and the lines of code that led to it, those of its cause first."""
    former = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if former is not None:
        yield from _told(former)
        yield "\n"
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__qualname__}\n"
