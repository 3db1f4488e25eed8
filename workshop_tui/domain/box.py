"""The ballot box of a workshop: what was given unseen, in the open round and in the open dot vote.

Both lie in one box, which the Room owns and `store` keeps in a file of its own: whatever is shown,
exported or followed is made of the session, and the box is not in it.
"""

from typing import TypeAlias

from workshop_tui.domain import ballots, dots
from workshop_tui.domain.ballots import BallotAction, BallotBox, Shuffle
from workshop_tui.domain.dots import DotBox, DotCardAction, RevealDots, open_vote
from workshop_tui.domain.message import refuse
from workshop_tui.domain.rounds import RevealRound
from workshop_tui.domain.scoring import open_round
from workshop_tui.domain.session import Session

HiddenAction: TypeAlias = BallotAction | DotCardAction
"""What goes into the box and never into the journal."""


def fitting(session: Session, box: BallotBox | None) -> BallotBox:
    """The box without what belongs to a round or a vote that is not open, or no longer."""
    box = box or BallotBox()
    opened, vote = open_round(session.scoring), open_vote(session.drafting.votes)
    dot_box = None
    if vote is not None:
        dot_box = box.dots if box.dots and box.dots.vote == vote.id else DotBox(vote=vote.id)
    if opened is not None and box.round == opened.id:
        return BallotBox(round=box.round, ballots=box.ballots, absent=box.absent, dots=dot_box)
    return BallotBox(round=opened.id if opened else "", dots=dot_box)


def is_empty(box: BallotBox) -> bool:
    """Whether nothing would be lost without it."""
    has_dots = box.dots is not None and bool(box.dots.cards or box.dots.absent)
    return not (box.ballots or box.absent or has_dots)


def given(session: Session, box: BallotBox, action: HiddenAction) -> BallotBox:
    """The box after the action. box: one that is `fitting`. Raises RefusedError."""
    if isinstance(action, DotCardAction):
        dot_box = dots.place(session.drafting.votes, dots_in(box), action)
        return BallotBox(round=box.round, ballots=box.ballots, absent=box.absent, dots=dot_box)
    return ballots.cast(session.scoring, box, action)


def dots_in(box: BallotBox) -> DotBox:
    """The compartment of the open vote. Raises RefusedError where none is open."""
    if box.dots is None:
        raise refuse("refused.no_open_dots")
    return box.dots


def filled_in(
    session: Session, box: BallotBox, action: RevealRound | RevealDots, shuffle: Shuffle
) -> RevealRound | RevealDots:
    """The reveal with what it brings out of the box. Raises RefusedError."""
    if isinstance(action, RevealDots):
        return dots.revealed(session.drafting.votes, dots_in(box))
    return ballots.revealed(session.scoring, box, session.setup.ballots, shuffle)


def refuse_to_lose(box: BallotBox, before: Session, after: Session) -> None:
    """Refuse a step that would pull round or vote from under what lies in the box."""
    is_voted_on = bool(box.ballots or box.absent)
    if is_voted_on and open_round(before.scoring) != open_round(after.scoring):
        raise refuse("refused.round_has_ballots")
    votes = (open_vote(before.drafting.votes), open_vote(after.drafting.votes))
    if box.dots is not None and box.dots.cards and votes[0] != votes[1]:
        raise refuse("refused.vote_has_dots")
