"""What a number of answers allows to say. Behaviour, not advice: the reading applies it.

Source: LANGUAGE notes on subsamples of 1,155 real answers. With 30 answers only four of the true
first ten specific words are found, and scores beside a word are mostly chance.
"""

from math import sqrt

import msgspec

LIST_BELOW = 10
PERCENT_FROM = 30
THREE_PEOPLE_FROM = 50
CAUTIOUS_SCORE_FROM = 100
Z_95 = 1.96
FEWEST_PEOPLE = 5
"""People in a group, and in what is left of all groups, for it to be shown."""
FEWEST_TOGETHER = 3
"""People of a group who must have said a word, however small the survey: two might be known."""


class SampleRules(msgspec.Struct, frozen=True):
    """people: answers with content.

    may_rank: words may be put in order; below that the answers are listed, words marked.
    shows_percent: shares and scores may be shown; below that "3 of 12 people".
    shows_low: the conservative end of the score may be shown.
    fold_below: words said by fewer people than this are folded away.
    support: two words must be said together by this many people to be shown together.
    """

    people: int
    may_rank: bool
    shows_percent: bool
    shows_low: bool
    fold_below: int
    support: int


def rules_for(people: int) -> SampleRules:
    """The rules for a survey that so many people answered with content."""
    support = 3 if people >= THREE_PEOPLE_FROM else 2
    return SampleRules(
        people=people,
        may_rank=people >= LIST_BELOW,
        shows_percent=people >= PERCENT_FROM,
        shows_low=people >= CAUTIOUS_SCORE_FROM,
        fold_below=support if people >= LIST_BELOW else 1,
        support=support,
    )


def wilson_interval(people: int, everybody: int) -> tuple[float, float]:
    """Where the share of a larger staff may lie, 95 %, when these people are a sample of it.

    Wilson's interval, which stays inside 0 to 1 and holds for small numbers. Where everybody was
    asked and answered there is nothing to estimate.
    """
    if not everybody:
        return 0.0, 1.0
    share, z2 = people / everybody, Z_95 * Z_95
    scale = 1 + z2 / everybody
    centre = (share + z2 / (2 * everybody)) / scale
    half = Z_95 * sqrt(share * (1 - share) / everybody + z2 / (4 * everybody**2)) / scale
    return max(0.0, centre - half), min(1.0, centre + half)
