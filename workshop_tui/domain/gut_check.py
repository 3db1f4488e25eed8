"""Gut check: people who did not write the statement react to it, down to the word. No files."""

from typing import ClassVar, Literal, TypeAlias, assert_never, get_args

from workshop_tui.domain.message import Message, refuse
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

StakeholderClass = Literal["executive", "manager", "frontline"]
STAKEHOLDER_CLASSES: tuple[StakeholderClass, ...] = get_args(StakeholderClass)
ReactionCode = Literal["strong", "faint", "hesitant", "negative"]
FEW_WORDS = 2
"""A statement that changes by more words than this goes back to drafting (our default)."""


class Feeling(Identified, frozen=True):
    """What nags before anybody else is asked. person: "" stands for the facilitator."""

    nags: bool
    person: str = ""
    word: Line = ""
    text: Text = ""


class Stakeholder(Identified, frozen=True):
    name: Name
    kind: StakeholderClass
    function: Name = ""
    may_be_named: bool = False


class Reaction(Identified, frozen=True):
    stakeholder: str
    version: Count
    """Of the statement that was read out, counted from 1."""
    words: Text
    """Exactly what was said."""
    code: ReactionCode
    """The facilitator's reading; only strong is good."""
    stumbled_over: Line = ""
    why: Text = ""
    without_it: Text = ""


class StatementVersion(Value, frozen=True):
    """The statement after a change. cause: the reaction that led to it, "" where none did."""

    text: Line
    removed: Line = ""
    added: Line = ""
    cause: str = ""


class Acceptance(Value, frozen=True):
    because: Line
    version: Count


class GutCheck(Value, frozen=True):
    feelings: tuple[Feeling, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    changes: tuple[StatementVersion, ...] = ()
    accepted: Acceptance | None = None


class _GutCheckAction(Action, frozen=True):
    stage = "gut_check"


class RecordFeeling(_GutCheckAction, frozen=True):
    id_prefix: ClassVar[str] = "feeling"
    nags: bool
    id: str = ""
    person: str = ""
    word: Line = ""
    text: Text = ""


class AddStakeholder(_GutCheckAction, frozen=True):
    id_prefix: ClassVar[str] = "stakeholder"
    name: Name
    kind: StakeholderClass
    id: str = ""
    function: Name = ""
    may_be_named: bool = False


class RecordReaction(_GutCheckAction, frozen=True):
    id_prefix: ClassVar[str] = "reaction"
    stakeholder: str
    words: Text
    code: ReactionCode
    id: str = ""


class ProbeReaction(_GutCheckAction, frozen=True):
    """The answers to: a particular word? why? and without it? Fields left out stay."""

    reaction: str
    code: ReactionCode | None = None
    stumbled_over: Line | None = None
    why: Text | None = None
    without_it: Text | None = None


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
    RecordFeeling | AddStakeholder | RecordReaction | ProbeReaction | SwapWord | AcceptStatement
)


def apply(setup: Setup, scoring: Scoring, gut_check: GutCheck, action: GutCheckAction) -> GutCheck:
    """The gut check after the action. Raises RefusedError with the reason."""
    match action:
        case RecordFeeling():
            feeling = Feeling(
                id=action.id,
                nags=action.nags,
                person=action.person,
                word=action.word,
                text=action.text,
            )
            return changed(gut_check, feelings=add(gut_check.feelings, feeling))
        case AddStakeholder():
            stakeholder = _not_a_writer(setup, action)
            return changed(gut_check, stakeholders=add(gut_check.stakeholders, stakeholder))
        case RecordReaction():
            return _with_reaction(scoring, gut_check, action)
        case ProbeReaction():
            probed = revised(
                find(gut_check.reactions, action.reaction),
                code=action.code,
                stumbled_over=action.stumbled_over,
                why=action.why,
                without_it=action.without_it,
            )
            return changed(gut_check, reactions=put(gut_check.reactions, probed))
        case SwapWord():
            version = _swapped(scoring, gut_check, action)
            return changed(gut_check, changes=(*gut_check.changes, version))
        case AcceptStatement():
            _statement_or_refuse(scoring, gut_check)
            accepted = Acceptance(
                because=required(action.because, "because"),
                version=statement_version(gut_check),
            )
            return changed(gut_check, accepted=accepted)
        case _:
            assert_never(action)


def statement(scoring: Scoring, gut_check: GutCheck) -> str:
    """The statement as it reads now; "" before one was chosen."""
    if gut_check.changes:
        return gut_check.changes[-1].text
    return scoring.outcome.statement if scoring.outcome else ""


def statement_version(gut_check: GutCheck) -> int:
    """The number of the statement's latest version, counted from 1."""
    return len(gut_check.changes) + 1


def statement_versions(scoring: Scoring, gut_check: GutCheck) -> tuple[str, ...]:
    """All versions of the statement, oldest first."""
    chosen = scoring.outcome.statement if scoring.outcome else ""
    return (chosen, *(change.text for change in gut_check.changes)) if chosen else ()


def last_reactions(gut_check: GutCheck) -> tuple[Reaction, ...]:
    """The latest reaction of each stakeholder who was asked, in the order of the list."""
    latest = {reaction.stakeholder: reaction for reaction in gut_check.reactions}
    return tuple(latest[person.id] for person in gut_check.stakeholders if person.id in latest)


