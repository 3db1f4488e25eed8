"""Feelings: what nags the writers themselves, before anybody else is asked."""

from typing import ClassVar, TypeAlias

from workshop_tui.domain.gut_check.on_gut_check import OnGutCheck
from workshop_tui.domain.message import refuse
from workshop_tui.domain.values import Identified, Line, Text, add, changed, put, required


class Feeling(Identified, frozen=True):
    """What nags before anybody else is asked. person: "" stands for the facilitator."""

    nags: bool
    person: str = ""
    word: Line = ""
    text: Text = ""
    went_on_because: Line = ""
    """Why the group went on although it nags; "" while nobody said so."""
    is_past: bool = False
    """The same person felt something else later on."""


class RecordFeeling(OnGutCheck, frozen=True):
    id_prefix: ClassVar[str] = "feeling"
    nags: bool
    id: str = ""
    person: str = ""
    word: Line = ""
    text: Text = ""


class GoOnWithFeelings(OnGutCheck, frozen=True):
    """Go on although something nags; what nags stays and is carried along with the reason."""

    because: Line


FeelingAction: TypeAlias = RecordFeeling | GoOnWithFeelings


def feelings_after(feelings: tuple[Feeling, ...], action: FeelingAction) -> tuple[Feeling, ...]:
    """The feelings after the action. Raises RefusedError."""
    if isinstance(action, RecordFeeling):
        return _felt(feelings, action)
    because = required(action.because, "because")
    waiting = unanswered_feelings(feelings)
    if not waiting:
        raise refuse("refused.nothing_nags")
    for feeling in waiting:
        feelings = put(feelings, changed(feeling, went_on_because=because))
    return feelings


def nagging_feelings(feelings: tuple[Feeling, ...]) -> tuple[Feeling, ...]:
    """The latest feeling of each person, where it nags."""
    return tuple(each for each in feelings if each.nags and not each.is_past)


def unanswered_feelings(feelings: tuple[Feeling, ...]) -> tuple[Feeling, ...]:
    """Those that nag and of which nobody has said yet why the group goes on all the same."""
    return tuple(each for each in nagging_feelings(feelings) if not each.went_on_because)


def _felt(feelings: tuple[Feeling, ...], action: RecordFeeling) -> tuple[Feeling, ...]:
    """With what this person feels now; what the same person felt before is past."""
    feeling = Feeling(
        id=action.id, nags=action.nags, person=action.person, word=action.word, text=action.text
    )
    past = tuple(
        changed(each, is_past=True) if each.person == action.person else each for each in feelings
    )
    return add(past, feeling)
