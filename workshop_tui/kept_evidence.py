"""What a survey proved, kept in the user's cache, so that the next record need not read it again.

A file holds what one reading gave for one statement, and its name says of what: answers, choices,
statement, and the program's own words and code. Under any other it is not looked at. Whatever is
wrong with a file (cut off, changed, of another version, no file at all) only means that answers are
read once more; so is what cannot be written. A file holds nothing that the answers do not.
"""

import contextlib
import os
import re
import stat
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from workshop_tui.record.evidence import CustomerWords, Evidence
from workshop_tui.store.atomic import PRIVATE, replace_file
from workshop_tui.store.errors import StoreError
from workshop_tui.text.survey.choices import ReadingChoices

MOST_FILES: Final = 40
"""The newest are kept: those of a few workshops, as their statements change."""
MOST_BYTES: Final = 4 << 20
_NAME = re.compile(r"[0-9a-f]{64}\.json")
_HERE = Path(__file__).parent
_READS: Final = ("text", "text/survey", "text/data")
"""The folders of code, word lists and dictionaries that decide what a reading finds."""
_ALSO_READ: Final = ("evidence.py", "record/evidence.py", "domain/gut_check/stage.py")
_ROOTS: Final = "Sastrawi"
"""The package whose list of root words is read."""

Found = TypeVar("Found", Evidence, CustomerWords)


class SurveySources(msgspec.Struct, frozen=True, tag=True):
    """All that the evidence of a survey is made of. Empty hashes: there is no such survey."""

    answers_sha256: str
    choices: ReadingChoices
    statement: str
    compared_sha256: str = ""
    compared_taken: str = ""


class CustomerSources(msgspec.Struct, frozen=True, tag=True):
    """All that customers' words are made of."""

    answers_sha256: str
    statement: str


def default_folder() -> Path:
    """The user's own folder for it; it need not exist."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    if sys.platform == "linux" and os.path.isabs(given or "/"):  # noqa: PTH117 - it may be ""
        # What platformdirs says too, which takes longer to load than all else here.
        return (Path(given) if given else Path.home() / ".cache") / "workshop-tui" / "evidence"
    from platformdirs import user_cache_path  # noqa: PLC0415 - see above

    return user_cache_path("workshop-tui", appauthor=False) / "evidence"


class KeptEvidence(msgspec.Struct, frozen=True):
    """folder: where the files lie; None keeps nothing."""

    folder: Path | None = None

    def find(self, sources: SurveySources | CustomerSources, kind: type[Found]) -> Found | None:
        """What was kept for exactly this; None where nothing good was."""
        if self.folder is None:
            return None
        content = _content(self.folder / _name(sources))
        digest, _, found = content.partition(b"\n")
        if digest != _digest(found):
            return None
        try:
            return msgspec.json.decode(found, type=kind)
        except (msgspec.DecodeError, RecursionError):
            return None

    def has(self, sources: SurveySources | CustomerSources) -> bool:
        """Whether something is kept for this, or nothing is kept at all."""
        return self.folder is None or (self.folder / _name(sources)).exists()

    def keep(
        self, sources: SurveySources | CustomerSources, found: Evidence | CustomerWords
    ) -> None:
        """Keep it for the next record, where that is possible."""
        if self.folder is None:
            return
        content = msgspec.json.encode(found)
        if len(content) > MOST_BYTES:
            return
        with contextlib.suppress(OSError, StoreError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = self.folder / _name(sources)
            replace_file(path, _digest(content) + b"\n" + content, mode=PRIVATE)
            for old in _oldest(self.folder):
                old.unlink()


NOTHING_KEPT: Final = KeptEvidence()


def _content(path: Path) -> bytes:
    """The bytes of a file of the user's own; b"" of anything else that may stand in its place."""
    # A pipe would be waited for without end, and a link may lead anywhere.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - a path knows no flags
            status = os.fstat(file.fileno())
            is_fit = stat.S_ISREG(status.st_mode) and status.st_size <= 2 * MOST_BYTES
            return file.read(2 * MOST_BYTES) if is_fit else b""
    except OSError:
        return b""


def _oldest(folder: Path) -> list[Path]:
    """Our own files that are too many."""
    ours = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    ours.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
    return ours[MOST_FILES:]


def _name(sources: SurveySources | CustomerSources) -> str:
    known = msgspec.json.encode((reader(), sources))
    return f"{sha256(known).hexdigest()}.json"


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()


@cache
def reader() -> str:
    """What reads: another answer for every other version of its code, words and dictionaries."""
    return sha256(repr((sys.version_info[:3], *_stamps())).encode()).hexdigest()


def _stamps() -> Iterator[tuple[str, int, int]]:
    for name in _READS:
        with os.scandir(_HERE / name) as found:
            files = sorted((each.name, each) for each in found if each.is_file())
            for file, each in files:
                status = each.stat()
                yield f"{name}/{file}", status.st_size, status.st_mtime_ns
    # What these import is asked for by the folder, since importing takes longer than reading.
    others = (*(_HERE / name for name in _ALSO_READ), _origin(_ROOTS))
    for path in others:
        with contextlib.suppress(OSError):
            status = path.stat()
            yield path.name, status.st_size, status.st_mtime_ns


def _origin(package: str) -> Path:
    """The first file of a package, which every installation writes anew."""
    found = PathFinder.find_spec(package)
    return Path(found.origin if found and found.origin else package)
