"""What revealed ballots say: distribution, spread, who talks first, how rounds differ. Only counts.

Leaves out how ballots come in (`ballots`) and what the group concludes (`scoring`).
"""

from typing import Final

import msgspec

from workshop_tui.domain.message import Message
from workshop_tui.domain.rounds import CRITERIA, REASON_BELOW, Ballot, Criterion, Round
from workshop_tui.domain.scoring import Scoring, find_number, last_revealed
from workshop_tui.domain.setup import Setup

SCALE: Final = range(1, 6)
"""1 and 2 No, 3 Not really, 4 and 5 Yes (METHOD 2.4)."""
FAR_APART: Final = 3
"""A spread from which the group is far apart: one says No where another says Yes."""
WORTH_TALKING: Final = 2
"""A spread from which the lowest and the highest explain."""


class Disagreement(msgspec.Struct, frozen=True):
    """Where a group is apart. spread: highest less lowest score."""

    draft: str
    criterion: Criterion
    spread: int


class Move(msgspec.Struct, frozen=True):
    """What one person, who votes by name, gave in one round and in a later one."""

    voter: str
    criterion: Criterion
    before: int
    after: int


def scores_on(ballots: tuple[Ballot, ...], draft: str, criterion: Criterion) -> tuple[int, ...]:
    """The scores of one draft on one criterion, lowest first; abstentions are not among them."""
    return tuple(
        sorted(
            ballot.scores.on(criterion)
            for ballot in ballots
            if ballot.draft == draft and ballot.scores is not None
        )
    )


def distribution(scores: tuple[int, ...]) -> tuple[int, ...]:
    """How many gave each score, from 1 to 5."""
    return tuple(scores.count(score) for score in SCALE)


def abstentions(ballots: tuple[Ballot, ...], draft: str) -> int:
    """How many abstained from this draft; who was absent is counted apart (`Round.absent`)."""
    return sum(ballot.draft == draft and ballot.scores is None for ballot in ballots)


def low_reasons(ballots: tuple[Ballot, ...], draft: str, criterion: Criterion) -> tuple[str, ...]:
    """The reasons given with low scores, in the order of the alphabet, which tells nobody apart."""
    return tuple(
        sorted(
            ballot.reasons.on(criterion)
            for ballot in ballots
            if ballot.draft == draft
            and ballot.scores is not None
            and ballot.scores.on(criterion) < REASON_BELOW
            and ballot.reasons.on(criterion)
        )
    )


def spread(scores: tuple[int, ...]) -> int:
    """Highest less lowest score: how far apart the group is; 0 for no scores."""
    return max(scores) - min(scores) if scores else 0


def mean(scores: tuple[int, ...]) -> float | None:
    """The mean score; None for no scores. It hides a split: never show it without the spread."""
    return sum(scores) / len(scores) if scores else None


def overall_mean(ballots: tuple[Ballot, ...], draft: str) -> float | None:
    """The mean of a draft over all criteria; None where nobody scored it."""
    return mean(tuple(score for each in CRITERIA for score in scores_on(ballots, draft, each)))


def talk_order(scored: Round) -> tuple[Disagreement, ...]:
    """What to talk about, the widest spread first; what the group agrees on is not in it.

    Equal spreads stay in the order of the drafts and the criteria.
    """
    found = (
        Disagreement(
            each.draft, criterion, spread(scores_on(scored.ballots, each.draft, criterion))
        )
        for each in scored.drafts
        for criterion in CRITERIA
    )
    apart = [each for each in found if each.spread >= WORTH_TALKING]
    return tuple(sorted(apart, key=lambda each: -each.spread))


def first_disagreement(scored: Round, draft: str) -> Disagreement | None:
    """Where one draft divides the group most; None where the group is of one mind."""
    return next((each for each in talk_order(scored) if each.draft == draft), None)


def rounds_of(scoring: Scoring, draft: str) -> tuple[Round, ...]:
    """The revealed rounds in which a draft was scored, oldest first."""
    return tuple(
        each
        for each in scoring.rounds
        if each.is_revealed and any(scored.draft == draft for scored in each.drafts)
    )


def moves(before: Round, after: Round, draft: str) -> tuple[Move, ...]:
    """Who scored a draft otherwise than before; () where ballots carry no names."""
    earlier = _by_voter(before, draft)
    return tuple(
        Move(voter, criterion, old, new)
        for voter, ballot in _by_voter(after, draft).items()
        if voter in earlier and ballot.scores is not None
        for criterion in CRITERIA
        if (scores := earlier[voter].scores) is not None
        and (old := scores.on(criterion)) != (new := ballot.scores.on(criterion))
    )


def notices(setup: Setup, scoring: Scoring) -> tuple[Message, ...]:
    """What deserves a question: prompts for the facilitator, never a block."""
    latest = last_revealed(scoring)
    if latest is None:
        return ()
    far_apart = (each for each in talk_order(latest) if each.spread >= FAR_APART)
    asks = tuple(
        Message.of(
            "notice.wide_spread",
            number=find_number(each.draft),
            criterion=Message.of(f"criterion.{each.criterion}"),
        )
        for each in far_apart
    )
    quorum = setup.rule.quorum if setup.rule else 0
    voted = len(latest.voters) - latest.absent
    if voted < quorum:
        return (*asks, Message.of("notice.voted_below_quorum", voted, quorum=quorum))
    return asks


def _by_voter(scored: Round, draft: str) -> dict[str, Ballot]:
    """The ballots on a draft that carry a name, in the order of the roster."""
    cast = {each.voter: each for each in scored.ballots if each.draft == draft and each.voter}
    return {voter: cast[voter] for voter in scored.voters if voter in cast}
