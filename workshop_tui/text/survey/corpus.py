"""A survey in one spelling and in known languages: the answers ready for counting.

Holds per text its language, and per token a *reading*: a form in a language. The same letters are
two readings in the two languages; the one in which they are mostly used says their family.
Nothing here depends on what the facilitator marks, so a mark never costs a new corpus.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec
import numpy as np
import numpy.typing as npt

from workshop_tui.text.language_id import Language, word_weight
from workshop_tui.text.spelling import english_form, indonesian_form
from workshop_tui.text.survey.pieces import Flags, Ints
from workshop_tui.text.survey.stream import Longs, Stream, stream_of

ENGLISH, INDONESIAN = 0, 1
LANGUAGES: tuple[Language, Language] = ("en", "id")
_TOKENS_IN_BLOCK = 1 << 16


class Corpus(msgspec.Struct, frozen=True):
    """The distinct texts of a survey, ready for counting.

    readings: per token `2 * form + language`.
    opens, starts, people, text_of_row, first_row: as in `Stream`.
    forms: the spelling of each form number.
    language_of_text: ENGLISH or INDONESIAN per text; undecided texts follow the majority.
    undecided: whether the words of a text did not tell its language.
    """

    readings: Ints
    opens: Flags
    starts: Longs
    people: Longs
    text_of_row: Ints
    first_row: Longs
    forms: tuple[str, ...]
    language_of_text: npt.NDArray[np.int8]
    undecided: Flags

    @property
    def texts(self) -> int:
        return len(self.people)

    @property
    def people_count(self) -> int:
        return int(self.people.sum())

    @property
    def counts_once(self) -> bool:
        """Whether every text is one person's, so that counting needs no weights."""
        return not len(self.people) or int(self.people.max()) == 1

    def blocks(self) -> Iterator["Block"]:
        """The texts in stretches small enough for the processor's cache."""
        begin = 0
        while begin < self.texts:
            limit = self.starts[begin] + _TOKENS_IN_BLOCK
            end = max(int(np.searchsorted(self.starts, limit, side="right")) - 1, begin + 1)
            yield self.block(begin, end)
            begin = end

    def block(self, begin: int, end: int) -> "Block":
        first, last = self.starts[begin], self.starts[end]
        sizes = np.diff(self.starts[begin : end + 1])
        return Block(
            begin,
            end,
            self.readings[first:last],
            self.opens[first:last],
            np.repeat(np.arange(end - begin, dtype=np.int32), sizes),
            self.people[begin:end],
        )


class Block(msgspec.Struct, frozen=True):
    """Some texts that follow each other.

    begin, end: their numbers.
    readings, opens: their tokens; text: the text of each token, counted from `begin`.
    people: how many people gave each of these texts.
    """

    begin: int
    end: int
    readings: Ints
    opens: Flags
    text: Ints
    people: Longs


def corpus_of(answers: Sequence[str], language: Literal["auto", "en", "id"] = "auto") -> Corpus:
    """Read the answers into numbers; "auto" decides the language answer by answer."""
    stream = stream_of(answers)
    language_of_text, undecided = _languages(stream, language)
    forms: dict[str, int] = {}
    is_used_in = _used_in(stream, language_of_text)
    number = (
        _numbers(stream.words, is_used_in[ENGLISH], english_form, forms),
        _numbers(stream.words, is_used_in[INDONESIAN], indonesian_form, forms),
    )
    readings = np.empty(len(stream.tokens), np.int32)
    for first, last, languages in _stretches(stream, language_of_text):
        for code in (ENGLISH, INDONESIAN):
            places = _of_language(languages, code)
            tokens = stream.tokens[first:last][places]
            readings[first:last][places] = (number[code] * 2 + code)[tokens]
    return Corpus(
        readings,
        stream.opens,
        stream.starts,
        stream.people,
        stream.text_of_row,
        stream.first_row,
        tuple(forms),
        language_of_text,
        undecided,
    )


def _languages(
    stream: Stream, language: Literal["auto", "en", "id"]
) -> tuple[npt.NDArray[np.int8], Flags]:
    if language != "auto":
        fixed = np.full(stream.texts, LANGUAGES.index(language), np.int8)
        return fixed, np.zeros(stream.texts, np.bool_)
    weights = np.fromiter(map(word_weight, stream.words), np.int8, len(stream.words))
    sums = np.zeros(stream.texts, np.int64)
    sizes = np.diff(stream.starts)
    filled = np.flatnonzero(sizes > 0)
    for part in np.array_split(filled, len(stream.tokens) // _TOKENS_IN_BLOCK + 1):
        if len(part):
            first, last = stream.starts[part[0]], stream.starts[part[-1] + 1]
            values = weights[stream.tokens[first:last]]
            sums[part] = np.add.reduceat(values, stream.starts[part] - first, dtype=np.int64)
    undecided = sums == 0
    indonesian = int(stream.people[sums > 0].sum())
    majority = INDONESIAN if indonesian > int(stream.people[sums < 0].sum()) else ENGLISH
    found = np.where(sums > 0, INDONESIAN, ENGLISH).astype(np.int8)
    found[undecided] = majority
    return found, undecided


def _stretches(
    stream: Stream, language_of_text: npt.NDArray[np.int8]
) -> Iterator[tuple[int, int, npt.NDArray[np.int8]]]:
    """Stretches of tokens with the language of each token."""
    sizes = np.diff(stream.starts)
    begin = 0
    while begin < stream.texts:
        limit = stream.starts[begin] + _TOKENS_IN_BLOCK
        end = max(int(np.searchsorted(stream.starts, limit, side="right")) - 1, begin + 1)
        languages = np.repeat(language_of_text[begin:end], sizes[begin:end])
        yield int(stream.starts[begin]), int(stream.starts[end]), languages
        begin = end


def _used_in(stream: Stream, language_of_text: npt.NDArray[np.int8]) -> npt.NDArray[np.bool_]:
    """Per language, whether a word occurs in a text of it: shape (2, words)."""
    used = np.zeros((2, len(stream.words)), np.bool_)
    for first, last, languages in _stretches(stream, language_of_text):
        for code in (ENGLISH, INDONESIAN):
            used[code][stream.tokens[first:last][_of_language(languages, code)]] = True
    return used


def _of_language(languages: npt.NDArray[np.int8], code: int) -> slice | Flags:
    """Where tokens are of a language: mostly all of them, or none."""
    if languages[0] == languages[-1] == code and (languages == code).all():
        return slice(None)
    is_of_language: Flags = languages == code
    return is_of_language


def _numbers(
    words: Sequence[str], is_used: Flags, spelling: Callable[[str], str], forms: dict[str, int]
) -> Ints:
    """The form number of each word in one language; unused words keep 0."""
    numbers = np.zeros(len(words), np.int32)
    for index in np.flatnonzero(is_used).tolist():
        numbers[index] = forms.setdefault(spelling(words[index]), len(forms))
    return numbers
