"""The goals on a timeline: programme on top, steps by date, today marked, warnings said."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.typing import fill_in
from tests.workshops import started_room
from workshop_tui.domain.message import Message, Value
from workshop_tui.domain.plain_text import clean_line, clean_name
from workshop_tui.domain.sustain import AddGoal, Goal, RateGoal
from workshop_tui.language import say
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.stages.sustain.ladder import ladder_lines

TODAY = dt.date(2026, 11, 2)
GOALS = (
    Goal(id="goal1", horizon="short", text="Late one", owner="Ana", due=dt.date(2026, 10, 20)),
    Goal(id="goal2", horizon="short", text="Next one", owner="Ana", due=dt.date(2026, 11, 16)),
    Goal(
        id="goal3",
        horizon="short",
        text="Done one",
        due=dt.date(2026, 11, 9),
        status="done",
        reach=(4, 5),
    ),
    Goal(id="goal4", horizon="long", text="Programme", owner="Ira"),
    Goal(id="goal5", horizon="short", text="Undated", owner="Ana"),
)


def t(key: str, /, count: int | None = None, **values: Value) -> str:
    return say(Message.of(key, count, **values), "en")


def drawn(goals: tuple[Goal, ...], width: int = 78) -> list[str]:
    return [line.plain for line in ladder_lines(goals, TODAY, width, t, "en")]


def line_of(text: str, lines: list[str]) -> str:
    return next(line for line in lines if text in line)


@pytest.mark.parametrize("width", [58, 78, 118])
def test_steps_lie_left_and_right_of_today_by_their_date(width: int) -> None:
    lines = drawn(GOALS, width)

    now = line_of("┆ today", lines).index("┆")
    assert line_of("Late one", lines).index("●") < now
    assert line_of("Next one", lines).index("●") > now
    assert now < line_of("Done one", lines).index("✓") < line_of("Next one", lines).index("●")
    assert line_of("Undated", lines)[now] == "┆"
    assert "●" not in line_of("Undated", lines)


def test_the_programme_stands_on_top_and_reaches_beyond_the_line() -> None:
    lines = drawn(GOALS)

    texts = ["Programme", "Late one", "Done one", "Next one", "Undated"]
    assert [text for line in lines for text in texts if text in line] == texts
    assert "━▶" in line_of("Programme", lines)


def test_ratings_owner_and_day_stand_behind_the_line() -> None:
    line = line_of("Done one", drawn(GOALS))

    assert "9 Nov" in line
    assert "●●●●○" in line


def test_what_speaks_for_a_smaller_step_stands_under_it() -> None:
    goal = Goal(id="goal1", horizon="short", text="Big one", reach=(1, 2), due=dt.date(2027, 6, 1))

    lines = drawn((goal,))

    said = " ".join(lines)
    assert "Staff find it out of reach. What would be a smaller first step?" in said
    assert "More than three months away. What would be a smaller first step?" in said
    assert "Nobody owns it. Which smaller first step would somebody take on?" in said


GOALS_OF_ANY_KIND = st.lists(
    st.builds(
        Goal,
        id=st.sampled_from(["goal1", "goal2", "goal3"]),
        horizon=st.sampled_from(["short", "long"]),
        text=st.text(st.characters(codec="utf-8"), max_size=90).map(clean_line),
        owner=st.text(st.characters(codec="utf-8"), max_size=30).map(clean_name),
        due=st.none() | st.dates(),
        reach=st.lists(st.integers(1, 5), max_size=9).map(tuple),
    ),
    max_size=6,
)


@given(GOALS_OF_ANY_KIND, st.integers(56, 140))
def test_any_goals_are_drawn_within_the_width(goals: list[Goal], width: int) -> None:
    lines = ladder_lines(tuple(goals), TODAY, width, t, "id")

    timeline = [line for line in lines if set(line.plain) & set("┆─━")]  # the others are wrapped
    assert len(timeline) > len(goals)
    assert max(line.cell_length for line in timeline) <= width


def test_a_year_that_is_a_slip_of_the_pen_is_drawn_at_the_end() -> None:
    slip = Goal(id="goal9", horizon="short", text="A slip", due=dt.date.max)

    lines = drawn((*GOALS, slip))

    assert line_of("A slip", lines).index("●") > line_of("Next one", lines).index("●")


@pytest.mark.parametrize(("size", "language"), [((80, 24), "en"), ((120, 40), "id")])
async def test_the_timeline_opens_over_the_stage_and_esc_goes_back(
    size: tuple[int, int], language: str
) -> None:
    due = dt.date(2026, 12, 1)
    room = started_room(AddGoal(horizon="short", text="[bold]Call back[/]", owner="Ana", due=due))
    app = WorkshopApp(language=language, opened=opened_in_memory(room), environ={})  # type: ignore[arg-type]

    async with app.run_test(size=size) as pilot:
        await pilot.press("6", "l")
        shown = screen_text(app)
        await pilot.press("escape")
        back = screen_text(app)

    today = {"en": "today", "id": "hari ini"}[language]
    assert f"┆ {today}" in shown
    assert "[bold]Call back[/]" in shown
    assert f"┆ {today}" not in back


async def test_a_step_that_staff_find_out_of_reach_is_followed_by_a_smaller_one() -> None:
    room = started_room(AddGoal(horizon="short", text="All at once", owner="Ana"))
    app = WorkshopApp(language="en", opened=opened_in_memory(room), environ={})

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6", "home", "tab", "r")
        await fill_in(pilot, "1 2 2")
        asked = screen_text(app)
        await fill_in(pilot, "One letter", "Budi", "+1w", "")

    assert "What would be a smaller first step?" in asked
    assert [goal.text for goal in room.session.sustain.goals] == ["All at once", "One letter"]


async def test_a_day_far_away_is_asked_about_while_it_is_typed() -> None:
    app = WorkshopApp(language="en", opened=opened_in_memory(started_room()), environ={})

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6", "home", "a")
        await fill_in(pilot, "", "Some day", "")
        await pilot.press(*"2027-06-01")
        shown = screen_text(app)

    assert "More than three months away. What would be a smaller first step?" in shown


async def test_there_is_no_timeline_without_goals() -> None:
    app = WorkshopApp(language="en", opened=opened_in_memory(started_room()), environ={})

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6", "l")

        assert "The timeline shows goals" in screen_text(app)


async def test_a_goal_on_the_screen_loses_its_day_when_it_is_taken_away() -> None:
    due = dt.date(2026, 12, 1)
    room = started_room(
        AddGoal(horizon="short", text="Call back", owner="Ana", due=due),
        RateGoal(goal="goal1", reach=(4,)),
    )
    app = WorkshopApp(language="en", opened=opened_in_memory(room), environ={})

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6", "home", "tab", "enter", "enter", "enter", "ctrl+u")
        await fill_in(pilot, "", "")

    (goal,) = room.session.sustain.goals
    assert (goal.owner, goal.due, goal.reach) == ("Ana", None, (4,))
