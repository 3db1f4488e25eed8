"""What the lines of scoring share: what they are drawn from, the words of the scale.

Leaves out what each part of the stage shows: `rows` before the reveal, `reveal`, `comparison`,
`judged`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.rounds import CRITERIA, Criterion
from workshop_tui.domain.session import Session
from workshop_tui.domain.tally import SCALE
from workshop_tui.language import Language, say
from workshop_tui.ui.look import DIM, fitted

MOST_FOR_A_NAME: Final = 28
NAMED_SCORES: Final = {1: "no", 3: "not_really", 5: "yes"}
"""Where the words of the scale stand: 1 and 2 No, 3 Not really, 4 and 5 Yes."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What all of this is drawn from."""

    session: Session
    language: Language

    def said(self, key: str, /, count: int | None = None, **values: str | int | Message) -> str:
        """The sentence of this key in the user's language."""
        return say(Message.of(key, count, **values), self.language)

    def short(self, criterion: Criterion) -> str:
        """A criterion in two or three words."""
        return self.said(f"scoring_view.short.{criterion}")

    @property
    def longest_criterion(self) -> int:
        """The cells that the short name of a criterion takes, with a gap behind it."""
        return min(max(len(self.short(each)) for each in CRITERIA) + 2, MOST_FOR_A_NAME)


def scale_lines(label: int, columns: Sequence[int], drawing: Drawing) -> tuple[Content, Content]:
    """The words of the scale, each centred on its score, and the scores beneath, behind a label.

    label, columns: cells of the label and of each score's column.
    """
    words = Content(" " * label)
    for score, key in NAMED_SCORES.items():
        word = drawing.said(f"scoring_view.{key}")
        is_between = SCALE[0] < score < SCALE[-1]
        starts = label + sum(columns[: score - 1]) - (len(word) // 2 - 1 if is_between else 0)
        starts = max(starts, words.cell_length + (score > SCALE[0]))
        words = fitted(words, starts) + Content.styled(word, DIM)
    scores = Content("").join(
        fitted(Content.styled(str(each), DIM), width)
        for each, width in zip(SCALE, columns, strict=True)
    )
    return words, Content(" " * label) + scores
