"""The commands that make, list, check, export and bring back sessions."""

import json
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.cli.command_line import new_session, ran, survey_file
from tests.workshops import do_all
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.setup import SetScope
from workshop_tui.domain.sustain import AddGoal, AddObstacle, SetReview
from workshop_tui.room_on_disk import open_room
from workshop_tui.store.layout import SessionFolder


def test_a_new_session_holds_the_question_and_an_agenda_of_two_hours(tmp_path: Path) -> None:
    made = ran("new", "Meja bantuan", "--dir", tmp_path, "--no-open", "--lang", "id")

    assert made.code == 0
    assert str(tmp_path / "meja-bantuan") in made.out
    session = tomllib.loads((tmp_path / "meja-bantuan/session.toml").read_text(encoding="utf-8"))
    assert session["language"] == "id"
    assert "pelanggan" in session["survey"]["question"]
    assert sum(item["minutes"] for item in session["setup"]["agenda"]) == 120


def test_new_says_what_it_chose_in_the_survey_file(tmp_path: Path) -> None:
    survey = tmp_path / "export.csv"
    survey.write_text(
        "E-mail,What do you wish for?\na@b.example,Fast and easy help\n"
        "c@d.example,An easy rebate process\ne@f.example,\n",
        encoding="utf-8",
    )

    made = ran("new", "T", "--survey", survey, "--dir", tmp_path / "s", "--no-open").out

    assert "export.csv (csv)" in made
    assert "What do you wish for?" in made
    assert "3 rows." in made
    assert "1 of them is empty." in made
    assert "Left behind" in made
    answers = (tmp_path / "s/t/answers.csv").read_text(encoding="utf-8")
    assert "Fast and easy help" in answers
    assert "example" not in answers


def test_new_reads_answers_from_standard_input(tmp_path: Path) -> None:
    made = ran("new", "T", "--survey", "-", "--dir", tmp_path, "--no-open", typed="Easy\nFast\n")

    assert made.code == 0, made.err
    assert "Easy" in (tmp_path / "t/answers.csv").read_text(encoding="utf-8")


