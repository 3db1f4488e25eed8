"""What a release has to stand: `python -m benchmarks.torture [kills|faults|cuts] [--kills N]`.

- kills: kill -9 of a writer at 10,000 random moments; every promised action must be there.
- faults: every file call of a working session fails, once and for ever, or is where the program is
  killed; what was called done must be on the disk, and the session must open (Linux, gcc).
- cuts: session.toml and journal.toml, cut off at every byte, open or are refused in one line.

Exits 1 when anything was lost. `make test` runs shorter forms of all three.
"""

import argparse
import errno
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.killed_writer import promised_before_killed, title_of
from tests.store.samples import clock, entries_of, large_workshop, small_workshop
from workshop_tui.domain.ballots import BallotBox
from workshop_tui.domain.hidden_box import HiddenBox
from workshop_tui.domain.history import Checkpoint, Entry
from workshop_tui.domain.session import RenameWorkshop, Session, StartWorkshop, apply
from workshop_tui.store import hidden_box, journal, snapshot
from workshop_tui.store.answers import read_answers, write_answers
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.creating import create_session
from workshop_tui.store.errors import StoreError
from workshop_tui.store.journal_writer import JournalWriter
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import OpenedToWrite, open_session, view_session

KILLS = 10_000
KILLS_A_SESSION = 500
"""Then a new one is begun, lest its journal grow into the main thing."""
MOST_CALLS = 60
KILL, ONE_BYTE = -1, 0
ANSWERS = {
    "open": (errno.EACCES, errno.EMFILE, errno.ENOSPC, errno.EROFS, KILL),
    "write": (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EFBIG, ONE_BYTE, KILL),
    "fchmod": (errno.EPERM, KILL),
    "ftruncate": (errno.EIO, KILL),
    "fsync": (errno.EIO, errno.ENOSPC, KILL),
    "close": (errno.EIO, errno.EDQUOT, KILL),
    "rename": (errno.EXDEV, errno.EACCES, errno.EIO, errno.ENOSPC, KILL),
    "unlink": (errno.EACCES, errno.EIO, KILL),
}
"""What each call is made to answer."""
SIZES = {"small": small_workshop, "large": large_workshop}
BOX = HiddenBox(scores=BallotBox(round="round9", absent=("person1",)))
ROWS = [(f"They call back, number {number}", "West") for number in range(200)]


@dataclass(frozen=True)
class Fault:
    """One run of the sweep."""

    call: str
    answer: int
    at: int
    ever: bool

    def __str__(self) -> str:
        names = {KILL: "KILL", ONE_BYTE: "ONE_BYTE"}
        answer = names.get(self.answer) or errno.errorcode[self.answer]
        return f"{self.call}:{answer}:{self.at}{'+' if self.ever else ''}"


@dataclass
class Tally:
    """What was tried and what went wrong."""

    tried: int = 0
    wrong: list[str] = field(default_factory=list)

    def note(self, place: str, problems: list[str]) -> None:
        """Count one try, and say at once what is wrong with it."""
        self.tried += 1
        for problem in problems:
            self.wrong.append(f"{place}: {problem}")
            print(f"  WRONG {place}: {problem}", flush=True)


def kills(count: int) -> Tally:
    """A writer killed at random moments; see `tests.faults.killed_writer`."""
    tally = Tally()
    torn = unfinished = 0
    for first in range(0, count, KILLS_A_SESSION):
        with tempfile.TemporaryDirectory() as name:
            start = StartWorkshop(title=title_of(1))
            folder = create_session(Path(name) / "sessions", start, clock)
            last = 1
            for seed in range(first, min(first + KILLS_A_SESSION, count)):
                last = max(last, promised_before_killed(folder.path, seed))
                problems, last = judged_after_kill(folder, last)
                tally.note(f"kill {seed}", problems)
                torn += bool(journal.read_after(folder.journal, last).torn)
            unfinished += len(list(folder.path.glob(".*.tmp")))
            whole = journal.read(folder.journal)
            if journal.session_of(whole, folder.journal).title != title_of(whole.last_seq):
                tally.note(f"kill {first}", ["the whole journal leads to another session"])
    print(f"kills: {torn} tore an entry, {unfinished} left a temporary file")
    return tally


