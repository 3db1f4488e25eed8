"""The people of the gut check in an order, and by ids, that tell nothing of when each was asked.

They were entered, and asked, one after the other, and whoever was there knows in which order.
So they are sorted by what they said, and numbered anew. One person's own reactions keep theirs:
the second tells whether the change helped. Feelings too come in the order of the people who had
them, the facilitator's first.
"""

from workshop_tui.domain.gut_check import (
    STAKEHOLDER_CLASSES,
    Feeling,
    GutCheck,
    Reaction,
    Stakeholder,
)
from workshop_tui.domain.values import changed


def without_order(gut_check: GutCheck) -> GutCheck:
    """The gut check with feelings, people and reactions sorted by what they say, under new ids."""
    people = sorted(gut_check.stakeholders, key=lambda person: _place_of(person, gut_check))
    numbers = {person.id: number for number, person in enumerate(people, 1)}
    reactions = sorted(
        gut_check.reactions, key=lambda each: (each.version, numbers.get(each.stakeholder, 0))
    )
    renamed = {each.id: f"reaction{number}" for number, each in enumerate(reactions, 1)}
    return changed(
        gut_check,
        feelings=_felt(gut_check.feelings),
        stakeholders=tuple(
            changed(person, id=f"stakeholder{numbers[person.id]}") for person in people
        ),
        reactions=tuple(_renamed(each, renamed, numbers) for each in reactions),
        changes=tuple(
            changed(change, cause=renamed.get(change.cause, "")) for change in gut_check.changes
        ),
    )


def _felt(feelings: tuple[Feeling, ...]) -> tuple[Feeling, ...]:
    """What nags first; what was felt before comes behind what is felt now."""
    by_content = sorted(
        feelings,
        key=lambda each: (not each.nags, each.is_past, each.word, each.went_on_because, each.text),
    )
    return tuple(changed(each, id=f"feeling{number}") for number, each in enumerate(by_content, 1))


def _place_of(
    person: Stakeholder, gut_check: GutCheck
) -> tuple[int, str, tuple[tuple[str | int, ...], ...]]:
    kinds = (*STAKEHOLDER_CLASSES, person.kind)
    said = (_content(each) for each in gut_check.reactions if each.stakeholder == person.id)
    return kinds.index(person.kind), person.name, tuple(said)


def _content(reaction: Reaction) -> tuple[str | int, ...]:
    """All that a reaction tells: of two with the same words, the order would say who was first."""
    return (
        reaction.words,
        reaction.version,
        reaction.code,
        reaction.how,
        reaction.stumbled_over,
        reaction.why,
        reaction.without_it,
        reaction.instead,
    )


def _renamed(reaction: Reaction, ids: dict[str, str], people: dict[str, int]) -> Reaction:
    person = people.get(reaction.stakeholder)
    return changed(
        reaction, id=ids[reaction.id], stakeholder=f"stakeholder{person}" if person else ""
    )
