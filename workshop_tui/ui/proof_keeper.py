"""What a reading proves to the record is kept when nothing else waits.

So an export need not read the answers again. Leaves out how it is kept (`kept_evidence`).
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.session import Session
from workshop_tui.domain.survey import ComparedSurvey
from workshop_tui.room import Room
from workshop_tui.ui.other_survey import OtherSurvey
from workshop_tui.ui.readings import Readings, Wanted, customers_of, survey_of

if TYPE_CHECKING:
    from workshop_tui.text.reading import Comparison, Reading

Keeper: TypeAlias = "Callable[[Session, Reading, Comparison | None], None]"
"""In a thread: keeps what the session's reading proves, and the comparison where there is one."""


class Proven(msgspec.Struct, frozen=True):
    """Of what something was kept: all that may change while the workshop goes on."""

    answers: Wanted | None
    statement: str
    compared: ComparedSurvey | None
    customers: Wanted | None


class ProofKeeper:
    """Keeps it once for each state of the workshop that proves something else."""

    def __init__(self, room: Room, readings: Readings, other: OtherSurvey, keep: Keeper) -> None:
        self._room = room
        self._readings = readings
        self._other = other
        self._keep = keep
        self._kept: Proven | None = None

    @property
    def is_due(self) -> bool:
        """Whether the current reading proves what was not kept yet."""
        is_complete = self._readings.current_is_wanted and self._other.fault is None
        return is_complete and self._proven() != self._kept

    async def do(self, reading: "Reading") -> None:
        """Keep what this reading proves."""
        self._kept = self._proven()
        compared = self._other.compared
        comparison = compared.comparison if compared else None
        await asyncio.to_thread(self._keep, self._room.session, reading, comparison)

    def _proven(self) -> Proven:
        session = self._room.session
        return Proven(
            answers=survey_of(session),
            statement=statement(session.scoring, session.gut_check),
            compared=session.survey.compared,
            customers=customers_of(session),
        )
