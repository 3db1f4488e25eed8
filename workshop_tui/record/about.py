"""About the record: what was left out and why, how things were counted, who signs it."""

import datetime as dt

from workshop_tui.domain.minutes import Correction
from workshop_tui.domain.setup import Role, Setup
from workshop_tui.record.blocks import Block, Column, Heading, Items, Section, Text
from workshop_tui.record.facts import Facts, paragraph, table
from workshop_tui.record.privacy import ShareableSession, left_out_messages
from workshop_tui.record.wording import NONE, Wording, quoted


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:
    """Privacy, counting, and the table to sign."""
    left_out = tuple(t.message(message) for message in left_out_messages(facts.left_out))
    blocks: tuple[Block, ...] = (
        *paragraph(t("record.about.counted"), t("record.about.quotes"), t("record.about.ballots")),
        *((Items(left_out),) if left_out else paragraph(t("record.about.nothing_left_out"))),
        Heading(t("record.about.approval")),
        *paragraph(t("record.about.correct_it")),
        *_signatures(session, t),
        *_corrections(session.minutes.corrections, t),
    )
    return Section("about", t("record.about.title"), blocks)


def _signatures(session: ShareableSession, t: Wording) -> tuple[Block, ...]:
    """The three who sign, then whoever else approved."""
    setup, approvals = session.setup, session.minutes.approvals
    signing = (
        *((t("record.meeting.chair"), name) for name in _names(setup, "facilitator")),
        *((t("record.meeting.secretary"), name) for name in _names(setup, "scribe")),
        (t("record.meeting.sponsor"), setup.sponsor.name if setup.sponsor else ""),
    )
    named = {name for _, name in signing}
    others = ((NONE, each.name) for each in approvals if each.name not in named)
    approved_on = {each.name: each.on for each in approvals}
    columns = (
        Column(t("record.about.role")),
        Column(t("record.about.name")),
        Column(t("record.about.signature")),
        Column(t("record.about.date")),
    )
    rows = (
        (role, quoted(name), *_approved(approved_on.get(name), t))
        for role, name in (*signing, *others)
    )
    return table(columns, rows)


def _names(setup: Setup, role: Role) -> tuple[str, ...]:
    """Everybody in this role; a place to sign where there is nobody."""
    return tuple(person.name for person in setup.people if person.role == role) or ("",)


def _approved(day: dt.date | None, t: Wording) -> tuple[Text, Text]:
    """Empty for a pen where nobody has approved yet."""
    return (t("record.about.approved"), t.day(day)) if day else ((), ())


def _corrections(corrections: tuple[Correction, ...], t: Wording) -> tuple[Block, ...]:
    if not corrections:
        return ()
    said = (
        t("record.about.correction_by", text=each.text, name=each.by)
        if each.by
        else quoted(each.text)
        for each in corrections
    )
    return (Heading(t("record.about.corrections")), Items(tuple(said)))
