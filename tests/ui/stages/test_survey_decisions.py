"""What the survey screen keeps back, lists and says of few answers: masks, decisions, no words."""

from pathlib import Path

import pytest

from tests.ui.sample import screen_text
from tests.ui.survey_sample import REBATE, app_on, press, survey_room
from workshop_tui.domain.survey import (
    HideWord,
    MarkGeneric,
    MarkSpecific,
    MergeWords,
    SplitForm,
    board,
)

SIZES = [(60, 18), (80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
async def test_personal_details_are_masked_until_a_key_shows_them(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    secret = "The process: ask ana@example.org or 0812-3456-7890"
    room = survey_room(tmp_path, (*REBATE, secret))
    app = app_on(room, tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        await press(pilot, "down", "enter", "end")
        masked = screen_text(app)
        await press(pilot, "space")
        await press(pilot, "M")
        shown = screen_text(app)
        await press(pilot, "M", "escape")
        again = screen_text(app)

    assert "ask [e-mail] or [number]" in masked
    assert "ana@example.org" not in masked
    assert "masked for privacy" in masked
    assert "ana@example.org" in shown
    assert "ana@example.org" not in again
    assert [pin.text for pin in board(room.session.survey.pins)] == [
        "The process: ask [e-mail] or [number]"
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_where_all_say_nothing_the_list_says_so(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_on(survey_room(tmp_path, ("none", "-", "n/a")), tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        await press(pilot, "down")
        shown = " ".join(screen_text(app).split())

    assert "All 3 rows say nothing." in shown
    assert "0 people answered; 3 said nothing" in shown
    assert "Looking through" not in shown


async def test_a_theme_is_made_of_few_answers_too(tmp_path: Path) -> None:
    room = survey_room(tmp_path, REBATE[4:8])
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "down")
        assert "too few to rank: read them" in screen_text(app)
        await press(pilot, "v", "T", *"process", "enter", *"Easy", "enter")

    assert [(theme.name, theme.words, theme.people) for theme in room.session.survey.themes] == [
        ("Easy", ("process",), 2)
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_decided_about_words_is_listed_and_taken_back_there(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    actions = (
        MarkGeneric(word="process"),
        MarkSpecific(word="friendly"),
        HideWord(word="dealer"),
        MergeWords(word="form", into="process"),
        SplitForm(form="customers"),
    )
    room = survey_room(tmp_path, REBATE, actions)
    app = app_on(room, tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        await press(pilot, "L")
        listed = screen_text(app)
        await press(pilot, "down", "down", "h", "s", "s")

    for said in ("marked generic", "marked ours", "hidden", "counted as process", "apart"):
        assert said in listed
    assert "The key that decided it takes it back" in listed
    survey = room.session.survey
    assert (survey.hidden, survey.merges, survey.split_forms) == ((), (), ())
    assert survey.marked_generic == ("process",)


async def test_without_decisions_the_list_says_what_could_be_decided(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "L")
        assert "Nothing was changed in this workshop" in screen_text(app)
        await press(pilot, "escape")
        assert "UNDER  customer" in screen_text(app)


async def test_looking_through_the_decisions_leaves_the_cursor_in_the_words(tmp_path: Path) -> None:
    room = survey_room(tmp_path, REBATE, (MarkGeneric(word="easy"),))
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "L", "escape")

        assert "UNDER  customer" in screen_text(app)


async def test_the_only_form_of_a_word_is_not_split_off(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "down", "f", "s")

        assert "is the only form of its word" in screen_text(app)
    assert room.session.survey.split_forms == ()
