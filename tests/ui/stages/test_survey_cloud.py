"""The word cloud on the screen: what stands under a word lights up where it stands."""

import re
from pathlib import Path

import pytest
from textual.geometry import Region

from tests.ui.sample import screen_text
from tests.ui.survey_sample import REBATE, app_on, press, survey_room
from tests.workshops import started_room
from workshop_tui.domain.survey import Survey, board
from workshop_tui.room import Room
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.look import CHOSEN, DIM, STRONG
from workshop_tui.ui.widgets.cloud import WordCloud
from workshop_tui.ui.widgets.rows import RowList

SIZES = [(60, 18), (80, 24), (120, 40), (200, 50)]
RARE = ("The installer came twice", "An installer with a router", "A router for the installer")
MANY = (*REBATE * 8, *RARE * 2)
HOSTILE = "[@click=app.quit]x[/] [bold]\x1b[31m\u202e <script>|`easy e" + "\u0301" * 10_000


def survey_of(room: Room) -> Survey:
    return room.session.survey


def cloud_of(app: WorkshopApp) -> WordCloud:
    return app.screen.query_one(WordCloud)


def drawn(app: WorkshopApp, key: str) -> str:
    """The middle line of a word as it is drawn, signs and all."""
    (found,) = [spot for spot in cloud_of(app).shown if spot.key == key]
    return found.lines[len(found.lines) // 2].plain


def styles(app: WorkshopApp) -> dict[str, str]:
    return {spot.key: str(spot.lines[0].spans[0].style) for spot in cloud_of(app).shown}


def lit(app: WorkshopApp) -> set[str]:
    return {spot.key for spot in cloud_of(app).shown if drawn(app, spot.key)[1] == "•"}


@pytest.mark.parametrize("size", SIZES)
async def test_the_cloud_opens_on_the_word_of_the_list_and_lights_what_stands_under_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "v")
        shown = screen_text(app)

        assert cloud_of(app).selected == "customer"
        assert drawn(app, "customer").startswith("▸░")
        assert {"process", "easy"} <= lit(app)
        assert styles(app)["customer"] == CHOSEN
        assert styles(app)["process"] == STRONG
        assert DIM in styles(app)["fast"]
        assert "8 people said customer; what lights up, they said too." in shown
        assert "• stands with it" in shown


async def test_the_selection_is_the_same_in_the_list_and_in_the_cloud(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "j", "v")
        in_cloud = cloud_of(app).selected
        await press(pilot, "j", "V")
        words = app.screen.query_one("#words", RowList)

        assert in_cloud == "easy"
        assert words.selected == "process"


async def test_escape_shows_the_whole_cloud_and_an_arrow_selects_again(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "escape")
        whole = screen_text(app)
        assert cloud_of(app).selected is None
        assert not lit(app)
        assert "An arrow key selects a word" in whole
        assert DIM in styles(app)["customer"]
        assert styles(app)["process"] == STRONG
        await press(pilot, "x")
        assert "Select a word first" in screen_text(app)
        await press(pilot, "right")

        assert cloud_of(app).selected == "customer"


