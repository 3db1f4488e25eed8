"""What the gut check shows of each word and of each person who was asked, as rows. No decisions."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from textual.content import Content

from workshop_tui.domain.gut_check import (
    STAKEHOLDER_CLASSES,
    GutCheck,
    Reaction,
    Stakeholder,
    last_reactions,
    plain_word,
    to_recheck,
)
from workshop_tui.domain.message import Message
from workshop_tui.ui.look import ACCENT, ATTENTION, DIM, DONE, GOOD, PRIVATE, STRONG, WARN, plain
from workshop_tui.ui.widgets.rows import Row

OWN_FEELING: Final = "own feeling"
"""The key of the first row; no stakeholder's id has a space."""
AGAIN: Final = "→"
"""Has to hear the latest version."""
CODES_AND_NONE: Final = ("strong", "faint", "hesitant", "negative", "none")

Say = Callable[[Message], str]
Private = Callable[[Content], Content]


def stumble_marks(words: Sequence[str], stumbled: Mapping[str, int]) -> dict[int, str]:
    """What stands under each word of the statement: one dot a person, or their number.

    stumbled: people by word, as the domain counts them.
    """
    marks: dict[int, str] = {}
    for index, word in enumerate(words):
        people = stumbled.get(plain_word(word), 0)
        if people:
            marks[index] = "●" * people if people <= len(word) else f"●{people}"
    return marks


def class_lines(gut_check: GutCheck, said: Say) -> list[Content]:
    """A line per class: how many of it were asked, and whether that is nobody yet."""
    asked = {reaction.stakeholder for reaction in gut_check.reactions}
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
        lines.append(Content(f"{name.ljust(longest)}  ") + standing)
    return lines


def people_rows(gut_check: GutCheck, said: Say, private: Private) -> list[Row]:
    """First the own feeling, then everybody who is or will be asked, in the order of the list."""
    latest = {reaction.stakeholder: reaction for reaction in last_reactions(gut_check)}
    again = {person.id for person in to_recheck(gut_check)}
    return [
        _own_row(gut_check, said, private),
        *(
            Row(
                person.id,
                (
                    _sign(latest.get(person.id), is_again=person.id in again),
                    plain(said(Message.of(f"gut_check_view.kind.{person.kind}"))),
                    _who(person, private),
                    _code(latest.get(person.id), said),
                ),
            )
            for person in gut_check.stakeholders
        ),
    ]


def widest(words: Sequence[str]) -> int:
    """Cells for a column that holds any of these words."""
    return max(Content(word).cell_length for word in words)


def _own_row(gut_check: GutCheck, said: Say, private: Private) -> Row:
    feelings = gut_check.feelings
    nagging = [feeling for feeling in feelings if feeling.nags]
    if not feelings:
        sign, state = Content.styled(ATTENTION, WARN), "open"
    elif nagging:
        sign, state = Content.styled(ATTENTION, WARN), "nags"
    else:
        sign, state = Content.styled(DONE, GOOD), "calm"
    words = ", ".join(dict.fromkeys(feeling.word for feeling in nagging if feeling.word))
    cells = (
        sign,
        Content(said(Message.of("gut_check_view.own"))),
        Content.styled(f"{PRIVATE} ", DIM) + plain(words),
        Content.styled(said(Message.of(f"gut_check_view.feeling.{state}")), DIM),
    )
    return Row(OWN_FEELING, tuple(private(cell) for cell in cells))


def _sign(latest: Reaction | None, *, is_again: bool) -> Content:
    if latest is None:
        return Content("")
    if is_again:
        return Content.styled(AGAIN, ACCENT)
    return Content.styled(DONE, GOOD) if latest.code == "strong" else Content.styled("!", WARN)


def _who(person: Stakeholder, private: Private) -> Content:
    """The name, private unless the person may be named."""
    name = plain(person.name)
    if person.may_be_named:
        return name
    return private(Content.styled(f"{PRIVATE} ", DIM) + name)


def _code(latest: Reaction | None, said: Say) -> Content:
    label = said(Message.of(f"gut_check_view.code.{latest.code if latest else 'none'}"))
    return Content.styled(label, DIM if latest is None else "")
