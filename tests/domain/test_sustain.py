"""Sustain: goals within reach, training after agreement, obstacles never deleted."""

import datetime as dt

import pytest

from tests.workshops import shortlisted, started_room
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.progress import first_unfinished, missing, notices
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.domain.sustain import (
    AddChange,
    AddGoal,
    AddObstacle,
    ChangeGoal,
    ChangeObstacle,
    CloseGoal,
    DecideOnFeedback,
    ExplainChange,
    GlossWord,
    RateGoal,
    ResolveObstacle,
    SetReview,
    SetRollOut,
    open_goals,
    out_of_reach,
    words_to_gloss,
)
from workshop_tui.room import Room


def planning() -> Room:
    return started_room(
        *shortlisted("We help fix it."), ChooseStatement(draft="draft1", because="clear")
    )


def reason_of(room: Room, action: object) -> str:
    with pytest.raises(RefusedError) as refusal:
        room.do(action)  # type: ignore[arg-type]  # any action
    return refusal.value.reason.key


def test_training_waits_until_the_employees_answered_and_agreed() -> None:
    room = planning()
    room.do(
        AddChange(text="Call back within a day", why="customers ask", benefit="fewer angry calls")
    )
    training = ExplainChange(change="change1", training="role play")
    assert reason_of(room, training) == "refused.training_before_agreement"

    room.do(ExplainChange(change="change1", response="Yes, with a list", is_agreed=True))
    room.do(training)

    assert room.session.sustain.changes[0].training == "role play"


def test_a_goal_that_staff_rate_low_is_noticed_as_out_of_reach() -> None:
    room = planning()
    room.do(AddGoal(horizon="short", text="Status page", owner="IT"))
    room.do(RateGoal(goal="goal1", reach=(4, 1, 2)))

    (goal,) = open_goals(room.session.sustain.goals)
    assert (goal.reach, out_of_reach(goal)) == ((1, 2, 4), True)
    assert [notice.key for notice in notices(room.session, "sustain")] == [
        "notice.goal_out_of_reach"
    ]


def test_a_goal_is_dropped_with_a_reason_and_done_without() -> None:
    room = planning()
    room.do(AddGoal(horizon="short", text="One"))
    room.do(AddGoal(horizon="long", text="Two", owner="Ira"))
    assert reason_of(room, CloseGoal(goal="goal1", status="dropped")) == "refused.empty"

    room.do(CloseGoal(goal="goal1", status="done"))

    assert open_goals(room.session.sustain.goals) == ()
    assert [notice.key for notice in notices(room.session, "sustain")] == ["notice.only_long_goals"]


def test_a_goal_that_is_changed_keeps_its_ratings_and_can_lose_its_day() -> None:
    room = planning()
    december = dt.date(2026, 12, 1)
    room.do(AddGoal(horizon="short", text="Status page", owner="IT", due=december))
    room.do(RateGoal(goal="goal1", reach=(4, 5)))

    room.do(ChangeGoal(goal="goal1", text="Status page", owner="Joko"))

    (goal,) = room.session.sustain.goals
    assert (goal.owner, goal.due, goal.reach) == ("Joko", None, (4, 5))


def test_an_obstacle_is_resolved_with_a_reason_and_stays() -> None:
    room = planning()
    room.do(AddObstacle(kind="broken_system", text="The form times out"))
    assert reason_of(room, ResolveObstacle(obstacle="obstacle1", resolution="")) == "refused.empty"

    room.do(
        ChangeObstacle(
            obstacle="obstacle1",
            kind="broken_system",
            text="The form times out",
            owner="Joko",
            advocate="Maria",
        )
    )
    room.do(ResolveObstacle(obstacle="obstacle1", resolution="new form since May"))

    (obstacle,) = room.session.sustain.obstacles
    assert (obstacle.owner, obstacle.advocate, obstacle.resolution) == (
        "Joko",
        "Maria",
        "new form since May",
    )


def test_every_word_of_the_statement_is_asked_for_its_meaning_once() -> None:
    room = planning()
    session = room.session
    assert words_to_gloss(session.scoring, session.gut_check, session.sustain.glosses) == (
        "we",
        "help",
        "fix",
        "it",
    )

    room.do(GlossWord(word="Fix", meaning="until the customer says so"))
    room.do(GlossWord(word="fix", meaning="until the customer drives home"))

    assert [gloss.meaning for gloss in room.session.sustain.glosses] == [
        "until the customer drives home"
    ]


def test_a_plan_lacks_goals_owners_and_meanings() -> None:
    room = planning()
    assert [lack.key for lack in missing(room.session, "sustain")] == [
        "missing.goals",
        "missing.gloss",
    ]

    room.do(AddGoal(horizon="short", text="Status page"))
    room.do(AddObstacle(kind="other", text="No time"))
    for word in ("we", "help", "fix", "it"):
        room.do(GlossWord(word=word, meaning="what it says"))

    assert [lack.key for lack in missing(room.session, "sustain")] == [
        "missing.goal_owner",
        "missing.obstacle_owner",
    ]


def test_a_change_without_a_benefit_for_the_staff_is_noticed() -> None:
    room = planning()
    room.do(AddChange(text="New opening hours", why="customers ask"))

    assert [notice.key for notice in notices(room.session, "sustain")] == ["notice.no_benefit"]


def test_feedback_roll_out_and_review_are_kept() -> None:
    room = planning()
    room.do(
        DecideOnFeedback(
            feedback="Still waiting weeks", was_needed=True, decision="improve", reason="calls"
        )
    )
    room.do(SetRollOut(what_it_is="our promise"))
    room.do(SetReview(review=dt.date(2027, 1, 15)))

    sustain = room.session.sustain
    assert sustain.customer_decisions[0].decision == "improve"
    assert (sustain.roll_out.what_it_is, sustain.review) == ("our promise", dt.date(2027, 1, 15))


def test_a_session_opens_on_the_first_stage_that_lacks_something() -> None:
    assert first_unfinished(started_room().session) == "setup"
