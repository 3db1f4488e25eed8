"""Gut check: who may be asked, down to which word, and who is to be asked again."""

import pytest

from tests.workshops import people, shortlisted, started_room
from workshop_tui.domain.gut_check import (
    AcceptStatement,
    AddStakeholder,
    ProbeReaction,
    RecordFeeling,
    RecordReaction,
    SwapWord,
    statement,
    statement_versions,
    stumbles,
    to_recheck,
    words_changed,
)
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.progress import missing, notices
from workshop_tui.domain.scoring import ChooseStatement
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


def test_those_who_stumbled_are_asked_again_after_the_change_and_not_before() -> None:
    room = checking()
    for number, code in ((1, "faint"), (2, "strong")):
        room.do(AddStakeholder(name=f"Guest {number}", kind="frontline"))
        room.do(
            RecordReaction(stakeholder=f"stakeholder{number}", words="Well", code=code)  # type: ignore[arg-type]
        )
    assert to_recheck(room.session.gut_check) == ()

    room.do(SwapWord(position=2, cause="reaction1"))
    assert [person.name for person in to_recheck(room.session.gut_check)] == ["Guest 1"]

    room.do(RecordReaction(stakeholder="stakeholder1", words="Yes!", code="strong"))
    assert to_recheck(room.session.gut_check) == ()


def test_stumbles_count_people_and_not_remarks() -> None:
    room = checking()
    room.do(AddStakeholder(name="Tom", kind="manager"))
    for _ in range(2):
        room.do(RecordReaction(stakeholder="stakeholder1", words="Hm", code="hesitant"))
    room.do(ProbeReaction(reaction="reaction1", stumbled_over="You,"))
    room.do(ProbeReaction(reaction="reaction2", stumbled_over="you"))

    assert stumbles(room.session.gut_check) == {"you": 1}


def test_faint_praise_that_nobody_probed_is_noticed() -> None:
    room = checking()
    room.do(AddStakeholder(name="Tom", kind="manager"))
    room.do(RecordReaction(stakeholder="stakeholder1", words="It's fine", code="faint"))
    assert [notice.key for notice in notices(room.session, "gut_check")] == [
        "notice.faint_not_probed"
    ]

    room.do(ProbeReaction(reaction="reaction1", stumbled_over="you", why="their job, not ours"))
    assert notices(room.session, "gut_check") == ()


def test_a_change_without_a_remark_and_a_change_of_many_words_are_noticed() -> None:
    room = checking()
    room.do(SwapWord(position=2, new="our dear customers"))

    assert words_changed(room.session.gut_check) == 3
    assert [notice.key for notice in notices(room.session, "gut_check")] == [
        "notice.many_words_changed",
        "notice.change_without_remark",
    ]


def test_the_check_is_done_when_every_class_answered_strongly() -> None:
    room = checking()
    lacks = [lack.key for lack in missing(room.session, "gut_check")]
    assert lacks == ["missing.own_feeling", "missing.class", "missing.class", "missing.class"]

    room.do(RecordFeeling(nags=False))
    for number, kind in enumerate(("executive", "manager", "frontline"), start=1):
        room.do(AddStakeholder(name=f"Guest {number}", kind=kind))  # type: ignore[arg-type]
        room.do(RecordReaction(stakeholder=f"stakeholder{number}", words="Love it", code="strong"))

    assert missing(room.session, "gut_check") == ()


def test_a_group_may_accept_with_a_reason_until_the_statement_changes_again() -> None:
    room = checking()
    assert reason_of(room, AcceptStatement(because="")) == "refused.empty"
    room.do(AcceptStatement(because="the director is abroad until June"))
    assert missing(room.session, "gut_check") == ()

    room.do(SwapWord(position=2))
    assert missing(room.session, "gut_check") != ()


def test_a_nagging_feeling_is_carried_until_a_word_changes() -> None:
    room = checking()
    room.do(RecordFeeling(nags=True, word="you", text="sounds like their job"))
    assert [notice.key for notice in notices(room.session, "gut_check")] == ["notice.feeling_nags"]
