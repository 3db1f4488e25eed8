"""The frame: one title line, one line of facts, one of keys, and what all places share."""

import re

import pytest
from textual import events
from textual.content import Content

from tests.large_letters import read_aloud
from tests.ui.sample import DraftsView, Sample, screen_text
from tests.workshops import read_only_room, started_room
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import STAGES
from workshop_tui.language import Language
from workshop_tui.store.on_screen import OnScreen
from workshop_tui.ui import clipboard
from workshop_tui.ui.frame_lines import NOTICE_LINES, facts_lines, keys_line, notice_lines
from workshop_tui.ui.page import Fact

SIZES = [(60, 18), (80, 24), (120, 40), (200, 50)]


def lines(sample: Sample) -> list[str]:
    return screen_text(sample.app).splitlines()


@pytest.mark.parametrize("size", SIZES)
async def test_title_facts_and_keys_stand_in_their_places_at_every_size(
    size: tuple[int, int],
) -> None:
    sample = Sample(drafts=("Make it easy",))

    async with sample.app.run_test(size=size) as pilot:
        await pilot.press("3", "down")
        shown = lines(sample)

    assert len(shown) == size[1]
    assert shown[0].startswith(" Clean rid")
    assert "▸ Draft" in shown[0]
    assert set(shown[1]) == set(shown[-3]) == {"─"}
    assert shown[-2] == "  1 drafts"
    assert shown[-1].endswith("? help")


async def test_a_window_that_is_too_small_says_so_and_ignores_keys() -> None:
    sample = Sample(drafts=("Make it easy",))

    async with sample.app.run_test(size=(59, 18)) as pilot:
        await pilot.press("3", "n", "x", "enter")
        shown = screen_text(sample.app)

    said = " ".join(shown.split())
    assert said == "This window is too small: 60 columns and 18 rows are needed."
    assert sample.texts == ["Make it easy"]


async def test_a_small_window_that_grows_shows_the_workshop_again() -> None:
    sample = Sample()

    async with sample.app.run_test(size=(40, 10)) as pilot:
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        shown = lines(sample)

    assert "Clean rides" in shown[0]


async def test_leaving_a_stage_says_what_it_lacks_until_the_next_key() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "right_square_bracket")
        said = lines(sample)[-2]
        await pilot.press("down")
        later = lines(sample)[-2]

    assert said.startswith("  ! Draft is not finished:")
    assert later == ""


async def test_going_back_to_a_stage_needs_no_warning() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "left_square_bracket")
        said = lines(sample)[-2]

    assert said == ""


async def test_the_first_and_last_stage_have_nothing_before_and_behind_them() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("1", "left_square_bracket")
        before = lines(sample)[-2]
        await pilot.press("6", "right_square_bracket")
        behind = lines(sample)[-2]

    assert before == "  ! This is the first stage."
    assert behind == "  ! This is the last stage."


async def test_a_command_that_cannot_act_says_why_and_is_not_done() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "x")
        said = lines(sample)[-2]

    assert said == "  ! This is the first stage."


async def test_undo_and_redo_name_what_they_did() -> None:
    sample = Sample(drafts=("one", "two"))

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "u")
        undone, said_undone = sample.texts, lines(sample)[-2]
        await pilot.press("U")
        said_redone = lines(sample)[-2]

    assert undone == ["one"]
    assert said_undone.startswith("  ! Taken back:")
    assert sample.texts == ["one", "two"]
    assert said_redone.startswith("  ! Done again:")


async def test_undo_with_nothing_to_take_back_says_so() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "u")
        said = lines(sample)[-2]

    assert said.startswith("  ! ")
    assert sample.texts == []


async def test_a_change_made_elsewhere_is_drawn_without_a_key() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("3")
        sample.room.do(AddDraft(text="from a participant"), by="")
        await pilot.pause()
        shown = screen_text(sample.app)

    assert "from a participant" in shown


