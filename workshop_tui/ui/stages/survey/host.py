"""What those that do the commands of the survey may know of its view."""

from typing import Protocol

from workshop_tui.ui.importing.import_page import ImportHost
from workshop_tui.ui.readings import Readings
from workshop_tui.ui.stages.base import StageHost
from workshop_tui.ui.stages.survey.lens import Subject


class SurveyHost(StageHost, ImportHost, Protocol):
    """The survey view, as far as its doers know it."""

    readings: Readings

    @property
    def has_answers(self) -> bool:
        """Whether there are answers to look at, and a lens is open on them."""
        ...

    def selected_subject(self) -> Subject | None:
        """What stands under the cursor; None where there is nothing, or no reading."""
        ...
