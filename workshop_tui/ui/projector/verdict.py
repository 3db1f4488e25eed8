"""The slide of the gut check: the statement, who was asked, how each round went, what changed.

Counts and classes only: neither a name nor a remark, and no class beside an answer, because a
class of one is a name.
"""

from collections.abc import Callable

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
from workshop_tui.ui.look import ATTENTION, DIM, DONE, GOOD, STRONG, WARN
from workshop_tui.ui.projector.grid import Cell, Row, Table
from workshop_tui.ui.projector.slide import MOST_THINGS, Slide
from workshop_tui.ui.widgets.word_changes import changed_words

Say = Callable[[Message], str]


def verdict_slide(session: Session, said: Say) -> Slide:
    """Where the gut check stands, for a room to see."""
    covered = _covered(session, said)
    told = _rounds(session, said, MOST_THINGS - len(covered) - 1)
    return Slide(
        statement=statement(session.scoring, session.gut_check),
        blocks=(Table(covered), Table(told)) if told else (Table(covered),),
        foot=(_changes(session, said),),
    )


def _covered(session: Session, said: Say) -> tuple[Row, ...]:
    """Each class, and whether somebody of it was asked."""
    asked = classes_asked(session.gut_check)
    nobody = f"{ATTENTION} {said(Message.of('projector.nobody'))}"
    return tuple(
        (
            Cell(said(Message.of(f"class.{kind}"))),
            Cell(DONE, GOOD) if kind in asked else Cell(nobody, WARN),
        )
        for kind in STAKEHOLDER_CLASSES
    )


def _rounds(session: Session, said: Say, most: int) -> tuple[Row, ...]:
    """A heading and a line for each of the last versions that somebody heard; the latest bold."""
    told = rounds(session.gut_check)[-most:]
    if not told:
        return ()
    heads = [said(Message.of(f"gut_check_view.code.{code}")) for code in REACTION_CODES]
    rows = [(Cell(), *(Cell(head, DIM, is_right=True) for head in heads))]
    for each in told:
        style = STRONG if each.version == statement_version(session.gut_check) else ""
        name = said(Message.of("gut_check_view.round", number=each.version))
        counts = [str(each.of(code)) for code in REACTION_CODES]
        rows.append((Cell(name, style), *(Cell(count, style, is_right=True) for count in counts)))
    return tuple(rows)


def _changes(session: Session, said: Say) -> Content:
    """The statement as it was chosen against how it reads now; empty where nothing changed."""
    versions = statement_versions(session.scoring, session.gut_check)
    chosen = versions[first_version(session.gut_check) - 1] if versions else ""
    if not versions or chosen == versions[-1]:
        return Content("")
    since = said(Message.of("gut_check_view.since_the_choice"))
    return Content.styled(f"{since}  ", DIM) + changed_words(chosen, versions[-1])
