"""Obstacles that employees name: owned, spoken for, never deleted, only resolved with a reason."""

import datetime as dt
from typing import ClassVar, Literal, TypeAlias, assert_never

from workshop_tui.domain.sustain.plan_action import PlanAction
from workshop_tui.domain.values import (
    Count,
    Identified,
    Line,
    Name,
    add,
    changed,
    find,
    put,
    required,
)

ObstacleKind = Literal["toxic_culture", "poor_leadership", "broken_system", "other"]


class Obstacle(Identified, frozen=True):
    kind: ObstacleKind
    text: Line
    named_by: Count = 0
    """How many employees named it; nobody is named. 0 where it was not counted."""
    owner: Name = ""
    advocate: Name = ""
    step: Line = ""
    due: dt.date | None = None
    is_sensitive: bool = False
    """Kept off the projector, and out of the record unless `may_be_recorded`."""
    may_be_recorded: bool = False
    resolution: Line = ""
    """Why it is resolved; empty while it is not."""


class AddObstacle(PlanAction, frozen=True):
    id_prefix: ClassVar[str] = "obstacle"
    kind: ObstacleKind
    text: Line
    id: str = ""
    named_by: Count = 0
    owner: Name = ""
    advocate: Name = ""
    step: Line = ""
    due: dt.date | None = None
    is_sensitive: bool = False
    may_be_recorded: bool = False


class ChangeObstacle(PlanAction, frozen=True):
    """What is said of the obstacle from now on; a field left out is empty."""

    obstacle: str
    kind: ObstacleKind
    text: Line
    named_by: Count = 0
    owner: Name = ""
    advocate: Name = ""
    step: Line = ""
    due: dt.date | None = None
    is_sensitive: bool = False
    may_be_recorded: bool = False


class ResolveObstacle(PlanAction, frozen=True):
    obstacle: str
    resolution: Line


ObstacleAction: TypeAlias = AddObstacle | ChangeObstacle | ResolveObstacle


def obstacles_after(
    obstacles: tuple[Obstacle, ...], action: ObstacleAction
) -> tuple[Obstacle, ...]:
    """The obstacles after the action. Raises RefusedError with the reason."""
    match action:
        case AddObstacle():
            return add(
                obstacles,
                _as_said(Obstacle(id=action.id, kind=action.kind, text=action.text), action),
            )
        case ChangeObstacle():
            return put(obstacles, _as_said(find(obstacles, action.obstacle), action))
        case ResolveObstacle():
            resolved = changed(
                find(obstacles, action.obstacle),
                resolution=required(action.resolution, "reason"),
            )
            return put(obstacles, resolved)
        case _:
            assert_never(action)


def is_private(obstacle: Obstacle) -> bool:
    """Whether the record leaves it out."""
    return obstacle.is_sensitive and not obstacle.may_be_recorded


def _as_said(obstacle: Obstacle, action: AddObstacle | ChangeObstacle) -> Obstacle:
    return changed(
        obstacle,
        kind=action.kind,
        text=required(action.text, "text"),
        named_by=action.named_by,
        owner=action.owner,
        advocate=action.advocate,
        step=action.step,
        due=action.due,
        is_sensitive=action.is_sensitive,
        may_be_recorded=action.may_be_recorded,
    )
