"""The record as one document: a section per stage and those around them, in a fixed order.

What it leaves out: how a document looks, which `markdown` and `html` decide, and where it is
written, which `store` does.
"""

from collections.abc import Callable, Collection, Mapping

from workshop_tui.domain.session import Session
from workshop_tui.language import Language
from workshop_tui.record import (
    about,
    decision,
    drafting,
    gut_check,
    meeting,
    open_points,
    scoring,
    setup,
    survey,
    sustain,
    word_origins,
)
from workshop_tui.record.blocks import Block, Document, Section, Term, Terms
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.facts import Facts
from workshop_tui.record.privacy import ShareableSession, left_out, shareable
from workshop_tui.record.wording import Wording

Writer = Callable[[ShareableSession, Facts, Wording], Section]

_WRITERS: Mapping[str, Writer] = {
    "meeting": meeting.section,
    "decision": decision.section,
    "setup": setup.section,
    "survey": survey.section,
    "drafting": drafting.section,
    "scoring": scoring.section,
    "gut_check": gut_check.section,
    "sustain": sustain.section,
    "open_points": open_points.section,
    "word_origins": word_origins.section,
    "about": about.section,
}
SECTIONS: tuple[str, ...] = tuple(_WRITERS)
"""The keys of all sections in the order of the record."""


def document(
    session: Session,
    evidence: Evidence,
    language: Language,
    sections: Collection[str] = SECTIONS,
) -> Document:
    """The record of a session in any state; unfinished parts say so.

    language: of the record's own sentences; people's words stay as they were said.
    sections: which of `SECTIONS` to write; their order is always the same.
    The same session gives the same document: nothing in it depends on the moment of the export.
    """
    t = Wording(language)
    allowed = shareable(session)
    facts = Facts(evidence=evidence, left_out=left_out(session))
    state = Term(t("record.status"), t(f"record.status_{decision.status(allowed)}"))
    opening: tuple[Block, ...] = (Terms((state,)),)
    written = tuple(write(allowed, facts, t) for key, write in _WRITERS.items() if key in sections)
    return Document(t("record.title", title=session.title), language, opening, written)
