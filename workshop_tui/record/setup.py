"""Set-up in the record: the context of the decision, and how it was to be taken."""

from workshop_tui.domain.setup import Setup
from workshop_tui.record.blocks import Block, Column, Heading, Section, Text
from workshop_tui.record.facts import Facts, paragraph, table
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.wording import NONE, Wording, quoted


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:  # noqa: ARG001 - every section is called alike
    """Scope, headcount, existing statements, criteria and rule."""
    setup = session.setup
    blocks: tuple[Block, ...] = (
        *paragraph(*_scope(setup, t)),
        *_existing(setup, t),
        *_rules(setup, t),
    )
    return Section("setup", t("record.setup.title"), blocks)


def _scope(setup: Setup, t: Wording) -> tuple[Text, ...]:
    if not setup.scope:
        return (t("record.setup.no_scope"),)
    kind = setup.scope_kind or "team"
    covered = (t("record.setup.headcount", setup.headcount),) if setup.headcount else ()
    return (t(f"record.setup.scope_{kind}", scope=setup.scope), *covered)


def _existing(setup: Setup, t: Wording) -> tuple[Block, ...]:
    if not setup.existing:
        return paragraph(t("record.setup.no_existing"))
    columns = (
        Column(t("record.setup.existing_statement")),
        Column(t("record.setup.existing_source")),
        Column(t("record.setup.existing_decision")),
    )
    rows = (
        (
            quoted(each.text),
            quoted(each.source),
            t(f"record.setup.decided_{each.decision}") if each.decision else NONE,
        )
        for each in setup.existing
    )
    return (Heading(t("record.setup.existing")), *table(columns, rows))


def _rules(setup: Setup, t: Wording) -> tuple[Block, ...]:
    rule = setup.rule
    method = (
        t("record.setup.rule", method=t(f"record.rule.{rule.kind}"), lowest=rule.threshold)
        if rule
        else t("record.setup.no_rule")
    )
    sentences = (
        t("record.setup.criteria"),
        method,
        t("record.setup.facilitator_votes") if rule and rule.facilitator_votes else (),
        t(f"record.setup.ballots_{setup.ballots}"),
        t(f"record.setup.authors_{setup.authors}"),
    )
    return (Heading(t("record.setup.how")), *paragraph(*sentences))
