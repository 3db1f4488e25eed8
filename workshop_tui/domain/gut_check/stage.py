"""The value of the stage, which joins feelings, stakeholders and reactions to the statement.

Its versions since it was chosen are here, and the one way to change all of it.
"""

from typing import Literal, TypeAlias, assert_never

from workshop_tui.domain.gut_check.feelings import (
    Feeling,
    FeelingAction,
    GoOnWithFeelings,
    RecordFeeling,
    feelings_after,
    nagging_feelings,
    unanswered_feelings,
)
from workshop_tui.domain.gut_check.on_gut_check import OnGutCheck
from workshop_tui.domain.gut_check.reactions import (
    ProbeReaction,
    Reaction,
    ReactionAction,
    RecordReaction,
    reactions_after,
)
from workshop_tui.domain.gut_check.stakeholders import (
    AddStakeholder,
    ChangeStakeholder,
    Stakeholder,
    StakeholderAction,
    StakeholderClass,
    stakeholders_after,
)
from workshop_tui.domain.message import refuse
from workshop_tui.domain.scoring import Scoring
from workshop_tui.domain.setup import Setup
from workshop_tui.domain.values import Count, Line, Value, changed, find, required
from workshop_tui.domain.word_swap import swapped

Culture = Literal["unknown", "open", "guarded"]
"""Whether criticism is said openly here. Where it is guarded, missing praise is the signal."""


class StatementVersion(Value, frozen=True):
    """The statement after a change. cause: the reaction that led to it, "" where none did."""

    text: Line
    removed: Line = ""
    added: Line = ""
    cause: str = ""
    is_chosen_anew: bool = False
    """Not a changed word: the group went back and chose this statement."""


class Acceptance(Value, frozen=True):
    because: Line
    version: Count


class GutCheck(Value, frozen=True):
    feelings: tuple[Feeling, ...] = ()
    culture: Culture = "unknown"
    stakeholders: tuple[Stakeholder, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    changes: tuple[StatementVersion, ...] = ()
    accepted: Acceptance | None = None
    first: Line = ""
    """The statement that was version 1, once another was chosen."""
    also_covered: tuple[StakeholderClass, ...] = ()
    """Classes that were asked although no reaction may say so: only in what leaves the program."""


class SetCulture(OnGutCheck, frozen=True):
    """Whether criticism is said openly in this organisation."""

    culture: Culture


class SwapWord(OnGutCheck, frozen=True):
    """A new version with one word replaced, or taken out where `new` is empty.

    position: of the word in the statement, counted from 0.
    """

    position: Count
    new: Line = ""
    cause: str = ""


class AcceptStatement(OnGutCheck, frozen=True):
    because: Line


GutCheckAction: TypeAlias = (
    FeelingAction | SetCulture | StakeholderAction | ReactionAction | SwapWord | AcceptStatement
)


def apply(setup: Setup, scoring: Scoring, gut_check: GutCheck, action: GutCheckAction) -> GutCheck:
    """The gut check after the action. Raises RefusedError with the reason."""
    match action:
        case RecordFeeling() | GoOnWithFeelings():
            return changed(gut_check, feelings=feelings_after(gut_check.feelings, action))
        case SetCulture():
            if action.culture == gut_check.culture:
                raise refuse("refused.nothing_changed")
            return changed(gut_check, culture=action.culture)
        case AddStakeholder() | ChangeStakeholder():
            others = stakeholders_after(setup, gut_check.stakeholders, action)
            return changed(gut_check, stakeholders=others)
        case RecordReaction() | ProbeReaction():
            if isinstance(action, RecordReaction):
                _refuse_to_ask(scoring, gut_check, action.stakeholder)
            version = statement_version(gut_check)
            reactions = reactions_after(gut_check.reactions, action, version)
            return changed(gut_check, reactions=reactions)
        case SwapWord():
            swap = _swapped(scoring, gut_check, action)
            return changed(gut_check, changes=(*gut_check.changes, swap))
        case AcceptStatement():
            return changed(gut_check, accepted=_accepted(scoring, gut_check, action))
        case _:
            assert_never(action)


def statement(scoring: Scoring, gut_check: GutCheck) -> str:
    """The statement as it reads now; "" before one was chosen."""
    chosen = _chosen(scoring)
    return gut_check.changes[-1].text if chosen and gut_check.changes else chosen


def statement_version(gut_check: GutCheck) -> int:
    """The number of the statement's latest version, counted from 1."""
    return len(gut_check.changes) + 1


def statement_versions(scoring: Scoring, gut_check: GutCheck) -> tuple[str, ...]:
    """All versions of the statement, oldest first."""
    chosen = _chosen(scoring)
    first = gut_check.first or chosen
    return (first, *(change.text for change in gut_check.changes)) if chosen else ()


def with_choice(before: Scoring, after: Scoring, gut_check: GutCheck) -> GutCheck:
    """The gut check once the group has chosen again: another statement is the next version.

    What was said of the former one stays and is no longer an answer.
    """
    old, new = _chosen(before), _chosen(after)
    is_untouched = not (gut_check.reactions or gut_check.changes)
    if is_untouched or not old or not new or old == new:
        return gut_check
    version = StatementVersion(text=new, is_chosen_anew=True)
    return changed(gut_check, first=gut_check.first or old, changes=(*gut_check.changes, version))


def nagging(gut_check: GutCheck) -> tuple[Feeling, ...]:
    """The latest feeling of each person, where it nags: what is carried along."""
    return nagging_feelings(gut_check.feelings)


def unanswered(gut_check: GutCheck) -> tuple[Feeling, ...]:
    """What nags and nobody has said yet why the group goes on all the same."""
    return unanswered_feelings(gut_check.feelings)


def plain_word(word: str) -> str:
    """A word without the punctuation around it, small letters."""
    return word.strip(".,;:!?\"'“”‘’()[]…-–—").casefold()


def _chosen(scoring: Scoring) -> str:
    return scoring.outcome.statement if scoring.outcome else ""


def _accepted(scoring: Scoring, gut_check: GutCheck, action: AcceptStatement) -> Acceptance:
    _statement_or_refuse(scoring, gut_check)
    _refuse_while_unanswered(gut_check)
    because = required(action.because, "because")
    return Acceptance(because=because, version=statement_version(gut_check))


def _statement_or_refuse(scoring: Scoring, gut_check: GutCheck) -> str:
    current = statement(scoring, gut_check)
    if not current:
        raise refuse("refused.no_statement_yet")
    return current


def _refuse_while_unanswered(gut_check: GutCheck) -> None:
    """The polite "it's fine" begins at home: what nags is answered or gone past with a reason."""
    waiting = unanswered(gut_check)
    if waiting:
        raise refuse("refused.feeling_nags", len(waiting))


def _refuse_to_ask(scoring: Scoring, gut_check: GutCheck, stakeholder: str) -> None:
    """Refuse a reaction where there is no statement, nobody of that id, or something nags."""
    _statement_or_refuse(scoring, gut_check)
    find(gut_check.stakeholders, stakeholder)
    _refuse_while_unanswered(gut_check)


def _swapped(scoring: Scoring, gut_check: GutCheck, action: SwapWord) -> StatementVersion:
    if action.cause:
        find(gut_check.reactions, action.cause)
    swap = swapped(_statement_or_refuse(scoring, gut_check), action.position, action.new)
    return StatementVersion(
        text=swap.text, removed=swap.removed, added=swap.added, cause=action.cause
    )
