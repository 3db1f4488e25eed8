"""Any value of the domain: made from its type hints, with any text in it."""

import datetime as dt
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from workshop_tui.domain.hidden_box import HiddenBox
from workshop_tui.domain.history import Entry, JournalAction
from workshop_tui.domain.session import Session

TEXTS = st.text(max_size=40)
TIMES = st.datetimes(
    min_value=dt.datetime(2000, 1, 1),  # noqa: DTZ001 - Hypothesis wants bounds without a zone
    timezones=st.just(dt.UTC),
)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values that the hint allows; texts are any texts, cleaned by the value itself."""
    origin = get_origin(hint)
    if origin is Annotated:
        return _limited(hint)
    if origin in (Union, UnionType):
        return st.one_of([values_of(part) for part in get_args(hint)])
    if origin is tuple:
        return st.lists(values_of(get_args(hint)[0]), max_size=3).map(tuple)
    if origin is Literal:
        return st.sampled_from(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        hints = get_type_hints(hint, include_extras=True)
        fields = {name: values_of(hints[name]) for name in hint.__struct_fields__}
        return st.builds(hint, **fields)
    return _PLAIN[hint]


def _limited(hint: Any) -> st.SearchStrategy[Any]:
    kind, *metas = get_args(hint)
    limits = next((meta for meta in metas if isinstance(meta, msgspec.Meta)), msgspec.Meta())
    if kind is int:
        least, most = limits.ge, limits.le
        assert isinstance(least, int)
        assert isinstance(most, int)
        return st.integers(least, most)
    return values_of(kind)


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-(2**40), 2**40),
    bool: st.booleans(),
    float: st.floats(allow_nan=False),
    dt.date: st.dates(),
    dt.datetime: TIMES,
    type(None): st.none(),
}

SESSIONS = values_of(Session)
BOXES = values_of(HiddenBox)
ACTIONS = st.one_of([values_of(action) for action in get_args(JournalAction)])
ENTRIES = st.builds(Entry, seq=st.integers(1, 10**6), at=TIMES, by=TEXTS, action=ACTIONS)
