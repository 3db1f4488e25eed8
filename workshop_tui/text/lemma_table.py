"""A dictionary of forms and their lemmas in one file, which is searched and never unpacked.

A form's checksum names its bucket, and the bucket's lines are looked through: two microseconds a
form, and nothing to load but the file. `hatch_build.py` makes the files from simplemma's
dictionaries, whose own form takes half a second and 31 MiB to unpack.

The file: a line that names the format and the source, the number of buckets, where each starts
(numbers of four bytes, the lowest byte first), then the buckets. A line of a bucket is form, tab,
lemma; a form that is its own lemma has nothing after the tab.
"""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from struct import Struct
from zlib import crc32

_FORMAT = "lemmas 1"
_NUMBER = Struct("<I")
_SPAN = Struct("<II")
_FORMS_A_BUCKET = 8


class LemmaTable:
    """Answers what the lemma of a form is. Made by `table_of` or `open_table`."""

    def __init__(self, content: bytes) -> None:
        """Raises ValueError where the content is no such file."""
        if not content.startswith(f"{_FORMAT} ".encode()):
            raise ValueError("no table of lemmas")
        count = content.index(b"\n") + 1
        self._content = content
        self._buckets: int = _NUMBER.unpack_from(content, count)[0]
        self._starts = count + _NUMBER.size

    def get(self, form: str) -> str | None:
        """The lemma of a form; None where the table does not have the form."""
        # A letter that UTF-8 has no bytes for is in no dictionary.
        line = f"\n{form}\t".encode(errors="replace")
        start, end = self._span(crc32(line) % self._buckets)
        found = self._content.find(line, start, end)
        if found < 0:
            return None
        start = found + len(line)
        return self._content[start : self._content.index(b"\n", start)].decode() or form

    def __iter__(self) -> Iterator[str]:
        """Every form, in the order of the file."""
        lines = self._content[self._span(0)[0] :].decode().split("\n")
        return (line.partition("\t")[0] for line in lines if line)

    def _span(self, bucket: int) -> tuple[int, int]:
        """Where a bucket starts and ends."""
        return _SPAN.unpack_from(self._content, self._starts + _NUMBER.size * bucket)


def heading_of(source: str) -> bytes:
    """The first line of a table. source: where its lemmas come from, and which version of it."""
    return f"{_FORMAT} {source}\n".encode()


def table_of(lemmas: Mapping[str, str], source: str) -> bytes:
    """The content of the file that holds these: form to lemma. The same for the same lemmas.

    Raises ValueError where a form or lemma holds a tab or a line break.
    """
    many = max(1, len(lemmas) // _FORMS_A_BUCKET)
    buckets = [b"\n"] * many
    for form, lemma in sorted(lemmas.items()):
        if any(mark in form + lemma for mark in "\t\n"):
            raise ValueError(f"{form!r}: a form and its lemma are one line")
        line = f"{form}\t".encode()
        written = "" if lemma == form else lemma
        buckets[crc32(b"\n" + line) % many] += line + f"{written}\n".encode()
    heading = heading_of(source)
    first = len(heading) + _NUMBER.size * (many + 2)
    starts = accumulate(map(len, buckets), initial=first)
    return b"".join((heading, *map(_NUMBER.pack, (many, *starts)), *buckets))


def open_table(path: Path) -> LemmaTable:
    """The table of a file.

    Raises OSError where the file cannot be read, ValueError where it is no such file.
    """
    return LemmaTable(path.read_bytes())
