"""What the room is doing now, above the drafts: the exercise, the dots, the clock on the words.

Nothing stands there in between. Leaves out who starts and stops it (`exercises`,
`dot_voting`, `word_clock`).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from textual.content import Content

from workshop_tui.domain.dots import DotVote, open_vote
from workshop_tui.domain.exercises import STEPS, ExerciseRun, running, step_of
from workshop_tui.domain.setup import name_of
from workshop_tui.domain.values import find
from workshop_tui.domain.word_smithing import (
    TIMEBOX_MINUTES,
    WordSmithing,
    seconds_on,
    seconds_on_word,
)
from workshop_tui.domain.word_smithing import running as running_clock
from workshop_tui.ui.look import ATTENTION, DIM, STRONG, WARN, plain
from workshop_tui.ui.stages.drafting.rows import Drawing

BETWEEN: Final = "  "


def banner(drawing: Drawing, waited_for: Sequence[str], now: datetime | None) -> list[Content]:
    """A paragraph for each thing that is going on; [] when nothing is.

    waited_for: whose dots are still wanted. now: the time of the room's clock.
    """
    drafting = drawing.session.drafting
    run, vote = running(drafting.runs, drafting.absences), open_vote(drafting.votes)
    clock = running_clock(drafting.smithed, drafting.absences)
    paragraphs = []
    if run is not None:
        paragraphs.append(_exercise(run, drawing))
    if vote is not None:
        paragraphs.append(_dots(vote, waited_for, drawing))
    if clock is not None:
        paragraphs.append(_clock(clock, now, drawing))
    return paragraphs


def _exercise(run: ExerciseRun, drawing: Drawing) -> Content:
    name = drawing.said(f"exercise.{run.kind}")
    step = step_of(run)
    steps = STEPS[run.kind]
    place = drawing.said(
        "drafting_view.step_of", step=steps.index(step) + 1, of=len(steps), minutes=step.minutes
    )
    prompt = drawing.said(f"exercise.{run.kind}.{step.name}")
    head = Content.styled(name, STRONG) + Content.styled(f"{BETWEEN}{place}{BETWEEN}", DIM)
    return head + Content(prompt)


def _dots(vote: DotVote, waited_for: Sequence[str], drawing: Drawing) -> Content:
    head = Content.styled(drawing.said("drafting_view.dots_head", count=vote.dots_each), STRONG)
    names = ", ".join(name_of(drawing.session.setup, voter) for voter in waited_for)
    said = (
        drawing.said("drafting_view.dots_waiting", names=names)
        if waited_for
        else drawing.said("drafting_view.dots_all_in")
    )
    return head + BETWEEN + plain(said)


def _clock(clock: WordSmithing, now: datetime | None, drawing: Drawing) -> Content:
    """How long the room has been on the word, and on the draft, which the time box is for."""
    drafting = drawing.session.drafting
    smithed, absences = drafting.smithed, drafting.absences
    seconds = seconds_on(smithed, absences, clock.draft, now)
    number = find(drafting.drafts, clock.draft).number
    about = drawing.said("drafting_view.smithing_draft", number=number)
    head = Content("")
    if clock.word:
        said = drawing.said("drafting_view.smithing_word", word=clock.word)
        spent = _minutes(seconds_on_word(smithed, absences, clock, now))
        head = plain(said, STRONG) + BETWEEN + Content.styled(spent, STRONG) + BETWEEN
        about = drawing.said("drafting_view.draft_heading", number=number).capitalize()
    head += plain(about, STRONG) + BETWEEN
    shown = _minutes(seconds)
    if seconds < 60 * TIMEBOX_MINUTES:
        of = drawing.said("drafting_view.smithing_of", minutes=TIMEBOX_MINUTES)
        return head + Content.styled(shown, STRONG) + Content.styled(f" {of}", DIM)
    over = drawing.said("drafting_view.smithing_over")
    return head + Content.styled(f"{ATTENTION} {shown}", WARN) + f"{BETWEEN}{over}"


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
