"""One word of a sentence for another, or for none, and how much that changes. Knows no stage."""

import msgspec

from workshop_tui.domain.message import Message, refuse

FEW_WORDS = 2
"""A statement that changes by more words than this goes back to drafting (our default)."""
_SENTENCE_END = ".,;:!?"


class Swap(msgspec.Struct, frozen=True):
    """The sentence after a swap. removed: the old word without the sentence's punctuation."""

    text: str
    removed: str
    added: str


def swapped(text: str, position: int, new: str) -> Swap:
    """The sentence with the word at this place, counted from 0, replaced; "" takes it out.

    The full stop and the capital letter stay with the sentence. Raises RefusedError.
    """
    words = text.split()
    if position >= len(words):
        raise refuse("refused.no_such_word", position=position + 1)
    old = words[position]
    ending = old[len(old.rstrip(_SENTENCE_END)) :]
    rest = [*words[:position], *new.split(), *words[position + 1 :]]
    if not rest:
        raise refuse("refused.empty", what=Message.of("field.statement"))
    if position == len(words) - 1 and not rest[-1].endswith(ending):
        # The full stop belongs to the sentence, not to the word that leaves.
        rest[-1] += ending
    after = " ".join(rest)
    if words[0][:1].isupper():
        after = after[:1].upper() + after[1:]
    if after == " ".join(words):
        raise refuse("refused.nothing_changed")
    return Swap(after, old[: len(old) - len(ending)], new)


def words_between(old: str, new: str) -> int:
    """How many words differ between two wordings; one put in the place of another counts once."""
    old_words, new_words = old.split(), new.split()
    # The edit distance, a row per old word: a diff would count a word that moved twice.
    row = list(range(len(new_words) + 1))
    for place, word in enumerate(old_words, 1):
        above, row = row, [place]
        for column, other in enumerate(new_words, 1):
            row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (word != other)))
    return row[-1]
