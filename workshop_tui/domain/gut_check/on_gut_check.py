"""What all actions of the stage share."""

from workshop_tui.domain.values import Action


class OnGutCheck(Action, frozen=True):
    """An action on the gut check."""

    stage = "gut_check"
