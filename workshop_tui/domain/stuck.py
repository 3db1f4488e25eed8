"""What the figures of a workshop show when the room is stuck, and ways on: offers, never a verdict.

Four cases (METHOD 2.3, 2.4): two good drafts that will not merge, the same disagreement for a
second round, word-smithing over its timebox, a leader whose scores everyone follows. The last can
be seen only where the group votes by name; it names a person, so it is for the facilitator alone.
Leaves out how often a room may be stuck before somebody decides: that is for people.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import combinations
from typing import Any, Final

import msgspec

from workshop_tui.domain.drafting import Drafting
from workshop_tui.domain.message import Message
from workshop_tui.domain.rounds import CRITERIA, REASON_BELOW, Ballot, Round
from workshop_tui.domain.scoring import Scoring, find_number
from workshop_tui.domain.setup import Level, Setup, name_of
from workshop_tui.domain.tally import (
    FAR_APART,
    mean,
    overall_mean,
    rounds_of,
    scores_on,
    spread,
    talk_order,
)
from workshop_tui.domain.word_smithing import TIMEBOX_MINUTES, seconds_on

FAR_OVER: Final = 1.5
"""Times its time box; a few minutes over it are nobody's trouble."""
LEANS_TO_YES: Final = 3.5
"""A mean from which a draft is nearer to Yes than to Not really, on every criterion: good."""
FEW_SAY_NO: Final = 0.2
"""A mean may hide a split: where a larger share says No, the draft is not good for the group."""
AS_GOOD: Final = 0.5
"""Means that are no further apart are as good as one another."""
YES_FROM: Final = 4
SECOND: Final = 2
ENOUGH_SCORES: Final = 6
"""Fewer scores that could have followed somebody say nothing."""
MOST_FOLLOW: Final = 2 / 3
MOST_DISAGREEMENTS: Final = 3
"""More at once would be a table, not a word to the facilitator."""


class Sighting(msgspec.Struct, frozen=True):
    """saw: what the figures show. ways: what a group could do next, keys of the area `stuck`."""

    saw: Message
    ways: tuple[str, ...]


def sightings(
    setup: Setup, drafting: Drafting, scoring: Scoring, now: datetime | None = None
) -> tuple[Sighting, ...]:
    """Where this workshop looks stuck; () once a statement is chosen, and while it moves on.

    now: with a time zone; None leaves out the word-smithing that is still going on.
    """
    if scoring.outcome is not None and scoring.outcome.kind == "chosen":
        return ()
    revealed = tuple(each for each in scoring.rounds if each.is_revealed)
    if not revealed:
        return tuple(_smithed_too_long(drafting, now))
    return (
        *_smithed_too_long(drafting, now),
        *_two_good_drafts(drafting, revealed),
        *_same_disagreements(scoring, revealed[-1]),
        *_followed_leaders(setup, revealed),
    )


def ways_on(seen: Iterable[Sighting]) -> tuple[Message, ...]:
    """What is offered for all of these, each way once."""
    ways = dict.fromkeys(way for sighting in seen for way in sighting.ways)
    return tuple(Message.of(f"stuck.{way}") for way in ways)


def _smithed_too_long(drafting: Drafting, now: datetime | None) -> Iterator[Sighting]:
    """The drafts whose wording has taken the room far longer than its time box."""
    for draft in dict.fromkeys(each.draft for each in drafting.smithed):
        minutes = seconds_on(drafting.smithed, drafting.absences, draft, now) // 60
        if minutes >= FAR_OVER * TIMEBOX_MINUTES:
            saw = Message.of(
                "stuck.smithed_too_long",
                minutes,
                number=find_number(draft),
                timebox=TIMEBOX_MINUTES,
            )
            yield Sighting(saw, ("two_polish", "score_as_it_is", "sleep_on_it"))


def _two_good_drafts(drafting: Drafting, revealed: tuple[Round, ...]) -> Iterator[Sighting]:
    """The two best, where both are good, about as good, and do not become one."""
    last = revealed[-1]
    best = sorted(
        (each.draft for each in last.drafts),
        key=lambda draft: -(overall_mean(last.ballots, draft) or 0),
    )[:2]
    for first, second in combinations(sorted(best, key=find_number), 2):
        rounds = 0
        for scored in reversed(revealed):
            if not _are_as_good(scored, first, second):
                break
            rounds += 1
        if not rounds:
            continue
        figures: dict[str, Any] = {
            "first": find_number(first),
            "second": find_number(second),
            "first_mean": overall_mean(last.ballots, first) or 0.0,
            "second_mean": overall_mean(last.ballots, second) or 0.0,
        }
        merged = _weaker_merge(drafting, revealed, first, second)
        if merged is not None:
            number, its_mean = merged
            saw = Message.of("stuck.merge_is_weaker", merged=number, its_mean=its_mean, **figures)
        elif rounds >= SECOND:
            saw = Message.of("stuck.two_good_drafts", rounds, **figures)
        else:
            continue
        yield Sighting(saw, ("two_polish", "check_both", "sleep_on_it"))


