"""What customers and employees answer: brought in, read, shown beside the promise, decided on."""

from pathlib import Path

import pytest

from tests.ui.sample import screen_text
from tests.ui.survey_sample import app_on, imported, press, settled
from tests.ui.typing import fill_in
from tests.workshops import people, shortlisted, started_room
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.sustain import AddChange, CollectResponses, DecideOnFeedback
from workshop_tui.room import Room
from workshop_tui.store.answers import read_answers
from workshop_tui.store.layout import SessionFolder

SIZES = [(80, 24), (120, 40)]
CHANGES, CUSTOMERS, GLOSS = 1, 2, 4
CUSTOMERS_SAID = (
    *("The form was easy",) * 7,
    *("I waited for the rebate letter",) * 6,
    "Easy to join [bold]x[/bold] \x1b[31m|`<script>",
    "n/a",
)
EMPLOYEES_SAID = (*("The process is easy for the customer",) * 8, *("A calm voice",) * 5)
CALL_BACK = AddChange(text="Call back", why="they hang up", benefit="peace")


def heard_room(*actions: WorkshopAction) -> Room:
    chosen = ChooseStatement(draft="draft1", because="clear")
    drafts = shortlisted("Make it easy to join the movement.")
    return started_room(*people(2), *drafts, chosen, *actions)


def answers_in(folder: Path, answers: tuple[str, ...], name: str = "customers.txt") -> Path:
    path = folder / name
    path.write_text("\n".join(answers) + "\n", encoding="utf-8")
    return path


def to(topic: int) -> list[str]:
    return ["6", "home", *["down"] * topic]


@pytest.mark.parametrize("size", SIZES)
async def test_customers_answers_stand_beside_what_the_statement_promises(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    room = heard_room()
    app = app_on(room, tmp_path)
    file = answers_in(tmp_path, CUSTOMERS_SAID)

    async with app.run_test(size=size) as pilot:
        await press(pilot, *to(CUSTOMERS), "i", *str(file), "enter")
        await press(pilot, "enter")
        told = " ".join(screen_text(app).split())
        await press(pilot, "a")
        asked = " ".join(screen_text(app).split())
        await press(pilot, "escape", "v", "down")
        page = screen_text(app)

    (collected,) = room.session.sustain.customer_answers
    assert (collected.people, collected.non_answers) == (14, 1)
    assert collected.day == room.today
    kept = read_answers(SessionFolder(tmp_path), collected.answers_sha256)
    assert kept.texts == tuple(answer.replace("\x1b", "") for answer in CUSTOMERS_SAID)
    assert "14 customers answered" in told
    assert "easy (8)" in told
    assert "What do customers say?" in asked
    assert "Our words that none of them uses: Make, movement." in asked
    assert "–  movement" in page
    assert "+  form" in page
    assert "Easy to join [bold]x[/bold]" in " ".join(page.split())
    assert "\x1b" not in page


async def test_an_import_of_customers_leaves_the_survey_and_is_undone_with_a_key(
    tmp_path: Path,
) -> None:
    room = heard_room(imported(tmp_path, EMPLOYEES_SAID))
    before = room.session.survey
    app = app_on(room, tmp_path)
    file = answers_in(tmp_path, CUSTOMERS_SAID)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *to(CUSTOMERS), "i", *str(file), "enter")
        await press(pilot, "enter")
        answered = screen_text(app)
        await press(pilot, "u")
        taken_back = screen_text(app)

    assert "14 customers answered" in answered
    assert "14 customers answered" not in taken_back
    assert room.session.survey == before
    texts = read_answers(SessionFolder(tmp_path), before.answers_sha256).texts
    assert texts == EMPLOYEES_SAID


async def test_customers_answers_that_are_lost_are_not_read_and_nothing_breaks(
    tmp_path: Path,
) -> None:
    room = heard_room()
    file = answers_in(tmp_path, CUSTOMERS_SAID)
    first = app_on(room, tmp_path)
    async with first.run_test(size=(80, 24)) as pilot:
        await press(pilot, *to(CUSTOMERS), "i", *str(file), "enter")
        await press(pilot, "enter")
    for path in tmp_path.glob("answers-*.csv"):
        path.unlink()

    again = app_on(room, tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        await press(pilot, *to(CUSTOMERS), "v")
        shown = screen_text(again)

    assert "14 customers answered" in shown
    assert "There are no answers to read here yet" in shown


async def test_a_preview_that_is_left_brings_nothing_in(tmp_path: Path) -> None:
    room = heard_room()
    app = app_on(room, tmp_path)
    file = answers_in(tmp_path, CUSTOMERS_SAID)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *to(CUSTOMERS), "i", *str(file), "enter")
        preview = screen_text(app)
        await press(pilot, "escape")
        after = screen_text(app)

    assert "customers.txt" in preview
    assert "SUSTAIN" in after
    assert room.session.sustain.customer_answers == ()


