"""on-screen.toml: what the facilitator's screen is turned to, for the projector to follow.

No part of the workshop: it is written in place and not synced, so that it costs nothing, and a
reader that meets half of it waits for the rest. It names things and repeats no text of them.
"""

import contextlib
import datetime as dt
import os
from pathlib import Path
from typing import Final

from workshop_tui.domain.values import Count, Line, Stage, Value
from workshop_tui.store import codec, toml_text
from workshop_tui.store.atomic import PRIVATE
from workshop_tui.store.errors import SessionFileError, disk_errors_of

ROUNDS: Final = "rounds"
AGREEMENT: Final = "agreement"
"""Views of scoring: the rounds of a draft side by side, and the hands that were just counted."""


class OnScreen(Value, frozen=True):
    """What the room's attention is on.

    selected: the id of a draft, or a word of the survey; "" for none.
    view: "cloud" where the survey's word cloud is looked at, "memory" where the room remembers a
    draft and may see none; ROUNDS or AGREEMENT; "" for the stage's own slide.
    waiting: how many have not scored all drafts of the open round.
    timer_ends_at: when the running timer's time is up, UTC; None where none runs.
    """

    stage: Stage
    selected: Line = ""
    view: Line = ""
    waiting: Count = 0
    timer_ends_at: dt.datetime | None = None


def save(path: Path, on_screen: OnScreen) -> None:
    """Write it. Raises DiskError."""
    content = codec.dumps(codec.to_plain(on_screen))
    with disk_errors_of(path):
        fd = os.open(path, os.O_WRONLY | os.O_CREAT, PRIVATE)
        try:
            os.pwrite(fd, content, 0)
            os.ftruncate(fd, len(content))
        finally:
            os.close(fd)


def load(path: Path) -> OnScreen | None:
    """What was written last; None where nothing was, or no whole of it is there yet."""
    try:
        text = toml_text.decoded(path.read_bytes(), path)
        return toml_text.value_of(toml_text.parsed(text, path), OnScreen, path=path, text=text)
    except (OSError, SessionFileError):
        return None


def remove(path: Path) -> None:
    """Nothing is on the facilitator's screen any more."""
    with contextlib.suppress(OSError):
        path.unlink()
