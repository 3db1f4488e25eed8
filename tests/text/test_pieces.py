"""Numbers once each, and which of many keys are among a few: as plain Python has them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workshop_tui.text.survey.pieces import are_among, distinct, groups_of

numbers = st.lists(st.integers(min_value=-5, max_value=2**40))
keys = st.lists(st.integers(min_value=0, max_value=2**64 - 1) | st.integers(0, 3))


@given(numbers)
def test_each_number_is_kept_once_and_in_order(given_numbers: list[int]) -> None:
    assert distinct(np.array(given_numbers, np.int64)).tolist() == sorted(set(given_numbers))


@given(keys, keys.filter(bool))
def test_a_key_is_found_among_the_wanted_ones_where_it_is_one(
    given_keys: list[int], wanted: list[int]
) -> None:
    found = are_among(np.array(given_keys, np.uint64), np.array(wanted, np.uint64))

    assert found.tolist() == [key in wanted for key in given_keys]


@given(keys)
def test_equal_keys_are_one_group_that_begins_with_the_first_of_them(
    given_keys: list[int],
) -> None:
    group, first = groups_of(np.array(given_keys, np.uint64))

    assert [given_keys[place] for place in first[group].tolist()] == given_keys
    assert {given_keys.index(given_keys[place]) for place in first.tolist()} == set(first.tolist())
    assert len(first) == len(set(given_keys))
