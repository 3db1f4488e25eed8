"""The own feeling of those who wrote the statement: it comes before anybody else's."""

from collections.abc import Awaitable, Callable

from workshop_tui.domain.gut_check import unanswered
from workshop_tui.domain.message import Message
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.stages.gut_check import forms
from workshop_tui.ui.stages.gut_check.host import GutCheckHost, reason_against_now
from workshop_tui.ui.widgets.question import Answers


class OwnFeeling(CommandTarget):
    """Asks for it, and why the group goes on where it nags."""

    def __init__(self, host: GutCheckHost) -> None:
        self._host = host

    def reason_against(self, command: str) -> Message | None:
        return reason_against_now(command, self._host)

    async def command_record_feeling(self) -> None:
        await self._host.ask_form(self._form())

    def _form(self) -> Form:
        host = self._host
        return forms.feeling_form(host.session.setup, host.words.selected_word, host.t)

    async def feel_or_go_on(self) -> None:
        """Ask why the group goes on with what nags; else for another feeling."""
        host = self._host
        waiting = unanswered(host.session.gut_check)
        if waiting and host.statement:
            await host.ask_form(forms.go_on_form(waiting, host.t))
        else:
            await self.command_record_feeling()

    async def is_settled(self, then: Callable[[], Awaitable[None]]) -> bool:
        """Whether nothing stands between the own feeling and the others; if so, it is asked.

        then: what to do once it is settled.
        """
        host, gut_check = self._host, self._host.session.gut_check
        waiting = unanswered(gut_check)
        if not gut_check.feelings and not gut_check.reactions:
            form = self._form()
        elif waiting:
            form = forms.go_on_form(waiting, host.t)
        else:
            return True

        async def go_on(answers: Answers) -> bool:
            done = host.act(form.action(answers))
            if done:
                await then()
            return done

        await host.ask(form.name, form.questions, go_on)
        return False
