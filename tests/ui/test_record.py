"""The record inside the program: read by section, switched, copied, written, approved."""

import pytest
from hypothesis import given, settings
from rich.cells import cell_len
from textual.pilot import Pilot

from tests.record.hostile import document_saying, hostile_text
from tests.record.story import EVIDENCE, whole_workshop
from tests.ui.sample import Sample, screen_text
from tests.ui.typing import fill_in
from tests.workshops import read_only_room, room_from
from workshop_tui.domain.minutes import Approval
from workshop_tui.language import Language
from workshop_tui.record.blocks import Column, Document, Table
from workshop_tui.record.document import SECTIONS, document
from workshop_tui.ui.copied import copied
from workshop_tui.ui.record_lines import record_lines

SIZES = [(80, 24), (120, 40)]


def whole(language: Language = "en") -> Sample:
    return Sample(room=room_from((), whole_workshop()), language=language)


async def settled(sample: Sample, pilot: Pilot[None]) -> str:
    """The screen once the record is made."""
    await sample.app.workers.wait_for_complete()
    await pilot.pause()
    return screen_text(sample.app)


async def press(sample: Sample, pilot: Pilot[None], *keys: str) -> str:
    await pilot.press(*keys)
    return await settled(sample, pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_sections_stand_beside_the_text_and_going_down_jumps_to_the_next(
    size: tuple[int, int],
) -> None:
    sample = whole()

    async with sample.app.run_test(size=size) as pilot:
        opened = await press(sample, pilot, "e")
        jumped = await press(sample, pilot, "down", "down", "down")

    assert "Record of the vision workshop" in opened
    assert "✓  What employees said" in opened
    assert "Employees were asked:" in jumped
    assert "Record of the vision workshop" not in jumped


async def test_the_list_follows_the_text_as_it_is_scrolled() -> None:
    sample = whole()

    async with sample.app.run_test() as pilot:
        await press(sample, pilot, "e")
        shown = await press(sample, pilot, *["pagedown"] * 6)
        further = await press(sample, pilot, "end")

    assert "▸ ✓  Meeting" not in shown
    assert "▸ ✓  About this record" in further


@pytest.mark.parametrize("size", SIZES)
async def test_a_section_is_switched_off_and_on_with_the_same_key(size: tuple[int, int]) -> None:
    sample = whole()

    async with sample.app.run_test(size=size) as pilot:
        await press(sample, pilot, "e", "down")
        off = await press(sample, pilot, "space")
        refused = await press(sample, pilot, "c")
        on = await press(sample, pilot, "space")

    assert "▸ ·  Decision" in off
    assert "We make it easy to join" not in off
    assert "This section is switched off" in refused
    assert "▸ ✓  Decision" in on
    assert sample.room.session.minutes.switched_off == ()


async def test_the_record_has_a_language_of_its_own() -> None:
    sample = whole()

    async with sample.app.run_test() as pilot:
        await press(sample, pilot, "e")
        shown = await press(sample, pilot, "l")

    assert "Risalah lokakarya visi" in shown
    assert "The record as it is now" in shown
    assert sample.room.session.minutes.language == "id"


async def test_what_is_left_out_and_where_the_file_goes_is_said_before_and_after_writing() -> None:
    sample = whole()

    async with sample.app.run_test(size=(120, 40)) as pilot:
        before = await press(sample, pilot, "e")
        after = await press(sample, pilot, "w")

    assert "w writes /written/record.md" in before
    assert "1 obstacle was left out as" in before
    assert "! Written to /written/record.md; 5 kinds of things were left out for privacy" in after


async def test_another_form_is_written_where_it_is_chosen() -> None:
    sample = whole()

    async with sample.app.run_test() as pilot:
        await press(sample, pilot, "e", "f")
        await fill_in(pilot, "html")

    assert sample.outside.written == ["html"]


async def test_one_section_is_sent_to_the_terminal_and_the_file_is_written_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "there")
    sample = whole()

    async with sample.app.run_test(size=(120, 40)) as pilot:
        await press(sample, pilot, "e", "down")
        said = await press(sample, pilot, "c")

    assert sample.app.clipboard.startswith("## Decision\n")
    assert "## Context" not in sample.app.clipboard
    assert sample.outside.written == ["markdown"]
    assert "Saved to /written/record.md. Sent to the terminal, which may put it on" in said


async def test_the_whole_record_is_copied_with_its_pictures_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "there")
    sample = whole()

    async with sample.app.run_test(size=(120, 40)) as pilot:
        await press(sample, pilot, "e")
        said = await press(sample, pilot, "y")

    assert sample.app.clipboard.startswith("# Record of")
    assert "![" not in sample.app.clipboard
    assert "where it may be cut" in said


async def test_approval_and_correction_are_noted_with_their_names() -> None:
    sample = whole()

    async with sample.app.run_test() as pilot:
        await press(sample, pilot, "e", "a")
        await fill_in(pilot, "", "2026-11-10")
        await press(sample, pilot, "o")
        await fill_in(pilot, "June came at ten.", "June Park")

    minutes = sample.room.session.minutes
    assert [(each.name, str(each.on)) for each in minutes.approvals] == [
        ("Ines Okafor", "2026-11-10")
    ]
    assert isinstance(minutes.approvals[0], Approval)
    assert [(each.text, each.by) for each in minutes.corrections] == [
        ("June came at ten.", "June Park")
    ]


async def test_a_workshop_that_can_only_be_read_keeps_its_sections() -> None:
    room = read_only_room(whole_workshop())
    sample = Sample(room=room)

    async with sample.app.run_test() as pilot:
        await press(sample, pilot, "e")
        said = await press(sample, pilot, "space")

    assert "here it can only be read" in said
    assert room.session.minutes.switched_off == ()


@pytest.mark.parametrize("width", [40, 47, 80, 200])
@pytest.mark.parametrize("language", ["en", "id"])
def test_every_line_fits_and_every_section_has_its_beginning(
    width: int, language: Language
) -> None:
    record = record_lines(document(whole_workshop(), EVIDENCE, language), width)

    assert tuple(record.starts) == SECTIONS
    assert [record.section_at(start) for start in record.starts.values()] == list(SECTIONS)
    assert max(line.cell_length for line in record.lines) <= width


@given(hostile_text)
@settings(max_examples=200)
def test_words_of_people_are_shown_as_they_are(words: str) -> None:
    record = record_lines(document_saying(words), 60)

    lines = [line.plain for line in record.lines]
    assert not any(ord(letter) < 32 for line in lines for letter in line)
    assert {str(span.style) for line in record.lines for span in line.spans} <= {
        "bold",
        "$text-muted",
    }
    assert all(cell_len(line) <= 60 for line in lines)


def test_a_copy_on_this_machine_is_called_the_clipboard_s() -> None:
    sent = copied(whole().opened.record_path, "x" * 9000, "clipboard")

    assert sent.key == "ui.sent"


def test_a_table_breaks_between_words_and_never_inside_one() -> None:
    titles = ("Name", "Function", "Role", "Attendance")
    people = ("Marguerite Lindqvist", "Application processing", "facilitator", "present")
    columns = tuple(Column((title,)) for title in titles)
    table = Table(columns, (tuple((cell,) for cell in people),))

    lines = record_lines(Document((), "en", (table,)), 48).lines

    words = {word for line in lines for word in line.plain.split()}
    assert words == {word for cell in (*titles, *people) for word in cell.split()}