def judged_after_kill(folder: SessionFolder, last: int) -> tuple[list[str], int]:
    """(what is wrong, the last entry there is)."""
    try:
        opened = view_session(folder)
        snapshot.load(folder.session)
    except StoreError as error:
        return [f"does not open: {error}"], last
    seq = opened.checkpoint.seq
    problems = [] if seq >= last else [f"lost entries {seq + 1} to {last}"]
    if opened.session.title != title_of(seq):
        problems.append(f"entry {seq} and the session differ")
    return problems, seq


def work(path: Path, backups: BackupFolder) -> None:
    """A working session, in a process of its own: says each thing that is done once it is."""

    def done(what: str) -> None:
        os.write(1, f"{what}\n".encode())

    folder = SessionFolder(path)
    try:
        done(f"answers {write_answers(folder, ROWS)}")
        opened = open_session(folder, clock, backups)
    except StoreError:
        return
    if not isinstance(opened, OpenedToWrite):
        return
    files, checkpoint = opened.files, opened.checkpoint
    for _ in range(3):
        entry, after = next_of(checkpoint)
        try:
            files.append([entry])
            checkpoint = after
            done(f"entry {checkpoint.seq}")
            files.save(checkpoint)
            done(f"session {checkpoint.seq}")
            files.keep_box(BOX)
            done("ballots")
        except StoreError:
            continue
    try:
        files.drop_box()
        done("dropped")
        files.close()
    except StoreError:
        return


def next_of(checkpoint: Checkpoint) -> tuple[Entry, Checkpoint]:
    """An entry behind the last, and where it leads."""
    action = RenameWorkshop(title=title_of(checkpoint.seq + 1))
    (entry,) = entries_of([action], checkpoint.seq + 1)
    return entry, checkpoint.after(entry, apply(checkpoint.session, action))