def _are_as_good(scored: Round, first: str, second: str) -> bool:
    means = [_mean_if_good(scored.ballots, draft) for draft in (first, second)]
    given = [each for each in means if each is not None]
    return len(given) == len(means) and max(given) - min(given) <= AS_GOOD


def _mean_if_good(ballots: tuple[Ballot, ...], draft: str) -> float | None:
    """The mean over all criteria, where every one leans to Yes and hardly anybody says No."""
    for criterion in CRITERIA:
        scores = scores_on(ballots, draft, criterion)
        its_mean = mean(scores)
        if its_mean is None or its_mean < LEANS_TO_YES or _no(scores) > FEW_SAY_NO * len(scores):
            return None
    return overall_mean(ballots, draft)


def _no(scores: tuple[int, ...]) -> int:
    return sum(score < REASON_BELOW for score in scores)


def _weaker_merge(
    drafting: Drafting, revealed: tuple[Round, ...], first: str, second: str
) -> tuple[int, float] | None:
    """The number and latest mean of a merge of the two that scored below both."""
    least = min(overall_mean(revealed[-1].ballots, draft) or 0.0 for draft in (first, second))
    for draft in drafting.drafts:
        if not {first, second} <= set(draft.parents):
            continue
        means = (overall_mean(scored.ballots, draft.id) for scored in reversed(revealed))
        latest = next((each for each in means if each is not None), None)
        if latest is not None and latest < least:
            return draft.number, latest
    return None


def _same_disagreements(scoring: Scoring, last: Round) -> Iterator[Sighting]:
    """Where the group was far apart on the same thing the last time it scored that draft."""
    found = 0
    for apart in talk_order(last):
        before = rounds_of(scoring, apart.draft)[-2:-1]
        if apart.spread < FAR_APART or not before or found == MOST_DISAGREEMENTS:
            continue
        earlier = spread(scores_on(before[0].ballots, apart.draft, apart.criterion))
        if earlier < FAR_APART:
            continue
        scores = scores_on(last.ballots, apart.draft, apart.criterion)
        found += 1
        yield Sighting(
            Message.of(
                "stuck.same_disagreement",
                number=find_number(apart.draft),
                criterion=Message.of(f"criterion.{apart.criterion}"),
                earlier=earlier,
                now=apart.spread,
                no=_no(scores),
                yes=sum(score >= YES_FROM for score in scores),
            ),
            ("two_polish", "sleep_on_it", "outside_facilitator"),
        )


def _followed_leaders(setup: Setup, revealed: tuple[Round, ...]) -> Iterator[Sighting]:
    """Whose scores of the first of the last two rounds most others moved to in the second."""
    if setup.ballots != "named" or len(revealed) < SECOND:
        return
    before, after = revealed[-2:]
    for leader in _leaders(setup, after):
        followed, apart = _followed(before, after, leader)
        if apart >= ENOUGH_SCORES and followed >= apart * MOST_FOLLOW:
            yield Sighting(
                Message.of(
                    "stuck.leader_is_followed",
                    name=name_of(setup, leader),
                    followed=followed,
                    apart=apart,
                    before=revealed.index(before) + 1,
                    after=revealed.index(after) + 1,
                ),
                ("leader_last", "votes_without_names", "outside_facilitator"),
            )


def _leaders(setup: Setup, scored: Round) -> tuple[str, ...]:
    """The voters of the highest level in the round, where they are not most of the group."""
    order: tuple[Level, ...] = ("executive", "manager")
    voters = [person for person in setup.people if person.id in scored.voters]
    for level in order:
        found = tuple(person.id for person in voters if person.level == level)
        if found:
            return found if len(found) * 2 < len(voters) else ()
    return ()


def _followed(before: Round, after: Round, leader: str) -> tuple[int, int]:
    """How many scores of others that differed from the leader's came nearer, of how many.

    (0, 0) where the leader's own scores moved more than they stayed: then nobody was followed.
    """
    old, new = _cells(before), _cells(after)
    own = {cell[1:]: score for cell, score in old.items() if cell[0] == leader}
    kept = sum(new.get((leader, *place)) == score for place, score in own.items())
    if kept * 2 <= len(own):
        return 0, 0
    followed = apart = 0
    for cell, score in old.items():
        wanted = own.get(cell[1:])
        if cell[0] == leader or wanted is None or score == wanted or cell not in new:
            continue
        apart += 1
        followed += abs(new[cell] - wanted) < abs(score - wanted)
    return followed, apart


def _cells(scored: Round) -> dict[tuple[str, str, str], int]:
    """(voter, draft, criterion) -> score, of the ballots that carry a name."""
    return {
        (ballot.voter, ballot.draft, criterion): ballot.scores.on(criterion)
        for ballot in scored.ballots
        if ballot.voter and ballot.scores is not None
        for criterion in CRITERIA
    }
