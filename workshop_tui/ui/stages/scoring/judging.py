"""What the group makes of the scores: verdicts in words, hands, a decision, a different opinion."""

from workshop_tui.domain.hidden_box import HiddenAction
from workshop_tui.domain.message import Message
from workshop_tui.domain.scoring import find_number, last_revealed, open_round, verdicts_of
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.scoring import forms
from workshop_tui.ui.stages.scoring.host import ScoringHost
from workshop_tui.ui.widgets.question import Answers


class Judging(CommandTarget):
    """All about the draft under the cursor, but for dissent, which is about what was decided."""

    def __init__(self, host: ScoringHost) -> None:
        self._host = host

    def reason_against(self, command: str) -> Message | None:
        if command == "record_dissent":
            return None
        session = self._host.session
        if open_round(session.scoring) is not None or last_revealed(session.scoring) is None:
            return Message.of("scoring_view.reveal_first")
        if self._host.selected_draft is None:
            return Message.of("refused.nothing_shortlisted")
        if command == "check_agreement" and session.setup.rule is None:
            return Message.of("refused.no_rule")
        return None

    @property
    def _draft(self) -> str:
        return self._host.selected_draft or ""

    def _write(self, *actions: WorkshopAction | HiddenAction) -> bool:
        """Do them, and show what they wrote. Whether all were done."""
        was_done = self._host.act_all(actions)
        if was_done:
            self._host.show_last_written()
        return was_done

    async def command_record_verdicts(self) -> None:
        """What the group says of the selected draft in words, criterion by criterion."""
        host, draft = self._host, self._draft
        given = verdicts_of(host.session.scoring, draft)

        def then(answers: Answers) -> bool:
            return self._write(*forms.verdict_actions(draft, answers, given))

        await host.ask(f"verdicts {draft}", forms.verdict_questions(given, host.t), then)

    async def command_check_agreement(self) -> None:
        """All hands at once on the selected draft, by the rule that was set beforehand."""
        host, draft = self._host, self._draft

        def then(answers: Answers) -> bool:
            was_done = self._write(forms.agreement_action(host.session.setup, draft, answers))
            if was_done:
                host.show_hands()
            return was_done

        questions = forms.agreement_questions(
            host.session.setup, host.t, is_seen=host.is_typing_shown
        )
        await host.ask(f"agreement {draft}", questions, then)

    async def command_decide(self) -> None:
        """What the group decided, in its own because: a person writes it, never the program."""
        host, draft = self._host, self._draft

        def then(answers: Answers) -> bool:
            return self._write(forms.outcome_action(draft, answers))

        questions = forms.outcome_questions(find_number(draft), host.t)
        await host.ask(f"decide {draft}", questions, then)

    async def command_record_dissent(self) -> None:
        """A different opinion for the record, named only where that person asks for it."""
        host = self._host
        setup = host.session.setup

        def then(answers: Answers) -> bool:
            return self._write(forms.dissent_action(setup, answers))

        await host.ask("dissent", forms.dissent_questions(setup, host.t), then)
