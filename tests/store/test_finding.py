"""The session that a person means."""

from pathlib import Path

import pytest

from tests.store.said import said
from workshop_tui.store.errors import NotFoundError
from workshop_tui.store.finding import find_session, session_folders
from workshop_tui.store.layout import SessionFolder


def test_it_is_found_by_name_by_folder_and_by_file(workshop: SessionFolder) -> None:
    sessions = workshop.path.parent
    ways = ["clean-cars", str(workshop.path), f"{workshop.path}/", str(workshop.session)]

    found = [find_session(way, sessions).path for way in ways]

    assert found == [workshop.path] * 4


def test_a_damaged_session_is_found_too(folder: SessionFolder) -> None:
    folder.session.write_bytes(b"")

    assert find_session("clean-cars", folder.path.parent) == folder


@pytest.mark.parametrize("wanted", ["clean-car", "CLEAN-CARS", "claen-cars", "cars"])
def test_a_refusal_names_what_is_near(workshop: SessionFolder, wanted: str) -> None:
    sessions = workshop.path.parent

    with pytest.raises(NotFoundError) as caught:
        find_session(wanted, sessions)

    assert said(caught.value) == (
        f"There is no session {wanted} in {sessions}. Did you mean: clean-cars?"
    )


@pytest.mark.parametrize(
    "wanted", ["", ".", "..", "../clean-cars/nothing", "\x00", "xyz", "x" * 999]
)
def test_what_is_no_session_is_refused(workshop: SessionFolder, wanted: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        find_session(wanted, workshop.path.parent)

    assert said(caught.value).startswith("There is no session")


def test_the_sessions_of_a_folder_are_those_with_their_files(workshop: SessionFolder) -> None:
    sessions = workshop.path.parent
    (sessions / "empty").mkdir()
    (sessions / "notes.txt").touch()

    assert session_folders(sessions) == (workshop,)


def test_a_missing_folder_has_no_sessions(tmp_path: Path) -> None:
    assert session_folders(tmp_path / "nowhere") == ()
