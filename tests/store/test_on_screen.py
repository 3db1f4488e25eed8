"""on-screen.toml: what was written last, or nothing; half of it is nothing."""

from datetime import UTC, datetime

import pytest

from workshop_tui.store import on_screen
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.on_screen import OnScreen

LONG = OnScreen(
    stage="gut_check",
    selected="draft17",
    waiting=3,
    timer_ends_at=datetime(2026, 11, 22, 10, 0, tzinfo=UTC),
)


@pytest.mark.parametrize("after", [LONG, OnScreen(stage="setup")], ids=["long", "short"])
def test_what_was_written_last_is_read(folder: SessionFolder, after: OnScreen) -> None:
    on_screen.save(folder.on_screen, LONG)
    on_screen.save(folder.on_screen, after)

    assert on_screen.load(folder.on_screen) == after


@pytest.mark.parametrize("content", [b"", b'stage = "sco', b'stage = "lunch"\n', b"\xff"])
def test_half_of_it_is_nothing(folder: SessionFolder, content: bytes) -> None:
    folder.on_screen.write_bytes(content)

    assert on_screen.load(folder.on_screen) is None


def test_where_no_screen_is_there_is_nothing(folder: SessionFolder) -> None:
    on_screen.save(folder.on_screen, LONG)

    on_screen.remove(folder.on_screen)
    on_screen.remove(folder.on_screen)

    assert on_screen.load(folder.on_screen) is None
