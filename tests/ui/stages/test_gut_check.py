"""The gut check from the keyboard: from the own feeling to the word, the swap and the verdict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.large_letters import read_aloud
from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.typing import fill_in, type_in
from tests.workshops import people, shortlisted, started_room
from workshop_tui.domain.gut_check import (
    STAKEHOLDER_CLASSES,
    AddStakeholder,
    GoOnWithFeelings,
    ProbeReaction,
    RecordFeeling,
    RecordReaction,
    StakeholderClass,
    SwapWord,
    statement,
)
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.language import say
from workshop_tui.room import Room
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.projector.slide import slide_lines
from workshop_tui.ui.projector.verdict import verdict_slide
from workshop_tui.ui.stages.gut_check.rows import stumble_marks

SIZES = [(80, 24), (120, 40)]
HOSTILE = "[@click=app.quit]x[/] [bold]\x1b[31m\u202e <script>|`e" + "\u0301" * 10_000
TOM = AddStakeholder(name="Tom", kind="manager", function="Maintenance")


def choosing(*actions: WorkshopAction, text: str = "We help you fix it.") -> Room:
    return started_room(
        *people(2), *shortlisted(text), ChooseStatement(draft="draft1", because="clear"), *actions
    )


def checking(*actions: WorkshopAction, text: str = "We help you fix it.") -> Room:
    """Nothing nags the facilitator."""
    return choosing(RecordFeeling(nags=False), *actions, text=text)


def app_on(room: Room, language: str = "en") -> WorkshopApp:
    return WorkshopApp(language=language, opened=opened_in_memory(room), environ={})  # type: ignore[arg-type]


def current(room: Room) -> str:
    return statement(room.session.scoring, room.session.gut_check)


@pytest.mark.parametrize("size", SIZES)
async def test_the_story_of_the_word_you_is_played_from_the_keyboard(size: tuple[int, int]) -> None:
    room = choosing()
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press("5", "right", "right", "f")
        await fill_in(pilot, "", "y", "", "It sounds like homework.")
        await pilot.press("a")
        await fill_in(pilot, "manager", "Tom", "Maintenance", "")
        await pilot.press("r")
        await fill_in(pilot, "Do others stumble there?")
        await fill_in(pilot, "It's fine.", "", "by p", "the depot")
        await pilot.press("o")
        await fill_in(pilot, "y", "", "Sounds like it's their job.", "We help fix it.", "", "")
        on_the_ladder = screen_text(app)
        await pilot.press("w", "enter")
        assert "read version 2 to 1 person again" in screen_text(app)
        await pilot.press("r")
        await fill_in(pilot, "Yes! That is us.", "", "", "")
        await pilot.press("c")
        await fill_in(pilot, "the word that weighed on them is gone")

    assert "“It's fine.”" in on_the_ladder
    assert "by phone (the depot)" in on_the_ladder
    assert "■" in on_the_ladder
    gut_check = room.session.gut_check
    (feeling,), (tom,) = gut_check.feelings, gut_check.stakeholders
    assert (feeling.nags, feeling.word, feeling.text) == (True, "you", "It sounds like homework.")
    assert feeling.went_on_because == "Do others stumble there?"
    assert (tom.name, tom.kind, tom.function, tom.may_be_named) == (
        "Tom",
        "manager",
        "Maintenance",
        False,
    )
    faint, strong = gut_check.reactions
    assert (faint.words, faint.code, faint.stumbled_over) == ("It's fine.", "faint", "you")
    assert (faint.how, faint.where, faint.is_a_word) == ("phone", "the depot", True)
    assert (faint.why, faint.without_it) == ("Sounds like it's their job.", "We help fix it.")
    assert (strong.code, strong.version, strong.how) == ("strong", 2, "phone")
    assert current(room) == "We help fix it."
    assert gut_check.changes[0].cause == faint.id
    assert gut_check.accepted is not None
    assert gut_check.accepted.version == 2


async def test_enter_asks_what_comes_next_for_the_one_under_the_cursor() -> None:
    room = choosing(TOM)
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "enter")
        await fill_in(pilot, "budi", "y", "fix", "")
        await pilot.press("enter")
        await fill_in(pilot, "let us hear")
        await pilot.press("down", "enter")
        await fill_in(pilot, "Not bad", "", "", "")
        await pilot.press("enter")
        await fill_in(pilot, "n", "why not", "")

    gut_check = room.session.gut_check
    assert (gut_check.feelings[0].nags, gut_check.feelings[0].person) == (True, "person2")
    assert gut_check.feelings[0].went_on_because == "let us hear"
    assert (gut_check.reactions[0].words, gut_check.reactions[0].is_a_word) == ("Not bad", False)
    assert gut_check.reactions[0].why == "why not"


async def test_nobody_else_is_asked_before_the_own_feeling() -> None:
    room = choosing(TOM)
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "r")
        first = screen_text(app)
        await fill_in(pilot, "", "n")
        await fill_in(pilot, "Meh", "", "", "")

    assert "Whose feeling is it?" in first
    assert [feeling.nags for feeling in room.session.gut_check.feelings] == [False]
    assert [each.words for each in room.session.gut_check.reactions] == ["Meh"]


async def test_the_facilitator_overrules_how_a_reaction_was_read() -> None:
    room = checking(TOM)
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "r")
        await fill_in(pilot, "It's fine.")
        assert "because of “It's fine”" in screen_text(app)
        await fill_in(pilot, "negative", "", "")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "the words alone read faint" in " ".join(screen_text(app).split())

    assert room.session.gut_check.reactions[0].code == "negative"


async def test_words_are_still_there_when_their_reading_was_not_confirmed() -> None:
    room = checking(TOM)
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "r")
        await fill_in(pilot, "It's fine.")
        await pilot.press("escape", "r", "enter", "enter", "enter", "enter")

    assert [each.words for each in room.session.gut_check.reactions] == ["It's fine."]


async def test_a_writer_is_refused_as_a_stakeholder_and_the_name_stays() -> None:
    room = checking()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "a")
        await fill_in(pilot, "1", "Ana", "", "")

        assert "helped to write the statement" in screen_text(app)
    assert room.session.gut_check.stakeholders == ()


@pytest.mark.parametrize("key", ["r", "o", "w", "c"])
async def test_without_a_statement_there_is_nothing_to_react_to(key: str) -> None:
    room = started_room(*people(2), TOM)
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", key)

        assert "No statement has been chosen yet" in screen_text(app)
    assert room.session.gut_check.reactions == ()


async def test_a_reaction_wants_a_person_and_probing_wants_a_reaction() -> None:
    app = app_on(checking(TOM))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "r")
        assert "Go to the person who said it" in screen_text(app)
        await pilot.press("down", "o")
        assert "Record first what this person said" in screen_text(app)


async def test_a_swap_shows_what_the_statement_becomes_and_asks_about_it() -> None:
    room = checking()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "right", "w")
        await type_in(pilot, "quickly help")
        shown = screen_text(app)
        await pilot.press("enter")

    assert "We quickly help you fix it." in shown
    assert "nobody is selected who stumbled" in shown
    assert current(room) == "We quickly help you fix it."
    assert room.session.gut_check.changes[0].cause == ""


async def test_praise_is_no_cause_for_a_change() -> None:
    room = checking(TOM, RecordReaction(stakeholder="stakeholder1", words="Yes!", code="strong"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "right", "right", "w", "enter")

    assert current(room) == "We help fix it."
    assert room.session.gut_check.changes[0].cause == ""


async def test_a_nagging_feeling_stands_before_the_acceptance_too() -> None:
    room = checking(RecordFeeling(nags=True, word="you"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "c")
        asked = screen_text(app)
        await fill_in(pilot, "it nags me alone")
        await fill_in(pilot, "all others love it")

    assert "Something nags: “you”. Why go on all the same?" in asked
    gut_check = room.session.gut_check
    assert gut_check.feelings[-1].went_on_because == "it nags me alone"
    assert gut_check.accepted is not None


async def test_accepting_says_what_is_still_missing_and_needs_a_reason() -> None:
    room = checking()
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "c")
        asked = screen_text(app)
        await pilot.press("enter")
        unanswered = room.session.gut_check.accepted
        await fill_in(pilot, "launch is tomorrow")
        accepted = screen_text(app)

    assert "Nobody of this class has been asked yet: executives." in asked
    assert unanswered is None
    assert "version 1, accepted" in accepted
    assert "Accepted because: launch is tomorrow" in accepted


async def test_the_versions_are_told_with_signs_and_with_the_remark_behind_them() -> None:
    room = checking(
        TOM,
        RecordReaction(stakeholder="stakeholder1", words="Fine.", code="faint"),
        SwapWord(position=2, new="them", cause="reaction1"),
    )
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")

        shown = screen_text(app)
    assert "2  We help -you +them fix it." in shown
    assert "manager: “Fine.”" in shown


async def test_a_projector_shows_the_verdict_and_nothing_private() -> None:
    room = checking(
        RecordFeeling(nags=True, word="fix", text="a garage"),
        GoOnWithFeelings(because="to hear the others"),
        TOM,
        AddStakeholder(name="Rina", kind="executive", may_be_named=True),
        RecordReaction(stakeholder="stakeholder1", words="Hm.", code="hesitant"),
        SwapWord(position=2, cause="reaction1"),
    )
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "down")
        for_the_facilitator = screen_text(app)
        await pilot.press("p")
        projected = read_aloud(screen_text(app))
        await pilot.press("v")
        as_a_page = read_aloud(screen_text(app))

    assert "Tom" in for_the_facilitator
    assert "“Hm.”" in for_the_facilitator
    for shown in (projected, as_a_page):
        assert "We help fix it." in shown
        assert "We help -you fix it." in shown
        assert "nobody yet" in shown
        for private in ("a garage", "nags", "Tom", "Rina", "Maintenance", "⌂", "Hm."):
            assert private not in shown


@pytest.mark.parametrize("key", ["enter", "f", "a", "r", "o", "w", "i", "s", "x"])
async def test_before_the_room_nobody_is_asked_and_nothing_confided(key: str) -> None:
    room = checking(TOM, RecordReaction(stakeholder="stakeholder1", words="Hm.", code="faint"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "p", key)

        assert "turn the projector off first" in screen_text(app)


@given(
    names=st.lists(
        st.tuples(st.sampled_from(STAKEHOLDER_CLASSES), st.booleans()), min_size=1, max_size=6
    ),
    width=st.integers(60, 160),
)
def test_no_stakeholder_is_ever_named_to_the_room(
    names: list[tuple[StakeholderClass, bool]], width: int
) -> None:
    asked = [
        action
        for number, (kind, named) in enumerate(names, 1)
        for action in (
            AddStakeholder(
                name=f"Somebody {number}", kind=kind, function="Somewhere", may_be_named=named
            ),
            RecordReaction(
                stakeholder=f"stakeholder{number}",
                words="Somehow",
                code="faint",
                where="Somewhere",
            ),
        )
    ]
    session = checking(*asked).session

    slide = verdict_slide(session, lambda message: say(message, "en"))
    lines = slide_lines(slide, width, 24)

    assert "Some" not in "\n".join(line.plain for line in lines)
    assert all(line.cell_length <= width for line in lines)


async def test_hostile_words_are_shown_as_they_are_and_run_nothing() -> None:
    room = checking()
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "a")
        await fill_in(pilot, "1", "[/nope] [@click=app.quit]x[/]", HOSTILE, "y")
        await pilot.press("r")
        await fill_in(pilot, HOSTILE, "", "", HOSTILE)
        await pilot.press("o")
        await fill_in(pilot, "y", HOSTILE, HOSTILE, HOSTILE, HOSTILE, "")
        await pilot.press("escape", "w")
        await pilot.press("ctrl+u")
        await fill_in(pilot, "[bold]|`")
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = screen_text(app)

    assert "[@click=app.quit]x[/]" in shown
    assert "\x1b" not in shown
    assert app.return_code in {None, 0}
    assert current(room).startswith("[bold]|`")


async def test_keys_that_come_all_at_once_are_neither_lost_nor_mixed_up() -> None:
    room = checking(TOM)
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "r", *"Meh", *("enter",) * 4, "w", "enter", "u")

    assert [each.words for each in room.session.gut_check.reactions] == ["Meh"]
    assert current(room) == "We help you fix it."


async def test_left_and_right_go_along_the_words_wherever_up_and_down_go() -> None:
    room = checking(
        TOM,
        RecordReaction(stakeholder="stakeholder1", words="Hm.", code="hesitant"),
        ProbeReaction(reaction="reaction1", stumbled_over="it"),
    )
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "tab", "right", "right", "right", "left", "w", "enter", "y")

    assert current(room) == "We help fix it."


@pytest.mark.parametrize(
    ("language", "question"),
    [("en", "What nags you?"), ("id", "Apa yang mengganjal?")],
)
async def test_an_empty_gut_check_begins_with_the_own_feeling(language: str, question: str) -> None:
    app = app_on(started_room(), language)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5")

        assert question in screen_text(app)


def test_the_heat_line_tells_classes_apart_and_counts_where_there_are_many() -> None:
    people_at = {"we": {"frontline": 2, "executive": 1}, "it": {"manager": 7, "frontline": 1}}

    marks = stumble_marks(["We", "help", "it."], people_at)  # type: ignore[arg-type]

    assert marks == {0: "▲●●", 2: "■7●1"}


@pytest.mark.parametrize("language", ["en", "id"])
async def test_names_stand_whole_beside_the_guide(language: str) -> None:
    people = ("Siti Rahmawati Lubis", "Celeste Moreau-Fontaine")
    room = checking(*(AddStakeholder(name=each, kind="manager") for each in people))
    app = app_on(room, language)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "g")
        while not all(each in screen_text(app) for each in people):
            await pilot.pause()

        assert app.screen.has_class("-guided")
