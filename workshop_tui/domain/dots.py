"""Dots: how a group narrows many drafts to a few. Each writer places some; all are shown at once.

A card that was filled in is seen by nobody before the reveal: cards lie in the hidden box, outside
the session and its journal (`hidden_box`). What the reveal brings into the session are sums
alone, so whose dots they were is never told. Leaves out the drafts themselves (`drafting`).
"""

from collections import Counter
from typing import ClassVar, TypeAlias, assert_never

from workshop_tui.domain.message import refuse
from workshop_tui.domain.setup import Setup, present_writers
from workshop_tui.domain.values import (
    Action,
    Count,
    Identified,
    Line,
    Value,
    add,
    changed,
    find,
    put,
)

DOTS_EACH = 3
"""Dots of one person, where nobody says otherwise (our default)."""
MOST_DOTS_EACH = 10


class DotDraft(Value, frozen=True):
    """A draft as it read when dots were placed on it."""

    draft: str
    version: Count
    text: Line


class DotSum(Value, frozen=True):
    """The dots on one draft, and how many people placed them."""

    draft: str
    dots: Count
    people: Count


class DotVote(Identified, frozen=True):
    """dots_each: the most that one person may place, on one draft or on several."""

    drafts: tuple[DotDraft, ...]
    voters: tuple[str, ...]
    """The writers present when it was opened, in roster order."""
    dots_each: Count
    is_revealed: bool = False
    sums: tuple[DotSum, ...] = ()
    """One for each draft, in their order; () before the reveal."""
    absent: Count = 0


class DotCard(Value, frozen=True):
    """What one person placed. drafts: one for each dot; () where the person passed."""

    voter: str
    drafts: tuple[str, ...] = ()


class DotBox(Value, frozen=True):
    """vote: the one it belongs to. cards, absent: in the order of the roster."""

    vote: str
    cards: tuple[DotCard, ...] = ()
    absent: tuple[str, ...] = ()


class _DotAction(Action, frozen=True):
    stage = "drafting"


class OpenDotVote(_DotAction, frozen=True):
    """On every draft that is open or on the shortlist."""

    id_prefix: ClassVar[str] = "vote"
    dots_each: Count = DOTS_EACH
    id: str = ""


class RevealDots(_DotAction, frozen=True):
    """All dots at once. The Room fills in the sums."""

    can_be_undone: ClassVar[bool] = False
    vote: str
    sums: tuple[DotSum, ...] = ()
    absent: Count = 0


class GiveUpDots(_DotAction, frozen=True):
    """Its cards are thrown away unseen."""

    vote: str


class _HiddenDots(_DotAction, frozen=True):
    can_be_undone = False


class PlaceDots(_HiddenDots, frozen=True):
    """One person's card; a later one replaces it. drafts: one for each dot, () to pass."""

    voter: str
    drafts: tuple[str, ...] = ()


class MarkAbsentFromDots(_HiddenDots, frozen=True):
    voter: str


class TakeBackDots(_HiddenDots, frozen=True):
    """The card of one person, as if nothing had been placed yet."""

    voter: str


DotVoteAction: TypeAlias = OpenDotVote | RevealDots | GiveUpDots
DotCardAction: TypeAlias = PlaceDots | MarkAbsentFromDots | TakeBackDots


def apply(
    setup: Setup,
    candidates: tuple[DotDraft, ...],
    votes: tuple[DotVote, ...],
    action: DotVoteAction,
) -> tuple[DotVote, ...]:
    """The votes after the action. candidates: the drafts that dots can be placed on now.

    Raises RefusedError with the reason.
    """
    match action:
        case OpenDotVote():
            return add(votes, _new_vote(setup, candidates, votes, action))
        case RevealDots():
            return put(votes, _with_sums(_unrevealed(votes, action.vote), action))
        case GiveUpDots():
            given_up = _unrevealed(votes, action.vote)
            return tuple(vote for vote in votes if vote is not given_up)
        case _:
            assert_never(action)


def open_vote(votes: tuple[DotVote, ...]) -> DotVote | None:
    """The vote in which dots are being placed, if any."""
    return next((vote for vote in votes if not vote.is_revealed), None)


def dots_on(votes: tuple[DotVote, ...], draft: str) -> int | None:
    """The dots on a draft in the latest revealed vote that it was part of; None without one."""
    for vote in reversed(votes):
        found = [each.dots for each in vote.sums if each.draft == draft]
        if vote.is_revealed and found:
            return found[0]
    return None


