"""Papers for the gut check: the invitation to a stakeholder, and the sheet to interview with.

They go to one person and are no part of the record, so the name stands on them. The texts are
Markdown files beside this module, a folder a language; whatever people wrote is put in escaped.
"""

from functools import cache
from pathlib import Path
from string import Template
from typing import Final, Literal

from workshop_tui.domain.gut_check import Stakeholder, statement, statement_version
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.language import Language, say
from workshop_tui.record.markdown import escaped

SheetKind = Literal["invitation", "interview"]
TO_FILL_IN: Final = "\\_" * 20


def sheet(kind: SheetKind, session: Session, person: Stakeholder, language: Language) -> str:
    """The paper for this person as Markdown; what is not known yet is a line to fill in."""
    gut_check = session.gut_check
    wording = statement(session.scoring, gut_check)
    facilitators = [each.name for each in session.setup.people if each.role == "facilitator"]
    filled = {
        "name": escaped(person.name) or TO_FILL_IN,
        "kind": say(Message.of(f"record.one_of.{person.kind}"), language),
        "function": escaped(person.function) or TO_FILL_IN,
        "statement": escaped(wording) or TO_FILL_IN,
        "version": str(statement_version(gut_check)),
        "words": "\n".join(f"- [ ] {escaped(word)}" for word in wording.split()),
        "earlier": _earlier(session, person, language),
        "private": _text("private", language) if gut_check.culture == "guarded" else "",
        "facilitator": escaped(", ".join(facilitators)) or TO_FILL_IN,
    }
    # An empty part leaves no hole; nothing that people wrote holds a line feed any more.
    pieces = Template(_text(kind, language)).substitute(filled).split("\n\n")
    return "\n\n".join(piece.strip("\n") for piece in pieces if piece.strip()) + "\n"


def file_name(kind: SheetKind, person: Stakeholder, language: Language) -> str:
    """What the paper is called; the name of the person is in it and not on it."""
    return f"{kind}-{person.id}.{language}.md"


def _earlier(session: Session, person: Stakeholder, language: Language) -> str:
    """What this person said before, for a re-check; "" the first time."""
    said = [each for each in session.gut_check.reactions if each.stakeholder == person.id]
    if not said:
        return ""
    key = "record.sheet.earlier_word" if said[-1].stumbled_over else "record.sheet.earlier"
    return say(
        Message.of(
            key,
            version=said[-1].version,
            words=escaped(said[-1].words),
            word=escaped(said[-1].stumbled_over),
        ),
        language,
    )


@cache
def _text(name: str, language: Language) -> str:
    return (Path(__file__).parent / language / f"{name}.md").read_text(encoding="utf-8")