async def test_what_the_disk_refused_stays_on_the_screen() -> None:
    room = started_room()
    sample = Sample(room=room)

    async with sample.app.run_test() as pilot:
        room.on_failed(Message.of("refused.read_only"))
        await pilot.press("3", "down")
        shown = lines(sample)

    assert shown[0].endswith("! not saved")
    assert shown[-2].startswith("  ! ")


async def test_a_workshop_that_can_only_be_read_refuses_changes() -> None:
    sample = Sample(room=read_only_room(Session(title="Clean rides")))

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "n")
        shown = lines(sample)

    assert shown[-2] == "  ! This workshop is open elsewhere; here it can only be read."
    assert shown[0].endswith("reading only")


class SecretView(DraftsView):
    """Its facts hold something for the facilitator alone."""

    stage = "drafting"

    def facts(self) -> tuple[Fact, ...]:
        return (self.private(Content("⌂ hidden")), "open")


async def test_projector_mode_shows_a_slide_and_nothing_else() -> None:
    sample = Sample(drafts=("Make it easy", "Get people riding"), view=lambda: SecretView)

    async with sample.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "g")
        private = screen_text(sample.app)
        await pilot.press("p", "down")
        public = read_aloud(screen_text(sample.app))
        await pilot.press("p")
        again = screen_text(sample.app)

    assert "⌂ hidden; open" in private
    assert "⌂ Say now" in private
    said = [word for word in public.split() if word.isalnum()]
    assert said == ["1", "Make", "it", "easy", "2", "Get", "people", "riding"]
    assert "⌂ Say now" in again


async def test_a_form_can_be_filled_in_beneath_the_slide() -> None:
    sample = Sample(drafts=("Make it easy",))

    async with sample.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "p", "n", *"Get there")
        shown = read_aloud(screen_text(sample.app))
        await pilot.press("enter")

    assert "Make it easy" in shown
    assert "Get there" in shown
    assert sample.texts == ["Make it easy", "Get there"]


async def test_what_the_screen_is_turned_to_is_told_to_the_projector() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("4")
        while OnScreen(stage="scoring") not in sample.outside.on_screen:
            await pilot.pause()

    assert sample.outside.on_screen[-1] is None


async def test_the_guide_stands_beside_the_work_where_it_is_wide_and_over_it_where_not() -> None:
    wide, narrow = Sample(drafts=("one",)), Sample(drafts=("one",))

    async with wide.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "g")
        beside = screen_text(wide.app)
        await pilot.press("g")
        closed = screen_text(wide.app)
    async with narrow.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "g")
        over = screen_text(narrow.app)
        await pilot.press("g")
        back = screen_text(narrow.app)

    assert "Say now · Draft" in beside
    assert "one" in beside
    assert "Say now" not in closed
    assert "Say now · Draft" in over
    assert "▸ one" not in over
    assert "▸ one" in back


async def test_the_guide_stays_closed_on_a_projector() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "p", "g")
        shown = screen_text(sample.app)

    assert "for your eyes alone" in shown
    assert "Say now" not in shown


async def test_help_lists_the_keys_that_act_here_with_the_reasons_against_them() -> None:
    sample = Sample()

    async with sample.app.run_test(size=(120, 120)) as pilot:
        await pilot.press("3", "question_mark")
        shown = screen_text(sample.app)
        await pilot.press("question_mark")
        closed = screen_text(sample.app)

    assert "x               drafting_view.sample_reject.help (This is the first stage.)" in shown
    assert "Ctrl+P" in shown
    assert "Keys that act here" not in closed


async def test_the_palette_finds_a_command_by_its_words_and_does_it() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "ctrl+p", *"gut", "enter")
        title = lines(sample)[0]

    assert "▸ Gut check" in title


async def test_the_palette_closes_without_doing_anything() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "ctrl+p", "down", "escape")
        title = lines(sample)[0]

    assert "▸ Draft" in title


