"""What all actions of the stage share."""

from workshop_tui.domain.values import Action


class PlanAction(Action, frozen=True):
    """An action on the plan that makes the statement last."""

    stage = "sustain"
