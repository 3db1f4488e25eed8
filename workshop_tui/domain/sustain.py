"""Sustain: goals within reach, employees as partners, customers, obstacles. No files."""

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar, Literal, TypeAlias, assert_never

from workshop_tui.domain.gut_check import GutCheck, plain_word, statement
from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.scoring import Scoring
from workshop_tui.domain.values import (
    Action,
    Identified,
    Line,
    Name,
    Score,
    Text,
    Value,
    add,
    changed,
    find,
    put,
    required,
)

Horizon = Literal["long", "short"]
GoalStatus = Literal["open", "done", "dropped"]
ObstacleKind = Literal["toxic_culture", "poor_leadership", "broken_system", "other"]
FeedbackDecision = Literal["add", "improve", "adjust", "drop", "keep"]
REACH_WANTED = 3
"""Staff rate whether a goal is within reach, 1-5; under this it is split (our default)."""


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


class Change(Identified, frozen=True):
    """A change that employees are asked to make, explained in this order."""

    text: Line
    why: Text = ""
    benefit: Text = ""
    response: Text = ""
    is_agreed: bool = False
    training: Text = ""


class CustomerDecision(Identified, frozen=True):
    """What customers' feedback led to."""

    feedback: Text
    was_needed: bool
    decision: FeedbackDecision
    reason: Line
    owner: Name = ""
    next_review: dt.date | None = None


class Obstacle(Identified, frozen=True):
    kind: ObstacleKind
    text: Line
    owner: Name = ""
    advocate: Name = ""
    step: Line = ""
    due: dt.date | None = None
    is_sensitive: bool = False
    resolution: Line = ""
    """Why it is resolved; empty while it is not."""


class Gloss(Value, frozen=True):
    word: Line
    meaning: Text


class RollOut(Value, frozen=True):
    what_it_is: Text = ""
    what_it_means: Text = ""
    how_i_contribute: Text = ""


