"""Absences: what is timed counts while somebody is there, and no person's undo touches that."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshops import START, TickingClock, room_from, started_room
from workshop_tui.domain import exercises
from workshop_tui.domain.absence import (
    GONE_AFTER,
    Absence,
    LeaveRoom,
    ReturnToRoom,
    apply,
    left_at,
    seconds_there,
)
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.exercises import (
    EndExercise,
    ResumeExercise,
    StartExercise,
    left_behind,
    seconds_in,
    was_left,
)
from workshop_tui.domain.history import replay
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.session import BLANK
from workshop_tui.domain.word_smithing import (
    StartWordSmithing,
    StopWordSmithing,
    running,
    seconds_on,
    seconds_on_word,
    stopped_by_absence,
)
from workshop_tui.writable_room import WritableRoom

MINUTE = timedelta(minutes=1)
NIGHT = timedelta(hours=16)
SHORT, LONG = GONE_AFTER - MINUTE, GONE_AFTER + MINUTE


def smithing_room() -> tuple[WritableRoom, TickingClock]:
    """The clock has run for ten minutes on one word."""
    clock = TickingClock()
    room = started_room(AddDraft(text="Make it easy"), clock=clock)
    room.do(StartWordSmithing(draft="draft1", word="easy"))
    clock.forward(10 * MINUTE)
    room.see_somebody()
    return room, clock


def minutes_on_words(room: WritableRoom) -> int:
    drafting = room.session.drafting
    return seconds_on(drafting.smithed, drafting.absences, "draft1", room.now()) // 60


def is_running(room: WritableRoom) -> bool:
    return running(room.session.drafting.smithed, room.session.drafting.absences) is not None


def test_a_clock_left_running_over_night_counts_until_the_workshop_was_closed() -> None:
    room, clock = smithing_room()

    room.leave()
    clock.forward(NIGHT)
    room.see_somebody()

    assert not is_running(room)
    assert minutes_on_words(room) == 10
    drafting = room.session.drafting
    stopped = stopped_by_absence(drafting.smithed, drafting.absences)
    assert stopped is not None
    assert (stopped[0].word, stopped[1] - START < 11 * MINUTE) == ("easy", True)


def test_where_nobody_could_close_it_the_last_sign_of_somebody_counts() -> None:
    room, clock = smithing_room()
    room.do(AddDraft(text="Another"))
    entries = room.history()

    clock.forward(NIGHT)
    again = room_from(entries, room.session, clock)
    again.see_somebody()

    assert not is_running(again)
    assert minutes_on_words(again) == 10


@pytest.mark.parametrize(("away", "goes_on"), [(SHORT, True), (LONG, False)])
def test_after_a_short_absence_the_clock_goes_on_without_counting_it(
    away: timedelta, *, goes_on: bool
) -> None:
    room, clock = smithing_room()

    room.leave()
    clock.forward(away)
    room.see_somebody()
    clock.forward(5 * MINUTE)

    assert is_running(room) is goes_on
    assert minutes_on_words(room) == (15 if goes_on else 10)


def test_an_hour_without_a_key_is_an_absence_and_a_long_talk_is_not() -> None:
    room, clock = smithing_room()

    clock.forward(SHORT)
    room.see_nobody()
    talked = minutes_on_words(room)
    clock.forward(2 * MINUTE)
    room.see_nobody()

    assert talked == 10 + SHORT // MINUTE
    assert not is_running(room)
    assert minutes_on_words(room) == 10


def test_a_laptop_that_slept_tells_of_it_with_the_next_key() -> None:
    room, clock = smithing_room()

    clock.forward(NIGHT)
    room.see_somebody()

    assert not is_running(room)
    assert minutes_on_words(room) == 10


def test_no_undo_of_a_person_brings_back_a_clock_that_ran_over_night() -> None:
    room, clock = smithing_room()
    room.do(StopWordSmithing(smithing="smithing1"))
    room.do(StartWordSmithing(draft="draft1", word="easy"))
    room.leave()
    clock.forward(NIGHT)
    room.see_somebody()

    room.undo("drafting")
    room.undo("drafting")

    assert not is_running(room)
    assert minutes_on_words(room) == 10
    room.undo("drafting")
    assert room.session.drafting.smithed == ()
    room.redo("drafting")
    assert minutes_on_words(room) == 10
    assert replay(room.history()) == room.session


def exercise_left_over_night() -> tuple[WritableRoom, TickingClock]:
    """Twelve minutes of a good day; the next morning somebody is there for two minutes."""
    clock = TickingClock()
    room = started_room(StartExercise(kind="good_day"), clock=clock)
    clock.forward(12 * MINUTE)
    room.leave()
    clock.forward(NIGHT)
    room.see_somebody()
    clock.forward(2 * MINUTE)
    return room, clock


def test_an_exercise_that_nobody_ended_took_until_the_room_was_left() -> None:
    room, _ = exercise_left_over_night()

    room.do(EndExercise(run="exercise1"))

    (run,), absences = room.session.drafting.runs, room.session.drafting.absences
    assert (seconds_in(run, absences) or 0) // 60 == 12
    assert was_left(run, absences)


def test_an_exercise_that_was_left_stands_still_until_somebody_goes_on_with_it() -> None:
    room, clock = exercise_left_over_night()

    room.do(AddDraft(text="The next morning"))
    drafting = room.session.drafting
    left = left_behind(drafting.runs, drafting.absences)
    assert exercises.running(drafting.runs, drafting.absences) is None
    assert left is not None
    assert (left[0].kind, left[1] - START < 13 * MINUTE) == ("good_day", True)

    room.do(ResumeExercise(run="exercise1"))
    room.do(AddDraft(text="On a good day"))
    clock.forward(5 * MINUTE)
    room.do(EndExercise(run="exercise1"))

    (run,), absences = room.session.drafting.runs, room.session.drafting.absences
    assert [draft.run for draft in room.session.drafting.drafts] == ["", "exercise1"]
    assert (seconds_in(run, absences) or 0) // 60 == 17
    assert not was_left(run, absences)


def test_only_an_exercise_that_was_left_is_gone_on_with() -> None:
    room = started_room(StartExercise(kind="good_day"))

    with pytest.raises(RefusedError) as refusal:
        room.do(ResumeExercise(run="exercise1"))

    assert refusal.value.reason.key == "refused.nothing_changed"


def test_where_nothing_is_timed_nobody_is_watched() -> None:
    clock = TickingClock()
    room = started_room(AddDraft(text="One"), clock=clock)
    before = room.history()

    room.leave()
    clock.forward(NIGHT)
    room.see_somebody()
    room.see_nobody()

    assert room.history() == before


def test_a_word_has_its_own_time_within_that_of_its_draft() -> None:
    room, clock = smithing_room()
    room.do(StartWordSmithing(draft="draft1", word="Make"))
    clock.forward(3 * MINUTE)
    room.do(StartWordSmithing(draft="draft1", word="EASY"))
    clock.forward(MINUTE)

    drafting, now = room.session.drafting, room.now()
    on = running(drafting.smithed, drafting.absences)
    assert on is not None
    assert seconds_on_word(drafting.smithed, drafting.absences, on, now) // 60 == 11
    assert seconds_on(drafting.smithed, drafting.absences, "draft1", now) // 60 == 14


moments = st.integers(0, 600).map(lambda minutes: START + minutes * MINUTE)
steps = st.lists(st.tuples(st.booleans(), st.integers(1, 100)), max_size=6)


@given(steps, moments, moments)
def test_nobody_is_there_for_longer_than_the_time_that_passed(
    walk: list[tuple[bool, int]], one: datetime, other: datetime
) -> None:
    start, end = sorted((one, other))
    absences: tuple[Absence, ...] = ()
    now = START
    for leaves, minutes in walk:
        now += minutes * MINUTE
        absences = apply(absences, LeaveRoom(at=now) if leaves else ReturnToRoom(now - MINUTE, now))

    there = seconds_there(start, end, absences)

    assert there is not None
    assert 0 <= there <= (end - start).total_seconds()
    left = left_at(start, absences)
    if left is not None:
        assert there <= max(0, (left - start).total_seconds())


def test_times_without_an_offset_from_a_hand_edit_stop_no_clock() -> None:
    naive = START.replace(tzinfo=None)

    assert seconds_there(START, START + MINUTE, (Absence(since=naive),)) == 60
    assert seconds_there(naive, START) is None
    assert left_at(START, (Absence(),)) is None
    assert BLANK.drafting.absences == ()
