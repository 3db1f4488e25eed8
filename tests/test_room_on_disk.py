"""A Room on files: what was done is there again, a second opener reads and follows."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.workshops import TickingClock, do_all, people, shortlisted
from workshop_tui.domain.ballots import Abstain, MarkAbsent
from workshop_tui.domain.dots import (
    MarkAbsentFromDots,
    OpenDotVote,
    PlaceDots,
    RevealDots,
    dots_on,
)
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.rounds import CloseRound, OpenRound
from workshop_tui.domain.session import RenameWorkshop, StartWorkshop
from workshop_tui.domain.setup import SetScope
from workshop_tui.domain.word_smithing import (
    StartWordSmithing,
    StopWordSmithing,
    running,
    seconds_on,
)
from workshop_tui.room import Change
from workshop_tui.room_on_disk import RoomOnDisk, open_room, view_room
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.creating import create_session
from workshop_tui.store.errors import SessionFileError, StoreError
from workshop_tui.store.layout import SessionFolder


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return create_session(tmp_path, StartWorkshop(title="Clean rides"), TickingClock())


def opened_in(folder: SessionFolder) -> RoomOnDisk:
    return open_room(folder, clock=TickingClock(), backups=BackupFolder(folder.path / "backups"))


def test_what_was_done_is_there_when_the_session_is_opened_again(folder: SessionFolder) -> None:
    with opened_in(folder) as first:
        first.room.do(SetScope(kind="team", scope="Rebates"))

    with opened_in(folder) as again:
        assert again.room.session == first.room.session
        assert again.room.session.setup.scope == "Rebates"
        assert again.warnings == ()


def test_undo_reaches_back_over_a_restart(folder: SessionFolder) -> None:
    with opened_in(folder) as first:
        first.room.do(SetScope(kind="team", scope="Rebates"))

    with opened_in(folder) as again:
        again.room.undo("setup")

        assert again.room.session.setup.scope == ""


def test_ids_are_never_given_twice_even_over_a_restart(folder: SessionFolder) -> None:
    with opened_in(folder) as first:
        do_all(first.room, shortlisted("One", "Two"))
        first.room.undo("drafting")
    with opened_in(folder) as again:
        do_all(again.room, shortlisted("Three")[:1])

        assert [draft.id for draft in again.room.session.drafting.drafts][-1] == "draft3"


def test_a_workshop_that_was_closed_with_a_running_clock_is_opened_with_a_stopped_one(
    folder: SessionFolder,
) -> None:
    clock = TickingClock()
    backups = BackupFolder(folder.path / "backups")
    with open_room(folder, clock=clock, backups=backups) as evening:
        do_all(evening.room, [AddDraft(text="One"), StartWordSmithing(draft="draft1")])
        clock.forward(timedelta(minutes=10))
    clock.forward(timedelta(hours=15))

    with open_room(folder, clock=clock, backups=backups) as morning:
        drafting = morning.room.session.drafting
        assert running(drafting.smithed, drafting.absences) is None
        assert seconds_on(drafting.smithed, drafting.absences, "draft1") // 60 == 10
        morning.room.undo("drafting")
        assert morning.room.session.drafting.smithed == ()


def test_a_workshop_that_is_only_looked_at_is_not_changed(folder: SessionFolder) -> None:
    with opened_in(folder) as first:
        do_all(first.room, [AddDraft(text="One"), StartWordSmithing(draft="draft1")])
        first.room.do(StopWordSmithing(smithing="smithing1"))
    before = folder.journal.read_bytes()

    opened_in(folder).close()

    assert folder.journal.read_bytes() == before


def test_ballots_outlast_a_restart_and_go_with_their_round(folder: SessionFolder) -> None:
    with opened_in(folder) as first:
        do_all(first.room, [*people(2), *shortlisted("One", "Two"), OpenRound()])
        do_all(first.room, [Abstain(voter="person1", draft="draft1"), MarkAbsent(voter="person2")])

    with opened_in(folder) as again:
        assert again.room.drafts_scored_by("person1") == ("draft1",)
        assert again.room.absent_voters() == ("person2",)
        again.room.do(CloseRound(round="round1"))

    assert not folder.ballots.exists()


def test_dots_outlast_a_restart_beside_ballots_and_go_with_their_vote(
    folder: SessionFolder,
) -> None:
    with opened_in(folder) as first:
        do_all(first.room, [*people(2), *shortlisted("One", "Two"), OpenRound(), OpenDotVote()])
        do_all(
            first.room,
            [
                MarkAbsent(voter="person2"),
                PlaceDots(voter="person1", drafts=("draft1",)),
                MarkAbsentFromDots(voter="person2"),
            ],
        )

    with opened_in(folder) as again:
        assert again.room.dots_waited_for() == ()
        again.room.do(RevealDots(vote="vote1"))
    with opened_in(folder) as once_more:
        assert once_more.room.absent_voters() == ("person2",)
        assert dots_on(once_more.room.session.drafting.votes, "draft1") == 1
        assert "draft1" not in folder.ballots.read_text()


def test_a_second_opener_reads_and_sees_what_the_first_one_does(folder: SessionFolder) -> None:
    with opened_in(folder) as writing, opened_in(folder) as reading:
        changes: list[Change] = []
        reading.room.watch(changes.append)
        writing.room.do(RenameWorkshop(title="Cleaner rides"))
        writing.close()

        reading.look()
        reading.look()

        assert reading.room.read_only
        assert [change.session.title for change in changes] == ["Cleaner rides"]
        assert changes[0].entry is not None
        assert [entry.seq for entry in reading.room.history()] == [1, 2]
        with pytest.raises(RefusedError):
            reading.room.do(RenameWorkshop(title="Mine"))


def test_why_a_session_can_only_be_read_is_among_the_warnings(folder: SessionFolder) -> None:
    with opened_in(folder), opened_in(folder) as reading:
        assert reading.warnings == (Message.of("store.read_only.in_use"),)


def test_a_view_writes_nothing_and_takes_no_lock(folder: SessionFolder) -> None:
    before = sorted(path.name for path in folder.path.iterdir())

    with view_room(folder) as viewing, view_room(folder) as another:
        assert viewing.room.read_only
        assert another.room.read_only

    assert sorted(path.name for path in folder.path.iterdir()) == before


def test_the_writer_has_nothing_to_look_at(folder: SessionFolder) -> None:
    with opened_in(folder) as writing:
        writing.look()

        assert not writing.room.read_only


def test_a_damaged_session_is_refused_and_left_as_it_is(folder: SessionFolder) -> None:
    folder.session.write_text("title = ", encoding="utf-8")

    with pytest.raises(SessionFileError):
        opened_in(folder)

    assert folder.session.read_text(encoding="utf-8") == "title = "


def test_closing_says_what_could_not_be_saved(folder: SessionFolder) -> None:
    opened = opened_in(folder)
    folder.journal.unlink()
    opened.room.do(RenameWorkshop(title="Lost?"))

    with pytest.raises(StoreError):
        opened.close()
