"""What the drafting room does together, from the keyboard: exercises, dots, clock, memory test."""

import re
from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.large_letters import read_aloud
from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.typing import fill_in, type_in
from tests.workshops import START, TickingClock, people, started_room
from workshop_tui.domain.dots import (
    DotVote,
    MarkAbsentFromDots,
    OpenDotVote,
    PlaceDots,
    open_vote,
)
from workshop_tui.domain.drafting import AddDraft, EditDraft, MergeDrafts
from workshop_tui.domain.exercises import EndExercise, StartExercise
from workshop_tui.domain.memory_test import RecordMemory, StartMemoryTest
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.setup import AddPerson, SetSecrecy
from workshop_tui.domain.survey import AddTheme, PinInsight
from workshop_tui.domain.word_smithing import StartWordSmithing
from workshop_tui.language import Language
from workshop_tui.room import Room
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.stages.drafting.forms import read_dots, wordings_numbered

SIZES = [(80, 24), (120, 40)]
HOSTILE = "[@click=app.quit]x[/] [bold]\x1b[31m\u202e <script>|`e" + "\u0301" * 1_000


def app_on(room: Room, language: Language = "en") -> WorkshopApp:
    return WorkshopApp(language=language, opened=opened_in_memory(room), environ={})


def drafts_of(*texts: str) -> list[WorkshopAction]:
    return [AddDraft(text=text) for text in texts]


def one_line(shown: str) -> str:
    return " ".join(shown.split())


# -- exercises -------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_an_exercise_goes_step_by_step_with_its_own_time_and_ends_when_the_room_says(
    size: tuple[int, int],
) -> None:
    room = started_room()
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "x", *"thank", "enter")
        first = screen_text(app)
        await pilot.press("x", "enter")
        second = screen_text(app)
        await pilot.press("x", "enter")
        ended = screen_text(app)

    (run,) = room.session.drafting.runs
    assert "Alone, in silence: the thank-you letter" in one_line(first)
    assert "step 1 of 2, 5 min" in one_line(first)
    assert re.search(r"[45]:\d\d", first.splitlines()[0])
    assert "step 2 of 2, 8 min" in one_line(second)
    assert re.search(r"[78]:\d\d", second.splitlines()[0])
    assert "Thank-you letter" not in ended
    assert not re.search(r"[78]:\d\d ", ended.splitlines()[0])
    assert (run.is_over, run.step) == (True, 1)


async def test_an_exercise_that_was_left_open_is_there_again_and_its_time_is_asked_for() -> None:
    room = started_room(StartExercise(kind="recombine"))
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        shown = screen_text(app)
        await pilot.press("t")
        timed = screen_text(app)

    assert "Circle and recombine  step 1 of 4, 3 min" in shown
    assert re.search(r"[23]:\d\d ", timed.splitlines()[0])


@pytest.mark.parametrize("language", ["en", "id"])
async def test_an_exercise_that_was_left_for_long_is_gone_on_with_by_one_key_and_enter(
    language: Language,
) -> None:
    clock = TickingClock()
    room = started_room(StartExercise(kind="recombine"), clock=clock)
    room.leave()
    clock.forward(timedelta(hours=15))
    app = app_on(room, language)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "up")
        left = one_line(screen_text(app))
        await pilot.press("x")
        asked = one_line(screen_text(app))
        await pilot.press("enter")
        gone_on = one_line(screen_text(app))

    name, stands, go_on, step = {
        "en": ("Circle and recombine", "stands still since", "go on", "step 1 of 4, 3 min"),
        "id": (
            "Lingkari dan rangkai ulang",
            "berhenti sejak",
            "lanjutkan",
            "langkah 1 dari 4, 3 mnt",
        ),
    }[language]
    assert f"{name} {stands}" in left
    assert step not in left
    assert f"▸ 1 {name}: {go_on}" in asked
    assert step in gone_on
    assert len(room.session.drafting.runs[0].resumed_at) == 1


