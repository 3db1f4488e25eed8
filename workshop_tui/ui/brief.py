"""The roll-out brief as it is now: to read, to write in both languages, to send away."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from workshop_tui.domain.message import Message
from workshop_tui.ui.clipboard import send_to_clipboard
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.copied import copied
from workshop_tui.ui.opened import OpenedWorkshop
from workshop_tui.ui.page import Fact, Page
from workshop_tui.ui.record import ScrolledRecord


class BriefPage(Page):
    """The page that every employee gets."""

    places: ClassVar[tuple[Place, ...]] = ("brief", "lists", "everywhere")

    def __init__(self, opened: OpenedWorkshop) -> None:
        super().__init__()
        self._opened = opened

    def compose(self) -> ComposeResult:
        scrolled = ScrolledRecord(self._opened.brief(self.language))
        self.panes = (scrolled,)
        yield scrolled

    def facts(self) -> Sequence[Fact]:
        return (Message.of("ui.brief_as_it_is_now"),)

    def command_write_brief(self) -> None:
        paths = self._opened.write_brief()
        self.notice(Message.of("ui.brief_written", folder=str(paths[0].parent)))

    def command_copy_brief(self) -> None:
        text = self._opened.brief(self.language)
        saved_to = self._opened.keep_copy(text)
        send_to_clipboard(self.app, text)
        self.notice(copied(saved_to, text))
