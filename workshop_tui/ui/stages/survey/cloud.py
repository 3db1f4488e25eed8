"""The word cloud: what stands under the selected word lights up, each word where it stood before.

Beneath it stands what is selected, what is too rare for the picture, and what the signs mean.
Leaves out how a word looks (`ui.word_cloud`).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.language import number
from workshop_tui.text.survey.cloud import PlacedWord
from workshop_tui.ui.look import DIM, plain
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject
from workshop_tui.ui.widgets.bars import GENERIC
from workshop_tui.ui.widgets.cloud import WordCloud
from workshop_tui.ui.widgets.lines import Block
from workshop_tui.ui.widgets.pane import wrapped
from workshop_tui.ui.word_cloud import LIT, MOST, clearly_beneath, placed_words, role_of, spot

if TYPE_CHECKING:
    from workshop_tui.text.reading import Beside, Word

TALL: Final = 16
"""Lines from which an empty one keeps the cloud apart from what is said beneath it."""


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
        words = [(word.key, word.word, word.people) for word in self._by_key.values()]
        room = self._cloud.size
        if not room:  # not laid out yet, or the window is too small to show anything
            self._placed, self._placed_for = (), None
            return
        if self._placed_for != (words, room):
            self._placed_for = words, room
            self._placed = placed_words(self._by_key.values(), room.width, room.height)
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
            said = f"{about.word}  {number(about.people, shown.language)}"
            spots.append(spot(placed, about, role_of(about, word, lit), said))
        self._cloud.set_spots(spots)
        here = {placed.word.label for placed in self._placed}
        rare = [beside for beside in beneath if beside.word not in here]
        left_out = len(shown.reading.words) - len(self._placed)
        width = self._cloud.size.width
        told = said_of(word, shown, stands_alone=not beneath)
        self._beneath.set_lines(
            [
                *_two_lines([told, said_rare(word, rare, shown)], width),
                legend(left_out, shown, width, has_lit=bool(lit)),
            ]
        )


def _two_lines(said: Sequence[Content], width: int) -> list[Content]:
    """What is said, on the two lines that there are for it, whole where it goes."""
    lines = wrapped(said, width)[:2] if width else ()
    return [*lines, *[Content("")] * (2 - len(lines))]


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
