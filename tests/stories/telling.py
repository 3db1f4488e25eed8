"""The words in which a story of a workshop is told: steps in time, people and drafts by number.

A story is what happened, as the facilitator typed it. What the program works out for itself (ids,
counts of people, the shuffle of the ballots) is not told: `playing` lets the program do it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from workshop_tui.domain.ballots import CastScores
from workshop_tui.domain.hidden_box import HiddenAction
from workshop_tui.domain.rounds import CRITERIA, Criterion, Reasons, Scores
from workshop_tui.domain.scoring import RecordVerdict, VerdictWord
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.survey import PinInsight
from workshop_tui.domain.sustain import GlossWord
from workshop_tui.domain.values import Stage
from workshop_tui.language import Language


@dataclass(frozen=True, slots=True)
class ImportSurvey:
    """The survey.csv in the folder of the story is imported."""


@dataclass(frozen=True, slots=True)
class ImportCustomers:
    """The customers.csv in the folder of the story is imported."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The last thing done in this stage is undone."""

    stage: Stage


@dataclass(frozen=True, slots=True)
class PutBack:
    """What was last undone in this stage is done again."""

    stage: Stage


Deed: TypeAlias = (
    WorkshopAction | HiddenAction | ImportSurvey | ImportCustomers | TakeBack | PutBack
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done by the facilitator. at: the clock on the wall of the workshop."""

    at: datetime
    deed: Deed


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """A whole workshop.

    slug: the name of its folder in `sessions`. utc_offset: of the wall clock. group_column: the
    column of the survey that says who is in which group.
    chapters: the steps of each stage in their order; a chapter may go back to an earlier stage.
    """

    slug: str
    language: Language
    utc_offset: timedelta
    group_column: str
    chapters: Mapping[Stage, tuple[Step, ...]]


def at(moment: str, *deeds: Deed, apart: int = 25) -> tuple[Step, ...]:
    """These deeds, the first at this moment ("2026-10-20 09:41"), then each so many seconds on."""
    first = datetime.fromisoformat(moment)
    return tuple(
        Step(first + timedelta(seconds=apart * place), deed) for place, deed in enumerate(deeds)
    )


def people_in_order(count: int) -> Iterator[str]:
    """The ids that the first people of the roster get."""
    return (f"person{number}" for number in range(1, count + 1))


def draft(number: int) -> str:
    """The id of the draft that people call by this number."""
    return f"draft{number}"


def word(text: str, note: str, under: str = "") -> PinInsight:
    return PinInsight(kind="word", text=text, note=note, under=under)


def phrase(text: str, note: str = "", under: str = "") -> PinInsight:
    return PinInsight(kind="phrase", text=text, note=note, under=under)


def quote(text: str, note: str = "", under: str = "") -> PinInsight:
    return PinInsight(kind="quote", text=text, note=note, under=under)


def card(voter: str, number: int, scores: str, **reasons: str) -> CastScores:
    """One person's card for one draft: "4 5 2 5" is simple, customer, now, aspire."""
    simple, customer, now, aspire = map(int, scores.split())
    return CastScores(
        voter=voter,
        draft=draft(number),
        scores=Scores(simple=simple, customer=customer, now=now, aspire=aspire),
        reasons=Reasons(**reasons),
    )


def verdicts(number: int, **given: tuple[VerdictWord, str]) -> tuple[RecordVerdict, ...]:
    """What the group said of one draft: a word and a reason for each criterion."""
    return tuple(_verdict(number, criterion, *given[criterion]) for criterion in CRITERIA)


def _verdict(number: int, criterion: Criterion, word: VerdictWord, reason: str) -> RecordVerdict:
    return RecordVerdict(draft=draft(number), criterion=criterion, word=word, reason=reason)


def glosses(meanings: Mapping[str, str]) -> tuple[GlossWord, ...]:
    """What each word of the statement means here."""
    return tuple(GlossWord(word=word, meaning=meaning) for word, meaning in meanings.items())
