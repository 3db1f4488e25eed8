"""Backups: when a copy is kept, which are thrown away, and bringing one back."""

import shutil
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.store.folders import opened_to_write
from tests.store.said import said
from tests.store.samples import START, clock, entries_of, session_after, small_workshop
from workshop_tui.domain.session import RenameWorkshop, StartWorkshop
from workshop_tui.store import journal
from workshop_tui.store.backups import DAILY, MOST_RECENT, BackupFolder, default_folder
from workshop_tui.store.errors import DiskError, InUseError
from workshop_tui.store.journal_writer import JournalWriter
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import view_session
from workshop_tui.store.restoring import restore

SESSION = session_after(entries_of(small_workshop()))


def change(folder: SessionFolder, number: int) -> None:
    folder.session.write_bytes(folder.session.read_bytes() + f"# {number}\n".encode())


def backed_up(folder: SessionFolder, backups: BackupFolder, times: list[datetime]) -> None:
    for number, at in enumerate(times):
        change(folder, number)
        backups.back_up(folder, at)


def test_a_copy_holds_the_files_and_its_time(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    made = backups.back_up(workshop, START)

    assert made is not None
    assert backups.list_backups(workshop) == (made,)
    assert made.at == START
    assert made.session.read_bytes() == workshop.session.read_bytes()
    assert made.journal.read_bytes() == workshop.journal.read_bytes()


def test_only_the_owner_may_read_a_copy(workshop: SessionFolder, backups: BackupFolder) -> None:
    made = backups.back_up(workshop, START)

    assert made is not None
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in made.path.iterdir()} == {0o600}


def test_nothing_is_copied_twice(workshop: SessionFolder, backups: BackupFolder) -> None:
    backups.back_up(workshop, START)

    assert backups.back_up(workshop, START + timedelta(hours=1)) is None
    assert len(backups.list_backups(workshop)) == 1


def test_two_copies_in_one_moment_are_two(workshop: SessionFolder, backups: BackupFolder) -> None:
    backed_up(workshop, backups, [START, START])

    assert len(backups.list_backups(workshop)) == 2


