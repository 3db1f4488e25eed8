"""The drafting stage: what its keys do to drafts, notes and the exercise.

Entry is fast: one line per draft, filed under its author by `name: text`, until an empty line.
Leaves out what is shown (`drafting_panes`) and how lines are read (`drafting_forms`).
"""

from collections.abc import Sequence
from typing import Final, cast, get_args

from workshop_tui.domain.drafting import (
    AddDraft,
    AddNote,
    Draft,
    EditDraft,
    MergeDrafts,
    NoteKind,
    RejectDraft,
    ReopenDraft,
    SetNoteAside,
    ShortlistDraft,
    current_notes,
)
from workshop_tui.domain.exercises import Exercise
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.language import say
from workshop_tui.ui.stages.drafting.forms import (
    DraftNumbersQuestion,
    Filed,
    FiledQuestion,
    drafts_numbered,
    filed,
)
from workshop_tui.ui.stages.drafting.panes import DraftingPanes
from workshop_tui.ui.stages.drafting.rows import (
    check_summary,
)
from workshop_tui.ui.widgets.question import Answers, ChoiceQuestion, LineQuestion, Option

ASKED_WHILE_TYPING: Final = 2
NEED_A_DRAFT: Final = frozenset(
    {"edit_draft", "shortlist_draft", "reject_draft", "bring_back_draft"}
)


class DraftingView(DraftingPanes):
    """Many statements, their versions and parents, narrowed to a few."""

    def reason_against(self, command: str) -> Message | None:
        draft = self._selected
        if command in NEED_A_DRAFT and draft is None:
            return Message.of("drafting_view.no_draft_yet")
        if command == "merge_drafts" and len(self.session.drafting.drafts) < 2:
            return Message.of("refused.merge_needs_two")
        if command == "bring_back_draft" and draft and draft.status not in {"rejected", "merged"}:
            return Message.of("drafting_view.not_away", number=draft.number)
        if command == "reject_draft" and draft and draft.status == "rejected":
            return Message.of("drafting_view.rejected_already", number=draft.number)
        if command == "set_note_aside" and not self._selected_note:
            return Message.of("drafting_view.no_note_selected")
        if command == "show_board" and self.has_class("-wide"):
            return Message.of("drafting_view.board_is_shown")
        return super().reason_against(command)

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
            setup=self.session.setup,
            live=self._asked_while_typing,
            marks=self._marks_while_typing,
        )
        await self.ask("draft", [question], then)

    def _file_draft(self, line: str) -> bool:
        found = filed(self.session.setup, line)
        was_done = self.act(AddDraft(text=found.text, author=found.author, exercise=self._exercise))
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

    def command_shortlist_draft(self) -> None:
        """On the shortlist, or off it again."""
        draft = self._selected
        if draft is not None:
            is_on = draft.status == "shortlisted"
            self.act(ReopenDraft(draft=draft.id) if is_on else ShortlistDraft(draft=draft.id))

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

    async def command_choose_exercise(self) -> None:
        """What the room does next; its prompt stands above the drafts, and each draft keeps it."""

        def then(answers: Answers) -> None:
            self._exercise = cast("Exercise", answers.text("exercise"))
            self.show(self.session)

        names = get_args(Exercise)
        options = tuple(Option(each, self.t(f"drafting_view.exercise.{each}")) for each in names)
        question = ChoiceQuestion(
            key="exercise",
            ask=self.t("drafting_view.ask_exercise"),
            options=options,
            default=self._exercise,
        )
        await self.ask("exercise", [question], then)

    async def command_add_note(self) -> None:
        """A customer's result on a good day, or a line of the letter; the exercise decides."""
        if self._exercise in get_args(NoteKind):
            await self._ask_notes(cast("NoteKind", self._exercise))
            return

        async def then(answers: Answers) -> None:
            await self._ask_notes(cast("NoteKind", answers.text("kind")))

        kinds = get_args(NoteKind)
        options = tuple(Option(kind, self.t(f"drafting_view.kind.{kind}")) for kind in kinds)
        question = ChoiceQuestion(
            key="kind", ask=self.t("drafting_view.ask_note_kind"), options=options, default=kinds[0]
        )
        await self.ask("note kind", [question], then)

    async def _ask_notes(self, kind: NoteKind) -> None:
        async def then(answers: Answers) -> bool:
            line = answers.text("line")
            if not line:
                return True
            found = filed(self.session.setup, line)
            if not self.act(AddNote(kind=kind, text=found.text, author=found.author)):
                return False
            await self._ask_notes(kind)
            return True

        question = FiledQuestion(
            key="line",
            ask=self.t(f"drafting_view.prompt.{kind}"),
            hint=self.t("drafting_view.ask_draft_hint"),
            optional=True,
            setup=self.session.setup,
        )
        await self.ask(f"note {kind}", [question], then)

    def command_set_note_aside(self) -> None:
        self.act(SetNoteAside(note=self._selected_note))

    @property
    def _selected_note(self) -> str:
        """The note under the cursor of the board, if the keys act there; "" if none."""
        notes = {note.id for note in current_notes(self.session.drafting)}
        key = self._pinned.selected
        return key if self.active_pane is self._pinned and key in notes and key else ""

    def command_show_board(self) -> None:
        """Where it is narrow: the board in place of the draft, or the draft again."""
        self.toggle_class("-board")
        self._choose_panes()

    def command_check_while_typing(self) -> None:
        """Questions while a draft is typed; without them while the room is to be creative."""
        self._checks_while_typing = not self._checks_while_typing

    # -- while typing ------------------------------------------------------------------------------

    def _filed(self, typed: str) -> Filed:
        try:
            return filed(self.session.setup, typed)
        except RefusedError:
            return Filed(typed)

    def _asked_while_typing(self, typed: str) -> list[str]:
        """How long the wording is, and what to ask about it; empty lines keep the form's height."""
        if self._checks is None or not self._checks_while_typing:
            return []
        text = self._filed(typed).text
        check, drawing = self._checks.unkept(text), self._drawing
        people = {voice.word.casefold(): voice.people for voice in check.voices}
        lines = [check_summary(check, drawing)] if text else [""]
        for finding in check.findings[:ASKED_WHILE_TYPING]:
            said = people.get(finding.text.casefold(), 0)
            ask = say(finding.ask, self.language)
            voice = self.t("check.voice.said", count=said, word=finding.text) + ". " if said else ""
            lines.append(f"? {voice}{ask}")
        return lines + [""] * (1 + ASKED_WHILE_TYPING - len(lines))

    def _marks_while_typing(self, typed: str) -> list[tuple[int, int]]:
        if self._checks is None or not self._checks_while_typing:
            return []
        found = self._filed(typed)
        return [
            (finding.start + found.start, finding.end + found.start)
            for finding in self._checks.unkept(found.text).findings
            if finding.criterion in {"generic", "customer"}
        ]
