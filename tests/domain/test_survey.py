"""Survey: marks on words can be taken back, pins stay once, counts are honest."""

import pytest

from tests.workshops import started_room
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.progress import missing, notices
from workshop_tui.domain.setup import SetScope
from workshop_tui.domain.survey import (
    AddTheme,
    ChangeTheme,
    HideWord,
    ImportAnswers,
    MarkGeneric,
    MarkSpecific,
    Merge,
    MergeWords,
    PinInsight,
    RejoinForm,
    SetPinAside,
    SetThemeAside,
    ShowWord,
    Source,
    SplitForm,
    UnmergeWord,
    board,
    response_rate,
)

SOURCE = Source(file="answers.csv", sha256="a" * 64, format="csv", rows=226)
IMPORT = ImportAnswers(source=SOURCE, answers_sha256="b" * 64, people=214, non_answers=12)


def test_a_word_is_marked_one_way_or_the_other_never_both() -> None:
    room = started_room(MarkGeneric(word="quality"), MarkSpecific(word="quality"))

    survey = room.session.survey
    assert (survey.marked_generic, survey.marked_specific) == ((), ("quality",))


def test_marks_that_were_made_twice_are_kept_once() -> None:
    room = started_room(HideWord(word="made"), HideWord(word="made"))

    assert room.session.survey.hidden == ("made",)


def test_hiding_merging_and_splitting_can_be_taken_back() -> None:
    room = started_room(
        HideWord(word="made"),
        ShowWord(word="made"),
        MergeWords(word="receptionis", into="resepsionis"),
        UnmergeWord(word="receptionis"),
        SplitForm(form="perbaiki"),
        RejoinForm(form="perbaiki"),
    )

    survey = room.session.survey
    assert (survey.hidden, survey.merges, survey.split_forms) == ((), (), ())


def test_a_word_is_merged_into_one_other_word_only() -> None:
    room = started_room(MergeWords(word="a", into="b"), MergeWords(word="a", into="c"))

    assert room.session.survey.merges == (Merge(word="a", into="c"),)
    with pytest.raises(RefusedError):
        room.do(MergeWords(word="c", into="c"))


def test_the_same_thing_is_pinned_once_and_a_pin_that_was_taken_off_can_come_back() -> None:
    pin = PinInsight(kind="word", text="rebate", under="customer", people=33)
    room = started_room(pin)
    with pytest.raises(RefusedError) as refusal:
        room.do(pin)
    assert refusal.value.reason.key == "refused.pinned_already"

    room.do(SetPinAside(pin="pin1"))
    room.do(pin)

    assert [pinned.id for pinned in board(room.session.survey.pins)] == ["pin2"]


def test_the_survey_is_done_with_answers_and_three_themes() -> None:
    room = started_room()
    assert [lack.key for lack in missing(room.session, "survey")] == ["missing.answers"]

    room.do(IMPORT)
    for name in ("process", "rebate", "calm"):
        room.do(AddTheme(name=name, words=(name,)))

    assert missing(room.session, "survey") == ()


def test_a_theme_can_be_renamed_and_set_aside() -> None:
    room = started_room(
        AddTheme(name="Proces", words=("process",)),
        ChangeTheme(theme="theme1", name="Process", words=("process", "forms")),
        AddTheme(name="Calm"),
        SetThemeAside(theme="theme2"),
    )

    kept, aside = room.session.survey.themes
    assert (kept.name, kept.words, aside.is_set_aside) == ("Process", ("process", "forms"), True)


def test_the_response_rate_is_people_with_content_over_the_headcount() -> None:
    room = started_room(SetScope(kind="team", scope="All", headcount=428), IMPORT)

    assert response_rate(room.session.setup, room.session.survey) == 0.5


def test_few_responses_and_unread_answers_are_noticed() -> None:
    room = started_room(SetScope(kind="team", scope="All", headcount=1000), IMPORT)

    assert [notice.key for notice in notices(room.session, "survey")] == [
        "notice.few_responses",
        "notice.no_quotes_pinned",
    ]
