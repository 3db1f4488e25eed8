"""A pane to read in: paragraphs wrapped to its width, scrolled by line and page. No cursor."""

import re
from collections.abc import Sequence
from typing import Final

from textual.content import Content

from workshop_tui.ui.look import DIM
from workshop_tui.ui.widgets.lines import LineWidget, Motion

LONGEST_LABEL: Final = 24
"""Cells that may stand in front of a paragraph's lines."""

# A sign, or a few words and two spaces; a full stop in front of two spaces ends a sentence.
_LABEL: Final = re.compile(r"[·?!✓~●⌂→÷└] |[^\s.?!…“”\"]+(?: [^\s.?!…“”\"]+)* {2,}")


class Paragraphs:
    """Paragraphs that are wrapped once for a width, however many of their lines are asked for."""

    def __init__(self, paragraphs: Sequence[Content] = ()) -> None:
        self.paragraphs: tuple[Content, ...] = tuple(paragraphs)
        self._width = -1
        self._lines: tuple[Content, ...] = ()

    def lines(self, width: int) -> tuple[Content, ...]:
        """The lines of at most `width` cells."""
        if width != self._width:
            self._width, self._lines = width, wrapped(self.paragraphs, width)
        return self._lines


class Pane(LineWidget):
    """Shows paragraphs. Knows values, never the session."""

    DEFAULT_CSS = "Pane { height: 1fr; }"

    def __init__(
        self,
        paragraphs: Sequence[Content] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._text = Paragraphs(paragraphs)
        self._top = 0

    def set_paragraphs(self, paragraphs: Sequence[Content]) -> None:
        """Show these; Content("") is an empty line. Leading spaces indent all of a paragraph.

        Stays where it was scrolled to as far as the new text reaches.
        """
        old = self._visible()
        self._text = Paragraphs(paragraphs)
        self._top = min(self._top, self._last_top())
        new = self._visible()
        height = max(len(old), len(new))
        self.redraw_lines(y for y in range(height) if not _same(old, new, y))

    def read_from_top(self) -> None:
        """Scroll to the first line, for a new text."""
        if self._top:
            self._top = 0
            self.refresh()

    @property
    def is_longer_than_seen(self) -> bool:
        """Whether some lines have no place."""
        return self._last_top() > 0

    def end_above(self, covered: int) -> bool:
        """Leave so many lines at the bottom to what covers them; whether that is news."""
        is_news = self.styles.margin.bottom != covered
        if is_news:
            self.styles.margin = (0, 0, covered, 0)
        return is_news

    def move(self, motion: Motion) -> bool:
        """Scroll; False for a motion that means nothing here."""
        page = max(1, self.size.height - 1)
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page}
        places = {"first": 0, "last": self._last_top()}
        if motion not in steps and motion not in places:
            return False
        wanted = places[motion] if motion in places else self._top + steps[motion]
        wanted = max(0, min(wanted, self._last_top()))
        if wanted != self._top:
            self._top = wanted
            self.refresh()
        return True

    def set_active(self, active: bool) -> None:  # noqa: FBT001 - the value is the state itself
        """A pane without a cursor looks the same."""

    def copy_text(self) -> str:
        """The whole text."""
        return "\n".join(paragraph.plain for paragraph in self._text.paragraphs)

    def line(self, y: int) -> Content:
        lines = self._lines()
        place = y + self._top
        if y == self.size.height - 1 and place < len(lines) - 1:
            return Content.styled("↓", DIM)
        return lines[place] if place < len(lines) else Content("")

    def _visible(self) -> tuple[Content, ...]:
        height = self.size.height
        if not height:
            return ()
        return tuple(self.line(y) for y in range(min(height, len(self._lines()) - self._top)))

    def _last_top(self) -> int:
        return max(0, len(self._lines()) - self.size.height)

    def _lines(self) -> tuple[Content, ...]:
        return self._text.lines(self.size.width)

    def on_resize(self) -> None:
        if self._top > self._last_top():
            self._top = self._last_top()
            self.refresh()

    def on_mouse_scroll_down(self) -> None:
        self.move("down")

    def on_mouse_scroll_up(self) -> None:
        self.move("up")


def wrapped(paragraphs: Sequence[Content], width: int) -> tuple[Content, ...]:
    """The paragraphs as lines of at most `width` cells; a paragraph's indent is kept.

    What stands in front of the text, a sign or a label with two spaces, keeps its column: the
    other lines begin beneath the text.
    """
    lines: list[Content] = []
    for paragraph in paragraphs:
        text = paragraph.plain
        indent = len(text) - len(text.lstrip(" "))
        room = width - indent
        if not text.strip() or room <= 0:
            lines.append(Content(""))
        elif paragraph.cell_length <= width and "\n" not in text:
            lines.append(paragraph)
        else:
            label = paragraph[indent : indent + _label_length(text[indent:], room)]
            hang = label.cell_length
            pieces = [
                piece.rstrip() if not piece.plain.strip() else piece
                for piece in paragraph[indent + len(label.plain) :].wrap(room - hang)
            ]
            lines += [(label + piece).pad_left(indent) for piece in pieces[:1]]
            lines += [piece.pad_left(indent + hang) for piece in pieces[1:]]
    return tuple(lines)


def _label_length(text: str, room: int) -> int:
    """Characters of what stands in front of the text; 0 where it would take too much room."""
    found = _LABEL.match(text)
    length = found.end() if found and found.end() < len(text) else 0
    return length if length <= min(LONGEST_LABEL, room // 3) else 0


def _same(old: Sequence[Content], new: Sequence[Content], y: int) -> bool:
    return y < len(old) and y < len(new) and old[y].is_same(new[y])
