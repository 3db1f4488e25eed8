"""The scoring stage: ballots typed unseen, revealed at once, then talked about and decided on.

Leaves out what is shown (`panes`), how a line of scores is read (`entry`) and what else is asked
(`forms`).
"""

from dataclasses import replace
from typing import Final

from workshop_tui.domain.ballots import TakeBackBallots
from workshop_tui.domain.drafting import shortlist
from workshop_tui.domain.message import Message
from workshop_tui.domain.rounds import CloseRound, OpenRound, RevealRound, Round
from workshop_tui.domain.scoring import (
    find_number,
    last_revealed,
    open_round,
    round_number,
    verdicts_of,
)
from workshop_tui.domain.setup import called, name_of, voters
from workshop_tui.ui.stages.scoring import forms
from workshop_tui.ui.stages.scoring.entry import (
    Entry,
    ReasonWanted,
    actions_of,
    read_entry,
    reasons_wanted_of,
)
from workshop_tui.ui.stages.scoring.panes import NEXT_ROUND, ScoringPanes
from workshop_tui.ui.widgets.question import Answers, LineQuestion, PersonQuestion, YesNoQuestion

OF_THE_OPEN_ROUND: Final = frozenset(
    {"enter_ballots", "reveal_round", "take_back_ballots", "admit_latecomer", "give_up_round"}
)
ABOUT_A_DRAFT: Final = frozenset({"record_verdicts", "check_agreement", "decide"})