def test_a_failed_import_leaves_nothing_behind(tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()

    refused = ran("new", "T", "--survey", empty, "--dir", tmp_path / "s", "--no-open")

    assert refused.code == 1
    assert not (tmp_path / "s").exists()


def test_two_sessions_of_one_title_have_folders_of_their_own(tmp_path: Path) -> None:
    first, second = (new_session(tmp_path) for _ in range(2))

    assert (first.name, second.name) == ("clean-rides", "clean-rides-2")


def test_the_list_has_the_keys_that_scripts_rely_on(tmp_path: Path) -> None:
    folder = new_session(tmp_path)
    with open_room(SessionFolder(folder)) as opened:
        opened.room.do(SetReview(review=date(2999, 1, 5)))

    [listed] = ran("--dir", tmp_path, "list", "--json").json

    assert listed["slug"] == "clean-rides"
    assert listed["title"] == "Clean rides"
    assert listed["stage"] == "setup"
    assert listed["changed"].endswith("+00:00")
    assert listed["due"] == []
    assert listed["rechecks"] == 0
    assert listed["later"] == [{"day": "2999-01-05", "kind": "review", "text": ""}]
    assert listed["problem"] is None


def test_the_list_says_where_sessions_would_be_when_there_are_none(tmp_path: Path) -> None:
    shown = ran("--dir", tmp_path / "none", "list")

    assert shown.code == 0
    assert str(tmp_path / "none") in shown.out
    assert ran("--dir", tmp_path / "none", "list", "--json").json == []


def test_a_damaged_session_hides_no_other_in_the_list(tmp_path: Path) -> None:
    new_session(tmp_path, "Good")
    broken = new_session(tmp_path, "Broken")
    (broken / "session.toml").write_text("title = ", encoding="utf-8")

    shown = ran("--dir", tmp_path, "list").out

    assert "good" in shown
    assert "! " in next(line for line in shown.splitlines() if "broken" in line)


def test_the_text_of_an_obstacle_stays_out_of_lists(tmp_path: Path) -> None:
    folder = new_session(tmp_path)
    with open_room(SessionFolder(folder)) as opened:
        do_all(
            opened.room,
            [
                AddObstacle(kind="poor_leadership", text="Boss of unit 3", due=date(2026, 1, 2)),
                AddGoal(horizon="short", text="Shorter forms", due=date(2026, 1, 3)),
            ],
        )

    shown = ran("--dir", tmp_path, "list").out + ran("--dir", tmp_path, "list", "--json").out

    assert "step against an obstacle" in shown
    assert "unit 3" not in shown
    assert "Shorter forms" in shown


def test_a_session_is_found_by_name_folder_and_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_session(tmp_path / "sessions")
    monkeypatch.chdir(tmp_path)

    codes = [
        ran("validate", named).code for named in ("clean-rides", folder, folder / "session.toml")
    ]

    assert codes == [0, 0, 0]


def test_the_sessions_folder_may_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_session(tmp_path)
    monkeypatch.setenv("WORKSHOP_TUI_SESSIONS", str(tmp_path))

    assert ran("validate", "clean-rides").code == 0


def test_the_history_tells_what_was_done_and_what_was_undone(tmp_path: Path) -> None:
    folder = new_session(tmp_path)
    with open_room(SessionFolder(folder)) as opened:
        opened.room.do(SetScope(kind="team", scope="Rebates"))
        opened.room.do(AddDraft(text="Easy"))
        opened.room.undo("drafting")

    entries = ran("history", folder, "--json").json
    shown = ran("--lang", "id", "history", folder).out

    assert [entry["seq"] for entry in entries] == [1, 2, 3, 4]
    assert [entry["action"] for entry in entries] == [
        "StartWorkshop",
        "SetScope",
        "AddDraft",
        "Undo",
    ]
    assert [entry["undone"] for entry in entries] == [False, False, True, False]
    assert entries[3]["words"] == "undo 3"
    assert {"seq", "at", "by", "action", "undone"} <= entries[0].keys()
    assert "dibatalkan" in shown
    assert "fasilitator" in shown


def test_validate_lists_everything_that_is_wrong_with_its_place(tmp_path: Path) -> None:
    folder = new_session(tmp_path)
    file = folder / "session.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("minutes = 10", 'minutes = "ten"'), encoding="utf-8")

    refused = ran("validate", folder)

    assert refused.code == 1
    assert refused.out == ""
    lines = refused.err.splitlines()
    assert len(lines) == 2
    assert all("line " in line for line in lines)


def test_the_record_is_written_beside_the_session_and_its_path_is_told(tmp_path: Path) -> None:
    folder = new_session(tmp_path, "Clean rides", "--survey", survey_file(tmp_path))

    written = ran("record", folder)

    assert written.out == f"Written: {folder / 'record.md'}\n"
    assert (folder / "record.md").read_text(encoding="utf-8").startswith("# ")
    assert "easy" in (folder / "record.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("form", "ending", "begins"),
    [
        ("markdown", ".md", "# "),
        ("html", ".html", "<!"),
        ("json", ".json", "{"),
        ("csv", ".csv", "Kind"),
    ],
)
def test_every_form_of_the_record_goes_to_a_file_or_to_standard_output(
    form: str, ending: str, begins: str, tmp_path: Path
) -> None:
    folder = new_session(tmp_path)
    target = tmp_path / f"minutes{ending}"

    told = ran("record", folder, "--format", form, "-o", target)
    printed = ran("record", folder, "--format", form, "-o", "-")

    assert told.code == 0
    assert printed.out.startswith(begins)
    assert printed.out.encode() == target.read_bytes().replace(b"\r\n", b"\n")


def test_the_record_in_json_is_one_value_and_nothing_else(tmp_path: Path) -> None:
    printed = ran("record", new_session(tmp_path), "--format", "json", "-o", "-")

    assert json.loads(printed.out)["session"]["title"] == "Clean rides"


def test_a_record_is_written_even_where_the_answers_are_lost(tmp_path: Path) -> None:
    folder = new_session(tmp_path, "T", "--survey", survey_file(tmp_path))
    (folder / "answers.csv").write_text("id,answer,group\n1,other,\n", encoding="utf-8")

    written = ran("record", folder)

    assert written.code == 0
    assert "without the words of the survey" in written.err
    assert (folder / "record.md").exists()


def test_a_backup_is_listed_and_brought_back_and_what_it_replaced_is_kept(tmp_path: Path) -> None:
    folder = new_session(tmp_path)
    with open_room(SessionFolder(folder)) as opened:
        opened.room.do(SetScope(kind="team", scope="Rebates"))

    listed = ran("restore", folder)
    [name] = [line.split()[0] for line in listed.out.splitlines() if line.strip()[:2] == "20"]
    restored = ran("restore", folder, name)

    assert "1 backup of clean-rides" in listed.out
    assert restored.code == 0, restored.err
    assert "Rebates" not in (folder / "session.toml").read_text(encoding="utf-8")
    assert "2 backups of clean-rides" in ran("restore", folder).out


@pytest.mark.parametrize("named", ["by its slug", "by its folder"])
def test_a_session_whose_folder_was_deleted_is_brought_back(named: str, tmp_path: Path) -> None:
    folder = new_session(tmp_path)
    with open_room(SessionFolder(folder)):
        pass
    shutil.rmtree(folder)
    session = folder.name if named == "by its slug" else folder

    listed = ran("--dir", tmp_path, "restore", session)
    [name] = [line.split()[0] for line in listed.out.splitlines() if line.strip()[:2] == "20"]
    restored = ran("--dir", tmp_path, "restore", session, name)

    assert restored.code == 0, restored.err
    assert ran("validate", folder).code == 0


def test_a_backup_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    folder = new_session(tmp_path)

    none = ran("restore", folder)
    with open_room(SessionFolder(folder)):
        pass
    unknown = ran("restore", folder, "yesterday")

    assert (none.code, unknown.code) == (1, 1)
    assert "There is no backup of clean-rides yet" in none.err
    assert "no backup “yesterday”" in unknown.err


def test_a_session_that_is_open_is_not_replaced_by_a_backup(tmp_path: Path) -> None:
    folder = new_session(tmp_path)

    with open_room(SessionFolder(folder)):
        listed = ran("restore", folder).out
        name = next(line.split()[0] for line in listed.splitlines() if line.strip()[:2] == "20")
        refused = ran("restore", folder, name)

    assert refused.code == 1
