"""The survey stage from the keyboard: words, what lies under them, answers, themes, the board."""

from pathlib import Path

import pytest
from textual import events

from tests.large_letters import read_aloud
from tests.ui.sample import screen_text
from tests.ui.survey_sample import REBATE, app_on, press, survey_room
from tests.workshops import read_only_room, started_room
from workshop_tui.domain.setup import SetScope
from workshop_tui.domain.survey import PinInsight, SplitForm, Survey, board, current_themes
from workshop_tui.room import Room
from workshop_tui.store.layout import SessionFolder
from workshop_tui.ui.app import WorkshopApp

SIZES = [(60, 18), (80, 24), (120, 40)]
LARGE = (*REBATE * 8, "One of a kind")
HOSTILE = "[@click=app.quit]x[/] [bold]\x1b[31m\u202e <script>|`easy e" + "\u0301" * 10_000


def survey_of(room: Room) -> Survey:
    return room.session.survey


def line_with(app: WorkshopApp, text: str) -> str:
    return next((line for line in screen_text(app).splitlines() if text in line), "")


def row_of(app: WorkshopApp, word: str) -> str:
    """The line of the list on the left that begins with this word."""
    lines = screen_text(app).splitlines()[3:]
    return next((line for line in lines if line[3:].startswith(f"{word} ")), "")


@pytest.mark.parametrize("size", SIZES)
async def test_words_stand_by_people_and_generic_ones_carry_another_sign(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")

        customer, process = row_of(app, "customer"), row_of(app, "process")
        assert "░" in customer
        assert "8" in customer
        assert "█" in process
        assert "UNDER  customer" in screen_text(app)
        assert "of 15" in screen_text(app)


async def test_moving_the_cursor_shows_what_lies_under_the_other_word(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        before = screen_text(app)
        await press(pilot, "down")
        after = screen_text(app)

    assert "6 of the 8 people who said customer" in " ".join(before.split())
    assert "UNDER  customer" not in after


async def test_keys_typed_behind_a_move_act_on_what_stands_under_the_new_word(
    tmp_path: Path,
) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        for key in ("down", "tab", "space"):
            await app.on_event(events.Key(key, None))
        await press(pilot)

    (pin,) = board(survey_of(room).pins)
    assert pin.under == "easy"


async def test_moving_the_cursor_draws_the_rows_first_and_what_follows_then(
    tmp_path: Path,
) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await app.on_event(events.Key("down", None))
        moved = screen_text(app)
        await press(pilot)
        followed = screen_text(app)

    assert "UNDER  customer" in moved
    assert "▸ customer" not in moved
    assert "UNDER  easy" in followed


async def test_the_words_under_a_word_have_a_cursor_and_quotes_of_their_own(
    tmp_path: Path,
) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "tab")
        first = screen_text(app)
        await press(pilot, "down")

        assert screen_text(app) != first
        assert "UNDER  customer" in screen_text(app)


async def test_x_marks_a_word_as_ours_and_undo_makes_it_generic_again(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "x")
        assert survey_of(room).marked_specific == ("customer",)
        assert "█" in row_of(app, "customer")
        await press(pilot, "u")

        assert survey_of(room).marked_specific == ()
        assert "░" in row_of(app, "customer")


async def test_a_hidden_word_leaves_the_list_and_comes_back(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "h")
        assert survey_of(room).hidden == ("customer",)
        assert not row_of(app, "customer")
        await press(pilot, "H", "end")
        assert "- customer" in screen_text(app)
        await press(pilot, "h")

    assert survey_of(room).hidden == ()


async def test_the_space_bar_pins_the_selected_word_and_takes_it_off_again(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "tab", "space")
        (pin,) = board(survey_of(room).pins)
        assert (pin.kind, pin.text, pin.under, pin.people) == ("word", "process", "customer", 6)
        assert "✓ process" in screen_text(app)
        await press(pilot, "space")

    assert board(survey_of(room).pins) == ()


async def test_a_pin_can_say_why_it_matters(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "n", *"our core", "enter")

    (pin,) = board(survey_of(room).pins)
    assert (pin.text, pin.note) == ("customer", "our core")


async def test_enter_shows_the_answers_around_the_word_and_pins_one(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "tab", "enter")
        assert "customer + process  ·  6 people" in screen_text(app)
        await press(pilot, "space", "escape")
        assert "UNDER  customer" in screen_text(app)

    (pin,) = board(survey_of(room).pins)
    assert (pin.kind, pin.text, pin.people) == ("quote", REBATE[0], 4)
    assert pin.under == "customer + process"


async def test_a_word_is_merged_into_another_and_split_off_again(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "down", "m", *"custo", "tab", "enter")
        (merge,) = survey_of(room).merges
        assert merge.into == "customer"
        await press(pilot, "home", "f")
        assert f"merged into {merge.into}" in screen_text(app)
        await press(pilot, "end", "s")

    assert survey_of(room).merges == ()


async def test_merging_with_a_word_that_nobody_said_keeps_what_was_typed(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "m", *"zzz", "enter")
        assert "Nobody said zzz." in screen_text(app)

    assert survey_of(room).merges == ()


async def test_a_form_is_counted_apart_and_stays_in_its_place_to_be_put_back(
    tmp_path: Path,
) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "f", "down", "s")
        assert survey_of(room).split_forms == ("customers",)
        assert "counted apart" in line_with(app, "customers")
        await press(pilot, "s")

    assert survey_of(room).split_forms == ()


