"""The decision: where it stands, the statement on its own, because of what, how it was agreed."""

from typing import Literal

from workshop_tui.domain.agreement import is_agreed
from workshop_tui.domain.gut_check import statement, statement_version
from workshop_tui.domain.scoring import Outcome, find_number
from workshop_tui.domain.session import Session
from workshop_tui.record.blocks import Block, Section, Statement, Term, Text
from workshop_tui.record.facts import Facts, paragraph
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.wording import Wording, listed

Status = Literal["draft", "under_gut_check", "adopted", "no_consensus", "superseded"]


def status(session: Session) -> Status:
    """Where the decision stands. Adopted: its latest version was accepted after the gut check."""
    outcome, accepted = session.scoring.outcome, session.gut_check.accepted
    if session.minutes.superseded_by:
        return "superseded"
    if outcome is None or outcome.kind == "unfinished":
        return "draft"
    if outcome.kind != "chosen":
        return "no_consensus"
    if accepted is not None and accepted.version == statement_version(session.gut_check):
        return "adopted"
    return "under_gut_check"


def standing(session: ShareableSession, t: Wording) -> tuple[Term, ...]:
    """Where the decision stands, and whether these minutes were approved."""
    minutes = session.minutes
    state = t(f"record.status_{status(session)}", by=minutes.superseded_by)
    approvals = tuple(
        t("record.minutes.approved_by", name=each.name, day=t.day(each.on))
        for each in minutes.approvals
    )
    approved = listed(approvals) if approvals else t("record.minutes.draft")
    return (Term(t("record.status"), state), Term(t("record.minutes"), approved))


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:
    """The statement and "X, because …"."""
    words = statement(session.scoring, session.gut_check)
    blocks: tuple[Block, ...] = (
        *((Statement(words),) if words else ()),
        *paragraph(
            *_outcome(session.scoring.outcome, t),
            *_since_then(session, t),
            *_agreement(session, t),
            *_dissent(session, facts, t),
        ),
    )
    return Section("decision", t("record.decision.title"), blocks)


def _outcome(outcome: Outcome | None, t: Wording) -> tuple[Text, ...]:
    if outcome is None:
        return (t("record.decision.none"),)
    because = outcome.because
    if outcome.kind != "chosen":
        left_open = t(f"record.decision.{outcome.kind}", because=because)
        return (left_open, *_next_step(outcome, t))
    number = find_number(outcome.draft)
    return (t("record.decision.chosen", number=number, version=outcome.version, because=because),)


def _next_step(outcome: Outcome, t: Wording) -> tuple[Text, ...]:
    if not outcome.next_step:
        return ()
    return (t("record.decision.next_step", step=outcome.next_step),)


def _since_then(session: ShareableSession, t: Wording) -> tuple[Text, ...]:
    if session.scoring.outcome is None or session.scoring.outcome.kind != "chosen":
        return ()
    changes, accepted = len(session.gut_check.changes), session.gut_check.accepted
    sentences = [t("record.decision.changed_since", changes)] if changes else []
    if accepted is not None:
        sentences.append(
            t("record.decision.accepted", version=accepted.version, because=accepted.because)
        )
    if status(session) == "under_gut_check":
        sentences.append(t("record.decision.to_be_accepted"))
    return tuple(sentences)


def _agreement(session: ShareableSession, t: Wording) -> tuple[Text, ...]:
    rule, outcome = session.setup.rule, session.scoring.outcome
    if rule is None:
        return (t("record.decision.no_rule"),)
    agreed_on = t(
        "record.decision.rule", method=t(f"record.rule.{rule.kind}"), lowest=rule.threshold
    )
    checks = [check for check in session.scoring.checks if outcome and check.draft == outcome.draft]
    if not checks:
        return (agreed_on,)
    is_met = is_agreed(checks[-1])
    key = "record.decision.rule_met" if is_met else "record.decision.rule_not_met"
    return (agreed_on, t(key, len(checks[-1].values), lowest=min(checks[-1].values)))


def _dissent(session: ShareableSession, facts: Facts, t: Wording) -> tuple[Text, ...]:
    opinions = len(session.scoring.dissent)
    is_shown = "scoring" in facts.sections
    said = "record.decision.dissent" if is_shown else "record.decision.dissent_alone"
    return (t(said, opinions),) if opinions else ()
