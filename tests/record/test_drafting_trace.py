"""What the drafting room did, in the record: also half-way, also where nothing was done."""

import datetime as dt

import msgspec

from tests.record.story import DRAFTED, SET_UP, STARTED, after
from workshop_tui.domain.absence import LeaveRoom, ReturnToRoom
from workshop_tui.domain.dots import DotSum, OpenDotVote
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.exercises import EndExercise, ResumeExercise, StartExercise
from workshop_tui.domain.memory_test import StartMemoryTest
from workshop_tui.domain.session import Session
from workshop_tui.record import markdown
from workshop_tui.record.document import document
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.privacy import shareable


def written(session: Session) -> str:
    return markdown.render(document(session, Evidence(), "en", ("drafting",)))


def test_nothing_is_said_of_what_was_not_done() -> None:
    told = written(after(STARTED))

    for heading in ("What the room did", "Merged drafts", "Dots", "memory", "Time spent"):
        assert heading not in told


def test_an_exercise_that_still_runs_says_so_and_one_without_a_clock_says_nothing() -> None:
    told = written(after((*STARTED, StartExercise(id="exercise1", kind="recombine"))))

    assert "| Circle and recombine | – | not ended | 0 | 0 |" in told


def test_an_exercise_that_was_left_over_night_says_how_long_it_took_until_then() -> None:
    at = dt.datetime(2026, 11, 3, 16, 30, tzinfo=dt.UTC)
    left = at + dt.timedelta(minutes=20)
    morning = left + dt.timedelta(hours=15)
    steps = (*STARTED, StartExercise(id="exercise1", kind="good_day", at=at), LeaveRoom(at=left))
    back = (*steps, ReturnToRoom(at=morning))
    noon = morning + dt.timedelta(hours=3)
    ended = EndExercise(run="exercise1", at=noon)
    gone_on = (ResumeExercise(run="exercise1", at=noon - dt.timedelta(minutes=5)), ended)

    rows = [written(after(each)) for each in (steps, (*back, ended), (*back, *gone_on))]

    assert "16:30 | 20, then the room was left |" in rows[0]
    assert "16:30 | 20, then the room was left |" in rows[1]
    assert "16:30 | 25 |" in rows[2]


def test_the_time_is_that_of_the_wall_wherever_the_record_is_written() -> None:
    wall = dt.timezone(dt.timedelta(hours=-7))
    at = dt.datetime(2026, 11, 3, 23, 30, tzinfo=wall)

    told = written(after((*STARTED, StartExercise(id="exercise1", kind="good_day", at=at))))

    assert "3 November 2026, 23:30" in told


def test_dots_of_an_open_vote_are_in_no_record_even_where_somebody_wrote_them_in() -> None:
    session = after(
        (
            *STARTED,
            *SET_UP,
            AddDraft(id="draft1", text="One"),
            AddDraft(id="draft2", text="Two"),
            OpenDotVote(id="vote1"),
        )
    )
    vote = msgspec.structs.replace(
        session.drafting.votes[0], sums=(DotSum(draft="draft1", dots=7, people=7),)
    )
    drafting = msgspec.structs.replace(session.drafting, votes=(vote,))
    session = msgspec.structs.replace(session, drafting=drafting)

    assert shareable(session).drafting.votes[0].sums == ()
    assert "they are not shown before all are in" in written(session)
    assert "7" not in written(session)


def test_a_memory_test_that_nobody_answered_is_passed_over() -> None:
    session = after(
        (*STARTED, AddDraft(id="draft1", text="One"), StartMemoryTest(id="memory1", draft="draft1"))
    )

    assert "from memory" not in written(session)


def test_words_lost_are_told_with_the_people_who_lost_them() -> None:
    told = written(after((*STARTED, *SET_UP, *DRAFTED)))

    assert "vehicle (2 people), the (1 person)" in told
    assert "| 58% |" in told
