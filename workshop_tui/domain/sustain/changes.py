"""Employees as partners: each change explained in an order, answered by them, then trained."""

from typing import ClassVar, Final, Literal, TypeAlias, assert_never, get_args

from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.sustain.plan_action import PlanAction
from workshop_tui.domain.values import (
    Identified,
    Line,
    Text,
    add,
    changed,
    find,
    put,
    required,
    revised,
)

ChangeStep = Literal["why", "benefit", "response", "agreement", "training"]
CHANGE_STEPS: Final[tuple[ChangeStep, ...]] = get_args(ChangeStep)
MOST_RESPONSES = 1000
"""As many employees' answers to one change lie in the session; more of them are a survey."""


class Change(Identified, frozen=True):
    """A change that employees are asked to make, explained in this order."""

    text: Line
    why: Text = ""
    benefit: Text = ""
    responses: tuple[Text, ...] = ()
    """What employees answered, each in their own words, without names."""
    response: Text = ""
    """What they answer on the whole, as the group hears it."""
    is_agreed: bool = False
    training: Text = ""


class AddChange(PlanAction, frozen=True):
    id_prefix: ClassVar[str] = "change"
    text: Line
    id: str = ""
    why: Text = ""
    benefit: Text = ""


class ExplainChange(PlanAction, frozen=True):
    """Fields left out stay as they are; training only after the response was agreed."""

    change: str
    why: Text | None = None
    benefit: Text | None = None
    response: Text | None = None
    is_agreed: bool | None = None
    training: Text | None = None


class CollectResponses(PlanAction, frozen=True):
    """More answers of employees, added behind those that are there; empty ones fall away."""

    change: str
    responses: tuple[Text, ...]


ChangeAction: TypeAlias = AddChange | ExplainChange | CollectResponses


def changes_after(changes: tuple[Change, ...], action: ChangeAction) -> tuple[Change, ...]:
    """The changes after the action. Raises RefusedError with the reason."""
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
            change = revised(
                find(changes, action.change),
                why=action.why,
                benefit=action.benefit,
                response=action.response,
                is_agreed=action.is_agreed,
                training=action.training,
            )
            if change.training and not (_is_answered(change) and change.is_agreed):
                raise refuse("refused.training_before_agreement")
            return put(changes, change)
        case CollectResponses():
            return put(changes, _with_responses(find(changes, action.change), action.responses))
        case _:
            assert_never(action)


def open_steps(change: Change) -> tuple[ChangeStep, ...]:
    """What a change still lacks, in the order of the method; () when it has everything."""
    is_there: dict[ChangeStep, bool] = {
        "why": bool(change.why),
        "benefit": bool(change.benefit),
        "response": _is_answered(change),
        "agreement": change.is_agreed,
        "training": bool(change.training),
    }
    return tuple(step for step in CHANGE_STEPS if not is_there[step])


def next_step(change: Change) -> ChangeStep | None:
    """What a change needs next; None when it has everything."""
    return next(iter(open_steps(change)), None)


def change_notices(changes: tuple[Change, ...]) -> tuple[Message, ...]:
    """What may be asked about the changes: what is in it for the employees."""
    has_no_benefit = any(change.why and not change.benefit for change in changes)
    return (Message.of("notice.no_benefit"),) if has_no_benefit else ()


def _is_answered(change: Change) -> bool:
    return bool(change.response or change.responses)


def _with_responses(change: Change, responses: tuple[Text, ...]) -> Change:
    given = tuple(filter(None, responses))
    if not given:
        raise refuse("refused.no_responses")
    collected = (*change.responses, *given)
    if len(collected) > MOST_RESPONSES:
        raise refuse("refused.too_many_responses", most=MOST_RESPONSES)
    return changed(change, responses=collected)
