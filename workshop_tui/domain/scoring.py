"""Scoring: rounds of ballots on three criteria, the agreement check, the outcome. No files.

Ballots of an open round are not here: they lie in `ballots`, outside the session, so that
nothing that shows, exports or follows a session can show them before the reveal.
"""

from typing import Annotated, ClassVar, Literal, TypeAlias, assert_never, get_args

import msgspec

from workshop_tui.domain.drafting import Draft, Drafting, shortlist
from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.setup import RuleKind, Setup, name_of, present_writers
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
    required,
)

Criterion = Literal["simple", "customer", "now", "aspire"]
"""Simple and easily understood; customer focused; who we are now; who we aspire to be."""
CRITERIA: tuple[Criterion, ...] = get_args(Criterion)
VerdictWord = Literal["yes", "not_really", "no"]
OutcomeKind = Literal["chosen", "no_consensus", "tied"]

REASON_BELOW = 3
"""A score under this needs a reason (our default)."""
Gradient = Annotated[int, msgspec.Meta(ge=0, le=7)]
"""Fist to five: 0 to 5. Gradients of agreement: 0 veto to 7 endorse."""


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
    """Who may vote: the writers present when the round was opened, in roster order."""
    is_revealed: bool = False
    ballots: tuple[Ballot, ...] = ()
    absent: Count = 0
    """Voters of whom no ballot came."""


class Verdict(Value, frozen=True):
    """What the group said of a draft in words, after the talk."""

    draft: str
    criterion: Criterion
    word: VerdictWord
    reason: Line = ""


class AgreementCheck(Identified, frozen=True):
    draft: str
    kind: RuleKind
    values: tuple[Gradient, ...]
    """One hand each, lowest first: never in an order that tells who."""
    reasons: tuple[Line, ...] = ()


class Outcome(Value, frozen=True):
    kind: OutcomeKind
    because: Line
    draft: str = ""
    version: Count = 0
    statement: Line = ""


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


class OpenRound(_ScoringAction, frozen=True):
    id_prefix: ClassVar[str] = "round"
    id: str = ""


class RevealRound(_ScoringAction, frozen=True):
    """All ballots at once. The Room fills them in: by name, or shuffled within each draft."""

    can_be_undone: ClassVar[bool] = False
    round: str
    ballots: tuple[Ballot, ...] = ()
    absent: Count = 0


class CloseRound(_ScoringAction, frozen=True):
    """Give a round up before its reveal; its ballots are thrown away unseen."""

    round: str


class RecordVerdict(_ScoringAction, frozen=True):
    draft: str
    criterion: Criterion
    word: VerdictWord
    reason: Line = ""


class CheckAgreement(_ScoringAction, frozen=True):
    id_prefix: ClassVar[str] = "check"
    draft: str
    values: tuple[Gradient, ...]
    id: str = ""
    reasons: tuple[Line, ...] = ()


class ChooseStatement(_ScoringAction, frozen=True):
    draft: str
    because: Line


class LeaveUndecided(_ScoringAction, frozen=True):
    kind: Literal["no_consensus", "tied"]
    because: Line


class RecordDissent(_ScoringAction, frozen=True):
    text: Line
    person: str = ""


ScoringAction: TypeAlias = (
    OpenRound
    | RevealRound
    | CloseRound
    | RecordVerdict
    | CheckAgreement
    | ChooseStatement
    | LeaveUndecided
    | RecordDissent
)


def apply(setup: Setup, drafting: Drafting, scoring: Scoring, action: ScoringAction) -> Scoring:
    """Scoring after the action. Raises RefusedError with the reason."""
    match action:
        case OpenRound():
            return changed(
                scoring, rounds=add(scoring.rounds, _new_round(setup, drafting, scoring, action.id))
            )
        case RevealRound():
            return _revealed(scoring, action)
        case CloseRound():
            closed = _open(scoring, action.round)
            return changed(
                scoring, rounds=tuple(each for each in scoring.rounds if each is not closed)
            )
        case RecordVerdict():
            return _with_verdict(drafting, scoring, action)
        case CheckAgreement():
            return changed(scoring, checks=add(scoring.checks, _checked(setup, drafting, action)))
        case ChooseStatement():
            return changed(scoring, outcome=_chosen(find(drafting.drafts, action.draft), action))
        case LeaveUndecided():
            outcome = Outcome(kind=action.kind, because=required(action.because, "because"))
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


def scores_on(ballots: tuple[Ballot, ...], draft: str, criterion: Criterion) -> tuple[int, ...]:
    """The scores of one draft on one criterion, lowest first; abstentions are not among them."""
    return tuple(
        sorted(
            ballot.scores.on(criterion)
            for ballot in ballots
            if ballot.draft == draft and ballot.scores is not None
        )
    )


def low_reasons(ballots: tuple[Ballot, ...], draft: str, criterion: Criterion) -> tuple[str, ...]:
    """The reasons given with low scores, in the order of the alphabet, which tells nobody apart."""
    return tuple(
        sorted(
            ballot.reasons.on(criterion)
            for ballot in ballots
            if ballot.draft == draft
            and ballot.scores is not None
            and ballot.scores.on(criterion) < REASON_BELOW
            and ballot.reasons.on(criterion)
        )
    )