@pytest.mark.parametrize(
    ("taken", "sent"),
    [
        (True, "Sent to the clipboard."),
        (False, "Sent to the terminal, which may put it on the clipboard."),
    ],
)
async def test_copying_keeps_a_file_and_never_claims_to_have_copied(
    monkeypatch: pytest.MonkeyPatch,
    taken: bool,  # noqa: FBT001 - what the clipboard tool answers
    sent: str,
) -> None:
    monkeypatch.setattr(clipboard, "copied_by_tool", lambda _: taken)
    sample = Sample(drafts=("Make it easy",))

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "y")
        await sample.app.workers.wait_for_complete()
        await pilot.pause()
        shown = " ".join(screen_text(sample.app).split())

    assert sample.outside.kept == ["Make it easy  1"]
    assert f"! Saved to /kept/copied.txt. {sent}" in shown


async def test_there_is_nothing_to_copy_where_nothing_is_selected() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "y")
        said = lines(sample)[-2]

    assert said == "  ! There is nothing selected to copy."


async def test_the_record_is_read_and_written_from_its_own_page() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("e")
        await sample.app.workers.wait_for_complete()
        await pilot.pause()
        shown = screen_text(sample.app)
        await pilot.press("w")
        said = lines(sample)[-2]
        await pilot.press("escape")
        closed = screen_text(sample.app)

    assert "Record of the vision workshop" in shown
    assert sample.outside.written == ["markdown"]
    assert said == "  ! Written to /written/record.md."
    assert "The record" not in closed


async def test_typing_after_a_slash_narrows_the_list_and_esc_shows_all_again() -> None:
    sample = Sample(drafts=("one", "two", "three"))

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "slash", *"th")
        while_typing = screen_text(sample.app)
        await pilot.press("enter")
        narrowed = screen_text(sample.app)
        await pilot.press("escape")
        everything = screen_text(sample.app)

    assert "1 row" in while_typing
    assert "two" not in narrowed
    assert "three" in narrowed
    assert "two" in everything


async def test_the_timer_counts_the_agenda_s_minutes_and_asks_before_it_stops() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "t")
        running, said = lines(sample)[0], lines(sample)[-2]
        await pilot.press("t", "enter")
        extended = lines(sample)[0]
        await pilot.press("t", "2", "enter")
        stopped = lines(sample)[0]

    # The clock runs on while the screen is drawn, on a busy machine for some seconds.
    assert re.search(r"10:00|9:\d\d", running)
    assert said == "  ! Draft: 10 minutes from now."
    assert re.search(r"15:00|14:\d\d", extended)
    assert "1:" not in stopped.split("Sustain")[1].replace("09:00", "")


async def test_q_leaves_with_a_clean_return_code_and_closes_the_workshop() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("q")

    assert sample.app.return_code == 0
    assert sample.outside.closed == 1


async def test_a_click_selects_a_row() -> None:
    sample = Sample(drafts=("one", "two"))

    async with sample.app.run_test() as pilot:
        await pilot.press("3")
        await pilot.click(offset=(5, 4))
        await pilot.pause()
        shown = lines(sample)

    assert shown[4].startswith(" ▸ two")


async def test_indonesian_is_spoken_throughout() -> None:
    sample = Sample(language="id")

    async with sample.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "right_square_bracket")
        shown = lines(sample)

    assert "▸ Menilai" in shown[0]
    assert "Tersimpan 09.00" in shown[0] or "Tersimpan" in shown[0]
    assert shown[-2].startswith("  ! Draf belum selesai:")
    assert shown[-1].endswith("? bantuan")


async def test_without_colours_weights_and_signs_remain() -> None:
    sample = Sample(drafts=("one",), environ={"NO_COLOR": "1"})

    async with sample.app.run_test() as pilot:
        await pilot.press("3")
        sample.app.no_color = True
        strips = [
            strip.apply_filter(filter_, sample.app.screen.background_colors[1])
            for strip in sample.app.screen._compositor.render_strips()
            for filter_ in sample.app.get_line_filters()
        ]
        styles = {segment.style for strip in strips for segment in strip if segment.style}

    assert all(style.color is None or style.color.is_default for style in styles)
    assert all(style.bgcolor is None or style.bgcolor.is_default for style in styles)
    assert any(style.bold for style in styles)


