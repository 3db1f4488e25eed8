"""Line and column of a value in a TOML text, and of what is no TOML."""

import pytest
import tomli
from hypothesis import given, settings

from tests.store.strategies import SESSIONS
from workshop_tui.domain.session import Session
from workshop_tui.store.codec import dumps, to_plain
from workshop_tui.store.positions import Place, place_of, place_of_byte, place_of_syntax_error
from workshop_tui.store.problems import Steps

TEXT = """\
schema_version = 1
title = "Clean cars"

[setup]
scope = "Team"
people = [
    { id = "person1", name = "Ana" },
    # the second one
    { id = "person2", name = "Budi", level = "boss" },
]
agenda = []

[[drafting.drafts]]
id = "draft1"
versions = [
    { text = "one" },
    { text = "two", reason = "[[drafting.drafts]]" },
]

[[drafting.drafts]]
id = "draft2"
status = "open"

[[drafting.drafts.versions]]
text = '''
several
lines
'''

[sustain]
roll_out.what_it_is = "dotted"
goals = [{ id = "goal1", reach = [1, 2, 9] }]
"""


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        ((), Place(1, 1)),
        (("title",), Place(2, 1)),
        (("setup",), Place(4, 2)),
        (("setup", "scope"), Place(5, 1)),
        (("setup", "people"), Place(6, 1)),
        (("setup", "people", 0, "name"), Place(7, 23)),
        (("setup", "people", 1, "level"), Place(9, 38)),
        (("drafting", "drafts", 0, "id"), Place(14, 1)),
        (("drafting", "drafts", 0, "versions", 1, "reason"), Place(17, 21)),
        (("drafting", "drafts", 1, "status"), Place(22, 1)),
        (("drafting", "drafts", 1, "versions", 0), Place(24, 19)),
        (("drafting", "drafts", 1, "versions", 0, "text"), Place(25, 1)),
        (("sustain", "roll_out", "what_it_is"), Place(31, 10)),
        (("sustain", "goals", 0, "reach", 2), Place(32, 26)),
    ],
)
def test_a_value_is_found_with_its_line_and_column(steps: Steps, place: Place) -> None:
    assert place_of(TEXT, steps) == place


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        (("drafting", "drafts", 0, "status"), Place(13, 12)),
        (("titel",), Place(1, 1)),
        (("setup", "people", 0, "level"), Place(7, 5)),
    ],
)
def test_what_is_missing_is_sought_in_its_table(steps: Steps, place: Place) -> None:
    assert place_of(TEXT, steps) == place


def test_lines_that_end_as_on_windows_change_no_place() -> None:
    windows = TEXT.replace("\n", "\r\n")

    assert place_of(windows, ("drafting", "drafts", 1, "status")) == Place(22, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = 1\nb = \n", Place(2, 5)),
        ("a = 1\na = 2\n", Place(2, 6)),
        ('a = "open', Place(1, 10)),
        ("[a", Place(1, 3)),
    ],
)
def test_a_syntax_error_is_found(text: str, place: Place) -> None:
    with pytest.raises(tomli.TOMLDecodeError) as caught:
        tomli.loads(text)

    assert place_of_syntax_error(caught.value) == place


def test_a_byte_that_is_no_text_is_found() -> None:
    assert place_of_byte("a = 1\né = ".encode() + b"\xff", 11) == Place(2, 5)


def every_way(content: object, steps: Steps = ()) -> list[Steps]:
    if isinstance(content, dict):
        return [steps] + [w for key in content for w in every_way(content[key], (*steps, key))]
    if isinstance(content, list):
        inner = [w for i, each in enumerate(content) for w in every_way(each, (*steps, i))]
        return [steps, *inner]
    return [steps]


@given(SESSIONS)
@settings(max_examples=8, deadline=None)
def test_every_value_of_any_session_is_found_in_a_line_of_its_text(session: Session) -> None:
    text = dumps(to_plain(session)).decode()
    lines = text.split("\n")

    for steps in every_way(tomli.loads(text))[1:30]:
        place = place_of(text, steps)
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
