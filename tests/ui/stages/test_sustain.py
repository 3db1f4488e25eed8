"""The sustain stage from the keyboard: every topic written, nothing sensitive shown."""

from datetime import date

import pytest

from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.typing import fill_in
from tests.workshops import people, shortlisted, started_room
from workshop_tui.domain.message import Message
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.sustain import (
    AddChange,
    AddGoal,
    AddObstacle,
    BriefText,
    ExplainChange,
    RateGoal,
    SetReview,
)
from workshop_tui.language import Language, say
from workshop_tui.room import Room
from workshop_tui.ui.app import WorkshopApp

SIZES = [(80, 24), (120, 40)]
GOALS, CHANGES, CUSTOMERS, OBSTACLES, GLOSS, ROLL_OUT, REVIEW = range(7)
HOSTILE = "[@click=app.quit]x[/] [bold]\x1b[31m\u202e <script>|`e" + "\u0301" * 10_000
SECRET = AddObstacle(
    kind="poor_leadership", text="Shift plans change unasked", owner="Budi", is_sensitive=True
)


def sustaining(*actions: WorkshopAction) -> Room:
    chosen = ChooseStatement(draft="draft1", because="clear")
    return started_room(*people(2), *shortlisted("We help fix it."), chosen, *actions)


def app_on(room: Room, language: str = "en") -> WorkshopApp:
    return WorkshopApp(language=language, opened=opened_in_memory(room), environ={})  # type: ignore[arg-type]


def to(topic: int) -> list[str]:
    """The keys that put the cursor on a topic of the stage."""
    return ["6", "home", *["down"] * topic]


@pytest.mark.parametrize("size", SIZES)
async def test_a_goal_is_set_rated_and_reached(size: tuple[int, int]) -> None:
    room = sustaining()
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press(*to(GOALS), "a")
        await fill_in(pilot, "", "Every form in a day", "Ana", "2030-06-01", "share of forms")
        await pilot.press("tab", "r")
        await fill_in(pilot, "4 9")
        refused = screen_text(app)
        await pilot.press("ctrl+u")
        await fill_in(pilot, "4 3 5")
        rated = screen_text(app)
        await pilot.press("x", "enter")

    (goal,) = room.session.sustain.goals
    assert "Type numbers from 1 to 5" in refused
    assert "●●●●○" in rated
    assert "3 ratings by staff" in rated
    assert (goal.text, goal.owner, goal.due, goal.measure) == (
        "Every form in a day",
        "Ana",
        date(2030, 6, 1),
        "share of forms",
    )
    assert (goal.horizon, goal.reach, goal.status) == ("short", (3, 4, 5), "done")


async def test_a_goal_is_changed_and_dropped_with_a_reason() -> None:
    room = sustaining(AddGoal(horizon="long", text="No second call"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to(GOALS), "tab", "enter")
        await fill_in(pilot, " at all", "Budi", "", "")
        await pilot.press("x")
        await fill_in(pilot, "dropped", "", "nobody could reach it")

    (goal,) = room.session.sustain.goals
    assert (goal.text, goal.owner) == ("No second call at all", "Budi")
    assert (goal.status, goal.reason) == ("dropped", "nobody could reach it")


@pytest.mark.parametrize("size", SIZES)
async def test_a_change_is_led_from_why_to_training_in_order(size: tuple[int, int]) -> None:
    room = sustaining()
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press(*to(CHANGES), "a")
        await fill_in(pilot, "Call back", "", "fewer angry calls")
        await pilot.press("tab", "enter")
        await fill_in(pilot, "customers hang up")
        assert "response?" in screen_text(app)
        await pilot.press("enter")
        await fill_in(pilot, "gladly", "n")
        assert "agreement?" in screen_text(app)
        await pilot.press("enter")
        await fill_in(pilot, "", "y")
        await pilot.press("enter")
        await fill_in(pilot, "half a day")

    (change,) = room.session.sustain.changes
    assert (change.text, change.why, change.benefit) == (
        "Call back",
        "customers hang up",
        "fewer angry calls",
    )
    assert (change.response, change.is_agreed, change.training) == ("gladly", True, "half a day")


@pytest.mark.parametrize(
    ("language", "reach", "benefit"),
    [
        ("en", "Staff find 1 goal out of reach.", "benefit"),
        ("id", "Menurut karyawan, 1", "manfaat"),
    ],
)
async def test_what_is_asked_stands_with_the_topic_that_it_is_about(
    language: str, reach: str, benefit: str
) -> None:
    room = sustaining(
        AddGoal(horizon="short", text="Status page", owner="Ana"),
        RateGoal(goal="goal1", reach=(1, 2)),
        AddChange(text="Call back", why="they hang up"),
    )
    app = app_on(room, language)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to(GOALS))
        goals = screen_text(app)
        await pilot.press(*to(CHANGES))
        changes = screen_text(app)
        await pilot.press(*to(OBSTACLES))
        obstacles = screen_text(app)

    assert (reach in goals, reach in changes, reach in obstacles) == (True, False, False)
    assert benefit in changes
    assert benefit not in obstacles


