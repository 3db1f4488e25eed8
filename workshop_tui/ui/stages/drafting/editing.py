"""Drafts one by one: added, changed, put on the shortlist, rejected and brought back.

Entry is fast: one line per draft, filed under its author by `name: text`, until an empty line.
Leaves out how lines are read (`forms`) and drafts made of others (`merging`).
"""

from typing import Final

from workshop_tui.domain.drafting import (
    SHORTLIST_WANTED,
    AddDraft,
    EditDraft,
    RejectDraft,
    ReopenDraft,
    ShortlistDraft,
    SilenceReading,
    is_reading_silent,
    shortlist,
)
from workshop_tui.domain.message import Message
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.drafting.forms import FiledQuestion, author_kept, filed
from workshop_tui.ui.stages.drafting.host import NO_DRAFT_YET, DraftingHost
from workshop_tui.ui.stages.drafting.rows import AWAY
from workshop_tui.ui.stages.drafting.while_typing import asked_while_typing, marks_while_typing
from workshop_tui.ui.widgets.question import Answers, LineQuestion

NEED_NO_DRAFT: Final = frozenset({"add_draft", "check_while_typing"})


class Editing(CommandTarget):
    """What is done to the draft under the cursor, and how new ones come in."""

    def __init__(self, host: DraftingHost) -> None:
        self._host = host

    def reason_against(self, command: str) -> Message | None:
        if command in NEED_NO_DRAFT:
            return None
        draft = self._host.selected_draft
        if draft is None:
            return NO_DRAFT_YET
        if command == "bring_back_draft" and draft.status not in AWAY:
            return Message.of("drafting_view.not_away", number=draft.number)
        if command == "reject_draft" and draft.status == "rejected":
            return Message.of("drafting_view.rejected_already", number=draft.number)
        return None

    async def command_add_draft(self) -> None:
        """Line by line until an empty one; the form stays open for the next draft."""
        host = self._host

        async def then(answers: Answers) -> bool:
            line = answers.text("line")
            if not line:
                return True
            if not self._add(line):
                return False
            await self.command_add_draft()
            return True

        question = FiledQuestion(
            key="line",
            ask=host.t("drafting_view.ask_draft"),
            hint=host.t("drafting_view.ask_draft_hint"),
            optional=True,
            asks_again=True,
            setup=host.session.setup,
            live=self._asked,
            marks=self._marks,
        )
        await host.ask("draft", [question], then)

    def _add(self, line: str) -> bool:
        host = self._host
        found = filed(host.session.setup, line)
        author = author_kept(found, host.session.setup)
        was_done = host.act(AddDraft(text=found.text, author=author))
        if was_done:
            host.select_newest()
        return was_done

    async def command_edit_draft(self) -> None:
        host, draft = self._host, self._host.selected_draft
        if draft is None:
            return

        def then(answers: Answers) -> bool:
            return host.act(
                EditDraft(draft=draft.id, text=answers.text("text"), reason=answers.text("reason"))
            )

        questions = [
            LineQuestion(
                key="text",
                ask=host.t("drafting_view.ask_edit", number=draft.number),
                label=host.t("drafting_view.label_text"),
                value=draft.text,
                live=self._asked,
                marks=self._marks,
            ),
            LineQuestion(key="reason", ask=host.t("drafting_view.ask_edit_reason"), optional=True),
        ]
        await host.ask(f"edit {draft.id} {draft.version}", questions, then)

    def _asked(self, typed: str) -> list[str]:
        return asked_while_typing(typed, self._host.drawing)

    def _marks(self, typed: str) -> list[tuple[int, int]]:
        return marks_while_typing(typed, self._host.drawing)

    def command_shortlist_draft(self) -> None:
        """On the shortlist, or off it again; a long one is said, and stops nobody."""
        host, draft = self._host, self._host.selected_draft
        if draft is None:
            return
        is_on = draft.status == "shortlisted"
        host.act(ReopenDraft(draft=draft.id) if is_on else ShortlistDraft(draft=draft.id))
        count = len(shortlist(host.session.drafting))
        if not is_on and count > SHORTLIST_WANTED[-1]:
            host.notice(Message.of("drafting_view.shortlist_is_long", count))

    async def command_reject_draft(self) -> None:
        host, draft = self._host, self._host.selected_draft
        if draft is None:
            return

        def then(answers: Answers) -> bool:
            return host.act(RejectDraft(draft=draft.id, reason=answers.text("reason")))

        ask = host.t("drafting_view.ask_reject", number=draft.number)
        await host.ask(f"reject {draft.id}", [LineQuestion(key="reason", ask=ask)], then)

    def command_bring_back_draft(self) -> None:
        draft = self._host.selected_draft
        if draft is not None:
            self._host.act(ReopenDraft(draft=draft.id))

    def command_check_while_typing(self) -> None:
        """Questions while a draft is typed; without them while the room is to be creative."""
        is_silent = not is_reading_silent(self._host.session.drafting)
        if self._host.act(SilenceReading(is_silent=is_silent)) and not is_silent:
            self._host.notice(Message.of("drafting_view.checking"))
