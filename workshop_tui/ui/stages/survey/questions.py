"""What the survey asks beyond lines and choices: a word, some words."""

from collections.abc import Sequence

from workshop_tui.domain.message import Message, refuse
from workshop_tui.ui.widgets.question import Answer, Question

COLUMNS_SHOWN = 8


class WordQuestion(Question, frozen=True, kw_only=True):
    """A word of the survey; Tab completes it."""

    words: tuple[str, ...]

    def parsed(self, text: str) -> Answer:
        word = text.casefold()
        if word not in {known.casefold() for known in self.words}:
            raise refuse("survey_view.nobody_said", word=text)
        return next(known for known in self.words if known.casefold() == word)

    def completed(self, text: str) -> str:
        typed = text.strip().casefold()
        starting = (word for word in self.words if typed and word.casefold().startswith(typed))
        return next(starting, text)


def words_in(text: str) -> tuple[str, ...]:
    """The words of a list that somebody typed, each once: spaces and commas part them."""
    return tuple(dict.fromkeys(text.replace(",", " ").replace(";", " ").casefold().split()))


def unknown_words(text: str, known: "Sequence[str] | frozenset[str]") -> Message | None:
    """What to say of words that nobody said; None where there are none."""
    strange = [word for word in words_in(text) if word not in known]
    return Message.of("survey_view.nobody_said", word=", ".join(strange)) if strange else None
