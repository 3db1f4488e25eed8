"""Whatever is wrong with the input gets one clear line on standard error, and exit code 1."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command_line import Ran, new_session, ran, survey_file


def assert_one_line(refused: Ran, *parts: str) -> None:
    assert refused.code == 1
    assert refused.out == ""
    assert refused.err.startswith("workshop-tui: ")
    assert refused.err.count("\n") == 1, refused.err
    assert [part for part in parts if part not in refused.err] == []


def test_a_survey_file_that_is_missing(tmp_path: Path) -> None:
    assert_one_line(ran("survey", tmp_path / "nope.csv"), "nope.csv")


def test_a_survey_file_that_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.touch()

    assert_one_line(ran("survey", path), "empty.csv", "empty")


def test_a_survey_file_without_a_usable_column(tmp_path: Path) -> None:
    path = tmp_path / "numbers.csv"
    path.write_text("a,b\n1,2\n3,4\n5,6\n", encoding="utf-8")

    assert_one_line(ran("survey", path), "numbers.csv")


def test_a_column_that_does_not_exist(tmp_path: Path) -> None:
    assert_one_line(ran("survey", survey_file(tmp_path), "--column", "Zebra"), "Zebra")


def test_a_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))

    assert_one_line(ran("survey", path), "picture.csv")


@pytest.mark.parametrize("command", ["record", "history", "open"])
def test_broken_toml_with_line_and_column(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_session(tmp_path)
    (folder / "session.toml").write_text('schema_version = 1\ntitle = "a\n', encoding="utf-8")
    monkeypatch.setattr("workshop_tui.cli.screens.need_terminal", lambda: None)

    assert_one_line(ran(command, folder), "session.toml", "line 2", "column ")


def test_a_session_of_a_newer_version(tmp_path: Path) -> None:
    folder = new_session(tmp_path)
    file = folder / "session.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("schema_version = 1", "schema_version = 99"), encoding="utf-8")

    assert_one_line(ran("record", folder), "session.toml", "99")


def test_an_unknown_session_with_the_names_that_are_near(tmp_path: Path) -> None:
    new_session(tmp_path)

    assert_one_line(ran("--dir", tmp_path, "record", "cleen-rides"), "cleen-rides", "clean-rides")


def test_a_title_without_a_letter(tmp_path: Path) -> None:
    assert_one_line(ran("new", "  ", "--dir", tmp_path, "--no-open"))
    assert list(tmp_path.iterdir()) == []


def test_a_record_into_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    folder = new_session(tmp_path)

    refused = ran("record", folder, "-o", tmp_path / "no/where.md")

    assert_one_line(refused, f"{tmp_path}/no: no such file or folder.")


def test_a_record_onto_a_full_device(tmp_path: Path) -> None:
    if not Path("/dev/full").is_char_device():
        pytest.skip("/dev/full is a thing of Linux")
    folder = new_session(tmp_path)

    refused = ran("record", folder, "-o", "/dev/full")

    assert_one_line(refused, "/dev/full", "full")
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize("command", [("list",), ("new", "T", "--no-open"), ("open", "t")])
def test_a_file_where_the_folder_of_the_sessions_should_be(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.touch()
    monkeypatch.setattr("workshop_tui.cli.screens.need_terminal", lambda: None)

    assert_one_line(ran("--dir", path, *command), str(path), "folder")


@pytest.mark.parametrize("arguments", [[], ["demo"], ["open", "SESSION"], ["show", "SESSION"]])
def test_a_screen_without_a_terminal(arguments: list[str], tmp_path: Path) -> None:
    folder = str(new_session(tmp_path))
    given = [folder if argument == "SESSION" else argument for argument in arguments]

    assert_one_line(ran(*given), "terminal")


def test_a_new_session_that_could_not_be_opened_is_not_made(tmp_path: Path) -> None:
    assert_one_line(ran("new", "T", "--dir", tmp_path), "terminal")
    assert list(tmp_path.iterdir()) == []


def in_a_process(*arguments: str, **options: object) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "workshop_tui", *arguments],
        capture_output=True,
        text=True,
        check=False,
        **options,  # type: ignore[call-overload]  # as subprocess.run takes them
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.skipif(
    os.geteuid() == 0 and shutil.which("setpriv") is None,
    reason="root may write everywhere, and setpriv is needed to take that right away",
)
def test_a_folder_that_is_not_writable(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    command = [sys.executable, "-m", "workshop_tui"]
    if os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-dac_override", *command]

    done = subprocess.run(
        [*command, "new", "T", "--dir", str(closed), "--no-open"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert_one_line(Ran(done.returncode, done.stdout, done.stderr), str(closed))


def test_a_full_disk_under_standard_output(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("/dev/full is a thing of Linux")
    survey = str(survey_file(tmp_path))
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "workshop_tui", "survey", survey, "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert_one_line(Ran(done.returncode, "", done.stderr), "full")


def test_a_disk_without_room_for_the_answers_leaves_no_session(tmp_path: Path) -> None:
    survey = survey_file(tmp_path, tuple(f"An easy process, number {n}" for n in range(3_000)))

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    refused = in_a_process(
        "new", "T", "--survey", str(survey), "--dir", str(tmp_path / "s"), "--no-open",
        preexec_fn=little_room,
    )  # fmt: skip

    assert_one_line(refused, "answers.csv")
    assert list((tmp_path / "s").iterdir()) == []
