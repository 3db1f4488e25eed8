"""The program is killed while drafts are typed: what the screen called saved is there again."""

import random
import re
from pathlib import Path

from tests.cli.command_line import new_session, ran
from tests.e2e.program import EMPTY_FIELD, lines, program
from tests.pty_screen import PtyScreen
from workshop_tui.room_on_disk import view_room
from workshop_tui.store.layout import SessionFolder

KILLS = 20
DRAFTS_A_SITTING = 12
SEED = 20_261_122
NUMBER_OF_DRAFTS = re.compile(r"(\d+) drafts?;")


def test_what_was_called_saved_survives_twenty_kills(tmp_path: Path) -> None:
    folder = new_session(tmp_path)
    moments = random.Random(SEED)
    acknowledged: list[str] = []

    for sitting in range(KILLS):
        drafts = [f"Draft {sitting}.{number} is easy" for number in range(DRAFTS_A_SITTING)]
        with program("open", folder, columns=80, rows=24) as screen:
            screen.see("Clean rides")
            screen.type("3n" + EMPTY_FIELD)
            known = drafts_in(folder)
            saved = type_until_killed(screen, drafts, len(known), moments)
        found = drafts_in(folder)

        assert found[: len(known)] == known
        assert found[len(known) :] == drafts[: len(found) - len(known)]
        assert len(found) - len(known) >= saved
        assert ran("validate", folder).code == 0
        acknowledged += drafts[:saved]

    assert set(acknowledged) <= set(drafts_in(folder))
    assert len(acknowledged) > KILLS


def test_what_stood_in_a_field_when_it_was_killed_stands_there_again(tmp_path: Path) -> None:
    folder = SessionFolder(new_session(tmp_path))
    with program("open", folder.path) as screen:
        screen.see("Clean rides")
        screen.type("3nMake it ea")
        screen.wait_until(
            lambda _: folder.half_typed.exists() and "Make it ea" in folder.half_typed.read_text(),
            "the text on the disk",
        )
        screen.kill()

    with program("open", folder.path) as screen:
        screen.see("Typed earlier and not entered")
        screen.type("3nsy" + lines("", ""))
        screen.wait_until(lambda _: not folder.half_typed.exists(), "no text on the disk")

    assert drafts_in(folder.path) == ["Make it easy"]


def type_until_killed(
    screen: PtyScreen, drafts: list[str], known: int, moments: random.Random
) -> int:
    """Type drafts and kill the program in between; how many the screen called saved by then."""
    at_once = moments.randint(1, len(drafts))
    screen.type(lines(*drafts[:at_once]))
    wanted = moments.randint(0, at_once)
    saved = before = 0

    def enough(shown: str) -> bool:
        nonlocal saved, before
        # Twice, since what is read in between may be half a frame.
        now = drafts_called_saved(shown) - known
        saved, before = max(saved, min(before, now)), now
        return saved >= wanted

    screen.wait_until(enough, f"{known + wanted} drafts, saved")
    screen.type(lines(*drafts[at_once:]))
    screen.kill()
    return saved


def drafts_called_saved(shown: str) -> int:
    """The number of drafts on the facts line where the title line says that all is saved."""
    title = shown.split("\n", 1)[0]
    number = NUMBER_OF_DRAFTS.search(shown)
    return int(number.group(1)) if number and "Saving" not in title else 0


def drafts_in(folder: Path) -> list[str]:
    return [draft.text for draft in view_room(SessionFolder(folder)).room.session.drafting.drafts]
