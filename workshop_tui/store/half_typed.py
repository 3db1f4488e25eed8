"""half-typed.toml: what was typed into forms and not yet entered. Only the owner reads it.

It is no part of the workshop: it comes back into its forms after a crash or a pulled plug, and
is gone once it was entered. What is typed unseen, such as a ballot, is never handed in here.
"""

import contextlib
from pathlib import Path
from typing import Final

from workshop_tui.domain.values import Count, Line, Text, Value
from workshop_tui.store import codec, toml_text
from workshop_tui.store.atomic import PRIVATE, replace_file, set_damaged_aside
from workshop_tui.store.errors import SessionFileError, disk_errors_of
from workshop_tui.store.system import SYSTEM, System


class TypedText(Value, frozen=True):
    """What stood in the field of one question, by the question's key."""

    question: Line
    text: Text


class HalfTypedForm(Value, frozen=True):
    """A form that was left half-way.

    name: as it was asked under. ask: the question it stood at, in words. place: its number, from 0.
    """

    name: Line
    ask: Line = ""
    place: Count = 0
    texts: tuple[TypedText, ...] = ()


class HalfTyped(Value, frozen=True):
    """All forms of a workshop that were left half-way, the last one last."""

    forms: tuple[HalfTypedForm, ...] = ()


NOTHING: Final = HalfTyped()


def save(path: Path, half_typed: HalfTyped, system: System = SYSTEM) -> None:
    """Write all of it anew; no file where there is nothing. Raises DiskError."""
    if half_typed != NOTHING:
        content = codec.dumps(codec.to_plain(half_typed))
        replace_file(path, content, mode=PRIVATE, system=system)
        return
    with disk_errors_of(path), contextlib.suppress(FileNotFoundError):
        system.unlink(str(path))


def load(path: Path) -> HalfTyped:
    """What was half typed. A damaged file is set aside: it must not stand in the way of the rest.

    Raises DiskError.
    """
    with disk_errors_of(path):
        if not path.exists():
            return NOTHING
    try:
        text = toml_text.decoded(toml_text.read(path), path)
        return toml_text.value_of(toml_text.parsed(text, path), HalfTyped, path=path, text=text)
    except SessionFileError:
        set_damaged_aside(path)
        return NOTHING
