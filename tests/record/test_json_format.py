"""The session as JSON: complete but for what is private, and readable without this program."""

import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.record.story import EVIDENCE, STARTED, WHOLE, after, whole_workshop
from workshop_tui.domain.values import STAGES
from workshop_tui.record import json_format
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.json_format import FORMAT, VERSION, JsonRecord, render, schema
from workshop_tui.record.privacy import ShareableSession, shareable


def read(text: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(text)
    return content


def test_it_says_what_it_is_and_where_the_decision_stands() -> None:
    record = read(render(whole_workshop(), EVIDENCE))

    assert (record["format"], record["version"]) == (FORMAT, VERSION)
    assert record["status"] == "adopted"
    assert record["statement"] == "We make it easy to join the clean vehicle movement."
    assert record["open_points"]["scoring"] == ["verdicts"]
    assert record["left_out"]["sensitive_obstacles"] == 1
    assert record["evidence"]["words"][0] == {"word": "customer", "people": 141, "is_generic": True}


@pytest.mark.parametrize("length", range(1, len(WHOLE) + 1, 7))
def test_what_may_be_shared_is_read_back_as_it_was(length: int) -> None:
    session = after(WHOLE[:length])

    content = read(render(session, Evidence()))["session"]

    assert msgspec.convert(content, ShareableSession) == shareable(session)


@pytest.mark.parametrize("length", range(1, len(WHOLE) + 1, 7))
def test_the_object_is_what_its_schema_says(length: int) -> None:
    text = render(after(WHOLE[:length]), EVIDENCE)

    record = msgspec.json.decode(text, type=JsonRecord)

    assert record.session == shareable(after(WHOLE[:length]))
    assert record.evidence == EVIDENCE


def test_the_schema_that_ships_is_that_of_this_version() -> None:
    shipped = Path(json_format.__file__).with_name("record.schema.json")

    if os.environ.get("UPDATE_GOLDEN"):
        shipped.write_text(schema(), encoding="utf-8")
    assert shipped.read_text(encoding="utf-8") == schema(), "Write it with UPDATE_GOLDEN=1."


def test_a_key_is_never_absent() -> None:
    blank = read(render(after(STARTED), Evidence()))

    assert blank["session"]["setup"]["date"] is None
    assert blank["session"]["drafting"] == {
        "drafts": [],
        "notes": [],
        "votes": [],
        "runs": [],
        "smithed": [],
        "memory_tests": [],
        "absences": [],
        "is_reading_silent": False,
    }
    assert set(blank["open_points"]) == set(STAGES)
    assert blank["statement"] == ""
