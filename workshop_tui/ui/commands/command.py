"""What a command is: a name, the keys that call it and the place where it acts."""

from typing import Final, Literal, TypeAlias

import msgspec

from workshop_tui.domain.message import Message
from workshop_tui.domain.values import STAGES, Stage

Place: TypeAlias = (
    Stage
    | Literal[
        "everywhere",
        "lists",
        "workshop",
        "stages",
        "home",
        "record",
        "guide",
        "help",
        "ladder",
        "sheet",
        "due",
        "brief",
        "plan",
    ]
)
"""Where a command acts: a stage, `workshop` (all six), `stages` (these, and the pages over them
from which another stage can be gone to), the home screen, a page that opens over the work, `lists`
(wherever a line can be selected), or `everywhere`. `plan`: the timeline of the goals, and what
customers or employees say; `due`: what waited for the facilitator."""


class Command(msgspec.Struct, frozen=True):
    """One thing that a key does.

    name: `command_<name>` is the method that does it; label and help are found by it too.
    keys: the first is the one that the footer shows; () for one reached by the palette alone.
    is_in_footer: named on the bottom line of its place; the table's order is the order there.
    changes: it changes the workshop, so it is refused where the workshop may only be read.
    """

    name: str
    keys: tuple[str, ...]
    where: Place
    is_in_footer: bool = False
    changes: bool = False

    @property
    def area(self) -> str:
        """The catalogue that holds its label and help: a stage's own, or `commands`."""
        return f"{self.where}_view" if self.where in STAGES else "commands"

    @property
    def label(self) -> Message:
        """Two or three words, as the footer and the palette show them."""
        return Message(f"{self.area}.{self.name}.label")

    @property
    def help(self) -> Message:
        """One line that says what it does."""
        return Message(f"{self.area}.{self.name}.help")


PLACES_OF_A_STAGE: Final[tuple[Place, ...]] = ("workshop", "stages", "lists", "everywhere")
"""What acts on a stage's screen besides the stage's own commands."""
