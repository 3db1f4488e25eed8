"""The roll-out brief as it is now: to read, to write in both languages, to send away."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from workshop_tui.domain.message import Message
from workshop_tui.language import Language
from workshop_tui.record import markdown
from workshop_tui.ui.clipboard import send_to_clipboard
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.copied import copied
from workshop_tui.ui.opened import OpenedWorkshop
from workshop_tui.ui.page import Fact, Page
from workshop_tui.ui.record_text import RecordText


class BriefPage(Page):
    """The page that every employee gets."""

    places: ClassVar[tuple[Place, ...]] = ("brief", "lists", "everywhere")

    def __init__(self, opened: OpenedWorkshop) -> None:
        super().__init__()
        self._opened = opened
        self._language: Language = opened.room.session.language
        self._text = RecordText(lambda _: None)
        self.panes = (self._text,)

    def compose(self) -> ComposeResult:
        yield self._text

    def on_shown(self) -> None:
        # Its quotes come from the survey, which is read beside the screen.
        self.run_worker(self._make(), exclusive=True, name="brief")

    async def _make(self) -> None:
        self._text.set_document(await asyncio.to_thread(self._opened.brief, self._language))

    def facts(self) -> Sequence[Fact]:
        return (Message.of(f"ui.brief_in.{self._language}"),)

    def command_other_language(self) -> None:
        self._language = "id" if self._language == "en" else "en"
        self.on_shown()

    async def command_write_brief(self) -> None:
        paths = await asyncio.to_thread(self._opened.write_brief)
        self.notice(Message.of("ui.brief_written", folder=str(paths[0].parent)))

    async def command_copy_brief(self) -> None:
        text = markdown.render(await asyncio.to_thread(self._opened.brief, self._language))
        path = self._opened.keep_copy(text)
        send_to_clipboard(self.app, text, lambda way: self.notice(copied(path, text, way)))