@pytest.mark.parametrize("language", ["en", "id"])
async def test_the_question_of_a_topic_without_an_answer_is_read_whole(language: Language) -> None:
    app = app_on(sustaining(), language)
    question = say(Message("sustain_view.open.review"), language)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to(REVIEW))
        shown = screen_text(app)

    assert any(line.strip() == question for line in shown.splitlines())


async def test_a_finished_change_can_be_read_and_changed_again() -> None:
    room = sustaining(
        AddChange(text="Call back", why="they hang up", benefit="peace"),
        ExplainChange(change="change1", response="gladly", is_agreed=True, training="half a day"),
    )
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to(CHANGES), "tab")
        assert "Training: half a day" in screen_text(app)
        await pilot.press("enter")
        await fill_in(pilot, "", "", "", "", "!")

    assert room.session.sustain.changes[0].training == "half a day!"
    assert room.session.sustain.changes[0].is_agreed


@pytest.mark.parametrize("size", SIZES)
async def test_what_customers_say_leads_to_a_decision_with_a_reason(size: tuple[int, int]) -> None:
    room = sustaining()
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press(*to(CUSTOMERS), "a")
        await fill_in(
            pilot, "Hard to find", "y", "improve", "the form", "many said so", "Ana", "2030-01-02"
        )
        assert "improve" in screen_text(app)

    (decided,) = room.session.sustain.customer_decisions
    assert (decided.feedback, decided.was_needed, decided.decision) == (
        "Hard to find",
        True,
        "improve",
    )
    assert (decided.reason, decided.owner) == ("many said so", "Ana")
    assert decided.next_review == date(2030, 1, 2)


@pytest.mark.parametrize("size", SIZES)
async def test_an_obstacle_is_named_changed_and_resolved(size: tuple[int, int]) -> None:
    room = sustaining()
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press(*to(OBSTACLES), "a")
        await fill_in(
            pilot, "3", "Records drop", "4", "Ana", "Budi", "Ask for the log", "2030-01-02", ""
        )
        await pilot.press("tab", "enter")
        await fill_in(pilot, "", " at night", "", "", "", "", "", "")
        assert "Advocate: Budi" in screen_text(app)
        await pilot.press("x")
        await fill_in(pilot, "patched")

    (obstacle,) = room.session.sustain.obstacles
    assert (obstacle.kind, obstacle.text) == ("broken_system", "Records drop at night")
    assert (obstacle.owner, obstacle.advocate, obstacle.step) == ("Ana", "Budi", "Ask for the log")
    assert (obstacle.due, obstacle.resolution) == (date(2030, 1, 2), "patched")


@pytest.mark.parametrize("size", SIZES)
async def test_a_sensitive_obstacle_is_gone_from_a_projector(size: tuple[int, int]) -> None:
    room = sustaining(SECRET)
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press(*to(OBSTACLES), "tab")
        for_the_facilitator = screen_text(app)
        await pilot.press("p")
        for_the_room = screen_text(app)
        await pilot.press("enter")
        asked = screen_text(app)

    assert "⌂ Shift plans" in for_the_facilitator
    assert "Owner: Budi" in for_the_facilitator
    for shown in (for_the_room, asked):
        assert "Shift" not in shown
        assert "Budi" not in shown
        assert "poor leadership" not in shown
        assert "⌂" not in shown
    assert "leave projector mode" in asked


@pytest.mark.parametrize("size", SIZES)
async def test_words_that_mean_something_are_asked_for_and_small_ones_may_be_explained(
    size: tuple[int, int],
) -> None:
    room = sustaining()
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press(*to(GLOSS))
        before = screen_text(app)
        await pilot.press("a")
        await fill_in(pilot, "We stay on it.")
        await pilot.press("a")
        await fill_in(pilot, "Done for good.")
        done = screen_text(app)
        await pilot.press("tab", "home", "enter")
        await fill_in(pilot, "All of us.")
        small = screen_text(app)

    glosses = {gloss.word: gloss.meaning for gloss in room.session.sustain.glosses}
    assert glosses == {"help": "We stay on it.", "fix": "Done for good.", "we": "All of us."}
    assert "·  we" in before
    assert "2 to explain" in before
    assert "all explained" in done
    assert "✓  we" in small


