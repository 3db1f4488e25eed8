"""The insight board as a list: what was pinned, in the order in which it was found."""

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import Pin, board
from workshop_tui.language import number, say
from workshop_tui.ui.look import DIM, STRONG, plain
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject
from workshop_tui.ui.stages.survey.rows import PEOPLE_WIDTH, pin_text
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row, RowList

UNDER_WIDTH: Final = 14


class BoardLens(Lens):
    """The pins; the selected one in full beneath, with what the room may be asked."""

    name_ = "board"
    DEFAULT_CSS = """
    BoardLens {
        layout: vertical;
        & > RowList { height: 3fr; }
        & > Pane { height: 2fr; padding: 1 0 0 0; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._pins = RowList([Column()], on_move=self.cursor_moved)
        self._whole = Pane()
        self.panes = (self._pins,)

    def compose(self) -> ComposeResult:
        yield self._pins
        yield self._whole

    def draw(self, shown: Shown) -> None:
        t = shown.t
        self._pins.set_columns(
            [
                Column(t("survey_view.board")),
                Column(t("survey_view.found_under"), UNDER_WIDTH),
                Column(t("survey_view.people"), PEOPLE_WIDTH, "right"),
            ]
        )
        self._pins.set_empty(
            [plain(t("survey_view.board_empty"), DIM), plain(t("survey_view.board_empty_how"), DIM)]
        )
        self._pins.set_rows(
            [
                Row(
                    pin.id,
                    (
                        plain(pin_text(pin), "" if pin.kind == "quote" else STRONG),
                        plain(pin.under, DIM),
                        Content(number(pin.people, shown.language) if pin.people else ""),
                    ),
                )
                for pin in board(shown.survey.pins)
            ]
        )

    def subject(self) -> Subject | None:
        pin = self._pin(self._pins.selected)
        if pin is None:
            return None
        return Subject("pin", pin.text, under=pin.under, people=pin.people, key=pin.id)

    def facts(self) -> Sequence[Fact]:
        return (Message.of("survey_view.people_of_pins"),) if self._pins.shown else ()

    def _pin(self, key: str | None) -> Pin | None:
        if self.shown is None:
            return None
        return next((pin for pin in board(self.shown.survey.pins) if pin.id == key), None)

    def follow(self) -> None:
        if self.shown is None:
            return
        lines: list[Content] = []
        pin = self._pin(self._pins.selected)
        if pin is not None:
            if pin.kind == "quote":
                lines.append(Content("  ") + plain(pin_text(pin)))
            if pin.note:
                lines.append(Content("  ") + plain(pin.note, DIM))
        for question in self.shown.questions:
            said = say(question, self.shown.language)
            lines += [Content(""), Content.styled(f"  ? {said}", DIM)]
        self._whole.set_paragraphs(lines)
