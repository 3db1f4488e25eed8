"""Names of folders, and where sessions are."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.said import said
from workshop_tui.store.errors import DiskError
from workshop_tui.store.layout import (
    LONGEST_SLUG,
    SessionFolder,
    make_folder,
    sessions_folder,
    slug_of,
)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Clean cars", "clean-cars"),
        ("  Visi & Layanan: 2026!  ", "visi-layanan-2026"),
        ("Ünïcode Café", "unicode-cafe"),
        ("日本語", "workshop"),
        ("", "workshop"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-workshop"),
        ("com1", "com1-workshop"),
        ("x" * 100, "x" * 60),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_a_title_gives_a_name(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text())
def test_any_title_gives_a_safe_name(title: str) -> None:
    slug = slug_of(title)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug.encode()) <= LONGEST_SLUG
    assert slug not in {"con", "nul", "prn", "aux", "com1", "lpt9"}


def test_the_same_title_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    made = [make_folder(tmp_path / "new", "Clean cars").slug for _ in range(3)]

    assert made == ["clean-cars", "clean-cars-2", "clean-cars-3"]


def test_a_numbered_name_is_no_longer_than_the_others(tmp_path: Path) -> None:
    made = [make_folder(tmp_path, "x" * 80) for _ in range(12)]

    assert max(len(folder.slug) for folder in made) == LONGEST_SLUG
    assert made[-1].slug == "x" * 57 + "-12"


def test_a_file_in_the_way_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "clean-cars").touch()

    assert make_folder(tmp_path, "Clean cars").slug == "clean-cars-2"


def test_sessions_that_can_have_no_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "sessions").touch()

    with pytest.raises(DiskError) as caught:
        make_folder(tmp_path / "sessions", "Clean cars")

    assert str(tmp_path / "sessions") in said(caught.value)


def test_the_folder_of_the_option_comes_before_all(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    variable = {"WORKSHOP_TUI_SESSIONS": "/variable"}

    assert sessions_folder(Path("/option"), variable, tmp_path) == Path("/option")
    assert sessions_folder(None, variable, tmp_path) == Path("/variable")
    assert sessions_folder(None, {}, tmp_path) == tmp_path / "sessions"


def test_without_any_of_them_it_is_in_the_users_own_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    assert sessions_folder(None, {}, tmp_path).name == "sessions"
    assert "workshop-tui" in str(sessions_folder(None, {}, tmp_path))


def test_the_files_of_a_session_have_their_names() -> None:
    folder = SessionFolder(Path("/s/clean-cars"))

    names = {
        folder.session.name,
        folder.journal.name,
        folder.answers.name,
        folder.ballots.name,
        folder.record.name,
    }
    assert names == {"session.toml", "journal.toml", "answers.csv", "ballots.toml", "record.md"}
    assert folder.slug == "clean-cars"
