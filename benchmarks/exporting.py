"""Writing the record of a large workshop: `python -m benchmarks.exporting`.

3,000 answers of 12 words or more, 60 drafts, 600 scores. A run is a whole process, as somebody at a
prompt or a script has it; what `python -c` with the same program imported takes is taken off.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.screens import session_with_answers
from tests.store.samples import clock, entries_of, large_workshop
from workshop_tui.domain.history import after
from workshop_tui.domain.session import StartWorkshop
from workshop_tui.record_on_disk import FORMATS
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import open_session

RUNS = 15
PROGRAM = (sys.executable, "-m", "workshop_tui")
GOALS = {"markdown": 150, "html": 400}
"""Milliseconds."""
BARE = (sys.executable, "-c", "import workshop_tui.cli.main")


def large_session(sessions: Path) -> SessionFolder:
    """The answers of one benchmark and the drafts and scores of another, in one session."""
    folder = session_with_answers(sessions)
    opened = open_session(folder, clock, BackupFolder(sessions / "backups"))
    if opened.files is None:
        sys.exit(f"{folder.path} opens read-only")
    actions = (each for each in large_workshop() if not isinstance(each, StartWorkshop))
    entries = entries_of(actions, opened.next_seq)
    session = opened.session
    for entry in entries:
        session = after(session, entry)
    opened.files.append(entries)
    opened.files.save(session, entries[-1].seq)
    opened.files.close()
    return folder


def milliseconds(command: Sequence[str]) -> float:
    """How long a process takes from its start to its end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return 1_000 * (time.perf_counter() - began)


def main() -> None:
    """Print a row a form."""
    with tempfile.TemporaryDirectory() as name:
        folder = large_session(Path(name))
        print(f"{'':10} {'whole':>8} {'start':>8} {'beyond':>8}  goal (ms)")
        for form in FORMATS:
            out = str(folder.path / f"out.{form}")
            command = (*PROGRAM, "record", str(folder.path), "--format", form, "-o", out)
            own, bare = [], []
            for _ in range(RUNS):
                own.append(milliseconds(command))
                bare.append(milliseconds(BARE))
            whole, start = statistics.median(own), statistics.median(bare)
            print(
                f"{form:10} {whole:8.0f} {start:8.0f} {whole - start:8.0f}  {GOALS.get(form, '')}"
            )


if __name__ == "__main__":
    main()
