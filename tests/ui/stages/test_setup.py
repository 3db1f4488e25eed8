"""The set-up stage from the keyboard: every question answered, the roster filled in one go."""

import pytest

from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.typing import type_in
from tests.workshops import people, started_room
from workshop_tui.domain.setup import (
    AddAgendaItem,
    AddExistingStatement,
    AddPerson,
    SetRule,
    SetScope,
)
from workshop_tui.progress import missing
from workshop_tui.room import Room
from workshop_tui.ui.app import WorkshopApp

SIZES = [(80, 24), (120, 40)]
HOSTILE = "[@click=app.quit]x[/] [bold]\x1b[31m\u202e <script>|`e" + "\u0301" * 10_000


def app_on(room: Room, language: str = "en") -> WorkshopApp:
    return WorkshopApp(language=language, opened=opened_in_memory(room), environ={})  # type: ignore[arg-type]


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_set_up_is_answered_from_the_keyboard(size: tuple[int, int]) -> None:
    room = started_room()
    app = app_on(room)
    writers = [f"Writer {letter},Function {letter}" for letter in "ABCDEFG"]

    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "2", "enter", *"Rebate team", "enter", *"260", "enter")
        await pilot.press("down", "enter", *"Maria", "enter", "enter", "enter", "y", "enter")
        await pilot.press("down", "a")
        for line in writers:
            await pilot.press(*line, "enter")
        await pilot.press("enter", "down", "enter", "enter", "enter", "enter")

    setup = room.session.setup
    assert (setup.scope_kind, setup.scope, setup.headcount) == ("team", "Rebate team", 260)
    assert setup.sponsor is not None
    assert (setup.sponsor.name, setup.sponsor.is_committed) == ("Maria", True)
    assert (setup.people[0].name, setup.people[0].function) == (
        "Writer A",
        "Function A",
    )
    assert setup.rule is not None
    assert missing(room.session, "setup") == ()


@pytest.mark.parametrize("ends", ["", "\n"])
async def test_a_pasted_roster_is_entered_line_by_line(ends: str) -> None:
    room = started_room()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", *"Ann")
        await type_in(pilot, " Lee, nursing\r\n\nBo Chen, pharmacy, night shift\n[bold]Cy" + ends)
        before_enter = [person.name for person in room.session.setup.people]
        await pilot.press("enter", "enter")

    assert before_enter == ["Ann Lee", "Bo Chen", *(["[bold]Cy"] if ends else [])]
    assert [(person.name, person.function) for person in room.session.setup.people] == [
        ("Ann Lee", "nursing"),
        ("Bo Chen", "pharmacy, night shift"),
        ("[bold]Cy", ""),
    ]


async def test_from_a_refused_line_on_a_pasted_roster_stays_in_the_field() -> None:
    room = started_room()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await type_in(pilot, "Ann\n, nursing\nBo\nCy")
        shown = screen_text(app)

    assert [person.name for person in room.session.setup.people] == ["Ann"]
    assert ", nursing Bo Cy" in shown


@pytest.mark.parametrize(
    ("language", "line", "role", "function"),
    [
        ("en", "Joy, Facilitator", "facilitator", ""),
        ("en", "Joy, reception, observer", "observer", "reception"),
        ("en", "Joy, observer of birds", "writer", "observer of birds"),
        ("id", "Joy, resepsionis, pengamat", "observer", "resepsionis"),
        ("id", "Joy, notulis", "scribe", ""),
    ],
)
async def test_a_role_behind_the_last_comma_is_the_persons_role(
    language: str, line: str, role: str, function: str
) -> None:
    room = started_room()
    app = app_on(room, language)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await type_in(pilot, line)
        await pilot.press("enter")

    (person,) = room.session.setup.people
    assert (person.name, person.role, person.function) == ("Joy", role, function)


@pytest.mark.parametrize("size", SIZES)
async def test_names_and_functions_have_the_room_that_no_role_or_absence_needs(
    size: tuple[int, int],
) -> None:
    room = started_room(AddPerson(name="Ann Lee", function="wards"))
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        all_here = screen_text(app)
        await pilot.press("tab", "x")
        one_away = screen_text(app)

    assert "Ann Lee" in all_here
    assert "wards" in all_here
    assert "apology" in one_away
    assert "Ann Lee" in one_away


