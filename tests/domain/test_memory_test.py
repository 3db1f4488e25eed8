"""The memory test: how many of its words people say back, and which are lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshops import started_room
from workshop_tui.domain.drafting import AddDraft, EditDraft
from workshop_tui.domain.memory_test import (
    MemoryTest,
    RecordMemory,
    StartMemoryTest,
    last_result,
    recalled,
    result,
    without_own_words,
)
from workshop_tui.domain.message import RefusedError

TEXT = "We make it easy to join the movement."


@pytest.mark.parametrize(
    ("said", "lost"),
    [
        (TEXT, ()),
        ("WE MAKE IT EASY, to join: the movement", ()),
        ("easy join movement", ("We", "make", "it", "to", "the")),
        ("the the the", ("We", "make", "it", "easy", "to", "join", "movement")),
        ("[bold]?", ("We", "make", "it", "easy", "to", "join", "the", "movement")),
    ],
    ids=("all", "other marks", "some", "one word again and again", "none"),
)
def test_words_count_whatever_their_order_capitals_and_marks(
    said: str, lost: tuple[str, ...]
) -> None:
    found = recalled(TEXT, said)

    assert found.lost == lost
    assert found.share == 1 - len(lost) / 8


def test_a_test_keeps_the_wording_that_was_shown_and_tells_the_words_lost_most() -> None:
    room = started_room(
        AddDraft(text="Easy to join"),
        StartMemoryTest(draft="draft1"),
        RecordMemory(test="memory1", said="easy to"),
        RecordMemory(test="memory1", said="to"),
        EditDraft(draft="draft1", text="Easy to leave"),
        StartMemoryTest(draft="draft1"),
    )

    tests = room.session.drafting.memory_tests
    found = last_result(tests, "draft1")
    assert found is not None
    test, told = found
    assert (test.text, test.version) == ("Easy to join", 1)
    assert (told.people, round(told.share, 2)) == (2, 0.5)
    assert told.lost == (("join", 2), ("Easy", 1))
    assert result(tests[1]) is None


def test_who_said_it_first_cannot_be_told_and_silence_is_not_recorded() -> None:
    room = started_room(
        AddDraft(text="Easy to join"),
        StartMemoryTest(draft="draft1"),
        RecordMemory(test="memory1", said="to join"),
        RecordMemory(test="memory1", said="easy"),
    )

    assert room.session.drafting.memory_tests[0].said == ("easy", "to join")
    with pytest.raises(RefusedError) as refusal:
        room.do(RecordMemory(test="memory1", said=" "))
    assert refusal.value.reason.key == "refused.empty"


@given(st.text(), st.text())
def test_any_text_is_recalled_in_part_and_wholly_by_itself(text: str, said: str) -> None:
    found = recalled(text, said)

    assert 0 <= found.share <= 1
    assert len(found.lost) <= len(text.split())
    assert recalled(text, text).lost == ()


@given(st.text(), st.lists(st.text(), max_size=3))
def test_without_anybodys_own_words_a_test_shows_the_same(text: str, said: list[str]) -> None:
    test = MemoryTest(id="memory1", draft="draft1", version=1, text=text, said=tuple(said))

    kept = without_own_words(test)

    assert result(kept) == result(test)
    words = {word for lost in recalled(test.text, "").lost for word in lost.split()}
    assert {word for each in kept.said for word in each.split()} <= words


def test_a_text_without_words_is_no_trap() -> None:
    assert recalled("… —", "x").share == 1.0
    assert result(MemoryTest(id="memory1", draft="draft1", version=1, text="…", said=("x",)))
