"""Dots, placed unseen and shown together: the quick way from many drafts to a few.

Leaves out how typed dots are read (`forms`).
"""

from typing import Final

from workshop_tui.domain.dots import (
    DOTS_EACH,
    MOST_DOTS_EACH,
    DotVote,
    GiveUpDots,
    OpenDotVote,
    RevealDots,
    open_vote,
)
from workshop_tui.domain.message import Message
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.base import StageHost
from workshop_tui.ui.stages.drafting.forms import DotsQuestion, read_dots
from workshop_tui.ui.widgets.question import Answers, ChoiceQuestion, NumberQuestion, Option

DOT_CHOICES: Final = ("reveal", "change", "give_up")


class DotVoting(CommandTarget):
    """Hands dots out, takes them person by person, and shows them all."""

    def __init__(self, host: StageHost) -> None:
        self._host = host

    @property
    def vote(self) -> DotVote | None:
        """The vote that is open, if any."""
        return open_vote(self._host.session.drafting.votes)

    def reason_against(self, command: str) -> Message | None:
        if command == "give_up_dots" and self.vote is None:
            return Message.of("refused.no_open_dots")
        return None

    async def command_place_dots(self) -> None:
        """Hand out dots; then person by person, unseen; then show them all."""
        vote = self.vote
        if vote is None:
            await self._ask_dots_each()
        elif self._host.room.dots_waited_for():
            await self._ask_dots(vote)
        else:
            await self._ask_what_with_dots(vote)

    async def _ask_dots_each(self) -> None:
        host = self._host

        async def then(answers: Answers) -> bool:
            if not host.act(OpenDotVote(dots_each=answers.number("each") or DOTS_EACH)):
                return False
            await self.command_place_dots()
            return True

        question = NumberQuestion(
            key="each",
            ask=host.t("drafting_view.ask_dots_each"),
            default=str(DOTS_EACH),
            least=1,
            most=MOST_DOTS_EACH,
        )
        await host.ask("dots each", [question], then)

    async def _ask_dots(self, vote: DotVote) -> None:
        """Person by person until an empty line, or until all are in."""
        host = self._host

        async def then(answers: Answers) -> bool:
            line = answers.text("line")
            if not line:
                return True
            if not host.act(read_dots(line, host.session.setup, vote)):
                return False
            if host.room.dots_waited_for():
                await self._ask_dots(vote)
            else:
                host.notice(Message.of("drafting_view.dots_can_be_shown"))
            return True

        question = DotsQuestion(
            key="line",
            ask=host.t("drafting_view.ask_dots"),
            hint=host.t("drafting_view.ask_dots_hint", vote.dots_each),
            optional=True,
            asks_again=True,
            masked=True,
            setup=host.session.setup,
            vote=vote,
        )
        await host.ask("dots", [question], then)

    async def _ask_what_with_dots(self, vote: DotVote) -> None:
        host = self._host

        async def then(answers: Answers) -> bool:
            match answers.text("what"):
                case "reveal":
                    return host.act(RevealDots(vote=vote.id))
                case "give_up":
                    return host.act(GiveUpDots(vote=vote.id))
                case _:
                    await self._ask_dots(vote)
                    return True

        question = ChoiceQuestion(
            key="what",
            ask=host.t("drafting_view.ask_dots_in"),
            options=tuple(Option(way, host.t(f"drafting_view.dots.{way}")) for way in DOT_CHOICES),
            default=DOT_CHOICES[0],
        )
        await host.ask("dots in", [question], then)

    def command_give_up_dots(self) -> None:
        """The cards are thrown away unseen."""
        vote = self.vote
        if vote is not None:
            self._host.act(GiveUpDots(vote=vote.id))