class ScoringView(ScoringPanes):
    """Silent scores on three criteria, their reveal, and what the group makes of them."""

    def reason_against(self, command: str) -> Message | None:
        session = self.session
        opened = open_round(session.scoring)
        if command == "open_round":
            return self._reason_not_to_open(opened)
        if command in OF_THE_OPEN_ROUND and opened is None:
            return Message.of("refused.no_open_round")
        if command == "reveal_round" and self.room.waiting_for():
            return Message.of("refused.still_waiting", len(self.room.waiting_for()))
        if command == "take_back_ballots" and not self._have_voted:
            return Message.of("scoring_view.no_ballot_yet")
        if command == "admit_latecomer" and not (
            opened and forms.latecomers(session.setup, opened)
        ):
            return Message.of("scoring_view.all_vote_already")
        if command == "compare_rounds":
            return self._reason_not_to_compare()
        if command in ABOUT_A_DRAFT:
            return self._reason_not_to_judge(command, opened)
        return super().reason_against(command)

    def matters(self, command: str) -> bool:
        scoring = self.session.scoring
        if command == "filter":
            return False
        if command == "record_dissent":
            return scoring.outcome is not None and open_round(scoring) is None
        return command != "open_round" or scoring.outcome is None

    def _reason_not_to_open(self, opened: Round | None) -> Message | None:
        if opened is not None:
            return Message.of("refused.round_is_open")
        if not shortlist(self.session.drafting):
            return Message.of("refused.nothing_shortlisted")
        return None if voters(self.session.setup) else Message.of("refused.no_voters")

    def _reason_not_to_compare(self) -> Message | None:
        if self._shown is not None and not self._shown.is_revealed:
            return Message.of("scoring_view.reveal_first")
        return None if self._can_compare else Message.of("scoring_view.one_round_only")

    def _reason_not_to_judge(self, command: str, opened: Round | None) -> Message | None:
        if opened is not None or last_revealed(self.session.scoring) is None:
            return Message.of("scoring_view.reveal_first")
        if self._drafts.selected is None:
            return Message.of("refused.nothing_shortlisted")
        if command == "check_agreement" and self.session.setup.rule is None:
            return Message.of("refused.no_rule")
        return None

    def command_move_left(self) -> None:
        """The round before this one."""
        self._step(-1)

    def command_move_right(self) -> None:
        """The round after this one; behind the last, what the next one would score."""
        self._step(1)

    def _step(self, step: int) -> None:
        places, shown = self._places, self._shown
        place = places.index(shown.id if shown else NEXT_ROUND)
        self._at = places[max(0, min(len(places) - 1, place + step))]
        self.show(self.session)

    def command_open_round(self) -> None:
        self._at = None
        self._line_left = ""
        self.act(OpenRound())

    def command_reveal_round(self) -> None:
        opened = open_round(self.session.scoring)
        if opened is not None:
            self._at = None
            self._line_left = ""
            self.act(RevealRound(round=opened.id))

    async def command_give_up_round(self) -> None:
        opened = open_round(self.session.scoring)
        if opened is None:
            return

        def then(answers: Answers) -> bool:
            return not answers.yes("sure") or self.act(CloseRound(round=opened.id))

        question = YesNoQuestion(
            key="sure",
            ask=self.t(
                "scoring_view.ask_give_up", number=round_number(self.session.scoring, opened)
            ),
            default="n",
        )
        await self.ask("give up round", [question], then)

    async def command_admit_latecomer(self) -> None:
        """Let somebody vote who came after the round was opened."""
        opened = open_round(self.session.scoring)
        if opened is None:
            return

        def then(answers: Answers) -> bool:
            return self.act_all(forms.latecomer_actions(self.session.setup, opened, answers))

        questions = forms.latecomer_questions(self.session.setup, opened, self.t)
        await self.ask("latecomer", questions, then)

    def command_compare_rounds(self) -> None:
        """The rounds of the selected draft side by side, or one round alone again."""
        self._compares = not self._compares
        self._paper.read_from_top()
        self.show(self.session)

    def command_show_typing(self) -> None:
        """Show scores and reasons while they are typed, where the screen is not shared."""
        self._shows_typing = not self._shows_typing

    async def command_enter_ballots(self) -> None:
        """Line by line, one person each, until an empty line."""
        opened = open_round(self.session.scoring)
        if opened is None:
            return
        self._at = None
        self.show(self.session)
        draft = self._drafts.selected or opened.drafts[0].draft

        async def then(answers: Answers) -> bool:
            line = answers.text("line")
            if not line:
                return True
            entry = read_entry(line, self.session.setup, opened, draft)
            if entry.lacks_reasons:
                self._line_left = line
                await self._ask_reasons(entry)
                return True
            return await self._cast(entry)

        several = len(opened.drafts) > 1
        hint = "scoring_view.ballot_hint_several" if several else "scoring_view.ballot_hint"
        question = forms.BallotQuestion(
            key="line",
            ask=self.t("scoring_view.ask_ballot", number=find_number(draft)),
            hint=self.t(hint),
            value=self._line_left,
            optional=True,
            masked=not self._is_typing_shown,
            is_secret=True,
            setup=self.session.setup,
            opened=opened,
            draft=draft,
        )
        self._line_left = ""
        await self.ask("ballot", [question], then)

    async def _ask_reasons(self, entry: Entry) -> None:
        """A reason per low score; never asked where the room sees the screen."""
        wanted = reasons_wanted_of(entry)

        async def then(answers: Answers) -> bool:
            given = tuple(answers.text(str(place)) for place in range(len(wanted)))
            return await self._cast(replace(entry, reasons=given))

        questions = [
            LineQuestion(
                key=str(place),
                ask=self._ask_reason(each),
                label=self.t("scoring_view.label_reason", place=place + 1),
                hint=self.t("scoring_view.reason_hint"),
                masked=not self._is_typing_shown,
                is_secret=True,
            )
            for place, each in enumerate(wanted)
        ]
        await self.ask(f"reasons {entry}", questions, then)

    def _ask_reason(self, wanted: ReasonWanted) -> str:
        return self.t(
            "scoring_view.ask_reason",
            number=find_number(wanted.draft),
            criterion=Message.of(f"criterion.{wanted.criterion}"),
        )

    async def _cast(self, entry: Entry) -> bool:
        if not self.act_all(actions_of(entry)):
            return False
        self._line_left = ""
        await self.command_enter_ballots()
        return True

    @property
    def _have_voted(self) -> list[str]:
        """The names of those of whom a ballot is in, or who are absent; in roster order."""
        opened = open_round(self.session.scoring)
        if opened is None:
            return []
        absent = self.room.absent_voters()
        return [
            name_of(self.session.setup, voter)
            for voter in opened.voters
            if voter in absent or self.room.drafts_scored_by(voter)
        ]

    async def command_take_back_ballots(self) -> None:
        """All of one person's ballots, as if that person had not voted yet."""

        def then(answers: Answers) -> bool:
            person = called(self.session.setup, answers.text("person"))
            return self.act(TakeBackBallots(voter=person.id))

        question = PersonQuestion(
            key="person",
            ask=self.t("scoring_view.ask_take_back"),
            names=tuple(self._have_voted),
            known_only=True,
        )
        await self.ask("take back", [question], then)

    def _say_last(self, was_done: bool) -> bool:  # noqa: FBT001 - what `act` answered, passed on
        """What was just written stands at the end of the paper: show it. Whether it was done."""
        if was_done:
            self._compares = False
            self._show_paper()
            self._paper.move("last")
        return was_done

    async def command_record_verdicts(self) -> None:
        """What the group says of the selected draft in words, criterion by criterion."""
        draft = self._drafts.selected or ""
        given = verdicts_of(self.session.scoring, draft)

        def then(answers: Answers) -> bool:
            return self._say_last(self.act_all(forms.verdict_actions(draft, answers, given)))

        await self.ask(f"verdicts {draft}", forms.verdict_questions(given, self.t), then)

    async def command_check_agreement(self) -> None:
        """All hands at once on the selected draft, by the rule that was set beforehand."""
        draft = self._drafts.selected or ""

        def then(answers: Answers) -> bool:
            was_done = self.act(forms.agreement_action(draft, answers))
            self._hands_counted = self._talked_about if was_done else None
            return self._say_last(was_done)

        questions = forms.agreement_questions(
            self.session.setup, self.t, is_seen=self._is_typing_shown
        )
        await self.ask(f"agreement {draft}", questions, then)

    async def command_decide(self) -> None:
        """What the group decided, in its own because: a person writes it, never the program."""
        draft = self._drafts.selected or ""

        def then(answers: Answers) -> bool:
            return self._say_last(self.act(forms.outcome_action(draft, answers)))

        await self.ask(f"decide {draft}", forms.outcome_questions(self.t), then)

    async def command_record_dissent(self) -> None:
        """A different opinion for the record, named only where that person asks for it."""
        setup = self.session.setup

        def then(answers: Answers) -> bool:
            return self._say_last(self.act(forms.dissent_action(setup, answers)))

        await self.ask("dissent", forms.dissent_questions(setup, self.t), then)
