"""Saving and opening a session beside bare TOML: `python -m benchmarks.saving`.

Each row is one run: the tasks take turns, and medians are divided. Peers:

- dump: `tomli_w.dump` of the same table straight into the file, which a kill leaves half written.
- append: the same bytes written and synced with nothing looked at.
- tomllib: `tomllib.loads` of the same file, to a bare table.
- csv: `csv.writer` and `csv.reader` on the same rows.
"""

import csv
import os
import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import tomli_w

from tests.store.samples import clock, entries_of, large_workshop, session_after
from workshop_tui.domain.drafting import EditDraft
from workshop_tui.domain.history import Checkpoint, Undo
from workshop_tui.domain.session import RenameWorkshop, Session, apply
from workshop_tui.store import journal, snapshot
from workshop_tui.store.answers import read_answers, write_answers
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.journal_writer import JournalWriter
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.listing import list_sessions
from workshop_tui.store.opened import OpenedToWrite, open_session
from workshop_tui.store.session_files import SessionFiles

ROUNDS = 60
ANSWERS = (0, 3_000, 100_000)
LONG = 10_000
"""Entries of a journal after a workshop of several days."""
ENTRIES = entries_of(large_workshop())
SESSION = session_after(ENTRIES)
EDIT = EditDraft(draft=SESSION.drafting.drafts[-1].id, text="Another wording of the last draft.")


def medians(*tasks: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each task, the tasks taking turns."""
    taken: list[list[float]] = [[] for _ in tasks]
    for _ in range(rounds):
        for task, times in zip(tasks, taken, strict=True):
            start = time.perf_counter()
            task()
            times.append(1_000 * (time.perf_counter() - start))
    return [statistics.median(times) for times in taken]


def row(name: str, ours: float, peer: float, peer_name: str, goal: str) -> None:
    """Print one line of the table."""
    print(f"{name:34} {ours:8.2f} {peer:8.2f} {peer_name:9} {ours / peer:6.2f}  {goal}")


def made(parent: Path, extra: int = 0) -> SessionFolder:
    """The large workshop on disk; extra: undo and redo entries behind it."""
    folder = SessionFolder(parent)
    folder.path.mkdir()
    behind = entries_of((Undo(entry=len(ENTRIES)) for _ in range(extra)), len(ENTRIES) + 1)
    writer = JournalWriter(folder.journal, journal.EMPTY)
    writer.append((*ENTRIES, *behind))
    writer.close()
    content = snapshot.encode(Checkpoint(SESSION, writer.last_seq, {"draft": 60}), clock())
    snapshot.write(folder.session, content, "")
    return folder


def opened_files(folder: SessionFolder, backups: BackupFolder) -> SessionFiles:
    """The session, opened for writing."""
    opened = open_session(folder, clock, backups)
    if not isinstance(opened, OpenedToWrite):
        sys.exit(f"{folder.path} opens read-only")
    return opened.files


def bench_saving(parent: Path, backups: BackupFolder) -> None:
    """The snapshot, beside a bare dump, with more and more answers beside it."""
    for count in ANSWERS:
        folder = made(parent / f"saving{count}")
        write_answers(folder, ((f"Answer {number}", "") for number in range(count)))
        files = opened_files(folder, backups)
        table = tomllib.loads(folder.session.read_text(encoding="utf-8"))
        bare = parent / "bare.toml"

        def dump(bare: Path = bare, table: dict[str, object] = table) -> None:
            with bare.open("wb") as file:
                tomli_w.dump(table, file)

        # Each save is of a session whose largest stage is another than the one before.
        changed = cycle((SESSION, apply(SESSION, EDIT)))

        def save(files: SessionFiles = files, changed: Iterator[Session] = changed) -> None:
            files.save(Checkpoint(next(changed), files.last_seq, {"draft": 60}))

        ours, peer = medians(save, dump)
        size = folder.session.stat().st_size / 1_000
        row(f"save {size:.0f} kB, {count:,} answers", ours, peer, "dump", "6 ms")
        files.close()


def bench_appending(parent: Path, backups: BackupFolder) -> None:
    """One entry to the journal, beside a bare write and fsync."""
    folder = made(parent / "appending")
    files = opened_files(folder, backups)
    action = RenameWorkshop(title="Another title")
    content = journal.encode(entries_of([action], 1)[0])
    bare = os.open(parent / "bare", os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def append() -> None:
        files.append(entries_of([action], files.last_seq + 1))

    def write() -> None:
        os.write(bare, content)
        os.fsync(bare)

    ours, peer = medians(append, write, rounds=500)
    row("append one entry", ours, peer, "append", "")
    os.close(bare)
    files.close()


def bench_opening(parent: Path, backups: BackupFolder) -> None:
    """Reading and opening, beside tomllib on the same file."""
    folder = made(parent / "opening")
    text = folder.session.read_text(encoding="utf-8")
    ours, peer = medians(lambda: snapshot.load(folder.session), lambda: tomllib.loads(text))
    row("load session.toml", ours, peer, "tomllib", "15 ms")
    for extra in (0, LONG):
        opened = made(parent / f"opening{extra}", extra)
        ours, peer = medians(
            lambda opened=opened: opened_files(opened, backups).close(),  # type: ignore[misc] # bound now
            lambda: tomllib.loads(text),
        )
        row(f"open, {len(ENTRIES) + extra:,} entries", ours, peer, "tomllib", "")
    long = (parent / f"opening{LONG}" / "journal.toml").read_text(encoding="utf-8")
    path = parent / f"opening{LONG}" / "journal.toml"
    ours, peer = medians(lambda: journal.read(path), lambda: tomllib.loads(long), rounds=3)
    row(f"whole journal, {len(ENTRIES) + LONG:,} entries", ours, peer, "tomllib", "")
    today = clock().date()
    ours, peer = medians(
        lambda: list_sessions(parent, today), lambda: tomllib.loads(text), rounds=5
    )
    row(f"list {len(list_sessions(parent, today))} sessions", ours, peer, "tomllib", "")


def bench_answers(parent: Path) -> None:
    """100,000 answers, beside the csv module."""
    rows = [(f"They call back within a day, number {number}", "West") for number in range(100_000)]
    folder = SessionFolder(parent / "answers")
    folder.path.mkdir()
    bare = parent / "bare.csv"
    digest = write_answers(folder, rows)

    def write_bare() -> None:
        with bare.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows((number, *each) for number, each in enumerate(rows, 1))

    def read_bare() -> list[list[str]]:
        with bare.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    ours, peer = medians(lambda: write_answers(folder, rows), write_bare, rounds=7)
    row("write 100,000 answers", ours, peer, "csv", "")
    ours, peer = medians(lambda: read_answers(folder, digest), read_bare, rounds=7)
    row("read 100,000 answers", ours, peer, "csv", "")


def main() -> None:
    """Print the table."""
    print(f"Python {sys.version.split()[0]}; medians in milliseconds, tasks taking turns")
    print(f"{'':34} {'ours':>8} {'peer':>8} {'':9} {'ratio':>6}  goal")
    with tempfile.TemporaryDirectory() as name:
        parent, backups = Path(name) / "sessions", BackupFolder(Path(name) / "backups")
        parent.mkdir()
        bench_saving(parent, backups)
        bench_appending(parent, backups)
        bench_opening(parent, backups)
        bench_answers(parent)


if __name__ == "__main__":
    main()
