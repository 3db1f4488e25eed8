"""Drafts made of others: merged into a new one, and taken apart again."""

from collections.abc import Sequence

from workshop_tui.domain.drafting import Draft, MergeDrafts, SplitDraft
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.drafting.forms import DraftNumbersQuestion, drafts_numbered
from workshop_tui.ui.stages.drafting.host import NO_DRAFT_YET, DraftingHost
from workshop_tui.ui.stages.drafting.while_typing import asked_while_typing, marks_while_typing
from workshop_tui.ui.widgets.question import Answers, LineQuestion


class Merging(CommandTarget):
    """The parents of a merged draft stay as they are, and come back when it is split."""

    def __init__(self, host: DraftingHost) -> None:
        self._host = host

    def reason_against(self, command: str) -> Message | None:
        if command == "merge_drafts":
            has_two = len(self._host.session.drafting.drafts) >= 2
            return None if has_two else Message.of("refused.merge_needs_two")
        draft = self._host.selected_draft
        if draft is None:
            return NO_DRAFT_YET
        return None if draft.parents else Message.of("refused.not_a_merge", number=draft.number)

    async def command_merge_drafts(self) -> None:
        """Ask which, then the words of the new one."""
        host, draft = self._host, self._host.selected_draft
        drafting = host.session.drafting

        async def then(answers: Answers) -> None:
            parents = drafts_numbered(host.session.drafting, answers.text("numbers"))
            await self._ask_merged(parents)

        def said(typed: str) -> list[str]:
            try:
                return [_in_one_line(each) for each in drafts_numbered(drafting, typed)]
            except RefusedError:
                return []

        question = DraftNumbersQuestion(
            key="numbers",
            ask=host.t("drafting_view.ask_merge"),
            hint=host.t("drafting_view.ask_merge_hint"),
            value=f"{draft.number} " if draft else "",
            drafting=drafting,
            live=said,
        )
        await host.ask("merge", [question], then)

    async def _ask_merged(self, parents: Sequence[Draft]) -> None:
        host = self._host
        sources = [_in_one_line(parent) for parent in parents]

        def then(answers: Answers) -> bool:
            ids = tuple(parent.id for parent in parents)
            was_done = host.act(MergeDrafts(parents=ids, text=answers.text("text")))
            if was_done:
                host.select_newest()
            return was_done

        numbers = ", ".join(str(parent.number) for parent in parents)
        question = LineQuestion(
            key="text",
            ask=host.t("drafting_view.ask_merged", numbers=numbers),
            value=parents[0].text,
            live=lambda typed: [*sources, *asked_while_typing(typed, host.drawing)],
            marks=lambda typed: marks_while_typing(typed, host.drawing),
        )
        await host.ask(f"merge {numbers}", [question], then)

    def command_split_draft(self) -> None:
        """Its parents are again what they were; what was merged stays to be seen."""
        host, draft = self._host, self._host.selected_draft
        if draft is not None and host.act(SplitDraft(draft=draft.id)):
            parents = [each for each in host.session.drafting.drafts if each.id in draft.parents]
            numbers = ", ".join(str(parent.number) for parent in parents)
            host.notice(Message.of("drafting_view.was_split", numbers=numbers))


def _in_one_line(draft: Draft) -> str:
    return f"{draft.number}  {draft.text}"
