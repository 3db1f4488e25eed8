"""Sustain: goals within reach, training after agreement, obstacles never deleted."""

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshops import shortlisted, started_room
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.gut_check import GutCheck, plain_word
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.setup import SetSponsor
from workshop_tui.domain.survey import Source
from workshop_tui.domain.sustain import (
    AFTER_NO,
    AFTER_YES,
    BRIEF_PARTS,
    AddChange,
    AddGoal,
    AddObstacle,
    ChangeGoal,
    ChangeObstacle,
    CloseGoal,
    CollectResponses,
    DecideOnFeedback,
    ExplainChange,
    FeedbackDecision,
    Gloss,
    GlossWord,
    Goal,
    ImportCustomerAnswers,
    Obstacle,
    RateGoal,
    ResolveObstacle,
    SetReview,
    Sustain,
    WriteBriefPart,
    best_written,
    concerns,
    due,
    far_goals_notice,
    latest_answers,
    on_the_ladder,
    open_goals,
    open_steps,
    out_of_reach,
    standing_decisions,
    waiting_on,
    without_gloss,
    written_in,
)
from workshop_tui.domain.values import Language, Stage, changed
from workshop_tui.progress import missing, notices, where_it_stands, words_to_gloss
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


def test_each_word_that_means_something_is_asked_for_its_meaning_once() -> None:
    room = planning()
    assert words_to_gloss(room.session) == ("help", "fix")

    room.do(GlossWord(word="Help", meaning="we stay on it"))

    assert words_to_gloss(room.session) == ("fix",)


def test_a_small_word_may_have_a_meaning_too() -> None:
    room = planning()

    room.do(GlossWord(word="we", meaning="the night shift as well"))

    assert [gloss.word for gloss in room.session.sustain.glosses] == ["we"]
    assert words_to_gloss(room.session) == ("help", "fix")


@given(words=st.lists(st.sampled_from(["Help,", "help", "fix", "…", "“Fix”", "join"])))
def test_words_without_a_gloss_are_those_that_nobody_explained(words: list[str]) -> None:
    glosses = (Gloss(word="help", meaning="we stay on it"),)

    open_words = without_gloss(words, glosses)

    assert len(set(open_words)) == len(open_words)
    assert set(open_words) == {plain_word(word) for word in words} - {"help", ""}


def test_a_word_that_is_explained_again_keeps_the_last_meaning() -> None:
    room = planning()

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
    for word in ("help", "fix"):
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
    room.do(WriteBriefPart(part="what_it_is", language="en", text="our promise"))
    room.do(SetReview(review=dt.date(2027, 1, 15)))

    sustain = room.session.sustain
    assert sustain.customer_decisions[0].decision == "improve"
    assert written_in(sustain.roll_out, "what_it_is", "en") == "our promise"
    assert sustain.review == dt.date(2027, 1, 15)


PLACES = st.builds(
    WriteBriefPart,
    part=st.sampled_from(BRIEF_PARTS),
    language=st.sampled_from(get_args(Language)),
    text=st.sampled_from(["", "One", "Two"]),
)


@given(st.lists(PLACES, max_size=12))
def test_a_part_of_the_brief_has_the_last_text_of_each_language_and_else_the_other_ones(
    writings: list[WriteBriefPart],
) -> None:
    last = {(each.part, each.language): each.text for each in writings}
    room = planning()

    for writing in writings:
        room.do(writing)

    roll_out = room.session.sustain.roll_out
    assert len(roll_out) == sum(map(bool, last.values()))
    for part in BRIEF_PARTS:
        own, other = last.get((part, "en"), ""), last.get((part, "id"), "")
        best = best_written(roll_out, part, "en")
        assert written_in(roll_out, part, "en") == own
        assert (best.text if best else "") == (own or other)


@pytest.mark.parametrize(
    ("actions", "stage"),
    [
        ((), "setup"),
        ((SetSponsor(name="Renata"),), "setup"),
        ((SetSponsor(name="Renata"), AddDraft(text="We help.")), "drafting"),
        ((AddDraft(text="We help."),), "setup"),
    ],
    ids=("nothing yet", "set-up begun", "a draft", "a draft, but no set-up"),
)
def test_a_session_opens_on_the_furthest_stage_that_was_begun(
    actions: tuple[WorkshopAction, ...], stage: Stage
) -> None:
    assert where_it_stands(started_room(*actions).session) == stage


TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        (Goal(id="goal1", horizon="short", text="A", owner="Ana"), ()),
        (Goal(id="goal1", horizon="short", text="A"), ("no_owner",)),
        (Goal(id="goal1", horizon="short", text="A", owner="Ana", reach=(2, 3)), ("out_of_reach",)),
        (
            Goal(id="goal1", horizon="short", text="A", owner="Ana", due=dt.date(2027, 2, 21)),
            ("far_away",),
        ),
        (Goal(id="goal1", horizon="short", text="A", owner="Ana", due=dt.date(2027, 2, 20)), ()),
        (Goal(id="goal1", horizon="long", text="A", owner="Ana", due=dt.date(2029, 1, 1)), ()),
        (Goal(id="goal1", horizon="short", text="A", reach=(1,), status="dropped"), ()),
    ],
)
def test_what_speaks_for_a_smaller_step(goal: Goal, found: tuple[str, ...]) -> None:
    assert concerns(goal, TODAY) == found