async def test_the_reading_keeps_silent_in_an_exercise_until_it_is_asked_for() -> None:
    room = started_room(StartExercise(kind="silent_drafts"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await app.workers.wait_for_complete()
        await pilot.press("n")
        await type_in(pilot, "Friendly service")
        silent = screen_text(app)
        await pilot.press("escape", "c", "n")
        asked = screen_text(app)

    assert "no questions while typing" in silent
    assert "Could a competitor" not in silent
    assert "Could a competitor say “Friendly” too?" in asked
    assert room.session.drafting.runs[0].is_reading_silent is False


async def test_circled_words_go_to_the_board_and_the_draft_that_uses_them_is_marked() -> None:
    room = started_room(StartExercise(kind="recombine"), *drafts_of("Make the rebate easy"))
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "o")
        await fill_in(pilot, "rebate", "calm", "")
        shown = screen_text(app)

    assert [note.kind for note in room.session.drafting.notes] == ["key_word", "key_word"]
    assert "✓  rebate" in shown
    assert "✓  calm" not in shown
    assert "from the board" in shown


async def test_a_draft_shares_with_a_quote_and_uses_a_theme_by_one_of_its_words() -> None:
    room = started_room(
        AddTheme(name="An easy process", words=("easy", "process")),
        PinInsight(kind="theme", text="An easy process"),
        PinInsight(kind="quote", text="The rebate form was finally easy."),
        PinInsight(kind="quote", text="Somebody called me back."),
        *drafts_of("Make every rebate easy"),
    )
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = screen_text(app)

    assert "✓  An easy process" in shown
    assert "·  “The rebate form" in shown
    assert "·  “Somebody" not in shown


async def test_where_authors_are_not_kept_the_screen_says_so_and_no_name_is_filed() -> None:
    room = started_room(*people(1), SetSecrecy(ballots="shuffled", authors="not_kept"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "n")
        await fill_in(pilot, "Ana: Make it easy", "")
        shown = screen_text(app)

    assert [draft.author for draft in room.session.drafting.drafts] == [""]
    assert "authors are not kept" in shown
    assert "person1" not in str(room.history()[-1])


async def test_the_room_sees_slides_while_an_exercise_is_timed() -> None:
    room = started_room(*drafts_of("Make it easy"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "x", *"thank", "enter", "p", "down")
        shown = screen_text(app)

    assert re.search(r"[45]:\d\d", shown.splitlines()[0])
    assert "Make it easy" in shown or "thank-you letter" in shown


# -- merging, splitting, comparing -----------------------------------------------------------------


async def test_a_merge_is_split_with_the_shifted_key_and_says_who_stands_again() -> None:
    room = started_room(
        *drafts_of("one", "two"), MergeDrafts(parents=("draft1", "draft2"), text="both")
    )
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "M")
        shown = screen_text(app)
        await pilot.press("end", "M")
        refused = screen_text(app)

    assert [draft.status for draft in room.session.drafting.drafts] == ["open", "open", "split"]
    assert "Split: 1, 2 stand for themselves again." in shown
    assert "÷ split again" in shown
    assert "Draft 1 was not merged from others." in refused


async def test_a_draft_tells_the_whole_tree_that_it_came_from() -> None:
    room = started_room(
        StartExercise(kind="silent_drafts"),
        *drafts_of("one", "two", "three"),
        EndExercise(run="exercise1"),
        MergeDrafts(parents=("draft1", "draft2"), text="one and two"),
        MergeDrafts(parents=("draft4", "draft3"), text="all three"),
    )
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        shown = screen_text(app)

    tree = shown.partition("where it comes from")[2]
    places = [tree.index(f"└ {number} ") for number in (4, 1, 2, 3)]
    assert places == sorted(places)
    assert "└ 1 one  Silent drafts" in tree


@pytest.mark.parametrize("size", SIZES)
async def test_any_two_wordings_are_compared_with_signs_for_what_went_came_and_moved(
    size: tuple[int, int],
) -> None:
    room = started_room(
        *drafts_of("now we make it fast", "Other"),
        EditDraft(draft="draft1", text="we make it easy"),
    )
    room.do(EditDraft(draft="draft1", text="we make it easy now"))
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "f", "ctrl+u", *"1.9 1", "enter")
        refused = screen_text(app)
        await pilot.press("ctrl+u", *"1.1 1", "enter")
        compared = screen_text(app)
        await pilot.press("escape")
        back = screen_text(app)

    assert "Draft 1 has versions 1 to 3." in refused
    assert "‹now we make it -fast +easy ›now" in compared
    assert "‹ moved from here" in compared
    assert "DRAFTS" not in compared
    assert "DRAFTS" in back


# -- narrowing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_dots_are_placed_unseen_and_shown_all_at_once(size: tuple[int, int]) -> None:
    room = started_room(*people(3), *drafts_of("one", "two"))
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press("3", ".", "2", "enter")
        await fill_in(pilot, "ana 2 2", "budi -")
        waiting = screen_text(app)
        await fill_in(pilot, "citra absent")
        all_in = screen_text(app)
        await pilot.press(".", "enter")
        shown = screen_text(app)

    (vote,) = room.session.drafting.votes
    assert "Waiting for: Citra" in one_line(waiting)
    assert "All are in: press ." in all_in
    assert "2 dots from 1 person" in shown
    assert [(each.draft, each.dots) for each in vote.sums] == [("draft1", 0), ("draft2", 2)]
    assert vote.absent == 1


async def test_a_wrong_line_of_dots_is_refused_without_saying_what_was_typed() -> None:
    room = started_room(*people(2), *drafts_of("one", "two"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", ".", "enter")
        await fill_in(pilot, "ana 7777")
        shown = screen_text(app)
        await pilot.press("ctrl+u", *"an", "tab", *"1", "enter")

    assert "Dots go on the drafts that were open" in shown
    assert "7777" not in shown
    assert room.dots_waited_for() == ("person2",)


async def test_dots_can_be_given_up_unseen_once_they_are_in() -> None:
    room = started_room(*people(1), *drafts_of("one", "two"), OpenDotVote())
    room.do(PlaceDots(voter="person1", drafts=("draft1",)))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", ".", *"give", "enter")

    assert open_vote(room.session.drafting.votes) is None
    assert room.session.drafting.votes == ()


async def test_no_key_shows_a_dot_before_the_reveal_on_screen_or_projector() -> None:
    """Every page that can be reached is searched for sums; two other cards must look the same."""
    screens = []
    for drafts in (("draft1", "draft1", "draft1"), ("draft2", "draft2", "draft2")):
        room = started_room(*people(2), *drafts_of("one", "two"), OpenDotVote())
        room.do(PlaceDots(voter="person1", drafts=drafts))
        app = app_on(room)
        async with app.run_test(size=(120, 40)) as pilot:
            seen = []
            for key in ("3", "tab", "down", "v", "p", "p", "e", "escape", "?", "escape", "."):
                await pilot.press(key)
                seen.append(screen_text(app))
        screens.append(seen)

    assert screens[0] == screens[1]


async def test_a_fifth_draft_on_the_shortlist_is_said_and_stops_nobody() -> None:
    room = started_room(*drafts_of("one", "two", "three", "four", "five"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "s", "down", "s", "down", "s", "down", "s")
        four = screen_text(app)
        await pilot.press("down", "s")
        five = screen_text(app)

    assert "two to four are worth scoring" not in four
    assert "5 on the shortlist: two to four are worth scoring." in five
    assert all(draft.status == "shortlisted" for draft in room.session.drafting.drafts)


async def test_the_word_clock_runs_for_one_draft_and_the_same_key_stops_it() -> None:
    room = started_room(*drafts_of("Make it easy"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "w", *"easy", "enter")
        running = screen_text(app)
        await pilot.press("w")
        stopped = screen_text(app)

    (smithed,) = room.session.drafting.smithed
    assert re.search(r"Word-smithing “easy”  0:0\d  Draft 1  0:0\d of 10 minutes", running)
    assert "Word-smithing" not in stopped
    assert (smithed.word, smithed.is_over) == ("easy", True)


async def test_past_the_time_box_the_clock_says_what_helps_and_runs_on() -> None:
    clock = TickingClock()
    room = started_room(*drafts_of("Make it easy"), StartWordSmithing(draft="draft1"), clock=clock)
    clock.forward(timedelta(seconds=700))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        shown = one_line(screen_text(app))

    assert "! 11:" in shown
    assert "let two people polish and ratify later" in shown


@pytest.mark.parametrize(
    ("language", "said", "about_it"),
    [
        ("en", "word clock stopped at {:%H:%M}", "The clock on its words"),
        ("id", "pewaktu berhenti {:%H.%M}", "Pewaktu katanya berhenti"),
    ],
)
async def test_a_clock_that_was_left_running_says_when_it_stopped(
    language: Language, said: str, about_it: str
) -> None:
    clock = TickingClock()
    room = started_room(*drafts_of("Make it easy"), StartWordSmithing(draft="draft1"), clock=clock)
    clock.forward(timedelta(minutes=10))
    room.leave()
    clock.forward(timedelta(hours=15))
    app = app_on(room, language)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "down")
        left = screen_text(app)
        await pilot.press("w", "enter")
        again = screen_text(app)

    stopped = said.format((START + timedelta(minutes=10)).astimezone())
    assert stopped in left
    assert about_it in left
    assert stopped not in again
    assert re.search(r"10:[0-5]\d", again)


# -- the memory test -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_a_draft_is_shown_hidden_and_said_back_by_one_after_the_other(
    size: tuple[int, int],
) -> None:
    room = started_room(*drafts_of("Make it easy to join"), StartWordSmithing(draft="draft1"))
    app = app_on(room)

    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "h")
        shown = screen_text(app)
        await pilot.press("enter")
        hidden = screen_text(app)
        await fill_in(pilot, "make it easy")
        between = screen_text(app)
        await fill_in(pilot, "easy to join", "")
        told = screen_text(app)

    assert "Make it easy to join" in shown
    assert re.search(r"^ +(10|[1-9]) seconds?$", shown, re.MULTILINE)
    assert "easy" not in hidden
    assert "easy" not in between
    assert "1 person so far." in between
    assert "60% of its words" in told
    assert "Make (1)" in told
    assert room.session.drafting.memory_tests[0].said == ("easy to join", "make it easy")


async def test_the_projector_shows_no_draft_while_one_is_being_remembered() -> None:
    room = started_room(*drafts_of("Make it easy to join"))
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "p", "h", "enter")
        hidden = read_aloud(screen_text(app))
        await fill_in(pilot, "make it", "")
        shown = read_aloud(screen_text(app))

    assert "easy" not in hidden
    assert "Make it easy to join" in shown


async def test_a_memory_test_that_is_left_shows_the_drafts_again_and_no_result() -> None:
    room = started_room(*drafts_of("Make it easy"))
    app = app_on(room)

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "h", "escape")
        early = screen_text(app)
        await pilot.press("h", "space", "escape")
        late = screen_text(app)

    assert "DRAFTS" in early
    assert "DRAFTS" in late
    assert "remembered" not in late


