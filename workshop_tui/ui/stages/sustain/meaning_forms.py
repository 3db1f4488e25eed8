"""The form about meanings: what a word of the statement means here. No screen."""

from collections.abc import Sequence

from workshop_tui.domain.plain_text import clean_line
from workshop_tui.domain.sustain import GlossWord
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.widgets.question import TextQuestion


def gloss_form(word: str, meaning: str, quotes: Sequence[str], t: Say) -> Form:
    """quotes: what employees wrote with the word; they stand beneath it while it is explained."""
    beneath = [f"“{clean_line(quote)}”" for quote in quotes]
    return Form(
        f"gloss {word}",
        [
            TextQuestion(
                key="meaning",
                ask=t("sustain_view.ask.meaning", word=word),
                value=meaning,
                live=lambda _: beneath,
            )
        ],
        lambda answers: GlossWord(word=word, meaning=answers.text("meaning")),
    )
