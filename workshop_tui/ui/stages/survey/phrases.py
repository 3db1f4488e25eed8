"""The phrases that really occur, by people, and the answers that hold the selected one."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.ui.look import DIM, plain
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject
from workshop_tui.ui.stages.survey.marks import Marks, holds_phrase
from workshop_tui.ui.stages.survey.rows import (
    PEOPLE_WIDTH,
    PHRASE_WIDTHS,
    people_heading,
    phrase_row,
    pin_signs,
    quote,
    scale_of,
    that_fit,
)
from workshop_tui.ui.widgets.long_list import LongList
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row

if TYPE_CHECKING:
    from workshop_tui.text.reading import Answer, Phrase, Reading

QUOTES = 8


class PhrasesLens(Lens):
    """Phrases and quotes."""

    name_ = "phrases"
    DEFAULT_CSS = """
    PhrasesLens {
        & > LongList { width: 6fr; }
        & > Pane { width: 5fr; padding: 1 0 0 4; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._phrases = LongList([Column()], on_move=self.cursor_moved)
        self._said = Pane()
        self._by_phrase: dict[str, Phrase] = {}
        self.panes = (self._phrases,)

    def compose(self) -> ComposeResult:
        yield self._phrases
        yield self._said

    def draw(self, shown: Shown) -> None:
        t = shown.t
        # Before it is looked through, finding phrases would hold up the screen.
        phrases = shown.reading.phrases if shown.answers else ()
        self._by_phrase = {phrase.phrase: phrase for phrase in phrases}
        scale = scale_of(
            [phrase.phrase for phrase in phrases],
            [phrase.people for phrase in phrases],
            self._phrases.size.width,
            PHRASE_WIDTHS,
            numbers=(PEOPLE_WIDTH,),
        )
        signs = pin_signs(shown.survey)

        def row_of(phrase: "Phrase", text: str) -> Row:
            sign = signs.get(("phrase", text), "")
            return phrase_row(phrase, scale, shown.language, pinned=sign)

        people = people_heading(shown.reading, t)
        self._phrases.set_columns(
            [Column(t("survey_view.phrases")), Column(people, PEOPLE_WIDTH, "right")]
        )
        nothing = t("survey_view.no_phrases" if shown.answers else "survey_view.looking")
        self._phrases.set_empty([plain(nothing, DIM)])
        self._phrases.set_items(phrases, lambda phrase: phrase.phrase, row_of)

    def subject(self) -> Subject | None:
        phrase = self._by_phrase.get(self._phrases.selected or "")
        if phrase is None:
            return None
        return Subject(
            "phrase", phrase.phrase, words=tuple(phrase.phrase.split()), people=phrase.people
        )

    def follow(self) -> None:
        shown, phrase = self.shown, self._by_phrase.get(self._phrases.selected or "")
        if shown is None:
            return
        head: list[Content] = []
        quotes: list[Content] = []
        if phrase is not None:
            marks = Marks(frozenset(phrase.phrase.split()))
            found = answers_with_phrase(shown.reading, phrase.phrase, QUOTES)
            said = shown.t("survey_view.said_phrase", count=phrase.people, phrase=phrase.phrase)
            head = [plain(said, DIM)]
            quotes = [quote(answer.text, answer.people, marks, shown.t) for answer in found]
        self._said.set_paragraphs(that_fit(head, quotes, self._said.size))


def answers_with_phrase(
    reading: "Reading", phrase: str, most: int | None = None
) -> "tuple[Answer, ...]":
    """The distinct answers in which these words follow one another."""
    words = phrase.split()
    content = [word for word in words if reading.find(word) is not None]
    if not content:
        return ()
    found: list[Answer] = []
    for answer in reading.answers_with(content[0], content[-1]):
        if holds_phrase(answer.text, words):
            found.append(answer)
            if len(found) == most:
                break
    return tuple(found)
