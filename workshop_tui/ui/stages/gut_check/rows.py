"""What the gut check shows of each word and of each person who was asked, as rows. No decisions."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from textual.content import Content

from workshop_tui.domain.gut_check import (
    STAKEHOLDER_CLASSES,
    GutCheck,
    Reaction,
    Stakeholder,
    StakeholderClass,
    nagging,
    plain_word,
    unanswered,
)
from workshop_tui.domain.gut_check_standing import (
    Concern,
    answers_now,
    concern,
    last_reactions,
    to_recheck,
)
from workshop_tui.domain.message import Message
from workshop_tui.ui.look import ACCENT, ATTENTION, DIM, DONE, GOOD, PRIVATE, STRONG, WARN, plain
from workshop_tui.ui.widgets.rows import Row

OWN_FEELING: Final = "own feeling"
"""The key of the first row; no stakeholder's id has a space."""
AGAIN: Final = "→"
"""Has to hear the latest version."""
CLASS_SIGNS: Final[Mapping[StakeholderClass, str]] = {
    "executive": "▲",
    "manager": "■",
    "frontline": "●",
}
"""What a person of each class is on the heat line, told apart without colour."""
SIGNS_IN_A_ROW: Final = 4
"""More people than this at one word are counted instead of drawn."""
CODES_AND_NONE: Final = ("strong", "faint", "hesitant", "negative", "none")
FEELING_STATES: Final = ("open", "nags", "carried", "calm")
_SIGN_OF: Final[Mapping[Concern, str]] = {"none": "", "probe": ATTENTION, "heavy": ATTENTION * 2}

Say = Callable[[Message], str]
Private = Callable[[Content], Content]


def stumble_marks(
    words: Sequence[str], stumbled: Mapping[str, Mapping[StakeholderClass, int]]
) -> dict[int, str]:
    """The heat line: under each word a sign for each person, or a sign and a number per class.

    stumbled: people by word and class, as the domain counts them.
    """
    marks = {index: _mark(stumbled.get(plain_word(word), {})) for index, word in enumerate(words)}
    return {index: mark for index, mark in marks.items() if mark}


def _mark(people: Mapping[StakeholderClass, int]) -> str:
    is_drawn = sum(people.values()) <= SIGNS_IN_A_ROW
    return "".join(
        sign * people.get(kind, 0) if is_drawn else f"{sign}{people[kind]}"
        for kind, sign in CLASS_SIGNS.items()
        if people.get(kind)
    )


def class_lines(gut_check: GutCheck, said: Say) -> list[Content]:
    """A line per class: its sign, how many of it were asked, and whether that is nobody yet."""
    asked = {reaction.stakeholder for reaction in answers_now(gut_check)}
    names = [said(Message.of(f"class.{kind}")) for kind in STAKEHOLDER_CLASSES]
    longest = max(map(len, names))
    lines = []
    for kind, name in zip(STAKEHOLDER_CLASSES, names, strict=True):
        people = sum(who.kind == kind and who.id in asked for who in gut_check.stakeholders)
        standing = (
            Content.styled(f"{people} ", STRONG) + Content.styled(DONE, GOOD)
            if people
            else Content.styled(f"{ATTENTION} {said(Message.of('gut_check_view.nobody'))}", WARN)
        )
        lines.append(Content(f"{CLASS_SIGNS[kind]} {name.ljust(longest)}  ") + standing)
    return lines


def people_rows(
    gut_check: GutCheck, said: Say, private: Private, *, is_wide: bool = False
) -> list[Row]:
    """First the own feeling, then everybody who is or will be asked, in the order of the list.

    is_wide: there is room for the class in words beside its sign.
    """
    latest = {reaction.stakeholder: reaction for reaction in last_reactions(gut_check)}
    again = {person.id for person in to_recheck(gut_check)}
    return [
        _own_row(gut_check, said, private),
        *(
            Row(
                person.id,
                (
                    _sign(gut_check, person, is_again=person.id in again),
                    _class_of(person, said, is_wide=is_wide),
                    _who(person, private),
                    _code(latest.get(person.id), said),
                ),
            )
            for person in gut_check.stakeholders
        ),
    ]


def kind_width(said: Say, *, is_wide: bool) -> int:
    """Cells for the column of the classes."""
    kinds = [said(Message.of(f"gut_check_view.kind.{kind}")) for kind in STAKEHOLDER_CLASSES]
    return widest(kinds) + 2 if is_wide else 1


def _class_of(person: Stakeholder, said: Say, *, is_wide: bool) -> Content:
    sign = "" if person.kind == "withheld" else CLASS_SIGNS[person.kind]
    name = said(Message.of(f"gut_check_view.kind.{person.kind}")) if is_wide else ""
    return Content(f"{sign} {name}".strip())


def widest(words: Sequence[str]) -> int:
    """Cells for a column that holds any of these words."""
    return max(Content(word).cell_length for word in words)


def _own_row(gut_check: GutCheck, said: Say, private: Private) -> Row:
    carried = nagging(gut_check)
    if not gut_check.feelings:
        sign, state = Content.styled(ATTENTION, WARN), "open"
    elif unanswered(gut_check):
        sign, state = Content.styled(ATTENTION, WARN), "nags"
    elif carried:
        sign, state = Content.styled(AGAIN, ACCENT), "carried"
    else:
        sign, state = Content.styled(DONE, GOOD), "calm"
    words = ", ".join(dict.fromkeys(feeling.word for feeling in carried if feeling.word))
    own = said(Message.of("gut_check_view.own"))
    cells = (
        sign,
        Content(""),
        Content("  ").join([Content.styled(f"{PRIVATE} {own}", DIM), plain(words)]),
        Content.styled(said(Message.of(f"gut_check_view.feeling.{state}")), DIM),
    )
    return Row(OWN_FEELING, tuple(private(cell) for cell in cells))


def _sign(gut_check: GutCheck, person: Stakeholder, *, is_again: bool) -> Content:
    if is_again:
        return Content.styled(AGAIN, ACCENT)
    problem = concern(gut_check, person)
    was_heard = any(each.stakeholder == person.id for each in answers_now(gut_check))
    if problem == "none" and was_heard:
        return Content.styled(DONE, GOOD)
    return Content.styled(_SIGN_OF[problem], WARN)


def _who(person: Stakeholder, private: Private) -> Content:
    """The name, private unless the person may be named."""
    name = plain(person.name)
    if person.may_be_named:
        return name
    return private(Content.styled(f"{PRIVATE} ", DIM) + name)


def _code(latest: Reaction | None, said: Say) -> Content:
    label = said(Message.of(f"gut_check_view.code.{latest.code if latest else 'none'}"))
    return Content.styled(label, DIM if latest is None else "")
