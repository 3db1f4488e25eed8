"""What every value of a workshop promises: clean from the start, whole on its way to a file."""

import datetime as dt
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.rounds import Scores
from workshop_tui.domain.setup import AddPerson, Person
from workshop_tui.domain.sustain import Goal
from workshop_tui.domain.values import add, changed, find, put, revised


def person(name: str, person_id: str = "person1") -> Person:
    return Person(id=person_id, name=name)


def test_a_value_is_cleaned_when_it_is_made() -> None:
    assert AddPerson(name="Sri\x1b[31m\n Rahayu").name == "Sri[31m Rahayu"


def test_a_value_is_cleaned_when_it_is_read_from_a_file() -> None:
    action = msgspec.convert({"type": "AddDraft", "text": "We\x07 help\nyou"}, AddDraft)

    assert action.text == "We help you"


@given(st.text(), st.text())
def test_any_text_survives_the_way_to_plain_content_and_back(name: str, function: str) -> None:
    action = AddPerson(name=name, function=function)

    assert msgspec.convert(msgspec.to_builtins(action), AddPerson) == action


@pytest.mark.parametrize("score", [0, 6, "4", 3.5])
def test_a_score_outside_one_to_five_is_not_read(score: Any) -> None:
    with pytest.raises(msgspec.ValidationError, match="simple"):
        msgspec.convert({"simple": score, "customer": 3, "now": 3, "aspire": 3}, Scores)


def test_an_unknown_field_is_named_with_its_path() -> None:
    with pytest.raises(msgspec.ValidationError, match="nmae"):
        msgspec.convert({"id": "person1", "nmae": "Ana"}, Person)


def test_a_number_is_what_stands_behind_the_word_of_an_id() -> None:
    assert person("Ana", "person12").number == 12
    assert person("Ana", "by hand").number == 0


def test_values_are_found_by_id_and_an_unknown_id_is_refused() -> None:
    ana, budi = person("Ana"), person("Budi", "person2")

    assert find((ana, budi), "person2") is budi
    with pytest.raises(RefusedError) as refusal:
        find((ana,), "person9")
    assert refusal.value.reason.key == "refused.unknown_id"


def test_an_id_can_be_taken_once_only() -> None:
    with pytest.raises(RefusedError) as refusal:
        add((person("Ana"),), person("Budi"))
    assert refusal.value.reason.key == "refused.id_taken"


def test_putting_a_changed_value_keeps_its_place() -> None:
    three = (person("Ana"), person("Budi", "person2"), person("Citra", "person3"))

    after = put(three, changed(three[1], name="Bu Dewi"))

    assert [each.name for each in after] == ["Ana", "Bu Dewi", "Citra"]


def test_changing_a_field_to_nothing_empties_it_and_revising_leaves_it_alone() -> None:
    goal = Goal(id="goal1", horizon="short", text="Call back", due=dt.date(2026, 12, 1))

    assert changed(goal, due=None).due is None
    assert revised(goal, due=None, text="Call back the same day") == changed(
        goal, text="Call back the same day"
    )
