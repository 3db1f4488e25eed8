"""Scoring in the record: each round's distribution, verdicts, agreement, different opinions."""

from itertools import pairwise

from workshop_tui.domain.agreement import AgreementCheck, is_agreed
from workshop_tui.domain.rounds import CRITERIA, Ballot, Criterion, Round, RoundDraft
from workshop_tui.domain.scoring import Dissent, Scoring, find_number, round_number, verdicts_of
from workshop_tui.domain.setup import name_of
from workshop_tui.domain.tally import (
    SCALE,
    abstentions,
    distribution,
    low_reasons,
    mean,
    moves,
    rounds_of,
    scores_on,
    spread,
)
from workshop_tui.record.blocks import Block, Column, Heading, Items, Section, Text
from workshop_tui.record.facts import Facts, paragraph, table
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.score_picture import score_picture
from workshop_tui.record.wording import NONE, Wording, listed, quoted


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:  # noqa: ARG001 - every section is called alike
    """Rounds, verdicts, the check of agreement, different opinions."""
    scoring = session.scoring
    blocks: tuple[Block, ...] = (
        *(block for each in scoring.rounds for block in _round(scoring, each, t)),
        *_compared(scoring, t),
        *_moved(session, t),
        *_verdicts(scoring, t),
        *_checks(scoring, t),
        *_dissent(session, t),
    )
    if not scoring.rounds:
        blocks = (*blocks, *paragraph(t("record.scoring.none")))
    return Section("scoring", t("record.scoring.title"), blocks)


def _round(scoring: Scoring, scored: Round, t: Wording) -> tuple[Block, ...]:
    heading = Heading(t("record.scoring.round", number=round_number(scoring, scored)))
    voters = t("record.scoring.voters", len(scored.voters))
    if not scored.is_revealed:
        return (heading, *paragraph(voters, t("record.scoring.not_revealed")))
    absent = t("record.scoring.absent", scored.absent) if scored.absent else ()
    if not scored.ballots:
        return (heading, *paragraph(voters, absent, t("record.scoring.of_one")))
    drafts = (block for each in scored.drafts for block in _scored_draft(scored, each, t))
    return (
        heading,
        *paragraph(voters, absent),
        score_picture(scored, round_number(scoring, scored), t),
        *drafts,
    )


def _scored_draft(scored: Round, draft: RoundDraft, t: Wording) -> tuple[Block, ...]:
    ballots = tuple(ballot for ballot in scored.ballots if ballot.draft == draft.draft)
    abstained = abstentions(ballots, draft.draft)
    given = len(ballots) - abstained
    number = find_number(draft.draft)
    about = (
        t("record.scoring.draft", number=number, version=draft.version, text=draft.text),
        t("record.scoring.ballots", given),
        t("record.scoring.abstained", abstained) if abstained else (),
    )
    columns = (
        Column(t("record.scoring.criterion")),
        *(Column(t(f"record.scoring.score.{score}"), "right") for score in SCALE),
        Column(t("record.scoring.mean"), "right"),
        Column(t("record.scoring.spread"), "right"),
    )
    rows = (_distribution(ballots, draft.draft, criterion, t) for criterion in CRITERIA)
    return (*paragraph(*about), *table(columns, rows), *_low_reasons(ballots, draft.draft, t))


def _distribution(
    ballots: tuple[Ballot, ...], draft: str, criterion: Criterion, t: Wording
) -> tuple[Text, ...]:
    scores = scores_on(ballots, draft, criterion)
    return (
        t(f"criterion.{criterion}"),
        *(t.number(count) for count in distribution(scores)),
        t.number(mean(scores)),
        t.number(spread(scores)),
    )


def _low_reasons(ballots: tuple[Ballot, ...], draft: str, t: Wording) -> tuple[Block, ...]:
    reasons = tuple(
        t("record.scoring.low_reason", criterion=t(f"criterion.{criterion}"), reason=reason)
        for criterion in CRITERIA
        for reason in low_reasons(ballots, draft, criterion)
    )
    if not reasons:
        return ()
    return (*paragraph(t("record.scoring.low_reasons")), Items(reasons))