def test_too_many_steps_at_once_and_steps_far_away_are_asked_about() -> None:
    room = planning()
    for number in range(6):
        room.do(AddGoal(horizon="short", text=f"Step {number}", owner="Ana"))
    assert [notice.key for notice in notices(room.session, "sustain")] == ["notice.too_many_goals"]

    room.do(CloseGoal(goal="goal1", status="done"))
    room.do(ChangeGoal(goal="goal2", text="Step 1", owner="Ana", due=dt.date(2028, 1, 1)))

    assert notices(room.session, "sustain") == ()
    (far,) = far_goals_notice(room.session.sustain.goals, TODAY)
    assert (far.key, far.count) == ("notice.goal_far_away", 1)


def test_the_ladder_has_the_programme_on_top_and_steps_without_a_day_at_its_end() -> None:
    room = planning()
    room.do(AddGoal(horizon="short", text="Undated"))
    room.do(AddGoal(horizon="short", text="Later", due=dt.date(2027, 1, 1)))
    room.do(AddGoal(horizon="short", text="Sooner", due=dt.date(2026, 12, 1)))
    room.do(AddGoal(horizon="long", text="Programme"))

    ladder = on_the_ladder(room.session.sustain.goals)

    assert [goal.text for goal in ladder] == ["Programme", "Sooner", "Later", "Undated"]


def test_a_change_says_what_it_still_lacks_in_the_order_of_the_method() -> None:
    room = planning()
    room.do(AddChange(text="Call back", benefit="peace"))
    assert open_steps(room.session.sustain.changes[0]) == (
        "why",
        "response",
        "agreement",
        "training",
    )

    room.do(CollectResponses(change="change1", responses=("Gladly", "", "Not at night")))

    (change,) = room.session.sustain.changes
    assert change.responses == ("Gladly", "Not at night")
    assert open_steps(change) == ("why", "agreement", "training")


def test_responses_are_refused_when_there_are_none_and_when_there_are_a_survey_of_them() -> None:
    room = planning()
    room.do(AddChange(text="Call back"))
    empty = CollectResponses(change="change1", responses=("",))
    many = CollectResponses(change="change1", responses=("yes",) * 1001)

    assert reason_of(room, empty) == "refused.no_responses"
    assert reason_of(room, many) == "refused.too_many_responses"


@pytest.mark.parametrize("decision", get_args(FeedbackDecision))
@pytest.mark.parametrize("branch", [(True, AFTER_YES), (False, AFTER_NO)])
def test_a_decision_follows_the_branches_of_the_tree(
    decision: FeedbackDecision, branch: tuple[bool, tuple[FeedbackDecision, ...]]
) -> None:
    was_needed, allowed = branch
    room = planning()
    decided = DecideOnFeedback(
        feedback="Too slow", was_needed=was_needed, decision=decision, reason="calls"
    )

    if decision in allowed:
        room.do(decided)
        assert room.session.sustain.customer_decisions[0].decision == decision
    else:
        assert reason_of(room, decided) == "refused.decision_off_the_tree"


def test_a_decision_that_was_looked_at_again_stays_and_is_due_no_more() -> None:
    room = planning()
    first = DecideOnFeedback(
        feedback="Too slow",
        was_needed=True,
        decision="improve",
        reason="calls",
        next_review=dt.date(2026, 11, 1),
    )
    room.do(first)
    assert [each.id for each in due(room.session.sustain)] == ["feedback1"]

    room.do(changed(first, decision="keep", next_review=None, follows="feedback1"))

    decisions = room.session.sustain.customer_decisions
    assert [each.id for each in decisions] == ["feedback1", "feedback2"]
    assert [each.id for each in standing_decisions(decisions)] == ["feedback2"]
    assert due(room.session.sustain) == ()


def test_customers_answers_are_kept_import_by_import_and_undone() -> None:
    room = planning()
    source = Source(file="customers.csv", sha256="a" * 64, format="csv")
    for number in (1, 2):
        room.do(ImportCustomerAnswers(source=source, answers_sha256=f"{number}" * 64, people=12))
    latest = latest_answers(room.session.sustain.customer_answers)
    assert latest is not None
    assert latest.id == "customers2"

    room.undo("sustain")

    assert [each.id for each in room.session.sustain.customer_answers] == ["customers1"]


@given(
    days=st.lists(st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31)), max_size=5),
    today=st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31)),
)
def test_what_waits_on_a_day_is_what_was_due_by_then_and_open(
    days: list[dt.date], today: dt.date
) -> None:
    goals = tuple(
        Goal(id=f"goal{number}", horizon="short", text="A", due=day)
        for number, day in enumerate(days)
    )
    obstacles = tuple(
        Obstacle(id=f"obstacle{number}", kind="other", text="B", due=day, resolution="over")
        for number, day in enumerate(days)
    )
    plan = Sustain(goals=goals, obstacles=obstacles, review=today)

    waiting = waiting_on(today, GutCheck(), plan)

    assert [each.day for each in waiting.due] == sorted(
        day for day in (*days, today) if day <= today
    )
    assert bool(waiting)
    assert not waiting_on(dt.date(2025, 12, 31), GutCheck(), plan)
