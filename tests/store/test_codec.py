"""Values to TOML and back: the same value, whatever people typed."""

import tomllib
from collections.abc import Iterator
from types import NoneType
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.strategies import ACTIONS, BOXES, SESSIONS, TEXTS
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.hidden_box import HiddenBox
from workshop_tui.domain.history import Entry, JournalAction
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import Value
from workshop_tui.store.codec import dumps, from_plain, to_plain


def there_and_back(value: Value) -> Value:
    return from_plain(tomllib.loads(dumps(to_plain(value)).decode()), type(value))


@given(SESSIONS)
@settings(max_examples=60, deadline=None)
def test_any_session_comes_back_from_toml_as_it_was(session: Session) -> None:
    assert there_and_back(session) == session


@given(ACTIONS)
@settings(max_examples=150, deadline=None)
def test_any_action_comes_back_from_toml_as_it_was(action: Value) -> None:
    assert there_and_back(action) == action


@given(BOXES)
@settings(max_examples=40, deadline=None)
def test_any_ballots_come_back_from_toml_as_they_were(box: HiddenBox) -> None:
    assert there_and_back(box) == box


@given(st.one_of(TEXTS, st.text(alphabet="\r\n\t\"'\\#=[]{}<>\x00\x1b\u2028\ud800é日🚗")))
@settings(max_examples=500, deadline=None)
def test_any_text_comes_back_from_toml_as_it_was_kept(text: str) -> None:
    action = AddDraft(text=text, id=text, author=text)

    assert there_and_back(action) == action


def kinds_in(hint: Any, seen: set[type[msgspec.Struct]]) -> Iterator[type[msgspec.Struct]]:
    for part in get_args(hint):
        yield from kinds_in(part, seen)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct) and hint not in seen:
        seen.add(hint)
        yield hint
        for inner in get_type_hints(hint).values():
            yield from kinds_in(inner, seen)


KINDS = sorted(
    {kind for root in (Session, Entry, HiddenBox, JournalAction) for kind in kinds_in(root, set())},
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_may_be_none_is_none_by_default_so_that_it_is_never_written(
    kind: type[msgspec.Struct],
) -> None:
    hints = get_type_hints(kind)
    fields = msgspec.structs.fields(kind)

    wrong = [
        field.name
        for field in fields
        if NoneType in get_args(hints[field.name]) and field.default is not None
    ]

    assert wrong == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_part_with_nothing_but_defaults_is_its_parents_default_so_that_it_may_be_left_out(
    kind: type[msgspec.Struct],
) -> None:
    hints = get_type_hints(kind)
    parts = [
        field
        for field in msgspec.structs.fields(kind)
        if isinstance(hints[field.name], type) and issubclass(hints[field.name], msgspec.Struct)
    ]

    wrong = [
        part.name
        for part in parts
        if not any(each.required for each in msgspec.structs.fields(hints[part.name]))
        and part.default != hints[part.name]()
    ]

    assert wrong == []