def place(votes: tuple[DotVote, ...], box: DotBox, action: DotCardAction) -> DotBox:
    """The box after the action. Raises RefusedError, which never says where a dot was."""
    opened = _vote_of(votes, box)
    if action.voter not in opened.voters:
        raise refuse("refused.may_not_vote")
    emptied = _without(box, action.voter)
    match action:
        case PlaceDots():
            card = DotCard(voter=action.voter, drafts=_allowed(opened, action.drafts))
            cards = sorted((*emptied.cards, card), key=lambda each: opened.voters.index(each.voter))
            return changed(emptied, cards=tuple(cards))
        case MarkAbsentFromDots():
            absent = {*emptied.absent, action.voter}
            return changed(
                emptied, absent=tuple(voter for voter in opened.voters if voter in absent)
            )
        case TakeBackDots():
            return emptied
        case _:
            assert_never(action)


def waiting_for(votes: tuple[DotVote, ...], box: DotBox) -> tuple[str, ...]:
    """The voters who are not absent and whose card is still wanted, in roster order."""
    there = {card.voter for card in box.cards} | set(box.absent)
    return tuple(voter for voter in _vote_of(votes, box).voters if voter not in there)


def revealed(votes: tuple[DotVote, ...], box: DotBox) -> RevealDots:
    """The action that shows the sums. Raises RefusedError while somebody is waited for."""
    opened = _vote_of(votes, box)
    waited_for = waiting_for(votes, box)
    if waited_for:
        raise refuse("refused.still_waiting", count=len(waited_for))
    dots = Counter(draft for card in box.cards for draft in card.drafts)
    people = Counter(draft for card in box.cards for draft in set(card.drafts))
    sums = tuple(
        DotSum(draft=each.draft, dots=dots[each.draft], people=people[each.draft])
        for each in opened.drafts
    )
    return RevealDots(vote=opened.id, sums=sums, absent=len(box.absent))


def _new_vote(
    setup: Setup,
    candidates: tuple[DotDraft, ...],
    votes: tuple[DotVote, ...],
    action: OpenDotVote,
) -> DotVote:
    if open_vote(votes) is not None:
        raise refuse("refused.dots_are_open")
    if len(candidates) < 2:
        raise refuse("refused.nothing_to_narrow")
    if not 1 <= action.dots_each <= MOST_DOTS_EACH:
        raise refuse("refused.dots_each", most=MOST_DOTS_EACH)
    voters = tuple(person.id for person in present_writers(setup))
    if not voters:
        raise refuse("refused.no_voters")
    return DotVote(id=action.id, drafts=candidates, voters=voters, dots_each=action.dots_each)


def _unrevealed(votes: tuple[DotVote, ...], vote_id: str) -> DotVote:
    found = find(votes, vote_id)
    if found.is_revealed:
        raise refuse("refused.dots_are_revealed")
    return found


def _with_sums(opened: DotVote, action: RevealDots) -> DotVote:
    # The vote may read otherwise than when dots were placed, when an earlier step is taken back.
    placed = sum(each.dots for each in action.sums)
    most = opened.dots_each * (len(opened.voters) - action.absent)
    if [each.draft for each in action.sums] != [each.draft for each in opened.drafts] or (
        placed > most
    ):
        raise refuse("refused.dots_do_not_match")
    return changed(opened, is_revealed=True, sums=action.sums, absent=action.absent)


def _vote_of(votes: tuple[DotVote, ...], box: DotBox) -> DotVote:
    opened = open_vote(votes)
    if opened is None or opened.id != box.vote:
        raise refuse("refused.no_open_dots")
    return opened


def _allowed(opened: DotVote, drafts: tuple[str, ...]) -> tuple[str, ...]:
    if len(drafts) > opened.dots_each:
        raise refuse("refused.too_many_dots", opened.dots_each)
    known = {each.draft for each in opened.drafts}
    if not known.issuperset(drafts):
        raise refuse("refused.not_in_dot_vote")
    return drafts


def _without(box: DotBox, voter: str) -> DotBox:
    return changed(
        box,
        cards=tuple(card for card in box.cards if card.voter != voter),
        absent=tuple(each for each in box.absent if each != voter),
    )
