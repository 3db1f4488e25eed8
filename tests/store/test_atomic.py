"""Replacing a file: the content, the mode, the links, and what is left when it fails."""

import os
import stat
import time
from hashlib import sha256
from pathlib import Path

import pytest

from tests.store.recording import RecordingSystem
from tests.store.said import said
from workshop_tui.store.atomic import PRIVATE, remove_stale_temporaries, replace_file
from workshop_tui.store.errors import ChangedOutsideError, DiskError


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_holds_the_content_and_its_digest_is_told(tmp_path: Path) -> None:
    written = replace_file(tmp_path / "a.toml", b"x = 1\n")

    assert (tmp_path / "a.toml").read_bytes() == b"x = 1\n"
    assert written.sha256 == sha256(b"x = 1\n").hexdigest()
    assert written.is_confirmed


def test_no_other_file_is_left_in_the_folder(tmp_path: Path) -> None:
    replace_file(tmp_path / "a.toml", b"1")
    replace_file(tmp_path / "a.toml", b"2")

    assert [path.name for path in tmp_path.iterdir()] == ["a.toml"]


def test_a_new_file_gets_the_mode_of_the_users_umask(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()

    replace_file(tmp_path / "a.toml", b"1")

    assert mode_of(tmp_path / "a.toml") == mode_of(plain)


def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    path.chmod(0o640)

    replace_file(path, b"new")

    assert mode_of(path) == 0o640


def test_a_private_file_is_for_its_owner_even_where_it_was_not(tmp_path: Path) -> None:
    path = tmp_path / "ballots.toml"
    path.write_bytes(b"old")
    path.chmod(0o644)

    replace_file(path, b"new", mode=PRIVATE)

    assert mode_of(path) == 0o600


def test_content_is_on_the_disk_before_its_name_and_the_name_before_it_is_called_saved(
    tmp_path: Path,
) -> None:
    path, system = tmp_path / "a.toml", RecordingSystem()
    path.write_bytes(b"old")

    replace_file(path, b"new", system=system)

    assert system.calls == [
        "open temporary",
        "write temporary",
        "fchmod temporary",
        "fsync temporary",
        "close temporary",
        "replace a.toml",
        "open folder",
        "fsync folder",
        "close folder",
    ]


def test_a_symbolic_link_stays_one_and_its_target_changes(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "a.toml"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "a.toml"
    link.symlink_to(target)

    replace_file(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_file_that_is_not_the_expected_one_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"theirs")

    with pytest.raises(ChangedOutsideError) as caught:
        replace_file(path, b"ours", expected_sha256=sha256(b"old").hexdigest())

    assert path.read_bytes() == b"theirs"
    assert str(path) in said(caught.value)


def test_the_expected_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")

    replace_file(path, b"new", expected_sha256=sha256(b"old").hexdigest())

    assert path.read_bytes() == b"new"


def test_a_file_that_appeared_is_not_overwritten_when_none_was_expected(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"theirs")

    with pytest.raises(ChangedOutsideError):
        replace_file(path, b"ours", expected_sha256="")

    assert path.read_bytes() == b"theirs"


def test_a_missing_folder_is_said_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "a.toml"

    with pytest.raises(DiskError) as caught:
        replace_file(path, b"1")

    assert said(caught.value) == f"{path}: no such file or folder."


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.mkdir()

    with pytest.raises(DiskError) as caught:
        replace_file(path, b"1")

    assert "there is a folder where a file should be" in said(caught.value)
    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]


def test_a_very_long_name_is_said_or_written(tmp_path: Path) -> None:
    replace_file(tmp_path / ("n" * 250), b"1")
    with pytest.raises(DiskError) as caught:
        replace_file(tmp_path / ("n" * 300), b"1")

    assert (tmp_path / ("n" * 250)).read_bytes() == b"1"
    assert "this name is too long" in said(caught.value)


def test_only_old_temporaries_of_our_own_making_are_removed(tmp_path: Path) -> None:
    old, fresh, foreign = (
        tmp_path / name
        for name in (
            ".session.toml.0123456789ab.tmp",
            ".session.toml.ba9876543210.tmp",
            ".mine.tmp",
        )
    )
    for path in (old, fresh, foreign):
        path.touch()
    two_hours_ago = time.time() - 7200
    os.utime(old, (two_hours_ago, two_hours_ago))
    os.utime(foreign, (two_hours_ago, two_hours_ago))

    remove_stale_temporaries(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [foreign.name, fresh.name]
