"""How the questions of set-up are answered: the form of a topic, or of a row of its list."""

from typing import Final

from workshop_tui.domain.message import Message
from workshop_tui.domain.setup import DropAgendaItem, Presence, SetPresence
from workshop_tui.domain.values import find
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.stages.setup import forms
from workshop_tui.ui.stages.topics import TopicsHost
from workshop_tui.ui.widgets.question import Answers

_NEXT_PRESENCE: Final[dict[Presence, Presence]] = {
    "present": "apology",
    "apology": "left",
    "left": "present",
}


class Answering(CommandTarget):
    """In any order, and again at any time."""

    def __init__(self, host: TopicsHost) -> None:
        self._host = host

    def reason_against(self, command: str) -> Message | None:
        if command == "change_presence" and not self._host.selected_in("people"):
            return Message.of("setup_view.no_person_selected")
        if command == "drop_agenda_item" and not self._host.selected_in("agenda"):
            return Message.of("setup_view.no_item_selected")
        return None

    async def command_answer(self) -> None:
        """Answer the question under the cursor, or change what is under it on the right."""
        if self._host.selected:
            await self._host.ask_form(self._form_to_change(self._host.selected))
        else:
            await self._ask_topic(self._host.topic)

    async def command_add(self) -> None:
        """Add to the list on the right."""
        await self._ask_topic(self._host.list_beside(self._host.topic))

    def command_change_presence(self) -> None:
        person = find(self._host.session.setup.people, self._host.selected_in("people"))
        self._host.act(SetPresence(person=person.id, presence=_NEXT_PRESENCE[person.presence]))

    def command_drop_agenda_item(self) -> None:
        self._host.act(DropAgendaItem(item=self._host.selected_in("agenda")))

    async def command_rename_workshop(self) -> None:
        await self._host.ask_form(forms.title_form(self._host.session.title, self._host.t))

    async def _ask_topic(self, topic: str) -> None:
        if topic == "people":
            await self._ask_people()
        else:
            await self._host.ask_form(self._form_of(topic))

    async def _ask_people(self) -> None:
        """A roster is filled line by line; an empty line is the end of it."""
        form = forms.new_person_form(self._host.t)

        async def then(answers: Answers) -> bool:
            if not answers.text("person"):
                return True
            if not self._host.act(form.action(answers)):
                return False
            await self._ask_people()
            return True

        await self._host.ask(form.name, form.questions, then)

    def _form_of(self, topic: str) -> Form:
        setup = self._host.session.setup
        match topic:
            case "scope":
                return forms.scope_form(setup, self._host.t)
            case "sponsor":
                return forms.sponsor_form(setup, self._host.t)
            case "rule":
                return forms.rule_form(setup, self._host.t)
            case "secrecy":
                return forms.secrecy_form(setup, self._host.t)
            case "meeting":
                return forms.meeting_form(setup, self._host.room.today, self._host.t)
            case "existing":
                return forms.new_existing_form(self._host.t)
            case _:
                return forms.new_agenda_form(self._host.t)

    def _form_to_change(self, selected: str) -> Form:
        setup = self._host.session.setup
        match self._host.list_beside(self._host.topic):
            case "agenda":
                return forms.agenda_form(find(setup.agenda, selected), self._host.t)
            case "existing":
                return forms.judge_form(find(setup.existing, selected), self._host.t)
            case _:
                return forms.person_form(find(setup.people, selected), self._host.t)
