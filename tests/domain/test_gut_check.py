"""Gut check: what is written down, in which order, and who may be asked."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshops import people, shortlisted, started_room
from workshop_tui.domain.gut_check import (
    AcceptStatement,
    AddStakeholder,
    ChangeStakeholder,
    GoOnWithFeelings,
    ProbeReaction,
    RecordFeeling,
    RecordReaction,
    SwapWord,
    nagging,
    statement,
    statement_versions,
)
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.progress import missing
from workshop_tui.room import Room


def checking(text: str = "We help you fix it.") -> Room:
    return started_room(
        *people(2), *shortlisted(text), ChooseStatement(draft="draft1", because="clear")
    )


def current(room: Room) -> str:
    return statement(room.session.scoring, room.session.gut_check)


def reason_of(room: Room, action: object) -> str:
    with pytest.raises(RefusedError) as refusal:
        room.do(action)  # type: ignore[arg-type]  # any action
    return refusal.value.reason.key


def test_a_writer_is_refused_as_a_stakeholder() -> None:
    room = checking()

    assert (
        reason_of(room, AddStakeholder(name="ana", kind="manager"))
        == "refused.writer_as_stakeholder"
    )


def test_there_is_nothing_to_react_to_before_a_statement_is_chosen() -> None:
    room = started_room(AddStakeholder(name="Tom", kind="executive"))

    reaction = RecordReaction(stakeholder="stakeholder1", words="Fine", code="faint")
    assert reason_of(room, reaction) == "refused.no_statement_yet"
    assert [lack.key for lack in missing(room.session, "gut_check")] == ["missing.statement"]


def test_one_word_taken_out_makes_the_next_version() -> None:
    room = checking()
    room.do(AddStakeholder(name="Tom", kind="manager"))
    room.do(RecordReaction(stakeholder="stakeholder1", words="It's fine. Sort of.", code="faint"))

    room.do(SwapWord(position=2, new="", cause="reaction1"))

    assert current(room) == "We help fix it."
    assert statement_versions(room.session.scoring, room.session.gut_check) == (
        "We help you fix it.",
        "We help fix it.",
    )


@pytest.mark.parametrize(
    ("position", "new", "result"),
    [
        (4, "everything", "We help you fix everything."),
        (4, "", "We help you fix."),
        (0, "", "Help you fix it."),
        (0, "together we", "Together we help you fix it."),
    ],
)
def test_a_swap_keeps_the_full_stop_and_the_capital_of_the_sentence(
    position: int, new: str, result: str
) -> None:
    room = checking()

    room.do(SwapWord(position=position, new=new))

    assert current(room) == result


def test_a_swap_that_changes_nothing_or_points_nowhere_is_refused() -> None:
    room = checking()

    assert reason_of(room, SwapWord(position=2, new="you")) == "refused.nothing_changed"
    assert reason_of(room, SwapWord(position=5, new="x")) == "refused.no_such_word"
    assert reason_of(checking("Help"), SwapWord(position=0)) == "refused.empty"


def test_a_group_may_accept_with_a_reason_until_the_statement_changes_again() -> None:
    room = checking()
    assert reason_of(room, AcceptStatement(because="")) == "refused.empty"
    room.do(AcceptStatement(because="the director is abroad until June"))
    assert missing(room.session, "gut_check") == ()

    room.do(SwapWord(position=2))
    assert missing(room.session, "gut_check") != ()


def test_whoever_wants_to_ask_while_something_nags_says_first_why() -> None:
    room = checking()
    room.do(AddStakeholder(name="Tom", kind="manager"))
    room.do(RecordFeeling(nags=True, word="you"))
    reaction = RecordReaction(stakeholder="stakeholder1", words="Fine", code="faint")
    assert reason_of(room, reaction) == "refused.feeling_nags"
    assert reason_of(room, AcceptStatement(because="done")) == "refused.feeling_nags"
    assert reason_of(room, GoOnWithFeelings(because=" ")) == "refused.empty"

    room.do(GoOnWithFeelings(because="do others stumble there too?"))
    room.do(reaction)

    assert room.session.gut_check.feelings[0].went_on_because == "do others stumble there too?"
    assert [feeling.word for feeling in nagging(room.session.gut_check)] == ["you"]
    assert reason_of(room, GoOnWithFeelings(because="again")) == "refused.nothing_nags"


def test_a_feeling_stops_nagging_when_its_owner_says_so() -> None:
    room = checking()
    room.do(RecordFeeling(nags=True, word="you"))
    room.do(RecordFeeling(nags=True, word="fix", person="person1"))

    room.do(RecordFeeling(nags=False))

    assert [feeling.word for feeling in nagging(room.session.gut_check)] == ["fix"]


def test_consent_to_be_named_can_be_given_and_taken_back() -> None:
    room = checking()
    room.do(AddStakeholder(name="Tom", kind="manager", function="Maintenance"))

    room.do(ChangeStakeholder(stakeholder="stakeholder1", may_be_named=True))
    (agreed,) = room.session.gut_check.stakeholders
    room.do(ChangeStakeholder(stakeholder="stakeholder1", may_be_named=False, name="Tom B."))
    (taken_back,) = room.session.gut_check.stakeholders

    assert (agreed.name, agreed.function, agreed.may_be_named) == ("Tom", "Maintenance", True)
    assert (taken_back.name, taken_back.may_be_named) == ("Tom B.", False)
    as_writer = ChangeStakeholder(stakeholder="stakeholder1", name="BUDI")
    assert reason_of(room, as_writer) == "refused.writer_as_stakeholder"


def test_a_rung_of_the_ladder_that_is_left_out_stays_as_it_was() -> None:
    room = checking()
    room.do(AddStakeholder(name="Tom", kind="manager"))
    room.do(
        RecordReaction(
            stakeholder="stakeholder1", words="Fine", code="faint", how="phone", where="the depot"
        )
    )

    room.do(ProbeReaction(reaction="reaction1", is_a_word=True, stumbled_over="you"))
    room.do(ProbeReaction(reaction="reaction1", instead="anyone", why="not my job"))

    (reaction,) = room.session.gut_check.reactions
    assert (reaction.is_a_word, reaction.stumbled_over) == (True, "you")
    assert (reaction.instead, reaction.why, reaction.code) == ("anyone", "not my job", "faint")
    assert (reaction.how, reaction.where) == ("phone", "the depot")


@given(
    st.sampled_from(["Ana", "Budi", "Zainal", "Tom"]),
    st.sampled_from([str.upper, str.lower, str.title, str.swapcase]),
    st.sampled_from(["", " ", "\t", "\u200b", "\n"]),
)
def test_nobody_on_the_roster_as_a_writer_is_ever_a_stakeholder(
    name: str, cased: Callable[[str], str], space: str
) -> None:
    room = checking()
    wanted = AddStakeholder(name=space + cased(name) + space, kind="executive")

    if name in {"Ana", "Budi"}:
        assert reason_of(room, wanted) == "refused.writer_as_stakeholder"
    else:
        room.do(wanted)

    on_list = {each.name.casefold() for each in room.session.gut_check.stakeholders}
    assert on_list.isdisjoint({"ana", "budi"})
