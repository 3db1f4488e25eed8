"""Coming back: what is due stands first, and exactly that; one key leads to it, Esc goes on."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.command_line import new_session
from tests.ui.sample import Outside, opened_in_memory, screen_text
from tests.workshops import do_all, shortlisted, started_room
from workshop_tui.cli.run import Run
from workshop_tui.cli.shelf import DiskShelf
from workshop_tui.domain.gut_check import (
    AcceptStatement,
    AddStakeholder,
    RecordReaction,
    SwapWord,
)
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.sustain import (
    AddGoal,
    AddObstacle,
    CloseGoal,
    DecideOnFeedback,
    ResolveObstacle,
    SetReview,
    Waiting,
    waiting_on,
)
from workshop_tui.language import Language, say
from workshop_tui.room import Room
from workshop_tui.room_on_disk import open_room
from workshop_tui.store.layout import SessionFolder
from workshop_tui.ui.app import WorkshopApp

LATER = dt.date(2027, 12, 31)
HOSTILE = "[@click=app.quit]x[/] [bold]\x1b[31m\u202e|`<script>"
PLAN: tuple[WorkshopAction, ...] = (
    AddGoal(horizon="short", text="Letter in one sentence", owner="Ana", due=dt.date(2026, 12, 1)),
    AddGoal(horizon="short", text="Call back in a day", due=dt.date(2026, 12, 10)),
    AddGoal(horizon="short", text="Done before", due=dt.date(2026, 11, 20)),
    CloseGoal(goal="goal3", status="done"),
    AddGoal(horizon="long", text="Nine of ten", due=dt.date(2027, 12, 31)),
    AddObstacle(
        kind="poor_leadership", text="Stops calls", due=dt.date(2026, 12, 5), is_sensitive=True
    ),
    AddObstacle(kind="other", text="Solved since", due=dt.date(2026, 12, 2)),
    ResolveObstacle(obstacle="obstacle2", resolution="a new tray"),
    DecideOnFeedback(
        feedback="Until when?",
        was_needed=True,
        decision="add",
        reason="calls",
        next_review=dt.date(2026, 12, 3),
    ),
    SetReview(review=dt.date(2026, 12, 31)),
)

STUMBLED: tuple[WorkshopAction, ...] = (
    *shortlisted("We help you fix it."),
    ChooseStatement(draft="draft1", because="clear"),
    AddStakeholder(kind="manager", name="Tom"),
    RecordReaction(stakeholder="stakeholder1", words="It's fine.", code="faint"),
    SwapWord(position=2, new="", cause="reaction1"),
)


def at_nine_on(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 9, tzinfo=dt.UTC)


def reopened(folder: Path, day: dt.date) -> tuple[DiskShelf, Waiting]:
    shelf = DiskShelf(Run("en", folder.parent), clock=lambda: at_nine_on(day))
    return shelf, shelf.open(str(folder)).waiting


def planned(tmp_path: Path, actions: Sequence[WorkshopAction] = PLAN) -> Path:
    folder = new_session(tmp_path)
    with open_room(SessionFolder(folder)) as opened:
        do_all(opened.room, actions)
    return folder


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        (dt.date(2026, 11, 30), []),
        (dt.date(2026, 12, 1), ["Letter in one sentence"]),
        (dt.date(2026, 12, 5), ["Letter in one sentence", "Until when?", "Stops calls"]),
        (
            dt.date(2026, 12, 31),
            ["Letter in one sentence", "Until when?", "Stops calls", "Call back in a day", ""],
        ),
    ],
)
def test_a_session_that_is_opened_later_tells_exactly_what_is_due(
    tmp_path: Path, day: dt.date, texts: list[str]
) -> None:
    folder = planned(tmp_path)

    shelf, waiting = reopened(folder, day)

    assert shelf.last_opened is not None
    shelf.last_opened.close()
    assert [due.text for due in waiting.due] == texts
    assert waiting.rechecks == ()


def test_whoever_stumbled_is_to_be_asked_again_on_any_day(tmp_path: Path) -> None:
    folder = planned(tmp_path, STUMBLED)

    shelf, waiting = reopened(folder, dt.date(2026, 11, 1))

    assert shelf.last_opened is not None
    shelf.last_opened.close()
    assert [person.name for person in waiting.rechecks] == ["Tom"]


def test_the_list_and_the_home_screen_tell_what_the_page_shows(tmp_path: Path) -> None:
    folder = planned(tmp_path, (*PLAN, *STUMBLED))
    shelf = DiskShelf(Run("en", tmp_path), clock=lambda: at_nine_on(dt.date(2026, 12, 3)))

    [on_home] = shelf.sessions()
    opened = shelf.open(str(folder))
    opened.close()

    assert on_home.due is not None
    assert say(on_home.due, "en") == "overdue since 1 Dec, goal: Letter in one sentence; 2 more"
    assert [due.text for due in opened.waiting.due] == ["Letter in one sentence", "Until when?"]
    assert [person.name for person in opened.waiting.rechecks] == ["Tom"]


@pytest.mark.parametrize(
    ("actions", "language", "told"),
    [
        ((), "en", None),
        (STUMBLED, "en", "1 person to be asked again"),
        (STUMBLED, "id", "1 orang perlu ditanya lagi"),
        (
            (*STUMBLED, AcceptStatement(because="Tom is abroad"), SetReview(review=LATER)),
            "en",
            "review 31 December 2027",
        ),
        ((*STUMBLED, SetReview(review=LATER)), "en", "1 person to be asked again"),
    ],
)
def test_a_line_tells_who_is_to_be_asked_again_before_what_comes_later(
    tmp_path: Path, actions: tuple[WorkshopAction, ...], language: Language, told: str | None
) -> None:
    planned(tmp_path, actions)
    shelf = DiskShelf(Run(language, tmp_path), clock=lambda: at_nine_on(dt.date(2026, 12, 3)))

    [on_home] = shelf.sessions()

    assert (on_home.due and say(on_home.due, language)) == told


def test_nothing_is_due_in_the_sample(tmp_path: Path) -> None:
    folder = SessionFolder(planned(tmp_path))
    shelf = DiskShelf(Run("en", tmp_path), clock=lambda: at_nine_on(dt.date(2030, 1, 1)))

    opened = shelf.open_sample(folder)

    opened.close()
    assert not opened.waiting


def coming_back(room: Room, day: dt.date, language: Language = "en") -> WorkshopApp:
    session = room.session
    waiting = waiting_on(day, session.gut_check, session.sustain)
    opened = opened_in_memory(room, Outside(), waiting=waiting)
    return WorkshopApp(language=language, opened=opened, environ={})


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_due_stands_first_and_esc_goes_on_to_the_workshop(
    size: tuple[int, int],
) -> None:
    app = coming_back(started_room(*PLAN, *STUMBLED), dt.date(2026, 12, 5))

    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        first = screen_text(app)
        await pilot.press("escape")
        then = screen_text(app)

    assert "4 things have come due since you were last here." in first
    order = ("Letter in one sentence", "Until when?", "⌂ Stops calls", "⌂ Tom")
    assert [text for line in first.splitlines() for text in order if text in line] == list(order)
    assert "come due" not in then
    assert "Clean rides" in then


@pytest.mark.parametrize(
    ("key", "stage"), [("2", "▸ Survey"), ("right_square_bracket", "▸ Survey")]
)
async def test_another_stage_is_a_key_away_from_what_is_due(key: str, stage: str) -> None:
    app = coming_back(started_room(*PLAN, *STUMBLED), dt.date(2026, 12, 5))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(key)
        shown = screen_text(app)

    assert stage in shown
    assert "come due" not in shown


async def test_enter_leads_to_the_thing_that_is_due() -> None:
    app = coming_back(started_room(*PLAN, *STUMBLED), dt.date(2026, 12, 5))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "enter")
        obstacle = screen_text(app)

    assert "▸ Sustain" in obstacle
    assert "Kind: poor leadership" in obstacle


async def test_whoever_is_to_be_asked_again_leads_to_the_gut_check() -> None:
    app = coming_back(started_room(*STUMBLED), dt.date(2026, 12, 5))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")

        assert "▸ Gut check" in screen_text(app)


async def test_the_page_speaks_indonesian() -> None:
    app = coming_back(started_room(*PLAN), dt.date(2026, 12, 31), "id")

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()

        assert "5 hal jatuh tempo sejak terakhir kali Anda di sini." in screen_text(app)


async def test_hostile_text_is_shown_as_it_is() -> None:
    goal = AddGoal(horizon="short", text=HOSTILE, owner=HOSTILE, due=dt.date(2026, 12, 1))
    app = coming_back(started_room(goal), dt.date(2026, 12, 31))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = screen_text(app)

    assert "[@click=app.quit]x[/] [bold]" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
