"""What is due: everything with a day that is not done, and people who wait to be asked again."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import msgspec

from workshop_tui.domain.gut_check import GutCheck, Stakeholder
from workshop_tui.domain.gut_check_standing import is_accepted, to_recheck
from workshop_tui.domain.sustain.customers import standing_decisions
from workshop_tui.domain.sustain.plan import Sustain
from workshop_tui.domain.values import Name, Text, Value

DueKind = Literal["goal", "obstacle", "customer_decision", "review"]


class Due(Value, frozen=True):
    """Something with a date that is not done yet. text: "" for the review of the whole."""

    day: dt.date
    kind: DueKind
    text: Text = ""
    id: str = ""
    owner: Name = ""
    is_sensitive: bool = False


class Waiting(msgspec.Struct, frozen=True):
    """What waits on a day: what is due by then, earliest first, and whom to ask again.

    later: what has a later day. It does not wait yet.
    """

    due: tuple[Due, ...] = ()
    rechecks: tuple[Stakeholder, ...] = ()
    later: tuple[Due, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.due or self.rechecks)


def due(plan: Sustain) -> tuple[Due, ...]:
    """What has a date and is not done, earliest first."""
    return tuple(sorted(_due(plan), key=lambda each: each.day))


def waiting_on(today: dt.date, gut_check: GutCheck, plan: Sustain) -> Waiting:
    """What is due today or was due before, and who has not heard the latest version yet.

    The one answer to the question: the home screen, the list and the page on coming back ask here.
    """
    dated = due(plan)
    is_due = tuple(each for each in dated if each.day <= today)
    rechecks = () if is_accepted(gut_check) else to_recheck(gut_check)
    return Waiting(is_due, rechecks, dated[len(is_due) :])


def _due(plan: Sustain) -> Iterator[Due]:
    for goal in plan.goals:
        if goal.due and goal.status == "open":
            yield Due(day=goal.due, kind="goal", text=goal.text, id=goal.id, owner=goal.owner)
    for obstacle in plan.obstacles:
        if obstacle.due and not obstacle.resolution:
            yield Due(
                day=obstacle.due,
                kind="obstacle",
                text=obstacle.text,
                id=obstacle.id,
                owner=obstacle.owner,
                is_sensitive=obstacle.is_sensitive,
            )
    for decision in standing_decisions(plan.customer_decisions):
        if decision.next_review:
            yield Due(
                day=decision.next_review,
                kind="customer_decision",
                text=decision.feedback,
                id=decision.id,
                owner=decision.owner,
            )
    if plan.review:
        yield Due(day=plan.review, kind="review")
