"""What a section is given beside the session, and the pieces that several sections share."""

from collections.abc import Iterable

import msgspec

from workshop_tui.domain.gut_check import Reaction, Stakeholder, plain_word
from workshop_tui.domain.scoring import find_number
from workshop_tui.domain.values import Stage
from workshop_tui.progress import missing
from workshop_tui.record.blocks import Block, Column, Paragraph, Table, Text
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.privacy import LeftOut, ShareableSession
from workshop_tui.record.times import Part
from workshop_tui.record.wording import Wording, listed, quoted


class Facts(msgspec.Struct, frozen=True):
    """Facts that the session does not hold.

    sections: those that are written; no sentence may point to another. parts: when the stages
    took place, () where no journal tells."""

    evidence: Evidence
    left_out: LeftOut
    sections: frozenset[str]
    parts: tuple[Part, ...] = ()


def unfinished(
    session: ShareableSession, stage: Stage, facts: Facts, t: Wording
) -> tuple[Block, ...]:
    """That this part is not finished; () when it is. The open points themselves stand apart."""
    lacking = len(missing(session, stage))
    if not lacking:
        return ()
    is_listed = "open_points" in facts.sections
    said = "record.unfinished" if is_listed else "record.unfinished_alone"
    return (Paragraph((t(said, lacking),)),)


def paragraph(*sentences: Text) -> tuple[Block, ...]:
    """The sentences that are not empty as one paragraph; () when none is left."""
    kept = tuple(sentence for sentence in sentences if sentence)
    return (Paragraph(kept),) if kept else ()


def quote_with(word: str, evidence: Evidence) -> str:
    """What an employee wrote with a word of the statement; "" where nobody did."""
    plain = plain_word(word)
    voices = (voice for voice in evidence.voices if plain_word(voice.word) == plain)
    return next((voice.quotes[0] for voice in voices if voice.quotes), "")


def table(columns: tuple[Column, ...], rows: Iterable[tuple[Text, ...]]) -> tuple[Block, ...]:
    """A table; () when it has no rows."""
    kept = tuple(rows)
    return (Table(columns, kept),) if kept else ()


def draft_numbers(drafts: tuple[str, ...], t: Wording) -> Text:
    """2, 5"""
    return listed(t.number(find_number(draft)) for draft in drafts)


def one_of(kind: str, t: Wording) -> Text:
    """a middle manager; kind: a class, or that it is withheld"""
    return t(f"record.one_of.{kind}")


def called(person: Stakeholder, t: Wording) -> Text:
    """A stakeholder by name and class, or by class alone."""
    if not person.name:
        return one_of(person.kind, t)
    return listed((quoted(person.name), one_of(person.kind, t)))


def reason_of(reaction: Reaction, t: Wording) -> tuple[Text, ...]:
    """Why somebody stumbled, a sentence; () where nobody asked or said."""
    return (t("record.gut_check.because", why=reaction.why),) if reaction.why else ()


def speaker_of(session: ShareableSession, reaction: Reaction) -> Stakeholder | None:
    """Who said it; None where a session edited by hand names nobody."""
    people = session.gut_check.stakeholders
    return next((person for person in people if person.id == reaction.stakeholder), None)
