"""Where the gut check stands: who is covered, who stumbled at which word, who is to be asked again.

Reads what `gut_check` holds and changes nothing.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from workshop_tui.domain.gut_check import (
    STAKEHOLDER_CLASSES,
    GutCheck,
    Reaction,
    ReactionCode,
    Stakeholder,
    StakeholderClass,
    nagging,
    plain_word,
    statement,
    statement_version,
    statement_versions,
    unanswered,
)
from workshop_tui.domain.message import Message
from workshop_tui.domain.scoring import Scoring
from workshop_tui.domain.setup import Setup, writers
from workshop_tui.domain.word_swap import FEW_WORDS, words_between

Concern = Literal["none", "probe", "heavy"]
"""heavy: where criticism is not said openly, faint praise and silence are the criticism."""


class Round(msgspec.Struct, frozen=True):
    """How the people who heard one version answered, each counted once by their last answer."""

    version: int
    people: Mapping[ReactionCode, int]

    def of(self, code: ReactionCode) -> int:
        return self.people.get(code, 0)


def rounds(gut_check: GutCheck) -> tuple[Round, ...]:
    """A round for each version that somebody heard, oldest first."""
    answers: dict[int, dict[str, ReactionCode]] = {}
    for reaction in gut_check.reactions:
        answers.setdefault(reaction.version, {})[reaction.stakeholder] = reaction.code
    return tuple(
        Round(version, {code: list(codes.values()).count(code) for code in codes.values()})
        for version, codes in sorted(answers.items())
    )


def first_version(gut_check: GutCheck) -> int:
    """The version in which the statement of now was chosen; what was said before is of another."""
    chosen = [place for place, each in enumerate(gut_check.changes, 2) if each.is_chosen_anew]
    return chosen[-1] if chosen else 1


def answers_now(gut_check: GutCheck) -> tuple[Reaction, ...]:
    """The reactions to the statement that is chosen now, in any of its versions."""
    first = first_version(gut_check)
    return tuple(reaction for reaction in gut_check.reactions if reaction.version >= first)


def last_reactions(gut_check: GutCheck) -> tuple[Reaction, ...]:
    """The latest reaction of each stakeholder who was asked, in the order of the list."""
    latest = {reaction.stakeholder: reaction for reaction in answers_now(gut_check)}
    return tuple(latest[person.id] for person in gut_check.stakeholders if person.id in latest)


def silent(gut_check: GutCheck) -> tuple[Stakeholder, ...]:
    """Those who are to be asked and of whom no reaction is recorded."""
    heard = {reaction.stakeholder for reaction in answers_now(gut_check)}
    return tuple(person for person in gut_check.stakeholders if person.id not in heard)


def to_recheck(gut_check: GutCheck) -> tuple[Stakeholder, ...]:
    """Those who stumbled and have not yet heard the latest version."""
    version = statement_version(gut_check)
    waiting = {
        reaction.stakeholder
        for reaction in last_reactions(gut_check)
        if reaction.code != "strong" and reaction.version < version
    }
    return tuple(person for person in gut_check.stakeholders if person.id in waiting)


def classes_asked(gut_check: GutCheck) -> frozenset[StakeholderClass]:
    """The classes of which at least one stakeholder reacted."""
    asked = {reaction.stakeholder for reaction in answers_now(gut_check)}
    return frozenset(
        person.kind
        for person in gut_check.stakeholders
        if person.id in asked and person.kind != "withheld"
    ) | frozenset(gut_check.also_covered)


def concern(gut_check: GutCheck, person: Stakeholder) -> Concern:
    """How much the last answer of this person, or its absence, is a problem."""
    answers = [each for each in answers_now(gut_check) if each.stakeholder == person.id]
    is_guarded = gut_check.culture == "guarded"
    if not answers:
        return "heavy" if is_guarded else "none"
    code = answers[-1].code
    if code == "strong":
        return "none"
    return "heavy" if is_guarded and code == "faint" else "probe"


def stumbling(reactions: tuple[Reaction, ...]) -> dict[str, frozenset[str]]:
    """Who stumbles over each word, small letters, punctuation off: ids of people by word.

    Whoever answered strongly later on no longer stumbles over what was said before.
    """
    found: dict[str, set[str]] = {}
    for person in dict.fromkeys(each.stakeholder for each in reactions):
        answers = [each for each in reactions if each.stakeholder == person]
        strong = [place for place, each in enumerate(answers) if each.code == "strong"]
        for answer in answers[strong[-1] :] if strong else answers:
            for word in map(plain_word, answer.stumbled_over.split()):
                found.setdefault(word, set()).add(person)
    return {word: frozenset(people) for word, people in found.items() if word}


def stumbles(gut_check: GutCheck) -> dict[str, dict[StakeholderClass, int]]:
    """How many people of each class stumble over each word of the statement that is chosen now."""
    kinds = {
        person.id: person.kind for person in gut_check.stakeholders if person.kind != "withheld"
    }
    found: dict[str, dict[StakeholderClass, int]] = {}
    for word, people in stumbling(answers_now(gut_check)).items():
        for kind in (kinds[person] for person in people if person in kinds):
            counted = found.setdefault(word, {})
            counted[kind] = counted.get(kind, 0) + 1
    return found


def words_changed(scoring: Scoring, gut_check: GutCheck) -> int:
    """How many words the gut check has changed in the statement that was chosen."""
    versions = statement_versions(scoring, gut_check)
    return words_between(versions[first_version(gut_check) - 1], versions[-1]) if versions else 0


def is_accepted(gut_check: GutCheck) -> bool:
    """Whether the group has decided for the latest version, whatever was said of it."""
    accepted = gut_check.accepted
    return accepted is not None and accepted.version == statement_version(gut_check)


def missing(scoring: Scoring, gut_check: GutCheck) -> tuple[Message, ...]:
    """What the gut check still lacks; () when it is done (METHOD 2.5)."""
    if not statement(scoring, gut_check):
        return (Message.of("missing.statement"),)
    if is_accepted(gut_check):
        return ()
    asked = classes_asked(gut_check)
    weak = sum(reaction.code != "strong" for reaction in last_reactions(gut_check))
    waiting = len(unanswered(gut_check))
    unheard = len(silent(gut_check)) if gut_check.culture == "guarded" else 0
    lacks = (
        (
            all(feeling.person for feeling in gut_check.feelings),
            Message.of("missing.own_feeling"),
        ),
        (bool(waiting), Message.of("missing.feeling_unanswered", count=waiting)),
        *(
            (kind not in asked, Message.of("missing.class", kind=Message.of(f"class.{kind}")))
            for kind in STAKEHOLDER_CLASSES
        ),
        (bool(weak), Message.of("missing.strong_reactions", count=weak)),
        (bool(unheard), Message.of("missing.silent", count=unheard)),
    )
    return tuple(message for is_lacking, message in lacks if is_lacking)


def notices(setup: Setup, scoring: Scoring, gut_check: GutCheck) -> tuple[Message, ...]:
    """What deserves a question: prompts for the facilitator, never a block."""
    unprobed = sum(
        reaction.code == "faint" and not (reaction.stumbled_over or reaction.why)
        for reaction in gut_check.reactions
    )
    heavy = sum(concern(gut_check, each) == "heavy" for each in gut_check.stakeholders)
    changed_words = words_changed(scoring, gut_check)
    authors = {writer.name.casefold() for writer in writers(setup)}
    checking = [each for each in gut_check.stakeholders if each.name.casefold() in authors]
    nags = len(nagging(gut_check))
    asks = (
        (bool(unprobed), Message.of("notice.faint_not_probed", count=unprobed)),
        (bool(heavy), Message.of("notice.silence_speaks", count=heavy)),
        (
            changed_words > FEW_WORDS,
            Message.of("notice.many_words_changed", count=changed_words),
        ),
        (
            any(not (each.cause or each.is_chosen_anew) for each in gut_check.changes),
            Message.of("notice.change_without_remark"),
        ),
        *((True, Message.of("notice.checker_is_a_writer", name=each.name)) for each in checking),
        (bool(nags), Message.of("notice.feeling_nags", count=nags)),
    )
    return tuple(message for is_so, message in asks if is_so)
