"""Reading on beneath a form: a page whose text a form covers in part is read with the page keys.

The text ends where the form begins, so that its last line says whether there is more.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from textual import events

from workshop_tui.domain.message import Message
from workshop_tui.ui.widgets.lines import Motion

if TYPE_CHECKING:
    from workshop_tui.ui.page import Page
    from workshop_tui.ui.widgets.pane import Pane
    from workshop_tui.ui.widgets.questions import Questions

_MOTIONS: Final[dict[str, Motion]] = {"pagedown": "page_down", "pageup": "page_up"}


class BeneathForm:
    """Takes the page keys while a form is open over a text."""

    def __init__(self, questions: "Questions", page: "Callable[[], Page]") -> None:
        self._questions = questions
        self._page = page

    @property
    def _text(self) -> "Pane | None":
        return self._page().beneath_form if self._questions.is_open else None

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Scroll the text; False for what means nothing here."""
        motion = _MOTIONS.get(event.key) if isinstance(event, events.Key) else None
        text = self._text
        if motion is None or text is None:
            return False
        text.move(motion)
        return True

    def footer(self) -> Sequence[tuple[str, Message]]:
        """The keys that read on, where the text has more than is seen."""
        text = self._text
        if text is None or not text.is_longer_than_seen:
            return ()
        return (("PgDn", Message.of("ui.read_on")),)

    def make_room(self) -> bool:
        """Let the text end above the form; whether it is laid out anew for that."""
        text = self._text
        return text is not None and text.end_above(self._questions.height)
