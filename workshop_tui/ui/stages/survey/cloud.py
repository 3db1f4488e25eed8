"""The word cloud: the biggest words in the middle, and under the selected one what lights up.

Any company's words are dimmed and carry the sign that the list gives them. When a word is selected
everything steps back but the words that stand with it, each where it stood before.
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.language import number
from workshop_tui.text.survey.cloud import CloudWord, PlacedWord, Size, cloud_of
from workshop_tui.ui.look import CHOSEN, DIM, FAINT, SELECTED, STRONG, plain
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject
from workshop_tui.ui.widgets.bars import GENERIC
from workshop_tui.ui.widgets.cloud import CloudSpot, WordCloud
from workshop_tui.ui.widgets.lines import Block

if TYPE_CHECKING:
    from workshop_tui.text.reading import Beside, Reading, Word

MOST: Final = 400
"""Words that are tried; more than the largest terminal holds."""
BENEATH: Final = 25
TALL: Final = 16
"""Lines from which an empty one keeps the cloud apart from what is said beneath it."""
LIT: Final = "•"
Role: TypeAlias = Literal["any", "selected", "lit", "aside"]
"""What a word is to the selected one; `any` where none is selected."""


class CloudLens(Lens):
    """The cloud, and beneath it what is selected, what is too rare to stand in it, the signs."""

    name_ = "cloud"
    DEFAULT_CSS = """
    CloudLens {
        layout: vertical;
        & > WordCloud { height: 1fr; }
        & > Block { height: 3; }
        &.-tall > Block { height: 4; padding: 1 0 0 0; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._cloud = WordCloud(on_select=lambda _: self._show())
        self._beneath = Block()
        self._by_key: dict[str, Word] = {}
        self._placed: tuple[PlacedWord, ...] = ()
        self._placed_for: object = None
        self._wanted = ""
        self.panes = (self._cloud,)

    def compose(self) -> ComposeResult:
        yield self._cloud
        yield self._beneath

    def draw(self, shown: Shown) -> None:
        self.set_class(self.size.height >= TALL, "-tall")
        self._by_key = {word.key: word for word in shown.reading.words[:MOST]}
        nothing = Content("  ") + plain(shown.t("survey_view.no_words"), DIM)
        self._cloud.set_empty([] if self._by_key else [nothing])
        words = tuple(CloudWord(word.key, word.word, word.people) for word in self._by_key.values())
        room = self._cloud.size
        if not room:  # not laid out yet, or the window is too small to show anything
            self._placed, self._placed_for = (), None
            return
        if self._placed_for != (words, room):
            self._placed_for = words, room
            self._placed = cloud_of(words, room.width, room.height, cell_len).placed
        self._show()
        if self._wanted and self._placed:
            self.take_word(self._wanted)

    def subject(self) -> Subject | None:
        word = self._word
        if word is None:
            return None
        return Subject("word", word.word, words=(word.word,), people=word.people, word=word)

    def take_word(self, word: str) -> None:
        """Select this word; where there is no picture yet, as soon as there is one."""
        self._wanted = "" if self._placed else word
        for placed in self._placed:
            if placed.word.label == word:
                self._cloud.select(placed.word.key)
                break

    def let_go(self) -> bool:
        """Show the whole picture again; whether a word was selected."""
        had_word = self._cloud.selected is not None
        self._cloud.select(None)
        return had_word

    @property
    def _word(self) -> "Word | None":
        wanted = (word for word in self._by_key.values() if word.word == self._wanted)
        return self._by_key.get(self._cloud.selected or "") or next(wanted, None)

    def _show(self) -> None:
        """Draw the words as they look now, and say beneath what they show."""
        shown, word = self.shown, self._word
        if shown is None:
            return
        beneath = clearly_beneath(shown.reading, word) if word else ()
        lit = {beside.word for beside in beneath}
        spots = []
        for placed in self._placed:
            about = self._by_key[placed.word.key]
            spots.append(spot(placed, about, role_of(about, word, lit), shown))
        self._cloud.set_spots(spots)
        here = {placed.word.label for placed in self._placed}
        rare = [beside for beside in beneath if beside.word not in here]
        left_out = len(shown.reading.words) - len(self._placed)
        self._beneath.set_lines(
            [
                said_of(word, shown, stands_alone=not beneath),
                said_rare(word, rare, shown),
                legend(left_out, shown, self._cloud.size.width, has_lit=bool(lit)),
            ]
        )


def clearly_beneath(reading: "Reading", word: "Word") -> "tuple[Beside, ...]":
    """The words under a word that do not stand with it by chance, as far as that can be judged."""
    under = reading.under(word.word, BENEATH)
    found = under.beside if under else ()
    return tuple(beside for beside in found if beside.clear or not reading.sample.shows_low)


def role_of(word: "Word", selected: "Word | None", lit: Collection[str]) -> Role:
    """lit: the words that stand with the selected one."""
    if selected is None:
        return "any"
    if word.key == selected.key:
        return "selected"
    return "lit" if word.word in lit else "aside"


def spot(placed: PlacedWord, word: "Word", role: Role, shown: Shown) -> CloudSpot:
    """A word as it is drawn: its signs in the margin, and the weight that its role gives it."""
    style = _style(placed.size, role, is_generic=word.generic)
    sign = SELECTED if role == "selected" else ""
    mark = GENERIC if word.generic else " "
    lines = []
    for line, text in enumerate(placed.lines):
        is_middle = line == placed.height // 2
        beside = LIT if role == "lit" and is_middle else mark
        margin = f"{sign if is_middle else '':<1}{beside}".ljust(placed.margin)
        lines.append(Content.styled(margin + text, style))
    people = number(word.people, shown.language)
    said = f"{word.word}  {people}"
    forms = " ".join((word.word, *(form for form, _ in word.forms)))
    return CloudSpot(word.key, placed.column, placed.line, tuple(lines), forms, said)


def _style(size: Size, role: Role, *, is_generic: bool) -> str:
    if role == "selected":
        return CHOSEN
    if role == "lit":
        return STRONG
    if role == "aside" or is_generic:
        return FAINT if size >= Size.TWO_LINES else DIM
    return "" if size is Size.PLAIN else STRONG


def said_of(word: "Word | None", shown: Shown, *, stands_alone: bool) -> Content:
    """What is selected, and what its light shows; how to select something."""
    t = shown.t
    if word is None:
        return Content("  ") + plain(t("survey_view.cloud_whole"), DIM)
    said = t("survey_view.cloud_word", count=word.people, word=word.word)
    shows = t("survey_view.cloud_alone" if stands_alone else "survey_view.cloud_lit")
    return Content("  ") + plain(f"{said} {shows}")


def said_rare(word: "Word | None", rare: "Sequence[Beside]", shown: Shown) -> Content:
    """What stands under the word too, and was said by too few to stand in the picture."""
    if word is None or not rare:
        return Content("")
    words = ", ".join(f"{beside.word} {number(beside.people, shown.language)}" for beside in rare)
    return Content("  ") + plain(shown.t("survey_view.cloud_rare", word=word.word, words=words))


def legend(left_out: int, shown: Shown, width: int, *, has_lit: bool) -> Content:
    """What the signs mean, and how many words found no room."""
    t = shown.t
    lit = (f"{LIT} {t('survey_view.legend.lit')}",) if has_lit else ()
    rest = (t("survey_view.cloud_left_out", count=left_out),) if left_out else ()
    said = (t("survey_view.legend.generic"), t("survey_view.legend.generic_short"))
    lines = ["  " + "   ".join((f"{GENERIC} {generic}", *lit, *rest)) for generic in said]
    return Content.styled(next((line for line in lines if len(line) <= width), lines[-1]), DIM)
