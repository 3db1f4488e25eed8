"""session.toml: the whole session for people to read and edit, and how far into the journal it is.

The answers of the survey are never in it, nor are the ballots of an open round.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from workshop_tui.domain.history import Checkpoint
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import Count, Value
from workshop_tui.store import codec, migrations, problems, toml_text
from workshop_tui.store.atomic import Written, replace_file
from workshop_tui.store.codec import PlainTable
from workshop_tui.store.errors import NewerVersionError, SessionFileError, shown
from workshop_tui.store.problems import Problem
from workshop_tui.store.system import SYSTEM, System
from workshop_tui.store.table_writer import TableWriter

SCHEMA_VERSION = 1
_NO_TITLE = Problem(("title",), Message.of("store.problem.no_title"))
_EMPTY_STAGES: Final = {
    field.name: field.default
    for field in msgspec.structs.fields(Session)
    if isinstance(field.default, Value)
}


class Saved(Value, frozen=True):
    """The last table of session.toml: what the program notes for itself.

    seq: the last entry that the session holds. at: when it was written, UTC. numbers: the highest
    ids of that checkpoint. sha256: of session and numbers; it tells an edit by hand.
    """

    seq: Count
    at: datetime
    sha256: str
    numbers: dict[str, int] = {}  # noqa: RUF012 - msgspec gives each value a dict of its own


class Snapshot(msgspec.Struct, frozen=True):
    """What session.toml holds.

    saved: None where somebody took that table out. file_sha256: of the file as it was read.
    is_edited_by_hand: whether it says something else than what the program wrote last.
    """

    session: Session
    saved: Saved | None
    file_sha256: str
    is_edited_by_hand: bool


class SnapshotTable(msgspec.Struct, frozen=True):
    """session.toml before its session is made: `session` is that table in the present form."""

    text: str
    session: PlainTable
    saved: Saved | None
    file_sha256: str
    version: int


def digest(session: PlainTable, numbers: Mapping[str, int]) -> str:
    """The sha256 of what session.toml says, whatever its layout."""
    return sha256(msgspec.json.encode([session, sorted(numbers.items())])).hexdigest()


class SnapshotEncoder:
    """Makes the content of session.toml of one session, again and again.

    An action changes a little of one stage; of all else the text is kept.
    """

    def __init__(self) -> None:
        self._writers = {stage: TableWriter(stage) for stage in _EMPTY_STAGES}

    def encode(self, checkpoint: Checkpoint, at: datetime) -> bytes:
        """The content of session.toml. Times are kept to the second."""
        session, numbers = checkpoint.session, checkpoint.highest_ids
        about = codec.to_plain(msgspec.structs.replace(session, **_EMPTY_STAGES))
        written = {
            stage: writer.write(getattr(session, stage)) for stage, writer in self._writers.items()
        }
        stages = {stage: table for stage, table in written.items() if table.plain}
        plain = about | {stage: table.plain for stage, table in stages.items()}
        saved = Saved(
            seq=checkpoint.seq,
            at=at.astimezone(UTC).replace(microsecond=0),
            sha256=digest(plain, numbers),
            numbers=dict(sorted(numbers.items())),
        )
        tables = (
            codec.dumps({"schema_version": SCHEMA_VERSION, **about}),
            *(table.text for table in stages.values()),
            codec.dumps({"saved": codec.to_plain(saved)}),
        )
        return b"\n".join(tables)


def encode(checkpoint: Checkpoint, at: datetime) -> bytes:
    """The content of session.toml, once."""
    return SnapshotEncoder().encode(checkpoint, at)


def write(
    path: Path, content: bytes, expected_sha256: str | None, system: System = SYSTEM
) -> Written:
    """Replace session.toml.

    Raises DiskError, or ChangedOutsideError where the file is not the expected one.
    """
    return replace_file(path, content, expected_sha256=expected_sha256, system=system)


def load(path: Path) -> Snapshot:
    """What session.toml holds.

    Raises DiskError, SessionFileError with line, column and path, or NewerVersionError.
    """
    table = read_table(path)
    session = toml_text.value_of(table.session, Session, path=path, text=table.text)
    saved = table.saved
    is_edited = saved is None or (
        # What an older version wrote has another digest in the present form.
        table.version == SCHEMA_VERSION
        and saved.sha256 != digest(codec.to_plain(session), saved.numbers)
    )
    problem = next(iter(session_problems(session)), None) if is_edited else None
    if problem is not None:
        raise SessionFileError(toml_text.damaged_value(path, table.text, problem))
    return Snapshot(session, table.saved, table.file_sha256, is_edited)


def read_table(path: Path) -> SnapshotTable:
    """session.toml as good TOML of a version that is known, whatever its values. Raises as load."""
    content = toml_text.read(path)
    text = toml_text.decoded(content, path)
    plain = toml_text.parsed(text, path)
    version = _version_of(plain, path, text)
    saved = _saved_of(plain, path, text)
    session = migrations.migrated(plain, version, SCHEMA_VERSION, migrations.STEPS)
    return SnapshotTable(text, session, saved, sha256(content).hexdigest(), version)


def session_problems(session: Session) -> list[Problem]:
    """What is wrong with a session although every value in it is good."""
    untitled = [] if session.title else [_NO_TITLE]
    return untitled + problems.contradictions(session)


def _version_of(plain: PlainTable, path: Path, text: str) -> int:
    """Takes the version out of the table."""
    version = plain.pop("schema_version", None)
    if version is None:
        # Also what is left of a file that was cut off: its first line.
        raise SessionFileError(toml_text.incomplete(path, "store.problem.no_version"))
    known = range(min(migrations.STEPS, default=SCHEMA_VERSION), SCHEMA_VERSION + 1)
    if type(version) is int and version > SCHEMA_VERSION:
        raise NewerVersionError(
            Message.of("store.newer_version", path=shown(path), version=str(version))
        )
    if type(version) is not int or version not in known:
        what = Message.of("store.problem.bad_version", version=SCHEMA_VERSION)
        problem = Problem(("schema_version",), what)
        raise SessionFileError(toml_text.damaged_value(path, text, problem))
    return version


def _saved_of(plain: PlainTable, path: Path, text: str) -> Saved | None:
    """Takes the program's own table out of the table."""
    saved = plain.pop("saved", None)
    if saved is None:
        return None
    return toml_text.value_of(saved, Saved, path=path, text=text, under=("saved",))
