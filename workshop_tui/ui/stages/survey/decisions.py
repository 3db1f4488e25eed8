"""What was decided about words in this workshop: marked, hidden, merged, counted apart.

All in one list, so that the room can ask why a word looks the way it does, and take it back with
the key that decided it.
"""

from typing import Final, Literal, TypeAlias

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.language import number
from workshop_tui.ui.look import DIM, plain
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject
from workshop_tui.ui.stages.survey.rows import PEOPLE_WIDTH
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row, RowList

WORD_WIDTH: Final = 26
Decision: TypeAlias = Literal["generic", "specific", "hidden", "merged", "apart"]


class DecisionsLens(Lens):
    """The words that do not look as they came."""

    name_ = "decisions"
    DEFAULT_CSS = """
    DecisionsLens {
        layout: vertical;
        & > RowList { height: 2fr; max-height: 16; }
        & > Pane { height: 1fr; padding: 1 0 0 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._words = RowList([Column()])
        self._how = Pane()
        self._subjects: dict[str, Subject] = {}
        self.panes = (self._words,)

    def compose(self) -> ComposeResult:
        yield self._words
        yield self._how

    def draw(self, shown: Shown) -> None:
        t = shown.t
        self._words.set_columns(
            [
                Column(t("survey_view.decisions"), WORD_WIDTH),
                Column(t("survey_view.people"), PEOPLE_WIDTH, "right"),
                Column(),
            ]
        )
        self._words.set_empty(
            [
                plain(t("survey_view.no_decisions"), DIM),
                plain(t("survey_view.no_decisions_how"), DIM),
            ]
        )
        self._subjects = {}
        rows = []
        for decision, subject in _decisions(shown):
            key = f"{decision}:{subject.text}"
            self._subjects[key] = subject
            people = "" if subject.people is None else number(subject.people, shown.language)
            state = t(f"survey_view.decision.{decision}", into=subject.under)
            rows.append(Row(key, (plain(subject.text), Content(people), plain(state, DIM))))
        self._words.set_rows(rows)
        self._how.set_paragraphs([plain(t("survey_view.decisions_how"), DIM)] if rows else [])

    def subject(self) -> Subject | None:
        return self._subjects.get(self._words.selected or "")


def _decisions(shown: Shown) -> list[tuple[Decision, Subject]]:
    """Each decision that is in force with what it was made about, kind by kind as they came."""
    survey = shown.survey
    return [
        *(("generic", _word(word, shown)) for word in survey.marked_generic),
        *(("specific", _word(word, shown)) for word in survey.marked_specific),
        *(("hidden", _other("hidden", word, shown)) for word in survey.hidden),
        *(("merged", _other("merge", merge.word, shown, merge.into)) for merge in survey.merges),
        *(("apart", _other("split", form, shown)) for form in survey.split_forms),
    ]


def _word(text: str, shown: Shown) -> Subject:
    word = shown.reading.find(text)
    people = word.people if word else None
    return Subject("word", text, words=(text,), people=people, word=word)


def _other(
    kind: Literal["hidden", "merge", "split"], text: str, shown: Shown, under: str = ""
) -> Subject:
    word = shown.reading.find(text)
    people = dict(word.forms).get(text) if word else None
    return Subject(kind, text, words=(text,), people=people, under=under)