async def test_the_tree_asks_for_the_part_where_the_change_was_not_needed(tmp_path: Path) -> None:
    room = heard_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *to(CUSTOMERS), "a")
        await fill_in(pilot, "Too many messages", "n")
        asked = screen_text(app)
        await fill_in(pilot, "adjust", "the hourly message", "nobody reads it", "Ana", "+2w")

    (decided,) = room.session.sustain.customer_decisions
    assert "drop" in asked
    assert "improve" not in asked
    assert (decided.was_needed, decided.decision) == (False, "adjust")
    assert (decided.subject, decided.owner) == ("the hourly message", "Ana")
    assert decided.day is not None
    assert decided.next_review is not None
    assert (decided.next_review - decided.day).days >= 13


async def test_a_decision_is_looked_at_again_and_the_first_stays(tmp_path: Path) -> None:
    first = DecideOnFeedback(feedback="Slow", was_needed=True, decision="improve", reason="calls")
    room = heard_room(first)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *to(CUSTOMERS), "tab", "enter")
        await fill_in(pilot, "", "y", "keep", "it is fast now", "", "")

    before, after = room.session.sustain.customer_decisions
    assert (before.decision, after.decision) == ("improve", "keep")
    assert after.follows == before.id


@pytest.mark.parametrize("size", SIZES)
async def test_responses_are_pasted_read_and_come_before_agreement(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    room = heard_room(CALL_BACK)
    app = app_on(room, tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, *to(CHANGES), "tab")
        missing = screen_text(app)
        await pilot.press("i")
        await fill_in(pilot, "", "Gladly\n\n  Only with a list\nGladly")
        collected = screen_text(app)
        await press(pilot, "v")
        page = screen_text(app)

    assert "Response: still missing" in missing
    (change,) = room.session.sustain.changes
    assert change.responses == ("Gladly", "Only with a list", "Gladly")
    assert "3 responses collected" in " ".join(collected.split())
    assert "agreement?" in collected
    assert "3 people answered." in page
    assert "“Gladly”" in page
    assert "read them rather than count them" in page


async def test_responses_come_from_a_file_too(tmp_path: Path) -> None:
    room = heard_room(CALL_BACK)
    app = app_on(room, tmp_path)
    file = answers_in(tmp_path, EMPLOYEES_SAID, "responses.txt")

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*to(CHANGES), "i")
        await fill_in(pilot, "2")
        await press(pilot, *str(file), "enter")
        await press(pilot, "enter")

    (change,) = room.session.sustain.changes
    assert change.responses == EMPLOYEES_SAID


async def test_training_is_not_asked_for_until_employees_have_agreed(tmp_path: Path) -> None:
    room = heard_room(CALL_BACK, CollectResponses(change="change1", responses=("Gladly",)))
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *to(CHANGES), "tab", "enter")
        await fill_in(pilot, "On the whole yes", "n")
        await press(pilot, "enter")
        asked = screen_text(app)

    assert "What do the staff answer?" in asked
    assert "Which training follows?" not in asked


@pytest.mark.parametrize("size", SIZES)
async def test_a_word_is_explained_with_what_employees_wrote_beside_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    room = heard_room(imported(tmp_path, EMPLOYEES_SAID))
    app = app_on(room, tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, *to(GLOSS), "tab", "down", "down")
        beside = screen_text(app)
        await press(pilot, "enter")
        writing = screen_text(app)
        await fill_in(pilot, "Done in one sitting.")
        await press(pilot, "down")
        function_word = screen_text(app)

    assert "easy  8 employees wrote it" in beside
    assert "“The process is easy for the customer”" in " ".join(writing.split())
    assert "employees wrote it" not in function_word
    assert "no employee wrote it" not in function_word
    assert room.session.sustain.glosses[0].word == "easy"


async def test_keys_for_answers_say_where_they_act(tmp_path: Path) -> None:
    app = app_on(heard_room(), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *to(GLOSS), "i")
        assert "Customers' answers come to Customers" in screen_text(app)
        await settled(pilot)
        await press(pilot, "v")
        assert "There are no answers to read here yet" in screen_text(app)
