"""Two wordings side by side: what went, came and moved between any two drafts or versions."""

from workshop_tui.domain.drafting import Draft
from workshop_tui.domain.message import Message
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.drafting.forms import WordingsQuestion, wordings_numbered
from workshop_tui.ui.stages.drafting.host import NO_DRAFT_YET, DraftingHost
from workshop_tui.ui.stages.drafting.papers import comparison
from workshop_tui.ui.widgets.question import Answers


class Comparing(CommandTarget):
    """Asks which two, and lays them over the drafts."""

    def __init__(self, host: DraftingHost) -> None:
        self._host = host

    def reason_against(self, command: str) -> Message | None:
        del command
        return NO_DRAFT_YET if self._host.selected_draft is None else None

    async def command_compare_drafts(self) -> None:
        host, draft = self._host, self._host.selected_draft

        def then(answers: Answers) -> None:
            old, new = wordings_numbered(host.session.drafting, answers.text("numbers"))
            host.show_paper(comparison(old, new, host.drawing))

        question = WordingsQuestion(
            key="numbers",
            ask=host.t("drafting_view.ask_compare"),
            hint=host.t("drafting_view.ask_compare_hint"),
            value=_likely_wordings(draft) if draft else "",
            drafting=host.session.drafting,
        )
        await host.ask("compare", [question], then)


def _likely_wordings(draft: Draft) -> str:
    """The two that are most often wanted: the last change of a draft, or the draft and another."""
    if draft.version > 1:
        return f"{draft.number}.{draft.version - 1} {draft.number}"
    return f"{draft.number} "
