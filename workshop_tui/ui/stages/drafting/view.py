"""The drafting stage: what its keys do to drafts themselves.

Entry is fast: one line per draft, filed under its author by `name: text`, until an empty line.
Leaves out what is shown (`panes`), how lines are read (`forms`), what the room does together
(`activities`) and how it comes to a few (`narrowing`).
"""

from collections.abc import Sequence
from typing import Final

from workshop_tui.domain.dots import open_vote
from workshop_tui.domain.drafting import (
    AddDraft,
    Draft,
    EditDraft,
    MergeDrafts,
    RejectDraft,
    ReopenDraft,
    SplitDraft,
    is_reading_silent,
)
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.language import say
from workshop_tui.ui.stages.drafting.details import check_summary, voices_said
from workshop_tui.ui.stages.drafting.footer import matters_now
from workshop_tui.ui.stages.drafting.forms import (
    DraftNumbersQuestion,
    Filed,
    FiledQuestion,
    drafts_numbered,
    filed,
)
from workshop_tui.ui.stages.drafting.narrowing import Narrowing
from workshop_tui.ui.stages.drafting.rows import AWAY
from workshop_tui.ui.widgets.question import Answers, LineQuestion

ASKED_WHILE_TYPING: Final = 2
NEED_A_DRAFT: Final = frozenset(
    {
        "edit_draft",
        "shortlist_draft",
        "reject_draft",
        "bring_back_draft",
        "split_draft",
        "compare_drafts",
        "test_memory",
    }
)


