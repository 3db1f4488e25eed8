"""From many drafts to a few: shortlist, dots placed unseen, wordings compared, the memory test.

Leaves out how typed dots and numbers are read (`forms`) and what is laid over the drafts
(`papers`).
"""

from collections.abc import Awaitable, Sequence
from typing import Final

from textual import events
from textual.timer import Timer

from workshop_tui.domain.dots import (
    DOTS_EACH,
    MOST_DOTS_EACH,
    DotVote,
    GiveUpDots,
    OpenDotVote,
    RevealDots,
    open_vote,
)
from workshop_tui.domain.drafting import (
    SHORTLIST_WANTED,
    Draft,
    ReopenDraft,
    ShortlistDraft,
    shortlist,
)
from workshop_tui.domain.memory_test import (
    SECONDS_SHOWN,
    MemoryTest,
    RecordMemory,
    StartMemoryTest,
)
from workshop_tui.domain.message import Message
from workshop_tui.domain.values import find
from workshop_tui.ui.stages.drafting.activities import Activities
from workshop_tui.ui.stages.drafting.forms import (
    DotsQuestion,
    WordingsQuestion,
    read_dots,
    wordings_numbered,
)
from workshop_tui.ui.stages.drafting.papers import comparison, hidden, to_remember
from workshop_tui.ui.widgets.question import (
    Answers,
    ChoiceQuestion,
    LineQuestion,
    NumberQuestion,
    Option,
)

DOT_CHOICES: Final = ("reveal", "change", "give_up")


