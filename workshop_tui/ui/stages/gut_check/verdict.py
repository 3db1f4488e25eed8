"""The verdict over the work: the same slide that the room is shown on a projector."""

from textual.app import ComposeResult

from workshop_tui.domain.session import Session
from workshop_tui.language import say
from workshop_tui.ui.page import Page
from workshop_tui.ui.projector.verdict import verdict_slide
from workshop_tui.ui.projector.view import SlideView


class VerdictPage(Page):
    """The verdict; Esc goes back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._slide = SlideView(id="verdict")

    def compose(self) -> ComposeResult:
        yield self._slide

    def on_shown(self) -> None:
        self._slide.show(verdict_slide(self._session, lambda message: say(message, self.language)))
