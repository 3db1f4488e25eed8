"""The guide: what the facilitator may say now. Private, so a projector never shows it.

The prompts are in `help/<language>/<stage>.guide.md`.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.values import Stage
from workshop_tui.language import Language, say
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.look import DIM, PRIVATE, STRONG
from workshop_tui.ui.page import Page
from workshop_tui.ui.prose import page
from workshop_tui.ui.widgets.pane import Pane


def guide_paragraphs(stage: Stage, language: Language) -> Sequence[Content]:
    """The heading and the prompts of a stage."""
    title = say(Message.of("ui.guide", stage=Message(f"stage.{stage}")), language)
    head = Content.styled(f"{PRIVATE} ", DIM) + Content.styled(title, STRONG)
    return (head, Content(""), *page(f"{stage}.guide", language))


class GuidePage(Page):
    """The guide over the work, where there is no room beside it."""

    places: ClassVar[tuple[Place, ...]] = ("guide", "lists", "everywhere")

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._pane = Pane()
        self.panes = (self._pane,)

    def compose(self) -> ComposeResult:
        yield self._pane

    def on_shown(self) -> None:
        if not self.frame.is_projecting:
            self._pane.set_paragraphs(guide_paragraphs(self._stage, self.language))

    async def command_close_guide(self) -> None:
        await self.frame.close_page()
