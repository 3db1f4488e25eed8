"""What the drafting room did beside writing, in the record: a part each, () where it was not done.

Exercises, merges and splits, dots, memory tests, word-smithing. Leaves out the drafts themselves
(`drafting`).
"""

from workshop_tui.domain.dots import DotVote
from workshop_tui.domain.drafting import Draft, Drafting
from workshop_tui.domain.exercises import ExerciseRun, seconds_in, was_left
from workshop_tui.domain.lineage import inherited_dots
from workshop_tui.domain.memory_test import MemoryTest, result
from workshop_tui.domain.scoring import find_number
from workshop_tui.domain.word_smithing import seconds_on
from workshop_tui.record.blocks import Block, Column, Heading, Items, Text
from workshop_tui.record.facts import draft_numbers, paragraph, table
from workshop_tui.record.wording import NONE, Wording, listed, quoted


def exercises(drafting: Drafting, t: Wording) -> tuple[Block, ...]:
    """What was done when, how long, and how much came of it."""
    if not drafting.runs:
        return ()
    columns = (
        Column(t("record.drafting.exercise")),
        Column(t("record.drafting.when")),
        Column(t("record.drafting.minutes"), "right"),
        Column(t("record.drafting.notes_of"), "right"),
        Column(t("record.drafting.drafts_of"), "right"),
    )
    rows = (_exercise(run, drafting, t) for run in drafting.runs)
    return (Heading(t("record.drafting.exercises")), *table(columns, rows))


def _exercise(run: ExerciseRun, drafting: Drafting, t: Wording) -> tuple[Text, ...]:
    seconds = seconds_in(run, drafting.absences)
    is_left = was_left(run, drafting.absences)
    if seconds is None:
        minutes = NONE if run.is_over else t("record.drafting.not_ended")
    elif is_left:
        minutes = t("record.drafting.then_left", _minutes(seconds))
    else:
        minutes = t.number(_minutes(seconds))
    return (
        t(f"exercise.{run.kind}"),
        t.moment(run.started_at),
        minutes,
        t.number(sum(note.run == run.id for note in drafting.notes)),
        t.number(sum(draft.run == run.id for draft in drafting.drafts)),
    )


def merges(drafting: Drafting, t: Wording) -> tuple[Block, ...]:
    """Of which drafts each merge was made, with the dots they had, and whether it was split."""
    merged = tuple(draft for draft in drafting.drafts if draft.parents)
    if not merged:
        return ()
    items = tuple(_merge(draft, drafting, t) for draft in merged)
    return (Heading(t("record.drafting.merges")), Items(items))


def _merge(draft: Draft, drafting: Drafting, t: Wording) -> Text:
    parents = draft_numbers(draft.parents, t)
    made = t("record.drafting.merge", number=draft.number, parents=parents)
    dots = inherited_dots(drafting, draft)
    told = [made]
    if dots:
        told.append(t("record.drafting.merge_dots", dots))
    if draft.status == "split":
        told.append(t("record.drafting.merge_split"))
    return listed(told, "; ")


def dots(drafting: Drafting, t: Wording) -> tuple[Block, ...]:
    """The sums of each vote, and how many people placed them; never whose they were."""
    blocks: list[Block] = []
    for vote in drafting.votes:
        blocks += _vote(vote, t)
    return (Heading(t("record.drafting.dots")), *blocks) if blocks else ()


def _vote(vote: DotVote, t: Wording) -> tuple[Block, ...]:
    if not vote.is_revealed:
        return paragraph(t("record.drafting.dots_not_shown"))
    columns = (
        Column(t("record.drafting.number"), "right"),
        Column(t("record.drafting.statement")),
        Column(t("record.drafting.dots"), "right"),
        Column(t("record.drafting.dots_people"), "right"),
    )
    sums = {each.draft: each for each in vote.sums}
    rows = (
        (
            t.number(find_number(each.draft)),
            quoted(each.text),
            t.number(sums[each.draft].dots),
            t.number(sums[each.draft].people),
        )
        for each in vote.drafts
        if each.draft in sums
    )
    placed = len(vote.voters) - vote.absent
    said = paragraph(
        t("record.drafting.dots_each", vote.dots_each),
        t("record.drafting.dots_placed", placed),
        t("record.drafting.dots_absent", vote.absent) if vote.absent else (),
        () if vote.sums else t("record.drafting.dots_of_one"),
    )
    return (*said, *table(columns, rows))


def memory_tests(drafting: Drafting, t: Wording) -> tuple[Block, ...]:
    """How much of each draft was said back, and which words were lost."""
    columns = (
        Column(t("record.drafting.number"), "right"),
        Column(t("record.drafting.statement")),
        Column(t("record.drafting.memory_people"), "right"),
        Column(t("record.drafting.remembered"), "right"),
        Column(t("record.drafting.lost")),
    )
    rows = tuple(row for test in drafting.memory_tests if (row := _memory_test(test, t)))
    if not rows:
        return ()
    said = paragraph(t("record.drafting.memory_how"))
    return (Heading(t("record.drafting.memory")), *said, *table(columns, rows))


def _memory_test(test: MemoryTest, t: Wording) -> tuple[Text, ...]:
    told = result(test)
    if told is None:
        return ()
    lost = (t("record.drafting.lost_word", people, word=quoted(word)) for word, people in told.lost)
    return (
        t.number(find_number(test.draft)),
        quoted(test.text),
        t.number(told.people),
        t.share(told.share),
        listed(lost),
    )


def word_smithing(drafting: Drafting, t: Wording) -> tuple[Block, ...]:
    """How long the room was on the words of each draft, where it was a minute or more."""
    smithed, absences = drafting.smithed, drafting.absences
    minutes = {draft: seconds_on(smithed, absences, draft.id) // 60 for draft in drafting.drafts}
    items = tuple(
        t("record.drafting.smithed", spent, number=draft.number)
        for draft, spent in minutes.items()
        if spent
    )
    return (Heading(t("record.drafting.smithing")), Items(items)) if items else ()


def _minutes(seconds: int) -> int:
    """Whole minutes; a shorter time is still told as one."""
    return max(1, round(seconds / 60))
