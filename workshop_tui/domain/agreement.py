"""The check of agreement: one hand each on a draft, by the rule that was agreed beforehand.

Hands are never told apart by person, whatever the rule for ballots: who is below the threshold
has the floor and says so. Leaves out what the group makes of it, which is the outcome (`scoring`).
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Final

import msgspec

from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.setup import DecisionRule, RuleKind
from workshop_tui.domain.values import Action, Count, Identified, Line

Gradient = Annotated[int, msgspec.Meta(ge=0, le=7)]
"""Fist to five: 0 to 5. Gradients of agreement: 0 veto to 7 endorse."""
HIGHEST: Final[Mapping[RuleKind, int]] = {"fist_to_five": 5, "gradients": 7}


class AgreementCheck(Identified, frozen=True):
    draft: str
    kind: RuleKind
    values: tuple[Gradient, ...]
    """One hand each, lowest first: never in an order that tells who."""
    reasons: tuple[Line, ...] = ()
    threshold: Count = 3
    """As it was agreed before the hands went up; a later rule does not change what they said."""


class CheckAgreement(Action, frozen=True):
    stage = "scoring"
    id_prefix: ClassVar[str] = "check"
    draft: str
    values: tuple[Gradient, ...]
    id: str = ""
    reasons: tuple[Line, ...] = ()


def checked(rule: DecisionRule | None, action: CheckAgreement) -> AgreementCheck:
    """The hands by this rule. Raises RefusedError where there is no rule or no such value."""
    if rule is None:
        raise refuse("refused.no_rule")
    if not action.values:
        raise refuse("refused.empty", what=Message.of("field.values"))
    highest = HIGHEST[rule.kind]
    if max(action.values) > highest:
        raise refuse("refused.value_too_high", value=max(action.values), highest=highest)
    return AgreementCheck(
        id=action.id,
        draft=action.draft,
        kind=rule.kind,
        values=tuple(sorted(action.values)),
        reasons=tuple(sorted(action.reasons)),
        threshold=rule.threshold,
    )


def is_agreed(check: AgreementCheck) -> bool:
    """Whether every hand reaches the threshold of this check."""
    return bool(check.values) and min(check.values) >= check.threshold


def below_threshold(check: AgreementCheck) -> int:
    """How many hands have the floor."""
    return sum(value < check.threshold for value in check.values)
