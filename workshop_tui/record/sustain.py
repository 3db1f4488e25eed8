"""The plan in the record: goals, changes, customers' feedback, obstacles, meanings, roll-out."""

from workshop_tui.domain.sustain import (
    BRIEF_PARTS,
    BriefText,
    Change,
    CustomerDecision,
    Goal,
    Obstacle,
    Sustain,
    best_written,
)
from workshop_tui.domain.tally import mean
from workshop_tui.language import number
from workshop_tui.record.blocks import Block, Column, Heading, Section, Term, Terms, Text
from workshop_tui.record.evidence import CustomerWords, Evidence, WordPeople
from workshop_tui.record.facts import Facts, paragraph, quote_with, table
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.wording import Wording, listed, quoted


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:
    """One task, one owner, one date; what the words mean; when it is looked at again."""
    sustain = session.sustain
    hidden = facts.left_out.sensitive_obstacles
    blocks: tuple[Block, ...] = (
        *_goals(sustain.goals, t),
        *_changes(sustain.changes, t),
        *_customers(sustain, facts.evidence, t),
        *_obstacles(sustain.obstacles, t),
        *paragraph(t("record.left_out.sensitive_obstacles", hidden) if hidden else ()),
        *_meanings(sustain, facts.evidence, t),
        *_roll_out(sustain.roll_out, t),
        *paragraph(_review(sustain, t)),
    )
    return Section("sustain", t("record.sustain.title"), blocks)


def _goals(goals: tuple[Goal, ...], t: Wording) -> tuple[Block, ...]:
    if not goals:
        return paragraph(t("record.sustain.no_goals"))
    columns = (
        Column(t("record.sustain.goal")),
        Column(t("record.sustain.horizon")),
        Column(t("record.sustain.owner")),
        Column(t("record.sustain.due")),
        Column(t("record.sustain.measure")),
        Column(t("record.sustain.reach"), "right"),
        Column(t("record.sustain.state")),
    )
    return (Heading(t("record.sustain.goals")), *table(columns, (_goal(each, t) for each in goals)))


def _goal(goal: Goal, t: Wording) -> tuple[Text, ...]:
    state = t(f"record.sustain.goal_{goal.status}")
    return (
        quoted(goal.text),
        t(f"record.sustain.horizon_{goal.horizon}"),
        quoted(goal.owner),
        t.day(goal.due),
        quoted(goal.measure),
        t.number(mean(goal.reach)),
        t("record.sustain.state_because", state=state, reason=goal.reason)
        if goal.reason
        else state,
    )


def _changes(changes: tuple[Change, ...], t: Wording) -> tuple[Block, ...]:
    if not changes:
        return ()
    explained = (block for change in changes for block in _change(change, t))
    return (Heading(t("record.sustain.changes")), *explained)


def _change(change: Change, t: Wording) -> tuple[Block, ...]:
    agreed = "record.sustain.agreed" if change.is_agreed else "record.sustain.not_agreed"
    terms = (
        Term(t("record.sustain.why"), quoted(change.why)),
        Term(t("record.sustain.benefit"), quoted(change.benefit)),
        Term(t("record.sustain.response"), _response(change, t)),
        Term(t("record.sustain.agreement"), t(agreed)),
        Term(t("record.sustain.training"), quoted(change.training)),
    )
    return (
        *paragraph(t("record.sustain.change", number=change.number, text=change.text)),
        Terms(terms),
    )


def _response(change: Change, t: Wording) -> Text:
    """What employees answered on the whole, and how many answers that rests on."""
    if not change.responses:
        return quoted(change.response)
    counted = t("record.sustain.responses", len(change.responses))
    return (*quoted(change.response), " ", *counted) if change.response else counted


def _customers(sustain: Sustain, evidence: Evidence, t: Wording) -> tuple[Block, ...]:
    blocks = (
        *_answered(sustain, t),
        *_beside_the_promise(evidence.customers, t),
        *_decisions(sustain.customer_decisions, t),
    )
    return (Heading(t("record.sustain.customers")), *blocks) if blocks else ()


def _answered(sustain: Sustain, t: Wording) -> tuple[Block, ...]:
    """A sentence for each time that customers were asked."""
    return paragraph(
        *(
            t("record.sustain.customers_answered_on", each.people, day=t.day(each.day))
            if each.day
            else t("record.sustain.customers_answered", each.people)
            for each in sustain.customer_answers
        )
    )


