"""The forms that are counted as one word, what was merged into it, and what was split off.

Word families come from dictionaries and over-merge now and then; here a person sees and decides.
"""

from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.language import number
from workshop_tui.ui.look import DIM, plain
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject, SubjectKind
from workshop_tui.ui.stages.survey.rows import PEOPLE_WIDTH
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row, RowList

if TYPE_CHECKING:
    from workshop_tui.text.reading import Reading

FORM_WIDTH: Final = 26
VARIANTS: Final = 5


class FormsLens(Lens):
    """The forms of one word."""

    name_ = "forms"
    DEFAULT_CSS = """
    FormsLens {
        layout: vertical;
        & > RowList { height: 2fr; max-height: 16; }
        & > Pane { height: 1fr; padding: 1 0 0 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._forms = RowList([Column()])
        self._about = Pane()
        self._word = ""
        self._names: tuple[str, ...] = ()
        self._subjects: dict[str, Subject] = {}
        self.panes = (self._forms,)

    def compose(self) -> ComposeResult:
        yield self._forms
        yield self._about

    def look_at(self, word: str) -> None:
        """Show the forms of this word from the first."""
        self._word, self._names = word, ()
        self._drawn_at = None
        self._forms.move("first")

    def draw(self, shown: Shown) -> None:
        t = shown.t
        self._subjects = {subject.key: subject for subject in self._found(shown)}
        self._forms.set_columns(
            [
                Column(t("survey_view.forms_of", word=self._word), FORM_WIDTH),
                Column(t("survey_view.people"), PEOPLE_WIDTH, "right"),
                Column(),
            ]
        )
        self._forms.set_rows(
            [
                Row(
                    key,
                    (
                        plain(subject.text),
                        Content("" if subject.people is None else _count(subject, shown)),
                        plain(_state(subject, shown), DIM),
                    ),
                )
                for key, subject in self._subjects.items()
            ]
        )
        self._about.set_paragraphs(self._suggestions(shown))

    def subject(self) -> Subject | None:
        return self._subjects.get(self._forms.selected or "")

    def _found(self, shown: Shown) -> list[Subject]:
        reading, survey = shown.reading, shown.survey
        word = reading.find(self._word)
        forms = [form for form, _ in word.forms] if word else []
        # A form that was just split off stays in its place.
        self._names = tuple(dict.fromkeys([*self._names, *forms]))
        own = self._names or (self._word,)
        apart = [
            form
            for form in survey.split_forms
            if form not in self._names and any(reading.is_form_of(form, name) for name in own)
        ]
        merges = [merge for merge in survey.merges if merge.into in (self._word, *self._names)]
        return [
            *(
                _form("split" if form in survey.split_forms else "form", form, reading)
                for form in self._names
            ),
            *(_form("merge", merge.word, reading, merge.into) for merge in merges),
            *(_form("split", form, reading) for form in apart),
        ]

    def _suggestions(self, shown: Shown) -> list[Content]:
        lines = [plain(shown.t("survey_view.forms_how"), DIM)]
        near = [
            (variant.other, variant.other_people)
            if variant.word == self._word
            else (variant.word, variant.people)
            for variant in (shown.reading.variants if shown.answers else ())
            if self._word in {variant.word, variant.other}
        ]
        if near:
            words = ", ".join(f"{word} {people}" for word, people in near[:VARIANTS])
            lines.append(plain(shown.t("survey_view.perhaps_same", words=words), DIM))
        return lines


def _form(kind: SubjectKind, text: str, reading: "Reading", under: str = "") -> Subject:
    word = reading.find(text)
    people = dict(word.forms).get(text) if word else None
    return Subject(
        kind, text, words=(text,), people=people, under=under, key=f"{kind == 'merge'}:{text}"
    )


def _count(subject: Subject, shown: Shown) -> str:
    return number(subject.people or 0, shown.language)


def _state(subject: Subject, shown: Shown) -> str:
    if subject.kind == "merge":
        return shown.t("survey_view.merged_into", word=subject.under)
    return shown.t("survey_view.counted_apart") if subject.kind == "split" else ""
