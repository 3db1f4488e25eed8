"""Where the gut check stands: coverage, rounds, re-checks, and what faint praise means."""

from collections.abc import Sequence
from contextlib import suppress
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshops import people, shortlisted, started_room
from workshop_tui.domain.drafting import EditDraft
from workshop_tui.domain.gut_check import (
    STAKEHOLDER_CLASSES,
    AcceptStatement,
    AddStakeholder,
    GutCheckAction,
    ProbeReaction,
    ReactionCode,
    RecordFeeling,
    RecordReaction,
    SetCulture,
    SwapWord,
    statement,
    statement_version,
    statement_versions,
)
from workshop_tui.domain.gut_check_standing import (
    classes_asked,
    concern,
    last_reactions,
    rounds,
    silent,
    stumbles,
    to_recheck,
    words_changed,
)
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.domain.setup import AddPerson
from workshop_tui.progress import missing, notices
from workshop_tui.room import Room

PEOPLE = 5
steps = st.lists(
    st.one_of(
        st.builds(
            RecordReaction,
            stakeholder=st.integers(1, PEOPLE).map("stakeholder{}".format),
            words=st.just("Hm."),
            code=st.sampled_from(get_args(ReactionCode)),
        ),
        st.builds(SwapWord, position=st.integers(0, 4), new=st.sampled_from(["all", "us", "now"])),
    ),
    max_size=12,
)
classes = st.lists(st.sampled_from(STAKEHOLDER_CLASSES), min_size=PEOPLE, max_size=PEOPLE)


def checking(*actions: GutCheckAction) -> Room:
    text = "We help you fix it."
    return started_room(
        *people(2), *shortlisted(text), ChooseStatement(draft="draft1", because="clear"), *actions
    )


def played(kinds: Sequence[str], actions: Sequence[GutCheckAction]) -> Room:
    """Five people on the list, and whatever of these actions can be done."""
    room = checking(
        *(AddStakeholder(name=f"Guest {n}", kind=kind) for n, kind in enumerate(kinds))  # type: ignore[arg-type]
    )
    for action in actions:
        with suppress(RefusedError):  # a word for itself
            room.do(action)
    return room


def keys(messages: Sequence[object]) -> list[str]:
    return [message.key for message in messages]  # type: ignore[attr-defined]


@given(classes, steps)
def test_a_class_is_covered_exactly_when_somebody_of_it_has_answered(
    kinds: list[str], actions: list[GutCheckAction]
) -> None:
    room = played(kinds, actions)

    gut_check = room.session.gut_check
    asked = {each.stakeholder for each in actions if isinstance(each, RecordReaction)}
    covered = {kinds[int(person[-1]) - 1] for person in asked}
    uncovered = [
        dict(each.values)["kind"].key  # type: ignore[union-attr]
        for each in missing(room.session, "gut_check")
        if each.key == "missing.class"
    ]
    assert classes_asked(gut_check) == covered
    assert uncovered == [f"class.{kind}" for kind in STAKEHOLDER_CLASSES if kind not in covered]


@given(classes, steps)
def test_those_to_be_asked_again_stumbled_last_and_have_not_heard_the_latest_version(
    kinds: list[str], actions: list[GutCheckAction]
) -> None:
    room = played(kinds, actions)

    gut_check = room.session.gut_check
    again = {person.id for person in to_recheck(gut_check)}
    for last in last_reactions(gut_check):
        has_stumbled = last.code != "strong"
        has_heard = last.version == statement_version(gut_check)
        assert (last.stakeholder in again) == (has_stumbled and not has_heard)
    for person in sorted(again):
        room.do(RecordReaction(stakeholder=person, words="Hm.", code="faint"))
    assert to_recheck(room.session.gut_check) == ()


@given(classes, steps)
def test_a_round_counts_each_person_once_by_the_last_answer_to_its_version(
    kinds: list[str], actions: list[GutCheckAction]
) -> None:
    room = played(kinds, actions)

    reactions = room.session.gut_check.reactions
    for round_ in rounds(room.session.gut_check):
        heard = [each for each in reactions if each.version == round_.version]
        assert sum(round_.people.values()) == len({each.stakeholder for each in heard})
        assert all(count > 0 for count in round_.people.values())
    assert [each.version for each in rounds(room.session.gut_check)] == sorted(
        {each.version for each in reactions}
    )


@given(classes, steps)
def test_the_check_is_only_done_when_every_class_answered_strongly(
    kinds: list[str], actions: list[GutCheckAction]
) -> None:
    room = played(kinds, [RecordFeeling(nags=False), *actions])

    is_done = not missing(room.session, "gut_check")
    last = last_reactions(room.session.gut_check)
    strong = {kinds[int(each.stakeholder[-1]) - 1] for each in last if each.code == "strong"}
    is_strong_everywhere = strong == set(STAKEHOLDER_CLASSES)
    assert is_done == (is_strong_everywhere and all(each.code == "strong" for each in last))


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


def test_stumbles_count_people_of_each_class_and_not_remarks() -> None:
    room = checking()
    for name, kind in (("Tom", "manager"), ("Rina", "executive"), ("Sari", "manager")):
        room.do(AddStakeholder(name=name, kind=kind))  # type: ignore[arg-type]
    for number, person in enumerate((1, 1, 2, 3), start=1):
        room.do(RecordReaction(stakeholder=f"stakeholder{person}", words="Hm", code="hesitant"))
        room.do(ProbeReaction(reaction=f"reaction{number}", stumbled_over="You,"))

    assert stumbles(room.session.gut_check) == {"you": {"manager": 2, "executive": 1}}