def test_the_latest_are_kept_and_older_ones_one_a_day_for_a_week(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    days = [START + timedelta(days=day, hours=hour) for day in range(10) for hour in (0, 3)]
    recent = [START + timedelta(days=20, minutes=minute) for minute in range(MOST_RECENT)]

    backed_up(workshop, backups, [*days, *recent])

    kept = [backup.at for backup in backups.list_backups(workshop)]
    assert kept[:MOST_RECENT] == list(reversed(recent))
    assert kept[MOST_RECENT:] == [
        START + timedelta(days=day, hours=3) for day in range(9, 9 - DAILY, -1)
    ]


def test_a_session_of_the_same_name_elsewhere_has_its_own(
    workshop: SessionFolder, backups: BackupFolder, tmp_path: Path
) -> None:
    other = SessionFolder(tmp_path / "elsewhere" / workshop.slug)
    other.path.mkdir(parents=True)
    other.session.write_text('schema_version = 1\ntitle = "Other"\n')
    backups.back_up(workshop, START)

    backups.back_up(other, START + timedelta(minutes=1))

    (own,), (others,) = backups.list_backups(workshop), backups.list_backups(other)
    assert own.session.read_bytes() == workshop.session.read_bytes()
    assert others.session.read_bytes() == other.session.read_bytes()


@pytest.mark.parametrize("place", ["clean-cars", "renamed", "elsewhere/renamed"])
def test_a_session_that_was_moved_or_renamed_finds_its_copies(
    workshop: SessionFolder, backups: BackupFolder, tmp_path: Path, place: str
) -> None:
    backups.back_up(workshop, START)
    new_place = tmp_path / place
    new_place.parent.mkdir(exist_ok=True)

    moved = SessionFolder(workshop.path.rename(new_place))

    assert len(backups.list_backups(moved)) == 1


def test_a_renamed_session_keeps_its_copies_where_another_takes_its_name(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    backups.back_up(workshop, START)
    renamed = SessionFolder(workshop.path.rename(workshop.path.with_name("renamed")))
    start = StartWorkshop(title="Another")
    workshop.path.mkdir()
    writer = JournalWriter(workshop.journal, journal.EMPTY)
    writer.append(entries_of([start]))
    writer.close()

    backups.back_up(renamed, START + timedelta(minutes=1))

    assert [kept.at for kept in backups.list_backups(renamed)] == [
        START + timedelta(minutes=1),
        START,
    ]


def test_a_copy_of_a_session_does_not_find_the_backups_of_the_original(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    backups.back_up(workshop, START)

    copy = SessionFolder(workshop.path.with_name("copy"))
    shutil.copytree(workshop.path, copy.path)

    assert backups.list_backups(copy) == ()


def test_a_moved_session_without_its_journal_finds_its_copies_by_its_name(
    workshop: SessionFolder, backups: BackupFolder, tmp_path: Path
) -> None:
    backups.back_up(workshop, START)
    moved = SessionFolder(workshop.path.rename(tmp_path / workshop.slug))

    moved.journal.unlink()

    assert len(backups.list_backups(moved)) == 1


def test_foreign_files_among_the_copies_are_no_copies(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    backups.back_up(workshop, START)
    (backups.path / workshop.slug / "notes").mkdir()
    (backups.path / workshop.slug / ".0123456789ab.tmp").mkdir()

    assert len(backups.list_backups(workshop)) == 1


def test_restoring_brings_the_session_back_and_keeps_what_it_replaces(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    first = opened_to_write(workshop, backups)
    first.files.append(entries_of([RenameWorkshop(title="Later")], 11))
    first.files.close()
    (backup,) = backups.list_backups(workshop)

    restore(workshop, backup, clock, backups)
    opened = opened_to_write(workshop, backups)
    opened.files.close()

    assert opened.session == SESSION
    assert opened.checkpoint.seq == 10
    assert opened.warnings == ()
    replaced = max(backups.list_backups(workshop), key=lambda kept: len(kept.journal.read_bytes()))
    assert b"Later" in replaced.journal.read_bytes()


def test_a_file_that_the_backup_lacks_is_gone_after_restoring(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    session = workshop.session.read_bytes()
    workshop.session.unlink()
    backup = backups.back_up(workshop, START)
    assert backup is not None
    workshop.session.write_bytes(session.replace(b"Clean cars", b"Broken ["))

    restore(workshop, backup, clock, backups)

    assert not workshop.session.exists()
    assert workshop.journal.exists()


def test_a_damaged_session_can_be_restored(workshop: SessionFolder, backups: BackupFolder) -> None:
    backup = backups.back_up(workshop, START)
    assert backup is not None
    workshop.session.write_bytes(b"")

    restore(workshop, backup, clock, backups)

    assert b"Clean cars" in workshop.session.read_bytes()
    assert any(kept.session.read_bytes() == b"" for kept in backups.list_backups(workshop))


def test_a_session_that_is_open_is_not_restored(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    opened = opened_to_write(workshop, backups)
    (backup,) = backups.list_backups(workshop)

    with pytest.raises(InUseError) as caught:
        restore(workshop, backup, clock, backups)
    opened.files.close()

    assert said(caught.value).startswith(f"{workshop.path} is open in another program")


def test_a_session_that_was_deleted_can_be_restored(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    backup = backups.back_up(workshop, START)
    assert backup is not None
    shutil.rmtree(workshop.path)

    restore(workshop, backup, clock, backups)

    assert view_session(workshop).session == SESSION


def test_where_no_folder_can_be_made_nothing_is_restored(
    workshop: SessionFolder, backups: BackupFolder, tmp_path: Path
) -> None:
    backup = backups.back_up(workshop, START)
    assert backup is not None
    (tmp_path / "file").touch()

    with pytest.raises(DiskError):
        restore(SessionFolder(tmp_path / "file" / "x"), backup, clock, backups)


def test_the_users_own_backups_are_in_the_state_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    assert default_folder().path.name == "backups"
    assert "workshop-tui" in default_folder().path.parts
