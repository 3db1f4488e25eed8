"""Workbooks as tables, read by a process of their own (`workbook_reader`).

That process may be killed by its limits, by the clock or by calamine itself: here that is one
refusal like any other. Only the wanted columns travel back.
"""

import contextlib
import json
import queue
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Thread
from typing import IO, Any, cast

from workshop_tui.domain.message import Message
from workshop_tui.store.importing.limits import (
    LEAST_READER_BYTES,
    MANY_CELLS,
    MOST_COLUMNS,
    MOST_READER_BYTES,
    WORKBOOK_SECONDS,
)
from workshop_tui.store.importing.source_file import SourceFile
from workshop_tui.store.importing.table import Batch, Cancelled, Row, Table, TableFacts
from workshop_tui.store.importing.values import ImportCancelledError, refuse_import
from workshop_tui.store.importing.workbook_archive import Archive, looked_into, refuse_far_cells

_READER = Path(__file__).with_name("workbook_reader.py")
_MEMORY_LIMITS_HOLD = sys.platform == "linux"
_MOST_FRAME_BYTES = 512 * 2**20
_LOOK_EVERY_SECONDS = 0.05


def open_workbook(file: SourceFile, cancelled: Cancelled) -> Table:
    """The first visible sheet that holds something.

    Raises ImportRefusedError for damaged, locked, swollen and other archives.
    """
    archive = looked_into(file)
    if not _MEMORY_LIMITS_HOLD:
        refuse_far_cells(file)
    process = ReaderProcess(file, memory_for(archive), cancelled)
    try:
        said = _accepted(json.loads(process.frame()), archive, file)
    except BaseException:
        # Whatever ends this early, Ctrl+C included, must not leave the process behind.
        process.close()
        raise
    return WorkbookTable(TableFacts(file.name, archive.format, sheet=said["sheet"]), process, said)


def memory_for(archive: Archive) -> int:
    """Bytes that reading may take: enough for honest sheets, and so little for small files that a
    sheet which repeats or scatters cells ends early."""
    return min(MOST_READER_BYTES, LEAST_READER_BYTES + 16 * archive.expanded_bytes)


def _accepted(said: dict[str, Any], archive: Archive, file: SourceFile) -> dict[str, Any]:
    """What the reading process said at first, unless that is a reason not to go on."""
    if said.get("refused") == "password":
        raise refuse_import("importing.refuse.password", file=file.name)
    if "refused" in said:
        raise refuse_import("importing.refuse.damaged", file=file.name)
    if said["width"] > MOST_COLUMNS:
        raise refuse_import("importing.refuse.too_many_columns", file=file.name, limit=MOST_COLUMNS)
    cells = said["rows"] * said["width"]
    if cells > MANY_CELLS and cells > archive.expanded_bytes:
        # Each filled cell takes twenty bytes or more: nearly all of these are empty.
        raise refuse_import(
            "importing.refuse.scattered", file=file.name, rows=said["rows"], columns=said["width"]
        )
    return said


class WorkbookTable:
    """One sheet. facts_said: what the reading process said of it at first."""

    def __init__(
        self, facts: TableFacts, process: "ReaderProcess", facts_said: dict[str, Any]
    ) -> None:
        self.facts = facts
        self._process = process
        self._rows = max(1, facts_said["rows"])
        others = facts_said["other_sheets"]
        self.warnings: tuple[Message, ...] = ()
        if others:
            names = ", ".join(others[:5])
            self.warnings = (
                Message.of(
                    "importing.warn.other_sheets", len(others), sheet=facts.sheet, others=names
                ),
            )

    def head(self, rows: int) -> list[Row]:
        self._process.order(f"head {rows}")
        head: list[Row] = json.loads(self._process.frame())
        return head

    def batches(self, wanted: Sequence[int], skip: int) -> Iterator[Batch]:
        self._process.order(f"columns {','.join(map(str, wanted))} {skip}")
        done = skip
        while frame := self._process.frame():
            count, *cells = frame.decode().split("\0")
            rows = int(count)
            starts = (rows * place for place in range(len(wanted)))
            columns = tuple(cells[start : start + rows] for start in starts)
            done += rows
            yield Batch(columns, min(1.0, done / self._rows))

    def close(self) -> None:
        self._process.close()


class ReaderProcess:
    """The process that reads one workbook: orders go in, frames come out.

    A thread moves the bytes, so that this side can look at the clock and at `cancelled` while
    it waits, on every platform.
    """

    def __init__(self, file: SourceFile, memory_bytes: int, cancelled: Cancelled) -> None:
        self._file = file
        self._cancelled = cancelled
        self._frames: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(  # noqa: S603 (our own Python on our own file)
            [sys.executable, "-P", str(_READER), str(memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Not in the terminal's group: Ctrl+C is for the program, which then ends this one.
            start_new_session=True,
        )
        # Both are pipes, as asked for; the type of Popen cannot say so.
        self._stdin = cast("IO[bytes]", self._process.stdin)
        self._stdout = cast("IO[bytes]", self._process.stdout)
        self._mover = Thread(target=self._move, name="workbook-reader", daemon=True)
        self._mover.start()

    def order(self, line: str) -> None:
        """Send one order. A process that has ended shows at the next frame."""
        self._send(f"{line}\n".encode())

    def frame(self) -> bytes:
        """The next frame.

        Raises ImportRefusedError when the process ended or took too long, ImportCancelledError.
        """
        ends_at = time.monotonic() + WORKBOOK_SECONDS
        while time.monotonic() < ends_at:
            try:
                frame = self._frames.get(timeout=_LOOK_EVERY_SECONDS)
            except queue.Empty:
                if self._cancelled():
                    raise ImportCancelledError from None
                continue
            if frame is None:
                raise refuse_import("importing.refuse.unsafe_workbook", file=self._file.name)
            return frame
        seconds = round(WORKBOOK_SECONDS)
        raise refuse_import("importing.refuse.slow_workbook", file=self._file.name, seconds=seconds)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._mover.join()
        for pipe in (self._stdin, self._stdout):
            # What a killed process did not read any more cannot be flushed to it.
            with contextlib.suppress(OSError):
                pipe.close()

    def _move(self) -> None:
        self._send(len(self._file.data).to_bytes(8, "big") + self._file.data)
        while (frame := self._received()) is not None:
            self._frames.put(frame)
        self._frames.put(None)

    def _send(self, data: bytes) -> None:
        # A process that ended early cannot read; that it did is told by the missing frame.
        with contextlib.suppress(OSError):
            self._stdin.write(data)
            self._stdin.flush()

    def _received(self) -> bytes | None:
        length = self._stdout.read(8)
        size = int.from_bytes(length, "big")
        if len(length) < 8 or size > _MOST_FRAME_BYTES:
            return None
        frame = self._stdout.read(size)
        return frame if len(frame) == size else None