def _compared(scoring: Scoring, t: Wording) -> tuple[Block, ...]:
    """The rounds of every draft that was scored again, side by side."""
    drafts = _scored_again(scoring)
    revealed = tuple(each for each in scoring.rounds if each.is_revealed)
    columns = (
        Column(t("record.scoring.draft_column"), "right"),
        Column(t("record.scoring.criterion")),
        *(
            Column(t("record.scoring.round", number=round_number(scoring, each)))
            for each in revealed
        ),
    )
    rows = tuple(
        (
            t.number(find_number(draft)),
            t(f"criterion.{criterion}"),
            *(_mean_and_spread(each, draft, criterion, t) for each in revealed),
        )
        for draft in drafts
        for criterion in CRITERIA
    )
    return (Heading(t("record.scoring.compared")), *table(columns, rows)) if rows else ()


def _scored_again(scoring: Scoring) -> list[str]:
    """The drafts of several revealed rounds, by their number."""
    scored = {each.draft for round_ in scoring.rounds for each in round_.drafts}
    again = (draft for draft in scored if len(rounds_of(scoring, draft)) > 1)
    return sorted(again, key=find_number)


def _mean_and_spread(scored: Round, draft: str, criterion: Criterion, t: Wording) -> Text:
    scores = scores_on(scored.ballots, draft, criterion)
    its_mean = mean(scores)
    if its_mean is None:
        return NONE
    return t("record.scoring.mean_and_spread", mean=its_mean, spread=spread(scores))


def _moved(session: ShareableSession, t: Wording) -> tuple[Block, ...]:
    """Who scored otherwise than in the round before; only where the group votes by name."""
    items = tuple(
        t(
            "record.scoring.moved",
            name=name_of(session.setup, move.voter),
            number=find_number(draft),
            criterion=t(f"criterion.{move.criterion}"),
            before=move.before,
            after=move.after,
            round=round_number(session.scoring, later),
        )
        for draft in _scored_again(session.scoring)
        for earlier, later in pairwise(rounds_of(session.scoring, draft))
        for move in moves(earlier, later, draft)
    )
    return (*paragraph(t("record.scoring.who_moved")), Items(items)) if items else ()


def _verdicts(scoring: Scoring, t: Wording) -> tuple[Block, ...]:
    if not scoring.verdicts:
        return ()
    columns = (
        Column(t("record.scoring.draft_column"), "right"),
        Column(t("record.scoring.criterion")),
        Column(t("record.scoring.verdict")),
        Column(t("record.scoring.reason")),
    )
    drafts = sorted({verdict.draft for verdict in scoring.verdicts}, key=find_number)
    rows = (
        (
            t.number(find_number(draft)),
            t(f"criterion.{verdict.criterion}"),
            t(f"record.verdict.{verdict.word}"),
            quoted(verdict.reason),
        )
        for draft in drafts
        for verdict in verdicts_of(scoring, draft)
    )
    return (Heading(t("record.scoring.verdicts")), *table(columns, rows))


def _checks(scoring: Scoring, t: Wording) -> tuple[Block, ...]:
    checks = scoring.checks
    if not checks:
        return ()
    columns = (
        Column(t("record.scoring.draft_column"), "right"),
        Column(t("record.scoring.method")),
        Column(t("record.scoring.hands")),
        Column(t("record.scoring.result")),
    )
    rows = (_check(check, t) for check in checks)
    reasons = tuple(quoted(reason) for check in checks for reason in check.reasons)
    said = (*paragraph(t("record.scoring.check_reasons")), Items(reasons)) if reasons else ()
    return (Heading(t("record.scoring.checks")), *table(columns, rows), *said)


def _check(check: AgreementCheck, t: Wording) -> tuple[Text, ...]:
    met = is_agreed(check)
    return (
        t.number(find_number(check.draft)),
        t(f"record.rule.{check.kind}"),
        listed((t.number(value) for value in check.values), " "),
        t("record.scoring.met" if met else "record.scoring.not_met", lowest=check.threshold),
    )


def _dissent(session: ShareableSession, t: Wording) -> tuple[Block, ...]:
    opinions = session.scoring.dissent
    if not opinions:
        return ()
    items = tuple(_opinion(session, opinion, t) for opinion in opinions)
    return (Heading(t("record.scoring.dissent")), Items(items))


def _opinion(session: ShareableSession, opinion: Dissent, t: Wording) -> Text:
    name = name_of(session.setup, opinion.person)
    if not name:
        return quoted(opinion.text)
    return t("record.scoring.dissent_by", text=opinion.text, name=name)
