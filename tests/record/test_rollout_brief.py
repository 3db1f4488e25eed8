"""The roll-out brief: written by itself, changed by the group, private things never in it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.hostile import PIECES
from tests.record.story import EVIDENCE, whole_workshop
from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import BRIEF_PARTS, BriefText, Goal, Obstacle, Sustain
from workshop_tui.domain.values import changed
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.record import html, markdown
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.rollout_brief import proposed, rollout_brief

OURS = "Ours.\nAnd theirs."


def with_brief(session: Session, *written: BriefText) -> Session:
    return changed(session, sustain=changed(session.sustain, roll_out=written))


def in_markdown(session: Session, language: Language = "en") -> str:
    written = markdown.render(rollout_brief(session, EVIDENCE, language))
    return written.replace("\\", "")


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ("## What it is", "## What it means", "## How I contribute")),
        ("id", ("## Apa ini", "## Apa artinya", "## Apa peran saya")),
    ],
)
def test_the_brief_has_the_statement_and_the_three_parts(
    language: Language, headings: tuple[str, ...]
) -> None:
    session = whole_workshop()

    brief = in_markdown(session, language)

    assert statement(session.scoring, session.gut_check) in brief
    assert [line for line in brief.splitlines() if line.startswith("## ")] == list(headings)
    for gloss in session.sustain.glosses:
        assert gloss.meaning in brief


def test_parts_that_nobody_wrote_are_written_from_what_the_workshop_knows() -> None:
    goal = Goal(id="goal1", horizon="short", text="Call back", due=dt.date(2026, 12, 1))
    session = changed(whole_workshop(), sustain=Sustain(goals=(goal,)))

    brief = in_markdown(session)

    for part in BRIEF_PARTS:
        assert proposed(session, part, "en") in " ".join(brief.split())
    assert "Call back – by 1 December 2026" in brief


def test_a_part_that_the_group_wrote_stands_in_place_of_the_programs_words() -> None:
    session = whole_workshop()
    session = with_brief(session, BriefText(part="what_it_is", language="en", text=OURS))

    brief = in_markdown(session)

    assert "Ours.\n\nAnd theirs." in brief
    assert proposed(session, "what_it_is", "en") not in brief


def test_each_language_has_its_own_text() -> None:
    session = with_brief(
        whole_workshop(),
        BriefText(part="what_it_is", language="id", text="Milik kita."),
        BriefText(part="what_it_is", language="en", text=OURS),
    )

    english, indonesian = in_markdown(session, "en"), in_markdown(session, "id")

    assert ("Ours." in english, "Milik kita." in english) == (True, False)
    assert ("Ours." in indonesian, "Milik kita." in indonesian) == (False, True)
    assert "This part is written" not in english


def test_a_part_in_the_other_language_alone_stands_as_it_was_written_and_the_page_says_so() -> None:
    session = with_brief(whole_workshop(), BriefText(part="what_it_is", language="en", text=OURS))

    indonesian = in_markdown(session, "id")

    assert "Bagian ini ditulis dalam bahasa Inggris.\n\nOurs.\n\nAnd theirs." in indonesian
    assert proposed(session, "what_it_is", "id") not in indonesian


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workshop_without_anything_has_a_brief_too(language: Language) -> None:
    brief = html.render(rollout_brief(Session(title="New"), Evidence(), language))

    assert brief.count("<section") == len(BRIEF_PARTS)


def test_an_obstacle_is_never_in_the_brief() -> None:
    obstacle = Obstacle(
        id="obstacle1", kind="toxic_culture", text="undisclosed", owner="Undisclosed"
    )
    session = Session(title="New", sustain=Sustain(obstacles=(obstacle,)))

    assert "ndisclosed" not in in_markdown(session)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_the_group_wrote_makes_no_element_of_the_page(text: str) -> None:
    written = BriefText(part="how_i_contribute", language="id", text=text)
    session = with_brief(Session(title=text), written)

    page = html.render(rollout_brief(session, Evidence(), "en"))

    assert "<script" not in page
    assert "<img" not in page
    assert page.count("<section") == len(BRIEF_PARTS)