class Sustain(Value, frozen=True):
    goals: tuple[Goal, ...] = ()
    changes: tuple[Change, ...] = ()
    customer_decisions: tuple[CustomerDecision, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    roll_out: RollOut = RollOut()
    review: dt.date | None = None


DueKind = Literal["goal", "obstacle", "customer_decision", "review"]


class Due(Value, frozen=True):
    """Something with a date that is not done yet. text: "" for the review of the whole."""

    day: dt.date
    kind: DueKind
    text: Text = ""
    id: str = ""


class _SustainAction(Action, frozen=True):
    stage = "sustain"


class AddGoal(_SustainAction, frozen=True):
    id_prefix: ClassVar[str] = "goal"
    horizon: Horizon
    text: Line
    id: str = ""
    owner: Name = ""
    due: dt.date | None = None
    measure: Line = ""


class ChangeGoal(_SustainAction, frozen=True):
    """Fields left out stay as they are."""

    goal: str
    text: Line | None = None
    owner: Name | None = None
    due: dt.date | None = None
    measure: Line | None = None


class RateGoal(_SustainAction, frozen=True):
    goal: str
    reach: tuple[Score, ...]


class CloseGoal(_SustainAction, frozen=True):
    goal: str
    status: Literal["done", "dropped"]
    reason: Line = ""


class AddChange(_SustainAction, frozen=True):
    id_prefix: ClassVar[str] = "change"
    text: Line
    id: str = ""
    why: Text = ""
    benefit: Text = ""


class ExplainChange(_SustainAction, frozen=True):
    """Fields left out stay as they are; training only after the response was agreed."""

    change: str
    why: Text | None = None
    benefit: Text | None = None
    response: Text | None = None
    is_agreed: bool | None = None
    training: Text | None = None


class DecideOnFeedback(_SustainAction, frozen=True):
    id_prefix: ClassVar[str] = "feedback"
    feedback: Text
    was_needed: bool
    decision: FeedbackDecision
    reason: Line
    id: str = ""
    owner: Name = ""
    next_review: dt.date | None = None


class AddObstacle(_SustainAction, frozen=True):
    id_prefix: ClassVar[str] = "obstacle"
    kind: ObstacleKind
    text: Line
    id: str = ""
    owner: Name = ""
    advocate: Name = ""
    step: Line = ""
    due: dt.date | None = None
    is_sensitive: bool = False


class ChangeObstacle(_SustainAction, frozen=True):
    """Fields left out stay as they are."""

    obstacle: str
    text: Line | None = None
    owner: Name | None = None
    advocate: Name | None = None
    step: Line | None = None
    due: dt.date | None = None
    is_sensitive: bool | None = None


class ResolveObstacle(_SustainAction, frozen=True):
    obstacle: str
    resolution: Line


class GlossWord(_SustainAction, frozen=True):
    word: Line
    meaning: Text


class SetRollOut(_SustainAction, frozen=True):
    what_it_is: Text = ""
    what_it_means: Text = ""
    how_i_contribute: Text = ""


class SetReview(_SustainAction, frozen=True):
    review: dt.date


SustainAction: TypeAlias = (
    AddGoal
    | ChangeGoal
    | RateGoal
    | CloseGoal
    | AddChange
    | ExplainChange
    | DecideOnFeedback
    | AddObstacle
    | ChangeObstacle
    | ResolveObstacle
    | GlossWord
    | SetRollOut
    | SetReview
)
_GoalAction: TypeAlias = AddGoal | ChangeGoal | RateGoal | CloseGoal
_ChangeAction: TypeAlias = AddChange | ExplainChange
_ObstacleAction: TypeAlias = AddObstacle | ChangeObstacle | ResolveObstacle


def apply(sustain: Sustain, action: SustainAction) -> Sustain:
    """Sustain after the action. Raises RefusedError with the reason."""
    match action:
        case AddGoal() | ChangeGoal() | RateGoal() | CloseGoal():
            return changed(sustain, goals=_goals_after(sustain.goals, action))
        case AddChange() | ExplainChange():
            return changed(sustain, changes=_changes_after(sustain.changes, action))
        case AddObstacle() | ChangeObstacle() | ResolveObstacle():
            return changed(sustain, obstacles=_obstacles_after(sustain.obstacles, action))
        case DecideOnFeedback():
            decided = CustomerDecision(
                id=action.id,
                feedback=required(action.feedback, "feedback"),
                was_needed=action.was_needed,
                decision=action.decision,
                reason=required(action.reason, "reason"),
                owner=action.owner,
                next_review=action.next_review,
            )
            return changed(sustain, customer_decisions=add(sustain.customer_decisions, decided))
        case GlossWord():
            gloss = Gloss(
                word=required(action.word, "word"), meaning=required(action.meaning, "meaning")
            )
            others = tuple(
                each for each in sustain.glosses if plain_word(each.word) != plain_word(gloss.word)
            )
            return changed(sustain, glosses=(*others, gloss))
        case SetRollOut():
            roll_out = RollOut(
                what_it_is=action.what_it_is,
                what_it_means=action.what_it_means,
                how_i_contribute=action.how_i_contribute,
            )
            return changed(sustain, roll_out=roll_out)
        case SetReview():
            return changed(sustain, review=action.review)
        case _:
            assert_never(action)


def _goals_after(goals: tuple[Goal, ...], action: _GoalAction) -> tuple[Goal, ...]:
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
                text=action.text,
                owner=action.owner,
                due=action.due,
                measure=action.measure,
            )
            required(goal.text, "text")
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


def _changes_after(changes: tuple[Change, ...], action: _ChangeAction) -> tuple[Change, ...]:
    match action:
        case AddChange():
            change = Change(
                id=action.id,
                text=required(action.text, "text"),
                why=action.why,
                benefit=action.benefit,
            )
            return add(changes, change)
        case ExplainChange():
            change = changed(
                find(changes, action.change),
                why=action.why,
                benefit=action.benefit,
                response=action.response,
                is_agreed=action.is_agreed,
                training=action.training,
            )
            if change.training and not (change.response and change.is_agreed):
                raise refuse("refused.training_before_agreement")
            return put(changes, change)
        case _:
            assert_never(action)


