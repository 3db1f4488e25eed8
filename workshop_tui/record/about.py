"""About the record: what was left out and why, how things were counted, who signs it."""

from workshop_tui.record.blocks import Block, Column, Heading, Items, Section, Text
from workshop_tui.record.facts import Facts, paragraph, table
from workshop_tui.record.meeting import names_in_role
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
    )
    return Section("about", t("record.about.title"), blocks)


def _signatures(session: ShareableSession, t: Wording) -> tuple[Block, ...]:
    sponsor = session.setup.sponsor
    columns = (
        Column(t("record.about.role")),
        Column(t("record.about.name")),
        Column(t("record.about.signature")),
        Column(t("record.about.date")),
    )
    signing: tuple[tuple[Text, Text], ...] = (
        (t("record.meeting.chair"), names_in_role(session.setup, "facilitator")),
        (t("record.meeting.secretary"), names_in_role(session.setup, "scribe")),
        (t("record.meeting.sponsor"), quoted(sponsor.name) if sponsor else NONE),
    )
    return table(columns, ((role, name, (), ()) for role, name in signing))
