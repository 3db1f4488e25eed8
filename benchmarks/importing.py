"""Reading survey files beside the csv module and calamine: `python -m benchmarks.importing`.

Each row of the table is one run: the peers take turns, and the medians are divided. Peers:

- csv: `list(csv.reader(file))`, every row of the file as Python lists, nothing looked at.
- calamine: `load_workbook(path).get_sheet_by_index(0).to_python()`, in this very process.

`read` does more: digest, encoding, layout, choice of the column, cleaning. For workbooks it starts
a process of its own; what that costs is measured on a workbook of three rows and taken off.
"""

import csv
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import python_calamine

from tests.store.importing.workbooks import xlsx_of
from workshop_tui.store.importing import inspect, read

CSV_ROWS = (1_000, 10_000, 100_000, 1_000_000)
XLSX_ROWS = (1_000, 10_000, 100_000)
GOAL = 1.3
HEADING = ("Timestamp", "Email Address", "Unit", "How long with us?", "What do customers need?")
PROSE = (
    "the customer help fast when problem solve listen ticket waiting phone friendly system rebate "
    "form answer they don’t know who calls back kami bantu sampai selesai tidak dioper jelas"
)


def survey_rows(count: int) -> Iterator[tuple[str, ...]]:
    """A heading and that many responses of twelve words, the same at each call."""
    chance = random.Random(1)
    words = PROSE.split()
    yield HEADING
    for number in range(count):
        answer = " ".join(chance.choices(words, k=chance.randint(4, 20)))
        day = f"2026/11/{number % 28 + 1:02} 9:{number % 60:02}:00 AM GMT+7"
        yield (day, f"p{number}@example.org", chance.choice("ABCDE"), "1-5 years", answer)


def write_csv(path: Path, count: int) -> Path:
    """A CSV file of that many responses."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(survey_rows(count))
    return path


def write_xlsx(path: Path, count: int) -> Path:
    """A workbook of that many responses."""
    path.write_bytes(xlsx_of(list(survey_rows(count))))
    return path


def rows_by_csv(path: Path) -> list[list[str]]:
    """The peer for text files."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def rows_by_calamine(path: Path) -> object:
    """The peer for workbooks."""
    return python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()


def medians(*tasks: Callable[[], object], rounds: int) -> list[float]:
    """Seconds of each task, the tasks taking turns."""
    seconds: list[list[float]] = [[] for _ in tasks]
    for _ in range(rounds):
        for task, taken in zip(tasks, seconds, strict=True):
            start = time.perf_counter()
            task()
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in seconds]


def rounds_for(rows: int) -> int:
    """Fewer of the long ones."""
    return max(3, min(25, 500_000 // rows))


def bench_csv(folder: Path) -> None:
    """CSV beside the csv module."""
    print(f"{'CSV rows':>10} {'csv ms':>9} {'inspect':>9} {'read':>9} {'read/csv':>9}  goal {GOAL}")
    for count in CSV_ROWS:
        path = write_csv(folder / "answers.csv", count)
        peer, preview, imported = medians(
            partial(rows_by_csv, path),
            partial(inspect, path),
            partial(read, path),
            rounds=rounds_for(count),
        )
        times = " ".join(f"{1_000 * seconds:9.1f}" for seconds in (peer, preview, imported))
        print(f"{count:10,} {times} {imported / peer:9.2f}")


def bench_xlsx(folder: Path) -> None:
    """XLSX beside calamine."""
    tiny = write_xlsx(folder / "tiny.xlsx", 2)
    print(
        f"{'XLSX rows':>10} {'calamine':>9} {'inspect':>9} {'read':>9} {'start':>9} "
        f"{'(read-start)/calamine':>22}  goal {GOAL}"
    )
    for count in XLSX_ROWS:
        path = write_xlsx(folder / "answers.xlsx", count)
        peer, preview, imported, start = medians(
            partial(rows_by_calamine, path),
            partial(inspect, path),
            partial(read, path),
            partial(read, tiny),
            rounds=min(9, rounds_for(count)),
        )
        times = " ".join(f"{1_000 * seconds:9.1f}" for seconds in (peer, preview, imported, start))
        print(f"{count:10,} {times} {(imported - start) / peer:22.2f}")


def main() -> None:
    """Print both tables."""
    print(f"Python {sys.version.split()[0]}; medians in milliseconds, tasks taking turns")
    with tempfile.TemporaryDirectory() as folder:
        bench_csv(Path(folder))
        bench_xlsx(Path(folder))


if __name__ == "__main__":
    main()
