"""A session that another program writes, seen from here."""

from tests.store.folders import opened_to_write
from tests.store.samples import entries_of
from workshop_tui.domain.session import RenameWorkshop
from workshop_tui.store import on_screen
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.following import Follower, OnScreenFollower
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.on_screen import OnScreen
from workshop_tui.store.opened import view_session


def test_a_change_is_told_once(workshop: SessionFolder, backups: BackupFolder) -> None:
    writer = opened_to_write(workshop, backups)
    follower = Follower(view_session(workshop))
    before = follower.poll()

    writer.files.append(entries_of([RenameWorkshop(title="Clean air")], 11))
    told, again = follower.poll(), follower.poll()
    writer.files.close()

    assert before is None
    assert told is not None
    assert told.title == "Clean air"
    assert again is None


def test_a_change_between_opening_and_the_first_look_is_told(
    workshop: SessionFolder, backups: BackupFolder
) -> None:
    view = view_session(workshop)
    writer = opened_to_write(workshop, backups)
    writer.files.append(entries_of([RenameWorkshop(title="Clean air")], 11))
    writer.files.close()

    told = Follower(view).poll()

    assert told is not None
    assert told.title == "Clean air"


def test_files_that_cannot_be_read_just_now_are_no_change(workshop: SessionFolder) -> None:
    follower = Follower(view_session(workshop))
    content = workshop.session.read_bytes()

    workshop.session.write_bytes(b"half a sync")
    broken = follower.poll()
    workshop.session.write_bytes(content.replace(b"Clean cars", b"Clean air"))
    mended = follower.poll()

    assert broken is None
    assert mended is not None
    assert mended.title == "Clean air"


def test_a_session_that_is_gone_is_no_change(workshop: SessionFolder) -> None:
    follower = Follower(view_session(workshop))
    workshop.session.unlink()
    workshop.journal.unlink()

    assert follower.poll() is None


def test_a_screen_that_turns_is_followed_and_half_of_a_write_is_waited_out(
    workshop: SessionFolder,
) -> None:
    follower = OnScreenFollower(workshop.on_screen)

    nowhere = follower.poll()
    on_screen.save(workshop.on_screen, OnScreen(stage="survey"))
    survey, again = follower.poll(), follower.poll()
    workshop.on_screen.write_bytes(b'stage = "sco')
    half = follower.poll()
    workshop.on_screen.write_bytes(b'stage = "scoring"')
    scoring = follower.poll()
    on_screen.remove(workshop.on_screen)
    gone = follower.poll()

    assert nowhere is half is gone is None
    assert survey == again == OnScreen(stage="survey")
    assert scoring == OnScreen(stage="scoring")
