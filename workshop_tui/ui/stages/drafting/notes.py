"""Notes for the insight board: a customer's result, a line of the letter, a circled word."""

from typing import Final, Protocol, cast, get_args

from workshop_tui.domain.drafting import AddNote, Drafting, NoteKind, SetNoteAside
from workshop_tui.domain.exercises import Exercise, running
from workshop_tui.domain.message import Message
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.base import StageHost
from workshop_tui.ui.stages.drafting.forms import FiledQuestion, author_kept, filed
from workshop_tui.ui.widgets.question import Answers, ChoiceQuestion, Option

NOTED_IN: Final[dict[Exercise, NoteKind]] = {
    "good_day": "good_day",
    "thank_you_letter": "thank_you_letter",
    "recombine": "key_word",
}
"""What a note is in the exercises that have a kind of their own."""


def takes_notes(drafting: Drafting) -> bool:
    """Whether an exercise is on in which notes are taken."""
    run = running(drafting.runs, drafting.absences)
    return run is not None and run.kind in NOTED_IN


class NotesHost(StageHost, Protocol):
    """The drafting view, as far as notes know it."""

    @property
    def selected_note(self) -> str:
        """The note under the cursor of the board, if the keys act there; "" if none."""
        ...

    def select_newest_note(self) -> None:
        """Put the cursor of the board on the note that was just added."""
        ...


class Notes(CommandTarget):
    """How notes come onto the board, and off it again."""

    def __init__(self, host: NotesHost) -> None:
        self._host = host

    def reason_against(self, command: str) -> Message | None:
        if command == "set_note_aside" and not self._host.selected_note:
            return Message.of("drafting_view.no_note_selected")
        return None

    async def command_add_note(self) -> None:
        """What kind of note it is, the exercise decides; without one, the room."""
        host = self._host
        drafting = host.session.drafting
        run = running(drafting.runs, drafting.absences)
        if run is not None and run.kind in NOTED_IN:
            await self._ask_notes(NOTED_IN[run.kind])
            return

        async def then(answers: Answers) -> None:
            await self._ask_notes(cast("NoteKind", answers.text("kind")))

        kinds = get_args(NoteKind)
        question = ChoiceQuestion(
            key="kind",
            ask=host.t("drafting_view.ask_note_kind"),
            options=tuple(Option(kind, host.t(f"drafting_view.kind.{kind}")) for kind in kinds),
            default=kinds[0],
        )
        await host.ask("note kind", [question], then)

    async def _ask_notes(self, kind: NoteKind) -> None:
        """Line by line until an empty one."""
        host = self._host

        async def then(answers: Answers) -> bool:
            line = answers.text("line")
            if not line:
                return True
            found = filed(host.session.setup, line)
            author = author_kept(found, host.session.setup)
            if not host.act(AddNote(kind=kind, text=found.text, author=author)):
                return False
            host.select_newest_note()
            await self._ask_notes(kind)
            return True

        question = FiledQuestion(
            key="line",
            ask=host.t(f"drafting_view.ask_note.{kind}"),
            hint=host.t("drafting_view.ask_draft_hint"),
            optional=True,
            asks_again=True,
            setup=host.session.setup,
        )
        await host.ask(f"note {kind}", [question], then)

    def command_set_note_aside(self) -> None:
        self._host.act(SetNoteAside(note=self._host.selected_note))
