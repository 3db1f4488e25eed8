"""What the room sees of each stage: at most seven things, none of them private.

Drawn from the session, which holds no hidden ballot, and from what the facilitator's screen is
turned to. Names of authors and stakeholders, feelings, obstacles and notes never come here.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

import msgspec
from textual.content import Content

from workshop_tui.domain.dots import dots_on
from workshop_tui.domain.drafting import shortlist
from workshop_tui.domain.exercises import running, step_of
from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.sustain import on_the_ladder, open_goals
from workshop_tui.domain.values import Stage
from workshop_tui.language import say, short_day
from workshop_tui.store.on_screen import OnScreen
from workshop_tui.ui.look import DIM, STRONG, WARN, plain
from workshop_tui.ui.projector.items import Item
from workshop_tui.ui.projector.scores import scoring_slide
from workshop_tui.ui.projector.shown import Shown, listed
from workshop_tui.ui.projector.slide import MOST_THINGS, Slide
from workshop_tui.ui.projector.verdict import verdict_slide
from workshop_tui.ui.projector.word_rows import WordBar, WordBars
from workshop_tui.ui.timer import BoxTimer
from workshop_tui.ui.widgets.bars import GENERIC
from workshop_tui.ui.word_cloud import LIT, cloud_lines

if TYPE_CHECKING:
    from workshop_tui.text.reading import Reading, Word


def slide_of(shown: Shown, now: datetime) -> Slide:
    """The slide of the stage that the facilitator is in. now: with a time zone."""
    slide = _SLIDES[shown.on_screen.stage](shown)
    if slide.is_empty:
        slide = _title(shown)
    return msgspec.structs.replace(slide, corner=clock_of(shown.on_screen, now))


def clock_of(on_screen: OnScreen, now: datetime) -> Content:
    """What is left on the timer; empty where none runs that is minded. now: with a time zone."""
    if on_screen.timer_ends_at is None:
        return Content("")
    timer = BoxTimer("", (on_screen.timer_ends_at - now).total_seconds())
    if timer.is_forgotten(0):
        return Content("")
    return Content.styled(timer.shown(0), WARN if timer.ends_at <= 0 else STRONG)


def _title(shown: Shown) -> Slide:
    """Of a stage in which nothing is there to see yet: a room should not look at an empty wall."""
    stage = shown.said(f"stage.{shown.on_screen.stage}")
    return Slide(headline=shown.session.title, foot=(Content.styled(stage, DIM),))


def _setup(shown: Shown) -> Slide:
    setup = shown.session.setup
    items = [
        Item(shown.said("projector.minutes", minutes=item.minutes), item.title)
        for item in setup.agenda
    ]
    return Slide(
        headline=shown.session.title,
        blocks=listed(items, MOST_THINGS, shown),
        foot=(plain(setup.scope, DIM),),
    )


def _survey(shown: Shown) -> Slide:
    reading, survey = shown.reading, shown.session.survey
    if reading is None:
        return Slide(headline=survey.question)
    asked = max(shown.session.setup.headcount or reading.rows, reading.people)
    answered = shown.said("projector.answered", reading.people, rows=asked)
    if not reading.sample.may_rank:
        # Words of so few would be counted for each of them: a room knows who writes like that.
        question = survey.question or shown.session.title
        return Slide(headline=question, foot=(Content.styled(answered, DIM),))
    chosen = reading.listed(shown.on_screen.selected) if shown.on_screen.selected else None
    if shown.on_screen.view == "cloud":
        return _word_cloud(shown, reading, chosen, answered)
    if chosen is None:
        words = tuple(
            WordBar(word.word, word.people, word.generic) for word in reading.words[:MOST_THINGS]
        )
        return Slide(
            heading=plain(survey.question, STRONG),
            blocks=(WordBars(words),) if words else (),
            foot=tuple(Content.styled(each, DIM) for each in (*_signs(shown, words), answered)),
        )
    under = reading.under(chosen.word, MOST_THINGS - 1)
    beside = tuple(WordBar(each.word, each.people) for each in under.beside) if under else ()
    head = shown.said("projector.under", chosen.people, word=chosen.word)
    return Slide(
        heading=plain(head, STRONG),
        blocks=(WordBars(beside),) if beside else (),
        foot=(Content.styled(answered, DIM),),
    )


def _word_cloud(shown: Shown, reading: "Reading", chosen: "Word | None", answered: str) -> Slide:
    """The cloud as large as the room's screen; what its signs mean, and of how many it is."""
    question = shown.session.survey.question
    under = shown.said("projector.under", chosen.people, word=chosen.word) if chosen else question
    signs = [f"{GENERIC} {shown.said('survey_view.legend.generic')}"]
    if chosen is not None:
        signs.append(f"{LIT} {shown.said('survey_view.legend.lit')}")
    return Slide(
        heading=plain(under, STRONG),
        picture=partial(cloud_lines, reading, chosen),
        foot=tuple(Content.styled(each, DIM) for each in (*signs, answered)),
    )


def _signs(shown: Shown, words: Sequence[WordBar]) -> tuple[str, ...]:
    """What the other bar means, where a word has it."""
    if not any(word.is_generic for word in words):
        return ()
    return (f"{GENERIC} {shown.said('survey_view.legend.generic')}",)


def _drafting(shown: Shown) -> Slide:
    drafting = shown.session.drafting
    heading = _prompt(shown)
    if shown.on_screen.view == "memory":
        return Slide(headline=shown.said("projector.remember"))
    chosen = next((each for each in drafting.drafts if each.id == shown.on_screen.selected), None)
    if chosen is not None:
        number = shown.said("projector.draft_of", number=chosen.number, all=len(drafting.drafts))
        dots = dots_on(drafting.votes, chosen.id)
        told = [number] if dots is None else [number, shown.said("projector.dots", dots)]
        return Slide(
            heading=heading,
            statement=chosen.text,
            foot=tuple(Content.styled(each, DIM) for each in told),
        )
    # While drafts are written, the latest are read.
    in_play = shortlist(drafting) or drafting.drafts[-MOST_THINGS:]
    drafts = [Item(str(draft.number), draft.text) for draft in in_play]
    return Slide(heading=heading, blocks=listed(drafts, MOST_THINGS, shown))


def _prompt(shown: Shown) -> Content:
    """What the room does now, in an exercise."""
    drafting = shown.session.drafting
    run = running(drafting.runs, drafting.absences)
    if run is None:
        return Content("")
    return plain(shown.said(f"exercise.{run.kind}.{step_of(run).name}"), STRONG)


def _gut_check(shown: Shown) -> Slide:
    if not statement(shown.session.scoring, shown.session.gut_check):
        return Slide()
    return verdict_slide(shown.session, lambda message: say(message, shown.language))


def _sustain(shown: Shown) -> Slide:
    session = shown.session
    steps = open_goals(on_the_ladder(session.sustain.goals))
    items = [
        Item(short_day(goal.due, shown.language) if goal.due else "", goal.text) for goal in steps
    ]
    return Slide(
        statement=statement(session.scoring, session.gut_check),
        blocks=listed(items, MOST_THINGS - 1, shown),
    )


_SLIDES: Final[Mapping[Stage, Callable[[Shown], Slide]]] = {
    "setup": _setup,
    "survey": _survey,
    "drafting": _drafting,
    "scoring": scoring_slide,
    "gut_check": _gut_check,
    "sustain": _sustain,
}
