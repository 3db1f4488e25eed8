"""What those that do the commands of drafting may know of its view."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final, Protocol

from textual.content import Content
from textual.timer import Timer

from workshop_tui.domain.drafting import Draft
from workshop_tui.domain.message import Message
from workshop_tui.ui.stages.base import StageHost
from workshop_tui.ui.stages.drafting.rows import Drawing

NO_DRAFT_YET: Final = Message.of("drafting_view.no_draft_yet")
"""Why a command that is about the draft under the cursor cannot act where there is none."""


class DraftingHost(StageHost, Protocol):
    """The drafting view, as far as its doers know it."""

    @property
    def drawing(self) -> Drawing:
        """What the view is drawn from now."""
        ...

    @property
    def selected_draft(self) -> Draft | None:
        """The draft under the cursor; None where there is none."""
        ...

    def select_newest(self) -> None:
        """Put the cursor on the draft that was just added."""
        ...

    @property
    def paper_room(self) -> tuple[int, int]:
        """Cells and lines of what is laid over the drafts."""
        ...

    def show_paper(self, paragraphs: Sequence[Content] | None) -> None:
        """Lay this over the drafts; None takes it away."""
        ...

    def every(self, seconds: float, do: Callable[[], Awaitable[None] | None]) -> Timer: ...
