"""Who is asked: people outside the room, their papers, and how openly people here disagree."""

from workshop_tui.domain.message import Message
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.gut_check import forms
from workshop_tui.ui.stages.gut_check.host import GutCheckHost, reason_against_now
from workshop_tui.ui.stages.gut_check.sheets import SheetPage
from workshop_tui.ui.widgets.question import Answers


class Stakeholders(CommandTarget):
    """Adds and changes them, and opens their papers."""

    def __init__(self, host: GutCheckHost) -> None:
        self._host = host

    def reason_against(self, command: str) -> Message | None:
        return reason_against_now(command, self._host)

    async def command_add_stakeholder(self) -> None:
        host = self._host
        form = forms.stakeholder_form(host.t)

        def add(answers: Answers) -> bool:
            done = host.act(form.action(answers))
            if done:
                host.select_person(host.session.gut_check.stakeholders[-1].id)
            return done

        await host.ask(form.name, form.questions, add)

    async def command_change_stakeholder(self) -> None:
        person = self._host.person
        if person is not None:
            await self._host.ask_form(forms.change_form(person, self._host.t))

    async def command_show_sheets(self) -> None:
        host, person = self._host, self._host.person
        if person is not None:
            await host.frame.open_page(SheetPage(host.session, person, host.opened))

    async def command_set_culture(self) -> None:
        host = self._host
        await host.ask_form(forms.culture_form(host.session.gut_check.culture, host.t))