@pytest.mark.parametrize("size", SIZES)
async def test_the_roll_out_is_written_part_by_part_and_in_the_other_language(
    size: tuple[int, int],
) -> None:
    room = sustaining()
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press(*to(ROLL_OUT))
        for answer in ("Our picture.", "No open questions.", "I call back."):
            await pilot.press("a", "f7", "backspace")
            await fill_in(pilot, answer)
        await pilot.press("tab", "down", "down", "down")
        only_english = screen_text(app)
        await pilot.press("enter")
        source = screen_text(app)
        await pilot.press("f7", "backspace")
        await fill_in(pilot, "Gambaran kita.")

    assert room.session.sustain.roll_out == (
        BriefText(part="what_it_is", language="en", text="Our picture."),
        BriefText(part="what_it_means", language="en", text="No open questions."),
        BriefText(part="how_i_contribute", language="en", text="I call back."),
        BriefText(part="what_it_is", language="id", text="Gambaran kita."),
    )
    assert "Enter writes it in Indonesian." in " ".join(only_english.split())
    assert "What is it? In Indonesian" in source
    assert "“Our picture.”" in source


@pytest.mark.parametrize("size", SIZES)
async def test_the_day_of_the_review_is_set(size: tuple[int, int]) -> None:
    room = sustaining()
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press(*to(REVIEW), "enter")
        await fill_in(pilot, "2030-03-04")

        assert "on 4 Mar" in screen_text(app)
        assert "next due 4 Mar: the review" in screen_text(app)
    assert room.session.sustain.review == date(2030, 3, 4)


async def test_what_is_overdue_stands_first_and_is_counted() -> None:
    app = app_on(
        sustaining(
            AddGoal(horizon="short", text="A", owner="Ana", due=date(2020, 2, 1)),
            AddObstacle(kind="other", text="B", owner="Ana", due=date(2020, 1, 1)),
            SetReview(review=date(2040, 1, 1)),
        )
    )

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6")
        # The line first says what the stage before this one lacks; any key puts the facts there.
        await pilot.press("down")

        assert "overdue since 1 Jan: an obstacle; 2 overdue" in screen_text(app)


async def test_what_has_no_place_on_the_screen_is_told_in_full_beneath() -> None:
    text = "Answer every form that comes in before the end of the working day that follows"
    app = app_on(sustaining(AddGoal(horizon="short", text=text, owner="Ana")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to(GOALS))
        before = " ".join(screen_text(app).split())
        await pilot.press("tab")
        after = " ".join(screen_text(app).split())

    assert "that follows" not in before
    assert "that follows" in after
    assert "Owner: Ana" in after


async def test_keys_for_the_right_side_say_where_to_go_first() -> None:
    app = app_on(sustaining(AddGoal(horizon="short", text="A"), AddChange(text="B")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to(GOALS), "r")
        assert "Go to a goal on the right first (Tab)" in screen_text(app)
        await pilot.press("down", "tab", "x")
        assert "Go to a goal or an obstacle" in screen_text(app)


async def test_a_meaning_needs_a_statement() -> None:
    app = app_on(started_room())

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to(GLOSS), "a")

        assert "No statement has been chosen yet" in screen_text(app)


async def test_hostile_text_is_shown_as_it_is_and_runs_nothing() -> None:
    room = sustaining()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to(GOALS), "a")
        await fill_in(pilot, "", HOSTILE, HOSTILE, "", HOSTILE)
        await pilot.press("tab")
        goals = screen_text(app)
        await pilot.press("shift+tab", *["down"] * OBSTACLES, "a")
        await fill_in(pilot, "", HOSTILE, "", HOSTILE, HOSTILE, HOSTILE, "", "")
        await pilot.press("tab")
        obstacles = screen_text(app)

    for shown in (goals, obstacles):
        assert "[@click=app.quit]x[/]" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    assert app.return_code in {None, 0}
    assert room.session.sustain.goals[0].text.startswith("[@click=app.quit]x[/] [bold]")
    assert len(room.session.sustain.obstacles) == 1


@pytest.mark.parametrize(
    ("language", "question"),
    [("en", "No goals yet. Press a:"), ("id", "Belum ada tujuan. Tekan a:")],
)
async def test_an_empty_plan_asks_for_a_small_step(language: str, question: str) -> None:
    app = app_on(sustaining(), language)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6")

        assert question in screen_text(app)
