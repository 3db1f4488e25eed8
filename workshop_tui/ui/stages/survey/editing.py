"""What the facilitator makes of words: marked, hidden, counted together or apart.

Every command acts on what is selected, and every one can be undone. Leaves out what is shown.
"""

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import MergeWords, RejoinForm, SplitForm, UnmergeWord
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.survey.host import SurveyHost
from workshop_tui.ui.stages.survey.questions import WordQuestion
from workshop_tui.ui.stages.survey.subjects import (
    reason_against_subject,
    toggled_generic,
    toggled_hidden,
)
from workshop_tui.ui.widgets.question import Answers


class WordEditing(CommandTarget):
    """How the selected word, spelling or form counts."""

    def __init__(self, host: SurveyHost) -> None:
        self._host = host

    def reason_against(self, command: str) -> Message | None:
        return reason_against_subject(command, self._host.selected_subject())

    def command_mark_generic(self) -> None:
        subject = self._host.selected_subject()
        if subject is not None and subject.word is not None:
            self._host.act(toggled_generic(subject.word))

    def command_hide_word(self) -> None:
        subject = self._host.selected_subject()
        if subject is not None:
            self._host.act(toggled_hidden(subject))

    async def command_merge_words(self) -> None:
        subject, reading = self._host.selected_subject(), self._host.readings.current
        if subject is None or reading is None:
            return
        words = tuple(word.word for word in reading.words if word.word != subject.text)

        def merge(answers: Answers) -> bool:
            return self._host.act(MergeWords(word=subject.text, into=answers.text("into")))

        question = WordQuestion(
            key="into", ask=self._host.t("survey_view.ask_merge", word=subject.text), words=words
        )
        await self._host.ask(f"merge {subject.text}", [question], merge)

    def command_accept_spelling(self) -> None:
        """Count the rarer spelling with the other one."""
        subject = self._host.selected_subject()
        if subject is not None:
            self._host.act(MergeWords(word=subject.text, into=subject.key))

    def command_split_form(self) -> None:
        """Count a form apart, or put back what was split off or merged."""
        subject = self._host.selected_subject()
        if subject is None:
            return
        if subject.kind == "merge":
            self._host.act(UnmergeWord(word=subject.text))
        elif subject.kind == "split":
            self._host.act(RejoinForm(form=subject.text))
        elif self._is_only_form(subject.text):
            self._host.notice(Message.of("survey_view.only_form", form=subject.text))
        else:
            self._host.act(SplitForm(form=subject.text))

    def _is_only_form(self, form: str) -> bool:
        """Whether the word has no other form, so that there is nothing to split it from."""
        word = self._host.readings.current.find(form) if self._host.readings.current else None
        return word is not None and len(word.forms) == 1