async def test_every_stage_can_be_reached_by_its_number() -> None:
    sample = Sample()
    reached = []

    async with sample.app.run_test(size=(120, 40)) as pilot:
        for number in range(1, 7):
            await pilot.press(str(number))
            reached.append(lines(sample)[0].split("▸ ")[1].split("  ")[0])

    assert len(reached) == len(STAGES)
    assert reached == ["Set-up", "Survey", "Draft", "Score", "Gut check", "Sustain"]


@pytest.mark.parametrize("width", [60, 80, 200])
def test_the_keys_line_keeps_help_when_it_must_leave_something_out(width: int) -> None:
    footer = [(chr(97 + n), f"label {n}") for n in range(12)] + [("?", "help")]

    line = keys_line(footer, width)

    assert line.cell_length <= width
    assert line.plain.startswith("  a label 0")
    assert line.plain.endswith("? help")


LONG_FACT = "half of a fact says nothing, and so this one is said on as many lines as it takes"


class TalkativeView(DraftsView):
    """Has one fact to say, which is longer than the line."""

    stage = "drafting"

    def facts(self) -> tuple[Fact, ...]:
        return (LONG_FACT,)


async def test_a_fact_that_is_alone_and_too_long_is_said_whole() -> None:
    sample = Sample(view=lambda: TalkativeView)

    async with sample.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "down")
        shown = lines(sample)

    assert " ".join(" ".join(shown[-3:-1]).split()) == LONG_FACT


@pytest.mark.parametrize("width", [60, 80, 200])
def test_the_facts_line_leaves_out_whole_facts_and_never_the_first(width: int) -> None:
    facts = [Content(f"a fact that is the number {number}") for number in range(12)]

    (line,) = facts_lines(facts, width)
    alone = facts_lines([Content(LONG_FACT)], width)

    assert line.cell_length <= width
    assert (
        line.plain.strip().split("; ")
        == [fact.plain for fact in facts][: line.plain.count(";") + 1]
    )
    assert LONG_FACT.startswith(" ".join(" ".join(each.plain for each in alone).split()))
    assert len(alone) <= NOTICE_LINES


async def test_mouse_reports_do_not_reach_the_key_route() -> None:
    sample = Sample(drafts=("one",))

    async with sample.app.run_test() as pilot:
        await pilot.press("3")
        await pilot.hover(offset=(5, 5))
        sample.app.post_message(events.AppBlur())
        await pilot.pause()
        shown = lines(sample)

    assert shown[3].startswith(" ▸ one")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_notice_is_said_whole_on_as_many_lines_as_it_needs(width: int) -> None:
    said = "Set-up is not finished: The whole organisation or one team? And 3 more things."

    found = notice_lines(said, width)

    assert " ".join(" ".join(line.plain for line in found).split()) == f"! {said}"
    assert all(line.cell_length <= width - 2 for line in found)
    assert [line.plain[:4] for line in found] == ["  ! ", *["    "] * (len(found) - 1)]


def test_a_notice_without_an_end_leaves_the_work_its_lines_and_says_that_it_is_cut() -> None:
    found = notice_lines("[bold] 漢字 " * 200, 60)

    assert len(found) == NOTICE_LINES
    assert found[-1].plain.endswith("…")
    assert all(line.cell_length <= 60 for line in found)


@pytest.mark.parametrize("language", ["en", "id"])
async def test_what_a_stage_still_lacks_is_read_to_its_end_at_80_columns(
    language: Language,
) -> None:
    sample = Sample(language=language)

    async with sample.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "]")
        noticed = lines(sample)
        await pilot.press("down")
        after = lines(sample)

    assert len(noticed) == len(after) == 24
    assert "…" not in " ".join(noticed[-4:])
    assert noticed[-2].strip().endswith(("things.", "lagi."))
    assert set(after[-3]) == {"─"}
