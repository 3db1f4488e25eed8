"""What those that do the commands of the gut check may know of its view, and what these need."""

from typing import Final, Protocol

from workshop_tui.domain.gut_check import Reaction, Stakeholder
from workshop_tui.domain.message import Message
from workshop_tui.text.reaction import ReactionReading
from workshop_tui.ui.opened import OpenedWorkshop
from workshop_tui.ui.readings import Readings
from workshop_tui.ui.stages.base import StageHost
from workshop_tui.ui.widgets.words import WordLine

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


class GutCheckHost(StageHost, Protocol):
    """The gut check view, as far as its doers know it."""

    opened: OpenedWorkshop
    readings: Readings
    is_projecting: bool
    words: WordLine
    """The statement, with the cursor on a word."""

    @property
    def statement(self) -> str:
        """The statement as it reads now; "" before there is one."""
        ...

    @property
    def person(self) -> Stakeholder | None:
        """The stakeholder under the cursor."""
        ...

    @property
    def latest(self) -> Reaction | None:
        """The latest reaction of the stakeholder under the cursor."""
        ...

    def select_person(self, stakeholder: str) -> None:
        """Put the cursor on this stakeholder."""
        ...

    def read(self, words: str) -> ReactionReading | None:
        """How words of a reaction are read; None until the word lists are there."""
        ...

    def said(self, message: Message) -> str: ...


def reason_against_now(command: str, host: GutCheckHost) -> Message | None:
    """What a command of the gut check lacks: a room that looks away, a statement, a person."""
    if command in NOT_BEFORE_THE_ROOM and host.is_projecting:
        return Message.of("gut_check_view.room_sees_this")
    if command in NEED_A_STATEMENT and not host.statement:
        return Message.of("refused.no_statement_yet")
    if command in NEED_A_PERSON and host.person is None:
        return Message.of("gut_check_view.nobody_selected")
    if command == "probe_reaction" and host.latest is None:
        return Message.of("gut_check_view.no_reaction_yet")
    return None
