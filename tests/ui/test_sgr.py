"""Fewer bytes to the terminal, the same picture on it."""

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

from workshop_tui.ui.sgr import fewer_bytes

COLUMNS, ROWS = 30, 6
STYLES = st.builds(
    Style,
    color=st.sampled_from([None, "#d8dee9", "#feb454", "red", "color(214)", "default"]),
    bgcolor=st.sampled_from([None, "#14171c", "blue", "bright_white"]),
    bold=st.sampled_from([None, True]),
    italic=st.sampled_from([None, True]),
    underline=st.sampled_from([None, True]),
    reverse=st.sampled_from([None, True]),
)
MOVES = st.builds(
    lambda y, x: f"\x1b[{y};{x}H", st.integers(1, ROWS - 1), st.integers(1, COLUMNS - 12)
)


def styled(style: Style, text: str) -> str:
    """The text as Textual sends it."""
    return Strip.render_style(style, text, ColorSystem.TRUECOLOR)


PIECES = st.builds(styled, STYLES, st.text("ab ░█", min_size=1, max_size=6))
SENT = st.lists(st.one_of(PIECES, MOVES, st.just("\x1b[2;2H\n\x1b[3;1H")), max_size=12)


def picture(text: str) -> tuple[list[list[object]], tuple[int, int]]:
    """What a terminal that was sent this shows, and where its cursor is."""
    screen = pyte.Screen(COLUMNS, ROWS)
    pyte.Stream(screen).feed(text)
    cells = [[seen(screen.buffer[y][x]) for x in range(COLUMNS)] for y in range(ROWS)]
    return cells, (screen.cursor.y, screen.cursor.x)


def seen(cell: pyte.screens.Char) -> object:
    """What a person sees of a cell: of an empty one its paper, and lines in it."""
    if cell.data != " " or cell.reverse or cell.underscore:
        return cell
    return cell.bg


@given(SENT)
def test_the_picture_stays_the_same(pieces: list[str]) -> None:
    sent = "".join(pieces)

    assert picture(fewer_bytes(sent)) == picture(sent)
    assert len(fewer_bytes(sent)) <= len(sent)


@given(SENT)
def test_what_is_sent_next_begins_without_a_style(pieces: list[str]) -> None:
    sent = "".join(pieces) + "\x1b[1;1H"

    assert picture(fewer_bytes(sent) + "next") == picture(sent + "next")


def test_a_style_that_goes_on_is_said_once_and_only_what_changes_is_said() -> None:
    ink, paper = "38;2;216;222;233", "48;2;20;23;28"
    lines = "".join(
        f"\x1b[{y};1H\x1b[{ink};{paper}mone\x1b[0m\x1b[1;{ink};{paper}mtwo\x1b[0m\x1b[{y};9H\n"
        for y in (1, 2)
    )

    assert fewer_bytes(lines + "\x1b[0;0H") == (
        f"\x1b[1;1H\x1b[{ink};{paper}mone\x1b[1mtwo"
        f"\x1b[2;1H\x1b[0;{ink};{paper}mone\x1b[1mtwo\x1b[0;0H\x1b[0m"
    )


def test_text_without_styles_is_sent_as_it_is() -> None:
    assert fewer_bytes("\x1b[?1049h") == "\x1b[?1049h"
    assert fewer_bytes("plain\n") == "plain\n"
    assert fewer_bytes("") == ""
