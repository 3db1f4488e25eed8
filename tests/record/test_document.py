"""The record can be written in any state, says what is unfinished, and is stable."""

import datetime as dt
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import workshop_tui
from tests.record.story import (
    CHECKED,
    DRAFTED,
    EVIDENCE,
    SCORED,
    SET_UP,
    STARTED,
    SURVEYED,
    WHOLE,
    after,
    whole_workshop,
)
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.gut_check import AcceptStatement, RecordFeeling, SwapWord
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.minutes import (
    ApproveMinutes,
    CorrectMinutes,
    SetRecordLanguage,
    SupersedeDecision,
    SwitchSection,
)
from workshop_tui.domain.scoring import LeaveUndecided
from workshop_tui.domain.session import BLANK, Session
from workshop_tui.domain.setup import SetScope
from workshop_tui.domain.survey import ImportAnswers, Source
from workshop_tui.domain.values import STAGES
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.progress import missing
from workshop_tui.record import html, markdown
from workshop_tui.record.blocks import Items, Terms, words_of
from workshop_tui.record.decision import Status, status
from workshop_tui.record.document import SECTIONS, document, language_of
from workshop_tui.record.evidence import Evidence

CHOSEN = (*STARTED, *SET_UP, *SURVEYED, *DRAFTED, *SCORED)

OPENING_ITEMS = 2
"""Above the first section: the status, and whether the minutes were approved."""


def names_in(area: str) -> set[str]:
    """The names of all sentences of an area."""
    po = Path(workshop_tui.__file__).parent / "locale" / "en" / f"{area}.po"
    return set(re.findall(r'^msgid "(.+)"$', po.read_text(encoding="utf-8"), re.MULTILINE))


def in_markdown(session: Session, *sections: str, evidence: Evidence = EVIDENCE) -> str:
    return markdown.render(document(session, evidence, "en", sections or SECTIONS))


