"""The drafting stage from the keyboard: fast entry, versions, merges, the shortlist, the board."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.typing import type_in
from tests.workshops import people, shortlisted, started_room
from workshop_tui.domain.drafting import AddDraft, AddNote, EditDraft, MergeDrafts
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.session import BLANK, WorkshopAction
from workshop_tui.domain.setup import AddPerson, SetSecrecy
from workshop_tui.domain.survey import ImportAnswers, PinInsight, Source
from workshop_tui.language import Language
from workshop_tui.room import Room
from workshop_tui.store.answers import write_answers
from workshop_tui.store.layout import SessionFolder
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.stages.drafting.forms import drafts_numbered, filed
from workshop_tui.ui.widgets.word_changes import changed_words

SIZES = [(80, 24), (120, 40)]
HOSTILE = "[@click=app.quit]x[/] [bold]\x1b[31m\u202e <script>|`e" + "\u0301" * 10_000


def app_on(room: Room, language: Language = "en", folder: Path = Path("/nowhere")) -> WorkshopApp:
    opened = opened_in_memory(room, folder=folder)
    return WorkshopApp(language=language, opened=opened, environ={})


def drafts_of(*texts: str) -> list[WorkshopAction]:
    return [AddDraft(text=text) for text in texts]


def imported(folder: Path, *answers: str) -> ImportAnswers:
    """These answers, each given by ten people, as a survey of the session in this folder."""
    rows = [(answer, "") for answer in answers for _ in range(10)]
    digest = write_answers(SessionFolder(folder), rows)
    source = Source(file="answers.csv", sha256=digest, format="csv", rows=len(rows))
    return ImportAnswers(source=source, answers_sha256=digest, people=len(rows))


@pytest.mark.parametrize("size", SIZES)
async def test_drafts_are_entered_line_by_line_and_filed_under_their_authors(
    size: tuple[int, int],
) -> None:
    room = started_room(*people(2))
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "n")
        for line in ("bud: Make it easy", "We clear the road", "Promise: less paper"):
            await type_in(pilot, line)
            await pilot.press("enter")
        await pilot.press("enter", "down")
        shown = screen_text(app)

    drafts = room.session.drafting.drafts
    assert [draft.text for draft in drafts] == [
        "Make it easy",
        "We clear the road",
        "Promise: less paper",
    ]
    assert [draft.author for draft in drafts] == ["person2", "", ""]
    assert "3 drafts; 0 on the shortlist; authors stay hidden" in shown
    assert "Budi" not in shown


async def test_keys_typed_ahead_become_two_drafts() -> None:
    room = started_room(*people(1))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", *"nan", "tab", *"one", "enter", *"two", "enter", "enter", "s")

    drafts = room.session.drafting.drafts
    assert [(draft.text, draft.author) for draft in drafts] == [("one", "person1"), ("two", "")]
    assert drafts[1].status == "shortlisted"


async def test_a_name_that_fits_several_people_keeps_the_line_and_names_them() -> None:
    room = started_room(AddPerson(name="Ana"), AddPerson(name="Andi"))
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "n")
        await type_in(pilot, "an: Make it easy")
        await pilot.press("enter")
        shown = screen_text(app)

    assert room.session.drafting.drafts == ()
    assert "Ana, Andi" in shown
    assert "an: Make it easy" in shown


async def test_an_edit_is_a_new_version_with_its_reason_and_shows_what_changed() -> None:
    room = started_room(*drafts_of("Make it fast"))
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "enter", *("backspace",) * 4, *"easy", "enter", *"why", "enter")
        shown = screen_text(app)

    draft = room.session.drafting.drafts[0]
    assert [version.text for version in draft.versions] == ["Make it fast", "Make it easy"]
    assert draft.versions[1].reason == "why"
    assert "Make it -fast +easy" in shown


async def test_a_merge_keeps_its_parents_which_can_be_brought_back() -> None:
    room = started_room(*drafts_of("one", "two", "three"))
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "m", *"1 7", "enter")
        refused = screen_text(app)
        await pilot.press("backspace", "backspace", *" 1", "enter")
        await pilot.press("ctrl+u", *"three in one", "enter")
        shown = screen_text(app)
        await pilot.press("end", "b")

    one, two, three, child = room.session.drafting.drafts
    assert "There is no draft 7." in refused
    assert (child.text, child.parents) == ("three in one", ("draft3", "draft1"))
    assert "merged from 3, 1" in shown
    assert (one.status, two.status, three.status) == ("open", "open", "merged")


async def test_a_draft_is_rejected_with_a_reason_that_stays_with_it() -> None:
    room = started_room(*drafts_of("World-class service", "Make it easy"))
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "end", "r", *"Anybody says it", "enter")
        shown = screen_text(app)
        await pilot.press("r")
        again = screen_text(app)

    draft = room.session.drafting.drafts[0]
    assert (draft.status, draft.reason) == ("rejected", "Anybody says it")
    assert "~ set aside: Anybody says it" in shown
    assert "Draft 1 is set aside already." in again


async def test_the_shortlist_is_a_key_on_and_the_same_key_off() -> None:
    room = started_room(*drafts_of("one"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "s")
        on = room.session.drafting.drafts[0].status
        await pilot.press("s")

    assert (on, room.session.drafting.drafts[0].status) == ("shortlisted", "open")


async def test_an_exercise_shows_its_prompt_and_leaves_its_trace_in_the_draft() -> None:
    room = started_room()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "x", *"Circle", "enter")
        shown = screen_text(app)
        await pilot.press("n", *"one", "enter", "enter")

    assert "Write, without stopping: what do we want" in " ".join(shown.split())
    assert room.session.drafting.drafts[0].exercise == "recombine"


async def test_notes_of_a_good_day_stand_on_the_board_until_they_are_set_aside() -> None:
    room = started_room(*people(1), PinInsight(kind="word", text="rebate", people=64))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "o", "enter")
        await type_in(pilot, "Ana: The money is there")
        await pilot.press("enter", "enter")
        board = screen_text(app)
        await pilot.press("d")
        refused = screen_text(app)
        await pilot.press("tab", "end", "d")

    (note,) = room.session.drafting.notes
    assert "rebate" in board
    assert "The money is there" in board
    assert "on the board first (Tab)" in refused
    assert (note.kind, note.author, note.is_set_aside) == ("good_day", "person1", True)


async def test_a_wide_window_shows_the_board_beside_the_draft() -> None:
    room = started_room(*drafts_of("Make the rebate easy"), PinInsight(kind="word", text="rebate"))
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        shown = screen_text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        narrow = screen_text(app)

    assert "BOARD, ✓ in 1" in shown
    assert "✓  rebate" in shown
    assert "BOARD" not in narrow


async def test_voices_are_the_words_of_a_draft_that_employees_used(tmp_path: Path) -> None:
    room = started_room(
        *drafts_of("Make joining simple"),
        imported(tmp_path, "joining is hard", "simple forms please", "less paperwork"),
    )
    app = app_on(room, folder=tmp_path)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = screen_text(app)

    assert "voices" in shown
    assert "joining        10 people" in shown


async def test_a_generic_word_is_asked_about_while_it_is_typed_unless_that_is_silenced() -> None:
    room = started_room()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await app.workers.wait_for_complete()
        await pilot.press("n")
        await type_in(pilot, "Friendly service")
        asked = screen_text(app)
        await pilot.press("escape", "c", "n")
        silent = screen_text(app)

    assert "Could a competitor say “Friendly” too?" in asked
    assert "Could a competitor" not in silent
    assert "Friendly service" in silent


async def test_authors_are_shown_only_where_the_group_said_so_and_never_on_the_projector() -> None:
    room = started_room(
        *people(1),
        AddDraft(text="Make it easy", author="person1"),
        SetSecrecy(ballots="shuffled", authors="shown"),
    )
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        shown = screen_text(app)
        await pilot.press("p")
        projected = screen_text(app)

    assert "⌂ Ana" in shown
    assert "Ana" not in projected


async def test_hostile_text_is_shown_as_it_is_and_runs_nothing() -> None:
    room = started_room(
        *drafts_of("plain", HOSTILE),
        AddNote(kind="good_day", text=HOSTILE),
        PinInsight(kind="quote", text=HOSTILE),
    )
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "tab", "tab", "down")
        await app.workers.wait_for_complete()
        await pilot.press("n")
        await type_in(pilot, HOSTILE + "[/nope]")
        await pilot.press("enter", "enter")
        shown = screen_text(app)

    assert "[@click=app.quit]x[/]" in shown
    assert "\x1b" not in shown
    assert "[/nope]" in room.session.drafting.drafts[-1].text
    assert app.return_code in {None, 0}


async def test_without_drafts_every_key_says_why_it_cannot_act() -> None:
    app = app_on(started_room())

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        empty = screen_text(app)
        said = []
        for key in ("enter", "m", "s", "r", "b"):
            await pilot.press(key)
            said.append(screen_text(app).splitlines()[-2].strip())

    assert "Drafts belong here: statements of" in empty
    assert "INSIGHT BOARD" in empty
    assert all(line.startswith("!") for line in said)


async def test_what_is_copied_is_the_statement_alone() -> None:
    app = app_on(started_room(*drafts_of("Make it easy")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        copied = app.query_one("#stage-drafting").copy_text()  # type: ignore[attr-defined]

    assert copied == "Make it easy"


@pytest.mark.parametrize("language", ["en", "id"])
async def test_a_draft_tells_its_story_in_both_languages(language: Language) -> None:
    room = started_room(
        *shortlisted("one", "two"),
        MergeDrafts(parents=("draft1", "draft2"), text="three"),
        EditDraft(draft="draft3", text="four"),
    )
    app = app_on(room, language)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "end")
        shown = screen_text(app)

    assert {"en": "→ merged into 3", "id": "→ digabungkan ke 3"}[language] in shown


@given(st.text())
def test_any_line_is_filed_as_a_text_of_nobody_where_nobody_is_on_the_roster(line: str) -> None:
    found = filed(BLANK.setup, line)

    assert (found.text, found.author, found.start) == (line, "", 0)


@given(st.text())
def test_any_numbers_are_drafts_that_exist_or_are_refused(typed: str) -> None:
    drafting = started_room(*drafts_of("one", "two")).session.drafting

    try:
        found = drafts_numbered(drafting, typed)
    except RefusedError:
        found = []

    assert {draft.id for draft in found} <= {"draft1", "draft2"}


@given(st.text(), st.text())
def test_any_two_wordings_have_a_difference_in_one_line(old: str, new: str) -> None:
    shown = changed_words(old, new)

    assert len(shown.plain.splitlines()) <= 1


async def test_where_it_is_narrow_notes_are_seen_on_the_board_while_they_are_taken() -> None:
    room = started_room(*drafts_of("Make it easy"), *pins(12))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        before = screen_text(app)
        await pilot.press("x", "1", "enter", "o")
        await type_in(pilot, "The money is there")
        await pilot.press("enter", "enter")
        noted = screen_text(app)
        await pilot.press("v")
        looked_away = screen_text(app)
        await pilot.press("v", "x", "2", "enter")
        after = screen_text(app)

    assert "DRAFT 1" in before
    assert "The money is there" in noted
    assert "DRAFT 1" not in noted
    assert "DRAFT 1" in looked_away
    assert "DRAFT 1" in after


@pytest.mark.parametrize(("size", "is_beneath"), [((120, 40), True), ((120, 24), False)], ids=str)
async def test_where_it_is_wide_and_tall_the_board_stands_beneath_the_drafts(
    size: tuple[int, int], *, is_beneath: bool
) -> None:
    room = started_room(*drafts_of("Make it easy"), *pins(1))
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press("3")
        lines = screen_text(app).splitlines()

    drafts = next(place for place, line in enumerate(lines) if "DRAFTS" in line)
    board = next(place for place, line in enumerate(lines) if "BOARD" in line)
    assert (board > drafts) is is_beneath
    assert "DRAFT 1" in lines[drafts]


def pins(count: int) -> list[WorkshopAction]:
    return [PinInsight(kind="word", text=f"word {number}") for number in range(count)]


async def test_where_a_draft_comes_from_is_told_down_to_its_first_wording() -> None:
    room = started_room(
        *drafts_of("One call", "One answer", "The paper is ours"),
        EditDraft(draft="draft1", text="One contact", reason=f"Not everybody calls {HOSTILE}"),
        MergeDrafts(parents=("draft1", "draft2"), text="One contact, one answer"),
        MergeDrafts(parents=("draft4", "draft3"), text="One answer and no paper"),
    )
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "F")
        first = screen_text(app)
        await pilot.press("end")
        last = screen_text(app)
        await pilot.press("escape")
        back = screen_text(app)

    lines = [line.rstrip() for line in (first + last).splitlines()]
    assert "    Where draft 5 comes from" in lines
    assert "        └ 4  One contact, one answer" in lines
    assert "            └ 1  One contact  version 2" in lines
    assert any("version 2  One -call +contact" in line for line in lines)
    assert "            └ 2  One answer" in lines
    assert "        └ 3  The paper is ours" in lines
    assert "Where draft" not in back
    assert "\x1b" not in first + last
