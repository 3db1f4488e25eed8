"""Opening a session in every state that its files can be in."""

import os
from pathlib import Path

import pytest

from tests.store.folders import opened_to_write
from tests.store.said import said
from tests.store.samples import START, clock, entries_of, merged, session_after, small_workshop
from workshop_tui.domain import history
from workshop_tui.domain.ballots import BallotBox
from workshop_tui.domain.drafting import AddDraft, ReopenDraft
from workshop_tui.domain.hidden_box import HiddenBox
from workshop_tui.domain.history import EditByHand, JournalAction, Redo, Undo
from workshop_tui.domain.rounds import OpenRound
from workshop_tui.domain.session import RenameWorkshop
from workshop_tui.store import hidden_box, journal
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.errors import NotFoundError, SessionFileError
from workshop_tui.store.journal_writer import JournalWriter
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import Opened, OpenedToWrite, open_session, view_session

SMALL = entries_of(small_workshop())
SESSION = session_after(SMALL)


def opened_and_closed(folder: SessionFolder, backups: BackupFolder) -> OpenedToWrite:
    """Opened for writing, and closed again at once."""
    opened = opened_to_write(folder, backups)
    opened.files.close()
    return opened


def append(folder: SessionFolder, *actions: JournalAction) -> None:
    """Entries that no snapshot holds yet."""
    writer = JournalWriter(folder.journal, journal.read(folder.journal))
    writer.append(entries_of(actions, writer.last_seq + 1))
    writer.close()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def keys(opened: Opened) -> list[str]:
    return [message.key for message in opened.warnings]


