"""The one frame: title line, hairline, the work, hairline, facts, keys. Nothing else is chrome.

It shows pages one over the other, runs the commands that no stage owns, and says notices. Leaves
out what the pages hold, and what an open workshop does (`workshop`).
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from workshop_tui.domain.message import Message
from workshop_tui.domain.values import Stage
from workshop_tui.language import Language, say
from workshop_tui.ui.beneath_form import BeneathForm
from workshop_tui.ui.commands.command import Command, Place
from workshop_tui.ui.commands.table import Keymap
from workshop_tui.ui.compositor import SeenCompositor
from workshop_tui.ui.dispatch import Dispatch
from workshop_tui.ui.frame_lines import TitleLine, facts_lines, keys_line, notice_lines, title_line
from workshop_tui.ui.keys import shown_key
from workshop_tui.ui.opened import OpenedWorkshop, Shelf
from workshop_tui.ui.page import CommandTarget, Page
from workshop_tui.ui.page_stack import PageStack
from workshop_tui.ui.projector.view import SlideView
from workshop_tui.ui.router import KeyTaker
from workshop_tui.ui.stages.base import StageView
from workshop_tui.ui.widgets.arranging import Across, Arranging, Layers
from workshop_tui.ui.widgets.lines import Block, Hairline
from workshop_tui.ui.widgets.pane import Pane, wrapped
from workshop_tui.ui.widgets.question import Question
from workshop_tui.ui.widgets.questions import OnLeave, Questions, Then
from workshop_tui.ui.workshop import Workshop

SMALLEST: Final = (60, 18)
"""Columns and rows below which nothing of a workshop can be read."""

TOO_SMALL_MARGIN: Final = 2

Views = Mapping[Stage, Callable[[], type[StageView]]]
"""How to get the view of a stage, once somebody goes there."""


class Frame(Screen[None], Arranging):
    """The screen of the program."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Frame {
        layout: vertical; background: $background; color: $foreground; overflow: hidden;
        & > Block { height: 1; }
        & > #top { height: 1; }
        & > #facts { height: auto; }
        & #status { width: auto; }
        & > #work { height: 1fr; width: 1fr; layers: base slide over; }
        & #pages { height: 1fr; width: 1fr; }
        & #guide { dock: right; width: 40; padding: 0 2 0 1; display: none; }
        &.-guided #guide { display: block; }
        & #slide { layer: slide; display: none; }
        &.-projecting #slide { display: block; }
        &.-for-all #slide { display: none; }
        &.-projecting > #top, &.-projecting > Hairline { display: none; }
        &.-for-all > #top { display: block; }
        & > #too-small { display: none; height: 1fr; padding: 1 2; }
        &.-too-small > * { display: none; }
        &.-too-small > #too-small { display: block; }
    }
    """

    def __init__(
        self,
        *,
        language: Language,
        keymap: Keymap,
        views: Views,
        shelf: Shelf | None,
        opened: OpenedWorkshop | None,
    ) -> None:
        """shelf: None where there is no home screen to go to; opened: None begins there."""
        super().__init__()
        self._compositor = SeenCompositor()
        self._language = language
        self._keymap = keymap
        self._views = views
        self._shelf = shelf
        self._opened = opened
        self._workshop: Workshop | None = None
        self._notice: Message | None = None
        self._is_behind = False
        self._title = Block(id="title")
        self._status = Block(id="status")
        self._facts = Block(id="facts")
        self._keys = Block(id="keys")
        self._too_small = Block(id="too-small")
        self._pages = PageStack(self)
        self._dispatch = Dispatch(keymap, self._targets, self._is_read_only)
        self.guide = Pane(id="guide")
        self.slide = SlideView()
        self.questions = Questions(language)
        self._beneath_form = BeneathForm(self.questions, lambda: self.page)
        self.ready = asyncio.Event()
        """Set once the first page stands; keys wait for it."""

    def compose(self) -> ComposeResult:
        with Across(id="top"):
            yield self._title
            yield self._status
        yield Hairline()
        with Layers(id="work"):
            yield self._pages
            yield self.guide
            yield self.slide
            yield self.questions
        yield Hairline()
        yield self._facts
        yield self._keys
        yield self._too_small

    async def on_mount(self) -> None:
        if self._opened is not None:
            await self.open_workshop(self._opened)
        elif self._shelf is not None:
            await self._open_home(self._shelf)
        self.ready.set()

    def on_unmount(self) -> None:
        if self._workshop is not None:
            self._workshop.stop()

    def on_resize(self) -> None:
        self.set_class(self.is_too_small, "-too-small")
        if self.is_too_small:
            needed = Message.of("ui.too_small", columns=SMALLEST[0], rows=SMALLEST[1])
            width = self.app.size.width - 2 * TOO_SMALL_MARGIN
            self._too_small.set_lines(wrapped([Content(self._say(needed))], max(1, width)))
        if self._workshop is not None:
            self._workshop.fit_guide()
        self.redraw()

    @property
    def is_too_small(self) -> bool:
        width, height = self.app.size
        return width < SMALLEST[0] or height < SMALLEST[1]

    @property
    def places(self) -> Sequence[Place]:
        return self.page.places

    def key_takers(self) -> Sequence[KeyTaker]:
        return (self._beneath_form, self.questions, self.page)

    async def run(self, command: Command) -> None:
        """Do a command, or say why it cannot act now."""
        reason = await self._dispatch.do(command)
        if reason is not None:
            self.show_notice(reason)
        if command.where == "lists":
            self._redraw_behind_the_cursor()
        else:
            self.redraw()

    def _redraw_behind_the_cursor(self) -> None:
        """Once the cursor stands in its new place: what is said of it may come a moment later."""
        if not self._is_behind:
            self._is_behind = True
            self.call_after_refresh(self._catch_up)

    def _catch_up(self) -> None:
        self._is_behind = False
        self.redraw()

    def _targets(self) -> Sequence[CommandTarget]:
        workshop = self._workshop
        of_workshop = () if workshop is None else (workshop, workshop.timer)
        return (self.page, *self.page.doers, *of_workshop, self)

    def _is_read_only(self) -> bool:
        return self._workshop is not None and self._workshop.room.read_only

    def reason_against(self, command: str) -> Message | None:
        """The commands of the frame itself can always act, but for going home without a home."""
        if command == "close_workshop" and self._shelf is None:
            return Message.of("ui.no_home")
        return None

    @property
    def language(self) -> Language:
        return self._language

    @property
    def is_projecting(self) -> bool:
        return self._workshop is not None and self._workshop.is_projecting

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self._pages.front
        if page is None:
            raise LookupError("no page stands yet")
        return page

    async def ask(
        self,
        name: str,
        questions: Sequence[Question],
        then: Then,
        *,
        on_leave: OnLeave | None = None,
    ) -> None:
        """Open a form over the work."""
        await self.questions.ask(name, questions, then, on_leave=on_leave)
        self.redraw()

    def start_timer(self, title: str, minutes: int) -> None:
        """Time a part of the workshop softly, in place of what was timed before."""
        if self._workshop is not None:
            self._workshop.timer.start(title, minutes)

    def stop_timer(self) -> None:
        """Take the timer off the title line."""
        if self._workshop is not None:
            self._workshop.timer.stop()

    async def open_page(self, page: Page) -> None:
        """Show a page over the one in front."""
        await self._pages.open(page)
        self._page_changed()

    async def swap_page(self, page: Page) -> None:
        """Show a page in place of all others; views that were here before are kept."""
        await self._pages.swap(page)
        self._page_changed()

    async def close_page(self) -> None:
        """Take the page in front away; the last one stays."""
        await self._pages.close()
        self._page_changed()

    async def go_to(self, stage: Stage) -> None:
        """Show this stage of the open workshop."""
        if self._workshop is not None:
            await self._workshop.go_to(stage)

    def _page_changed(self) -> None:
        if self._workshop is not None:
            self._workshop.fit_guide()
        self.redraw()

    async def open_workshop(self, opened: OpenedWorkshop) -> None:
        """Open a workshop on the stage where it stands."""
        self._workshop = Workshop(opened, self, self._views)
        await self._workshop.start()

    async def command_help(self) -> None:
        from workshop_tui.ui.help import HelpPage  # noqa: PLC0415 - keeps the start fast

        page = self.page
        if isinstance(page, HelpPage):
            await self.close_page()
            return
        name = page.stage if isinstance(page, StageView) else page.places[0]
        await self.open_page(HelpPage(name, self._dispatch.at(page.places)))

    async def command_palette(self) -> None:
        from workshop_tui.ui.palette import PalettePage  # noqa: PLC0415 - keeps the start fast

        commands = [
            (command, reason)
            for command, reason in self._dispatch.at(self.page.places)
            if command.where != "lists" and command.name != "palette"
        ]
        await self.open_page(PalettePage(commands, self.run))

    async def command_back(self) -> None:
        await self.close_page()

    async def command_close_workshop(self) -> None:
        if self._shelf is None:
            return
        if self._workshop is not None:
            self._workshop.stop()
            self._workshop = None
        await self._pages.clear()
        await self._open_home(self._shelf)

    async def _open_home(self, shelf: Shelf) -> None:
        from workshop_tui.ui.home import HomePage  # noqa: PLC0415 - not where a session is opened

        await self.open_page(HomePage(shelf, self.open_workshop))

    def command_quit(self) -> None:
        self.app.exit(return_code=0)

    def see_somebody(self) -> None:
        """Tell the open workshop that somebody is there, so that its clocks know."""
        if self._workshop is not None:
            self._workshop.room.see_somebody()

    def show_notice(self, message: Message) -> None:
        """Say this on the facts line until the next key."""
        self._notice = message
        self.redraw()

    def clear_notice(self) -> None:
        """Let the facts line say its facts again."""
        self._notice = None

    def redraw(self) -> None:
        """Bring the title, facts and keys lines up to date; what has not changed is not drawn."""
        if self._pages.front is None or self.is_too_small:
            return
        width = self.app.size.width
        if self._beneath_form.make_room():
            self.call_after_refresh(self.redraw)
        is_on_slides = self._is_on_slides()
        self.set_class(is_on_slides, "-projecting")
        self.set_class(is_on_slides and self._is_for_all(), "-for-all")
        if self._workshop is not None:
            self._workshop.turn_projector()
        title = self._title_line(width)
        self._title.set_lines([title.left])
        self._status.set_lines([title.right])
        is_quiet = is_on_slides and not self.questions.is_open
        is_blank = is_quiet and self._notice is None
        self._facts.set_lines([Content("")] if is_blank else self._facts_lines(width))
        self._keys.set_lines([Content("") if is_quiet else keys_line(self._footer(), width)])

    def _is_on_slides(self) -> bool:
        """Whether the room sees slides: in projector mode, where no other page lies over them."""
        return self.is_projecting and isinstance(self.page, StageView)

    def _is_for_all(self) -> bool:
        """Whether the room sees the view itself instead of a slide: it is a picture for all."""
        return isinstance(self.page, StageView) and bool(self.page.view_for_all)

    def _title_line(self, width: int) -> TitleLine:
        if self._workshop is not None and self._is_on_slides():
            # A slide has its own corner; a picture for all has this line, and nothing else on it.
            return TitleLine(Content(""), self._workshop.timer.shown())
        if self._workshop is not None and not self.page.title_key:
            return self._workshop.title_line(width)
        return title_line(width, self._say(Message(self.page.title_key)), (), (Content(""),))

    def _facts_lines(self, width: int) -> Sequence[Content]:
        if self._notice is not None:
            return notice_lines(self._say(self._notice), width)
        if self._workshop is not None and self._workshop.save_fault is not None:
            return notice_lines(self._say(self._workshop.save_fault), width)
        facts = [
            Content(self._say(fact)) if isinstance(fact, Message) else Content("") + fact
            for fact in self.page.facts()
        ]
        return facts_lines(facts, width)

    def _footer(self) -> list[tuple[str, str]]:
        own = self.page.footer()
        if self.questions.is_open:
            own = (*self._beneath_form.footer(), *self.questions.footer())
        if own:
            return [(key, self._say(label)) for key, label in own]
        return [
            (shown_key(command.keys[0]), self._say(command.label))
            for command in self._keymap.at(self.page.places)
            if self._has_place(command)
            and command.keys
            and self.page.matters(command.name)
            and self._dispatch.reason_not_to(command) is None
        ]

    def _has_place(self, command: Command) -> bool:
        """Whether the bottom line names it when it can act: `back` where it leads somewhere."""
        leads_back = command is self._keymap.named("back") and self._pages.has_more
        return command.is_in_footer or leads_back

    def _say(self, message: Message) -> str:
        return say(message, self._language)
