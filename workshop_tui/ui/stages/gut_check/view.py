"""The gut check: what its keys do, from the own feeling to the word, the swap and the verdict.

Left and right always go along the words, up and down along the people; so a word and the person
who stumbled over it are picked without changing places.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from workshop_tui.domain.drafting import EditDraft
from workshop_tui.domain.gut_check import (
    GutCheck,
    Reaction,
    Stakeholder,
    SwapWord,
    apply,
    statement,
    unanswered,
)
from workshop_tui.domain.gut_check_standing import to_recheck, words_changed
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.plain_text import clean_line
from workshop_tui.domain.values import changed, find
from workshop_tui.domain.word_swap import FEW_WORDS
from workshop_tui.progress import missing
from workshop_tui.room import Room
from workshop_tui.text.reaction import read_reaction
from workshop_tui.text.statement import check_statement
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.stages.gut_check import forms
from workshop_tui.ui.stages.gut_check.ladder import LadderPage
from workshop_tui.ui.stages.gut_check.panes import GutCheckPanes
from workshop_tui.ui.stages.gut_check.sheets import SheetPage
from workshop_tui.ui.stages.gut_check.told import cause_line
from workshop_tui.ui.stages.gut_check.verdict import VerdictPage
from workshop_tui.ui.widgets.question import Answers

ASKS_SHOWN: Final = 2
"""Questions about a new wording that are shown while it is typed."""
NEED_A_STATEMENT: Final = frozenset(
    {"record_reaction", "probe_reaction", "swap_word", "accept_statement", "show_verdict"}
)
NEED_A_PERSON: Final = frozenset(
    {"record_reaction", "probe_reaction", "change_stakeholder", "show_sheets"}
)
NOT_BEFORE_THE_ROOM: Final = NEED_A_PERSON | {
    "next_step",
    "record_feeling",
    "add_stakeholder",
    "swap_word",
    "set_culture",
}


class GutCheckView(GutCheckPanes):
    """People who did not write the statement say what it does to them."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._unconfirmed: dict[str, str] = {}

    # -- moving ------------------------------------------------------------------------------------

    def command_move_left(self) -> None:
        self.words.move("left")

    def command_move_right(self) -> None:
        self.words.move("right")

    # -- commands ----------------------------------------------------------------------------------

    def reason_against(self, command: str) -> Message | None:
        if command in NOT_BEFORE_THE_ROOM and self.is_projecting:
            return Message.of("gut_check_view.room_sees_this")
        if command in NEED_A_STATEMENT and not self._statement:
            return Message.of("refused.no_statement_yet")
        if command in NEED_A_PERSON and self._person is None:
            return Message.of("gut_check_view.nobody_selected")
        if command == "probe_reaction" and self._latest is None:
            return Message.of("gut_check_view.no_reaction_yet")
        if command == "next_step" and self._next_step != command:
            return self.reason_against(self._next_step)
        return super().reason_against(command)

    @property
    def _next_step(self) -> str:
        person = self._person
        if person is None:
            return "record_feeling"
        if self._latest is None or person in to_recheck(self.session.gut_check):
            return "record_reaction"
        return "probe_reaction"

    async def command_next_step(self) -> None:
        """What the person under the cursor is to be asked next."""
        match self._next_step:
            case "record_feeling":
                await self._feel_or_go_on()
            case "record_reaction":
                await self.command_record_reaction()
            case _:
                await self.command_probe_reaction()

    async def _feel_or_go_on(self) -> None:
        waiting = unanswered(self.session.gut_check)
        if waiting and self._statement:
            await self.ask_form(forms.go_on_form(waiting, self.t))
        else:
            await self.command_record_feeling()

    async def command_record_feeling(self) -> None:
        await self.ask_form(self._feeling_form())

    def _feeling_form(self) -> Form:
        return forms.feeling_form(self.session.setup, self.words.selected_word, self.t)

    async def command_set_culture(self) -> None:
        await self.ask_form(forms.culture_form(self.session.gut_check.culture, self.t))

    async def command_add_stakeholder(self) -> None:
        form = forms.stakeholder_form(self.t)

        def add(answers: Answers) -> bool:
            done = self.act(form.action(answers))
            if done:
                self.people.select(self.session.gut_check.stakeholders[-1].id)
            return done

        await self.ask(form.name, form.questions, add)

    async def command_change_stakeholder(self) -> None:
        if self._person is not None:
            await self.ask_form(forms.change_form(self._person, self.t))

    async def command_show_sheets(self) -> None:
        if self._person is not None:
            await self.frame.open_page(SheetPage(self.session, self._person, self.opened))

    async def command_show_verdict(self) -> None:
        await self.frame.open_page(VerdictPage(self.session))

    async def command_record_reaction(self) -> None:
        """First what nags, then the words exactly as they were said, then how they are read."""
        person = self._person
        if person is None or not await self._own_feeling_is_settled(self.command_record_reaction):
            return

        async def read(answers: Answers) -> bool:
            await self._ask_reading(person, answers.text("words"))
            return True

        before = self._unconfirmed.get(person.id, "")
        await self.ask(f"words of {person.id}", [forms.words_question(before, self.t)], read)

    async def _own_feeling_is_settled(self, then: Callable[[], Awaitable[None]]) -> bool:
        """Whether nothing stands between the own feeling and the others; if so, it is asked.

        then: what to do once it is settled.
        """
        gut_check = self.session.gut_check
        waiting = unanswered(gut_check)
        if not gut_check.feelings and not gut_check.reactions:
            form = self._feeling_form()
        elif waiting:
            form = forms.go_on_form(waiting, self.t)
        else:
            return True

        async def go_on(answers: Answers) -> bool:
            done = self.act(form.action(answers))
            if done:
                await then()
            return done

        await self.ask(form.name, form.questions, go_on)
        return False

    async def _ask_reading(self, person: Stakeholder, words: str) -> None:
        gut_check = self.session.gut_check
        reading = read_reaction(clean_line(words), self.session.language)
        usual = gut_check.reactions[-1].how if gut_check.reactions else "in_person"
        form = forms.reading_form(person, words, reading, usual, self.t)
        # Until the reading is confirmed the words wait here: leaving must not lose them.
        self._unconfirmed[person.id] = words

        def record(answers: Answers) -> bool:
            done = self.act(form.action(answers))
            if done:
                del self._unconfirmed[person.id]
                if answers.text("code") != "strong":
                    self.notice(Message.of("gut_check_view.probe_now"))
            return done

        await self.ask(form.name, form.questions, record)

    async def command_probe_reaction(self) -> None:
        """Down the ladder on a page of its own, from the first rung that is open."""
        reaction = self._latest
        if reaction is None:
            return
        reading = self._read(clean_line(reaction.words))
        page = LadderPage(self.room, reaction.id, reading, self._swap_because_of)
        await self.frame.open_page(page)
        page.select_word(self.words.selected)
        await page.ask_next()

    async def command_swap_word(self) -> None:
        if self.words.selected is not None:
            # Praise is no reason to change a word: such a change is made without a remark.
            latest = self._latest
            await self._ask_swap(
                self.words.selected, latest if latest and latest.code != "strong" else None
            )

    async def _swap_because_of(self, reaction: str, position: int) -> None:
        self.words.select(position)
        await self._ask_swap(position, find(self.session.gut_check.reactions, reaction))

    async def _ask_swap(self, position: int, cause: Reaction | None) -> None:
        because = cause_line(cause, self.session.gut_check, self.said) if cause else ""
        form = forms.swap_form(
            position,
            self._statement.split()[position],
            cause.id if cause else "",
            self.t("gut_check_view.because_of", words=because) if because else "",
            cause.instead if cause else "",
            self._preview,
            self.t,
        )

        async def swap(answers: Answers) -> bool:
            action = SwapWord(
                position=position, new=answers.text("new"), cause=cause.id if cause else ""
            )
            after = self._after(action)
            if words_changed(self.session.scoring, after) <= FEW_WORDS:
                return self.act(action)
            # The class of who said it may be a name, and a draft's reason is told to everybody.
            await self._ask_where(action, after, f"“{clean_line(cause.words)}”" if cause else "")
            return True

        await self.ask(form.name, form.questions, swap)

    async def _ask_where(self, action: SwapWord, after: GutCheck, remark: str) -> None:
        """A change of more than a word or two is another statement: is it to be drafted?"""
        text = statement(self.session.scoring, after)
        size = words_changed(self.session.scoring, after)

        async def then(answers: Answers) -> bool:
            if answers.text("where") == forms.HERE:
                return self.act(action)
            outcome = self.session.scoring.outcome
            draft = outcome.draft if outcome else ""
            done = self.act(EditDraft(draft=draft, text=text, reason=remark))
            if done:
                await self.frame.go_to("drafting")
                self.notice(Message.of("gut_check_view.drafted_again"))
            return done

        question = forms.growth_question(size, text, self.t)
        await self.ask(f"where {text}", [question], then)

    async def command_accept_statement(self) -> None:
        if await self._own_feeling_is_settled(self.command_accept_statement):
            lacks = [self.said(each) for each in missing(self.session, "gut_check")]
            await self.ask_form(forms.accept_form(lacks, self.t))

    def _after(self, action: SwapWord) -> GutCheck:
        """The gut check as it would be after a swap. Raises RefusedError."""
        session = self.session
        cleaned = changed(action, new=clean_line(action.new))
        return apply(session.setup, session.scoring, session.gut_check, cleaned)

    def _preview(self, action: SwapWord) -> Sequence[str]:
        """What the statement would be after a swap, and what may be asked of it then."""
        try:
            after = self._after(action)
        except RefusedError as refused:
            return [self.said(refused.reason)]
        text = statement(self.session.scoring, after)
        findings = check_statement(text, voices=self.readings.current).findings
        size = words_changed(self.session.scoring, after)
        grown = [self.t("gut_check_view.grown", count=size)] if size > FEW_WORDS else []
        return [text, *grown, *(self.said(each.ask) for each in findings[:ASKS_SHOWN])]
