"""What msgspec finds wrong, in words and with a way to it."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from tests.store.said import said
from workshop_tui.domain.history import Entry
from workshop_tui.domain.session import Session
from workshop_tui.store.codec import from_plain
from workshop_tui.store.problems import all_problems, problem_of

ENTRY = {"seq": 1, "at": dt.datetime(2026, 11, 3, tzinfo=dt.UTC), "by": ""}


@pytest.mark.parametrize(
    ("plain", "key", "sentence"),
    [
        ([], "", "this must be a table of named values, not a list in [ ]."),
        ({}, "title", "title is missing here."),
        ({"title": "a", "x.y": 1}, "x.y", "there is no x.y here; it may be misspelt."),
        ({"title": 1.5}, "title", "this must be a text in quotes, not a number with decimals."),
        ({"title": "a", "setup": {"date": 1}}, "setup.date", "this must be a date such as"),
        ({"title": "a", "setup": {"sponsor": 1}}, "setup.sponsor", "must be a table of named"),
        ({"title": dt.time(1)}, "title", "this must be a text in quotes, not a time of day."),
        ({"title": True}, "title", "this must be a text in quotes, not true or false."),
    ],
)
def test_a_wrong_table_is_put_into_words(plain: Any, key: str, sentence: str) -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        from_plain(plain, Session)

    problem = problem_of(caught.value, Session)

    assert problem.key == key
    assert sentence in said(problem.what)


@pytest.mark.parametrize(
    ("action", "key", "sentence"),
    [
        ({"type": "Nothing"}, "action.type", "there is no action called Nothing."),
        ({}, "action.type", "type is missing here."),
        ({"type": "Undo"}, "action.entry", "entry is missing here."),
        ({"type": "RejectDraft", "draft": "draft1"}, "action.reason", "reason is missing here."),
        (
            {"type": "CheckAgreement", "draft": "", "values": [8]},
            "action.values[0]",
            "be 7 at most",
        ),
        ({"type": "SetMeeting", "date": "?"}, "action.date", "this must be a date such as"),
        ({"type": "AddNote", "kind": "x", "text": ""}, "action.kind", "x is not possible here."),
    ],
)
def test_a_wrong_action_is_put_into_words(action: Any, key: str, sentence: str) -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        from_plain({**ENTRY, "action": action}, Entry)

    problem = problem_of(caught.value, Entry)

    assert problem.key == key
    assert sentence in said(problem.what)


def test_what_nobody_foresaw_is_said_in_its_own_words() -> None:
    problem = problem_of(msgspec.ValidationError("Strange thing - at `$.a[3]`"), Session)

    assert problem.key == "a[3]"
    assert said(problem.what) == "this cannot be read (Strange thing)."


def test_all_problems_are_found_and_none_in_a_good_table() -> None:
    bad = {
        "title": 1,
        "setup": {"people": [{"id": "p", "name": "A"}, 3, {"name": 2}]},
        "zzz": 0,
    }

    assert [problem.key for problem in all_problems(bad, Session)] == [
        "zzz",
        "title",
        "setup.people[1]",
        "setup.people[2].id",
        "setup.people[2].name",
    ]
    assert all_problems({"title": "a"}, Session) == []
