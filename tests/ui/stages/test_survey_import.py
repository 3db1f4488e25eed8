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
from workshop_tui.ui.importing import import_page

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
    assert "4 rows; 1 says nothing" in shown
    assert "Answers from column C: What should customers think of?" in shown
    assert "Left behind: " in shown
    assert "Email Address" in shown
    assert "“Someone who knows the rebate”" in shown


async def test_the_first_answers_are_shown_without_personal_details(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("Ask ana@example.org\nCall 0812-3456-7890 in 2 hours\n", encoding="utf-8")
    app = app_on(started_room(), tmp_path, "id")

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(path), "enter")
        shown = screen_text(app)

    assert "“Ask [email]”" in shown
    assert "“Call [nomor] in 2 hours”" in shown


async def test_the_whole_preview_is_read_beneath_the_form_on_a_low_screen(
    tmp_path: Path, form: Path
) -> None:
    app = app_on(started_room(), tmp_path)

    async with app.run_test(size=(60, 18)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter")
        before = screen_text(app)
        await press(pilot, "pagedown", "pagedown", "pagedown")
        after = screen_text(app)

    assert "PgDn read on" in before
    assert "form.csv" in before
    assert "Its texts are the longest" not in before
    assert "Its texts are the longest" in after
    assert "import these 4 rows" in after


async def test_names_that_the_file_tells_are_masked_and_nowhere_kept_but_as_answers_say_them(
    tmp_path: Path,
) -> None:
    path = tmp_path / "named.csv"
    path.write_text(
        "Nama lengkap,Answer\nRina Wijaya,Pak Budi explained the form well\n"
        "Budi Santoso,The form was easy and quick\n",
        encoding="utf-8",
    )
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(path), "enter")
        previewed = screen_text(app)
        await press(pilot, "enter")
        await settled(pilot)

    assert "“Pak [name] explained the form well”" in previewed
    assert room.session.survey.names == ("Budi",)


async def test_another_column_and_a_column_of_groups_can_be_chosen(
    tmp_path: Path, form: Path
) -> None:
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "2", "enter", *"uni", "enter")
        assert "Answers from column D: Unit" in screen_text(app)
        await press(pilot, "2", "enter", *"c", "enter", "4", "enter", *"D", "enter")
        assert "Groups from column D: Unit" in screen_text(app)
        await press(pilot, "enter")

    survey = room.session.survey
    assert survey.source is not None
    assert (survey.source.column, survey.source.group_column) == (
        "What should customers think of?",
        "Unit",
    )
    assert read_answers(SessionFolder(tmp_path), survey.answers_sha256).groups[0] == "Phones"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_number_of_heading_rows_is_changed_with_a_key(
    tmp_path: Path, form: Path, size: tuple[int, int]
) -> None:
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "i", *str(form), "enter")
        assert "1 heading row" in screen_text(app)
        await press(pilot, "3", "enter", "2", "enter")
        assert "2 heading rows" in screen_text(app)
        assert "“Someone who knows the rebate”" in screen_text(app)
        assert "“The process is easy, and calm”" not in screen_text(app)
        await press(pilot, "2", "enter", *"C", "enter", "enter")

    source = room.session.survey.source
    assert source is not None
    assert (source.header_rows, source.rows) == (2, 3)


async def test_a_file_without_headings_can_be_told_so(tmp_path: Path) -> None:
    path = tmp_path / "lines.csv"
    path.write_text("We call back\nWe explain\nWe stay on the line\n", encoding="utf-8")
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(path), "enter", "3", "enter", "4", "enter", "enter")

    assert room.session.survey.source is not None
    assert (room.session.survey.source.header_rows, room.session.survey.people) == (0, 3)


async def test_a_column_of_groups_can_be_left_behind_again(tmp_path: Path, form: Path) -> None:
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter")
        assert "No groups are kept; D: Unit could be one." in screen_text(app)
        await press(pilot, "4", "enter", *"D", "enter")
        assert "Groups from column D: Unit" in screen_text(app)
        await press(pilot, "4", "enter")
        assert "Groups from column" not in screen_text(app)
        await press(pilot, "enter")

    assert room.session.survey.source is not None
    assert room.session.survey.source.group_column == ""
    assert "Phones" not in SessionFolder(tmp_path).answers.read_text()


