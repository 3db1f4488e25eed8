"""Goals: a long-term programme and short steps towards it that staff find within reach."""

import datetime as dt
from typing import ClassVar, Literal, TypeAlias, assert_never

from workshop_tui.domain.message import Message
from workshop_tui.domain.sustain.plan_action import PlanAction
from workshop_tui.domain.values import (
    Identified,
    Line,
    Name,
    Score,
    add,
    changed,
    find,
    put,
    required,
)

Horizon = Literal["long", "short"]
GoalStatus = Literal["open", "done", "dropped"]
Concern = Literal["out_of_reach", "far_away", "no_owner"]
REACH_WANTED = 3
"""Staff rate whether a goal is within reach, 1-5; under this it is split (our default)."""
FAR_AWAY = dt.timedelta(days=90)
"""A short-term goal that is due later than this is no step yet (our default)."""
MOST_AT_ONCE = 5
"""More short-term goals than this at the same time, and none gets its due (our default)."""


class Goal(Identified, frozen=True):
    horizon: Horizon
    text: Line
    owner: Name = ""
    due: dt.date | None = None
    measure: Line = ""
    reach: tuple[Score, ...] = ()
    """How achievable the staff find it, one score a person, lowest first."""
    status: GoalStatus = "open"
    reason: Line = ""


class AddGoal(PlanAction, frozen=True):
    id_prefix: ClassVar[str] = "goal"
    horizon: Horizon
    text: Line
    id: str = ""
    owner: Name = ""
    due: dt.date | None = None
    measure: Line = ""


class ChangeGoal(PlanAction, frozen=True):
    """What the goal says from now on; a field left out is empty."""

    goal: str
    text: Line
    owner: Name = ""
    due: dt.date | None = None
    measure: Line = ""


class RateGoal(PlanAction, frozen=True):
    goal: str
    reach: tuple[Score, ...]


class CloseGoal(PlanAction, frozen=True):
    goal: str
    status: Literal["done", "dropped"]
    reason: Line = ""


GoalAction: TypeAlias = AddGoal | ChangeGoal | RateGoal | CloseGoal


def goals_after(goals: tuple[Goal, ...], action: GoalAction) -> tuple[Goal, ...]:
    """The goals after the action. Raises RefusedError with the reason."""
    match action:
        case AddGoal():
            goal = Goal(
                id=action.id,
                horizon=action.horizon,
                text=required(action.text, "text"),
                owner=action.owner,
                due=action.due,
                measure=action.measure,
            )
            return add(goals, goal)
        case ChangeGoal():
            goal = changed(
                find(goals, action.goal),
                text=required(action.text, "text"),
                owner=action.owner,
                due=action.due,
                measure=action.measure,
            )
            return put(goals, goal)
        case RateGoal():
            reach = tuple(sorted(action.reach))
            return put(goals, changed(find(goals, action.goal), reach=reach))
        case CloseGoal():
            if action.status == "dropped":
                required(action.reason, "reason")
            closed = changed(find(goals, action.goal), status=action.status, reason=action.reason)
            return put(goals, closed)
        case _:
            assert_never(action)


def open_goals(goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
    """The short-term goals that are still to be reached, in the order they were set."""
    return tuple(goal for goal in goals if goal.horizon == "short" and goal.status == "open")


def on_the_ladder(goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
    """The long-term programme on top, then the steps by their date; those without one last."""
    return tuple(sorted(goals, key=lambda goal: (goal.horizon == "short", goal.due or dt.date.max)))


def out_of_reach(goal: Goal) -> bool:
    """Whether the staff, on the whole, find the goal unrealistic."""
    return bool(goal.reach) and sum(goal.reach) / len(goal.reach) < REACH_WANTED


def concerns(goal: Goal, today: dt.date) -> tuple[Concern, ...]:
    """What speaks for a smaller first step; () for a goal that is closed."""
    if goal.status != "open":
        return ()
    found: tuple[tuple[Concern, bool], ...] = (
        ("out_of_reach", out_of_reach(goal)),
        ("far_away", _is_far_away(goal, today)),
        ("no_owner", not goal.owner),
    )
    return tuple(concern for concern, holds in found if holds)


def goal_notices(goals: tuple[Goal, ...]) -> tuple[Message, ...]:
    """What may be asked about the goals on any day."""
    steps = open_goals(goals)
    far = sum(map(out_of_reach, steps))
    unowned = sum(not goal.owner for goal in goals if goal.status == "open")
    asked = (
        (bool(far), Message.of("notice.goal_out_of_reach", count=far)),
        (
            any(goal.horizon == "long" for goal in goals) and not steps,
            Message.of("notice.only_long_goals"),
        ),
        (len(steps) > MOST_AT_ONCE, Message.of("notice.too_many_goals", count=len(steps))),
        (bool(unowned), Message.of("notice.goal_without_owner", count=unowned)),
    )
    return tuple(message for holds, message in asked if holds)


def far_goals_notice(goals: tuple[Goal, ...], today: dt.date) -> tuple[Message, ...]:
    """That steps lie too far away, as seen from this day; () where none does."""
    far = sum(_is_far_away(goal, today) for goal in open_goals(goals))
    return (Message.of("notice.goal_far_away", count=far),) if far else ()


def _is_far_away(goal: Goal, today: dt.date) -> bool:
    return goal.horizon == "short" and goal.due is not None and goal.due - today > FAR_AWAY
