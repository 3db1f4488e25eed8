"""The record as one document: a section per stage and those around them, in a fixed order.

What it leaves out: how a document looks, which `markdown` and `html` decide, and where it is
written, which `store` does.
"""

from collections.abc import Callable, Collection, Mapping

from msgspec.structs import replace

from workshop_tui.domain.minutes import RECORD_SECTIONS, RecordSection
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import STAGES
from workshop_tui.language import Language
from workshop_tui.record import (
    about,
    agenda,
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
from workshop_tui.record.blocks import Block, Document, Section, Terms
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.facts import Facts, unfinished
from workshop_tui.record.privacy import ShareableSession, left_out, shareable
from workshop_tui.record.times import Part
from workshop_tui.record.wording import Wording

Writer = Callable[[ShareableSession, Facts, Wording], Section]

_WRITERS: Mapping[RecordSection, Writer] = {
    "meeting": meeting.section,
    "decision": decision.section,
    "setup": setup.section,
    "survey": survey.section,
    "drafting": drafting.section,
    "scoring": scoring.section,
    "gut_check": gut_check.section,
    "sustain": sustain.section,
    "open_points": open_points.section,
    "agenda": agenda.section,
    "word_origins": word_origins.section,
    "about": about.section,
}
SECTIONS: tuple[RecordSection, ...] = RECORD_SECTIONS
"""The keys of all sections in the order of the record."""


def sections_of(session: Session) -> tuple[RecordSection, ...]:
    """The sections that the workshop's record has."""
    return tuple(key for key in SECTIONS if key not in session.minutes.switched_off)


def language_of(session: Session) -> Language:
    """The language of the workshop's record, which need not be that of anybody's screen."""
    return session.minutes.language or session.language


def document(
    session: Session,
    evidence: Evidence,
    language: Language,
    sections: Collection[str] | None = None,
    parts: tuple[Part, ...] = (),
) -> Document:
    """The record of a session in any state; unfinished parts say so.

    language: of the record's own sentences; people's words stay as they were said.
    sections: which of `SECTIONS` to write, in whatever order; None: those of the session.
    parts: when the stages took place, as the journal tells.
    The same session gives the same document: nothing in it depends on the moment of the export.
    """
    t = Wording(language)
    allowed = shareable(session)
    wanted = frozenset(sections_of(session) if sections is None else sections)
    facts = Facts(evidence, left_out(session), wanted, parts)
    opening: tuple[Block, ...] = (Terms(decision.standing(allowed, t)),)
    written = tuple(_written(key, allowed, facts, t) for key in SECTIONS if key in wanted)
    return Document(t("record.title", title=session.title), language, opening, written)


def _written(key: RecordSection, session: ShareableSession, facts: Facts, t: Wording) -> Section:
    """The section; that of a stage begins with what it lacks."""
    section = _WRITERS[key](session, facts, t)
    if key not in STAGES:
        return section
    return replace(section, blocks=(*unfinished(session, key, facts, t), *section.blocks))