def _beside_the_promise(customers: CustomerWords | None, t: Wording) -> tuple[Block, ...]:
    if customers is None:
        return ()
    return (
        Terms(
            (
                Term(t("record.sustain.words_kept"), _counted(customers.kept, t)),
                Term(t("record.sustain.words_unheard"), listed(map(quoted, customers.unheard))),
                Term(t("record.sustain.words_instead"), _counted(customers.instead, t)),
            )
        ),
    )


def _counted(words: tuple[WordPeople, ...], t: Wording) -> Text:
    return listed((*quoted(each.word), f" ({number(each.people, t.language)})") for each in words)


def _decisions(decisions: tuple[CustomerDecision, ...], t: Wording) -> tuple[Block, ...]:
    if not decisions:
        return ()
    columns = (
        Column(t("record.sustain.feedback")),
        Column(t("record.sustain.change_needed")),
        Column(t("record.sustain.decision")),
        Column(t("record.sustain.reason")),
        Column(t("record.sustain.owner")),
        Column(t("record.sustain.decided_on")),
        Column(t("record.sustain.next_review")),
    )
    rows = (
        (
            quoted(each.feedback),
            t("record.verdict.yes") if each.was_needed else t("record.verdict.no"),
            _decided(each, t),
            quoted(each.reason),
            quoted(each.owner),
            t.day(each.day),
            t.day(each.next_review),
        )
        for each in decisions
    )
    return table(columns, rows)


def _decided(decision: CustomerDecision, t: Wording) -> Text:
    """improve: the search"""
    name = t(f"record.sustain.decided_{decision.decision}")
    return (*name, ": ", *quoted(decision.subject)) if decision.subject else name


def _obstacles(obstacles: tuple[Obstacle, ...], t: Wording) -> tuple[Block, ...]:
    if not obstacles:
        return ()
    columns = (
        Column(t("record.sustain.obstacle")),
        Column(t("record.sustain.kind")),
        Column(t("record.sustain.owner")),
        Column(t("record.sustain.advocate")),
        Column(t("record.sustain.step")),
        Column(t("record.sustain.due")),
        Column(t("record.sustain.state")),
    )
    rows = (_obstacle(each, t) for each in obstacles)
    return (Heading(t("record.sustain.obstacles")), *table(columns, rows))


def _obstacle(obstacle: Obstacle, t: Wording) -> tuple[Text, ...]:
    resolved = obstacle.resolution
    named_by = t("record.sustain.named_by", obstacle.named_by) if obstacle.named_by else ()
    return (
        (*quoted(obstacle.text), " ", *named_by) if named_by else quoted(obstacle.text),
        t(f"record.sustain.kind_{obstacle.kind}"),
        quoted(obstacle.owner),
        quoted(obstacle.advocate),
        quoted(obstacle.step),
        t.day(obstacle.due),
        t("record.sustain.resolved", how=resolved)
        if resolved
        else t("record.sustain.obstacle_open"),
    )


def _meanings(sustain: Sustain, evidence: Evidence, t: Wording) -> tuple[Block, ...]:
    """The words with what they mean here, and what an employee wrote with each."""
    columns = (
        Column(t("record.sustain.word")),
        Column(t("record.sustain.meaning")),
        Column(t("record.sustain.in_the_survey")),
    )
    rows = (
        (quoted(gloss.word), quoted(gloss.meaning), quoted(quote_with(gloss.word, evidence)))
        for gloss in sustain.glosses
    )
    meanings = table(columns, rows)
    return (Heading(t("record.sustain.meanings")), *meanings) if meanings else ()


def _roll_out(roll_out: tuple[BriefText, ...], t: Wording) -> tuple[Block, ...]:
    """What the group wrote, in the language of the record where it did."""
    texts = {part: best_written(roll_out, part, t.language) for part in BRIEF_PARTS}
    terms = tuple(
        Term(t(f"record.sustain.{part}"), quoted(written.text))
        for part, written in texts.items()
        if written is not None
    )
    return (Heading(t("record.sustain.roll_out")), Terms(terms)) if terms else ()


def _review(sustain: Sustain, t: Wording) -> Text:
    if sustain.review is None:
        return t("record.sustain.no_review")
    return t("record.sustain.review", day=t.day(sustain.review))
