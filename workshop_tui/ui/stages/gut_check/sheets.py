"""The papers for one stakeholder on the screen: the invitation and the interview sheet.

Shown as it reads; what is copied and written is its Markdown. What they say is in `record.sheets`.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from workshop_tui.domain.gut_check import Stakeholder
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.language import Language
from workshop_tui.record.sheets import SheetKind, file_name, sheet
from workshop_tui.ui.clipboard import send_to_clipboard
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.copied import Way, copied
from workshop_tui.ui.opened import OpenedWorkshop
from workshop_tui.ui.page import Fact, Page
from workshop_tui.ui.prose import paragraphs
from workshop_tui.ui.widgets.pane import Pane


class SheetPage(Page):
    """One paper at a time; the other one and the other language are a key away."""

    places: ClassVar[tuple[Place, ...]] = ("sheet", "lists", "everywhere")
    DEFAULT_CSS = "SheetPage { & > Pane { padding: 1 2 0 2; max-width: 104; } }"

    def __init__(self, session: Session, person: Stakeholder, opened: OpenedWorkshop) -> None:
        super().__init__()
        self._session = session
        self._person = person
        self._opened = opened
        self._kind: SheetKind = "invitation"
        self._paper_language: Language = session.language
        self._pane = Pane()
        self.panes = (self._pane,)

    def compose(self) -> ComposeResult:
        yield self._pane

    def on_shown(self) -> None:
        self._show()

    def _show(self) -> None:
        self._pane.set_paragraphs(paragraphs(self._text))
        self._pane.read_from_top()

    @property
    def _text(self) -> str:
        return sheet(self._kind, self._session, self._person, self._paper_language)

    def facts(self) -> Sequence[Fact]:
        return (
            Message.of(f"gut_check_view.sheet.{self._kind}"),
            Message.of(f"gut_check_view.sheet.in_{self._paper_language}"),
        )

    def command_other_sheet(self) -> None:
        self._kind = "interview" if self._kind == "invitation" else "invitation"
        self._show()

    def command_other_language(self) -> None:
        self._paper_language = "id" if self._paper_language == "en" else "en"
        self._show()

    def command_write_sheet(self) -> None:
        name = file_name(self._kind, self._person, self._paper_language)
        path = self._opened.write_paper(name, self._text)
        self.notice(Message.of("gut_check_view.sheet.written", path=str(path)))

    def command_copy_sheet(self) -> None:
        name = file_name(self._kind, self._person, self._paper_language)
        text = self._text
        path = self._opened.write_paper(name, text)

        def say_where(way: Way) -> None:
            self.notice(copied(path, text, way))

        send_to_clipboard(self.app, text, say_where)
