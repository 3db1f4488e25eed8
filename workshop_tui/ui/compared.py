"""Two surveys side by side, read away from the screen: the workshop's own and another one."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_tui.domain.survey import ComparedSurvey

if TYPE_CHECKING:
    from workshop_tui.text.reading import Comparison, Reading


@dataclass(frozen=True, slots=True)
class Compared:
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


def compared(
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