async def test_x_changes_the_sign_and_moves_no_word(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v")
        before = [(spot.key, spot.region) for spot in cloud_of(app).shown]
        await press(pilot, "x")
        after = [(spot.key, spot.region) for spot in cloud_of(app).shown]

        assert survey_of(room).marked_specific == ("customer",)
        assert drawn(app, "customer").startswith("▸ ")
        assert before == after


async def test_a_hidden_word_leaves_the_cloud_and_the_next_is_selected(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "h")
        assert survey_of(room).hidden == ("customer",)
        assert cloud_of(app).selected == "easy"
        await press(pilot, "u")

        assert "customer" in {spot.key for spot in cloud_of(app).shown}


async def test_the_space_bar_pins_and_enter_opens_the_answers(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "j", "space")
        (pin,) = board(survey_of(room).pins)
        assert (pin.kind, pin.text, pin.people) == ("word", "easy", 6)
        await press(pilot, "enter")
        assert "easy  ·  6 people" in screen_text(app)
        await press(pilot, "escape")

        assert cloud_of(app).selected == "easy"
        assert cloud_of(app).display


async def test_words_under_it_that_found_no_room_are_named_beneath(tmp_path: Path) -> None:
    words = [f"{letter}{other}lax" for letter in "bcdfg" for other in "aeiou"]
    said = [f"The customer wants {word}" for word in words] * 3
    app = app_on(survey_room(tmp_path, [*said, *["Nothing but forms"] * 20]), tmp_path)

    async with app.run_test(size=(60, 18)) as pilot:
        await press(pilot, "2", "v")
        lines = screen_text(app).splitlines()
        placed = {spot.key for spot in cloud_of(app).shown}

    (named,) = [line for line in lines if "under “customer”, too rare to stand here:" in line]
    first = named.rsplit(": ", 1)[1].split()[0]
    assert first in words
    assert first not in placed
    assert any("rarer words left out" in line for line in lines)


async def test_a_move_draws_only_the_words_that_look_different(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(survey_room(tmp_path, MANY), tmp_path)
    regions: list[Region] = []

    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "v", "j", "j")
        cloud = cloud_of(app)
        before = {spot.key: spot for spot in cloud.shown}
        monkeypatch.setattr(cloud, "refresh", lambda *changed, **_: regions.extend(changed))
        cloud.move("next")
        after = {spot.key: spot for spot in cloud.shown}

    changed = {
        after[key].region
        for key in after
        if not all(map(lambda old, new: old.is_same(new), before[key].lines, after[key].lines))
    }
    assert set(regions) == changed
    assert 0 < len(changed) < len(after)


async def test_the_filter_shows_matching_words_where_they_stand(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "slash", *"reb")
        assert "1" in screen_text(app)
        await press(pilot, "enter")
        filtered = [spot.key for spot in cloud_of(app).shown]
        await press(pilot, "escape")
        everything = len(cloud_of(app).shown)

    assert filtered == ["rebate"]
    assert everything > 5


async def test_the_room_sees_the_cloud_instead_of_a_slide(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "p", "j")
        cloud = screen_text(app)
        await press(pilot, "v")
        slide = screen_text(app)

    assert "6 people said easy; what lights up, they said too." in cloud
    assert "•P R O C E S S" in cloud or "█▀█ █▀█ █▀█" in cloud
    assert "quotes" not in cloud
    assert "people said" not in slide


async def test_a_smaller_window_gets_another_picture_with_the_same_word_selected(
    tmp_path: Path,
) -> None:
    app = app_on(survey_room(tmp_path, MANY), tmp_path)

    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "v", "j", "j")
        selected = cloud_of(app).selected
        for size in [(30, 10), (60, 18)]:
            await pilot.resize_terminal(*size)
            await press(pilot)

        assert cloud_of(app).selected == selected
        assert all(spot.region.right <= 58 for spot in cloud_of(app).shown)


async def test_what_was_hidden_in_the_list_is_gone_from_the_cloud(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "V", "j", "h", "v")

        assert "easy" not in {spot.key for spot in cloud_of(app).shown}
        assert cloud_of(app).selected == "process"


async def test_very_few_answers_have_no_cloud(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path, REBATE[:7]), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "v", "v")

        assert not app.screen.query(WordCloud)


async def test_without_answers_there_is_no_cloud_and_nothing_breaks(tmp_path: Path) -> None:
    app = app_on(started_room(), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "j", "right", "escape")

        assert "Press i" in screen_text(app)


@pytest.mark.parametrize("language", ["en", "id"])
async def test_hostile_answers_do_nothing_in_the_cloud(tmp_path: Path, language: str) -> None:
    room = survey_room(tmp_path, [*REBATE, *[f"{n} customer {HOSTILE}" for n in range(4)]])
    app = app_on(room, tmp_path, language)  # type: ignore[arg-type]

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "end", "left", "up", "j")
        shown = screen_text(app)
        links = [
            segment.style.meta
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.meta.get("@click")
        ]

    assert "\x1b" not in shown
    assert links == []


async def test_the_timer_stands_above_the_room_s_cloud_alone(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "v", "p")
        without, *cloud = screen_text(app).splitlines()
        await press(pilot, "t")
        with_timer, *same_cloud = screen_text(app).splitlines()

    assert without.strip() == ""
    assert re.fullmatch(r"(?:10:00|9:5\d)", with_timer.strip())
    assert same_cloud[:-3] == cloud[:-3]
