"""The survey as a whole: brought in, asked, masked, and laid beside another one."""

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import EndComparison, SetPersonalDetails, SetQuestion
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.survey.host import SurveyHost
from workshop_tui.ui.stages.survey.import_job import survey_import
from workshop_tui.ui.widgets.question import Answers, LineQuestion


class WholeSurvey(CommandTarget):
    """Which answers the workshop speaks of, and what was asked."""

    def __init__(self, host: SurveyHost) -> None:
        self._host = host
        self._import = survey_import(host)

    @property
    def is_importing(self) -> bool:
        """Whether a file is being read beside the screen."""
        return self._import.is_under_way

    def stop_importing(self) -> None:
        """Nothing is kept."""
        self._import.stop()

    def reason_against(self, command: str) -> Message | None:
        if command in {"import_answers", "set_question"} and self.is_importing:
            return Message.of("survey_view.importing")
        if command == "end_comparison" and self._host.session.survey.compared is None:
            return Message.of("survey_view.no_comparison")
        return None

    async def command_import_answers(self) -> None:
        await self._import.begin()

    async def command_set_question(self) -> None:
        def keep(answers: Answers) -> bool:
            return self._host.act(SetQuestion(question=answers.text("question")))

        question = LineQuestion(
            key="question",
            ask=self._host.t("survey_view.ask_question"),
            value=self._host.session.survey.question,
        )
        await self._host.ask("survey question", [question], keep)

    def command_mask_details(self) -> None:
        """Show e-mail addresses, numbers and links in quotes, or mask them again."""
        is_masked = self._host.session.survey.personal_details == "masked"
        if self._host.act(SetPersonalDetails(details="shown" if is_masked else "masked")):
            said = "survey_view.details_shown" if is_masked else "survey_view.details_masked"
            self._host.notice(Message.of(said))

    def command_end_comparison(self) -> None:
        self._host.act(EndComparison())
