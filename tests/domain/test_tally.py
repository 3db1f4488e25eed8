"""What revealed ballots say: every ballot is counted once, and nobody moves without a name."""

from hypothesis import given
from hypothesis import strategies as st

from tests.workshops import people, reasons, scores, shortlisted, started_room
from workshop_tui.domain.ballots import Abstain, BallotAction, CastScores, MarkAbsent
from workshop_tui.domain.rounds import CRITERIA, OpenRound, Reasons, RevealRound, Scores
from workshop_tui.domain.setup import BallotSecrecy, SetRule, SetSecrecy
from workshop_tui.domain.tally import (
    Disagreement,
    Move,
    abstentions,
    distribution,
    mean,
    moves,
    rounds_of,
    scores_on,
    spread,
    talk_order,
)
from workshop_tui.progress import notices
from workshop_tui.room import Room

DRAFTS = ("draft1", "draft2")
any_scores = st.builds(Scores, *[st.integers(1, 5)] * 4)
any_card = st.none() | st.tuples(*[st.none() | any_scores] * len(DRAFTS))
"""One person: absent, or a score or an abstention for each draft."""


def ballots_of(voter: str, card: tuple[Scores | None, ...] | None) -> list[BallotAction]:
    if card is None:
        return [MarkAbsent(voter=voter)]
    said = reasons("why", "why", "why", "why")
    return [
        Abstain(voter=voter, draft=draft)
        if given is None
        else CastScores(voter=voter, draft=draft, scores=given, reasons=said)
        for draft, given in zip(DRAFTS, card, strict=True)
    ]


@given(st.lists(any_card, min_size=2, max_size=8).filter(any))
def test_totals_always_equal_ballots(cards: list[tuple[Scores | None, ...] | None]) -> None:
    room = started_room(*people(len(cards)), *shortlisted("A", "B"), OpenRound())

    for number, card in enumerate(cards, 1):
        for action in ballots_of(f"person{number}", card):
            room.do(action)
    room.do(RevealRound(round="round1"))

    (revealed,) = room.session.scoring.rounds
    for place, draft in enumerate(DRAFTS):
        given_for = [card[place] for card in cards if card is not None]
        for criterion in CRITERIA:
            counted = distribution(scores_on(revealed.ballots, draft, criterion))
            voted = sum(counted) + abstentions(revealed.ballots, draft) + revealed.absent
            assert voted == len(revealed.voters)
            assert counted == tuple(
                sum(card is not None and card.on(criterion) == value for card in given_for)
                for value in range(1, 6)
            )


def room_with_rounds(secrecy: BallotSecrecy) -> Room:
    """person1 moves from 1 to 4 on who we are now; person2 stays."""
    room = started_room(
        *people(2), SetSecrecy(ballots=secrecy, authors="hidden"), *shortlisted("A")
    )
    for number, now in enumerate((1, 4), 1):
        room.do(OpenRound())
        low = Reasons(now="we lose forms") if now == 1 else Reasons()
        room.do(CastScores(voter="person1", draft="draft1", scores=scores(now=now), reasons=low))
        room.do(CastScores(voter="person2", draft="draft1", scores=scores()))
        room.do(RevealRound(round=f"round{number}"))
    return room


def test_who_moved_is_known_where_the_group_votes_by_name() -> None:
    first, second = room_with_rounds("named").session.scoring.rounds

    assert moves(first, second, "draft1") == (Move("person1", "now", 1, 4),)


def test_nobody_can_be_seen_to_move_where_votes_carry_no_names() -> None:
    first, second = room_with_rounds("shuffled").session.scoring.rounds

    assert moves(first, second, "draft1") == ()


def test_rounds_of_a_draft_are_those_it_was_revealed_in() -> None:
    room = room_with_rounds("shuffled")
    room.do(OpenRound())

    found = rounds_of(room.session.scoring, "draft1")

    assert [each.id for each in found] == ["round1", "round2"]


def test_the_group_talks_about_the_widest_spread_of_all_drafts_first() -> None:
    room = started_room(*people(2), *shortlisted("A", "B"), OpenRound())
    cards = {"person1": (scores(now=2), scores(aspire=1)), "person2": (scores(), scores(aspire=5))}
    for voter, card in cards.items():
        for action in ballots_of(voter, card):
            room.do(action)
    room.do(RevealRound(round="round1"))

    order = talk_order(room.session.scoring.rounds[0])

    assert order == (Disagreement("draft2", "aspire", 4), Disagreement("draft1", "now", 2))


def test_a_round_below_the_quorum_asks_whether_it_counts() -> None:
    room = started_room(
        *people(3), SetRule(kind="fist_to_five", quorum=3), *shortlisted("A"), OpenRound()
    )
    for voter in ("person1", "person2"):
        room.do(CastScores(voter=voter, draft="draft1", scores=scores()))
    room.do(MarkAbsent(voter="person3"))
    room.do(RevealRound(round="round1"))

    assert [each.key for each in notices(room.session, "scoring")] == ["notice.voted_below_quorum"]


def test_spread_and_mean_tell_a_split_room_from_a_lukewarm_one() -> None:
    assert (spread((1, 5)), mean((1, 5))) == (4, 3.0)
    assert (spread((3, 3)), mean((3, 3))) == (0, 3.0)
    assert (spread(()), mean(())) == (0, None)