class DraftingView(Narrowing):
    """Many statements, their versions and parents, narrowed to a few."""

    def reason_against(self, command: str) -> Message | None:
        draft = self._selected
        if command in NEED_A_DRAFT:
            if draft is None:
                return Message.of("drafting_view.no_draft_yet")
            return self._reason_against_draft(command, draft)
        drafting = self.session.drafting
        if command == "merge_drafts" and len(drafting.drafts) < 2:
            return Message.of("refused.merge_needs_two")
        if command == "smith_words" and draft is None and self._clock is None:
            return Message.of("drafting_view.no_draft_yet")
        if command == "give_up_dots" and open_vote(drafting.votes) is None:
            return Message.of("refused.no_open_dots")
        if command == "set_note_aside" and not self._selected_note:
            return Message.of("drafting_view.no_note_selected")
        if command == "show_board" and self.has_class("-wide"):
            return Message.of("drafting_view.board_is_shown")
        return super().reason_against(command)

    def matters(self, command: str) -> bool:
        is_on_note = bool(self._selected_note)
        return matters_now(command, self.session.drafting, self._selected, is_on_note=is_on_note)

    def _reason_against_draft(self, command: str, draft: Draft) -> Message | None:
        if command == "bring_back_draft" and draft.status not in AWAY:
            return Message.of("drafting_view.not_away", number=draft.number)
        if command == "reject_draft" and draft.status == "rejected":
            return Message.of("drafting_view.rejected_already", number=draft.number)
        if command == "split_draft" and not draft.parents:
            return Message.of("refused.not_a_merge", number=draft.number)
        return None

    async def command_add_draft(self) -> None:
        """Line by line until an empty one; the form stays open for the next draft."""

        async def then(answers: Answers) -> bool:
            line = answers.text("line")
            if not line:
                return True
            if not self._file_draft(line):
                return False
            await self.command_add_draft()
            return True

        question = FiledQuestion(
            key="line",
            ask=self.t("drafting_view.ask_draft"),
            hint=self.t("drafting_view.ask_draft_hint"),
            optional=True,
            asks_again=True,
            setup=self.session.setup,
            live=self._asked_while_typing,
            marks=self._marks_while_typing,
        )
        await self.ask("draft", [question], then)

    def _file_draft(self, line: str) -> bool:
        found = filed(self.session.setup, line)
        was_done = self.act(AddDraft(text=found.text, author=self._author_kept(found.author)))
        if was_done:
            self._drafts.select(self.session.drafting.drafts[-1].id)
        return was_done

    async def command_edit_draft(self) -> None:
        draft = self._selected
        if draft is None:
            return

        def then(answers: Answers) -> bool:
            return self.act(
                EditDraft(draft=draft.id, text=answers.text("text"), reason=answers.text("reason"))
            )

        questions = [
            LineQuestion(
                key="text",
                ask=self.t("drafting_view.ask_edit", number=draft.number),
                label=self.t("drafting_view.label_text"),
                value=draft.text,
                live=self._asked_while_typing,
                marks=self._marks_while_typing,
            ),
            LineQuestion(key="reason", ask=self.t("drafting_view.ask_edit_reason"), optional=True),
        ]
        await self.ask(f"edit {draft.id} {draft.version}", questions, then)

    async def command_merge_drafts(self) -> None:
        """Ask which, then the words of the new one; the parents stay as they are."""
        drafting, draft = self.session.drafting, self._selected

        async def then(answers: Answers) -> None:
            parents = drafts_numbered(self.session.drafting, answers.text("numbers"))
            await self._ask_merged(parents)

        def said(typed: str) -> list[str]:
            try:
                return [f"{each.number}  {each.text}" for each in drafts_numbered(drafting, typed)]
            except RefusedError:
                return []

        question = DraftNumbersQuestion(
            key="numbers",
            ask=self.t("drafting_view.ask_merge"),
            hint=self.t("drafting_view.ask_merge_hint"),
            value=f"{draft.number} " if draft else "",
            drafting=drafting,
            live=said,
        )
        await self.ask("merge", [question], then)

    async def _ask_merged(self, parents: Sequence[Draft]) -> None:
        def then(answers: Answers) -> bool:
            ids = tuple(parent.id for parent in parents)
            was_done = self.act(MergeDrafts(parents=ids, text=answers.text("text")))
            if was_done:
                self._drafts.select(self.session.drafting.drafts[-1].id)
            return was_done

        def live(typed: str) -> list[str]:
            sources = [f"{parent.number}  {parent.text}" for parent in parents]
            return [*sources, *self._asked_while_typing(typed)]

        numbers = ", ".join(str(parent.number) for parent in parents)
        question = LineQuestion(
            key="text",
            ask=self.t("drafting_view.ask_merged", numbers=numbers),
            value=parents[0].text,
            live=live,
            marks=self._marks_while_typing,
        )
        await self.ask(f"merge {numbers}", [question], then)

    def command_split_draft(self) -> None:
        """Its parents are again what they were; what was merged stays to be seen."""
        draft = self._selected
        if draft is not None and self.act(SplitDraft(draft=draft.id)):
            numbers = ", ".join(
                str(parent.number)
                for parent in self.session.drafting.drafts
                if parent.id in draft.parents
            )
            self.notice(Message.of("drafting_view.was_split", numbers=numbers))

    async def command_reject_draft(self) -> None:
        draft = self._selected
        if draft is None:
            return

        def then(answers: Answers) -> bool:
            return self.act(RejectDraft(draft=draft.id, reason=answers.text("reason")))

        ask = self.t("drafting_view.ask_reject", number=draft.number)
        await self.ask(f"reject {draft.id}", [LineQuestion(key="reason", ask=ask)], then)

    def command_bring_back_draft(self) -> None:
        draft = self._selected
        if draft is not None:
            self.act(ReopenDraft(draft=draft.id))

    def command_show_board(self) -> None:
        """Where it is narrow: the board in place of the draft, or the draft again."""
        self.toggle_class("-board")
        self._choose_panes()

    # -- while typing ------------------------------------------------------------------------------

    def _filed(self, typed: str) -> Filed:
        try:
            return filed(self.session.setup, typed)
        except RefusedError:
            return Filed(typed)

    def _asked_while_typing(self, typed: str) -> list[str]:
        """What there is to say about the wording; empty lines keep the form's height."""
        if self._checks is None or is_reading_silent(self.session.drafting):
            return []
        text = self._filed(typed).text
        check, drawing = self._checks.while_typing(text), self._drawing
        people = {voice.word.casefold(): voice.people for voice in check.voices}
        lines = [check_summary(check, drawing)] if text else [""]
        if drawing.has_voices:
            lines.append(voices_said(check, drawing))
        height = len(lines) + ASKED_WHILE_TYPING
        for finding in check.findings[:ASKED_WHILE_TYPING]:
            said = people.get(finding.text.casefold(), 0)
            ask = say(finding.ask, self.language)
            voice = self.t("check.voice.said", count=said, word=finding.text) + ". " if said else ""
            lines.append(f"? {voice}{ask}")
        return lines + [""] * (height - len(lines))

    def _marks_while_typing(self, typed: str) -> list[tuple[int, int]]:
        if self._checks is None or is_reading_silent(self.session.drafting):
            return []
        found = self._filed(typed)
        return [
            (finding.start + found.start, finding.end + found.start)
            for finding in self._checks.while_typing(found.text).findings
            if finding.criterion in {"generic", "customer"}
        ]
