"""A program that writes to a session in a child process, kills it, and tells what it had promised.

Each line on its standard input, `<folder> <seed>`, is one round; the answer is the number of the
last entry that the child was told is saved. Python is started once for all rounds: the child is
a fork.
"""

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from workshop_tui.domain.history import Entry
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import RenameWorkshop, apply
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import OpenedToWrite, open_session
from workshop_tui.store.threaded_log import ThreadedLog

LONGEST = 0.02
"""Seconds for which a child writes after its first promise."""
PAUSE = 0.002
"""Seconds between two groups of actions; without it the journal soon is all there is to do."""


def title_of(seq: int) -> str:
    """The title that entry `seq` gives the workshop; long, so that half of it is likely."""
    return f"Workshop {seq} {'é' * 60}"


def now() -> datetime:
    return datetime.now(UTC)


def write_for_ever(path: Path, promises: int) -> None:
    """Append entries as fast as the disk takes them, in groups, and save snapshots between."""
    backups = BackupFolder(path.parent / "backups")
    opened = open_session(SessionFolder(path), now, backups)
    if not isinstance(opened, OpenedToWrite):
        raise SystemExit(f"read-only: {opened.warnings}")

    def promise(seq: int, _: datetime) -> None:
        os.write(promises, f"{seq}\n".encode())

    def fail(reason: Message) -> None:
        raise SystemExit(f"{reason}")

    log = ThreadedLog(opened.files, promise, fail, delay=0.001)
    checkpoint = opened.checkpoint
    while True:
        for _ in range(random.randrange(1, 5)):
            seq = checkpoint.seq + 1
            action = RenameWorkshop(title=title_of(seq))
            entry = Entry(seq=seq, at=now(), by="", action=action)
            checkpoint = checkpoint.after(entry, apply(checkpoint.session, action))
            log.append(entry)
        log.save(checkpoint)
        time.sleep(PAUSE)


def promised_before_killed(path: Path, seed: int) -> int:
    """One round: the last number that was promised, 0 where the child never came so far."""
    hears, promises = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hears)
        random.seed(seed)
        write_for_ever(path, promises)
    os.close(promises)
    heard = os.read(hears, 4096)  # from here on the kill lands among writes
    time.sleep(random.Random(seed).random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    while more := os.read(hears, 65536):
        heard += more
    os.close(hears)
    os.waitpid(child, 0)
    return int(heard.split()[-1]) if heard else 0


def main() -> None:
    for line in sys.stdin:
        path, seed = line.rsplit(maxsplit=1)
        print(promised_before_killed(Path(path), int(seed)), flush=True)  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
