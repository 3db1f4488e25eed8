"""session.toml: what it holds, what it leaves out, and how an edit by hand is told."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.said import said
from tests.store.samples import START, entries_of, large_workshop, session_after, small_workshop
from tests.store.strategies import SESSIONS
from workshop_tui.domain.history import Checkpoint
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import STAGES, Stage
from workshop_tui.store import migrations, snapshot
from workshop_tui.store.codec import PlainTable, from_plain, to_plain
from workshop_tui.store.errors import NewerVersionError, SessionFileError

SESSION = session_after(entries_of(small_workshop()))
NUMBERS = {"person": 2, "draft": 2}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "session.toml"
    snapshot.write(path, snapshot.encode(Checkpoint(SESSION, 10, NUMBERS), START), "")
    return path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_was_written_is_loaded(path: Path) -> None:
    loaded = snapshot.load(path)

    assert loaded.session == SESSION
    assert loaded.saved is not None
    assert (loaded.saved.seq, loaded.saved.at, loaded.saved.numbers) == (10, START, NUMBERS)
    assert not loaded.is_edited_by_hand


def test_it_reads_as_the_version_the_session_in_its_order_and_the_programs_own_table(
    path: Path,
) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))

    assert list(table) == ["schema_version", "title", "setup", "survey", "drafting", "saved"]
    assert list(table["saved"]) == ["seq", "at", "sha256", "numbers"]


@given(SESSIONS)
@settings(max_examples=40, deadline=None)
def test_the_digest_says_the_same_before_and_after_the_disk(session: Session) -> None:
    table = tomllib.loads(snapshot.encode(Checkpoint(session, 1, {}), START).decode())

    saved = table.pop("saved")
    table.pop("schema_version")

    assert saved["sha256"] == snapshot.digest(to_plain(session), {})
    assert saved["sha256"] == snapshot.digest(to_plain(from_plain(table, Session)), {})


@given(SESSIONS, SESSIONS, st.sets(st.sampled_from(STAGES)))
@settings(max_examples=40, deadline=None)
def test_a_save_that_reuses_what_has_not_changed_writes_the_same_bytes_as_the_first(
    before: Session, other: Session, changed: set[Stage]
) -> None:
    after = msgspec.structs.replace(before, **{stage: getattr(other, stage) for stage in changed})
    encoder = snapshot.SnapshotEncoder()
    encoder.encode(Checkpoint(before, 1, {}), START)

    content = encoder.encode(Checkpoint(after, 2, NUMBERS), START)

    assert content == snapshot.encode(Checkpoint(after, 2, NUMBERS), START)
    assert content.decode() == tomli_w.dumps(tomllib.loads(content.decode()))


def test_a_session_made_by_actions_and_one_from_the_disk_have_one_digest(tmp_path: Path) -> None:
    session = session_after(entries_of(large_workshop()))
    path = tmp_path / "session.toml"
    snapshot.write(path, snapshot.encode(Checkpoint(session, 97, {}), START), "")

    assert not snapshot.load(path).is_edited_by_hand


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n[setup]", "\n# a comment\n\n[setup]"),
        ('title = "Clean cars"', "title   =   'Clean cars'"),
        ("\n", "\r\n"),
    ],
)
def test_another_layout_is_no_edit(path: Path, old: str, new: str) -> None:
    edit(path, old, new)

    assert not snapshot.load(path).is_edited_by_hand


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title = "Clean cars"', 'title = "Clean air"'),
        ("draft = 2", "draft = 1"),
        ('status = "rejected"', 'status = "open"'),
    ],
)
def test_other_content_is_an_edit(path: Path, old: str, new: str) -> None:
    edit(path, old, new)

    assert snapshot.load(path).is_edited_by_hand


def test_a_file_without_the_programs_own_table_is_an_edit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("[saved]")], encoding="utf-8")

    loaded = snapshot.load(path)

    assert loaded.is_edited_by_hand
    assert loaded.saved is None


def test_text_with_control_codes_is_cleaned_when_it_is_loaded(path: Path) -> None:
    edit(path, '"Clean cars"', r'"Clean \u001b[31mcars\u202e"')

    assert snapshot.load(path).session.title == "Clean [31mcars"


DAMAGES = {
    "wrong kind": (
        'title = "Clean cars"',
        "title = 3",
        ", line 2, column 1, title: this must be a text in quotes, not a whole number.",
    ),
    "not a choice": (
        'kind = "fist_to_five"',
        'kind = "fist"',
        ", setup.rule.kind: fist is not possible here; use one of: fist_to_five, gradients.",
    ),
    "unknown key": (
        "[setup]",
        "[setup]\nsponsors = 3",
        ", line 5, column 1, setup.sponsors: there",
    ),
    "missing key": ('name = "Ana [bold]", ', "", ", setup.people[0].name: name is missing here."),
    "too large": (
        'kind = "fist_to_five"',
        'kind = "fist_to_five"\nquorum = 99999999',
        " be 10,000,000",
    ),
    "too small": (
        "[setup]",
        "[setup]\nheadcount = -1",
        ", setup.headcount: the number must be 0 at",
    ),
    "no date": ("[setup]", '[setup]\ndate = "soon"', ": this must be a date such as 2026-11-03."),
    "id twice": ('id = "draft2"', 'id = "draft1"', ", drafting.drafts[1].id: the id draft1 stands"),
    "empty id": ('id = "draft2"', 'id = " "', "every entry of this list needs an id."),
    "empty title": ('title = "Clean cars"', 'title = " "', "the workshop needs a title."),
    "no list": ("[setup]", '[setup]\nagenda = "x"', "this must be a list in [ ], not a text"),
    "no TOML": (
        'title = "Clean cars"',
        "title = Clean cars",
        ", line 2, column 9: this is not valid",
    ),
    "key twice": (
        'title = "Clean cars"',
        'title = "a"\ntitle = "b"',
        ", line 3, column 12: this is",
    ),
    "merge": ("[setup]", "<<<<<<< mine\n[setup]", ", line 4, column 1: two versions of the file"),
    "no version": ("schema_version = 1\n", "", "schema_version is missing, so part of the file"),
    "bad version": ("= 1\n", '= "1"\n', ", line 1, column 1, schema_version: schema_version must"),
    "old version": ("= 1\n", "= 0\n", "must be a whole number from 1 to 1."),
    "too deep": ("[setup]", f"x = {'[' * 3000}\n[setup]", "too deep, or a number too long"),
    "long number": ("[setup]", f"x = {'9' * 5000}\n[setup]", "too deep, or a number too long"),
    "saved": ("seq = 10", "seq = true", ", saved.seq: this must be a whole number, not true or"),
    "no table": (
        "[setup]",
        "[other]\n[setup]",
        ", line 4, column 2, other: there is no other here",
    ),
}


@pytest.mark.parametrize(("old", "new", "sentence"), DAMAGES.values(), ids=DAMAGES)
def test_what_is_wrong_is_said_in_one_line_and_the_file_is_left(
    path: Path, old: str, new: str, sentence: str
) -> None:
    edit(path, old, new)
    content = path.read_bytes()

    with pytest.raises(SessionFileError) as caught:
        snapshot.load(path)

    message = said(caught.value)
    assert message.startswith(str(path))
    assert sentence in message
    assert "\n" not in message
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", ": the file is empty. A backup can be brought back"),
        (b"\x00" * 4096, ": the file is empty."),
        (b"\xef\xbb\xbf", "is empty"),
        (b"title = 'a'\xff", ", line 1, column 12: from here on the text is not UTF-8."),
        (b"schema_version = 1", ", line 1, column 1, title: title is missing here."),
    ],
)
def test_a_file_that_is_no_session_is_said(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "session.toml"
    path.write_bytes(content)

    with pytest.raises(SessionFileError) as caught:
        snapshot.load(path)

    assert sentence in said(caught.value)


def test_a_byte_order_mark_is_no_harm(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert snapshot.load(path).session == SESSION


def test_a_newer_version_is_refused_as_such(path: Path) -> None:
    edit(path, "schema_version = 1", "schema_version = 2")

    with pytest.raises(NewerVersionError) as caught:
        snapshot.load(path)

    assert "was made by a newer version of workshop-tui" in said(caught.value)


def test_every_beginning_of_the_file_is_loaded_or_refused_in_one_line(path: Path) -> None:
    content = path.read_bytes()

    for length in range(0, len(content), 7):
        path.write_bytes(content[:length])
        loaded = loaded_or_sentence(path)

        if isinstance(loaded, str):
            assert str(path) in loaded
        else:
            assert loaded.saved is None or loaded.is_edited_by_hand


def loaded_or_sentence(path: Path) -> snapshot.Snapshot | str:
    try:
        return snapshot.load(path)
    except SessionFileError as error:
        return said(error)


def rename_heading(table: PlainTable) -> PlainTable:
    renamed = dict(table)
    renamed["title"] = renamed.pop("heading")
    return renamed


def shout(table: PlainTable) -> PlainTable:
    return {**table, "title": table["title"].upper()}


def test_migrations_lead_from_any_version_to_the_wanted_one_step_by_step() -> None:
    steps: Mapping[int, migrations.Step] = {1: rename_heading, 2: shout}

    assert migrations.migrated({"heading": "a"}, 1, 3, steps) == {"title": "A"}
    assert migrations.migrated({"title": "a"}, 2, 3, steps) == {"title": "A"}
    assert migrations.migrated({"title": "a"}, 3, 3, steps) == {"title": "a"}
