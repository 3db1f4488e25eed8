"""Gut check: people who did not write the statement react to it, down to the word. No files.

What it holds and what can be done. Where it stands (who is covered, who is to be asked again, what
is still missing) is read in `gut_check_standing`; how a word leaves a sentence, in `word_swap`.
"""

from typing import ClassVar, Literal, TypeAlias, assert_never, get_args

from workshop_tui.domain.message import refuse
from workshop_tui.domain.scoring import Scoring
from workshop_tui.domain.setup import Setup, writers
from workshop_tui.domain.values import (
    Action,
    Count,
    Identified,
    Line,
    Name,
    Text,
    Value,
    add,
    changed,
    find,
    put,
    required,
    revised,
)
from workshop_tui.domain.word_swap import swapped

StakeholderClass = Literal["executive", "manager", "frontline"]
STAKEHOLDER_CLASSES: tuple[StakeholderClass, ...] = get_args(StakeholderClass)
ReactionCode = Literal["strong", "faint", "hesitant", "negative"]
REACTION_CODES: tuple[ReactionCode, ...] = get_args(ReactionCode)
ReactionChannel = Literal["in_person", "phone", "video", "written", "group"]
"""How a reaction was taken. group: while others listened, which makes it the most polite."""
REACTION_CHANNELS: tuple[ReactionChannel, ...] = get_args(ReactionChannel)
Culture = Literal["unknown", "open", "guarded"]
"""Whether criticism is said openly here. Where it is guarded, missing praise is the signal."""


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


class Stakeholder(Identified, frozen=True):
    name: Name
    kind: StakeholderClass | Literal["withheld"]
    """withheld: only in what leaves the program, where the class would tell who it is."""
    function: Name = ""
    may_be_named: bool = False


class Reaction(Identified, frozen=True):
    stakeholder: str
    version: Count
    """Of the statement that was read out, counted from 1. All reactions to it are one round."""
    words: Text
    """Exactly what was said."""
    code: ReactionCode
    """The facilitator's reading; only strong is good."""
    how: ReactionChannel = "in_person"
    where: Line = ""
    is_a_word: bool | None = None
    """Whether it is a particular word; None before that was asked."""
    stumbled_over: Line = ""
    why: Text = ""
    without_it: Text = ""
    instead: Line = ""
    """What this person would say in place of the word."""


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


class _GutCheckAction(Action, frozen=True):
    stage = "gut_check"


class RecordFeeling(_GutCheckAction, frozen=True):
    id_prefix: ClassVar[str] = "feeling"
    nags: bool
    id: str = ""
    person: str = ""
    word: Line = ""
    text: Text = ""


class GoOnWithFeelings(_GutCheckAction, frozen=True):
    """Go on although something nags; what nags stays and is carried along with the reason."""

    because: Line


class SetCulture(_GutCheckAction, frozen=True):
    """Whether criticism is said openly in this organisation."""

    culture: Culture


class AddStakeholder(_GutCheckAction, frozen=True):
    id_prefix: ClassVar[str] = "stakeholder"
    name: Name
    kind: StakeholderClass
    id: str = ""
    function: Name = ""
    may_be_named: bool = False


class ChangeStakeholder(_GutCheckAction, frozen=True):
    """Fields left out stay; so consent can be given or taken back at any time."""

    stakeholder: str
    name: Name | None = None
    kind: StakeholderClass | None = None
    function: Name | None = None
    may_be_named: bool | None = None


class RecordReaction(_GutCheckAction, frozen=True):
    id_prefix: ClassVar[str] = "reaction"
    stakeholder: str
    words: Text
    code: ReactionCode
    id: str = ""
    how: ReactionChannel = "in_person"
    where: Line = ""


class ProbeReaction(_GutCheckAction, frozen=True):
    """Rungs of the ladder: is it a word? which? why? without it? instead? Those left out stay."""

    reaction: str
    code: ReactionCode | None = None
    is_a_word: bool | None = None
    stumbled_over: Line | None = None
    why: Text | None = None
    without_it: Text | None = None
    instead: Line | None = None


class SwapWord(_GutCheckAction, frozen=True):
    """A new version with one word replaced, or taken out where `new` is empty.

    position: of the word in the statement, counted from 0.
    """

    position: Count
    new: Line = ""
    cause: str = ""


class AcceptStatement(_GutCheckAction, frozen=True):
    because: Line


GutCheckAction: TypeAlias = (
    RecordFeeling
    | GoOnWithFeelings
    | SetCulture
    | AddStakeholder
    | ChangeStakeholder
    | RecordReaction
    | ProbeReaction
    | SwapWord
    | AcceptStatement
)


