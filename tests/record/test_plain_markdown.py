"""The source of a record stays legible: a mark that can begin nothing has no backslash."""

import pytest
from hypothesis import given

from tests.record.hostile import hostile_text
from workshop_tui.record.plain_markdown import plain_markdown


@pytest.mark.parametrize(
    "words",
    [
        "Make it easy to join the clean-vehicle movement.",
        "It's fine. Sort of.",
        "Answer within 60 seconds; decide within 45 days.",
        'Half my calls start with "finally, a human".',
        "I'd say: 82% of us, and/or nobody!",
        "Why? Because it is ours.",
        "Absolutely.",
    ],
)
def test_a_plain_sentence_stays_as_it_was_written(words: str) -> None:
    assert plain_markdown(words) == words


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("1. easy", r"1\. easy"),
        ("I. think so", r"I\. think so"),
        ("iv. think so", r"iv\. think so"),
        ("!!! note", r"\!!! note"),
        ("% comment", r"\% comment"),
        (": definition", r"\: definition"),
        ("- item", r"\- item"),
        ("x :smile: y", r"x \:smile: y"),
        ("www.example.com", r"www\.example\.com"),
        ("ana@example.org", r"ana\@example\.org"),
        ("http://example.org/a", r"http\:\/\/example\.org/a"),
        ("a|b *c* [d](e) <f> `g`", r"a\|b \*c\* \[d\]\(e\) \<f\> \`g\`"),
        ("--- x", r"\-\-\- x"),
    ],
)
def test_a_mark_that_may_begin_something_goes_behind_a_backslash(words: str, written: str) -> None:
    assert plain_markdown(words) == written


@given(hostile_text)
def test_nothing_but_backslashes_is_added(words: str) -> None:
    written = plain_markdown(words)

    assert written.replace("\\", "") == words.replace("\\", "")
