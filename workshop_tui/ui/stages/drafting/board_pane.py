"""The insight board as a pane: its list, and beneath it the pin or note under the cursor in full.

Leaves out how its rows are made (`board`).
"""

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.drafting import Draft, current_notes
from workshop_tui.ui.look import DIM
from workshop_tui.ui.stages.drafting.board import board_item_in_full, board_rows
from workshop_tui.ui.stages.drafting.rows import Drawing
from workshop_tui.ui.widgets.arranging import Down
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, RowList

PEOPLE_WIDTH = 6


class BoardPane(Down):
    """Drawn beside one draft, which it shows the use of."""

    DEFAULT_CSS = """
    BoardPane {
        & #pinned { height: 3fr; }
        & #pinned-in-full { height: 2fr; padding: 1 0 0 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="board")
        self.items = RowList([Column()] * 3, on_move=self._moved, id="pinned")
        self._in_full = Pane(id="pinned-in-full")
        self._drawing: Drawing | None = None

    def compose(self) -> ComposeResult:
        yield self.items
        yield self._in_full

    @property
    def selected_note(self) -> str:
        """The note under the cursor; "" where it is on a pin, or on nothing."""
        key = self.items.selected
        if self._drawing is None or key is None:
            return ""
        notes = {note.id for note in current_notes(self._drawing.session.drafting)}
        return key if key in notes else ""

    def show(self, drawing: Drawing, draft: Draft | None) -> None:
        """Draw the board. draft: the one whose use of it is shown."""
        self._drawing = drawing
        heading = (
            drawing.said("drafting_view.board_of", number=draft.number)
            if draft
            else drawing.said("drafting_view.board")
        )
        rows = board_rows(drawing, draft)
        has_people = any(row.cells[2] for row in rows)
        people = drawing.said("drafting_view.board_people") if has_people else ""
        self.items.set_empty(
            [
                Content.styled(drawing.said("drafting_view.board_empty_what"), DIM),
                Content(""),
                Content.styled(drawing.said("drafting_view.board_empty_how"), DIM),
            ]
        )
        self.items.set_columns(
            [
                Column("", 1),
                Column(heading),
                Column(people, PEOPLE_WIDTH if people else 0, "right"),
            ]
        )
        self.items.set_rows(rows)
        self._moved(self.items.selected)

    def _moved(self, key: str | None) -> None:
        if self._drawing is not None:
            self._in_full.set_paragraphs(board_item_in_full(key, self._drawing))
