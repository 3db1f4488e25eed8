"""Survey: marks on words can be taken back, pins stay once, counts are honest."""

import pytest

from tests.workshops import started_room
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.setup import SetScope
from workshop_tui.domain.survey import (
    AddAnswers,
    AddTheme,
    ChangeTheme,
    CompareAnswers,
    EndComparison,
    HideWord,
    ImportAnswers,
    MarkGeneric,
    MarkSpecific,
    Merge,
    MergeWords,
    PinInsight,
    RejoinForm,
    SetPersonalDetails,
    SetPinAside,
    SetThemeAside,
    ShowWord,
    Source,
    SplitForm,
    UnmergeWord,
    board,
    response_rate,
)
from workshop_tui.progress import missing, notices

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


def other(name: str) -> Source:
    """Another file."""
    return Source(file=f"{name}.csv", sha256=name * 8, format="csv", column="Q1", rows=90)


def test_the_answers_of_a_second_file_are_added_to_the_first() -> None:
    room = started_room(IMPORT)

    room.do(
        AddAnswers(
            onto=IMPORT.answers_sha256,
            source=other("two"),
            answers_sha256="c" * 64,
            people=300,
            non_answers=16,
        )
    )

    survey = room.session.survey
    assert [source.file for source in survey.sources] == ["answers.csv", "two.csv"]
    assert (survey.answers_sha256, survey.people, survey.non_answers) == ("c" * 64, 300, 16)


def test_taking_back_what_was_added_leaves_the_first_answers() -> None:
    room = started_room(IMPORT)
    before = room.session
    room.do(
        AddAnswers(
            onto=IMPORT.answers_sha256, source=other("two"), answers_sha256="c" * 64, people=300
        )
    )

    room.undo("survey")

    assert room.session == before


def test_nobody_is_counted_twice() -> None:
    room = started_room(IMPORT)

    with pytest.raises(RefusedError) as refusal:
        room.do(
            AddAnswers(
                onto=IMPORT.answers_sha256, source=SOURCE, answers_sha256="c" * 64, people=428
            )
        )

    assert refusal.value.reason.key == "refused.answers_added_already"


def test_answers_are_not_added_to_others_than_they_were_read_for() -> None:
    room = started_room(IMPORT)

    with pytest.raises(RefusedError) as refusal:
        room.do(AddAnswers(onto="e" * 64, source=other("two"), answers_sha256="c" * 64, people=300))

    assert refusal.value.reason.key == "refused.answers_are_others"


@pytest.mark.parametrize("kind", [AddAnswers, CompareAnswers])
def test_nothing_is_added_to_or_compared_with_no_answers(
    kind: type[AddAnswers | CompareAnswers],
) -> None:
    fields = {"taken": "earlier"} if kind is CompareAnswers else {"onto": "b" * 64}
    action = kind(source=SOURCE, answers_sha256="c" * 64, people=1, **fields)  # type: ignore[arg-type]

    with pytest.raises(RefusedError) as refusal:
        started_room().do(action)

    assert refusal.value.reason.key == "refused.no_answers_yet"


def test_a_new_import_takes_the_place_of_all_files_and_leaves_the_compared_one() -> None:
    room = started_room(
        IMPORT,
        AddAnswers(
            onto=IMPORT.answers_sha256, source=other("two"), answers_sha256="c" * 64, people=300
        ),
        CompareAnswers(taken="earlier", source=other("old"), answers_sha256="d" * 64, people=80),
    )

    room.do(ImportAnswers(source=other("new"), answers_sha256="e" * 64, people=10))

    survey = room.session.survey
    assert [source.file for source in survey.sources] == ["new.csv"]
    assert survey.compared is not None
    assert survey.compared.people == 80


def test_a_comparison_can_be_left_and_taken_up_again() -> None:
    comparing = CompareAnswers(taken="later", source=other("old"), answers_sha256="d", people=80)
    room = started_room(IMPORT, comparing)
    before = room.session

    room.do(EndComparison())
    left = room.session
    room.undo("survey")

    assert left.survey.compared is None
    assert room.session == before


def test_personal_details_are_masked_until_the_facilitator_shows_them() -> None:
    room = started_room(IMPORT)
    before = room.session

    room.do(SetPersonalDetails(details="shown"))
    shown = room.session
    room.undo("survey")

    assert before.survey.personal_details == "masked"
    assert shown.survey.personal_details == "shown"
    assert room.session == before
