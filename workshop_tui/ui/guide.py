"""The guide: what the facilitator may say now. Private, so a projector never shows it.

The prompts are in `help/<language>/<stage>.guide.md`; before them stands what the figures of this
workshop show, where the room does not get on.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.stuck import Sighting, ways_on
from workshop_tui.domain.values import Stage
from workshop_tui.language import Language, say
from workshop_tui.progress import stuck
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.look import DIM, PRIVATE, STRONG, plain
from workshop_tui.ui.page import Page
from workshop_tui.ui.prose import BULLET, page
from workshop_tui.ui.widgets.pane import Pane

STAGES_OF_WRITING: Final = frozenset({"drafting", "scoring"})
"""Where a room may be stuck between drafts."""


def guide_paragraphs(
    stage: Stage, session: Session, now: datetime, language: Language
) -> Sequence[Content]:
    """The heading, what the figures show at this time, and the prompts of a stage."""
    title = say(Message.of("ui.guide", stage=Message(f"stage.{stage}")), language)
    head = Content.styled(f"{PRIVATE} ", DIM) + Content.styled(title, STRONG)
    seen = stuck(session, now) if stage in STAGES_OF_WRITING else ()
    prompts = page(f"{stage}.guide", language)
    return (head, Content(""), *_stuck_paragraphs(seen, language), *prompts)


def _stuck_paragraphs(seen: Sequence[Sighting], language: Language) -> list[Content]:
    """What the figures show and ways on; nothing where the room gets on."""
    if not seen:
        return []
    return [
        Content.styled(say(Message.of("stuck.seen"), language), STRONG),
        *(plain(f"{BULLET}{say(sighting.saw, language)}") for sighting in seen),
        Content(""),
        Content.styled(say(Message.of("stuck.ways"), language), STRONG),
        *(Content(f"{BULLET}{say(way, language)}") for way in ways_on(seen)),
        Content(""),
    ]


class GuidePage(Page):
    """The guide over the work, where there is no room beside it."""

    places: ClassVar[tuple[Place, ...]] = ("guide", "stages", "lists", "everywhere")

    def __init__(self, stage: Stage, session: Session, now: datetime) -> None:
        super().__init__()
        self._stage = stage
        self._session = session
        self._now = now
        self._pane = Pane()
        self.panes = (self._pane,)

    def compose(self) -> ComposeResult:
        yield self._pane

    def on_shown(self) -> None:
        if not self.frame.is_projecting:
            self._pane.set_paragraphs(
                guide_paragraphs(self._stage, self._session, self._now, self.language)
            )

    async def command_close_guide(self) -> None:
        await self.frame.close_page()