def to_recheck(gut_check: GutCheck) -> tuple[Stakeholder, ...]:
    """Those who stumbled and have not yet read the latest version."""
    version = statement_version(gut_check)
    waiting = {
        reaction.stakeholder
        for reaction in last_reactions(gut_check)
        if reaction.code != "strong" and reaction.version < version
    }
    return tuple(person for person in gut_check.stakeholders if person.id in waiting)


def classes_asked(gut_check: GutCheck) -> frozenset[StakeholderClass]:
    """The classes of which at least one stakeholder reacted."""
    asked = {reaction.stakeholder for reaction in gut_check.reactions}
    return frozenset(person.kind for person in gut_check.stakeholders if person.id in asked)


def stumbles(gut_check: GutCheck) -> dict[str, int]:
    """How many people stumbled over each word, small letters, punctuation off."""
    people: dict[str, set[str]] = {}
    for reaction in gut_check.reactions:
        for word in reaction.stumbled_over.split():
            people.setdefault(plain_word(word), set()).add(reaction.stakeholder)
    return {word: len(who) for word, who in people.items() if word}


def plain_word(word: str) -> str:
    """A word without the punctuation around it, small letters."""
    return word.strip(".,;:!?\"'“”‘’()[]…-–—").casefold()


def words_changed(gut_check: GutCheck) -> int:
    """How many words the gut check has changed so far."""
    return sum(max(_words(change.removed), _words(change.added)) for change in gut_check.changes)


def missing(scoring: Scoring, gut_check: GutCheck) -> tuple[Message, ...]:
    """What the gut check still lacks; () when it is done (METHOD 2.5)."""
    if not statement(scoring, gut_check):
        return (Message.of("missing.statement"),)
    accepted = gut_check.accepted
    if accepted is not None and accepted.version == statement_version(gut_check):
        return ()
    asked = classes_asked(gut_check)
    weak = [reaction for reaction in last_reactions(gut_check) if reaction.code != "strong"]
    lacks = (
        (not gut_check.feelings, Message.of("missing.own_feeling")),
        *(
            (kind not in asked, Message.of("missing.class", kind=Message.of(f"class.{kind}")))
            for kind in STAKEHOLDER_CLASSES
        ),
        (bool(weak), Message.of("missing.strong_reactions", count=len(weak))),
    )
    return tuple(message for is_lacking, message in lacks if is_lacking)


def notices(gut_check: GutCheck) -> tuple[Message, ...]:
    """What deserves a question: prompts for the facilitator, never a block."""
    found: list[Message] = []
    unprobed = [
        reaction
        for reaction in gut_check.reactions
        if reaction.code == "faint" and not (reaction.stumbled_over or reaction.why)
    ]
    if unprobed:
        found.append(Message.of("notice.faint_not_probed", count=len(unprobed)))
    if words_changed(gut_check) > FEW_WORDS:
        found.append(Message.of("notice.many_words_changed", count=words_changed(gut_check)))
    if any(not change.cause for change in gut_check.changes):
        found.append(Message.of("notice.change_without_remark"))
    if any(feeling.nags for feeling in gut_check.feelings) and not gut_check.changes:
        found.append(Message.of("notice.feeling_nags"))
    return tuple(found)


def _words(text: str) -> int:
    return len(text.split())


def _not_a_writer(setup: Setup, action: AddStakeholder) -> Stakeholder:
    required(action.name, "name")
    if any(writer.name.casefold() == action.name.casefold() for writer in writers(setup)):
        raise refuse("refused.writer_as_stakeholder", name=action.name)
    return Stakeholder(
        id=action.id,
        name=action.name,
        kind=action.kind,
        function=action.function,
        may_be_named=action.may_be_named,
    )


def _statement_or_refuse(scoring: Scoring, gut_check: GutCheck) -> str:
    current = statement(scoring, gut_check)
    if not current:
        raise refuse("refused.no_statement_yet")
    return current


def _with_reaction(scoring: Scoring, gut_check: GutCheck, action: RecordReaction) -> GutCheck:
    _statement_or_refuse(scoring, gut_check)
    find(gut_check.stakeholders, action.stakeholder)
    reaction = Reaction(
        id=action.id,
        stakeholder=action.stakeholder,
        version=statement_version(gut_check),
        words=required(action.words, "words"),
        code=action.code,
    )
    return changed(gut_check, reactions=add(gut_check.reactions, reaction))


def _swapped(scoring: Scoring, gut_check: GutCheck, action: SwapWord) -> StatementVersion:
    words = _statement_or_refuse(scoring, gut_check).split()
    if action.cause:
        find(gut_check.reactions, action.cause)
    if action.position >= len(words):
        raise refuse("refused.no_such_word", position=action.position + 1)
    old = words[action.position]
    ending = old[len(old.rstrip(".,;:!?")) :]
    rest = [*words[: action.position], *action.new.split(), *words[action.position + 1 :]]
    if not rest:
        raise refuse("refused.empty", what=Message.of("field.statement"))
    if action.position == len(words) - 1 and not rest[-1].endswith(ending):
        # The full stop belongs to the sentence, not to the word that leaves.
        rest[-1] += ending
    text = " ".join(rest)
    if words[0][:1].isupper():
        text = text[:1].upper() + text[1:]
    if text == " ".join(words):
        raise refuse("refused.nothing_changed")
    return StatementVersion(
        text=text, removed=old[: len(old) - len(ending)], added=action.new, cause=action.cause
    )
