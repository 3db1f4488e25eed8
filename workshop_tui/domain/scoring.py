"""Scoring: rounds of ballots on three criteria, verdicts, the outcome. No files.

Ballots of an open round are not here: they lie in `ballots`, outside the session, so that
nothing that shows, exports or follows a session can show them before the reveal. What revealed
ballots say is counted in `tally`, hands in `agreement`.
"""

from typing import Literal, TypeAlias, assert_never

from workshop_tui.domain import rounds
from workshop_tui.domain.agreement import AgreementCheck, CheckAgreement, checked, is_agreed
from workshop_tui.domain.drafting import Draft, Drafting
from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.rounds import (
    CRITERIA,
    AdmitVoter,
    CloseRound,
    Criterion,
    OpenRound,
    RevealRound,
    Round,
    RoundAction,
)
from workshop_tui.domain.setup import Setup, name_of
from workshop_tui.domain.values import (
    Action,
    Count,
    Identified,
    Line,
    Value,
    add,
    changed,
    find,
    required,
)

VerdictWord = Literal["yes", "not_really", "no"]
OutcomeKind = Literal["chosen", "no_consensus", "tied", "unfinished"]
Undecided = Literal["no_consensus", "tied", "unfinished"]


class Verdict(Value, frozen=True):
    """What the group said of a draft in words, after the talk."""

    draft: str
    criterion: Criterion
    word: VerdictWord
    reason: Line = ""


class Outcome(Value, frozen=True):
    kind: OutcomeKind
    because: Line
    draft: str = ""
    version: Count = 0
    statement: Line = ""
    next_step: Line = ""
    """Where nothing was chosen: what happens next, and who does it."""


class Dissent(Value, frozen=True):
    """A different opinion that was to be recorded. person: "" unless that person asked for it."""

    text: Line
    person: str = ""


class Scoring(Value, frozen=True):
    rounds: tuple[Round, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    checks: tuple[AgreementCheck, ...] = ()
    outcome: Outcome | None = None
    dissent: tuple[Dissent, ...] = ()


class _ScoringAction(Action, frozen=True):
    stage = "scoring"


class RecordVerdict(_ScoringAction, frozen=True):
    draft: str
    criterion: Criterion
    word: VerdictWord
    reason: Line = ""


class ChooseStatement(_ScoringAction, frozen=True):
    draft: str
    because: Line


class LeaveUndecided(_ScoringAction, frozen=True):
    kind: Undecided
    because: Line
    next_step: Line = ""


class RecordDissent(_ScoringAction, frozen=True):
    text: Line
    person: str = ""


ScoringAction: TypeAlias = (
    RoundAction | RecordVerdict | CheckAgreement | ChooseStatement | LeaveUndecided | RecordDissent
)


def apply(setup: Setup, drafting: Drafting, scoring: Scoring, action: ScoringAction) -> Scoring:
    """Scoring after the action. Raises RefusedError with the reason."""
    match action:
        case OpenRound() | AdmitVoter() | RevealRound() | CloseRound():
            changed_rounds = rounds.apply(setup, drafting, scoring.rounds, action)
            return changed(scoring, rounds=changed_rounds)
        case RecordVerdict():
            return _with_verdict(drafting, scoring, action)
        case CheckAgreement():
            find(drafting.drafts, action.draft)
            return changed(scoring, checks=add(scoring.checks, checked(setup.rule, action)))
        case ChooseStatement():
            return changed(scoring, outcome=_chosen(find(drafting.drafts, action.draft), action))
        case LeaveUndecided():
            because = required(action.because, "because")
            outcome = Outcome(kind=action.kind, because=because, next_step=action.next_step)
            return changed(scoring, outcome=outcome)
        case RecordDissent():
            required(action.text, "text")
            if action.person and not name_of(setup, action.person):
                raise refuse("refused.not_on_roster", id=action.person)
            dissent = Dissent(text=action.text, person=action.person)
            return changed(scoring, dissent=(*scoring.dissent, dissent))
        case _:
            assert_never(action)


def open_round(scoring: Scoring) -> Round | None:
    """The round that is being voted on, if any."""
    return next((each for each in scoring.rounds if not each.is_revealed), None)


def last_revealed(scoring: Scoring) -> Round | None:
    """The latest round whose ballots everybody saw."""
    return next((each for each in reversed(scoring.rounds) if each.is_revealed), None)


def verdicts_of(scoring: Scoring, draft: str) -> tuple[Verdict, ...]:
    """The verdicts on a draft, in the order of the criteria."""
    given = {verdict.criterion: verdict for verdict in scoring.verdicts if verdict.draft == draft}
    return tuple(given[criterion] for criterion in CRITERIA if criterion in given)


def round_number(scoring: Scoring, shown: Round) -> int:
    """The place of a round among all that were not given up, from 1: what people call it."""
    return scoring.rounds.index(shown) + 1


def checks_of(scoring: Scoring, draft: str) -> tuple[AgreementCheck, ...]:
    """The agreement checks of a draft, oldest first."""
    return tuple(check for check in scoring.checks if check.draft == draft)


def missing(scoring: Scoring) -> tuple[Message, ...]:
    """What scoring still lacks; () when it is done (METHOD 2.4)."""
    outcome = scoring.outcome
    if outcome is not None and outcome.kind in {"no_consensus", "tied"}:
        return ()
    if last_revealed(scoring) is None:
        return (Message.of("missing.round"),)
    if outcome is None or outcome.kind == "unfinished":
        return (Message.of("missing.outcome"),)
    yes = [verdict for verdict in verdicts_of(scoring, outcome.draft) if verdict.word == "yes"]
    checks = checks_of(scoring, outcome.draft)
    lacks = (
        (len(yes) < len(CRITERIA), Message.of("missing.verdicts", count=len(CRITERIA) - len(yes))),
        (not checks or not is_agreed(checks[-1]), Message.of("missing.agreement")),
    )
    return tuple(message for is_lacking, message in lacks if is_lacking)


def find_number(draft_id: str) -> int:
    """The number that people say for a draft: 7 for `draft7`."""
    return Identified(id=draft_id).number


def _with_verdict(drafting: Drafting, scoring: Scoring, action: RecordVerdict) -> Scoring:
    find(drafting.drafts, action.draft)
    if action.word != "yes":
        required(action.reason, "reason")
    verdict = Verdict(
        draft=action.draft, criterion=action.criterion, word=action.word, reason=action.reason
    )
    others = tuple(
        each
        for each in scoring.verdicts
        if (each.draft, each.criterion) != (verdict.draft, verdict.criterion)
    )
    return changed(scoring, verdicts=(*others, verdict))


def _chosen(draft: Draft, action: ChooseStatement) -> Outcome:
    if draft.status == "rejected":
        raise refuse("refused.draft_is_rejected", number=draft.number)
    return Outcome(
        kind="chosen",
        because=required(action.because, "because"),
        draft=draft.id,
        version=draft.version,
        statement=draft.text,
    )
