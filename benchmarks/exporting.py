"""Writing the record of a large workshop: `python -m benchmarks.exporting`.

3,000 answers of 12 words or more, 60 drafts, 600 scores. A run is a whole process, as somebody at a
prompt or a script has it; what `python -c` with the same program imported takes is taken off. Cold:
nobody has read these answers before. Warm: somebody has, the screen or an earlier export, and what
they prove is kept. The goals are for warm; an export after a workshop on the screen is warm.

Time is that of the processor, which other programs on the machine disturb less than the clock; the
runs of both take turns.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.screens import large_session
from workshop_tui.record_on_disk import FORMATS

RUNS = 15
PROGRAM = (str(Path(sys.executable).with_name("workshop-tui")),)
GOALS = {"markdown": 150, "html": 400}
"""Milliseconds."""
BARE = (sys.executable, "-c", "import workshop_tui.cli.main")


def milliseconds(command: Sequence[str], environ: Mapping[str, str]) -> float:
    """How much of the processor a process takes from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=environ)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1_000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    """Print a row a form."""
    with tempfile.TemporaryDirectory() as name:
        cache = Path(name) / "cache"
        # As installed: the programs' own modules are compiled once and for all.
        environ = {**os.environ, "XDG_CACHE_HOME": str(cache)}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        folder = large_session(Path(name))
        print(f"{'':10} {'start':>8} {'cold':>8} {'warm':>8}  goal (ms beyond start)")
        for form in FORMATS:
            out = str(folder.path / f"out.{form}")
            command = (*PROGRAM, "record", str(folder.path), "--format", form, "-o", out)
            bare, cold, warm = [], [], []
            for _ in range(RUNS):
                shutil.rmtree(cache, ignore_errors=True)
                cold.append(milliseconds(command, environ))
                warm.append(milliseconds(command, environ))
                bare.append(milliseconds(BARE, environ))
            start = statistics.median(bare)
            beyond = [statistics.median(each) - start for each in (cold, warm)]
            print(
                f"{form:10} {start:8.0f} {beyond[0]:8.0f} {beyond[1]:8.0f}  {GOALS.get(form, '')}"
            )


if __name__ == "__main__":
    main()
