"""The record as it is now, to read inside the program, to write to its file, to send away."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from workshop_tui.domain.message import Message
from workshop_tui.ui.clipboard import send_to_clipboard
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.copied import copied
from workshop_tui.ui.opened import OpenedWorkshop
from workshop_tui.ui.page import Fact, Page
from workshop_tui.ui.widgets.lines import Motion

if TYPE_CHECKING:
    from textual.widgets import Markdown


class ScrolledRecord(VerticalScroll):
    """The record in a pane that the arrow keys scroll."""

    can_focus = False
    DEFAULT_CSS = "ScrolledRecord { scrollbar-size: 0 0; }"

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self._markdown = markdown

    def compose(self) -> ComposeResult:
        yield _markdown_widget(self._markdown)

    def move(self, motion: Motion) -> bool:
        """Scroll; False for a motion that means nothing here."""
        page = max(1, self.size.height - 1)
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page}
        places = {"first": 0, "last": self.max_scroll_y}
        if motion in steps:
            self.scroll_to(y=self.scroll_offset.y + steps[motion], animate=False)
        elif motion in places:
            self.scroll_to(y=places[motion], animate=False)
        else:
            return False
        return True

    def set_active(self, active: bool) -> None:  # noqa: FBT001 - the value is the state itself
        """It looks the same."""

    def copy_text(self) -> str:
        """The record as Markdown."""
        return self._markdown


class RecordPage(Page):
    """The record of an open workshop."""

    places: ClassVar[tuple[Place, ...]] = ("record", "lists", "everywhere")

    def __init__(self, opened: OpenedWorkshop) -> None:
        super().__init__()
        self._opened = opened
        self._scrolled: ScrolledRecord | None = None

    def compose(self) -> ComposeResult:
        self._scrolled = ScrolledRecord(self._opened.record(self.language))
        self.panes = (self._scrolled,)
        yield self._scrolled

    def facts(self) -> Sequence[Fact]:
        return (Message.of("ui.record_as_it_is_now"),)

    def command_write_record(self) -> None:
        path = self._opened.write_record(self.language)
        self.notice(Message.of("ui.record_written", path=str(path)))

    def command_copy_record(self) -> None:
        path = self._opened.write_record(self.language)
        text = self._opened.record(self.language)
        send_to_clipboard(self.app, text)
        self.notice(copied(path, text))


def _markdown_widget(markdown: str) -> "Markdown":
    from textual.widgets import Markdown  # noqa: PLC0415 - a tenth of the start-up, for this page

    class Record(Markdown):
        DEFAULT_CSS = "Record { padding: 0 2; background: transparent; }"

    return Record(markdown, open_links=False)
