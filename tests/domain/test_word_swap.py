"""Swapping a word in a sentence, and counting what that changed."""

from hypothesis import assume, given
from hypothesis import strategies as st

from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.word_swap import Swap, swapped, words_between

words = st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=6)


@given(words, st.data(), st.lists(st.text("xyz", min_size=1, max_size=3), max_size=4))
def test_a_swap_touches_one_word_and_counts_as_many_as_came(
    sentence: list[str], data: st.DataObject, new: list[str]
) -> None:
    place = data.draw(st.integers(0, len(sentence) - 1))
    assume(len(sentence) > 1 or new)
    text = " ".join(sentence)

    swap = swapped(text, place, " ".join(new))

    assert swap.text.split() == [*sentence[:place], *new, *sentence[place + 1 :]]
    assert words_between(text, swap.text) == max(1, len(new))


@given(words, words)
def test_two_wordings_differ_by_no_word_only_where_they_are_the_same(
    one: list[str], other: list[str]
) -> None:
    differing = words_between(" ".join(one), " ".join(other))

    assert (differing == 0) == (one == other)
    assert differing <= len(one) + len(other)


@given(st.text(), st.integers(0, 30), st.text())
def test_any_swap_gives_another_sentence_or_a_reason(text: str, place: int, new: str) -> None:
    result = swap_or_reason(text, place, new)

    if isinstance(result, Swap):
        assert result.text != " ".join(text.split())
    else:
        assert result in {"refused.no_such_word", "refused.empty", "refused.nothing_changed"}


def swap_or_reason(text: str, place: int, new: str) -> Swap | str:
    try:
        return swapped(text, place, new)
    except RefusedError as refused:
        return refused.reason.key
