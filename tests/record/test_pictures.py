"""Pictures of the record: what they show, in words too, and nothing of anybody's in their tags."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.hostile import PIECES, flat, hostile_text, picture_saying
from tests.record.story import EVIDENCE, WHOLE, after, whole_workshop
from workshop_tui.domain.gut_check import AddStakeholder, ProbeReaction, RecordReaction
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import changed
from workshop_tui.record import svg
from workshop_tui.record.blocks import Picture, pictures_of, words_of
from workshop_tui.record.document import document

SVG = "{http://www.w3.org/2000/svg}"


def pictures(session: Session) -> dict[str, Picture]:
    return {each.name: each for each in pictures_of(document(session, EVIDENCE, "en"))}


def drawn(picture: Picture, tag: str) -> list[ET.Element]:
    """The shapes of this kind in the picture's file."""
    return ET.fromstring(svg.file(picture)).findall(f"{SVG}{tag}")


def test_a_round_has_a_dot_for_each_score_that_was_given() -> None:
    session = whole_workshop()
    scored = session.scoring.rounds[0]
    given = [ballot for ballot in scored.ballots if ballot.scores]

    dots = drawn(pictures(session)["scores-round-1"], "circle")

    assert len(dots) == 4 * len(given)


def test_many_people_on_one_score_are_a_bar_with_their_number() -> None:
    session = whole_workshop()
    scored = session.scoring.rounds[0]
    many = changed(scored, ballots=(scored.ballots[0],) * 40)
    crowded = changed(session, scoring=changed(session.scoring, rounds=(many,)))

    picture = pictures(crowded)["scores-round-1"]

    assert len(drawn(picture, "rect")) == 1 + 4
    assert [text.text for text in drawn(picture, "text")].count("40") == 4


def test_a_round_that_is_not_revealed_has_no_picture() -> None:
    session = whole_workshop()
    hidden = changed(session.scoring.rounds[0], is_revealed=False)

    shown = pictures(changed(session, scoring=changed(session.scoring, rounds=(hidden,))))

    assert "scores-round-1" not in shown


def test_the_widest_spread_is_told_in_words() -> None:
    words = words_of(pictures(whole_workshop())["scores-round-1"].alternative)

    assert "one dot per person" in words
    assert "Opinions lay furthest apart on draft" in words


def test_a_word_has_a_dot_for_each_person_who_stumbled_over_it() -> None:
    session = whole_workshop()
    stumbled = [each.stumbled_over for each in session.gut_check.reactions if each.stumbled_over]

    dots = drawn(pictures(session)["stumbles"], "circle")

    assert len(dots) == len(" ".join(stumbled).split())


def test_the_heat_line_does_not_tell_classes_apart() -> None:
    twins = [
        after(
            (
                *WHOLE,
                AddStakeholder(id="stakeholder8", name="A", kind=kind),
                RecordReaction(
                    id="reaction8", stakeholder="stakeholder8", words="Hm.", code="hesitant"
                ),
                ProbeReaction(reaction="reaction8", stumbled_over="easy"),
            )
        )
        for kind in ("executive", "frontline")
    ]

    one, other = (svg.file(pictures(each)["stumbles"]) for each in twins)

    assert one == other


@given(hostile_text)
def test_a_picture_is_well_formed_whatever_was_said(words: str) -> None:
    picture = picture_saying(words)

    root = ET.fromstring(svg.file(picture))

    assert [child.tag.removeprefix(SVG) for child in root] == [
        *("title", "desc", "style", "rect", "text", "circle")
    ]
    assert "".join(root[4].itertext()) == flat(words)
    assert set(root[4].attrib) == {"class", "x", "y", "font-size", "text-anchor"}


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join))
def test_a_hostile_statement_is_drawn_as_words(words: str) -> None:
    session = whole_workshop()
    assert session.scoring.outcome is not None
    outcome = changed(session.scoring.outcome, statement=f"We {words}")
    hostile = changed(session, scoring=changed(session.scoring, outcome=outcome))

    tags = {
        element.tag for element in ET.fromstring(svg.file(pictures(hostile)["stumbles"])).iter()
    }

    assert tags <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "style", "rect", "text", "circle")
    }


@pytest.mark.parametrize("name", ["scores-round-1", "stumbles"])
def test_every_picture_says_in_words_what_it_shows(name: str) -> None:
    page = svg.inline(pictures(whole_workshop())[name])

    assert f'role="img" aria-labelledby="{name}-title {name}-description"' in page
    assert f'<title id="{name}-title">' in page
    assert f'<desc id="{name}-description">' in page
