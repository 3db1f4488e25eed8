"""What the statement does to people who did not write it: their words, and down the ladder."""

from collections.abc import Awaitable, Callable

from workshop_tui.domain.gut_check import Stakeholder
from workshop_tui.domain.gut_check_standing import to_recheck
from workshop_tui.domain.message import Message
from workshop_tui.domain.plain_text import clean_line
from workshop_tui.text.reaction import read_reaction
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.gut_check import forms
from workshop_tui.ui.stages.gut_check.host import GutCheckHost, reason_against_now
from workshop_tui.ui.stages.gut_check.ladder import LadderPage
from workshop_tui.ui.stages.gut_check.own_feeling import OwnFeeling
from workshop_tui.ui.widgets.question import Answers


class Reactions(CommandTarget):
    """Takes down what the person under the cursor said, and asks what it is about."""

    def __init__(
        self,
        host: GutCheckHost,
        own_feeling: OwnFeeling,
        swap: Callable[[str, int], Awaitable[None]],
    ) -> None:
        """swap: asks for another word because of this reaction, at this position."""
        self._host = host
        self._own_feeling = own_feeling
        self._swap = swap
        self._unconfirmed: dict[str, str] = {}
        """By stakeholder: words whose reading was not confirmed yet; leaving must not lose them."""

    def reason_against(self, command: str) -> Message | None:
        reason = reason_against_now(command, self._host)
        if reason is None and command == "next_step":
            return reason_against_now(self._next_step, self._host)
        return reason

    @property
    def _next_step(self) -> str:
        person = self._host.person
        if person is None:
            return "record_feeling"
        if self._host.latest is None or person in to_recheck(self._host.session.gut_check):
            return "record_reaction"
        return "probe_reaction"

    async def command_next_step(self) -> None:
        """What the person under the cursor is to be asked next."""
        match self._next_step:
            case "record_feeling":
                await self._own_feeling.feel_or_go_on()
            case "record_reaction":
                await self.command_record_reaction()
            case _:
                await self.command_probe_reaction()

    async def command_record_reaction(self) -> None:
        """First what nags, then the words exactly as they were said, then how they are read."""
        host, person = self._host, self._host.person
        if person is None or not await self._own_feeling.is_settled(self.command_record_reaction):
            return

        async def read(answers: Answers) -> bool:
            await self._ask_reading(person, answers.text("words"))
            return True

        before = self._unconfirmed.get(person.id, "")
        await host.ask(f"words of {person.id}", [forms.words_question(before, host.t)], read)

    async def _ask_reading(self, person: Stakeholder, words: str) -> None:
        host, gut_check = self._host, self._host.session.gut_check
        reading = read_reaction(clean_line(words), host.session.language)
        usual = gut_check.reactions[-1].how if gut_check.reactions else "in_person"
        form = forms.reading_form(person, words, reading, usual, host.t)
        self._unconfirmed[person.id] = words

        def record(answers: Answers) -> bool:
            done = host.act(form.action(answers))
            if done:
                del self._unconfirmed[person.id]
                if answers.text("code") != "strong":
                    host.notice(Message.of("gut_check_view.probe_now"))
            return done

        await host.ask(form.name, form.questions, record)

    async def command_probe_reaction(self) -> None:
        """Down the ladder on a page of its own, from the first rung that is open."""
        host, reaction = self._host, self._host.latest
        if reaction is None:
            return
        reading = host.read(clean_line(reaction.words))
        page = LadderPage(host.room, reaction.id, reading, self._swap)
        await host.frame.open_page(page)
        page.select_word(host.words.selected)
        await page.ask_next()
