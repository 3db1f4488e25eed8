"""E-mail and web addresses are no words of an answer, and whoever has one is not counted by it."""

import pytest

from workshop_tui.text.addresses import without_addresses
from workshop_tui.text.non_answers import says_nothing
from workshop_tui.text.reading import read_survey


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("mail budi.santoso@rs-sehat.co.id ya", "mail   ya"),
        ("see https://example.org/a?b=1, good", "see  , good"),
        ("our www.example.org. Fine", "our  . Fine"),
        ("WWW.EXAMPLE.ORG works", "  works"),
        ("hub. saya ana [at] example.org!", "hub. saya  !"),
        ("@budi helped, 5 @ 3", "@budi helped, 5 @ 3"),
        ("the lift of tokopedia.com", "the lift of tokopedia.com"),
    ],
)
def test_an_address_leaves_its_answer(written: str, left: str) -> None:
    assert without_addresses(written) == left


def test_the_parts_of_an_address_are_not_counted_as_words() -> None:
    answers = ["ask budi.lestari@example.org for the roster"] * 9 + ["the roster, www.example.org"]

    words = {word.word: word.people for word in read_survey(answers).words}

    assert words["roster"] == 10
    assert words.keys().isdisjoint({"budi", "lestari", "example", "org", "www"})


def test_an_answer_that_is_only_an_address_says_nothing() -> None:
    assert says_nothing("ana@example.org")
    assert not says_nothing("ana@example.org knows")
