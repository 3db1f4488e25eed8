"""Exercises: steps with a soft time, in any order, as often as wanted, leaving their trace."""

from datetime import timedelta

import pytest

from tests.workshops import people, started_room
from workshop_tui.domain.absence import seconds_there
from workshop_tui.domain.drafting import AddDraft, AddNote, SilenceReading, is_reading_silent
from workshop_tui.domain.exercises import (
    EXERCISES,
    STEPS,
    EndExercise,
    Exercise,
    GoToStep,
    StartExercise,
    running,
    step_of,
)
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.setup import SetSecrecy
from workshop_tui.language import LANGUAGES, Language, say


def refusal_of(*actions: WorkshopAction) -> str:
    *before, last = actions
    room = started_room(*before)
    with pytest.raises(RefusedError) as refusal:
        room.do(last)
    return refusal.value.reason.key


def test_what_is_written_during_an_exercise_came_of_that_run() -> None:
    room = started_room(
        AddDraft(text="Before"),
        StartExercise(kind="good_day"),
        AddNote(kind="good_day", text="Paid before lunch"),
        StartExercise(kind="silent_drafts"),
        AddDraft(text="During"),
        EndExercise(run="exercise2"),
        AddDraft(text="After"),
    )

    drafting = room.session.drafting
    assert [(draft.exercise, draft.run) for draft in drafting.drafts] == [
        ("free", ""),
        ("silent_drafts", "exercise2"),
        ("free", ""),
    ]
    assert drafting.notes[0].run == "exercise1"


def test_a_run_knows_when_it_began_and_ended_and_the_next_one_ends_it() -> None:
    room = started_room(
        StartExercise(kind="good_day"), StartExercise(kind="good_day"), EndExercise(run="exercise2")
    )

    first, second = room.session.drafting.runs
    assert (first.is_over, second.is_over) == (True, True)
    assert first.ended_at == second.started_at
    assert seconds_there(first.started_at, first.ended_at) == 2
    assert second.ended_at is not None
    assert second.ended_at.utcoffset() == timedelta(0)
    assert running(room.session.drafting.runs, ()) is None


def test_steps_can_be_gone_to_in_any_order_and_none_is_beyond_the_last() -> None:
    room = started_room(
        StartExercise(kind="recombine"),
        GoToStep(run="exercise1", step=3),
        GoToStep(run="exercise1", step=1),
    )

    assert step_of(room.session.drafting.runs[0]).name == "circle"
    started = StartExercise(kind="recombine")
    assert refusal_of(started, GoToStep(run="exercise1", step=4)) == "refused.no_such_step"
    ended = EndExercise(run="exercise1")
    assert refusal_of(started, ended, GoToStep(run="exercise1", step=1)) == (
        "refused.exercise_is_over"
    )
    assert refusal_of(StartExercise(kind="free")) == "refused.no_exercise"


def test_the_reading_is_silent_in_an_exercise_and_as_it_was_left_the_next_time() -> None:
    room = started_room()
    silent = [is_reading_silent(room.session.drafting)]
    for action in (
        StartExercise(kind="recombine"),
        SilenceReading(is_silent=False),
        StartExercise(kind="good_day"),
        StartExercise(kind="recombine"),
        EndExercise(run="exercise3"),
        SilenceReading(is_silent=True),
    ):
        room.do(action)
        silent.append(is_reading_silent(room.session.drafting))

    assert silent == [False, True, False, True, False, False, True]
    assert refusal_of(SilenceReading(is_silent=False)) == "refused.nothing_changed"


def test_an_exercise_is_taken_back_without_the_drafts_that_came_of_it() -> None:
    room = started_room()
    room.do(StartExercise(kind="good_day"), by="person1")
    room.do(AddDraft(text="One"), by="person2")

    room.undo("drafting", by="person1")

    (draft,) = room.session.drafting.drafts
    assert (draft.text, draft.run) == ("One", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", EXERCISES)
def test_every_step_has_a_prompt_in_both_languages(kind: Exercise, language: Language) -> None:
    for step in STEPS[kind]:
        key = f"exercise.{kind}.{step.name}"
        assert say(Message(key), language) != key


def test_where_authors_are_not_kept_no_name_reaches_the_journal() -> None:
    secrecy = SetSecrecy(ballots="shuffled", authors="not_kept")

    draft = refusal_of(*people(1), secrecy, AddDraft(text="One", author="person1"))
    note = refusal_of(*people(1), secrecy, AddNote(kind="good_day", text="x", author="person1"))

    assert (draft, note) == ("refused.authors_not_kept", "refused.authors_not_kept")
