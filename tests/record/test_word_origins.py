"""Each word of the statement is followed back to where it first stood."""

import pytest

from tests.record.story import WHOLE, after, whole_workshop
from workshop_tui.domain.drafting import Draft, Drafting, DraftVersion
from workshop_tui.domain.gut_check import GutCheck, Reaction, SwapWord
from workshop_tui.domain.scoring import Outcome, Scoring
from workshop_tui.domain.session import Session
from workshop_tui.record.document import document
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.markdown import render
from workshop_tui.record.privacy import shareable
from workshop_tui.record.word_origins import Entrance, entrance

FIRST = "We help you make it easy to join the clean vehicle movement."
SECOND = "We make it easy for you to join the clean vehicle movement."


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("easy", Entrance(2, 1, "We make it easy to join the movement.")),
        ("vehicle", Entrance(5, 1, FIRST)),
        ("for", Entrance(5, 2, SECOND)),
        ("nowhere", None),
    ],
)
def test_a_word_is_followed_to_the_oldest_draft_that_handed_it_down(
    word: str, expected: Entrance | None
) -> None:
    assert entrance(shareable(whole_workshop()), word) == expected


def test_a_word_that_came_in_the_gut_check_is_told_from_the_drafted_ones() -> None:
    session = after((*WHOLE, SwapWord(position=3, new="simple", cause="reaction2")))

    text = render(document(session, Evidence(), "en", ("word_origins",)))

    simple = "We make it simple to join the clean vehicle movement."
    assert entrance(shareable(session), "simple") == Entrance(0, 4, simple)
    assert (
        "The remark that brought it, from Lucia Romero, a middle manager: "
        "“It's fine. Sort of.”\n"
        "The reason given: “It sounds as if we did the customer a favour.”\n"
    ) in text


def test_the_draft_is_quoted_so_that_the_appendix_needs_no_other_section() -> None:
    text = render(document(whole_workshop(), Evidence(), "en", ("word_origins",)))

    assert "It entered with draft 2, version 1: “We make it easy to join the movement.”\n" in text


def test_parents_that_go_round_in_a_circle_end_the_search() -> None:
    drafts = tuple(
        Draft(id=own, versions=(DraftVersion(text="We help."),), parents=(other, "draft9"))
        for own, other in (("draft1", "draft2"), ("draft2", "draft1"))
    )
    outcome = Outcome(kind="chosen", because="Yes", draft="draft2", version=1, statement="We help.")
    session = Session(
        title="By hand", drafting=Drafting(drafts=drafts), scoring=Scoring(outcome=outcome)
    )

    assert entrance(shareable(session), "help") == Entrance(1, 1, "We help.")


def test_a_session_edited_by_hand_is_followed_as_far_as_it_leads() -> None:
    reaction = Reaction(
        id="reaction1",
        stakeholder="stakeholder9",
        version=1,
        words="Help whom?",
        code="hesitant",
        stumbled_over="help",
    )
    outcome = Outcome(kind="chosen", because="Yes", draft="draft9", version=1, statement="We help.")
    session = Session(
        title="By hand",
        scoring=Scoring(outcome=outcome),
        gut_check=GutCheck(reactions=(reaction,)),
    )

    text = render(document(session, Evidence(), "en", ("word_origins",)))

    assert "### we\n" not in text
    assert "### help\n\n" in text
    assert "from somebody not on the list; the word stayed: “Help whom?”" in text


def test_a_word_that_a_remark_could_not_move_tells_the_remark() -> None:
    text = render(document(whole_workshop(), Evidence(), "en", ("word_origins",)))

    assert "A remark about it, from somebody who was asked; the word stayed: “Yes" in text
