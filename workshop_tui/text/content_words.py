"""The words of a sentence that mean something by themselves: the one notion of it.

Who used them, where they come from and what they mean here is asked of these words alone. Closed
lists tell the others apart, in both languages at once, so nothing has to know the language first.
"""

import msgspec

from workshop_tui.text.lexicons import function_words, is_negator, without_clitic
from workshop_tui.text.spelling import indonesian_form
from workshop_tui.text.words import tokens_of

_AROUND = ".,;:!?\"'“”‘’()[]…-–—"
"""Signs that stand around a word without being part of it."""
_SHORTEST_COUNTED = 3


class SentenceWord(msgspec.Struct, frozen=True):
    """A word as it is written, without the signs around it."""

    text: str
    is_content: bool


def is_content(form: str) -> bool:
    """Whether a form, small letters, says something by itself: no function word, no negator."""
    everything = function_words().everything
    written = {form, without_clitic(form), indonesian_form(form)}
    return everything.isdisjoint(written) and not is_negator(form)


def is_counted(word: str) -> bool:
    """Whether a survey counts such a content word: three letters or more, or a listed short one."""
    return len(word) >= _SHORTEST_COUNTED or word in function_words().short_content


def words_in(sentence: str) -> tuple[SentenceWord, ...]:
    """The words of a sentence in its order, each once.

    What holds no content word, such as "24/7", is one word up to the next blank.
    """
    found: dict[str, SentenceWord] = {}
    for piece in sentence.split():
        tokens = [token for token in tokens_of(piece) if is_content(token.form)]
        words = [piece[token.start : token.end] for token in tokens] or [piece.strip(_AROUND)]
        for word in filter(None, words):
            found.setdefault(word.casefold(), SentenceWord(word, bool(tokens)))
    return tuple(found.values())


def content_words(sentence: str) -> tuple[str, ...]:
    """The content words of a sentence in its order, each once, as written."""
    return tuple(word.text for word in words_in(sentence) if word.is_content)