def test_each_stage_has_its_section() -> None:
    keys = [section.key for section in document(whole_workshop(), EVIDENCE, "en").sections]

    assert keys == list(SECTIONS)
    assert [key for key in keys if key in STAGES] == list(STAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", range(len(WHOLE) + 1))
def test_the_record_can_be_written_after_every_step(length: int, language: Language) -> None:
    record = document(after(WHOLE[:length]), Evidence(), language)

    assert [section.key for section in record.sections] == list(SECTIONS)
    assert all(section.blocks for section in record.sections)
    assert markdown.render(record).count("\n## ") == len(SECTIONS)
    assert html.render(record).count("<section ") == len(SECTIONS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("session", [BLANK, after(STARTED), after(CHOSEN), whole_workshop()])
def test_no_name_of_a_sentence_stands_where_the_sentence_should(
    session: Session, language: Language
) -> None:
    text = markdown.render(document(session, EVIDENCE, language))

    assert re.findall(r"\b[a-z_]+\.[a-z_]+\b|\{", text) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", range(0, len(WHOLE) + 1, 5))
def test_two_lists_never_stand_side_by_side_where_they_would_read_as_one(
    length: int, language: Language
) -> None:
    lists = [
        [isinstance(block, Items | Terms) for block in section.blocks]
        for section in document(after(WHOLE[:length]), EVIDENCE, language).sections
    ]

    assert not any(first and second for each in lists for first, second in pairwise(each))


def test_the_same_session_gives_the_same_bytes() -> None:
    assert in_markdown(whole_workshop()) == in_markdown(whole_workshop())


def test_a_small_change_changes_few_lines() -> None:
    before = in_markdown(after(CHOSEN)).splitlines()
    changed = in_markdown(after((*CHOSEN, *CHECKED[:1]))).splitlines()

    assert len(set(changed) - set(before)) <= 8
    assert len(set(before) - set(changed)) <= 2


def test_sections_can_be_left_out_and_keep_their_order() -> None:
    record = document(whole_workshop(), EVIDENCE, "en", {"sustain", "meeting"})

    assert [section.key for section in record.sections] == ["meeting", "sustain"]


def test_every_open_point_of_every_stage_is_listed() -> None:
    session = after((*STARTED, *SET_UP))

    text = in_markdown(session, "open_points")

    assert text.count("\n- ") - OPENING_ITEMS == sum(
        len(missing(session, stage)) for stage in STAGES
    )
    assert "- Survey: The answers of the survey have not been read in." in text


def test_an_unfinished_part_says_so() -> None:
    unfinished = "This part is unfinished; 1 point is listed under “Open points”."

    assert unfinished in in_markdown(after(STARTED), "survey", "open_points")
    assert "unfinished" not in in_markdown(whole_workshop(), "survey", "open_points")


def test_no_sentence_points_to_a_section_that_is_not_written() -> None:
    half = in_markdown(after(STARTED), "survey", "decision")
    whole = in_markdown(whole_workshop(), "decision")

    assert "This part is unfinished; 1 point is open." in half
    assert "2 different opinions were recorded.\n" in whole
    assert "Open points" not in half
    assert "Scores and agreement" not in whole


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_names_no_other_by_its_title(section: str, language: Language) -> None:
    title = words_of(next(iter(document(BLANK, EVIDENCE, language, (section,)).sections)).title)
    others = [each for each in SECTIONS if each != section]

    texts = [
        markdown.render(document(session, EVIDENCE, language, others))
        for session in (after(STARTED), after(CHOSEN), whole_workshop())
    ]

    assert not any(f"“{title}”" in text for text in texts)


def test_the_sections_of_a_session_are_those_it_did_not_switch_off() -> None:
    off = SwitchSection(section="survey", is_on=False)
    on = SwitchSection(section="survey", is_on=True)

    without = document(after((*WHOLE, off)), EVIDENCE, "en")
    again = document(after((*WHOLE, off, on)), EVIDENCE, "en")

    assert [each.key for each in without.sections] == [key for key in SECTIONS if key != "survey"]
    assert again == document(whole_workshop(), EVIDENCE, "en")


def test_a_record_without_any_section_is_refused() -> None:
    off = [SwitchSection(section=section, is_on=False) for section in SECTIONS]

    with pytest.raises(RefusedError, match=r"refused\.no_section_left"):
        after((*WHOLE, *off))


def test_the_record_s_language_is_the_workshop_s_until_somebody_chooses_another() -> None:
    assert language_of(whole_workshop()) == "en"
    assert language_of(after((*WHOLE, SetRecordLanguage(language="id")))) == "id"


def test_every_thing_that_can_be_missing_is_worded_for_readers() -> None:
    asked = names_in("missing")

    told = {name.removeprefix("open.") for name in names_in("record") if name[:5] == "open."}

    assert told == asked


def test_a_decision_that_another_took_the_place_of_says_so_on_top() -> None:
    text = in_markdown(after((*WHOLE, SupersedeDecision(by="the decision of 4 May"))), "meeting")

    assert "- **Status:** superseded by the decision of 4 May\n" in text


def test_who_approved_the_minutes_stands_on_top_and_where_they_are_signed() -> None:
    approved = ApproveMinutes(name="Ines Okafor", on=dt.date(2026, 11, 10))
    guest = ApproveMinutes(name="Board", on=dt.date(2026, 11, 12))

    before = in_markdown(whole_workshop(), "about")
    after_it = in_markdown(after((*WHOLE, approved, guest)), "about")

    assert "- **Minutes:** draft, not approved yet" in before
    assert "approved by Ines Okafor on 10 November 2026, approved by Board on" in after_it
    assert "| Sponsor | Ines Okafor | approved | 10 November 2026 |" in after_it
    assert "| – | Board | approved | 12 November 2026 |" in after_it


def test_corrections_are_listed_with_the_name_where_one_was_given() -> None:
    named = CorrectMinutes(id="correction1", text="June came at ten.", by="June Park")
    unnamed = CorrectMinutes(id="correction2", text="It was Room 5.")

    text = in_markdown(after((*WHOLE, named, unnamed)), "about")

    assert "- June came at ten. (asked for by June Park)\n- It was Room 5.\n" in text


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (after((*STARTED, *SET_UP)), "draft"),
        (after(CHOSEN), "under_gut_check"),
        (whole_workshop(), "adopted"),
        (after((*WHOLE, SwapWord(position=1, new="keep"))), "under_gut_check"),
        (
            after((*CHOSEN, SwapWord(position=1, new="keep"), AcceptStatement(because="It is us"))),
            "adopted",
        ),
        (after((*CHOSEN, LeaveUndecided(kind="tied", because="Two good ones"))), "no_consensus"),
    ],
)
def test_the_status_tells_where_the_decision_stands(session: Session, expected: Status) -> None:
    assert status(session) == expected


def test_a_decision_that_was_not_reached_says_why() -> None:
    undecided = LeaveUndecided(kind="no_consensus", because="Nobody could live with either.")

    text = in_markdown(after((*CHOSEN, undecided)), "decision")

    assert "The group did not reach a consensus, because: Nobody could live with either." in text
    assert "> **" not in text


