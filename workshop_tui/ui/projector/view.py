"""The slide on the screen; only the lines that change are drawn again."""

from textual import events

from workshop_tui.ui.projector.slide import Slide, slide_lines
from workshop_tui.ui.widgets.lines import Block


class SlideView(Block):
    """Fills what it is given with one slide."""

    DEFAULT_CSS = "SlideView { width: 1fr; height: 1fr; background: $background; }"

    def __init__(self, id: str = "slide") -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._slide = Slide()

    def show(self, slide: Slide) -> None:
        self._slide = slide
        self.set_lines(slide_lines(slide, self.size.width, self.size.height))

    def on_resize(self, event: events.Resize) -> None:
        """The middle of the screen is elsewhere now."""
        self.set_lines(slide_lines(self._slide, event.size.width, event.size.height))
