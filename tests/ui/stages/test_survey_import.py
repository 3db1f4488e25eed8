"""Importing a survey in the program: preview, another column, undo, refusals, long files."""

import threading
from pathlib import Path

import pytest

from tests.ui.sample import screen_text
from tests.ui.survey_sample import REBATE, app_on, press, settled, survey_room
from tests.workshops import started_room
from workshop_tui.store import importing
from workshop_tui.store.answers import read_answers
from workshop_tui.store.layout import SessionFolder
from workshop_tui.ui import importing as import_page

FORM = """Timestamp,Email Address,What should customers think of?,Unit
2026/10/05 7:05:24 AM,ana@example.org,"The process is easy, and calm",Phones
2026/10/05 7:15:33 AM,budi@example.org,Someone who knows the rebate,Phones
2026/10/05 7:18:23 AM,citra@example.org,No form asks the same thing twice,Mail
2026/10/05 7:19:51 AM,dewi@example.org,none,Mail
"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "form.csv"
    path.write_text(FORM, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_a_file_is_imported_with_keys_typed_in_one_go(
    tmp_path: Path, form: Path, size: tuple[int, int]
) -> None:
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "enter")

    survey = room.session.survey
    assert survey.source is not None
    assert (survey.source.file, survey.source.column, survey.source.rows) == (
        "form.csv",
        "What should customers think of?",
        4,
    )
    assert (survey.people, survey.non_answers) == (3, 1)
    answers = read_answers(SessionFolder(tmp_path), survey.answers_sha256)
    assert answers.texts[0] == "The process is easy, and calm"
    assert "example.org" not in SessionFolder(tmp_path).answers.read_text()


async def test_the_preview_says_where_from_which_column_and_what_stays_behind(
    tmp_path: Path, form: Path
) -> None:
    app = app_on(started_room(), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter")
        shown = screen_text(app)

    assert "form.csv · " in shown
    assert "Answers from column C: What should customers think of?" in shown
    assert "Left behind: " in shown
    assert "Email Address" in shown
    assert "“Someone who knows the rebate”" in shown


async def test_another_column_and_a_column_of_groups_can_be_chosen(
    tmp_path: Path, form: Path
) -> None:
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "2", "enter", *"uni", "enter")
        assert "Answers from column D: Unit" in screen_text(app)
        await press(pilot, "2", "enter", *"c", "enter", "3", "enter", *"D", "enter")
        assert "Groups from column D: Unit" in screen_text(app)
        await press(pilot, "enter")

    survey = room.session.survey
    assert survey.source is not None
    assert (survey.source.column, survey.source.group_column) == (
        "What should customers think of?",
        "Unit",
    )
    assert read_answers(SessionFolder(tmp_path), survey.answers_sha256).groups[0] == "Phones"


async def test_a_column_that_is_not_there_is_refused_in_the_field(
    tmp_path: Path, form: Path
) -> None:
    app = app_on(started_room(), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "2", "enter", *"zz", "enter")

        assert "No single column is called zz." in screen_text(app)


async def test_leaving_the_preview_imports_nothing(tmp_path: Path, form: Path) -> None:
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "escape")
        assert "Press i" in screen_text(app)

    assert room.session.survey.source is None
    assert not SessionFolder(tmp_path).answers.exists()


async def test_undoing_a_second_import_shows_the_former_words_again(
    tmp_path: Path, form: Path
) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "enter")
        assert "UNDER  customer" not in screen_text(app)
        await press(pilot, "u", "v")

    assert room.session.survey.source is not None
    assert room.session.survey.source.file == "staff.csv"
    assert room.session.survey.people == len(REBATE)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "empty"), (bytes(range(256)) * 4, "!"), (b"a,b\n1,2\n", "!")],
    ids=["empty", "binary", "no text"],
)
async def test_a_file_that_cannot_be_read_is_refused_in_one_line(
    tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "bad.csv").write_bytes(content)
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(tmp_path / "bad.csv"), "enter")
        facts = screen_text(app).splitlines()[-2]

    assert said in facts
    assert facts.strip().startswith("!")
    assert room.session.survey.source is None


async def test_a_name_of_no_file_stays_in_the_field_with_the_reason(tmp_path: Path) -> None:
    app = app_on(started_room(), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *"nowhere.csv", "enter")
        assert "There is no file nowhere.csv." in screen_text(app)
        await press(pilot, "ctrl+u", *"/", "enter")
        assert "/ is a folder; which file in it?" in screen_text(app)


async def test_a_long_file_is_read_beside_the_screen_and_esc_stops_it(
    tmp_path: Path, form: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, go_on = threading.Event(), threading.Event()
    usual = importing.inspect

    def slow(source, column, group, *, progress, cancelled):  # type: ignore[no-untyped-def]
        progress(0.4)
        started.set()
        go_on.wait(20)
        if cancelled():
            raise importing.ImportCancelledError
        return usual(source, column, group)

    monkeypatch.setattr(importing, "inspect", slow)
    monkeypatch.setattr(import_page, "PATIENCE", 0.01)
    monkeypatch.setattr(import_page, "DRAWN_EVERY", 0.01)
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await pilot.press("i", *str(form), "enter")
        assert started.is_set()
        while "40%" not in screen_text(app):
            await pilot.pause()
        await pilot.press("i")
        assert "A file is being read" in screen_text(app)
        await pilot.press("escape")
        go_on.set()
        await settled(pilot)
        assert "Nothing was imported." in screen_text(app)

    assert room.session.survey.source is None
