"""Words that may be one word spelt in two ways: suggestions, for a person to decide."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.language import number
from workshop_tui.ui.look import DIM, plain
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject
from workshop_tui.ui.stages.survey.marks import marks_of
from workshop_tui.ui.stages.survey.rows import PEOPLE_WIDTH, quote, that_fit
from workshop_tui.ui.widgets.long_list import LongList
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row

if TYPE_CHECKING:
    from workshop_tui.text.reading import Variant

WORD_WIDTH: Final = 22
QUOTES: Final = 6


class SpellingsLens(Lens):
    """The pairs, largest first; beneath, how people used the rarer word."""

    name_ = "spellings"
    DEFAULT_CSS = """
    SpellingsLens {
        layout: vertical;
        & > RowList { height: 2fr; max-height: 16; }
        & > Pane { height: 1fr; min-height: 5; padding: 1 0 0 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._pairs = LongList([Column()], on_move=self.cursor_moved)
        self._said = Pane()
        self._by_key: dict[str, Variant] = {}
        self.panes = (self._pairs,)

    def compose(self) -> ComposeResult:
        yield self._pairs
        yield self._said

    def draw(self, shown: Shown) -> None:
        t = shown.t
        # Before they are looked for beside the screen, finding them would hold it up.
        variants = shown.reading.variants if shown.answers else ()
        self._by_key = {_key(variant): variant for variant in variants}
        people = Column(t("survey_view.people"), PEOPLE_WIDTH, "right")
        self._pairs.set_columns(
            [
                Column(t("survey_view.spellings"), WORD_WIDTH),
                people,
                Column(t("survey_view.same_as"), WORD_WIDTH),
                people,
                Column(),
            ]
        )
        nothing = t("survey_view.no_spellings" if shown.answers else "survey_view.looking")
        self._pairs.set_empty([plain(nothing, DIM)])

        def row_of(variant: "Variant", text: str) -> Row:
            cells = (
                plain(variant.other),
                Content(number(variant.other_people, shown.language)),
                plain(variant.word),
                Content(number(variant.people, shown.language)),
                Content(""),
            )
            return Row(_key(variant), cells, text)

        self._pairs.set_items(variants, _key, row_of)

    def follow(self) -> None:
        shown, variant = self.shown, self._selected()
        if shown is None:
            return
        if variant is None:
            self._said.set_paragraphs([])
            return
        marks = marks_of(shown.reading.find(variant.other), shown.reading.find(variant.word))
        found = shown.reading.answers_with(variant.other, most=QUOTES)
        how = shown.t("survey_view.spellings_how", word=variant.other, into=variant.word)
        quotes = [quote(answer.text, answer.people, marks, shown.t) for answer in found]
        self._said.set_paragraphs(that_fit([plain(how, DIM)], quotes, self._said.size))

    def subject(self) -> Subject | None:
        variant = self._selected()
        if variant is None:
            return None
        return Subject(
            "spelling",
            variant.other,
            words=(variant.other,),
            people=variant.other_people,
            key=variant.word,
        )

    def facts(self) -> Sequence[Fact]:
        return (Message.of("survey_view.spellings_found", count=self._pairs.found),)

    def _selected(self) -> "Variant | None":
        return self._by_key.get(self._pairs.selected or "")


def _key(variant: "Variant") -> str:
    return f"{variant.other} {variant.word}"