async def test_an_old_wording_that_was_remembered_is_told_with_its_version() -> None:
    room = started_room(
        *drafts_of("Make it easy"),
        StartMemoryTest(draft="draft1"),
        RecordMemory(test="memory1", said="make it easy"),
        EditDraft(draft="draft1", text="Make it easier"),
    )
    app = app_on(room, "id")

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        shown = one_line(screen_text(app))

    assert "100% kata-katanya diingat" in shown
    assert "(versi 1)" in shown


# -- hostile text ----------------------------------------------------------------------------------


async def test_hostile_words_are_shown_as_they_are_wherever_the_room_works() -> None:
    room = started_room(
        AddPerson(name="[bold]Ana[/"),
        *drafts_of(HOSTILE, "two"),
        StartExercise(kind="recombine"),
        StartWordSmithing(draft="draft1", word=HOSTILE),
        StartMemoryTest(draft="draft1"),
        RecordMemory(test="memory1", said=HOSTILE + " x"),
        OpenDotVote(),
        MergeDrafts(parents=("draft1", "draft2"), text=HOSTILE + "3"),
    )
    app = app_on(room)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "o")
        await fill_in(pilot, HOSTILE, "")
        shown = screen_text(app)
        await pilot.press("end", "h")
        remembered = screen_text(app)
        await pilot.press("escape", "f", "ctrl+u", *"1 2", "enter")
        compared = screen_text(app)

    for screen in (shown, remembered, compared):
        assert "[@click=app.quit]x[/]" in screen
        assert "\x1b" not in screen
    assert "Waiting for: [bold]Ana[/" in shown
    assert app.return_code in {None, 0}


