"""Set-up: who is in the room, what rule decides, and what is still missing."""

import datetime as dt

import pytest

from tests.workshops import people, started_room
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.setup import (
    AddAgendaItem,
    AddExistingStatement,
    AddPerson,
    ChangeAgendaItem,
    ChangePerson,
    DropAgendaItem,
    JudgeExistingStatement,
    SetMeeting,
    SetPresence,
    SetRule,
    SetScope,
    SetSecrecy,
    SetSponsor,
    called,
    planned_minutes,
    present_writers,
)
from workshop_tui.progress import missing, notices

SCOPE = SetScope(kind="team", scope="Rebate team", headcount=260)
SPONSOR = SetSponsor(name="Maria", is_committed=True)
RULE = SetRule(kind="fist_to_five", threshold=3)


def keys(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [message.key for message in found]


def test_a_new_workshop_says_everything_that_set_up_lacks() -> None:
    room = started_room()

    assert keys(missing(room.session, "setup")) == [
        "missing.scope",
        "missing.sponsor",
        "missing.writers",
        "missing.rule",
    ]


def test_set_up_is_done_with_scope_sponsor_seven_writers_of_several_functions_and_a_rule() -> None:
    room = started_room(SCOPE, SPONSOR, RULE, *people(7))

    assert missing(room.session, "setup") == ()


def test_seven_writers_of_one_function_are_not_cross_functional() -> None:
    same = [AddPerson(name=name, function="Call centre") for name in "ABCDEFG"]
    room = started_room(SCOPE, SPONSOR, RULE, *same)

    assert keys(missing(room.session, "setup")) == ["missing.functions"]


def test_two_people_cannot_answer_to_the_same_name() -> None:
    room = started_room(AddPerson(name="Ana", key="an"))

    with pytest.raises(RefusedError) as refusal:
        room.do(AddPerson(name="AN"))

    assert refusal.value.reason.key == "refused.name_taken"


def test_a_person_is_called_by_key_by_name_or_by_its_first_letters() -> None:
    session = started_room(AddPerson(name="Ana", key="zz"), AddPerson(name="Anton")).session

    assert called(session.setup, "ana").id == "person1"
    assert called(session.setup, "ZZ").id == "person1"
    assert called(session.setup, "ant").id == "person2"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("an", "refused.several_called"),
        ("x", "refused.nobody_called"),
        ("", "refused.nobody_called"),
    ],
)
def test_a_name_that_could_be_several_or_nobody_is_refused(typed: str, key: str) -> None:
    session = started_room(AddPerson(name="Ana"), AddPerson(name="Anton")).session

    with pytest.raises(RefusedError) as refusal:
        called(session.setup, typed)

    assert refusal.value.reason.key == key


def test_somebody_who_left_stays_on_the_roster_and_writes_no_more() -> None:
    room = started_room(*people(3), SetPresence(person="person2", presence="left"))

    assert len(room.session.setup.people) == 3
    assert [writer.name for writer in present_writers(room.session.setup)] == ["Ana", "Citra"]


def test_changing_a_person_leaves_what_was_not_said() -> None:
    room = started_room(*people(1), ChangePerson(person="person1", role="observer"))

    (ana,) = room.session.setup.people
    assert (ana.name, ana.role, ana.function) == ("Ana", "observer", "Function Ana")


def test_an_existing_statement_is_kept_with_what_becomes_of_it() -> None:
    room = started_room(
        AddExistingStatement(text="Service first", source="poster"),
        JudgeExistingStatement(existing="existing1", decision="replace"),
    )

    (statement,) = room.session.setup.existing
    assert (statement.text, statement.decision) == ("Service first", "replace")


def test_the_agenda_can_be_lengthened_and_shortened() -> None:
    room = started_room(
        AddAgendaItem(title="Purpose", minutes=10),
        AddAgendaItem(title="Survey", minutes=15),
        ChangeAgendaItem(item="agenda2", minutes=20),
    )
    assert planned_minutes(room.session.setup) == 30

    room.do(DropAgendaItem(item="agenda1"))

    assert [item.title for item in room.session.setup.agenda] == ["Survey"]


def test_place_and_secrecy_are_kept_as_they_were_set() -> None:
    room = started_room(SetMeeting(place="Room 4"), SetSecrecy(ballots="named", authors="shown"))

    setup = room.session.setup
    assert (setup.place, setup.ballots, setup.authors) == ("Room 4", "named", "shown")


def test_a_sponsor_below_the_scope_without_commitment_and_a_missing_quorum_are_noticed() -> None:
    room = started_room(
        SetScope(kind="organisation", scope="All of us"),
        SetSponsor(name="Tom", level="manager"),
        SetRule(kind="fist_to_five", quorum=5),
        *people(4),
    )

    assert keys(notices(room.session, "setup")) == [
        "notice.sponsor_not_committed",
        "notice.sponsor_below_scope",
        "notice.no_quorum",
    ]


def test_headcount_and_date_can_be_taken_away_again() -> None:
    room = started_room(SCOPE, SetMeeting(place="Room 4", date=dt.date(2026, 11, 3)))

    room.do(SetScope(kind="team", scope="Rebate team"))
    room.do(SetMeeting(place="Room 4"))

    setup = room.session.setup
    assert (setup.scope, setup.headcount) == ("Rebate team", None)
    assert (setup.place, setup.date) == ("Room 4", None)
