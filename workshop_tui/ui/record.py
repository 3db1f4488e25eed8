"""The record as it is now: read section by section, chosen from, written, sent away, approved.

Leaves out what the record says (`record`) and where its files lie (`record_on_disk`).
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.minutes import (
    ApproveMinutes,
    CorrectMinutes,
    MinutesAction,
    RecordSection,
    SetRecordLanguage,
    SupersedeDecision,
    SwitchSection,
)
from workshop_tui.language import say
from workshop_tui.record import markdown
from workshop_tui.record.blocks import Document
from workshop_tui.record.document import SECTIONS, language_of
from workshop_tui.record.privacy import kinds_left_out, left_out, left_out_messages
from workshop_tui.record_on_disk import FORMATS, RecordFormat
from workshop_tui.ui.clipboard import send_to_clipboard
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.copied import copied, near
from workshop_tui.ui.look import DIM, DONE
from workshop_tui.ui.opened import OpenedWorkshop
from workshop_tui.ui.page import Fact, Page
from workshop_tui.ui.record_text import RecordText
from workshop_tui.ui.widgets.arranging import Down
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.question import (
    Answers,
    ChoiceQuestion,
    DateQuestion,
    LineQuestion,
    Option,
    PersonQuestion,
    TextQuestion,
)
from workshop_tui.ui.widgets.rows import Column, Row, RowList

_OFF = "·"


class RecordPage(Page):
    """The record of an open workshop, with its sections beside it."""

    places: ClassVar[tuple[Place, ...]] = ("record", "stages", "lists", "everywhere")
    DEFAULT_CSS = """
    RecordPage { layout: horizontal; }
    RecordPage > Down { width: 1fr; min-width: 33; max-width: 44; padding: 0 2 0 0; }
    RecordPage RowList { height: 14; }
    RecordPage > RecordText { width: 2fr; padding: 0 1; }
    """

    def __init__(self, opened: OpenedWorkshop) -> None:
        super().__init__()
        self._opened = opened
        self._record: Document | None = None
        self._has_template = False
        self._sections = RowList([Column("")], on_move=self._chosen)
        self._kept_back = Pane()
        self._text = RecordText(self._scrolled)
        self.panes = (self._sections, self._text, self._kept_back)

    def compose(self) -> ComposeResult:
        with Down():
            yield self._sections
            yield self._kept_back
        yield self._text

    def on_shown(self) -> None:
        self.show()

    def show(self) -> None:
        """Show the sections, and the record as soon as it is made."""
        session = self._opened.room.session
        self._sections.set_columns(
            [Column("", 1), Column(self.t("ui.record_sections"), cut="words")]
        )
        self._sections.set_rows([self._row(key) for key in SECTIONS])
        messages = left_out_messages(left_out(session))
        told = [Content.styled(f"{say(each, self.language)}", DIM) for each in messages]
        head = self.t("ui.record_left_out") if told else self.t("ui.record_nothing_left_out")
        self._kept_back.set_paragraphs([Content(head), *told])
        # Answers are read and the journal looked through beside the screen.
        self.run_worker(self._make(), exclusive=True, name="record")

    async def _make(self) -> None:
        self._record = await asyncio.to_thread(self._opened.record)
        self._has_template = await asyncio.to_thread(self._opened.has_record_template)
        self.frame.redraw()
        self._text.set_document(self._record)
        if self._text.section != self._selected:
            # A section that was switched off leaves the next in its place.
            written = [key for key in SECTIONS if key not in self._switched_off]
            at_or_behind = [key for key in written if key in SECTIONS[self._number :]]
            self._text.jump((at_or_behind or written[-1:])[0])

    def _row(self, key: RecordSection) -> Row:
        session = self._opened.room.session
        is_on = key not in session.minutes.switched_off
        title = say(Message(f"record.{key}.title"), language_of(session))
        style = "" if is_on else DIM
        sign = DONE if is_on else _OFF
        return Row(key, (Content.styled(sign, style), Content.styled(title, style)))

    def _chosen(self, key: str | None) -> None:
        # Where the list has followed the text, the text is there already and stays as it is.
        if key is not None and key != self._text.section:
            self._text.jump(key)

    def _scrolled(self, key: str) -> None:
        self._sections.select(key)

    def facts(self) -> Sequence[Fact]:
        # One sentence, which takes a second line where the path is long: it is never left out.
        path = near(self._opened.record_path)
        if self._has_template:
            return (Message.of("ui.record_goes_to_by_template", path=path),)
        return (Message.of("ui.record_goes_to", path=path),)

    def reason_against(self, command: str) -> Message | None:
        if command == "copy_section" and self._selected in self._switched_off:
            return Message.of("ui.record_section_is_off")
        return None

    @property
    def _selected(self) -> RecordSection:
        chosen = self._sections.selected
        return next((key for key in SECTIONS if key == chosen), SECTIONS[0])

    @property
    def _number(self) -> int:
        """The place of the selected section, from 0."""
        return SECTIONS.index(self._selected)

    @property
    def _switched_off(self) -> tuple[RecordSection, ...]:
        return self._opened.room.session.minutes.switched_off

    def command_page_down(self) -> None:
        self._text.move("page_down")

    def command_page_up(self) -> None:
        self._text.move("page_up")

    def command_switch_section(self) -> None:
        is_on = self._selected in self._switched_off
        self._act(SwitchSection(section=self._selected, is_on=is_on))

    def command_change_record_language(self) -> None:
        now = language_of(self._opened.room.session)
        self._act(SetRecordLanguage(language="id" if now == "en" else "en"))

    async def command_write_record(self) -> None:
        await self._write("markdown")

    async def command_write_record_as(self) -> None:
        options = tuple(Option(form, self.t(f"ui.record_form.{form}")) for form in FORMATS)

        async def write(answers: Answers) -> None:
            form = next(form for form in FORMATS if form == answers.text("form"))
            await self._write(form)

        question = ChoiceQuestion(
            key="form", ask=self.t("ui.record_which_form"), options=options, default="html"
        )
        await self.ask("record form", [question], write)

    async def command_copy_record(self) -> None:
        await self._send(self._opened.record_text)

    async def command_copy_section(self) -> None:
        wanted = self._selected

        def section() -> str:
            sections = self._opened.record().sections
            return markdown.render_section(next(each for each in sections if each.key == wanted))

        await self._send(section)

    async def command_approve_minutes(self) -> None:
        room = self._opened.room
        setup, today = room.session.setup, room.today
        names = tuple(person.name for person in setup.people)
        sponsor = setup.sponsor.name if setup.sponsor else ""

        def approve(answers: Answers) -> None:
            day = answers.day("on")
            if day is not None:
                self._act(ApproveMinutes(name=answers.text("name"), on=day))

        questions = (
            PersonQuestion(
                key="name", ask=self.t("ui.record_who_approves"), names=names, value=sponsor
            ),
            DateQuestion(
                key="on",
                ask=self.t("ui.record_approved_on"),
                today=today,
                default=today.isoformat(),
            ),
        )
        await self.ask("approve minutes", questions, approve)

    async def command_correct_minutes(self) -> None:
        people = self._opened.room.session.setup.people
        names = tuple(person.name for person in people)

        def correct(answers: Answers) -> None:
            self._act(CorrectMinutes(text=answers.text("text"), by=answers.text("by")))

        questions = (
            TextQuestion(key="text", ask=self.t("ui.record_what_to_correct")),
            PersonQuestion(
                key="by", ask=self.t("ui.record_who_corrects"), names=names, optional=True
            ),
        )
        await self.ask("correct minutes", questions, correct)

    async def command_supersede_decision(self) -> None:
        def supersede(answers: Answers) -> None:
            self._act(SupersedeDecision(by=answers.text("by")))

        question = LineQuestion(key="by", ask=self.t("ui.record_superseded_by"))
        await self.ask("supersede", [question], supersede)

    def _act(self, action: MinutesAction) -> None:
        """Raises RefusedError with the reason, which the frame or the form then says."""
        self._opened.room.do(action)
        self.show()

    async def _send(self, make_text: Callable[[], str]) -> None:
        # The clipboard may cut a long text, or never get it: the file is always there.
        path = await asyncio.to_thread(self._opened.write_record, "markdown")
        text = await asyncio.to_thread(make_text)
        send_to_clipboard(self.app, text, lambda way: self.notice(copied(path, text, way)))

    async def _write(self, form: RecordFormat) -> None:
        path = await asyncio.to_thread(self._opened.write_record, form)
        kinds = kinds_left_out(left_out(self._opened.room.session))
        if kinds:
            self.notice(Message.of("ui.record_written_without", count=kinds, path=near(path)))
        else:
            self.notice(Message.of("ui.record_written", path=near(path)))