def faults() -> Tally:
    """Every call of `work` that touches the session's folder fails."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        shim = Path(name) / "fault_shim.so"
        source = Path(__file__).with_name("fault_shim.c")
        build = ["gcc", "-O2", "-shared", "-fPIC", "-o", str(shim), str(source), "-ldl"]
        subprocess.run(build, check=True)
        for size, workshop in SIZES.items():
            sample = Path(name) / size
            sample.mkdir()
            writer = JournalWriter(sample / "journal.toml", journal.EMPTY)
            entries = entries_of(workshop())
            writer.append(entries)
            session = journal.session_of(journal.read(sample / "journal.toml"), sample)
            content = snapshot.encode(Checkpoint(session, len(entries), {}), clock())
            snapshot.write(sample / "session.toml", content, "")
            for fault in sweep(shim, sample, tally):
                print(f"  {size} {fault.call}: {tally.tried} faults so far", flush=True)
    return tally


def sweep(shim: Path, sample: Path, tally: Tally) -> Iterator[Fault]:
    """Each fault until it no longer happens; gives the last fault of each call."""
    for call, answers in ANSWERS.items():
        fault = Fault(call, answers[0], 1, ever=False)
        for answer in answers:
            for ever in (False, True)[: 1 if answer == KILL else 2]:
                for at in range(1, MOST_CALLS):
                    fault = Fault(call, answer, at, ever)
                    problems = judged_under(fault, shim, sample)
                    if problems is None:
                        break
                    tally.note(f"{sample.name} {fault}", problems)
        yield fault


def judged_under(fault: Fault, shim: Path, sample: Path) -> list[str] | None:
    """What is wrong after a run under this fault; None where it did not happen."""
    with tempfile.TemporaryDirectory() as name:
        folder = SessionFolder(Path(name).resolve() / "session")
        shutil.copytree(sample, folder.path)
        note = Path(name) / "happened"
        environ = {
            **os.environ,
            "LD_PRELOAD": str(shim),
            "SHIM_CALL": fault.call,
            "SHIM_ANSWER": str(fault.answer),
            "SHIM_AT": str(fault.at),
            "SHIM_FOLDER": str(folder.path),
            "SHIM_NOTE": str(note),
            **({"SHIM_EVER": "1"} if fault.ever else {}),
        }
        command = [sys.executable, "-m", "benchmarks.torture", "work", str(folder.path)]
        ran = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
        if not note.exists():
            return None
        problems = judged_after_fault(folder, ran.stdout.splitlines(), fault)
        if ran.returncode and fault.answer != KILL:
            problems.append(f"died: {ran.stderr.strip()[-200:]}")
        return problems


def judged_after_fault(folder: SessionFolder, done: list[str], fault: Fault) -> list[str]:
    """What was called done and is not there, and what is there and should not be."""
    try:
        opened = view_session(folder)
        kept = hidden_box.load(folder.ballots)
        for digest in (line.split()[1] for line in done if line.startswith("answers")):
            read_answers(folder, digest)
    except StoreError as error:
        return [f"does not open: {error}"]
    promised = max((int(line.split()[1]) for line in done if line.startswith("entry")), default=0)
    problems = []
    if opened.checkpoint.seq < promised:
        problems.append(f"entry {promised} was promised, {opened.checkpoint.seq} is the last")
    if promised and opened.session.title != title_of(opened.checkpoint.seq):
        problems.append("the session is not that of the last entry")
    if "dropped" in done and kept is not None:
        problems.append("ballots were called deleted and are there")
    if "ballots" in done and "dropped" not in done and kept != BOX and fault.answer != KILL:
        problems.append("ballots were called saved and are not there")
    left = [path.name for path in folder.path.glob(".*.tmp")]
    if left and fault.answer != KILL and fault.call != "unlink":
        problems.append(f"temporary files left: {left}")
    return problems


def cuts() -> Tally:
    """Both files of the small workshop, cut off at every byte."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = SessionFolder(Path(name))
        entries = entries_of(small_workshop())
        writer = JournalWriter(folder.journal, journal.EMPTY)
        writer.append(entries)
        session = journal.session_of(journal.read(folder.journal), folder.journal)
        checkpoint = Checkpoint(session, len(entries), {"draft": 2, "person": 2})
        content = snapshot.encode(checkpoint, clock())
        folder.session.write_bytes(content)
        whole = folder.journal.read_bytes()
        for length in range(len(whole)):
            folder.journal.write_bytes(whole[:length])
            tally.note(f"journal cut at {length}", judged_cut(folder, session))
        folder.journal.write_bytes(whole)
        for length in range(len(content)):
            folder.session.write_bytes(content[:length])
            tally.note(f"session cut at {length}", judged_cut(folder, session))
    return tally


def judged_cut(folder: SessionFolder, session: Session) -> list[str]:
    """Wrong is another session than the one that was cut; a refusal is not."""
    try:
        opened = view_session(folder)
    except StoreError:
        return []
    return [] if opened.session == session else ["opened as another session"]


def main() -> None:
    """Run what is asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=("kills", "faults", "cuts", "work"))
    parser.add_argument("folder", nargs="?", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--kills", type=int, default=KILLS)
    given = parser.parse_args()
    if given.what == "work":
        work(given.folder, BackupFolder(given.folder.parent / "backups"))
        return
    tasks = {"kills": lambda: kills(given.kills), "faults": faults, "cuts": cuts}
    wrong = 0
    for name in [given.what] if given.what else tasks:
        start = time.monotonic()
        tally = tasks[name]()
        wrong += len(tally.wrong)
        seconds = time.monotonic() - start
        print(
            f"{name}: {tally.tried:,} tried, {len(tally.wrong)} wrong, {seconds:.0f} s", flush=True
        )
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
