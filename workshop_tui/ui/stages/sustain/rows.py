"""The lists of the sustain stage as rows: goals, changes, customers, words. No screen."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, TypeAlias

from textual.content import Content

from workshop_tui.domain.gut_check import plain_word, statement
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import (
    Change,
    CustomerAnswers,
    CustomerDecision,
    Goal,
    Obstacle,
    RollOut,
    concerns,
    latest_answers,
    next_step,
    on_the_ladder,
    standing_decisions,
)
from workshop_tui.language import Language, short_day
from workshop_tui.text.content_words import SentenceWord, words_in
from workshop_tui.ui.look import ACCENT, ATTENTION, DIM, DONE, GOOD, PRIVATE, STRONG, WARN, plain
from workshop_tui.ui.widgets.rows import Row

ROLL_OUT_PARTS: Final = ("what_it_is", "what_it_means", "how_i_contribute")
ANSWERS: Final = "answers"
"""The key of the row that stands for customers' answers."""
SMALL_WORD: Final = "·"
"""A word that says nothing by itself, and that nobody has explained."""
LONG_TERM: Final = "≡"
DROPPED: Final = "~"

Say: TypeAlias = Callable[[Message], str]


def goal_rows(goals: Sequence[Goal], today: date, language: Language) -> list[Row]:
    """A ladder: the long-term programme on top, then the steps by date."""
    return [_goal_row(goal, today, language) for goal in on_the_ladder(tuple(goals))]


def _goal_row(goal: Goal, today: date, language: Language) -> Row:
    is_open = goal.status == "open"
    is_late = is_open and goal.due is not None and goal.due < today
    style = "" if is_open else DIM
    if goal.horizon == "long" and is_open:
        style = STRONG
    return Row(
        goal.id,
        (
            _goal_sign(goal, today),
            plain(goal.text, style),
            Content.styled(
                short_day(goal.due, language) if goal.due else "", WARN if is_late else DIM
            ),
            plain(goal.owner, DIM),
        ),
    )


def _goal_sign(goal: Goal, today: date) -> Content:
    if goal.status != "open":
        return Content.styled(DONE if goal.status == "done" else DROPPED, DIM)
    is_late = goal.due is not None and goal.due < today
    if is_late or concerns(goal, today):
        return Content.styled(ATTENTION, WARN)
    return Content.styled(LONG_TERM, ACCENT) if goal.horizon == "long" else Content("")


def change_rows(changes: Sequence[Change], said: Say) -> list[Row]:
    """A row per change with the step that comes next."""
    rows = []
    for change in changes:
        step = next_step(change)
        sign = Content.styled(DONE, GOOD) if step is None else Content("")
        next_ = said(Message.of(f"sustain_view.next.{step}")) if step else ""
        rows.append(Row(change.id, (sign, plain(change.text), Content.styled(next_, DIM))))
    return rows


def customer_rows(
    collected: tuple[CustomerAnswers, ...],
    decisions: tuple[CustomerDecision, ...],
    said: Say,
) -> list[Row]:
    """What customers answered last, then the decisions; those that were reviewed step back."""
    latest = latest_answers(collected)
    rows = [] if latest is None else [_answers_row(latest, said)]
    standing = {decision.id for decision in standing_decisions(decisions)}
    for decision in decisions:
        stands = decision.id in standing
        name = said(Message.of(f"sustain_view.decision.{decision.decision}"))
        cells = (
            Content.styled(DONE, GOOD if stands else DIM),
            plain(decision.feedback, "" if stands else DIM),
            Content.styled(name, DIM),
        )
        rows.append(Row(decision.id, cells))
    return rows


def _answers_row(latest: CustomerAnswers, said: Say) -> Row:
    text = said(Message.of("sustain_view.customers_answered", latest.people))
    file = Content("  ") + plain(latest.source.file, DIM)
    return Row(
        ANSWERS, (Content.styled("●", ACCENT), Content.styled(text, STRONG) + file, Content(""))
    )


def obstacle_rows(
    obstacles: Sequence[Obstacle],
    language: Language,
    private: Callable[[Content], Content],
) -> list[Row]:
    """A row per obstacle; a sensitive one carries its sign and hides on a projector."""
    rows = []
    for each in obstacles:
        text = plain(each.text, DIM if each.resolution else "")
        if each.is_sensitive:
            text = private(Content.styled(f"{PRIVATE} ", DIM) + text)
        is_lacking = not (each.owner or each.resolution)
        sign = Content.styled(ATTENTION, WARN) if is_lacking else Content("")
        if each.resolution:
            sign = Content.styled(DONE, GOOD)
        who = plain(each.owner or each.advocate, DIM)
        if each.is_sensitive:
            who = private(who)
        day = Content.styled(short_day(each.due, language) if each.due else "", DIM)
        rows.append(Row(each.id, (sign, text, day, who)))
    return rows


def gloss_rows(session: Session, said: Say) -> list[Row]:
    """A row per word of the statement, in its order, with the meaning it has here.

    Small words step back: they are not asked for, and may be explained all the same.
    """
    meanings = {plain_word(gloss.word): gloss.meaning for gloss in session.sustain.glosses}
    words = words_in(statement(session.scoring, session.gut_check))
    return [_gloss_row(word, meanings.get(plain_word(word.text), ""), said) for word in words]


def _gloss_row(word: SentenceWord, meaning: str, said: Say) -> Row:
    key = plain_word(word.text)
    if meaning:
        sign, told = Content.styled(DONE, GOOD), plain(meaning)
    elif word.is_content:
        sign = Content("")
        told = Content.styled(said(Message.of("sustain_view.no_meaning")), DIM)
    else:
        sign = Content.styled(SMALL_WORD, DIM)
        told = Content.styled(said(Message.of("sustain_view.small_word")), DIM)
    return Row(key, (sign, plain(key, STRONG if word.is_content else ""), told))


def roll_out_rows(roll_out: RollOut, said: Say) -> list[Row]:
    """The three answers that every employee should be able to give."""
    rows = []
    for part in ROLL_OUT_PARTS:
        answer: str = getattr(roll_out, part)
        name = said(Message.of(f"sustain_view.roll_out.{part}"))
        by_itself = said(Message.of("sustain_view.writes_itself"))
        sign = Content.styled(DONE, GOOD) if answer else Content("")
        told = plain(answer) if answer else Content.styled(by_itself, DIM)
        rows.append(Row(part, (sign, Content.styled(name, STRONG), told)))
    return rows


def reach_dots(goal: Goal) -> str:
    """How achievable the staff find it: five places, filled to the mean."""
    if not goal.reach:
        return ""
    filled = round(sum(goal.reach) / len(goal.reach))
    return "●" * filled + "○" * (5 - filled)


def late_or_soon(day: date, today: date) -> str:
    """ "overdue" or "due": the last part of a key of the catalogue."""
    return "overdue" if day < today else "due"
