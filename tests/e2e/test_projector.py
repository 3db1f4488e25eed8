"""Two terminals: the facilitator works in one, the room reads the other, whatever happens."""

import re
from pathlib import Path

from tests.e2e.program import ESC, lines, program
from tests.large_letters import read_aloud
from tests.pty_screen import PtyScreen
from workshop_tui.workshops import copy_sample

CLOCK = re.compile(r"\d?\d:\d\d\b")


def has_a_clock(shown: str) -> bool:
    """Whether there is one at the top right, in large letters or in small ones."""
    at_right = "\n".join(line[90:] for line in shown.splitlines()[:6])
    return bool(CLOCK.search(read_aloud(at_right)))


def sees_a_clock(room: PtyScreen) -> None:
    """A timer in the corner."""
    room.wait_until(has_a_clock, "a clock")


def sees_no_clock(room: PtyScreen) -> None:
    room.wait_until(lambda shown: not has_a_clock(shown), "no clock")


def press(facilitator: PtyScreen, keys: str) -> None:
    """Past the page of what is due, which the sample opens with, press these keys."""
    facilitator.see("go to it")
    facilitator.type(ESC)
    facilitator.see("SUSTAIN", "timeline")
    facilitator.type(keys)


def test_the_timer_stands_in_the_room_s_corner_whatever_view_is_looked_at(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path, "en").path

    with program("open", folder) as facilitator, program("show", folder) as room:
        press(facilitator, "2")
        # Each program reads the survey by itself; before that there is no other view to turn to.
        facilitator.see("UNDER")
        room.see_slide("214 of 260 people answered")
        facilitator.type("t")
        sees_a_clock(room)
        facilitator.type("v")
        room.see_slide("stands with it", "██████")
        sees_a_clock(room)
        facilitator.type("3")
        room.see_slide("draft 14 of 14")
        sees_a_clock(room)
        facilitator.type("t")
        facilitator.see("stop")
        facilitator.type("s\r")
        sees_no_clock(room)


def test_the_room_keeps_its_slide_when_the_facilitator_s_program_dies_and_follows_its_next(
    tmp_path: Path,
) -> None:
    folder = copy_sample(tmp_path, "en").path

    with program("show", folder) as room:
        with program("open", folder) as facilitator:
            press(facilitator, "2")
            room.see_slide("214 of 260 people answered")
        # The end of the block has killed it.
        room.settle()
        assert "214 of 260 people answered" in read_aloud(room.text())
        with program("open", folder) as again:
            press(again, "3n" + lines("We never lose a form.", ""))
            again.see("We never lose a form.", "Saved")
            room.see_slide("We never lose a form.")
            assert "214 of 260 people answered" not in read_aloud(room.text())


def test_the_room_keeps_its_slide_while_the_folder_is_away_and_follows_when_it_is_back(
    tmp_path: Path,
) -> None:
    folder = copy_sample(tmp_path, "en").path

    with program("open", folder) as facilitator, program("show", folder) as room:
        press(facilitator, "2")
        room.see_slide("214 of 260 people answered")
        folder.rename(tmp_path / "away")
        room.settle()
        while_away = room.text()
        (tmp_path / "away").rename(folder)
        facilitator.type("3")
        room.see_slide("draft 14 of 14")

    assert "214 of 260 people answered" in read_aloud(while_away)
