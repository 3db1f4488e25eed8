"""The statement itself: a word swapped for another one, and in the end accepted."""

from collections.abc import Sequence
from typing import Final

from workshop_tui.domain.drafting import EditDraft
from workshop_tui.domain.gut_check import GutCheck, Reaction, SwapWord, apply, statement
from workshop_tui.domain.gut_check_standing import words_changed
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.plain_text import clean_line
from workshop_tui.domain.values import changed, find
from workshop_tui.domain.word_swap import FEW_WORDS
from workshop_tui.progress import missing
from workshop_tui.text.statement import check_statement
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.gut_check import forms
from workshop_tui.ui.stages.gut_check.host import GutCheckHost, reason_against_now
from workshop_tui.ui.stages.gut_check.own_feeling import OwnFeeling
from workshop_tui.ui.stages.gut_check.told import cause_line
from workshop_tui.ui.widgets.question import Answers

ASKS_SHOWN: Final = 2
"""Questions about a new wording that are shown while it is typed."""


class Wording(CommandTarget):
    """Changes single words; more than a few are for the group to draft again."""

    def __init__(self, host: GutCheckHost, own_feeling: OwnFeeling) -> None:
        self._host = host
        self._own_feeling = own_feeling

    def reason_against(self, command: str) -> Message | None:
        return reason_against_now(command, self._host)

    async def command_swap_word(self) -> None:
        host, position = self._host, self._host.words.selected
        if position is not None:
            # Praise is no reason to change a word: such a change is made without a remark.
            latest = host.latest
            await self._ask_swap(position, latest if latest and latest.code != "strong" else None)

    async def swap_because_of(self, reaction: str, position: int) -> None:
        """Ask for another word in this place, because of what was said in this reaction."""
        self._host.words.select(position)
        await self._ask_swap(position, find(self._host.session.gut_check.reactions, reaction))

    async def _ask_swap(self, position: int, cause: Reaction | None) -> None:
        host = self._host
        because = cause_line(cause, host.session.gut_check, host.said) if cause else ""
        form = forms.swap_form(
            position,
            host.statement.split()[position],
            cause.id if cause else "",
            host.t("gut_check_view.because_of", words=because) if because else "",
            cause.instead if cause else "",
            self._preview,
            host.t,
        )

        async def swap(answers: Answers) -> bool:
            action = SwapWord(
                position=position, new=answers.text("new"), cause=cause.id if cause else ""
            )
            after = self._after(action)
            if words_changed(host.session.scoring, after) <= FEW_WORDS:
                return host.act(action)
            # The class of who said it may be a name, and a draft's reason is told to everybody.
            await self._ask_where(action, after, f"“{clean_line(cause.words)}”" if cause else "")
            return True

        await host.ask(form.name, form.questions, swap)

    async def _ask_where(self, action: SwapWord, after: GutCheck, remark: str) -> None:
        """A change of more than a word or two is another statement: is it to be drafted?"""
        host = self._host
        text = statement(host.session.scoring, after)
        size = words_changed(host.session.scoring, after)

        async def then(answers: Answers) -> bool:
            if answers.text("where") == forms.HERE:
                return host.act(action)
            outcome = host.session.scoring.outcome
            draft = outcome.draft if outcome else ""
            done = host.act(EditDraft(draft=draft, text=text, reason=remark))
            if done:
                await host.frame.go_to("drafting")
                host.notice(Message.of("gut_check_view.drafted_again"))
            return done

        question = forms.growth_question(size, text, host.t)
        await host.ask(f"where {text}", [question], then)

    def _after(self, action: SwapWord) -> GutCheck:
        """The gut check as it would be after a swap. Raises RefusedError."""
        session = self._host.session
        cleaned = changed(action, new=clean_line(action.new))
        return apply(session.setup, session.scoring, session.gut_check, cleaned)

    def _preview(self, action: SwapWord) -> Sequence[str]:
        """What the statement would be after a swap, and what may be asked of it then."""
        host = self._host
        try:
            after = self._after(action)
        except RefusedError as refused:
            return [host.said(refused.reason)]
        text = statement(host.session.scoring, after)
        findings = check_statement(text, voices=host.readings.current).findings
        size = words_changed(host.session.scoring, after)
        grown = [host.t("gut_check_view.grown", count=size)] if size > FEW_WORDS else []
        return [text, *grown, *(host.said(each.ask) for each in findings[:ASKS_SHOWN])]

    async def command_accept_statement(self) -> None:
        host = self._host
        if await self._own_feeling.is_settled(self.command_accept_statement):
            lacks = [host.said(each) for each in missing(host.session, "gut_check")]
            await host.ask_form(forms.accept_form(lacks, host.t))