# -- how lines are read ----------------------------------------------------------------------------


def vote_of(*names: str) -> tuple[Room, DotVote]:
    roster = [AddPerson(name=name) for name in names]
    room = started_room(*roster, *drafts_of("one", "two"), OpenDotVote())
    return room, room.session.drafting.votes[0]


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("ana 1 2 2", PlaceDots(voter="person1", drafts=("draft1", "draft2", "draft2"))),
        ("Ana: 2", PlaceDots(voter="person1", drafts=("draft2",))),
        ("ana 1,2", PlaceDots(voter="person1", drafts=("draft1", "draft2"))),
        ("ana -", PlaceDots(voter="person1")),
        ("writer 2 2", PlaceDots(voter="person2", drafts=("draft2",))),
        ("ana absen", MarkAbsentFromDots(voter="person1")),
    ],
)
def test_a_line_of_dots_is_a_name_and_numbers(line: str, action: object) -> None:
    room, vote = vote_of("Ana", "Writer 2")

    assert read_dots(line, room.session.setup, vote) == action


@settings(deadline=None)
@given(st.text(alphabet="0123456789 ,;-a", max_size=20))
def test_any_line_of_dots_is_a_card_or_a_refusal_that_repeats_no_number(typed: str) -> None:
    room, vote = vote_of("Ana")

    try:
        action = read_dots(f"ana {typed}", room.session.setup, vote)
    except RefusedError as refused:
        said = [value for _, value in refused.reason.values if isinstance(value, str)]
        assert not any(character.isdigit() for value in said for character in value)
        return
    room.do(action)
    assert isinstance(action, PlaceDots | MarkAbsentFromDots)


@given(st.text(max_size=20))
def test_any_text_is_two_wordings_or_refused(typed: str) -> None:
    drafting = started_room(*drafts_of("one", "two")).session.drafting

    try:
        pair: Sequence[object] = wordings_numbered(drafting, typed)
    except RefusedError:
        return
    assert len(pair) == 2
