"""The word cloud of the record: no word lies over another, and generic ones are marked."""

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.hostile import PIECES, flat
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.record import svg
from workshop_tui.record.blocks import Picture, words_of
from workshop_tui.record.evidence import WordPeople
from workshop_tui.record.word_cloud import word_cloud
from workshop_tui.record.wording import Wording, shortened
from workshop_tui.text.survey.cloud import LONGEST

SVG = "{http://www.w3.org/2000/svg}"
WORDS = (
    WordPeople("customer", 83, is_generic=True),
    WordPeople("easy", 43),
    WordPeople("fast", 42, is_generic=True),
    *(WordPeople(f"{letter}{other}low", 20 - at) for at, letter in enumerate("bcdfghklm")
      for other in "aeiou"),
)  # fmt: skip
hostile_words = st.lists(
    st.tuples(st.lists(st.sampled_from(PIECES), max_size=4).map("".join), st.integers(0, 90)),
    min_size=1, max_size=12,
).map(lambda said: tuple(WordPeople(word, people) for word, people in said))  # fmt: skip


def picture(words: tuple[WordPeople, ...] = WORDS, language: Language = "en") -> Picture:
    (drawn,) = word_cloud(words, Wording(language))
    return drawn


def texts(drawn: Picture) -> list[ET.Element]:
    return ET.fromstring(svg.file(drawn)).findall(f"{SVG}text")


def written(drawn: Picture) -> list[str]:
    """The words, without their signs."""
    return [text for each in texts(drawn) if (text := "".join(each.itertext())) != "░"]


def box(text: ET.Element) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of small letters, roughly; the width is exact."""
    middle, baseline = float(text.attrib["x"]), float(text.attrib["y"])
    half, size = float(text.attrib["textLength"]) / 2, float(text.attrib["font-size"])
    return middle - half, baseline - 0.75 * size, middle + half, baseline + 0.2 * size


def test_every_word_is_drawn_once_and_the_biggest_is_the_biggest() -> None:
    drawn = picture()
    sizes = {"".join(each.itertext()): float(each.attrib["font-size"]) for each in texts(drawn)}

    assert sorted(written(drawn)) == sorted(word.word for word in WORDS)
    assert max(sizes, key=lambda word: sizes[word]) == "customer"
    assert sizes["easy"] == sizes["fast"]


def test_generic_words_carry_the_sign_of_the_list_and_another_ink() -> None:
    drawn = texts(picture())

    inks = {"".join(each.itertext()): each.attrib["class"] for each in drawn}

    assert [each.text for each in drawn].count("░") == 2
    assert inks["customer"] == "generic"
    assert inks["easy"] == "ink"


def test_no_word_lies_over_another_in_whatever_font() -> None:
    boxes = [box(each) for each in texts(picture()) if each.text != "░"]

    over = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]

    assert over == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_says_in_words_which_are_the_biggest(language: Language) -> None:
    told = words_of(picture(language=language).alternative)

    assert "“customer” (83" in told
    assert told.index("customer") < told.index("easy")


def test_the_same_words_give_the_same_bytes() -> None:
    assert svg.file(picture()) == svg.file(picture())


def test_without_words_there_is_no_picture() -> None:
    assert word_cloud((), Wording("en")) == ()


@settings(max_examples=60)
@given(hostile_words)
def test_hostile_words_are_drawn_as_words(words: tuple[WordPeople, ...]) -> None:
    root = ET.fromstring(svg.file(picture(words)))

    tags = {element.tag.removeprefix(SVG) for element in root.iter()}

    assert tags <= {"svg", "title", "desc", "style", "rect", "text"}
    assert {*written(picture(words))} <= {flat(shortened(word.word, LONGEST)) for word in words}
