"""The plan: everything that makes the statement last, and the one way to change it."""

import datetime as dt
from typing import TypeAlias, assert_never

from workshop_tui.domain.message import Message
from workshop_tui.domain.sustain.changes import (
    AddChange,
    Change,
    ChangeAction,
    CollectResponses,
    ExplainChange,
    change_notices,
    changes_after,
)
from workshop_tui.domain.sustain.customers import (
    CustomerAction,
    CustomerAnswers,
    CustomerDecision,
    DecideOnFeedback,
    ImportCustomerAnswers,
    answers_after,
    decisions_after,
)
from workshop_tui.domain.sustain.goals import (
    AddGoal,
    ChangeGoal,
    CloseGoal,
    Goal,
    GoalAction,
    RateGoal,
    goal_notices,
    goals_after,
    open_goals,
)
from workshop_tui.domain.sustain.meanings import (
    Gloss,
    GlossWord,
    glosses_after,
)
from workshop_tui.domain.sustain.obstacles import (
    AddObstacle,
    ChangeObstacle,
    Obstacle,
    ObstacleAction,
    ResolveObstacle,
    obstacles_after,
)
from workshop_tui.domain.sustain.plan_action import PlanAction
from workshop_tui.domain.sustain.roll_out import BriefText, WriteBriefPart, brief_after
from workshop_tui.domain.values import Value, changed


class Sustain(Value, frozen=True):
    goals: tuple[Goal, ...] = ()
    changes: tuple[Change, ...] = ()
    customer_answers: tuple[CustomerAnswers, ...] = ()
    customer_decisions: tuple[CustomerDecision, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    roll_out: tuple[BriefText, ...] = ()
    review: dt.date | None = None


class SetReview(PlanAction, frozen=True):
    """The day on which all of it is looked at again; None for no day."""

    review: dt.date | None = None


SustainAction: TypeAlias = (
    GoalAction
    | ChangeAction
    | CustomerAction
    | ObstacleAction
    | GlossWord
    | WriteBriefPart
    | SetReview
)


def apply(plan: Sustain, action: SustainAction) -> Sustain:
    """The plan after the action. Raises RefusedError with the reason."""
    match action:
        case AddGoal() | ChangeGoal() | RateGoal() | CloseGoal():
            return changed(plan, goals=goals_after(plan.goals, action))
        case AddChange() | ExplainChange() | CollectResponses():
            return changed(plan, changes=changes_after(plan.changes, action))
        case AddObstacle() | ChangeObstacle() | ResolveObstacle():
            return changed(plan, obstacles=obstacles_after(plan.obstacles, action))
        case ImportCustomerAnswers():
            collected = answers_after(plan.customer_answers, action)
            return changed(plan, customer_answers=collected)
        case DecideOnFeedback():
            decisions = decisions_after(plan.customer_decisions, action)
            return changed(plan, customer_decisions=decisions)
        case GlossWord():
            return changed(plan, glosses=glosses_after(plan.glosses, action))
        case WriteBriefPart():
            return changed(plan, roll_out=brief_after(plan.roll_out, action))
        case SetReview():
            return changed(plan, review=action.review)
        case _:
            assert_never(action)


def missing(plan: Sustain, unexplained: tuple[str, ...]) -> tuple[Message, ...]:
    """What the plan still lacks; () when it is done (METHOD 2.6).

    unexplained: the content words of the statement without a gloss.
    """
    goals = open_goals(plan.goals)
    is_reached = any(goal.status == "done" for goal in plan.goals)
    unowned = sum(not goal.owner for goal in goals)
    without_owner = sum(not (each.owner or each.resolution) for each in plan.obstacles)
    lacks = (
        (not goals and not is_reached, Message.of("missing.goals")),
        (bool(unowned), Message.of("missing.goal_owner", count=unowned)),
        (bool(without_owner), Message.of("missing.obstacle_owner", count=without_owner)),
        (
            bool(unexplained),
            Message.of("missing.gloss", count=len(unexplained), words=", ".join(unexplained)),
        ),
    )
    return tuple(message for is_lacking, message in lacks if is_lacking)


def notices(plan: Sustain) -> tuple[Message, ...]:
    """What deserves a question: prompts for the facilitator, never a block."""
    return (*goal_notices(plan.goals), *change_notices(plan.changes))
