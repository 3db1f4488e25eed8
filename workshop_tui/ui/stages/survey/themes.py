"""Themes: the group's own, with the people who said any of their words, and suggestions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import current_themes
from workshop_tui.language import number
from workshop_tui.ui.look import DIM, STRONG, plain
from workshop_tui.ui.page import Fact, Say
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject
from workshop_tui.ui.stages.survey.marks import marks_of_all
from workshop_tui.ui.stages.survey.questions import unknown_words, words_in
from workshop_tui.ui.stages.survey.rows import (
    PEOPLE_WIDTH,
    people_heading,
    pin_signs,
    quote,
    that_fit,
)
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.question import LineQuestion, Question
from workshop_tui.ui.widgets.rows import Column, Row, RowList

if TYPE_CHECKING:
    from workshop_tui.text.reading import Reading

NAME_WIDTH: Final = 20
QUOTES: Final = 8
SUGGESTION: Final = "suggestion:"


class ThemesLens(Lens):
    """The themes above, quotes of the selected one beneath."""

    name_ = "themes"
    DEFAULT_CSS = """
    ThemesLens {
        layout: vertical;
        & > RowList { height: 1fr; }
        & > Pane { height: 1fr; padding: 1 0 0 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._themes = RowList([Column()], on_move=self.cursor_moved)
        self._said = Pane()
        self._subjects: dict[str, Subject] = {}
        self.panes = (self._themes,)

    def compose(self) -> ComposeResult:
        yield self._themes
        yield self._said

    def draw(self, shown: Shown) -> None:
        t = shown.t
        self._subjects = {subject.key: subject for subject in _subjects(shown)}
        signs = pin_signs(shown.survey)
        self._themes.set_columns(
            [
                Column(t("survey_view.themes"), self._name_width()),
                Column(),
                Column(people_heading(shown.reading, t), PEOPLE_WIDTH, "right"),
                Column("", 1),
            ]
        )
        self._themes.set_empty(
            [plain(t("survey_view.no_themes"), DIM), plain(t("survey_view.no_themes_how"), DIM)]
        )
        rows = []
        for key, subject in self._subjects.items():
            is_own = subject.kind == "theme"
            name = subject.text if is_own else t("survey_view.suggested")
            rows.append(
                Row(
                    key,
                    (
                        plain(name, STRONG if is_own else DIM),
                        plain(", ".join(subject.words), "" if is_own else DIM),
                        Content(number(subject.people or 0, shown.language)),
                        Content.styled(signs.get(("theme", subject.text), ""), DIM),
                    ),
                )
            )
        self._themes.set_rows(rows)

    def _name_width(self) -> int:
        longest = max((len(subject.text) for subject in self._subjects.values()), default=0)
        return max(NAME_WIDTH, min(longest, self._themes.size.width * 2 // 5))

    def subject(self) -> Subject | None:
        return self._subjects.get(self._themes.selected or "")

    def facts(self) -> Sequence[Fact]:
        return (Message.of("survey_view.people_of_themes"),) if self._subjects else ()

    def follow(self) -> None:
        shown, subject = self.shown, self.subject()
        if shown is None:
            return
        head: list[Content] = []
        found: list[Content] = []
        if subject is not None:
            reading = shown.reading
            marks = marks_of_all([reading.find(word) for word in subject.words])
            quotes = reading.quotes(subject.words, QUOTES)
            said = shown.t("survey_view.said_theme", count=subject.people or 0)
            head = [plain(said, DIM)]
            found = [quote(item.text, item.people, marks, shown.t) for item in quotes]
        self._said.set_paragraphs(that_fit(head, found, self._said.size))


def people_with_any(reading: "Reading", words: tuple[str, ...]) -> int:
    """The people whose answer holds any of these words."""
    return reading.table.people_with_any(reading.table.families(words))


def theme_questions(reading: "Reading", subject: Subject, t: Say) -> list[Question]:
    """Which words make the theme, and its name; filled in from a theme, suggestion or word."""
    known = frozenset(form for word in reading.words for form, _ in word.forms)
    is_theme = subject.kind == "theme"
    words = subject.words[-1:] if subject.kind == "word" else subject.words

    def people_said(text: str) -> Sequence[str]:
        return [t("survey_view.theme_people", count=people_with_any(reading, words_in(text)))]

    return [
        LineQuestion(
            key="words",
            ask=t("survey_view.ask_theme_words"),
            hint=t("survey_view.theme_words_hint"),
            value=" ".join(words),
            check=lambda text: unknown_words(text, known),
            live=people_said,
        ),
        LineQuestion(
            key="name",
            ask=t("survey_view.ask_theme_name"),
            hint=t("survey_view.theme_name_hint"),
            value=subject.text if is_theme else "",
        ),
    ]


def _subjects(shown: Shown) -> list[Subject]:
    reading = shown.reading
    own = [
        Subject(
            "theme",
            theme.name,
            words=theme.words,
            people=people_with_any(reading, theme.words),
            key=theme.id,
        )
        for theme in current_themes(shown.survey)
    ]
    taken = {word for subject in own for word in subject.words}
    found = reading.suggested_themes if shown.answers else ()
    return own + [
        Subject(
            "suggestion",
            "",
            words=theme.words,
            people=theme.people,
            key=SUGGESTION + " ".join(theme.words),
        )
        for theme in found
        if not taken.issuperset(theme.words)
    ]
