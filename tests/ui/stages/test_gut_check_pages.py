"""What the gut check opens over the work: the ladder, the papers; and the way back to drafting."""

import pytest

from tests.ui.sample import Outside, opened_in_memory, screen_text
from tests.ui.stages.test_gut_check import HOSTILE, SIZES, TOM, app_on, checking, current
from tests.ui.typing import fill_in, type_in
from workshop_tui.domain.gut_check import (
    AddStakeholder,
    ProbeReaction,
    Reaction,
    RecordReaction,
    SetCulture,
    SwapWord,
)
from workshop_tui.domain.gut_check_standing import stumbles
from workshop_tui.language import Language
from workshop_tui.room import Room
from workshop_tui.ui.app import WorkshopApp

FAINT = RecordReaction(stakeholder="stakeholder1", words="It's fine.", code="faint")


def probed(room: Room) -> Reaction:
    return room.session.gut_check.reactions[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_ladder_stands_on_one_screen(size: tuple[int, int]) -> None:
    room = checking(
        TOM,
        FAINT,
        ProbeReaction(reaction="reaction1", is_a_word=True, stumbled_over="you", why="homework"),
        ProbeReaction(reaction="reaction1", without_it="better", instead="them"),
    )
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press("5", "down", "o")
        shown = screen_text(app)

    for held in (
        "“It's fine.”",
        "We  help  you  fix  it.",
        "■ middle managers",
        "is it a word?",
        "which one?",
        "homework",
        "what if it were gone?",
        "better",
        "what instead?",
        "how does it sound?",
        "faint praise",
        "We help -you +them fix it.",
    ):
        assert held in shown


async def test_the_cursor_picks_words_and_each_rung_is_kept_at_once() -> None:
    room = checking(TOM, FAINT)
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "o")
        await fill_in(pilot, "y")
        await pilot.press("escape", "right", "right", "space", "right", "space")
        both = probed(room).stumbled_over
        await pilot.press("space")
        await pilot.press("down", "enter")
        await fill_in(pilot, "it is their job then")
        await pilot.press("escape")

    assert both == "you fix"
    assert (probed(room).is_a_word, probed(room).stumbled_over) == (True, "you")
    assert probed(room).why == "it is their job then"
    assert probed(room).without_it == ""
    assert stumbles(room.session.gut_check) == {"you": {"manager": 1}}


async def test_where_it_is_no_word_the_rungs_about_the_word_are_gone() -> None:
    room = checking(TOM, FAINT)
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "o")
        await fill_in(pilot, "n", "the whole of it", "negative")
        shown = screen_text(app)

    assert "what instead?" not in shown
    assert (probed(room).is_a_word, probed(room).why) == (False, "the whole of it")
    assert probed(room).code == "negative"


async def test_what_the_person_would_say_is_offered_for_the_swap_with_its_remark() -> None:
    room = checking(TOM, FAINT, ProbeReaction(reaction="reaction1", stumbled_over="you"))
    room.do(ProbeReaction(reaction="reaction1", is_a_word=True, instead="them", why="why not"))
    room.do(ProbeReaction(reaction="reaction1", without_it="ok"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "o", "w")
        asked = screen_text(app)
        await pilot.press("enter")

    assert "What instead of “you”?" in asked
    assert "because of manager: “It's fine.”" in asked
    assert current(room) == "We help them fix it."
    assert room.session.gut_check.changes[0].cause == "reaction1"


async def test_a_small_swap_is_made_without_more_ado() -> None:
    room = checking()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "right", "w")
        await type_in(pilot, "gladly help")
        shown = screen_text(app)
        await pilot.press("enter")

    assert "more is a new draft" not in shown
    assert current(room) == "We gladly help you fix it."


async def test_a_change_of_many_words_goes_back_to_drafting_where_the_group_wants_it() -> None:
    room = checking(TOM, FAINT)
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "down", "right", "right", "w")
        await type_in(pilot, "all our dear customers")
        typed = screen_text(app)
        await pilot.press("enter")
        asked = screen_text(app)
        await pilot.press("enter")
        drafting = screen_text(app)

    assert "That is 4 words since the choice" in typed
    assert "4 words change. Is it still the same statement?" in asked
    assert "▸ Draft" in drafting
    assert current(room) == "We help you fix it."
    (draft,) = room.session.drafting.drafts
    assert draft.text == "We help all our dear customers fix it."
    assert draft.versions[-1].reason == "“It's fine.”"


