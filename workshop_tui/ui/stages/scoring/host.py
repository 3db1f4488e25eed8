"""What those that do the commands of scoring may know of its view."""

from typing import Protocol

from workshop_tui.ui.stages.base import StageHost


class ScoringHost(StageHost, Protocol):
    """The scoring view, as far as its doers know it."""

    @property
    def selected_draft(self) -> str | None:
        """The id of the draft under the cursor; None where there is none."""
        ...

    @property
    def is_typing_shown(self) -> bool:
        """Whether scores and reasons may be seen while they are typed."""
        ...

    def look_at_latest(self) -> None:
        """Show the latest round."""
        ...

    def show_last_written(self) -> None:
        """What was just written stands at the end of the paper: show it."""
        ...

    def show_hands(self) -> None:
        """Let the room see the hands that were counted on the selected draft."""
        ...
