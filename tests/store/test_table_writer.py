"""A table made in pieces: the same bytes as the whole, however much of it was kept."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.strategies import values_of
from workshop_tui.domain.drafting import Draft, Drafting, DraftVersion
from workshop_tui.domain.session import Session
from workshop_tui.domain.survey import Merge, Survey
from workshop_tui.domain.values import STAGES, Value, changed
from workshop_tui.store.codec import dumps, to_plain
from workshop_tui.store.table_writer import TableWriter

STAGE_KINDS = [type(getattr(Session(title="x"), stage)) for stage in STAGES]
PAIRS = st.one_of([st.tuples(values_of(kind), values_of(kind)) for kind in STAGE_KINDS])


def with_lists_of(value: Value, former: Value) -> Value:
    """The value, with what the former one lists before what it lists itself."""
    both: dict[str, Any] = {
        field: (*getattr(former, field), *listed)
        for field in value.__struct_fields__
        if isinstance(listed := getattr(value, field), tuple)
    }
    return changed(value, **both)


@given(PAIRS)
@settings(max_examples=60, deadline=None)
def test_what_was_kept_and_what_is_new_read_as_if_the_whole_had_been_made(
    pair: tuple[Value, Value],
) -> None:
    before, after = pair
    mixed = with_lists_of(after, before)
    writer = TableWriter("stage")
    writer.write(before)

    written = writer.write(mixed)

    assert written.plain == to_plain(mixed)
    assert written.text == (dumps({"stage": written.plain}) if written.plain else b"")


def drafts(*texts: str) -> Drafting:
    return Drafting(
        drafts=tuple(
            Draft(id=f"draft{number}", versions=(DraftVersion(text=text),))
            for number, text in enumerate(texts, 1)
        )
    )


@pytest.mark.parametrize(
    "value",
    [
        Survey(question="Why?", merges=(Merge(word="a", into="b"), Merge(word="c", into="d"))),
        Survey(merges=(Merge(word="a", into="b"), Merge(word="c" * 90, into="d"))),
        drafts("[[stage]]", '"""', "x" * 120),
    ],
    ids=["a line each", "a table each", "tables in tables"],
)
def test_a_list_has_the_form_that_its_longest_value_needs(value: Value) -> None:
    writer = TableWriter("stage")

    assert writer.write(value).text == dumps({"stage": to_plain(value)})


def test_a_short_value_gets_a_table_when_a_long_one_joins_it() -> None:
    short, long = Merge(word="a", into="b"), Merge(word="c" * 90, into="d")
    writer = TableWriter("survey")
    lines = writer.write(Survey(merges=(short,))).text

    tables = writer.write(Survey(merges=(short, long))).text
    again = writer.write(Survey(merges=(short,))).text

    assert lines == again == b'[survey]\nmerges = [\n    { word = "a", into = "b" },\n]\n'
    assert tables.startswith(b'[[survey.merges]]\nword = "a"\ninto = "b"\n\n[[survey.merges]]\n')
