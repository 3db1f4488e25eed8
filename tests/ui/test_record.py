"""The record inside the program: read by section, switched, copied, written, approved."""

import os
from pathlib import Path

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
from workshop_tui.language import Language, say
from workshop_tui.record.blocks import Column, Document, Table
from workshop_tui.record.document import SECTIONS, document
from workshop_tui.record.privacy import left_out, left_out_messages
from workshop_tui.ui.clipboard import copied_by_tool
from workshop_tui.ui.copied import copied, near
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

    assert "w writes it to /written/record.md" in before
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


def privacy_told(screen: str) -> str:
    """What stands beneath the sections, on one line."""
    left = [line[:33].strip() for line in screen.splitlines()[16:21]]
    return " ".join(each for each in left if each)


async def test_all_that_is_left_out_can_be_read_on_a_small_screen() -> None:
    sample = whole()

    async with sample.app.run_test(size=(80, 24)) as pilot:
        cut = privacy_told(await press(sample, pilot, "e"))
        told = privacy_told(await press(sample, pilot, "tab", "tab", "end"))

    last = left_out_messages(left_out(sample.room.session))[-1]
    assert cut.endswith("↓")
    assert told.endswith(say(last, "en")[-20:])


async def test_a_long_path_takes_a_second_line_and_is_never_left_out() -> None:
    folder = "/srv/workshops/" + "the-service-vision-of-the-whole-region/" * 2
    room = room_from((), whole_workshop())
    sample = Sample(room=room, record_path=Path(folder) / "record.md")

    async with sample.app.run_test(size=(80, 24)) as pilot:
        shown = await press(sample, pilot, "e")

    assert "".join((folder + "record.md").split()) in "".join(shown.split())


async def test_that_a_template_of_the_user_s_is_at_work_is_said_and_a_copy_goes_by_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "there")
    sample = whole()
    sample.outside.template = "# Board"

    async with sample.app.run_test(size=(120, 40)) as pilot:
        shown = await press(sample, pilot, "e")
        await press(sample, pilot, "y")

    assert "w puts it together by your template and writes it to /written/record.md" in shown
    assert sample.app.clipboard == "# Board"


def test_a_path_is_named_from_where_one_is_or_from_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    assert near(tmp_path / "here" / "s" / "record.md") == "s/record.md"
    assert near(tmp_path / "s" / "record.md") == "~/s/record.md"
    assert near(Path("/srv/\x1b[31mred\nrecord.md")) == "/srv/[31mred record.md"


@pytest.mark.parametrize("language", ["en", "id"])
async def test_every_key_of_the_bottom_line_has_room_on_a_small_screen(language: Language) -> None:
    sample = whole(language)

    async with sample.app.run_test(size=(80, 24)) as pilot:
        keys = (await press(sample, pilot, "e")).splitlines()[-1]

    assert [key for key in ("space", "w", "f", "c", "y", "Esc", "?") if f" {key} " in keys] == [
        "space", "w", "f", "c", "y", "Esc", "?",
    ]  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="the tools that hang are those of X")
def test_a_clipboard_tool_that_hangs_is_left_behind_by_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    life = tmp_path / "life"
    os.mkfifo(life)
    for tool in ("xclip", "xsel", "wl-copy"):
        (tmp_path / tool).write_text(f"#!/bin/sh\nexec 3>{life}\nsleep 30\necho outlived >&3\n")
        (tmp_path / tool).chmod(0o755)
    monkeypatch.setenv("DISPLAY", ":77")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    reading = os.open(life, os.O_RDONLY | os.O_NONBLOCK)

    taken = copied_by_tool("text")

    os.set_blocking(reading, True)
    with os.fdopen(reading, "rb") as ended:
        assert (taken, ended.read()) == (False, b"")
