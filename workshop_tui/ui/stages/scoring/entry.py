"""How typed scores are read: ballots as one line per person, hands as a row of numbers. No screen.

`ana 4534` scores one draft, `ana 4534 4455 5555` three at once; a `-` in place of four scores
abstains, and a word says that the person is absent. Behind the scores stand the reasons for the
low ones, in the order of the card: `ana 4534 2445 too vague; not us`.

The room may see what is refused, so a refusal never repeats what was typed, and a card without a
reason is refused in the same words as one that cannot be read: who is asked for a reason has
scored low.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workshop_tui.domain.ballots import Abstain, BallotAction, CastScores, MarkAbsent
from workshop_tui.domain.message import RefusedError, refuse
from workshop_tui.domain.rounds import CRITERIA, Criterion, Reasons, Round, Scores, reasons_wanted
from workshop_tui.domain.setup import Person, Setup, called, may_vote
from workshop_tui.domain.values import changed

ABSENT: Final = ("absent", "absen", "tidak hadir")
ABSTAINS: Final = "-"
RUN_OF_SCORES: Final = re.compile(r"[-0-9][-0-9\s,/]*")
SEPARATORS: Final = str.maketrans("", "", " \t,;/")
BETWEEN_REASONS: Final = ";"
LONGEST_RUN: Final = 200
"""Digits and blanks; more is no card, and would take long to try."""


@dataclass(frozen=True, slots=True)
class DraftScores:
    """scores: None for an abstention."""

    draft: str
    scores: Scores | None


@dataclass(frozen=True, slots=True)
class ReasonWanted:
    """A low score, which needs its reason."""

    draft: str
    criterion: Criterion


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what one person gave. drafts: () where the person is absent.

    reasons: for the low scores, in the order of the card; as many as there are low scores, or
    none yet.
    """

    voter: str
    drafts: tuple[DraftScores, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def lacks_reasons(self) -> bool:
        return len(self.reasons) < len(reasons_wanted_of(self))


def read_entry(line: str, setup: Setup, opened: Round, draft: str) -> Entry:
    """The line as one person's ballots.

    draft: the one that four scores alone are for. Raises RefusedError, which never repeats what
    was typed.
    """
    line = line.strip()
    name = _name_of_absent(line)
    if name:
        return Entry(_voter(name, setup, opened))
    not_a_ballot = refuse("scoring_view.not_a_ballot", len(opened.drafts))
    refused = not_a_ballot
    for place, (name, scores, reasons) in enumerate(_readings(line, len(opened.drafts))):
        try:
            voter = _voter(name, setup, opened)
        except RefusedError as reason:
            # Longer names are tried too, but only the one before all digits says what is wrong.
            refused = refused if place else reason
            continue
        drafts = [draft] if len(scores) == 1 else [scored.draft for scored in opened.drafts]
        scored = tuple(DraftScores(*each) for each in zip(drafts, scores, strict=True))
        entry = Entry(voter, scored, reasons)
        if not reasons or len(reasons) == len(reasons_wanted_of(entry)):
            return entry
        refused = not_a_ballot
    raise refused


def voter_in(line: str, setup: Setup, opened: Round) -> Person | None:
    """The voter with whom the line begins, or nobody so far."""
    line = line.strip()
    found = RUN_OF_SCORES.search(line)
    name = _name_of_absent(line) or (line[: found.start()] if found else line)
    try:
        voter = _voter(name, setup, opened)
    except RefusedError:
        return None
    return next((person for person in setup.people if person.id == voter), None)


def reasons_wanted_of(entry: Entry) -> tuple[ReasonWanted, ...]:
    """The low scores of an entry, draft by draft, in the order of the criteria."""
    return tuple(
        ReasonWanted(each.draft, criterion)
        for each in entry.drafts
        if each.scores is not None
        for criterion in reasons_wanted(each.scores, Reasons())
    )


def actions_of(entry: Entry) -> list[BallotAction]:
    """What the Room is asked to do for an entry that lacks no reason."""
    if not entry.drafts:
        return [MarkAbsent(voter=entry.voter)]
    reasons = dict(zip(reasons_wanted_of(entry), entry.reasons, strict=True))
    return [_action(entry.voter, each, reasons) for each in entry.drafts]


def read_hands(text: str, highest: int) -> tuple[int, ...]:
    """The values of a show of hands: `5 4 3 3` or `5433`, each from 0 to `highest`.

    Raises RefusedError.
    """
    digits = text.translate(SEPARATORS)
    if not (digits.isascii() and digits.isdecimal()) or max(map(int, digits)) > highest:
        raise refuse("scoring_view.not_hands", highest=highest)
    return tuple(int(digit) for digit in digits)


def _name_of_absent(line: str) -> str:
    """The name before a word that says absent; "" where scores stand before it: it is a reason."""
    for word in ABSENT:
        if line.casefold().endswith(f" {word}"):
            name = line[: -len(word)].strip()
            return "" if next(_readings(name, 1), None) else name
    return ""


def _readings(line: str, drafts: int) -> Iterator[tuple[str, list[Scores | None], tuple[str, ...]]]:
    """Name, scores and reasons in every way that the line can be read; a name may hold digits.

    drafts: of the round; the scores are for one of them or for all.
    """
    for run in RUN_OF_SCORES.finditer(line):
        said = line[run.end() :].strip().removeprefix(":").split(BETWEEN_REASONS)
        reasons = tuple(reason.strip() for reason in said if reason.strip())
        for start in range(run.start(), run.end() if len(run.group()) <= LONGEST_RUN else 0):
            scores = _scores_in(line[start : run.end()].translate(SEPARATORS))
            if line[:start].strip() and scores is not None and len(scores) in {1, drafts}:
                yield line[:start], scores, reasons


def _scores_in(typed: str) -> list[Scores | None] | None:
    """Four digits or a `-` each; None where that does not come out even."""
    scores: list[Scores | None] = []
    while typed:
        if typed.startswith(ABSTAINS):
            scores.append(None)
            typed = typed[1:]
            continue
        group, typed = typed[: len(CRITERIA)], typed[len(CRITERIA) :]
        if len(group) < len(CRITERIA) or set(group) - set("12345"):
            return None
        simple, customer, now, aspire = (int(digit) for digit in group)
        scores.append(Scores(simple=simple, customer=customer, now=now, aspire=aspire))
    return scores


def _voter(name: str, setup: Setup, opened: Round) -> str:
    """The id of the voter who is meant. Raises RefusedError, also for somebody who came late."""
    wanted = name.strip().rstrip(":").strip()
    voting = tuple(person for person in setup.people if person.id in opened.voters)
    try:
        return called(changed(setup, people=voting), wanted).id
    except RefusedError as refused:
        names = dict(refused.reason.values).get("names")
        if names:
            raise refuse("scoring_view.several_voters", names=names) from refused
    try:
        other = called(setup, wanted)
    except RefusedError as refused:
        raise refuse("scoring_view.nobody_votes_so") from refused
    if may_vote(setup, other):
        raise refuse("scoring_view.came_late", name=other.name)
    raise refuse("scoring_view.does_not_vote", name=other.name)


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
