"""The Room: tells its watchers, says Saved only when the log did, and refuses without a trace."""

import pytest

from tests.workshops import (
    UNTOUCHED,
    MemoryLog,
    TickingClock,
    do_all,
    people,
    read_only_room,
    room_on,
    scores,
    shortlisted,
    started_room,
)
from workshop_tui.domain.ballots import CastScores
from workshop_tui.domain.drafting import AddDraft, RejectDraft
from workshop_tui.domain.history import Checkpoint
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.rounds import CloseRound, OpenRound, RevealRound
from workshop_tui.domain.session import Session, StartWorkshop
from workshop_tui.domain.setup import AddAgendaItem, AgendaItem
from workshop_tui.room import Change, NotSaved, Saved, Saving
from workshop_tui.writable_room import Beginning, WritableRoom


class SlowLog(MemoryLog):
    """A log that says nothing until it is told to."""

    def append(self, entry: object) -> None:
        self.entries.append(entry)  # type: ignore[arg-type]


def test_a_watcher_is_told_of_every_change_until_it_stops_watching() -> None:
    room = started_room()
    told: list[Change] = []
    unwatch = room.watch(told.append)

    room.do(AddDraft(text="One"))
    unwatch()
    room.do(AddDraft(text="Two"))

    assert [change.entry.seq for change in told if change.entry] == [2]
    assert told[-1].session.drafting.drafts[0].text == "One"


def test_it_says_saving_until_the_log_says_that_the_entry_is_safe() -> None:
    log = SlowLog()
    room = room_on(log)
    room.do(StartWorkshop(title="Clean rides"))
    room.do(AddDraft(text="One"))
    states = [room.save_state]
    for entry in log.entries:
        room.on_saved(entry.seq, entry.at)
        states.append(room.save_state)

    assert states == [Saving(), Saving(), Saved(log.entries[1].at)]


def test_a_disk_that_refuses_is_said_and_nothing_is_lost() -> None:
    log = MemoryLog()
    room = room_on(log)
    room.do(StartWorkshop(title="Clean rides"))
    log.fails_with = Message.of("refused.read_only")

    room.do(AddDraft(text="One"))

    assert room.save_state == NotSaved(Message.of("refused.read_only"))
    assert room.session.drafting.drafts[0].text == "One"


def test_a_refused_action_leaves_no_trace() -> None:
    room = started_room(AddDraft(text="One"))
    before, entries = room.session, len(room.history())

    with pytest.raises(RefusedError):
        room.do(RejectDraft(draft="draft1", reason=""))

    assert (room.session, len(room.history())) == (before, entries)


def test_a_room_that_can_only_be_read_refuses_every_action() -> None:
    room = read_only_room(Session(title="Clean rides"))

    for act in (
        lambda: room.do(StartWorkshop(title="x")),
        lambda: room.undo("setup"),
        lambda: room.redo("setup"),
    ):
        with pytest.raises(RefusedError) as refusal:
            act()
        assert refusal.value.reason.key == "refused.read_only"
    assert room.read_only
    assert room.session == Session(title="Clean rides")


def test_ballots_are_kept_beside_the_journal_until_the_reveal_is_handed_to_it() -> None:
    log = SlowLog()
    room = room_on(log)
    do_all(room, [StartWorkshop(title="x"), *people(1), *shortlisted("A"), OpenRound()])
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))
    assert log.box is not None
    assert all(not isinstance(entry.action, CastScores) for entry in room.history())

    room.do(RevealRound(round="round1"))

    assert isinstance(log.entries[-1].action, RevealRound)
    assert log.box is None


def test_an_entry_that_is_handed_on_while_an_earlier_one_is_safe_is_not_said_to_be_saved() -> None:
    log = SlowLog()
    room = room_on(log)
    room.do(StartWorkshop(title="Clean rides"))
    room.do(AddDraft(text="One"))

    room.on_saved(log.entries[0].seq, log.entries[0].at)

    assert room.save_state == Saving()


def test_ballots_of_a_round_that_was_given_up_are_thrown_away() -> None:
    log = MemoryLog()
    room = room_on(log)
    do_all(room, [StartWorkshop(title="x"), *people(1), *shortlisted("A"), OpenRound()])
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))

    room.do(CloseRound(round="round1"))

    assert log.box is None


def test_ballots_that_lay_on_disk_count_after_a_restart() -> None:
    log = MemoryLog()
    first = started_room(*people(2), *shortlisted("A"), OpenRound(), log=log)
    first.do(CastScores(voter="person1", draft="draft1", scores=scores()))
    assert log.box is not None

    checkpoint = Checkpoint(first.session, len(first.history()), {})
    again = room_on(MemoryLog(), Beginning(checkpoint, first.history, log.box))

    assert again.waiting_for() == ("person2",)


def test_the_ballots_of_each_draft_are_shuffled_on_their_own() -> None:
    shuffled: list[set[str]] = []
    log = MemoryLog()
    room = WritableRoom(
        UNTOUCHED,
        log=log,
        clock=TickingClock(),
        shuffle=lambda ballots: shuffled.append({ballot.draft for ballot in ballots}),
    )
    log.room = room
    do_all(room, [StartWorkshop(title="x"), *people(2), *shortlisted("A", "B"), OpenRound()])
    for voter in ("person1", "person2"):
        for draft in ("draft1", "draft2"):
            room.do(CastScores(voter=voter, draft=draft, scores=scores()))

    room.do(RevealRound(round="round1"))

    assert shuffled == [{"draft1"}, {"draft2"}]


def test_ids_that_came_with_the_start_are_not_given_again() -> None:
    room = room_on(MemoryLog())
    room.do(
        StartWorkshop(title="x", agenda=(AgendaItem(id="agenda1", title="Purpose", minutes=5),))
    )

    room.do(AddAgendaItem(title="Break", minutes=5))

    assert [item.id for item in room.session.setup.agenda] == ["agenda1", "agenda2"]


def test_an_entry_that_is_already_in_the_journal_is_in_the_history_once() -> None:
    room = started_room(AddDraft(text="One"))
    journal = list(room.history())
    log = MemoryLog()
    checkpoint = Checkpoint(room.session, 2, {"draft": 1})
    again = room_on(log, Beginning(checkpoint, lambda: tuple(journal)))
    again.do(AddDraft(text="Two"))
    journal += log.entries

    again.undo("drafting")

    assert [entry.seq for entry in again.history()] == [1, 2, 3, 4]