def spread(scores: tuple[int, ...]) -> int:
    """Highest less lowest score: how far apart the group is; 0 for no scores."""
    return max(scores) - min(scores) if scores else 0


def mean(scores: tuple[int, ...]) -> float | None:
    """The mean score; None for no scores. It hides a split: never show it without the spread."""
    return sum(scores) / len(scores) if scores else None


def talk_first(ballots: tuple[Ballot, ...], draft: str) -> Criterion | None:
    """The criterion with the widest spread, if the group is apart by more than one step."""
    spreads = {criterion: spread(scores_on(ballots, draft, criterion)) for criterion in CRITERIA}
    widest = max(CRITERIA, key=lambda criterion: spreads[criterion])
    return widest if spreads[widest] > 1 else None


def reasons_wanted(scores: Scores, reasons: Reasons) -> tuple[Criterion, ...]:
    """The criteria whose low score still lacks its reason."""
    return tuple(
        criterion
        for criterion in CRITERIA
        if scores.on(criterion) < REASON_BELOW and not reasons.on(criterion)
    )


def verdicts_of(scoring: Scoring, draft: str) -> tuple[Verdict, ...]:
    """The verdicts on a draft, in the order of the criteria."""
    given = {verdict.criterion: verdict for verdict in scoring.verdicts if verdict.draft == draft}
    return tuple(given[criterion] for criterion in CRITERIA if criterion in given)


def is_agreed(setup: Setup, check: AgreementCheck) -> bool:
    """Whether every hand reaches the threshold that the group set beforehand."""
    threshold = setup.rule.threshold if setup.rule else REASON_BELOW
    return bool(check.values) and min(check.values) >= threshold


def missing(setup: Setup, scoring: Scoring) -> tuple[Message, ...]:
    """What scoring still lacks; () when it is done (METHOD 2.4)."""
    if scoring.outcome is not None and scoring.outcome.kind != "chosen":
        return ()
    if last_revealed(scoring) is None:
        return (Message.of("missing.round"),)
    if scoring.outcome is None:
        return (Message.of("missing.outcome"),)
    chosen = scoring.outcome.draft
    yes = [verdict for verdict in verdicts_of(scoring, chosen) if verdict.word == "yes"]
    checks = [check for check in scoring.checks if check.draft == chosen]
    lacks = (
        (len(yes) < len(CRITERIA), Message.of("missing.verdicts", count=len(CRITERIA) - len(yes))),
        (not checks or not is_agreed(setup, checks[-1]), Message.of("missing.agreement")),
    )
    return tuple(message for is_lacking, message in lacks if is_lacking)


def notices(scoring: Scoring) -> tuple[Message, ...]:
    """What deserves a question: prompts for the facilitator, never a block."""
    latest = last_revealed(scoring)
    if latest is None:
        return ()
    return tuple(
        Message.of(
            "notice.wide_spread",
            number=find_number(scored.draft),
            criterion=Message.of(f"criterion.{criterion}"),
        )
        for scored in latest.drafts
        if (criterion := talk_first(latest.ballots, scored.draft)) is not None
        and spread(scores_on(latest.ballots, scored.draft, criterion)) > 2
    )


def find_number(draft_id: str) -> int:
    """The number that people say for a draft: 7 for `draft7`."""
    return Identified(id=draft_id).number


def _new_round(setup: Setup, drafting: Drafting, scoring: Scoring, round_id: str) -> Round:
    if open_round(scoring) is not None:
        raise refuse("refused.round_is_open")
    drafts = shortlist(drafting)
    if not drafts:
        raise refuse("refused.nothing_shortlisted")
    voters = present_writers(setup)
    if not voters:
        raise refuse("refused.no_voters")
    return Round(
        id=round_id,
        drafts=tuple(
            RoundDraft(draft=draft.id, version=draft.version, text=draft.text) for draft in drafts
        ),
        voters=tuple(voter.id for voter in voters),
    )


def _open(scoring: Scoring, round_id: str) -> Round:
    found = find(scoring.rounds, round_id)
    if found.is_revealed:
        raise refuse("refused.round_is_revealed")
    return found


def _revealed(scoring: Scoring, action: RevealRound) -> Scoring:
    opened = _open(scoring, action.round)
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
    revealed = changed(opened, is_revealed=True, ballots=action.ballots, absent=action.absent)
    return changed(scoring, rounds=put(scoring.rounds, revealed))


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


def _checked(setup: Setup, drafting: Drafting, action: CheckAgreement) -> AgreementCheck:
    find(drafting.drafts, action.draft)
    if setup.rule is None:
        raise refuse("refused.no_rule")
    if not action.values:
        raise refuse("refused.empty", what=Message.of("field.values"))
    highest = 5 if setup.rule.kind == "fist_to_five" else 7
    if max(action.values) > highest:
        raise refuse("refused.value_too_high", value=max(action.values), highest=highest)
    return AgreementCheck(
        id=action.id,
        draft=action.draft,
        kind=setup.rule.kind,
        values=tuple(sorted(action.values)),
        reasons=tuple(sorted(action.reasons)),
    )


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
