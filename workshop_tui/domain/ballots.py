"""Ballots of the round that is open: entered for one person after the other, seen by nobody.

They are a value of their own, outside the session and its journal (`hidden_box`): neither their
order nor their time may tell who voted how (METHOD 2.7). `revealed` turns them into what everybody
may see.
"""

from collections.abc import Callable
from typing import TypeAlias, assert_never

from workshop_tui.domain.message import refuse
from workshop_tui.domain.rounds import Ballot, Reasons, RevealRound, Round, Scores, reasons_wanted
from workshop_tui.domain.scoring import Scoring, open_round
from workshop_tui.domain.setup import BallotSecrecy
from workshop_tui.domain.values import Action, Value, changed

Shuffle: TypeAlias = Callable[[list[Ballot]], None]


class BallotBox(Value, frozen=True):
    """round: the one it belongs to. ballots: in the order of the roster, then of the drafts."""

    round: str
    ballots: tuple[Ballot, ...] = ()
    absent: tuple[str, ...] = ()
    """Voters who were said to be absent, in the order of the roster."""


class _BallotAction(Action, frozen=True):
    stage = "scoring"
    can_be_undone = False


class CastScores(_BallotAction, frozen=True):
    """One person's scores of one draft; a later ballot replaces an earlier one."""

    voter: str
    draft: str
    scores: Scores
    reasons: Reasons = Reasons()


class Abstain(_BallotAction, frozen=True):
    voter: str
    draft: str


class MarkAbsent(_BallotAction, frozen=True):
    voter: str


class TakeBackBallots(_BallotAction, frozen=True):
    """All ballots of one person, as if that person had not voted yet."""

    voter: str


BallotAction: TypeAlias = CastScores | Abstain | MarkAbsent | TakeBackBallots


def cast(scoring: Scoring, box: BallotBox, action: BallotAction) -> BallotBox:
    """The box after the action. Raises RefusedError with the reason."""
    opened = _round_of(scoring, box)
    if action.voter not in opened.voters:
        raise refuse("refused.may_not_vote")
    match action:
        case CastScores():
            if reasons_wanted(action.scores, action.reasons):
                raise refuse("refused.low_score_needs_reason")
            ballot = Ballot(
                draft=action.draft,
                voter=action.voter,
                scores=action.scores,
                reasons=action.reasons,
            )
            return _with_ballot(opened, box, ballot)
        case Abstain():
            return _with_ballot(opened, box, Ballot(draft=action.draft, voter=action.voter))
        case MarkAbsent():
            emptied = _without(box, action.voter)
            absent = _in_order((*emptied.absent, action.voter), opened.voters)
            return changed(emptied, absent=absent)
        case TakeBackBallots():
            return _without(box, action.voter)
        case _:
            assert_never(action)


def waiting_for(scoring: Scoring, box: BallotBox) -> tuple[str, ...]:
    """The voters who are not absent and of whom a ballot is still wanted, in roster order."""
    opened = _round_of(scoring, box)
    return tuple(
        voter
        for voter in opened.voters
        if voter not in box.absent and len(drafts_scored_by(box, voter)) < len(opened.drafts)
    )


def drafts_scored_by(box: BallotBox, voter: str) -> tuple[str, ...]:
    """The drafts on which this person has voted or abstained: which, never how."""
    return tuple(ballot.draft for ballot in box.ballots if ballot.voter == voter)


def are_named(opened: Round, secrecy: BallotSecrecy) -> bool:
    """Whether the reveal will tell whose ballots they are: promised so, and still so in set-up."""
    return secrecy == opened.secrecy == "named"


def revealed(
    scoring: Scoring, box: BallotBox, secrecy: BallotSecrecy, shuffle: Shuffle
) -> RevealRound:
    """The action that shows all ballots at once.

    secrecy: what set-up says now. Names are shown only where that was promised too when the round
    was opened. Without names, the ballots of each draft are shuffled on their own, so that no row
    can be followed from one draft to the next. Raises RefusedError while somebody is waited for.
    """
    opened = _round_of(scoring, box)
    waited_for = waiting_for(scoring, box)
    if waited_for:
        raise refuse("refused.still_waiting", count=len(waited_for))
    shown: list[Ballot] = []
    for scored in opened.drafts:
        ballots = [ballot for ballot in box.ballots if ballot.draft == scored.draft]
        if not are_named(opened, secrecy):
            ballots = [changed(ballot, voter="") for ballot in ballots]
            shuffle(ballots)
        shown += ballots
    return RevealRound(round=opened.id, ballots=tuple(shown), absent=len(box.absent))


def _round_of(scoring: Scoring, box: BallotBox) -> Round:
    opened = open_round(scoring)
    if opened is None or opened.id != box.round:
        raise refuse("refused.no_open_round")
    return opened


def _with_ballot(opened: Round, box: BallotBox, ballot: Ballot) -> BallotBox:
    drafts = tuple(scored.draft for scored in opened.drafts)
    if ballot.draft not in drafts:
        raise refuse("refused.not_in_round")
    others = tuple(
        each for each in box.ballots if (each.voter, each.draft) != (ballot.voter, ballot.draft)
    )
    ballots = sorted(
        (*others, ballot),
        key=lambda each: (opened.voters.index(each.voter), drafts.index(each.draft)),
    )
    absent = tuple(voter for voter in box.absent if voter != ballot.voter)
    return changed(box, ballots=tuple(ballots), absent=absent)


def _without(box: BallotBox, voter: str) -> BallotBox:
    return changed(
        box,
        ballots=tuple(ballot for ballot in box.ballots if ballot.voter != voter),
        absent=tuple(each for each in box.absent if each != voter),
    )


def _in_order(people: tuple[str, ...], order: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(person for person in order if person in people)