def test_an_even_division_says_that_the_choice_was_left_open() -> None:
    text = in_markdown(after((*CHOSEN, LeaveUndecided(kind="tied", because="Two good ones"))))

    assert "The group was evenly divided and left the choice open, because: Two good ones" in text


def test_a_change_without_a_remark_says_so() -> None:
    text = in_markdown(after((*WHOLE, SwapWord(position=1, new="keep"))), "gut_check")

    assert (
        "Version 4 of the statement: We −make− +keep+ it easy to join the clean vehicle "
        "movement.\nNo remark was recorded for this change.\n"
    ) in text


@pytest.mark.parametrize(
    ("because", "told"),
    [
        ("Why not?", "because: Why not?\n"),
        ("It works!", "because: It works!\n"),
        ("Good…", "because: Good…\n"),
        ("She said: “Go.”", "because: She said: “Go\\.”\n"),
        ("It fits", "because: It fits.\n"),
        ("It fits.", "because: It fits.\n"),
        ("Wait...", "because: Wait\\.\\..\n"),
    ],
)
def test_one_mark_ends_what_people_said_and_our_sentence_around_it(because: str, told: str) -> None:
    undecided = LeaveUndecided(kind="no_consensus", because=because)

    assert told in in_markdown(after((*CHOSEN, undecided)), "decision")


def test_one_of_thousands_is_less_than_a_percent_and_a_scope_has_one_full_stop() -> None:
    scope = SetScope(kind="team", scope="All of us at the desk.", headcount=3000)
    source = Source(file="a.csv", sha256="a", format="csv")
    session = after((*STARTED, scope, ImportAnswers(source=source, answers_sha256="b", people=1)))

    text = in_markdown(session, "setup", "survey")

    assert "The statement is for one team: All of us at the desk.\n" in text
    assert (
        "1 person answered.\nThe answers come from \\<1% of the 3,000 employees covered.\n" in text
    )


def test_a_changed_word_tells_the_remark_and_why() -> None:
    text = in_markdown(whole_workshop(), "gut_check")

    assert (
        "The remark behind it, from Lucia Romero, a middle manager: “It's fine. Sort of.”\n"
        "The reason given: “It sounds as if we did the customer a favour.”\n"
    ) in text


def test_the_reason_for_the_acceptance_is_told_once() -> None:
    because = "because: All three classes answered very positively"

    assert in_markdown(whole_workshop()).count(because) == 1
    assert in_markdown(whole_workshop(), "gut_check").count(because) == 1


def test_only_a_decision_leaves_an_open_draft_behind() -> None:
    session = after((*STARTED, *SET_UP, AddDraft(id="draft1", text="We help.")))
    undecided = after((*CHOSEN, LeaveUndecided(kind="unfinished", because="No time")))
    decided = after((*CHOSEN, AddDraft(id="draft7", text="We help.")))

    assert "| 1 | We help. | written freely | open | – |" in in_markdown(session, "drafting")
    assert "not taken further" not in in_markdown(undecided, "drafting")
    assert "| written freely | not taken further | – |" in in_markdown(decided, "drafting")


def test_feelings_are_told_by_their_word_and_the_calm_ones_counted() -> None:
    calm = (RecordFeeling(id=f"feeling{n}", nags=False, person=f"person{n}") for n in (2, 3))

    text = in_markdown(after((*WHOLE, *calm)), "gut_check")

    assert "| Word that nagged | Went on because |\n" in text
    assert "| you | Do others stumble there too? |\n\n2 people said that nothing nagged.\n" in text


def test_an_open_round_shows_no_ballots() -> None:
    text = in_markdown(after((*STARTED, *SET_UP, *SURVEYED, *DRAFTED, SCORED[0])), "scoring")

    assert "This round has not been revealed; its ballots are not shown." in text
    assert "| 5 |" not in text


def test_without_a_survey_the_words_still_tell_their_draft() -> None:
    text = in_markdown(whole_workshop(), "word_origins", evidence=Evidence())

    assert "### vehicle\n\nIt entered with draft 5, version 1: “We help you make it easy" in text
    assert "employees" not in text


def test_the_record_loads_neither_the_interface_nor_rich() -> None:
    source = (
        "import sys; from workshop_tui.record import csv_format, document, html, json_format, "
        "markdown; print(sorted({'textual', 'rich', 'numpy', 'click'} & set(sys.modules)))"
    )

    found = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True
    )

    assert found.stdout == "[]\n"
