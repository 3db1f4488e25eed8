"""The hidden box of a workshop: what was given unseen, in the open round and in the open dot vote.

Both lie in one box, a compartment each, which the Room owns and `store` keeps in a file of its own:
whatever is shown, exported or followed is made of the session, and the box is not in it. What goes
into a compartment, and what comes out at the reveal, is told in `ballots` and `dots`.
"""

from typing import TypeAlias

from workshop_tui.domain import ballots, dots
from workshop_tui.domain.ballots import BallotAction, BallotBox, Shuffle
from workshop_tui.domain.dots import DotBox, DotCardAction, RevealDots, open_vote
from workshop_tui.domain.message import refuse
from workshop_tui.domain.rounds import RevealRound
from workshop_tui.domain.scoring import open_round
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import Value, changed

HiddenAction: TypeAlias = BallotAction | DotCardAction
"""What goes into the box and never into the journal."""


class HiddenBox(Value, frozen=True):
    """What was given and nobody may see yet.

    scores: the ballots of the open round; None where none is open. dots: the cards of the open dot
    vote; None where none is.
    """

    scores: BallotBox | None = None
    dots: DotBox | None = None


def fitting(session: Session, box: HiddenBox) -> HiddenBox:
    """The box without what belongs to a round or a vote that is not open, or no longer."""
    opened, vote = open_round(session.scoring), open_vote(session.drafting.votes)
    scores, cards = box.scores, box.dots
    if opened is None:
        scores = None
    elif scores is None or scores.round != opened.id:
        scores = BallotBox(round=opened.id)
    if vote is None:
        cards = None
    elif cards is None or cards.vote != vote.id:
        cards = DotBox(vote=vote.id)
    return HiddenBox(scores=scores, dots=cards)


def is_empty(box: HiddenBox) -> bool:
    """Whether nothing would be lost without it."""
    return not (_has_ballots(box) or (box.dots and (box.dots.cards or box.dots.absent)))


def given(session: Session, box: HiddenBox, action: HiddenAction) -> HiddenBox:
    """The box after the action. box: one that is `fitting`. Raises RefusedError."""
    if isinstance(action, DotCardAction):
        return changed(box, dots=dots.place(session.drafting.votes, dots_in(box), action))
    return changed(box, scores=ballots.cast(session.scoring, scores_in(box), action))


def scores_in(box: HiddenBox) -> BallotBox:
    """The compartment of the open round. Raises RefusedError where none is open."""
    if box.scores is None:
        raise refuse("refused.no_open_round")
    return box.scores


def dots_in(box: HiddenBox) -> DotBox:
    """The compartment of the open vote. Raises RefusedError where none is open."""
    if box.dots is None:
        raise refuse("refused.no_open_dots")
    return box.dots


def filled_in(
    session: Session, box: HiddenBox, action: RevealRound | RevealDots, shuffle: Shuffle
) -> RevealRound | RevealDots:
    """The reveal with what it brings out of the box. Raises RefusedError."""
    if isinstance(action, RevealDots):
        return dots.revealed(session.drafting.votes, dots_in(box))
    return ballots.revealed(session.scoring, scores_in(box), session.setup.ballots, shuffle)


def refuse_to_lose(box: HiddenBox, before: Session, after: Session) -> None:
    """Refuse a step that would pull round or vote from under what lies in the box."""
    if _has_ballots(box) and open_round(before.scoring) != open_round(after.scoring):
        raise refuse("refused.round_has_ballots")
    votes = (open_vote(before.drafting.votes), open_vote(after.drafting.votes))
    if box.dots is not None and box.dots.cards and votes[0] != votes[1]:
        raise refuse("refused.vote_has_dots")


def _has_ballots(box: HiddenBox) -> bool:
    return box.scores is not None and bool(box.scores.ballots or box.scores.absent)
