"""What all actions of the stage share."""

from workshop_tui.domain.values import Action


class OnSurvey(Action, frozen=True):
    """An action on the survey, or on what the facilitator made of it."""

    stage = "survey"