def _obstacles_after(
    obstacles: tuple[Obstacle, ...], action: _ObstacleAction
) -> tuple[Obstacle, ...]:
    match action:
        case AddObstacle():
            obstacle = Obstacle(
                id=action.id,
                kind=action.kind,
                text=required(action.text, "text"),
                owner=action.owner,
                advocate=action.advocate,
                step=action.step,
                due=action.due,
                is_sensitive=action.is_sensitive,
            )
            return add(obstacles, obstacle)
        case ChangeObstacle():
            obstacle = changed(
                find(obstacles, action.obstacle),
                text=action.text,
                owner=action.owner,
                advocate=action.advocate,
                step=action.step,
                due=action.due,
                is_sensitive=action.is_sensitive,
            )
            required(obstacle.text, "text")
            return put(obstacles, obstacle)
        case ResolveObstacle():
            resolved = changed(
                find(obstacles, action.obstacle),
                resolution=required(action.resolution, "reason"),
            )
            return put(obstacles, resolved)
        case _:
            assert_never(action)


def open_goals(sustain: Sustain) -> tuple[Goal, ...]:
    """The short-term goals that are still to be reached, in the order they were set."""
    return tuple(
        goal for goal in sustain.goals if goal.horizon == "short" and goal.status == "open"
    )


def due(sustain: Sustain) -> tuple[Due, ...]:
    """What has a date and is not done, earliest first."""
    return tuple(sorted(_due(sustain), key=lambda each: each.day))


def out_of_reach(goal: Goal) -> bool:
    """Whether the staff, on the whole, find the goal unrealistic."""
    return bool(goal.reach) and sum(goal.reach) / len(goal.reach) < REACH_WANTED


def words_to_gloss(scoring: Scoring, gut_check: GutCheck, sustain: Sustain) -> tuple[str, ...]:
    """The words of the statement without a meaning of their own yet, each once, as written."""
    explained = {plain_word(gloss.word) for gloss in sustain.glosses}
    words: dict[str, str] = {}
    for word in statement(scoring, gut_check).split():
        plain = plain_word(word)
        if plain and plain not in explained:
            words.setdefault(plain, plain)
    return tuple(words)


def missing(sustain: Sustain, unexplained: tuple[str, ...]) -> tuple[Message, ...]:
    """What the plan still lacks; () when it is done (METHOD 2.6).

    unexplained: the content words of the statement without a gloss.
    """
    goals = open_goals(sustain)
    done = any(goal.status == "done" for goal in sustain.goals)
    unowned = [goal for goal in goals if not goal.owner]
    unowned_obstacles = [
        obstacle for obstacle in sustain.obstacles if not (obstacle.owner or obstacle.resolution)
    ]
    lacks = (
        (not goals and not done, Message.of("missing.goals")),
        (bool(unowned), Message.of("missing.goal_owner", count=len(unowned))),
        (
            bool(unowned_obstacles),
            Message.of("missing.obstacle_owner", count=len(unowned_obstacles)),
        ),
        (
            bool(unexplained),
            Message.of("missing.gloss", count=len(unexplained), words=", ".join(unexplained)),
        ),
    )
    return tuple(message for is_lacking, message in lacks if is_lacking)


def notices(sustain: Sustain) -> tuple[Message, ...]:
    """What deserves a question: prompts for the facilitator, never a block."""
    found: list[Message] = []
    far = [goal for goal in open_goals(sustain) if out_of_reach(goal)]
    if far:
        found.append(Message.of("notice.goal_out_of_reach", count=len(far)))
    if any(goal.horizon == "long" for goal in sustain.goals) and not open_goals(sustain):
        found.append(Message.of("notice.only_long_goals"))
    if any(change.why and not change.benefit for change in sustain.changes):
        found.append(Message.of("notice.no_benefit"))
    return tuple(found)


def _due(sustain: Sustain) -> Iterator[Due]:
    for goal in open_goals(sustain):
        if goal.due:
            yield Due(day=goal.due, kind="goal", text=goal.text, id=goal.id)
    for obstacle in sustain.obstacles:
        if obstacle.due and not obstacle.resolution:
            yield Due(day=obstacle.due, kind="obstacle", text=obstacle.text, id=obstacle.id)
    for decision in sustain.customer_decisions:
        if decision.next_review:
            yield Due(
                day=decision.next_review,
                kind="customer_decision",
                text=decision.feedback,
                id=decision.id,
            )
    if sustain.review:
        yield Due(day=sustain.review, kind="review")
