"""Rounds of scores: ballots on three criteria, hidden until all are revealed at once. No files.

Leaves out the ballots of an open round (`ballots`), which are in no session, and what revealed
ones say (`tally`).
"""

from typing import ClassVar, Literal, TypeAlias, assert_never, get_args

from workshop_tui.domain.drafting import Drafting, shortlist
from workshop_tui.domain.message import refuse
from workshop_tui.domain.setup import BallotSecrecy, Setup, name_of, voters
from workshop_tui.domain.values import (
    Action,
    Count,
    Identified,
    Line,
    Score,
    Value,
    add,
    changed,
    find,
    put,
)

Criterion = Literal["simple", "customer", "now", "aspire"]
"""Simple and easily understood; customer focused; who we are now; who we aspire to be."""
CRITERIA: tuple[Criterion, ...] = get_args(Criterion)

REASON_BELOW = 3
"""A score under this needs a reason (our default)."""


class Scores(Value, frozen=True):
    """One person's scores of one draft, 1 (no) to 5 (yes)."""

    simple: Score
    customer: Score
    now: Score
    aspire: Score

    def on(self, criterion: Criterion) -> int:
        score: int = getattr(self, criterion)
        return score


class Reasons(Value, frozen=True):
    """What one person said of one draft; empty where nothing was said."""

    simple: Line = ""
    customer: Line = ""
    now: Line = ""
    aspire: Line = ""

    def on(self, criterion: Criterion) -> str:
        reason: str = getattr(self, criterion)
        return reason


class Ballot(Value, frozen=True):
    """A revealed ballot. voter: a person, or "" where the group votes without names."""

    draft: str
    voter: str = ""
    scores: Scores | None = None
    """None: this person abstained."""
    reasons: Reasons = Reasons()


class RoundDraft(Value, frozen=True):
    """A draft as it read when the round was opened."""

    draft: str
    version: Count
    text: Line


class Round(Identified, frozen=True):
    drafts: tuple[RoundDraft, ...]
    voters: tuple[str, ...]
    """Who may vote: those present when the round was opened, and who was admitted since, in
    roster order."""
    secrecy: BallotSecrecy = "shuffled"
    """What was promised when it was opened; set-up may say otherwise since, for the next one."""
    is_revealed: bool = False
    ballots: tuple[Ballot, ...] = ()
    absent: Count = 0
    """Voters of whom no ballot came."""


class _RoundAction(Action, frozen=True):
    stage = "scoring"


class OpenRound(_RoundAction, frozen=True):
    id_prefix: ClassVar[str] = "round"
    id: str = ""


class RevealRound(_RoundAction, frozen=True):
    """All ballots at once. The Room fills them in: by name, or shuffled within each draft."""

    can_be_undone: ClassVar[bool] = False
    round: str
    ballots: tuple[Ballot, ...] = ()
    absent: Count = 0


class AdmitVoter(_RoundAction, frozen=True):
    """Somebody who came after the round was opened votes in it too."""

    round: str
    voter: str


class CloseRound(_RoundAction, frozen=True):
    """Give a round up before its reveal; its ballots are thrown away unseen."""

    round: str


RoundAction: TypeAlias = OpenRound | AdmitVoter | RevealRound | CloseRound


def apply(
    setup: Setup, drafting: Drafting, rounds: tuple[Round, ...], action: RoundAction
) -> tuple[Round, ...]:
    """The rounds after the action. Raises RefusedError with the reason."""
    match action:
        case OpenRound():
            return add(rounds, _new_round(setup, drafting, rounds, action.id))
        case AdmitVoter():
            return put(rounds, _admitted(setup, rounds, action))
        case RevealRound():
            return put(rounds, _revealed(rounds, action))
        case CloseRound():
            closed = _open(rounds, action.round)
            return tuple(each for each in rounds if each is not closed)
        case _:
            assert_never(action)


def reasons_wanted(scores: Scores, reasons: Reasons) -> tuple[Criterion, ...]:
    """The criteria whose low score still lacks its reason."""
    return tuple(
        criterion
        for criterion in CRITERIA
        if scores.on(criterion) < REASON_BELOW and not reasons.on(criterion)
    )


def _new_round(setup: Setup, drafting: Drafting, rounds: tuple[Round, ...], round_id: str) -> Round:
    if any(not each.is_revealed for each in rounds):
        raise refuse("refused.round_is_open")
    drafts = shortlist(drafting)
    if not drafts:
        raise refuse("refused.nothing_shortlisted")
    present = voters(setup)
    if not present:
        raise refuse("refused.no_voters")
    return Round(
        id=round_id,
        drafts=tuple(
            RoundDraft(draft=draft.id, version=draft.version, text=draft.text) for draft in drafts
        ),
        voters=tuple(voter.id for voter in present),
        secrecy=setup.ballots,
    )


def _admitted(setup: Setup, rounds: tuple[Round, ...], action: AdmitVoter) -> Round:
    opened = _open(rounds, action.round)
    if action.voter in opened.voters:
        raise refuse("refused.votes_already", name=name_of(setup, action.voter))
    if action.voter not in {person.id for person in voters(setup)}:
        raise refuse("refused.is_no_voter")
    admitted = {*opened.voters, action.voter}
    known = tuple(person.id for person in setup.people if person.id in admitted)
    # Whoever was taken off the roster by hand since still votes in this round.
    others = tuple(voter for voter in opened.voters if voter not in known)
    return changed(opened, voters=(*known, *others))


def _open(rounds: tuple[Round, ...], round_id: str) -> Round:
    found = find(rounds, round_id)
    if found.is_revealed:
        raise refuse("refused.round_is_revealed")
    return found


def _revealed(rounds: tuple[Round, ...], action: RevealRound) -> Round:
    opened = _open(rounds, action.round)
    if not action.ballots:
        raise refuse("refused.no_ballots")
    # The round may read otherwise than when it was voted on, when an earlier step is taken back.
    for scored in opened.drafts:
        cast = [ballot for ballot in action.ballots if ballot.draft == scored.draft]
        if len(cast) + action.absent != len(opened.voters):
            raise refuse("refused.ballots_do_not_match")
    known = {scored.draft for scored in opened.drafts}
    if any(
        ballot.draft not in known or (ballot.voter and ballot.voter not in opened.voters)
        for ballot in action.ballots
    ):
        raise refuse("refused.ballots_do_not_match")
    return changed(opened, is_revealed=True, ballots=action.ballots, absent=action.absent)
