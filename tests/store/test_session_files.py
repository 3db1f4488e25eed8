"""The files of a session in one hand: what comes back from each call is on the disk."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.folders import opened_to_write
from tests.store.said import said
from tests.store.samples import START, entries_of
from workshop_tui.domain.ballots import BallotBox
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.hidden_box import HiddenBox
from workshop_tui.domain.history import Checkpoint
from workshop_tui.domain.session import RenameWorkshop, apply
from workshop_tui.domain.values import changed
from workshop_tui.store import hidden_box, journal, snapshot
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.errors import ChangedOutsideError, DiskError
from workshop_tui.store.layout import SessionFolder

RENAME = RenameWorkshop(title="Clean air")


def conflicts(folder: SessionFolder) -> list[Path]:
    return sorted(folder.path.glob("session.conflict-*.toml"))


def test_an_entry_is_on_the_disk_when_append_returns(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    files = opened_to_write(workshop, backups).files

    files.append(entries_of([RENAME], 11))

    assert journal.read(workshop.journal).entries[-1].action == RENAME
    files.close()


def test_a_session_is_on_the_disk_when_save_returns(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    opened = opened_to_write(workshop, backups)
    files = opened.files
    session = apply(opened.session, RENAME)

    files.append(entries_of([RENAME], 11))
    files.save(Checkpoint(session, 11, {}))
    files.close()

    loaded = snapshot.load(workshop.session)
    assert loaded.session == session
    assert loaded.saved is not None
    assert loaded.saved.seq == 11


def test_ids_that_were_given_are_noted_with_the_session(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    opened = opened_to_write(workshop, backups)
    files = opened.files

    (entry,) = entries_of([AddDraft(text="New", id="draft7")], 11)
    files.append([entry])
    files.save(opened.checkpoint.after(entry, opened.session))
    files.close()

    saved = snapshot.load(workshop.session).saved
    assert saved is not None
    assert saved.numbers == {"person": 2, "draft": 7}


def test_ballots_are_kept_for_the_owner_alone_and_dropped(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    files = opened_to_write(workshop, backups).files
    box = HiddenBox(scores=BallotBox(round="round1"))

    files.keep_box(box)
    kept, mode = hidden_box.load(workshop.ballots), workshop.ballots.stat().st_mode & 0o777
    files.drop_box()
    files.drop_box()
    files.close()

    assert (kept, mode) == (box, 0o600)
    assert not workshop.ballots.exists()


def edited_outside(folder: SessionFolder) -> bytes:
    theirs = folder.session.read_bytes().replace(b"Clean cars", b"Theirs")
    folder.session.write_bytes(theirs)
    return theirs


def test_an_edit_made_outside_meanwhile_is_not_overwritten(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    opened = opened_to_write(workshop, backups)
    files = opened.files
    theirs = edited_outside(workshop)
    session = apply(opened.session, RENAME)

    files.append(entries_of([RENAME], 11))
    with pytest.raises(ChangedOutsideError) as caught:
        files.save(Checkpoint(session, 11, {}))
    files.close()

    (ours,) = conflicts(workshop)
    assert workshop.session.read_bytes() == theirs
    assert snapshot.load(ours).session == session
    assert ours.name == f"session.conflict-{START:%Y-%m-%dT%H%M%SZ}.toml"
    assert ours.name in said(caught.value)


def test_a_conflict_leaves_one_file_however_often_is_saved(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    opened = opened_to_write(workshop, backups)
    files = opened.files
    edited_outside(workshop)

    for number in range(3):
        with pytest.raises(ChangedOutsideError):
            files.save(Checkpoint(changed(opened.session, title=f"Title {number}"), 10, {}))
    files.close()

    (ours,) = conflicts(workshop)
    assert snapshot.load(ours).session.title == "Title 2"


def test_theirs_becomes_the_session_with_what_was_done_here_when_it_is_opened_again(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    opened = opened_to_write(workshop, backups)
    files = opened.files
    edited_outside(workshop)
    added = AddDraft(text="Ours", id="draft3")
    files.append(entries_of([added], 11))
    with pytest.raises(ChangedOutsideError):
        files.save(Checkpoint(apply(opened.session, added), 11, {}))
    files.close()

    again = opened_to_write(workshop, backups)
    again.files.close()

    assert again.session.title == "Theirs"
    assert [draft.text for draft in again.session.drafting.drafts][-1] == "Ours"


def test_a_session_file_that_is_gone_is_written_anew(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    opened = opened_to_write(workshop, backups)
    files = opened.files
    workshop.session.unlink()

    files.save(Checkpoint(opened.session, 10, {}))
    files.close()

    assert snapshot.load(workshop.session).session == opened.session


@pytest.mark.parametrize("spoil", [b"", b"not ours\n"])
def test_a_journal_changed_outside_is_not_written_to(
    workshop: SessionFolder, backups: BackupFolder, spoil: bytes
) -> None:
    files = opened_to_write(workshop, backups).files
    files.append(entries_of([RENAME], 11))
    workshop.journal.write_bytes(spoil)

    with pytest.raises(ChangedOutsideError) as caught:
        files.append(entries_of([RENAME], 12))
    files.close()

    assert workshop.journal.read_bytes() == spoil
    assert str(workshop.journal) in said(caught.value)


def test_a_journal_that_is_gone_is_said_and_no_empty_one_is_made(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    files = opened_to_write(workshop, backups).files
    files.append(entries_of([RENAME], 11))
    kept = workshop.journal.read_bytes()
    workshop.journal.unlink()

    with pytest.raises(DiskError):
        files.append(entries_of([RENAME], 12))
    missing = not workshop.journal.exists()
    workshop.journal.write_bytes(kept)
    files.append(entries_of([RENAME], 12))
    files.close()

    assert missing
    assert journal.read(workshop.journal).last_seq == 12


def test_closing_lets_the_next_program_write_and_may_be_done_twice(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    files = opened_to_write(workshop, backups).files
    files.close()
    files.close()

    again = opened_to_write(workshop, backups)
    again.files.close()

    assert again.warnings == ()


def test_a_backup_is_due_five_minutes_after_the_last(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    time = [START]
    files = opened_to_write(workshop, backups, lambda: time[0]).files
    files.append(entries_of([RENAME], 11))

    time[0] = START + timedelta(minutes=4, seconds=59)
    files.back_up_when_due()
    before = len(backups.list_backups(workshop))
    time[0] = START + timedelta(minutes=5)
    files.back_up_when_due()
    files.close()

    assert (before, len(backups.list_backups(workshop))) == (1, 2)
