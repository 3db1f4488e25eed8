"""journal.toml read: whole, from its end, torn at any byte, damaged in the middle."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.said import said
from tests.store.samples import START, entries_of, large_workshop, session_after, small_workshop
from tests.store.strategies import ACTIONS
from workshop_tui.domain.history import Entry, JournalAction, Moment, Undo
from workshop_tui.store import journal
from workshop_tui.store.errors import SessionFileError

SMALL = entries_of(small_workshop())
CONTENT = b"".join(journal.encode(entry) for entry in SMALL)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.toml"


def test_a_missing_journal_is_empty(path: Path) -> None:
    assert journal.read(path) == journal.EMPTY
    assert journal.read_after(path, 5) == journal.EMPTY


def test_every_entry_is_read_in_its_order(path: Path) -> None:
    path.write_bytes(CONTENT)

    read = journal.read(path)

    assert read.entries == SMALL
    assert (read.last_seq, read.good_length, read.torn) == (10, len(CONTENT), b"")


def test_the_journal_is_one_toml_file_with_a_table_per_entry() -> None:
    table = tomllib.loads(CONTENT.decode())

    assert [entry["seq"] for entry in table["entry"]] == list(range(1, 11))
    assert table["entry"][3]["action"]["type"] == "AddPerson"


@given(st.lists(ACTIONS, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_any_entry_begins_with_its_header_and_holds_no_other(actions: list[JournalAction]) -> None:
    for entry in entries_of(actions):
        lines = journal.encode(entry).decode().split("\n")

        assert lines[0] == "[[entry]]"
        assert lines.count("[[entry]]") == 1
        assert [line for line in lines if line.startswith("# end")] == [f"# end {entry.seq}"]


@pytest.mark.parametrize("seq", range(11))
def test_the_end_is_read_from_any_entry_on(path: Path, seq: int) -> None:
    path.write_bytes(CONTENT)

    read = journal.read_after(path, seq)

    assert read.entries == SMALL[seq:]
    assert (read.last_seq, read.good_length) == (10, len(CONTENT))


def test_a_journal_that_is_behind_gives_no_entries_and_its_own_last_number(path: Path) -> None:
    path.write_bytes(CONTENT)

    read = journal.read_after(path, 12)

    assert read.entries == ()
    assert read.last_seq == 10


def test_the_end_of_a_long_journal_is_read_without_the_rest(path: Path) -> None:
    entries = entries_of([*large_workshop(), *(Undo(entry=100) for _ in range(3000))])
    content = b"".join(journal.encode(entry) for entry in entries)
    damaged_start = b"this is no TOML\n" + content
    path.write_bytes(damaged_start)

    read = journal.read_after(path, len(entries) - 2)

    assert [entry.seq for entry in read.entries] == [len(entries) - 1, len(entries)]
    assert read.good_length == len(damaged_start)


def test_the_end_is_found_though_it_is_longer_than_one_look(path: Path) -> None:
    entries = entries_of([*large_workshop(), *(Undo(entry=100) for _ in range(3000))])
    path.write_bytes(b"".join(journal.encode(entry) for entry in entries))

    read = journal.read_after(path, 150)

    assert [entry.seq for entry in read.entries] == list(range(151, len(entries) + 1))


def test_cut_at_any_byte_it_opens_with_every_whole_entry(path: Path) -> None:
    ends = [found.end() for found in re.finditer(rb"^# end \d+\n", CONTENT, re.MULTILINE)]

    for length in range(len(CONTENT)):
        path.write_bytes(CONTENT[:length])
        read = journal.read(path)
        whole = sum(end <= length for end in ends)

        assert read.entries == SMALL[:whole]
        assert CONTENT[read.good_length : length] == read.torn


def test_an_entry_cut_where_it_would_still_be_good_toml_is_no_entry(path: Path) -> None:
    whole = journal.encode(SMALL[5]).replace(b"seq = 6", b"seq = 1").replace(b"end 6", b"end 1")
    without_author = whole[: whole.index(b"author")]
    path.write_bytes(without_author)

    read = journal.read(path)

    assert tomllib.loads(without_author.decode())["entry"][0]["action"]["id"] == "draft1"
    assert read.entries == ()
    assert read.torn == without_author


def test_the_hole_that_a_power_cut_leaves_is_a_torn_tail(path: Path) -> None:
    hole = b"\x00" * 300 + CONTENT[-120:]
    path.write_bytes(CONTENT + hole)

    read = journal.read(path)

    assert read.entries == SMALL
    assert read.torn == hole


@pytest.mark.parametrize(
    ("old", "new", "column", "what"),
    [
        (b'name = "Budi', b"name = Budi", 8, "this is not valid TOML (Invalid value)."),
        (b"seq = 5\n", b'seq = "5"\n', 1, "entry[0].seq: this must be a whole number, not"),
        (b'"SetRule"', b'"SetRules"', 1, "entry[0].action.type: there is no action called SetR"),
        (b"2026-11-03 09:00:05+00:00", b"2026-11-03 09:00:05", 1, "entry[0].at: the time needs"),
        (b"[[entry]]\nseq = 5", b"[[entri]]\nseq = 5", 1, "entry 5 has lost its end line."),
        ("“good”".encode(), b"\xff", 23, "from here on the text is not UTF-8."),
        (b"seq = 7\n", b"seq = 7\n<<<<<<< mine\n", 1, "two versions of the file were merged"),
    ],
)
def test_damage_before_the_end_is_said_with_its_place(
    path: Path, old: bytes, new: bytes, column: int, what: str
) -> None:
    before, _, after = CONTENT.partition(old)
    path.write_bytes(before + new + after)
    line = before.count(b"\n") + 1 + new.count(b"\n<")

    with pytest.raises(SessionFileError) as caught:
        journal.read(path)

    message = said(caught.value).replace(", entry[0]", ": entry[0]")
    assert message.startswith(f"{path}, line {line}, column {column}: {what}")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (b"seq = 5\n", b"seq = 6\n", "the number of this entry should be 5 and is 6."),
        (b"# end 5\n", b"", "entry 5 has lost its end line."),
        (b"# end 5\n", b"# end 50\n", "the number of this entry should be 5 and is 50."),
    ],
)
def test_an_entry_out_of_its_order_is_said_with_its_first_line(
    path: Path, old: bytes, new: bytes, what: str
) -> None:
    path.write_bytes(CONTENT.replace(old, new))
    line = CONTENT[: CONTENT.index(b"seq = 5\n")].count(b"\n")

    with pytest.raises(SessionFileError) as caught:
        journal.read(path)

    assert said(caught.value) == f"{path}, line {line}, column 1: {what}"


def test_damage_near_the_end_is_said_with_its_line_in_the_whole_file(path: Path) -> None:
    path.write_bytes(CONTENT.replace(b'draft = "draft2"', b"draft = draft2"))

    with pytest.raises(SessionFileError) as caught:
        journal.read_after(path, 8)

    line = CONTENT[: CONTENT.index(b'draft = "draft2"')].count(b"\n") + 1
    assert f"line {line}, column 9" in said(caught.value)


def test_a_journal_whose_end_lines_somebody_took_out_is_not_thrown_away(path: Path) -> None:
    path.write_bytes(re.sub(rb"# end \d+\n", b"", CONTENT))

    with pytest.raises(SessionFileError) as caught:
        journal.read(path)

    assert "line 1, column 1: entry 1 has lost its end line" in said(caught.value)


def test_lines_that_end_as_on_windows_are_read(path: Path) -> None:
    path.write_bytes(CONTENT.replace(b"\n", b"\r\n"))

    assert journal.read(path).entries == SMALL


def test_a_whole_journal_leads_to_its_session(path: Path) -> None:
    path.write_bytes(CONTENT)

    assert journal.session_of(journal.read(path), path) == session_after(SMALL)


def test_entries_that_contradict_are_refused_with_the_reason(path: Path) -> None:
    contradiction = Entry(seq=11, at=START, by="", action=small_workshop()[5])
    path.write_bytes(CONTENT + journal.encode(contradiction))

    with pytest.raises(SessionFileError) as caught:
        journal.session_of(journal.read(path), path)

    assert "the entries contradict one another" in said(caught.value)


def moments_of(entries: Iterable[Entry]) -> list[Moment]:
    return [Moment(entry.at, type(entry.action)) for entry in entries]


def test_a_missing_journal_has_no_moments(path: Path) -> None:
    assert journal.moments(path) == ()


@given(st.lists(ACTIONS, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_moments_are_those_of_the_entries_whatever_was_said(actions: list[JournalAction]) -> None:
    entries = entries_of(actions)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.toml"
        path.write_bytes(b"".join(journal.encode(entry) for entry in entries))

        assert list(journal.moments(path)) == moments_of(journal.read(path).entries)


@pytest.mark.parametrize("cut", range(0, len(CONTENT), 97))
def test_cut_anywhere_the_moments_are_those_of_the_whole_entries(path: Path, cut: int) -> None:
    path.write_bytes(CONTENT[:cut])

    assert list(journal.moments(path)) == moments_of(journal.read(path).entries)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(CONTENT.replace(b"\n", b"\r\n"), id="lines of Windows"),
        pytest.param(CONTENT.replace(b'by = ""', b'by="" # mine'), id="by hand"),
        pytest.param(CONTENT.replace(b"+00:00", b"Z"), id="another way to say UTC"),
    ],
)
def test_moments_of_a_journal_that_another_hand_wrote_are_read_too(
    path: Path, changed: bytes
) -> None:
    path.write_bytes(changed)

    assert list(journal.moments(path)) == moments_of(SMALL)


def test_damage_to_what_the_moments_need_is_said_with_its_place(path: Path) -> None:
    path.write_bytes(CONTENT.replace(b"seq = 3\n", b"seq = 4\n"))

    with pytest.raises(SessionFileError) as refused:
        journal.moments(path)

    assert said(refused.value) == said(_refusal_of_reading(path))


def _refusal_of_reading(path: Path) -> SessionFileError:
    with pytest.raises(SessionFileError) as refused:
        journal.read(path)
    return refused.value