async def test_a_form_split_off_one_word_is_listed_with_that_word_alone(tmp_path: Path) -> None:
    room = survey_room(tmp_path, actions=[SplitForm(form="customers")])
    app = app_on(room, tmp_path)
    shown = {}

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        for word in ("customer", "process", "easy"):
            await press(pilot, "home", *["down"] * 8)
            await press(pilot, "/", *word, "enter", "f")
            shown[word] = (f"Forms of {word}", screen_text(app))
            await press(pilot, "escape", "escape")

    assert {word: "counted apart" in text for word, (_, text) in shown.items()} == {
        "customer": True,
        "process": False,
        "easy": False,
    }


async def test_the_key_that_makes_a_theme_is_offered_where_themes_are_looked_at(
    tmp_path: Path,
) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)
    offered = {}

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        for view in ("words", "cloud", "phrases", "themes"):
            offered[view] = "T name a theme" in screen_text(app).splitlines()[-1]
            await press(pilot, "v")

    assert offered == {"words": False, "cloud": False, "phrases": False, "themes": True}


async def test_words_become_a_theme_that_can_be_changed_and_put_aside(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "tab", "T", *" easy", "enter", *"Easy steps", "enter")
        (theme,) = current_themes(survey_of(room))
        assert (theme.name, theme.words, theme.people) == ("Easy steps", ("process", "easy"), 8)
        await press(pilot, "v", "v", "v", "T", *" form", "enter", "enter")
        (theme,) = current_themes(survey_of(room))
        assert theme.words == ("process", "easy", "form")
        assert "Easy steps" in screen_text(app)
        await press(pilot, "d")

    assert current_themes(survey_of(room)) == ()


async def test_a_theme_of_words_that_nobody_said_is_refused(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "T", *" qqq", "enter")
        assert "Nobody said qqq." in screen_text(app)

    assert survey_of(room).themes == ()


async def test_v_goes_through_the_views_and_back_to_the_words(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)
    headings = []

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "v")
        for key in ("v", "v", "v", "v", "v", "V"):
            await press(pilot, key)
            headings.append(screen_text(app).splitlines()[2].split("  ")[1].strip())

    assert headings == [
        "PHRASES",
        "THEMES",
        "12 ANSWERS",
        "INSIGHT BOARD",
        "WORDS",
        "INSIGHT BOARD",
    ]


async def test_phrases_open_the_answers_that_hold_them(tmp_path: Path) -> None:
    said = [f"A rebate check for {who}" for who in ("dealers", "drivers", "everybody")]
    room = survey_room(tmp_path, [*REBATE, *said])
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "v", "slash", *"rebate check", "enter", "space", "enter")
        (pin,) = board(survey_of(room).pins)
        assert (pin.kind, pin.text, pin.people) == ("phrase", "rebate check", 3)
        assert "rebate check  ·  3 people" in screen_text(app)


async def test_the_filter_searches_all_answers(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "v", "v", "v", "slash", *"dealer form", "enter")
        shown = screen_text(app)

    assert "The dealer knows the form" in shown
    assert "Nobody waits" not in shown


async def test_the_board_lists_what_was_pinned_and_puts_it_aside(tmp_path: Path) -> None:
    pins = [
        PinInsight(kind="quote", text="As easy as saying yes", under="easy", people=2),
        PinInsight(kind="word", text="rebate", note="what we give"),
    ]
    room = survey_room(tmp_path, actions=pins)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "V")
        assert "“As easy as saying yes”" in screen_text(app)
        await press(pilot, "down")
        assert "what we give" in screen_text(app)
        await press(pilot, "d")

    assert [pin.text for pin in board(survey_of(room).pins)] == ["As easy as saying yes"]


async def test_very_few_answers_are_listed_and_not_ranked(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path, REBATE[:7]), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert "4 ANSWERS" in screen_text(app)
        await press(pilot, "v")
        assert "WORDS" not in screen_text(app)