class Narrowing(Activities):
    """Shortlist, dots, comparison, memory test."""

    _showing: Timer | None = None
    _seconds_left: int = 0
    _shown_test: str = ""
    _is_remembering: bool = False

    def command_shortlist_draft(self) -> None:
        """On the shortlist, or off it again; a long one is said, and stops nobody."""
        draft = self._selected
        if draft is None:
            return
        is_on = draft.status == "shortlisted"
        self.act(ReopenDraft(draft=draft.id) if is_on else ShortlistDraft(draft=draft.id))
        count = len(shortlist(self.session.drafting))
        if not is_on and count > SHORTLIST_WANTED[-1]:
            self.notice(Message.of("drafting_view.shortlist_is_long", count))

    # -- dots --------------------------------------------------------------------------------------

    async def command_place_dots(self) -> None:
        """Hand out dots; then person by person, unseen; then show them all."""
        vote = open_vote(self.session.drafting.votes)
        if vote is None:
            await self._ask_dots_each()
        elif self.room.dots_waited_for():
            await self._ask_dots(vote)
        else:
            await self._ask_what_with_dots(vote)

    async def _ask_dots_each(self) -> None:
        async def then(answers: Answers) -> bool:
            if not self.act(OpenDotVote(dots_each=answers.number("each") or DOTS_EACH)):
                return False
            await self.command_place_dots()
            return True

        question = NumberQuestion(
            key="each",
            ask=self.t("drafting_view.ask_dots_each"),
            default=str(DOTS_EACH),
            least=1,
            most=MOST_DOTS_EACH,
        )
        await self.ask("dots each", [question], then)

    async def _ask_dots(self, vote: DotVote) -> None:
        """Person by person until an empty line, or until all are in."""

        async def then(answers: Answers) -> bool:
            line = answers.text("line")
            if not line:
                return True
            if not self.act(read_dots(line, self.session.setup, vote)):
                return False
            if self.room.dots_waited_for():
                await self._ask_dots(vote)
            else:
                self.notice(Message.of("drafting_view.dots_can_be_shown"))
            return True

        question = DotsQuestion(
            key="line",
            ask=self.t("drafting_view.ask_dots"),
            hint=self.t("drafting_view.ask_dots_hint", vote.dots_each),
            optional=True,
            masked=True,
            setup=self.session.setup,
            vote=vote,
        )
        await self.ask("dots", [question], then)

    async def _ask_what_with_dots(self, vote: DotVote) -> None:
        async def then(answers: Answers) -> bool:
            match answers.text("what"):
                case "reveal":
                    return self.act(RevealDots(vote=vote.id))
                case "give_up":
                    return self.act(GiveUpDots(vote=vote.id))
                case _:
                    await self._ask_dots(vote)
                    return True

        question = ChoiceQuestion(
            key="what",
            ask=self.t("drafting_view.ask_dots_in"),
            options=tuple(Option(way, self.t(f"drafting_view.dots.{way}")) for way in DOT_CHOICES),
            default=DOT_CHOICES[0],
        )
        await self.ask("dots in", [question], then)

    def command_give_up_dots(self) -> None:
        """The cards are thrown away unseen."""
        vote = open_vote(self.session.drafting.votes)
        if vote is not None:
            self.act(GiveUpDots(vote=vote.id))

    # -- wordings compared -------------------------------------------------------------------------

    async def command_compare_drafts(self) -> None:
        """What went, came and moved between any two drafts or versions."""
        draft = self._selected

        def then(answers: Answers) -> None:
            old, new = wordings_numbered(self.session.drafting, answers.text("numbers"))
            self._lay_paper(comparison(old, new, self._drawing))

        question = WordingsQuestion(
            key="numbers",
            ask=self.t("drafting_view.ask_compare"),
            hint=self.t("drafting_view.ask_compare_hint"),
            value=_likely_wordings(draft) if draft else "",
            drafting=self.session.drafting,
        )
        await self.ask("compare", [question], then)

    def command_back(self) -> Awaitable[None] | None:
        """Esc takes away what lies over the drafts, before anything else."""
        if not self.has_class("-paper"):
            return super().command_back()
        self._clear()
        return None

    # -- the memory test ---------------------------------------------------------------------------

    def command_test_memory(self) -> None:
        """Show the selected draft for ten seconds, hide it, and ask what it said."""
        draft = self._selected
        if draft is None or not self.act(StartMemoryTest(draft=draft.id)):
            return
        self._shown_test = self.session.drafting.memory_tests[-1].id
        self._seconds_left = SECONDS_SHOWN
        self._showing = self.set_interval(1, self._count_down)
        self._lay_paper(to_remember(self._test, self._seconds_left, self._drawing))

    @property
    def _test(self) -> MemoryTest:
        return find(self.session.drafting.memory_tests, self._shown_test)

    @property
    def _is_showing(self) -> bool:
        return self._showing is not None

    @property
    def view_for_all(self) -> str:
        """No draft at all from the moment one is hidden until all have said it back."""
        return "memory" if self._is_remembering else ""

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Any key but Esc hides a draft that is to be remembered, and what else lies over them."""
        is_key = isinstance(event, events.Key) and event.key != "escape"
        if is_key and self._is_showing:
            await self._hide()
            return True
        if is_key and self.has_class("-paper"):
            self._clear()
        return False

    def footer(self) -> Sequence[tuple[str, Message]]:
        """While something lies over the drafts, the way back alone."""
        if self.has_class("-paper"):
            return [("Esc", Message.of("commands.back.label"))]
        return super().footer()

    async def _count_down(self) -> None:
        self._seconds_left -= 1
        if self._seconds_left > 0:
            self._paper.set_paragraphs(to_remember(self._test, self._seconds_left, self._drawing))
        else:
            await self._hide()

    async def _hide(self) -> None:
        self._stop_showing()
        self._is_remembering = True
        await self._ask_memory()

    def _stop_showing(self) -> None:
        if self._showing is not None:
            self._showing.stop()
            self._showing = None

    async def _ask_memory(self) -> None:
        """One line per person until an empty one; nothing of it is shown before."""
        test = self._test
        draft = find(self.session.drafting.drafts, test.draft)
        self._lay_paper(hidden(test, draft.number, self._drawing))

        async def then(answers: Answers) -> bool:
            line = answers.text("said")
            if not line:
                self._clear()
                return True
            if not self.act(RecordMemory(test=test.id, said=line)):
                return False
            await self._ask_memory()
            return True

        question = LineQuestion(
            key="said",
            ask=self.t("drafting_view.ask_memory", place=len(test.said) + 1),
            hint=self.t("drafting_view.ask_memory_hint"),
            optional=True,
        )
        await self.ask(f"memory {test.id}", [question], then, on_leave=self._clear)

    def _clear(self) -> None:
        """Back to the drafts; a memory test that was begun is over."""
        self._stop_showing()
        self._is_remembering = False
        self._take_paper_away()
        self.show(self.session)


def _likely_wordings(draft: Draft) -> str:
    """The two that are most often wanted: the last change of a draft, or the draft and another."""
    if draft.version > 1:
        return f"{draft.number}.{draft.version - 1} {draft.number}"
    return f"{draft.number} "
