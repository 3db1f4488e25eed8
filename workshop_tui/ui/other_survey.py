"""Another survey beside the workshop's own: read away from the screen, compared under its marks.

It is read last, when nothing else waits.
"""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.survey import ComparedSurvey
from workshop_tui.room import Room
from workshop_tui.ui.readings import Readings

if TYPE_CHECKING:
    from workshop_tui.text.reading import Comparison, Reading


class Compared(msgspec.Struct, frozen=True):
    """own: the workshop's survey; other: the one beside it, under the same marks.

    survey: which one that is. comparison: what is said more and less in the later of the two.
    """

    survey: ComparedSurvey
    own: "Reading"
    other: "Reading"
    comparison: "Comparison"

    @property
    def now(self) -> "Reading":
        """The later survey."""
        return self.own if self.survey.taken == "earlier" else self.other

    @property
    def before(self) -> "Reading":
        """The earlier survey."""
        return self.other if self.survey.taken == "earlier" else self.own


class NotComparable(msgspec.Struct, frozen=True):
    """Why a survey cannot be read."""

    survey: ComparedSurvey
    fault: Message


class OtherSurvey:
    """Keeps the comparison with the survey that the workshop is compared with, if any."""

    def __init__(self, room: Room, readings: Readings) -> None:
        """readings: of the workshop's own survey."""
        self._room = room
        self._readings = readings
        self._last: Compared | NotComparable | None = None

    @property
    def _wanted(self) -> ComparedSurvey | None:
        return self._room.session.survey.compared

    @property
    def compared(self) -> Compared | None:
        """The current reading beside that of the other survey; None until there is one."""
        match self._last:
            case Compared(survey=survey, own=own) if survey == self._wanted:
                return self._last if own is self._readings.current else None
            case _:
                return None

    @property
    def fault(self) -> Message | None:
        """Why the other survey cannot be read; None where it can."""
        match self._last:
            case NotComparable(survey=survey, fault=fault) if survey == self._wanted:
                return fault
            case _:
                return None

    @property
    def is_due(self) -> bool:
        """Whether the other survey is still to be read."""
        is_wanted = self._wanted is not None and self._readings.current is not None
        return is_wanted and self.compared is None and self.fault is None

    async def do(self, reading: "Reading") -> None:
        """Compare this reading with the other survey, and tell who watches the readings."""
        survey = self._wanted
        if survey is None:
            return
        former = self._last if isinstance(self._last, Compared) else None
        try:
            self._last = await asyncio.to_thread(
                _compared, self._readings.folder, survey, reading, former
            )
        except RefusedError as refused:
            self._last = NotComparable(survey, refused.reason)
        self._readings.tell()


def _compared(
    folder: Path, survey: ComparedSurvey, own: "Reading", former: Compared | None
) -> Compared:
    """In a thread: the comparison. Raises RefusedError where the other answers are lost.

    folder: of the session. former: the last comparison, whose answers need not be read again.
    """
    from workshop_tui.store.answers import (  # noqa: PLC0415 - not before it is needed
        read_kept_answers,
    )
    from workshop_tui.store.layout import SessionFolder  # noqa: PLC0415 - as above
    from workshop_tui.text.reading import read_survey  # noqa: PLC0415 - brings numpy

    if former is not None and former.survey.answers_sha256 == survey.answers_sha256:
        other = former.other.with_choices(own.choices)
    else:
        answers = read_kept_answers(SessionFolder(folder), survey.answers_sha256)
        other = read_survey(answers.texts, own.choices)
    now, before = (own, other) if survey.taken == "earlier" else (other, own)
    return Compared(survey, own, other, now.compared_with(before))
