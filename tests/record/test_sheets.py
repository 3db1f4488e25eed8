"""The invitation and the interview sheet: right for the person, in both languages, and inert."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from workshop_tui.domain.gut_check import Culture, GutCheck, Reaction, Stakeholder
from workshop_tui.domain.scoring import Outcome, Scoring
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import Person, Setup
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.record.sheets import SheetKind, file_name, sheet

TOM = Stakeholder(id="stakeholder1", name="Tom Baker", kind="manager", function="Depot")
MARKUP = {"html_inline", "html_block", "link_open", "image", "code_inline", "fence", "table_open"}
READER = MarkdownIt("commonmark", {"html": True}).enable("table")


def session_with(
    statement: str = "We help you fix it.",
    *reactions: Reaction,
    culture: Culture = "unknown",
    person: Stakeholder = TOM,
) -> Session:
    return Session(
        title="Workshop",
        setup=Setup(people=(Person(id="person1", name="Ira", role="facilitator"),)),
        scoring=Scoring(outcome=Outcome(kind="chosen", because="x", statement=statement)),
        gut_check=GutCheck(stakeholders=(person,), reactions=reactions, culture=culture),
    )


def tokens(markdown: str) -> set[str]:
    blocks = READER.parse(markdown)
    return {each.type for block in blocks for each in (block, *(block.children or ()))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_invitation_does_not_give_the_sentence_away(language: Language) -> None:
    text = sheet("invitation", session_with(), TOM, language)

    assert "Tom Baker" in text
    assert "Ira" in text
    assert "fix it" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interview_sheet_quotes_the_sentence_and_lists_its_words(language: Language) -> None:
    text = sheet("interview", session_with(), TOM, language)

    assert "> We help you fix it." in text
    assert [line for line in text.splitlines() if line.startswith("- [ ]")] == [
        "- [ ] We",
        "- [ ] help",
        "- [ ] you",
        "- [ ] fix",
        "- [ ] it.",
    ]
    assert "Depot" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_private_channel_is_offered_only_where_criticism_is_not_open(language: Language) -> None:
    openly = sheet("invitation", session_with(culture="open"), TOM, language)
    guarded = sheet("invitation", session_with(culture="guarded"), TOM, language)

    added = set(guarded.splitlines()) - set(openly.splitlines())
    assert len(added) == 1
    assert set(openly.splitlines()) <= set(guarded.splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_for_a_re_check_tells_what_was_said_before(language: Language) -> None:
    before = Reaction(
        id="reaction1",
        stakeholder=TOM.id,
        version=1,
        words="Fine.",
        code="faint",
        stumbled_over="you",
    )

    text = sheet("interview", session_with("We help you fix it.", before), TOM, language)

    assert "“Fine.”" in text
    assert "“you”" in text
    assert "“Fine" not in sheet("interview", session_with(), TOM, language)


@given(
    st.sampled_from(get_args(SheetKind)),
    st.sampled_from(LANGUAGES),
    st.text(max_size=60) | st.sampled_from(["<script>x</script>", "[a](b)", "`x`", "$name", "|"]),
)
def test_whatever_people_wrote_stays_words(kind: SheetKind, language: Language, text: str) -> None:
    person = Stakeholder(id="stakeholder1", name=text, kind="frontline", function=text)
    said = Reaction(
        id="reaction1",
        stakeholder=person.id,
        version=1,
        words=text,
        code="faint",
        stumbled_over=text,
    )

    paper = sheet(kind, session_with(text, said, person=person), person, language)

    plain = sheet(kind, session_with("a", person=TOM), TOM, language)
    assert tokens(paper) & MARKUP == set()
    assert paper.count("\n# ") == plain.count("\n# ")
    assert paper.endswith("\n")


def test_the_name_of_the_person_is_not_in_the_name_of_the_file() -> None:
    assert file_name("interview", TOM, "id") == "interview-stakeholder1.id.md"
