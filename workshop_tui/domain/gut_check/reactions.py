"""Reactions: what a stakeholder said to the statement, down to the word it hangs on."""

from typing import ClassVar, Literal, TypeAlias, get_args

from workshop_tui.domain.gut_check.on_gut_check import OnGutCheck
from workshop_tui.domain.values import (
    Count,
    Identified,
    Line,
    Text,
    add,
    find,
    put,
    required,
    revised,
)

ReactionCode = Literal["strong", "faint", "hesitant", "negative"]
REACTION_CODES: tuple[ReactionCode, ...] = get_args(ReactionCode)
ReactionChannel = Literal["in_person", "phone", "video", "written", "group"]
"""How a reaction was taken. group: while others listened, which makes it the most polite."""
REACTION_CHANNELS: tuple[ReactionChannel, ...] = get_args(ReactionChannel)


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


class RecordReaction(OnGutCheck, frozen=True):
    id_prefix: ClassVar[str] = "reaction"
    stakeholder: str
    words: Text
    code: ReactionCode
    id: str = ""
    how: ReactionChannel = "in_person"
    where: Line = ""


class ProbeReaction(OnGutCheck, frozen=True):
    """Rungs of the ladder: is it a word? which? why? without it? instead? Those left out stay."""

    reaction: str
    code: ReactionCode | None = None
    is_a_word: bool | None = None
    stumbled_over: Line | None = None
    why: Text | None = None
    without_it: Text | None = None
    instead: Line | None = None


ReactionAction: TypeAlias = RecordReaction | ProbeReaction


def reactions_after(
    reactions: tuple[Reaction, ...], action: ReactionAction, version: int
) -> tuple[Reaction, ...]:
    """The reactions after the action. version: of the statement now. Raises RefusedError."""
    if isinstance(action, ProbeReaction):
        return put(reactions, _probed(find(reactions, action.reaction), action))
    reaction = Reaction(
        id=action.id,
        stakeholder=action.stakeholder,
        version=version,
        words=required(action.words, "words"),
        code=action.code,
        how=action.how,
        where=action.where,
    )
    return add(reactions, reaction)


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
