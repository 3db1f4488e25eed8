"""The slide of the gut check: the statement, who was asked, how each round went, what changed.

Counts and classes only: neither a name nor a remark, and no class beside an answer, because a
class of one is a name.
"""

from collections.abc import Callable, Sequence
from typing import Final

from textual.content import Content

from workshop_tui.domain.gut_check import (
    REACTION_CODES,
    STAKEHOLDER_CLASSES,
    statement,
    statement_version,
    statement_versions,
)
from workshop_tui.domain.gut_check_standing import classes_asked, first_version, rounds
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.ui.look import ATTENTION, DIM, DONE, GOOD, STRONG, WARN, fitted
from workshop_tui.ui.projector.slide import MOST_THINGS, Slide
from workshop_tui.ui.widgets.word_changes import changed_words

GAP: Final = 3
"""Cells between two columns of a round."""

Say = Callable[[Message], str]


def verdict_slide(session: Session, said: Say) -> Slide:
    """Where the gut check stands, for a room to see."""
    covered = _covered(session, said)
    return Slide(
        statement=statement(session.scoring, session.gut_check),
        rows=(*covered, *_rounds(session, said, MOST_THINGS - len(covered) - 1)),
        foot=_changes(session, said),
    )


def _covered(session: Session, said: Say) -> Sequence[Content]:
    asked = classes_asked(session.gut_check)
    names = {kind: said(Message.of(f"class.{kind}")) for kind in STAKEHOLDER_CLASSES}
    longest = max(map(len, names.values()))
    nobody = said(Message.of("projector.nobody"))
    return [
        Content(f"{name.ljust(longest)}  ")
        + (
            Content.styled(DONE, GOOD)
            if kind in asked
            else Content.styled(f"{ATTENTION} {nobody}", WARN)
        )
        for kind, name in names.items()
    ]


def _rounds(session: Session, said: Say, most: int) -> Sequence[Content]:
    """A heading and a line for each of the last versions that somebody heard; the latest bold."""
    told = rounds(session.gut_check)[-most:]
    if not told:
        return []
    heads = [said(Message.of(f"gut_check_view.code.{code}")) for code in REACTION_CODES]
    names = [said(Message.of("gut_check_view.round", number=each.version)) for each in told]
    first = max(map(len, names))
    gap = " " * GAP
    lines = [Content.styled(" " * first + "".join(gap + each for each in heads), DIM)]
    for each, name in zip(told, names, strict=True):
        counts = (
            gap + str(each.of(code)).rjust(len(head))
            for code, head in zip(REACTION_CODES, heads, strict=True)
        )
        line = fitted(Content(name), first) + Content("".join(counts))
        is_latest = each.version == statement_version(session.gut_check)
        lines.append(line.stylize(STRONG) if is_latest else line)
    return lines


def _changes(session: Session, said: Say) -> Content:
    """The statement as it was chosen against how it reads now; empty where nothing changed."""
    versions = statement_versions(session.scoring, session.gut_check)
    chosen = versions[first_version(session.gut_check) - 1] if versions else ""
    if not versions or chosen == versions[-1]:
        return Content("")
    since = said(Message.of("gut_check_view.since_the_choice"))
    return Content.styled(f"{since}  ", DIM) + changed_words(chosen, versions[-1])
