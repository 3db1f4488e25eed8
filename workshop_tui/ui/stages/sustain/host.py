"""What those that do the commands of sustain may know of its view."""

from typing import Protocol

from workshop_tui.ui.importing.import_page import ImportHost
from workshop_tui.ui.readings import Readings
from workshop_tui.ui.stages.sustain.forms import Forms
from workshop_tui.ui.stages.topics import TopicsHost


class SustainHost(TopicsHost, ImportHost, Protocol):
    """The sustain view, as far as its doers know it."""

    readings: Readings
    is_projecting: bool

    @property
    def forms(self) -> Forms:
        """The forms of the plan as it stands."""
        ...

    def draw_again(self) -> None:
        """There is another reading."""
        ...