def apply(setup: Setup, scoring: Scoring, gut_check: GutCheck, action: GutCheckAction) -> GutCheck:
    """The gut check after the action. Raises RefusedError with the reason."""
    match action:
        case RecordFeeling():
            return changed(gut_check, feelings=_felt(gut_check.feelings, action))
        case GoOnWithFeelings():
            return _gone_on(gut_check, action)
        case SetCulture():
            if action.culture == gut_check.culture:
                raise refuse("refused.nothing_changed")
            return changed(gut_check, culture=action.culture)
        case AddStakeholder() | ChangeStakeholder():
            others = _stakeholders_after(setup, gut_check.stakeholders, action)
            return changed(gut_check, stakeholders=others)
        case RecordReaction():
            return _with_reaction(scoring, gut_check, action)
        case ProbeReaction():
            probed = _probed(find(gut_check.reactions, action.reaction), action)
            return changed(gut_check, reactions=put(gut_check.reactions, probed))
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
    return tuple(each for each in gut_check.feelings if each.nags and not each.is_past)


def unanswered(gut_check: GutCheck) -> tuple[Feeling, ...]:
    """What nags and nobody has said yet why the group goes on all the same."""
    return tuple(feeling for feeling in nagging(gut_check) if not feeling.went_on_because)


def plain_word(word: str) -> str:
    """A word without the punctuation around it, small letters."""
    return word.strip(".,;:!?\"'“”‘’()[]…-–—").casefold()


def _chosen(scoring: Scoring) -> str:
    return scoring.outcome.statement if scoring.outcome else ""


def _felt(feelings: tuple[Feeling, ...], action: RecordFeeling) -> tuple[Feeling, ...]:
    """With what this person feels now; what the same person felt before is past."""
    feeling = Feeling(
        id=action.id, nags=action.nags, person=action.person, word=action.word, text=action.text
    )
    past = tuple(
        changed(each, is_past=True) if each.person == action.person else each for each in feelings
    )
    return add(past, feeling)


def _stakeholders_after(
    setup: Setup, others: tuple[Stakeholder, ...], action: AddStakeholder | ChangeStakeholder
) -> tuple[Stakeholder, ...]:
    if isinstance(action, AddStakeholder):
        stakeholder = Stakeholder(
            id=action.id,
            name=_not_a_writer(setup, action.name),
            kind=action.kind,
            function=action.function,
            may_be_named=action.may_be_named,
        )
        return add(others, stakeholder)
    stakeholder = revised(
        find(others, action.stakeholder),
        name=None if action.name is None else _not_a_writer(setup, action.name),
        kind=action.kind,
        function=action.function,
        may_be_named=action.may_be_named,
    )
    return put(others, stakeholder)


def _probed(reaction: Reaction, action: ProbeReaction) -> Reaction:
    return revised(
        reaction,
        code=action.code,
        is_a_word=action.is_a_word,
        stumbled_over=action.stumbled_over,
        why=action.why,
        without_it=action.without_it,
        instead=action.instead,
    )


def _accepted(scoring: Scoring, gut_check: GutCheck, action: AcceptStatement) -> Acceptance:
    _statement_or_refuse(scoring, gut_check)
    _refuse_while_unanswered(gut_check)
    because = required(action.because, "because")
    return Acceptance(because=because, version=statement_version(gut_check))


def _gone_on(gut_check: GutCheck, action: GoOnWithFeelings) -> GutCheck:
    because = required(action.because, "because")
    waiting = unanswered(gut_check)
    if not waiting:
        raise refuse("refused.nothing_nags")
    feelings = gut_check.feelings
    for feeling in waiting:
        feelings = put(feelings, changed(feeling, went_on_because=because))
    return changed(gut_check, feelings=feelings)


def _not_a_writer(setup: Setup, name: str) -> str:
    required(name, "name")
    if any(writer.name.casefold() == name.casefold() for writer in writers(setup)):
        raise refuse("refused.writer_as_stakeholder", name=name)
    return name


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


def _with_reaction(scoring: Scoring, gut_check: GutCheck, action: RecordReaction) -> GutCheck:
    _statement_or_refuse(scoring, gut_check)
    find(gut_check.stakeholders, action.stakeholder)
    _refuse_while_unanswered(gut_check)
    reaction = Reaction(
        id=action.id,
        stakeholder=action.stakeholder,
        version=statement_version(gut_check),
        words=required(action.words, "words"),
        code=action.code,
        how=action.how,
        where=action.where,
    )
    return changed(gut_check, reactions=add(gut_check.reactions, reaction))


def _swapped(scoring: Scoring, gut_check: GutCheck, action: SwapWord) -> StatementVersion:
    if action.cause:
        find(gut_check.reactions, action.cause)
    swap = swapped(_statement_or_refuse(scoring, gut_check), action.position, action.new)
    return StatementVersion(
        text=swap.text, removed=swap.removed, added=swap.added, cause=action.cause
    )