async def test_names_and_standings_are_read_where_there_is_no_room_for_functions() -> None:
    room = started_room(
        AddPerson(name="Marguerite", function="Training", role="facilitator"), *people(1)
    )
    app = app_on(room)

    async with app.run_test(size=(60, 18)):
        shown = screen_text(app)

    assert "Margueri" in shown
    assert " facilit" in shown
    assert "Training" not in shown


async def test_an_answer_without_room_ends_behind_a_word_and_stands_whole_beneath() -> None:
    room = started_room(SetScope(kind="team", scope="Everybody who answers letters"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)):
        lines = screen_text(app).splitlines()

    assert "Everybody who…" in lines[3]
    assert any(line.strip() == "Everybody who answers letters" for line in lines)


async def test_somebody_who_apologised_is_marked_in_the_list_on_the_right() -> None:
    room = started_room(*people(3))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        assert "Tab" in screen_text(app)
        await pilot.press("tab", "down", "x")

    assert [person.presence for person in room.session.setup.people] == [
        "present",
        "apology",
        "present",
    ]


async def test_a_person_is_changed_where_the_cursor_is() -> None:
    room = started_room(*people(2))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "down", "enter", "enter", "enter", "enter", *"observer", "enter")
        await pilot.press(*"bd", "enter")

    budi = room.session.setup.people[1]
    assert (budi.name, budi.role, budi.key) == ("Budi", "observer", "bd")


async def test_the_agenda_and_the_existing_statements_are_listed_when_they_are_asked_about() -> (
    None
):
    room = started_room(
        AddAgendaItem(title="Purpose and rule", minutes=10),
        AddExistingStatement(text="Service first", source="poster"),
    )
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("end")
        assert "Purpose and rule" in screen_text(app)
        await pilot.press("tab", "enter", "enter", "backspace", "backspace", *"25", "enter")
        await pilot.press("tab", "up")
        assert "Service first" in screen_text(app)
        await pilot.press("tab", "enter", *"keep", "enter")

    assert room.session.setup.agenda[0].minutes == 25
    assert room.session.setup.existing[0].decision == "keep"


async def test_an_agenda_item_is_added_and_dropped_with_a_key() -> None:
    room = started_room()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "a", *"Break", "enter", *"5", "enter", "enter")
        assert [item.title for item in room.session.setup.agenda] == ["Break"]
        await pilot.press("d")
        assert [item.title for item in room.session.setup.agenda] == ["Break"]
        await pilot.press("tab", "d")

    assert room.session.setup.agenda == ()


async def test_secrecy_meeting_and_title_are_changed() -> None:
    room = started_room()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*("down",) * 4, "enter", "2", "enter", "2", "enter")
        await pilot.press("down", "enter", *"Room 4", "enter", *"2026-11-03", "enter")
        await pilot.press("r", "ctrl+u", *"Green rides", "enter")

    setup = room.session.setup
    assert (setup.ballots, setup.authors, setup.place) == ("named", "shown", "Room 4")
    assert room.session.title == "Green rides"


async def test_a_refused_name_stays_in_the_field_and_says_why() -> None:
    room = started_room(*people(1))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", *"ana", "enter")

        assert "on the roster already" in screen_text(app)
    assert len(room.session.setup.people) == 1


async def test_a_hostile_name_is_shown_as_it_is_and_runs_nothing() -> None:
    room = started_room(AddExistingStatement(text=HOSTILE))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await pilot.press(*"[/nope] [@click=app.quit]x[/]", "enter", "enter")
        assert "[/nope]" in screen_text(app)
        await pilot.press("end", "up")
        assert "\x1b" not in screen_text(app)

    assert app.return_code in {None, 0}
    assert room.session.setup.people[0].name == "[/nope] [@click=app.quit]x[/]"


@pytest.mark.parametrize("language", ["en", "id"])
async def test_an_empty_set_up_asks_the_questions_of_the_method(language: str) -> None:
    app = app_on(started_room(), language)

    async with app.run_test(size=(80, 24)):
        shown = screen_text(app)

    assert {"en": "which leader backs", "id": "pemimpin mana yang"}[language] in shown


async def test_a_rule_is_said_with_threshold_and_quorum() -> None:
    app = app_on(started_room(SetRule(kind="fist_to_five", threshold=3, quorum=6)))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "down", "down")

        assert "fist to five, 3 and up, quorum 6" in screen_text(app)
