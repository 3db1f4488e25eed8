"""What is kept of the survey: pins on the insight board, and themes.

Every command acts on what is selected, and every one can be undone.
"""

from typing import Final

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import (
    AddTheme,
    ChangeTheme,
    PinInsight,
    PinKind,
    SetPinAside,
    SetThemeAside,
)
from workshop_tui.domain.values import find
from workshop_tui.text.personal_details import board_shown
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.survey.host import SurveyHost
from workshop_tui.ui.stages.survey.lens import Subject
from workshop_tui.ui.stages.survey.questions import words_in
from workshop_tui.ui.stages.survey.subjects import PINNED_AS, reason_against_subject
from workshop_tui.ui.stages.survey.themes import people_with_any, theme_questions
from workshop_tui.ui.widgets.question import Answers, LineQuestion

NO_WORDS: Final = Subject("suggestion", "")
"""What a theme is made of where nothing is selected: of few answers no words are listed."""


class Keeping(CommandTarget):
    """Puts what is selected on the board, names themes, and sets both aside."""

    def __init__(self, host: SurveyHost) -> None:
        self._host = host

    def reason_against(self, command: str) -> Message | None:
        if command == "name_theme":
            return None if self._host.has_answers else Message.of("survey_view.no_answers")
        return reason_against_subject(command, self._host.selected_subject())

    def command_pin(self) -> None:
        """Put on the insight board, or take it off again."""
        subject = self._host.selected_subject()
        if subject is None:
            return
        kind: PinKind = PINNED_AS[subject.kind]
        pinned = next(
            (
                pin
                for pin in board_shown(self._host.session.survey, self._host.session.language)
                if (pin.kind, pin.text) == (kind, subject.text)
            ),
            None,
        )
        self._host.act(SetPinAside(pin=pinned.id) if pinned else _pin(kind, subject, ""))

    async def command_pin_with_note(self) -> None:
        subject = self._host.selected_subject()
        if subject is None:
            return
        kind = PINNED_AS[subject.kind]

        def pin(answers: Answers) -> bool:
            return self._host.act(_pin(kind, subject, answers.text("note")))

        question = LineQuestion(
            key="note", ask=self._host.t("survey_view.ask_note", what=subject.text)
        )
        await self._host.ask(f"note {subject.text}", [question], pin)

    async def command_name_theme(self) -> None:
        """Make a theme, of what is selected if that has words, or change the selected theme."""
        subject, reading = self._host.selected_subject() or NO_WORDS, self._host.readings.current
        if reading is None:
            return
        is_theme = subject.kind == "theme"

        def keep(answers: Answers) -> bool:
            name, words = answers.text("name"), words_in(answers.text("words"))
            people = people_with_any(reading, words)
            if is_theme:
                change = ChangeTheme(theme=subject.key, name=name, words=words, people=people)
                return self._host.act(change)
            return self._host.act(AddTheme(name=name, words=words, people=people))

        questions = theme_questions(reading, subject, self._host.t)
        await self._host.ask(f"theme {subject.key} {subject.text}", questions, keep)

    def command_set_aside(self) -> None:
        subject = self._host.selected_subject()
        if subject is None:
            return
        if subject.kind == "theme":
            self._host.act(
                SetThemeAside(theme=find(self._host.session.survey.themes, subject.key).id)
            )
        else:
            self._host.act(SetPinAside(pin=subject.key))


def _pin(kind: PinKind, subject: Subject, note: str) -> PinInsight:
    return PinInsight(
        kind=kind, text=subject.text, under=subject.under, people=subject.people, note=note
    )
