"""The home screen: the workshops there are, a new one, the sample. Files are the shelf's affair."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.plain_text import clean_name
from workshop_tui.language import clock, day_near, say
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.look import ATTENTION, DIM, WARN, plain
from workshop_tui.ui.opened import OpenedWorkshop, SessionInfo, Shelf
from workshop_tui.ui.page import Fact, Page
from workshop_tui.ui.widgets.question import Answers, LineQuestion
from workshop_tui.ui.widgets.rows import Column, Row, RowList, widest_of

BESIDE: Final = ("stage", "due", "last_change")
"""The columns beside the titles, which have the room that these leave."""
WIDEST: Final = 24
"""Cells of such a column."""


class HomePage(Page):
    """All workshops, newest first."""

    places: ClassVar[tuple[Place, ...]] = ("home", "lists", "everywhere")
    title_key: ClassVar[str] = "ui.workshops"
    DEFAULT_CSS = "HomePage { padding: 1 1 0 1; }"

    def __init__(self, shelf: Shelf, enter: Callable[[OpenedWorkshop], Awaitable[None]]) -> None:
        """enter: shows a workshop that was opened."""
        super().__init__()
        self._shelf = shelf
        self._enter = enter
        self._sessions: dict[str, SessionInfo] = {}
        self._rows = RowList([])
        self.panes = (self._rows,)

    def compose(self) -> ComposeResult:
        yield self._rows

    def on_shown(self) -> None:
        instead = [plain(self.t("ui.home.empty")), plain(self.t("ui.home.empty_how"))]
        try:
            self._sessions = {info.key: info for info in self._shelf.sessions()}
        except RefusedError as refusal:  # not to be able to look is not to have none
            self._sessions = {}
            instead = [plain(f"{ATTENTION} {say(refusal.reason, self.language)}", WARN)]
        self._rows.set_empty(instead)
        now = datetime.now().astimezone()
        rows = [self._row(info, now) for info in self._sessions.values()]
        self._rows.set_columns(
            [
                Column(self.t("ui.home.workshop")),
                *(self._column(name, place, rows) for place, name in enumerate(BESIDE, 1)),
            ]
        )
        self._rows.set_rows(rows)

    def _column(self, name: str, place: int, rows: Sequence[Row]) -> Column:
        heading = self.t(f"ui.home.{name}")
        cells = (Content(heading), *(row.cells[place] for row in rows))
        return Column(heading, widest_of(cells, WIDEST))

    def _row(self, info: SessionInfo, now: datetime) -> Row:
        stage = say(Message(f"stage.{info.stage}"), self.language) if info.stage else ""
        due = Content(say(info.due, self.language)) if info.due else Content("")
        if info.waits:
            waits = Message.of("ui.home.waits", info.waits)
            due = Content.styled(f"{ATTENTION} {say(waits, self.language)}", WARN)
        if info.fault is not None:
            cannot = say(Message("ui.home.cannot_be_opened"), self.language)
            due = Content.styled(f"{ATTENTION} {cannot}", WARN)
        return Row(
            info.key,
            (
                plain(info.title),
                Content(stage),
                due,
                Content.styled(self._changed(info.changed.astimezone(), now), DIM),
            ),
        )

    def _changed(self, changed: datetime, now: datetime) -> str:
        day = day_near(changed.date(), now.date(), self.language)
        if changed.date() == now.date():
            return f"{day} {clock(changed, self.language)}"
        return day

    def facts(self) -> Sequence[Fact]:
        info = self._sessions.get(self._rows.selected or "")
        if info is None:
            return ()
        if info.fault:
            return (info.fault,)
        return (
            info.due if info.waits and info.due else Message.of("ui.home.folder", path=info.key),
        )

    def reason_against(self, command: str) -> Message | None:
        if command == "open" and self._rows.selected is None:
            return Message.of("ui.home.nothing_to_open")
        return None

    async def command_open(self) -> None:
        if self._rows.selected is not None:
            await self._enter(self._shelf.open(self._rows.selected))

    async def command_new_workshop(self) -> None:
        async def create(answers: Answers) -> None:
            await self._enter(self._shelf.create(clean_name(answers.text("title")), None))

        await self.ask("new", [self._title_question()], create)

    async def command_new_from_survey(self) -> None:
        async def create(answers: Answers) -> None:
            survey = Path(answers.text("file")).expanduser()
            await self._enter(self._shelf.create(clean_name(answers.text("title")), survey))

        file = LineQuestion(
            key="file",
            ask=self.t("ui.home.ask_file"),
            label=self.t("ui.home.file"),
            hint=self.t("ui.home.file_hint"),
            check=_no_such_file,
        )
        await self.ask("new from survey", [file, self._title_question()], create)

    async def command_try_demo(self) -> None:
        await self._enter(self._shelf.open_demo())

    def _title_question(self) -> LineQuestion:
        return LineQuestion(
            key="title", ask=self.t("ui.home.ask_title"), hint=self.t("ui.home.title_hint")
        )


def _no_such_file(path: str) -> Message | None:
    return None if Path(path).expanduser().is_file() else Message.of("ui.home.no_file", path=path)
