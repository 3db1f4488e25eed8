"""The commands that show a screen, in a real terminal: they begin, follow, end and leave a word."""

import os
import signal
from datetime import date
from pathlib import Path

from tests.cli.command_line import new_session
from tests.pty_screen import PtyScreen
from tests.workshops import do_all
from workshop_tui.cli.run import Run
from workshop_tui.cli.shelf import DiskShelf
from workshop_tui.domain.session import RenameWorkshop
from workshop_tui.domain.sustain import AddObstacle, SetReview
from workshop_tui.record import markdown
from workshop_tui.room_on_disk import open_room
from workshop_tui.store.layout import SessionFolder


def in_terminal(*arguments: str | Path) -> PtyScreen:
    """The program with these arguments in a terminal of 100 columns and 30 rows."""
    return PtyScreen("workshop_tui", *map(str, arguments), columns=100, rows=30)


def test_a_session_is_opened_and_left_without_a_word(tmp_path: Path) -> None:
    folder = new_session(tmp_path)

    with in_terminal("open", folder) as screen:
        screen.wait_for("Clean rides")
        screen.send(b"q")

        assert screen.exit_code() == 0
    assert "broke down" not in screen.text()


def test_whoever_is_signalled_to_leave_says_where_the_session_is(tmp_path: Path) -> None:
    folder = new_session(tmp_path)

    with in_terminal("open", folder) as screen:
        screen.wait_for("Clean rides")
        os.kill(screen.pid, signal.SIGTERM)

        assert screen.exit_code() == 128 + signal.SIGTERM
    assert f"The session is in {folder}" in screen.raw.decode()


def test_the_projector_shows_what_another_program_writes(tmp_path: Path) -> None:
    folder = new_session(tmp_path)

    with in_terminal("show", folder) as screen, open_room(SessionFolder(folder)) as opened:
        screen.see_slide("Clean rides")
        opened.room.do(RenameWorkshop(title="Cleaner rides"))

        screen.see_slide("Cleaner rides")


def test_the_projector_follows_the_facilitator_who_goes_and_comes_back(tmp_path: Path) -> None:
    folder = new_session(tmp_path)

    with in_terminal("show", folder) as projector:
        with in_terminal("open", folder) as facilitator:
            facilitator.wait_for("Clean rides")
            facilitator.type("3nMake it easy\r")
            projector.see_slide("Make it easy")
            facilitator.type("\x1b")
            facilitator.kill()
        with in_terminal("open", folder) as facilitator:
            facilitator.wait_for("Clean rides")
            facilitator.type("3nGet people riding\r")
            projector.see_slide("draft 2 of 2")

        projector.type("q")

        assert projector.exit_code() == 0


def test_the_projector_changes_nothing_and_shows_nothing_private(tmp_path: Path) -> None:
    folder = new_session(tmp_path)
    before = (folder / "journal.toml").read_bytes()

    with in_terminal("show", folder) as projector:
        projector.see_slide("Clean rides")
        projector.type("ng?etuU5")
        projector.type("3nx\r")
        projector.settle()

        assert "Say now" not in projector.text()
    assert (folder / "journal.toml").read_bytes() == before


def test_the_sample_is_opened_as_a_private_copy(tmp_path: Path) -> None:
    with in_terminal("--dir", tmp_path, "demo", "--lang", "id") as screen:
        screen.wait_for("? bantuan")
        screen.send(b"q")
        assert screen.exit_code() == 0

    assert (tmp_path / "demo-id" / "session.toml").is_file()


def test_the_home_screen_opens_where_no_command_is_given(tmp_path: Path) -> None:
    new_session(tmp_path)

    with in_terminal("--dir", tmp_path) as screen:
        screen.wait_for("Clean rides")
        screen.send(b"q")

        assert screen.exit_code() == 0


def test_the_shelf_tells_of_each_workshop_what_the_home_screen_shows(tmp_path: Path) -> None:
    folder = SessionFolder(new_session(tmp_path))
    with open_room(folder) as opened:
        obstacle = AddObstacle(kind="poor_leadership", text="The boss", due=date(2026, 1, 1))
        do_all(opened.room, [obstacle, SetReview(review=date(2026, 2, 2))])
    shelf = DiskShelf(Run("en", tmp_path))

    [info] = shelf.sessions()

    assert (info.key, info.title, info.stage) == (str(folder.path), "Clean rides", "setup")
    assert info.fault is None
    assert info.due is not None
    assert "The boss" not in str(info.due)


def test_a_workshop_of_the_shelf_writes_its_record_and_its_copies_beside_the_session(
    tmp_path: Path,
) -> None:
    shelf = DiskShelf(Run("en", tmp_path))
    opened = shelf.create("Clean rides", None)

    record = markdown.render(opened.record())
    written = opened.write_record("markdown")
    copied = opened.keep_copy("A line\x1b worth keeping")
    opened.close()

    assert written.read_text(encoding="utf-8") == record
    assert copied.read_text(encoding="utf-8") == "A line worth keeping\n"
    assert written.parent == copied.parent == opened.folder == tmp_path / "clean-rides"