async def test_a_change_of_many_words_can_be_made_here_all_the_same() -> None:
    room = checking()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "right", "right", "w")
        await fill_in(pilot, "all our dear customers", "2")

    assert current(room) == "We help all our dear customers fix it."
    assert len(room.session.drafting.drafts[0].versions) == 1


@pytest.mark.parametrize(
    ("language", "invitation", "interview"),
    [
        ("en", "May I read one sentence to you?", "Interview sheet: Tom"),
        ("id", "Bolehkah saya membacakan satu kalimat?", "Lembar wawancara: Tom"),
    ],
)
async def test_both_papers_are_written_in_both_languages(
    language: Language, invitation: str, interview: str
) -> None:
    outside = Outside()
    opened = opened_in_memory(checking(TOM), outside)
    app = WorkshopApp(language="en", opened=opened, environ={})
    keys = ("l",) if language == "id" else ()

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "i", *keys)
        first = screen_text(app)
        await pilot.press("w", "i")
        second = screen_text(app)
        await pilot.press("w")
        written = screen_text(app)

    assert invitation in first
    assert interview in second
    assert "Written to" in written
    assert set(outside.papers) == {
        f"invitation-stakeholder1.{language}.md",
        f"interview-stakeholder1.{language}.md",
    }
    assert "We help you fix it" in outside.papers[f"interview-stakeholder1.{language}.md"]


async def test_a_paper_is_shown_as_it_reads_and_not_as_it_is_written() -> None:
    app = app_on(checking(TOM))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "i", "i")
        sheet = screen_text(app)

    assert "Interview sheet: Tom" in sheet
    assert "We help you fix it." in sheet
    assert not any(sign in sheet for sign in ("# ", "**", "\\."))
    assert "______" in sheet


async def test_where_criticism_is_not_open_whoever_was_faint_is_to_be_asked_alone() -> None:
    room = checking(TOM, AddStakeholder(name="Sari", kind="frontline"), FAINT)
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "s")
        await fill_in(pilot, "n")
        of_the_culture = " ".join(screen_text(app).split())
        await pilot.press("down")
        of_the_faint = screen_text(app)
        await pilot.press("down")
        of_the_silent = screen_text(app)

    assert room.session.gut_check.culture == "guarded"
    assert "silence counts as a no" not in of_the_culture
    assert "not voiced openly here" in of_the_culture
    for shown in (of_the_faint, of_the_silent):
        assert "!!" in shown
        assert "Ask alone" in " ".join(shown.split())


async def test_consent_is_given_later_and_the_rest_stays() -> None:
    room = checking(TOM, SetCulture(culture="open"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "x")
        await fill_in(pilot, "", "", "", "y")

    (tom,) = room.session.gut_check.stakeholders
    assert (tom.name, tom.kind, tom.function) == ("Tom", "manager", "Maintenance")
    assert tom.may_be_named


async def test_those_to_hear_the_new_version_are_listed() -> None:
    room = checking(TOM, FAINT, SwapWord(position=2, cause="reaction1"))
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        shown = screen_text(app)

    assert "→ To hear version 2: 1 person" in shown
    assert "manager  ⌂ Tom, Maintenance" in shown


async def test_hostile_words_stand_on_the_pages_as_they_are() -> None:
    room = checking(
        AddStakeholder(name="[/nope] `x`", kind="executive", function=HOSTILE),
        RecordReaction(stakeholder="stakeholder1", words=HOSTILE, code="faint", where=HOSTILE),
        ProbeReaction(reaction="reaction1", stumbled_over=HOSTILE, why=HOSTILE, instead=HOSTILE),
        SwapWord(position=2, new="[@click=app.quit]x[/]"),
    )
    outside = Outside()
    app = WorkshopApp(language="en", opened=opened_in_memory(room, outside), environ={})

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "down", "o", "escape")
        ladder = screen_text(app)
        await pilot.press("escape", "v")
        verdict = screen_text(app)
        await pilot.press("escape", "i", "i", "w")
        sheet = screen_text(app)

    for shown in (ladder, verdict, sheet):
        assert "click=app.quit" in shown.replace("\\", "")
        assert "\x1b" not in shown
    assert app.return_code in {None, 0}
    (paper,) = outside.papers.values()
    assert "<script>" not in paper
    assert "[@click" not in paper
