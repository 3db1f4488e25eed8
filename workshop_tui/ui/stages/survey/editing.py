"""What the facilitator makes of the survey: marks on words, merges, themes, the insight board.

Every command acts on what is selected, and every one can be undone. Leaves out what is shown.
"""

from typing import Final

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import (
    AddTheme,
    ChangeTheme,
    EndComparison,
    MergeWords,
    PinInsight,
    PinKind,
    RejoinForm,
    SetPersonalDetails,
    SetPinAside,
    SetQuestion,
    SetThemeAside,
    SplitForm,
    UnmergeWord,
)
from workshop_tui.domain.values import find
from workshop_tui.text.personal_details import board_shown
from workshop_tui.ui.stages.base import StageView
from workshop_tui.ui.stages.survey.lens import Subject
from workshop_tui.ui.stages.survey.questions import WordQuestion, words_in
from workshop_tui.ui.stages.survey.subjects import PINNED_AS, toggled_generic, toggled_hidden
from workshop_tui.ui.stages.survey.themes import people_with_any, theme_questions
from workshop_tui.ui.widgets.question import Answers, LineQuestion

NO_WORDS: Final = Subject("suggestion", "")
"""What a theme is made of where nothing is selected: of few answers no words are listed."""


class SurveyEditing(StageView):
    """The commands that change the survey; a subclass says what is selected."""

    def selected_subject(self) -> Subject | None:
        """What stands under the cursor; None where there is nothing, or no reading."""
        raise NotImplementedError

    def command_mark_generic(self) -> None:
        subject = self.selected_subject()
        if subject is not None and subject.word is not None:
            self.act(toggled_generic(subject.word))

    def command_hide_word(self) -> None:
        subject = self.selected_subject()
        if subject is not None:
            self.act(toggled_hidden(subject))

    def command_pin(self) -> None:
        """Put on the insight board, or take it off again."""
        subject = self.selected_subject()
        if subject is None:
            return
        kind: PinKind = PINNED_AS[subject.kind]
        pinned = next(
            (
                pin
                for pin in board_shown(self.session.survey, self.session.language)
                if (pin.kind, pin.text) == (kind, subject.text)
            ),
            None,
        )
        self.act(SetPinAside(pin=pinned.id) if pinned else _pin(kind, subject, ""))

    async def command_pin_with_note(self) -> None:
        subject = self.selected_subject()
        if subject is None:
            return
        kind = PINNED_AS[subject.kind]

        def pin(answers: Answers) -> bool:
            return self.act(_pin(kind, subject, answers.text("note")))

        question = LineQuestion(key="note", ask=self.t("survey_view.ask_note", what=subject.text))
        await self.ask(f"note {subject.text}", [question], pin)

    async def command_merge_words(self) -> None:
        subject, reading = self.selected_subject(), self.readings.current
        if subject is None or reading is None:
            return
        words = tuple(word.word for word in reading.words if word.word != subject.text)

        def merge(answers: Answers) -> bool:
            return self.act(MergeWords(word=subject.text, into=answers.text("into")))

        question = WordQuestion(
            key="into", ask=self.t("survey_view.ask_merge", word=subject.text), words=words
        )
        await self.ask(f"merge {subject.text}", [question], merge)

    def command_accept_spelling(self) -> None:
        """Count the rarer spelling with the other one."""
        subject = self.selected_subject()
        if subject is not None:
            self.act(MergeWords(word=subject.text, into=subject.key))

    def command_split_form(self) -> None:
        """Count a form apart, or put back what was split off or merged."""
        subject = self.selected_subject()
        if subject is None:
            return
        if subject.kind == "merge":
            self.act(UnmergeWord(word=subject.text))
        elif subject.kind == "split":
            self.act(RejoinForm(form=subject.text))
        elif self._is_only_form(subject.text):
            self.notice(Message.of("survey_view.only_form", form=subject.text))
        else:
            self.act(SplitForm(form=subject.text))

    def _is_only_form(self, form: str) -> bool:
        """Whether the word has no other form, so that there is nothing to split it from."""
        word = self.readings.current.find(form) if self.readings.current else None
        return word is not None and len(word.forms) == 1

    async def command_name_theme(self) -> None:
        """Make a theme, of what is selected if that has words, or change the selected theme."""
        subject, reading = self.selected_subject() or NO_WORDS, self.readings.current
        if reading is None:
            return
        is_theme = subject.kind == "theme"

        def keep(answers: Answers) -> bool:
            name, words = answers.text("name"), words_in(answers.text("words"))
            people = people_with_any(reading, words)
            if is_theme:
                change = ChangeTheme(theme=subject.key, name=name, words=words, people=people)
                return self.act(change)
            return self.act(AddTheme(name=name, words=words, people=people))

        questions = theme_questions(reading, subject, self.t)
        await self.ask(f"theme {subject.key} {subject.text}", questions, keep)

    def command_set_aside(self) -> None:
        subject = self.selected_subject()
        if subject is None:
            return
        if subject.kind == "theme":
            self.act(SetThemeAside(theme=find(self.session.survey.themes, subject.key).id))
        else:
            self.act(SetPinAside(pin=subject.key))

    async def command_set_question(self) -> None:
        def keep(answers: Answers) -> bool:
            return self.act(SetQuestion(question=answers.text("question")))

        question = LineQuestion(
            key="question",
            ask=self.t("survey_view.ask_question"),
            value=self.session.survey.question,
        )
        await self.ask("survey question", [question], keep)

    def command_mask_details(self) -> None:
        """Show e-mail addresses, numbers and links in quotes, or mask them again."""
        is_masked = self.session.survey.personal_details == "masked"
        if self.act(SetPersonalDetails(details="shown" if is_masked else "masked")):
            said = "survey_view.details_shown" if is_masked else "survey_view.details_masked"
            self.notice(Message.of(said))

    def command_end_comparison(self) -> None:
        self.act(EndComparison())


def _pin(kind: PinKind, subject: Subject, note: str) -> PinInsight:
    return PinInsight(
        kind=kind, text=subject.text, under=subject.under, people=subject.people, note=note
    )
