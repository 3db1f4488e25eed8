"""Two wordings of a statement, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_tui.domain.word_diff import Change, word_diff

statements = st.lists(st.sampled_from(["we", "help", "you", "fix", "it", "it."])).map(" ".join)


def words(changes: tuple[Change, ...], *kinds: str) -> list[str]:
    return [word for each in changes if each.kind in kinds for word in each.words.split()]


def test_a_word_that_was_taken_out_is_told_from_those_that_stayed() -> None:
    changes = word_diff("We help you fix it.", "We help fix it.")

    assert changes == (
        Change("kept", "We help"),
        Change("removed", "you"),
        Change("kept", "fix it."),
    )


def test_the_word_that_went_stands_before_the_one_that_came() -> None:
    changes = word_diff("Fast help for all.", "Calm help for all.")

    assert changes[:2] == (Change("removed", "Fast"), Change("added", "Calm"))


def test_a_word_that_only_changed_its_place_is_told_as_moved() -> None:
    changes = word_diff("Now, we make it easy", "we make it easy now.")

    assert changes == (
        Change("moved_away", "Now,"),
        Change("kept", "we make it easy"),
        Change("moved_here", "now."),
    )


def test_a_word_with_another_punctuation_in_its_place_has_not_moved() -> None:
    assert word_diff("We help.", "We help, and go") == (
        Change("kept", "We"),
        Change("removed", "help."),
        Change("added", "help, and go"),
    )


def test_the_same_statement_has_nothing_removed_or_added() -> None:
    assert word_diff("We help.", "We help.") == (Change("kept", "We help."),)
    assert word_diff("", " ") == ()


@given(statements | st.text(), statements | st.text())
def test_both_statements_can_be_read_back_from_the_changes(old: str, new: str) -> None:
    changes = word_diff(old, new)

    assert words(changes, "kept", "removed", "moved_away") == old.split()
    assert words(changes, "kept", "added", "moved_here") == new.split()


@given(statements | st.text(), statements | st.text())
def test_whatever_moved_away_has_moved_here(old: str, new: str) -> None:
    changes = word_diff(old, new)

    assert len(words(changes, "moved_away")) == len(words(changes, "moved_here"))