async def test_a_second_file_is_added_as_one_survey_and_taken_back(
    tmp_path: Path, form: Path
) -> None:
    room = survey_room(tmp_path)
    before = room.session
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "enter", "2", "enter")
        assert "form.csv added; 18 people have answered now." in screen_text(app)
        survey = room.session.survey
        assert [source.file for source in survey.sources] == ["staff.csv", "form.csv"]
        assert (survey.people, survey.non_answers) == (18, 2)
        assert len(read_answers(SessionFolder(tmp_path), survey.answers_sha256).texts) == 20
        await press(pilot, "v", "i", *str(form), "enter", "enter", "2", "enter")
        assert "nobody counts twice" in screen_text(app)
        await press(pilot, "escape", "u")

    assert room.session == before


async def test_a_second_file_is_compared_and_the_answers_stay(tmp_path: Path, form: Path) -> None:
    room = survey_room(tmp_path)
    digest = room.session.survey.answers_sha256
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "enter", "3", "enter")
        assert "Compared with 3 people in form.csv" in screen_text(app)

    survey = room.session.survey
    assert survey.answers_sha256 == digest
    assert survey.compared is not None
    assert (survey.compared.taken, survey.compared.people) == ("earlier", 3)


async def test_a_column_that_is_not_there_is_refused_in_the_field(
    tmp_path: Path, form: Path
) -> None:
    app = app_on(started_room(), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "2", "enter", *"zz", "enter")

        assert "No single column is called zz." in screen_text(app)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_a_refused_change_leaves_the_preview_open_and_says_why(
    tmp_path: Path, form: Path, size: tuple[int, int]
) -> None:
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "4", "enter", *"D", "enter")
        chosen = screen_text(app)
        form.write_text("", encoding="utf-8")
        await press(pilot, "3", "enter", "2", "enter")
        refused = screen_text(app)
        form.write_text(FORM, encoding="utf-8")
        await press(pilot, "enter")

    assert refused.splitlines()[-2].startswith("  ! form.csv is empty")
    assert refused.splitlines()[2:10] == chosen.splitlines()[2:10]
    source = room.session.survey.source
    assert source is not None
    assert (source.group_column, room.session.survey.people) == ("Unit", 3)


async def test_answers_that_are_refused_leave_the_preview_open(tmp_path: Path, form: Path) -> None:
    room = survey_room(tmp_path)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "enter", "2", "enter")
        await press(pilot, "v", "i", *str(form), "enter", "enter", "2", "enter")
        refused = screen_text(app)
        await press(pilot, "enter", "3", "enter")

    assert "nobody counts twice" in refused
    assert "Answers from column C" in refused
    assert room.session.survey.compared is not None


async def test_leaving_a_change_leads_back_to_the_preview(tmp_path: Path, form: Path) -> None:
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(form), "enter", "2", "enter", *"D", "escape")
        shown = screen_text(app)
        await press(pilot, "enter")

    assert "Answers from column C" in shown
    assert room.session.survey.people == 3


async def test_a_refused_file_is_still_in_its_field(tmp_path: Path, form: Path) -> None:
    (tmp_path / "form.cs").write_bytes(b"")
    room = started_room()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "i", *str(form)[:-1], "enter")
        assert "form.cs is empty" in screen_text(app)
        await press(pilot, "v", "enter", "enter")

    assert room.session.survey.people == 3


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
        await press(pilot, "2", "i", *str(form), "enter", "enter", "enter")
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
        shown = " ".join(screen_text(app).split())

    assert f"! {tmp_path}" in shown or "! bad.csv" in shown
    assert said in shown
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

    def slow(source, column, group, *, header_rows, progress, cancelled):  # type: ignore[no-untyped-def]
        progress(0.4)
        started.set()
        go_on.wait(20)
        if cancelled():
            raise importing.ImportCancelledError
        return usual(source, column, group, header_rows=header_rows)

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
