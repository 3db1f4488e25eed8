"""Customers: what they answered, and what the group decided on it by the tree of the method.

Was the change needed? Yes: which service to add or improve? No: which part is less effective, and
is it adjusted or dropped? Either way it may be kept. The answers lie in a file of their own.
"""

import datetime as dt
from typing import ClassVar, Final, Literal, TypeAlias

from workshop_tui.domain.message import refuse
from workshop_tui.domain.survey import Source
from workshop_tui.domain.sustain.plan_action import PlanAction
from workshop_tui.domain.values import Count, Identified, Line, Name, Text, add, find, required

FeedbackDecision = Literal["add", "improve", "adjust", "drop", "keep"]
AFTER_YES: Final[tuple[FeedbackDecision, ...]] = ("add", "improve", "keep")
AFTER_NO: Final[tuple[FeedbackDecision, ...]] = ("adjust", "drop", "keep")


class CustomerAnswers(Identified, frozen=True):
    """Answers of customers that were imported, known by the hash of their file."""

    source: Source
    answers_sha256: Name
    people: Count
    """Answers with content, one person each."""
    non_answers: Count = 0
    day: dt.date | None = None
    """When they were imported."""


class CustomerDecision(Identified, frozen=True):
    """What customers' feedback led to. A decision stays as it was made; a later one follows it."""

    feedback: Text
    was_needed: bool
    decision: FeedbackDecision
    reason: Line
    subject: Line = ""
    """Which service to add or improve, or which part is less effective."""
    day: dt.date | None = None
    """When it was decided."""
    owner: Name = ""
    next_review: dt.date | None = None
    follows: str = ""
    """The decision that was reviewed when this one was made; "" for a first one."""


class ImportCustomerAnswers(PlanAction, frozen=True):
    """The answers were read and written to their file; those imported before are kept."""

    id_prefix: ClassVar[str] = "customers"
    source: Source
    answers_sha256: Name
    people: Count
    id: str = ""
    non_answers: Count = 0
    day: dt.date | None = None


class DecideOnFeedback(PlanAction, frozen=True):
    id_prefix: ClassVar[str] = "feedback"
    feedback: Text
    was_needed: bool
    decision: FeedbackDecision
    reason: Line
    id: str = ""
    subject: Line = ""
    day: dt.date | None = None
    owner: Name = ""
    next_review: dt.date | None = None
    follows: str = ""


CustomerAction: TypeAlias = ImportCustomerAnswers | DecideOnFeedback


def decisions_after(
    decisions: tuple[CustomerDecision, ...], action: DecideOnFeedback
) -> tuple[CustomerDecision, ...]:
    """The decisions and the new one. Raises RefusedError where it is not one of the tree."""
    if action.decision not in (AFTER_YES if action.was_needed else AFTER_NO):
        raise refuse("refused.decision_off_the_tree")
    if action.follows:
        find(decisions, action.follows)
    decided = CustomerDecision(
        id=action.id,
        feedback=required(action.feedback, "feedback"),
        was_needed=action.was_needed,
        decision=action.decision,
        reason=required(action.reason, "reason"),
        subject=action.subject,
        day=action.day,
        owner=action.owner,
        next_review=action.next_review,
        follows=action.follows,
    )
    return add(decisions, decided)


def answers_after(
    collected: tuple[CustomerAnswers, ...], action: ImportCustomerAnswers
) -> tuple[CustomerAnswers, ...]:
    """The answers collected so far and the new ones."""
    new = CustomerAnswers(
        id=action.id,
        source=action.source,
        answers_sha256=action.answers_sha256,
        people=action.people,
        non_answers=action.non_answers,
        day=action.day,
    )
    return add(collected, new)


def standing_decisions(decisions: tuple[CustomerDecision, ...]) -> tuple[CustomerDecision, ...]:
    """The decisions that no later one has reviewed."""
    reviewed = {decision.follows for decision in decisions}
    return tuple(decision for decision in decisions if decision.id not in reviewed)


def latest_answers(collected: tuple[CustomerAnswers, ...]) -> CustomerAnswers | None:
    """What customers said last; None before an import."""
    return collected[-1] if collected else None