def test_a_good_session_opens_without_a_word(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    opened = opened_and_closed(workshop, backups)

    assert opened.session == SESSION
    assert opened.checkpoint.seq == 10
    assert opened.checkpoint.highest_ids == {"person": 2, "draft": 2}
    assert opened.warnings == ()
    assert isinstance(opened, OpenedToWrite)
    assert opened.read_history() == SMALL


def test_entries_after_the_snapshot_are_in_the_session(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    append(workshop, RenameWorkshop(title="Clean air"), AddDraft(text="New", id="draft3"))

    opened = opened_and_closed(workshop, backups)

    assert opened.session.title == "Clean air"
    assert opened.checkpoint.seq == 12
    assert opened.checkpoint.highest_ids == {"person": 2, "draft": 3}
    assert opened.warnings == ()


def test_undo_and_redo_after_the_snapshot_reach_entries_before_it(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    append(workshop, Undo(entry=10), Undo(entry=9), Redo(entry=9))

    opened = opened_and_closed(workshop, backups)

    assert opened.session == session_after(SMALL[:9])
    assert opened.checkpoint.seq == 13


def test_the_number_of_an_undone_draft_is_not_given_again(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    append(workshop, AddDraft(text="New", id="draft3"), Undo(entry=11))

    opened = opened_and_closed(workshop, backups)

    assert [draft.id for draft in opened.session.drafting.drafts] == ["draft1", "draft2"]
    assert opened.checkpoint.highest_ids["draft"] == 3


def test_an_edit_by_hand_becomes_an_entry_and_the_new_base(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    edit(workshop.session, 'title = "Clean cars"', 'title = "Clean air"  # nicer')

    opened = opened_and_closed(workshop, backups)
    again = opened_and_closed(workshop, backups)

    assert keys(opened) == ["store.edited_by_hand"]
    assert opened.session.title == "Clean air"
    last = opened.read_history()[-1]
    assert last.action == EditByHand(session=opened.session)
    assert (last.seq, last.by, last.at) == (11, "", START)
    assert again.session == opened.session
    assert again.warnings == ()
    assert history.replay(again.read_history()) == opened.session


def test_entries_after_the_snapshot_follow_an_edit_and_those_that_no_longer_fit_are_told(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    append(
        workshop,
        AddDraft(text="New", id="draft3"),
        ReopenDraft(draft="draft1"),
        Undo(entry=10),
        AddDraft(text="Taken back", id="draft4"),
        Undo(entry=14),
    )
    edit(workshop.session, 'id = "draft1"', 'id = "draft9"')

    opened = opened_and_closed(workshop, backups)

    assert [draft.id for draft in opened.session.drafting.drafts] == ["draft9", "draft2", "draft3"]
    assert keys(opened) == ["store.edited_by_hand", "store.entry_left_out", "store.entry_left_out"]
    assert said(opened.warnings[1]).startswith("Entry 12 (")
    assert "was done before the edit" in said(opened.warnings[2])
    assert opened.checkpoint.highest_ids["draft"] == 9
    assert opened_and_closed(workshop, backups).warnings == ()


def test_an_invalid_edit_is_refused_with_its_place_and_nothing_is_touched(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    edit(workshop.session, 'status = "rejected"', 'status = "rejekted"')
    before = {path: path.read_bytes() for path in (workshop.session, workshop.journal)}

    with pytest.raises(SessionFileError) as caught:
        open_session(workshop, clock, backups)

    assert ", column 1, drafting.drafts[0].status: rejekted is not possible" in said(caught.value)
    assert {path: path.read_bytes() for path in before} == before
    assert backups.list_backups(workshop) == ()


def test_a_session_that_was_refused_can_be_opened_when_it_is_mended(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    edit(workshop.session, "title =", "titel =")
    with pytest.raises(SessionFileError) as caught:
        open_session(workshop, clock, backups)

    edit(workshop.session, "titel =", "title =")

    assert opened_and_closed(workshop, backups).warnings == ()
    assert "titel" in said(caught.value)  # the error still lives and holds no lock


def test_a_session_cut_off_before_its_end_is_refused_though_it_is_good_toml(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    text = workshop.session.read_text(encoding="utf-8")
    workshop.session.write_text(text[: text.index("[[drafting")], encoding="utf-8")

    with pytest.raises(SessionFileError) as caught:
        open_session(workshop, clock, backups)

    assert "the table saved is missing at its end" in said(caught.value)


def test_a_session_written_by_hand_without_a_journal_opens(
    folder: SessionFolder, backups: BackupFolder
) -> None:
    folder.session.write_text('schema_version = 1\ntitle = "By hand"\n')

    opened = opened_and_closed(folder, backups)

    assert opened.session.title == "By hand"
    assert opened.checkpoint.seq == 1
    assert opened_and_closed(folder, backups).warnings == ()


def test_a_missing_session_file_is_rebuilt_from_the_journal(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    workshop.session.unlink()

    opened = opened_and_closed(workshop, backups)

    assert opened.session == SESSION
    assert opened.checkpoint.highest_ids == {"person": 2, "draft": 2}
    assert keys(opened) == ["store.rebuilt"]


def test_a_journal_that_lost_its_end_goes_on_from_the_snapshot(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    workshop.journal.write_bytes(b"".join(journal.encode(entry) for entry in SMALL[:6]))

    opened = opened_and_closed(workshop, backups)

    assert opened.session == SESSION
    assert keys(opened) == ["store.journal_behind"]
    assert opened.checkpoint.seq == 7
    assert opened_and_closed(workshop, backups).session == SESSION
    assert history.replay(opened.read_history()) == SESSION


def test_a_missing_journal_goes_on_from_the_snapshot(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    workshop.journal.unlink()

    opened = opened_and_closed(workshop, backups)

    assert (opened.session, opened.checkpoint.seq) == (SESSION, 1)
    assert keys(opened) == ["store.journal_behind"]
    assert opened_and_closed(workshop, backups).warnings == ()


def test_a_torn_tail_is_told_and_kept_when_the_next_entry_comes(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    torn = journal.encode(entries_of([RenameWorkshop(title="Lost")], 11)[0])[:-20]
    with workshop.journal.open("ab") as file:
        file.write(torn)

    opened = opened_to_write(workshop, backups)
    opened.files.append(entries_of([RenameWorkshop(title="Next")], 11))
    opened.files.close()

    assert keys(opened) == ["store.torn_tail"]
    assert opened.session == SESSION
    assert (workshop.path / "journal.torn").read_bytes() == torn
    again = opened_and_closed(workshop, backups)
    assert again.session.title == "Next"
    assert again.warnings == ()


def test_cut_at_any_byte_of_the_journal_the_session_opens(
    workshop: SessionFolder, tmp_path: Path
) -> None:
    content = workshop.journal.read_bytes()
    whole = {length for length in range(len(content) + 1) if content[:length].endswith(b"\n\n")}

    for length in sorted({*range(0, len(content), 29), *whole}):
        workshop.journal.write_bytes(content[:length])
        assert view_session(workshop).session == SESSION


def test_entries_that_contradict_the_snapshot_are_refused(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    append(workshop, merged(("draft7",), 8))

    with pytest.raises(SessionFileError) as caught:
        open_session(workshop, clock, backups)

    assert "the entries contradict one another" in said(caught.value)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"[[entry]]\nseq ="])
def test_a_journal_without_a_whole_entry_and_no_snapshot_is_refused(
    folder: SessionFolder, backups: BackupFolder, content: bytes
) -> None:
    folder.journal.write_bytes(content)

    with pytest.raises(SessionFileError) as caught:
        open_session(folder, clock, backups)

    assert str(folder.journal) in said(caught.value)


def test_no_session_is_said_with_the_folder(folder: SessionFolder, backups: BackupFolder) -> None:
    for where in (folder, SessionFolder(folder.path / "nowhere")):
        with pytest.raises(NotFoundError) as caught:
            open_session(where, clock, backups)
        with pytest.raises(NotFoundError):
            view_session(where)

        assert said(caught.value) == f"{where.path}: there is no session here."
        assert not where.lock.exists()


def test_the_second_opener_sees_all_and_writes_nothing(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    first = opened_to_write(workshop, backups)

    second = open_session(workshop, clock, backups)
    first.files.close()
    third = opened_and_closed(workshop, backups)

    assert not isinstance(second, OpenedToWrite)
    assert keys(second) == ["store.read_only.in_use"]
    assert second.session == SESSION
    assert isinstance(third, OpenedToWrite)


def test_a_second_opener_does_not_mend_what_the_first_is_writing(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    first = opened_to_write(workshop, backups)
    half = workshop.journal.read_bytes() + b"[[entry]]\nseq = 11"
    workshop.journal.write_bytes(half)

    second = open_session(workshop, clock, backups)
    first.files.close()

    assert keys(second) == ["store.read_only.in_use"]
    assert workshop.journal.read_bytes() == half


def test_a_lock_that_was_left_behind_does_no_harm(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    workshop.lock.write_bytes(b"left by a killed program")

    assert opened_and_closed(workshop, backups).warnings == ()


def test_old_temporaries_are_removed(workshop: SessionFolder, backups: BackupFolder) -> None:
    stale = workshop.path / ".session.toml.0123456789ab.tmp"
    stale.touch()
    os.utime(stale, (0, 0))

    opened_and_closed(workshop, backups)

    assert not stale.exists()


def test_opening_keeps_a_backup_of_what_was_there(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    edit(workshop.session, "Clean cars", "Clean air")
    edited = workshop.session.read_bytes()

    opened_and_closed(workshop, backups)

    (kept,) = backups.list_backups(workshop)
    assert kept.session.read_bytes() == edited


def test_a_backup_that_cannot_be_made_is_told_and_hinders_nothing(
    workshop: SessionFolder, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("no folder")

    opened = opened_and_closed(workshop, BackupFolder(tmp_path / "state" / "backups"))

    assert keys(opened) == ["store.no_backup"]


def with_open_round(folder: SessionFolder) -> None:
    append(folder, OpenRound(id="round1"))


def test_ballots_of_the_open_round_are_there_again(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    with_open_round(workshop)
    box = HiddenBox(scores=BallotBox(round="round1", absent=("person1",)))
    hidden_box.save(workshop.ballots, box)

    assert opened_and_closed(workshop, backups).box == box


def test_ballots_of_a_round_that_was_revealed_are_deleted(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    hidden_box.save(workshop.ballots, HiddenBox(scores=BallotBox(round="round1")))

    assert opened_and_closed(workshop, backups).box == HiddenBox()
    assert not workshop.ballots.exists()


def test_damaged_ballots_are_kept_aside_and_told(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    workshop.ballots.write_text("round = ")

    opened = opened_and_closed(workshop, backups)

    assert opened.box == HiddenBox()
    assert keys(opened) == ["store.damaged.place", "store.ballots_set_aside"]
    assert (workshop.path / "ballots-damaged.toml").read_text() == "round = "
