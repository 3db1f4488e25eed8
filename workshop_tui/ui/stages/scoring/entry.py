"""How typed scores are read: ballots as one line per person, hands as a row of numbers. No screen.

`ana 4534` scores one draft, `ana 4534 4455 5555` three at once; a `-` in place of four scores
abstains, and a word says that the person is absent.
"""

import re
from dataclasses import dataclass
from typing import Final

from workshop_tui.domain.ballots import Abstain, BallotAction, CastScores, MarkAbsent
from workshop_tui.domain.message import RefusedError, refuse
from workshop_tui.domain.scoring import CRITERIA, Criterion, Reasons, Round, Scores, reasons_wanted
from workshop_tui.domain.setup import Setup, called, name_of

ABSENT: Final = ("absent", "absen", "tidak hadir")
ABSTAINS: Final = "-"
ENDS_IN_SCORES: Final = re.compile(r"(?P<name>.*?[^\d\s,;/-])\s*(?P<scores>[-0-9\s,;/]+)")
SEPARATORS: Final = str.maketrans("", "", " \t,;/")


@dataclass(frozen=True, slots=True)
class DraftScores:
    """scores: None for an abstention."""

    draft: str
    scores: Scores | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what one person gave. drafts: () where the person is absent."""

    voter: str
    drafts: tuple[DraftScores, ...] = ()


@dataclass(frozen=True, slots=True)
class ReasonWanted:
    """A low score that still needs its reason."""

    draft: str
    criterion: Criterion


def read_entry(line: str, setup: Setup, opened: Round, draft: str) -> Entry:
    """The line as one person's ballots.

    draft: the one that four scores alone are for. Raises RefusedError, which never repeats a
    score, because the room sees what is refused.
    """
    absent = next((word for word in ABSENT if line.casefold().strip().endswith(f" {word}")), "")
    if absent:
        return Entry(_voter(line.strip()[: -len(absent)], setup, opened))
    voter, groups = _split(line, setup, opened)
    drafts = [draft] if len(groups) == 1 else [scored.draft for scored in opened.drafts]
    return Entry(
        voter,
        tuple(DraftScores(of, _scores(group)) for of, group in zip(drafts, groups, strict=True)),
    )


def voter_in(line: str, setup: Setup, opened: Round) -> str:
    """The name of the voter with whom the line begins, or "" so far."""
    found = ENDS_IN_SCORES.fullmatch(line.strip())
    name = found.group("name") if found else line
    for word in ABSENT:
        name = name.removesuffix(f" {word}")
    try:
        return name_of(setup, _voter(name, setup, opened))
    except RefusedError:
        return ""


def reasons_wanted_of(entry: Entry) -> tuple[ReasonWanted, ...]:
    """The low scores of an entry, draft by draft, in the order of the criteria."""
    return tuple(
        ReasonWanted(each.draft, criterion)
        for each in entry.drafts
        if each.scores is not None
        for criterion in reasons_wanted(each.scores, Reasons())
    )


def actions_of(entry: Entry, reasons: dict[ReasonWanted, str]) -> list[BallotAction]:
    """What the Room is asked to do for an entry and the reasons that were given."""
    if not entry.drafts:
        return [MarkAbsent(voter=entry.voter)]
    return [_action(entry.voter, each, reasons) for each in entry.drafts]


def read_hands(text: str) -> tuple[int, ...]:
    """The values of a show of hands: `5 4 3 3` or `5433`. Raises RefusedError."""
    digits = text.translate(SEPARATORS)
    if not (digits.isascii() and digits.isdecimal()) or max(map(int, digits)) > 7:
        raise refuse("scoring_view.not_hands")
    return tuple(int(digit) for digit in digits)


def _split(line: str, setup: Setup, opened: Round) -> tuple[str, list[str]]:
    """The voter and the groups of scores; a name may itself end in a digit."""
    line = line.strip()
    found = ENDS_IN_SCORES.fullmatch(line)
    if found is None:
        raise refuse("scoring_view.not_a_ballot", drafts=len(opened.drafts))
    begin = found.start("scores")
    refused: RefusedError = refuse("scoring_view.not_a_ballot", drafts=len(opened.drafts))
    for start in range(begin, len(line)):
        groups = _groups(line[start:].translate(SEPARATORS))
        if groups is None or len(groups) not in {1, len(opened.drafts)}:
            continue
        try:
            return _voter(line[:start], setup, opened), groups
        except RefusedError as reason:
            # A longer name is tried, but only the one without scores is ever named.
            refused = reason if start == begin else refused
    raise refused


def _groups(scores: str) -> list[str] | None:
    """Four digits or a `-` each; None where that does not come out even."""
    if not scores or scores.strip("0123456789" + ABSTAINS):
        return None
    groups: list[str] = []
    while scores:
        size = 1 if scores.startswith(ABSTAINS) else len(CRITERIA)
        group, scores = scores[:size], scores[size:]
        if len(group) < size or (size > 1 and ABSTAINS in group):
            return None
        groups.append(group)
    return groups


def _scores(group: str) -> Scores | None:
    if group == ABSTAINS:
        return None
    if set(group) - set("12345"):
        raise refuse("scoring_view.not_a_score")
    simple, customer, now, aspire = (int(digit) for digit in group)
    return Scores(simple=simple, customer=customer, now=now, aspire=aspire)


def _voter(name: str, setup: Setup, opened: Round) -> str:
    person = called(setup, name.strip().rstrip(":"))
    if person.id not in opened.voters:
        raise refuse("refused.may_not_vote")
    return person.id


def _action(voter: str, given: DraftScores, reasons: dict[ReasonWanted, str]) -> BallotAction:
    if given.scores is None:
        return Abstain(voter=voter, draft=given.draft)
    said = {
        criterion: reasons.get(ReasonWanted(given.draft, criterion), "") for criterion in CRITERIA
    }
    return CastScores(
        voter=voter,
        draft=given.draft,
        scores=given.scores,
        reasons=Reasons(**said),
    )