def test_whoever_answers_strongly_later_on_no_longer_stumbles() -> None:
    room = checking(
        AddStakeholder(name="Tom", kind="manager"),
        RecordReaction(stakeholder="stakeholder1", words="Fine", code="faint"),
        ProbeReaction(reaction="reaction1", stumbled_over="fix"),
        SwapWord(position=2, cause="reaction1"),
        RecordReaction(stakeholder="stakeholder1", words="Yes!", code="strong"),
    )

    assert stumbles(room.session.gut_check) == {}


def test_where_criticism_is_not_open_faint_praise_and_silence_weigh_more() -> None:
    room = checking(
        RecordFeeling(nags=False),
        AddStakeholder(name="Tom", kind="manager"),
        AddStakeholder(name="Rina", kind="executive"),
        AddStakeholder(name="Sari", kind="frontline"),
        RecordReaction(stakeholder="stakeholder1", words="Fine", code="faint"),
        RecordReaction(stakeholder="stakeholder2", words="No", code="negative"),
    )
    people_asked = room.session.gut_check.stakeholders
    assert [concern(room.session.gut_check, each) for each in people_asked] == [
        "probe",
        "probe",
        "none",
    ]

    room.do(SetCulture(culture="guarded"))

    assert [concern(room.session.gut_check, each) for each in people_asked] == [
        "heavy",
        "probe",
        "heavy",
    ]
    assert "missing.silent" in keys(missing(room.session, "gut_check"))
    assert "notice.silence_speaks" in keys(notices(room.session, "gut_check"))


def test_faint_praise_that_nobody_probed_is_noticed() -> None:
    room = checking()
    room.do(AddStakeholder(name="Tom", kind="manager"))
    room.do(RecordReaction(stakeholder="stakeholder1", words="It's fine", code="faint"))
    assert keys(notices(room.session, "gut_check")) == ["notice.faint_not_probed"]

    room.do(ProbeReaction(reaction="reaction1", stumbled_over="you", why="their job, not ours"))
    assert notices(room.session, "gut_check") == ()


def test_a_change_without_a_remark_and_a_change_of_many_words_are_noticed() -> None:
    room = checking(SwapWord(position=2, new="our dear customers"))

    assert words_changed(room.session.scoring, room.session.gut_check) == 3
    assert keys(notices(room.session, "gut_check")) == [
        "notice.many_words_changed",
        "notice.change_without_remark",
    ]


def test_another_statement_is_the_next_version_and_everybody_is_to_hear_it() -> None:
    room = checking(
        AddStakeholder(name="Tom", kind="manager"),
        RecordReaction(stakeholder="stakeholder1", words="Yes!", code="strong"),
        SwapWord(position=2, new="all of you out there"),
    )
    room.do(EditDraft(draft="draft1", text="We mend what broke."))

    room.do(ChooseStatement(draft="draft1", because="we went back"))

    session = room.session
    assert statement(session.scoring, session.gut_check) == "We mend what broke."
    assert statement_versions(session.scoring, session.gut_check) == (
        "We help you fix it.",
        "We help all of you out there fix it.",
        "We mend what broke.",
    )
    assert words_changed(session.scoring, session.gut_check) == 0
    assert classes_asked(session.gut_check) == frozenset()
    assert [each.name for each in silent(session.gut_check)] == ["Tom"]

    room.undo("scoring")
    assert statement_version(room.session.gut_check) == 2


def test_choosing_the_same_statement_again_changes_nothing() -> None:
    room = checking(SwapWord(position=2, new="them"))
    before = room.session.gut_check

    room.do(ChooseStatement(draft="draft1", because="said once more"))

    assert room.session.gut_check == before


def test_a_word_that_was_swapped_back_is_no_change() -> None:
    room = checking(SwapWord(position=2, new="them"), SwapWord(position=2, new="you"))

    assert words_changed(room.session.scoring, room.session.gut_check) == 0


def test_a_checker_who_became_a_writer_is_noticed() -> None:
    room = checking(AddStakeholder(name="Tom", kind="manager"))

    room.do(AddPerson(name="TOM", function="Depot"))

    assert keys(notices(room.session, "gut_check")) == ["notice.checker_is_a_writer"]


@pytest.mark.parametrize("person", ["", "person1"])
def test_a_nagging_feeling_is_carried_until_its_owner_is_at_ease(person: str) -> None:
    room = checking(RecordFeeling(nags=True, word="you", person=person), SwapWord(position=2))
    assert "notice.feeling_nags" in keys(notices(room.session, "gut_check"))
    assert "missing.feeling_unanswered" in keys(missing(room.session, "gut_check"))

    room.do(RecordFeeling(nags=False, person=person))

    assert "notice.feeling_nags" not in keys(notices(room.session, "gut_check"))
    assert "missing.feeling_unanswered" not in keys(missing(room.session, "gut_check"))


def test_the_feeling_of_a_writer_does_not_stand_for_the_facilitators() -> None:
    room = checking(RecordFeeling(nags=False, person="person1"))

    assert "missing.own_feeling" in keys(missing(room.session, "gut_check"))


def test_a_group_that_decides_otherwise_is_done_until_the_words_change() -> None:
    room = checking(AcceptStatement(because="the director is abroad until June"))
    assert missing(room.session, "gut_check") == ()

    room.do(SwapWord(position=2))

    assert missing(room.session, "gut_check") != ()