async def test_a_word_that_people_deny_says_how_many(tmp_path: Path) -> None:
    answers = ["The forms are not easy to read", "It was not easy for us"] * 6
    app = app_on(survey_room(tmp_path, [*answers, *REBATE]), tmp_path)

    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2")
        shown = " ".join(screen_text(app).split())

    assert "12 of the 18 people said easy with a “not” before it." in shown


async def test_the_facts_say_what_the_numbers_are(tmp_path: Path) -> None:
    room = survey_room(tmp_path, LARGE, [SetScope(kind="team", scope="Rebates", headcount=200)])
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "down")
        facts = screen_text(app).splitlines()[-2]

    assert facts.strip() == (
        "121 of 200 answered; 8 said nothing; words of fewer than 3 people left out"
    )


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("v", "v"), "words of fewer than 3 people left out"),
        (("v", "v", "v"), "people who used any of the words; 121 people answered"),
        (("v", "v", "v", "v"), "121 people answered; 8 said nothing"),
        (("V",), "people when it was pinned; 121 people answered; 8 said nothing"),
        (("enter",), "Esc goes back; 121 people answered; 8 said nothing"),
        (("G",), "121 people answered; 8 said nothing"),
        (("S",), "0 pairs to decide on; 121 people answered"),
    ],
    ids=["phrases", "themes", "answers", "board", "quotes", "groups", "spellings"],
)
async def test_the_bottom_line_says_in_each_view_what_its_numbers_are(
    tmp_path: Path, keys: tuple[str, ...], said: str
) -> None:
    pins = [PinInsight(kind="word", text="rebate", people=40)]
    app = app_on(survey_room(tmp_path, LARGE, pins), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, *keys)
        facts = screen_text(app).splitlines()[-2]

    assert said in facts


async def test_without_answers_the_stage_says_what_belongs_here_and_which_key(
    tmp_path: Path,
) -> None:
    app = app_on(started_room(), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert "Press i" in screen_text(app)
        await press(pilot, "v")
        assert "no answers yet" in screen_text(app)
        await press(pilot, "x")
        assert "Select a word first" in screen_text(app)


async def test_answers_changed_by_hand_are_told_and_nothing_is_shown_of_them(
    tmp_path: Path,
) -> None:
    room = survey_room(tmp_path)
    SessionFolder(tmp_path).answers.write_text("forged")
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")

        assert "!" in screen_text(app)
        assert "Press i" in screen_text(app)
        assert "forged" not in screen_text(app)


async def test_the_question_can_be_changed(tmp_path: Path) -> None:
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "w", "ctrl+u", *"What do we do?", "enter")

    assert survey_of(room).question == "What do we do?"


async def test_a_workshop_that_is_only_read_shows_the_words_but_changes_nothing(
    tmp_path: Path,
) -> None:
    room = read_only_room(survey_room(tmp_path).session)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "x", "space")
        assert "UNDER  customer" in screen_text(app)

    assert survey_of(room).marked_specific == ()
    assert survey_of(room).pins == ()


async def test_the_room_sees_the_depths_of_the_word_that_is_looked_at(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "p")
        shown = read_aloud(screen_text(app))

    assert "What stands under “customer”" in shown
    assert "process" in shown


@pytest.mark.parametrize("language", ["en", "id"])
async def test_hostile_answers_are_shown_as_they_are_and_do_nothing(
    tmp_path: Path, language: str
) -> None:
    room = survey_room(tmp_path, [*REBATE, *[f"{n} customer {HOSTILE}" for n in range(4)]])
    app = app_on(room, tmp_path, language)  # type: ignore[arg-type]

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "enter", "end", "space", "escape", "v", "v", "v", "v", "end", "v")
        shown = screen_text(app)
        links = [
            segment.style.meta
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.meta.get("@click")
        ]

    assert "\x1b" not in shown
    assert links == []
    (pin,) = board(survey_of(room).pins)
    assert "[bold]" in pin.text


async def test_keys_typed_ahead_in_one_go_do_what_they_say(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "n", *"first", "enter", "down", "n", *"second", "enter", "tab", "space")

    notes = [pin.note for pin in board(survey_of(room).pins)]
    assert notes == ["first", "second", ""]


async def test_coming_back_to_the_stage_finds_the_cursor_where_it_was(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "down", "down")
        before = line_with(app, "▸ ")
        selected = [line for line in screen_text(app).splitlines()[3:] if line.startswith(" ▸")]
        await press(pilot, "1", "2")
        again = [line for line in screen_text(app).splitlines()[3:] if line.startswith(" ▸")]

    assert before
    assert again == selected
