"""The table for a spreadsheet: square, safe against formulas, silent about who voted how."""

import csv
from io import StringIO

import pytest
from hypothesis import given

from tests.record.hostile import hostile_text
from tests.record.story import DRAFTED, SCORED, SET_UP, STARTED, after, whole_workshop
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import SetSecrecy
from workshop_tui.domain.values import changed
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.record.csv_format import COLUMNS, render

FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")


def rows(session: Session) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(session, "en"), newline=""), strict=True))


def said_back(session: Session) -> tuple[str, ...]:
    """What people said in the first memory test."""
    return session.drafting.memory_tests[0].said


def test_there_is_a_row_for_each_version_dotted_draft_test_score_and_reaction() -> None:
    kinds = [row["Kind"] for row in rows(whole_workshop())]

    # 22 scored ballots of four criteria and one abstention in the two rounds.
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "draft": 8,
        "dots": 4,
        "memory test": 1,
        "lost word": 9,
        "score": 85,
        "reaction": 5,
    }


def test_a_draft_tells_its_versions_and_parents_and_what_became_of_it() -> None:
    first, second = (
        row for row in rows(whole_workshop()) if (row["Draft"], row["Kind"]) == ("5", "draft")
    )

    assert (first["Version"], first["Merged from"], first["Status"]) == ("1", "2, 3", "")
    assert (second["Version"], second["Status"]) == ("2", "chosen")
    assert second["Reason"] == "Two verbs were one too many"


def test_dots_are_told_as_sums_and_never_whose_they_were() -> None:
    dots = [row for row in rows(whole_workshop()) if row["Kind"] == "dots"]

    assert [(row["Draft"], row["Round"], row["Dots"], row["People"]) for row in dots] == [
        ("1", "1", "0", "0"),
        ("2", "1", "5", "3"),
        ("3", "1", "4", "3"),
        ("4", "1", "2", "2"),
    ]
    assert {row["Person"] for row in dots} == {""}
    assert dots[1]["Words"] == "We make it easy to join the movement."


def test_dots_that_are_not_shown_yet_are_in_no_row() -> None:
    session = after((*STARTED, *SET_UP, *DRAFTED))
    hidden = changed(session.drafting.votes[0], is_revealed=False)
    drafting = changed(session.drafting, votes=(hidden,))

    kinds = {row["Kind"] for row in rows(changed(session, drafting=drafting))}

    assert "dots" not in kinds


def test_a_memory_test_tells_what_was_lost_and_not_what_anybody_said() -> None:
    table = rows(whole_workshop())
    (test,) = (row for row in table if row["Kind"] == "memory test")
    lost = [(row["Word in question"], row["People"]) for row in table if row["Kind"] == "lost word"]

    assert (test["Draft"], test["People"], test["Words recalled, %"]) == ("5", "2", "58")
    assert test["Words"] == "We make it easy for you to join the clean vehicle movement."
    assert lost[:2] == [("vehicle", "2"), ("the", "1")]
    assert not any(said in row.values() for row in table for said in said_back(whole_workshop()))


def test_scores_without_names_carry_no_person() -> None:
    scores = [row for row in rows(whole_workshop()) if row["Kind"] == "score"]

    assert {row["Person"] for row in scores} == {""}


def test_names_are_told_where_the_group_chose_it() -> None:
    shown = SetSecrecy(ballots="shuffled", authors="shown")
    session = after((*STARTED, *SET_UP, shown, *DRAFTED, *SCORED))

    people = {row["Draft"]: row["Person"] for row in rows(session) if row["Kind"] == "draft"}

    assert people["2"] == "Dora Petrova"


@given(hostile_text)
def test_no_cell_starts_a_formula_and_every_row_is_square(words: str) -> None:
    session = after(
        (
            *STARTED,
            AddDraft(id="draft1", text=f"={words}"),
            AddDraft(id="draft2", text=f"{words} end"),
        )
    )

    table = list(csv.reader(StringIO(render(session, "en"), newline=""), strict=True))

    assert [len(row) for row in table] == [len(COLUMNS)] * 3
    assert not any(cell.startswith(FORMULA_STARTS) for row in table for cell in row)


def test_a_draft_that_looks_like_a_formula_is_still_legible() -> None:
    session = after((*STARTED, AddDraft(id="draft1", text="=2+3 reasons to smile")))

    assert rows(session)[0]["Words"] == "'=2+3 reasons to smile"


@pytest.mark.parametrize("sign", "=+-@＝＋－＠﹦﹢﹣﹫⁼₌")
def test_no_sign_starts_a_formula_at_the_start_of_a_cell_or_behind_a_semicolon(sign: str) -> None:
    said = (f"{sign}1", f'x; "{sign}1', f"x;{sign}1+1;y")
    drafts = (AddDraft(id=f"draft{number}", text=text) for number, text in enumerate(said, 1))

    words = [row["Words"] for row in rows(after((*STARTED, *drafts)))]

    assert words == [f"'{sign}1", f"x;' \"{sign}1", f"x;'{sign}1+1;y"]


def test_a_smiley_is_no_formula() -> None:
    session = after((*STARTED, AddDraft(id="draft1", text="We fix it ;-) and ;) again")))

    assert rows(session)[0]["Words"] == "We fix it ;-) and ;) again"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_of_a_column_begins_with_a_capital(language: Language) -> None:
    headings = next(csv.reader(StringIO(render(after(STARTED), language), newline="")))

    assert [heading for heading in headings if heading[0].islower()] == []


def test_a_workshop_without_drafts_gives_the_headings_alone() -> None:
    table = render(after(STARTED), "id")

    assert table.startswith("Jenis,Draf,Versi,Putaran,")
    assert table.count("\r\n") == 1
