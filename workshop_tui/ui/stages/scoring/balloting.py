"""A round of ballots: opened, typed in unseen person by person, and revealed at once.

Leaves out how a line of scores is read (`entry`).
"""

from dataclasses import replace
from typing import Final

from workshop_tui.domain.ballots import TakeBackBallots, are_named
from workshop_tui.domain.drafting import shortlist
from workshop_tui.domain.message import Message
from workshop_tui.domain.rounds import CloseRound, OpenRound, RevealRound, Round
from workshop_tui.domain.scoring import find_number, open_round, round_number
from workshop_tui.domain.setup import called, name_of, voters
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.scoring import forms
from workshop_tui.ui.stages.scoring.entry import (
    Entry,
    ReasonWanted,
    actions_of,
    read_entry,
    reasons_wanted_of,
)
from workshop_tui.ui.stages.scoring.host import ScoringHost
from workshop_tui.ui.widgets.question import Answers, LineQuestion, PersonQuestion, YesNoQuestion

TOO_FEW_TO_HIDE: Final = 3
"""Of fewer people who score, a card without a name says whose it is."""


class Balloting(CommandTarget):
    """The commands of the round that is open, and the one that opens it."""

    def __init__(self, host: ScoringHost) -> None:
        self._host = host
        self._line_left = ""
        """A line that lacks its reasons: there again when the reasons were left."""

    @property
    def _opened(self) -> Round | None:
        return open_round(self._host.session.scoring)

    def reason_against(self, command: str) -> Message | None:
        opened, room = self._opened, self._host.room
        if command == "open_round":
            return self._reason_not_to_open()
        if opened is None:
            return Message.of("refused.no_open_round")
        if command == "reveal_round" and room.waiting_for():
            return Message.of("refused.still_waiting", len(room.waiting_for()))
        if command == "take_back_ballots" and not self._have_voted(opened):
            return Message.of("scoring_view.no_ballot_yet")
        if command == "admit_latecomer" and not forms.latecomers(self._host.session.setup, opened):
            return Message.of("scoring_view.all_vote_already")
        return None

    def _reason_not_to_open(self) -> Message | None:
        session = self._host.session
        if self._opened is not None:
            return Message.of("refused.round_is_open")
        if not shortlist(session.drafting):
            return Message.of("refused.nothing_shortlisted")
        return None if voters(session.setup) else Message.of("refused.no_voters")

    def _have_voted(self, opened: Round) -> list[str]:
        """The names of those of whom a ballot is in, or who are absent; in roster order."""
        room, setup = self._host.room, self._host.session.setup
        absent = room.absent_voters()
        return [
            name_of(setup, voter)
            for voter in opened.voters
            if voter in absent or room.drafts_scored_by(voter)
        ]

    # -- the round ---------------------------------------------------------------------------------

    def command_open_round(self) -> None:
        self._line_left = ""
        self._host.look_at_latest()
        self._host.act(OpenRound())

    async def command_reveal_round(self) -> None:
        """All cards at once; asked first where they are too few to be without a name."""
        host, opened = self._host, self._opened
        if opened is None:
            return
        people = len(opened.voters) - len(host.room.absent_voters())
        if are_named(opened, host.session.setup.ballots) or people >= TOO_FEW_TO_HIDE:
            self._reveal(opened)
            return

        def then(answers: Answers) -> bool:
            return not answers.yes("sure") or self._reveal(opened)

        question = YesNoQuestion(
            key="sure", ask=host.t("scoring_view.ask_reveal_few", people), default="n"
        )
        await host.ask("reveal few", [question], then)

    def _reveal(self, opened: Round) -> bool:
        self._line_left = ""
        self._host.look_at_latest()
        return self._host.act(RevealRound(round=opened.id))

    async def command_give_up_round(self) -> None:
        host, opened = self._host, self._opened
        if opened is None:
            return

        def then(answers: Answers) -> bool:
            return not answers.yes("sure") or host.act(CloseRound(round=opened.id))

        number = round_number(host.session.scoring, opened)
        question = YesNoQuestion(
            key="sure", ask=host.t("scoring_view.ask_give_up", number=number), default="n"
        )
        await host.ask("give up round", [question], then)

    async def command_admit_latecomer(self) -> None:
        """Let somebody vote who came after the round was opened."""
        host, opened = self._host, self._opened
        if opened is None:
            return

        def then(answers: Answers) -> bool:
            return host.act_all(forms.latecomer_actions(host.session.setup, opened, answers))

        questions = forms.latecomer_questions(host.session.setup, opened, host.t)
        await host.ask("latecomer", questions, then)

    # -- ballots -----------------------------------------------------------------------------------

    async def command_enter_ballots(self) -> None:
        """Line by line, one person each, until an empty line."""
        host, opened = self._host, self._opened
        if opened is None:
            return
        host.look_at_latest()
        draft = host.selected_draft or opened.drafts[0].draft

        async def then(answers: Answers) -> bool:
            line = answers.text("line")
            if not line:
                return True
            entry = read_entry(line, host.session.setup, opened, draft)
            if entry.lacks_reasons:
                self._line_left = line
                await self._ask_reasons(entry)
                return True
            return await self._cast(entry)

        question = self._ballot_question(opened, draft)
        self._line_left = ""
        await host.ask("ballot", [question], then)

    def _ballot_question(self, opened: Round, draft: str) -> forms.BallotQuestion:
        """One line of scores. draft: the one that four scores alone are for."""
        host, several = self._host, len(opened.drafts) > 1
        hint = "scoring_view.ballot_hint_several" if several else "scoring_view.ballot_hint"
        return forms.BallotQuestion(
            key="line",
            ask=host.t("scoring_view.ask_ballot", number=find_number(draft)),
            hint=host.t(hint),
            value=self._line_left,
            optional=True,
            asks_again=True,
            masked=not host.is_typing_shown,
            is_secret=True,
            setup=host.session.setup,
            opened=opened,
            draft=draft,
        )

    async def _ask_reasons(self, entry: Entry) -> None:
        """A reason per low score; never asked where the room sees the screen."""
        host, wanted = self._host, reasons_wanted_of(entry)

        async def then(answers: Answers) -> bool:
            given = tuple(answers.text(str(place)) for place in range(len(wanted)))
            return await self._cast(replace(entry, reasons=given))

        questions = [
            LineQuestion(
                key=str(place),
                ask=self._ask_reason(each),
                label=host.t("scoring_view.label_reason", place=place + 1),
                hint=host.t("scoring_view.reason_hint"),
                masked=not host.is_typing_shown,
                is_secret=True,
            )
            for place, each in enumerate(wanted)
        ]
        await host.ask(f"reasons {entry}", questions, then)

    def _ask_reason(self, wanted: ReasonWanted) -> str:
        return self._host.t(
            "scoring_view.ask_reason",
            number=find_number(wanted.draft),
            criterion=Message.of(f"criterion.{wanted.criterion}"),
        )

    async def _cast(self, entry: Entry) -> bool:
        if not self._host.act_all(actions_of(entry)):
            return False
        self._line_left = ""
        await self.command_enter_ballots()
        return True

    async def command_take_back_ballots(self) -> None:
        """All of one person's ballots, as if that person had not voted yet."""
        host, opened = self._host, self._opened
        if opened is None:
            return

        def then(answers: Answers) -> bool:
            person = called(host.session.setup, answers.text("person"))
            return host.act(TakeBackBallots(voter=person.id))

        question = PersonQuestion(
            key="person",
            ask=host.t("scoring_view.ask_take_back"),
            names=tuple(self._have_voted(opened)),
            known_only=True,
        )
        await host.ask("take back", [question], then)
