"""The lists of the sustain stage as rows: goals, changes, customers, words. No screen."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, TypeAlias, cast

from textual.content import Content

from workshop_tui.domain.gut_check import plain_word, statement
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import (
    BRIEF_PARTS,
    BriefPart,
    BriefText,
    Change,
    CustomerAnswers,
    CustomerDecision,
    Goal,
    Obstacle,
    best_written,
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
    language: Language,
) -> list[Row]:
    """What customers answered last, then the decisions; those that were reviewed step back."""
    latest = latest_answers(collected)
    rows = [] if latest is None else [_answers_row(latest, said, language)]
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


def _answers_row(latest: CustomerAnswers, said: Say, language: Language) -> Row:
    text = said(Message.of("sustain_view.customers_answered", latest.people))
    day = short_day(latest.day, language) if latest.day else ""
    sign = Content.styled("●", ACCENT)
    return Row(ANSWERS, (sign, Content.styled(text, STRONG), Content.styled(day, DIM)))


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


def roll_out_rows(session: Session, said: Say) -> list[Row]:
    """A row per part of the brief and language, those in the language of the room first."""
    other: Language = "id" if session.language == "en" else "en"
    languages: tuple[Language, ...] = (session.language, other)
    roll_out = session.sustain.roll_out
    return [
        _brief_row(roll_out, part, language, said) for language in languages for part in BRIEF_PARTS
    ]


def _brief_row(
    roll_out: tuple[BriefText, ...], part: BriefPart, language: Language, said: Say
) -> Row:
    written = best_written(roll_out, part, language)
    if written is None:
        sign, told = "", Content.styled(said(Message.of("sustain_view.writes_itself")), DIM)
    elif written.language == language:
        sign, told = DONE, plain(written.text)
    else:
        only = Message.of(f"sustain_view.only_in.{written.language}")
        sign, told = "", Content.styled(said(only), DIM)
    name = said(Message.of(f"sustain_view.roll_out.{part}"))
    cells = (
        Content.styled(sign, GOOD),
        Content.styled(name, STRONG),
        Content.styled(language.upper(), DIM),
        told,
    )
    return Row(f"{language} {part}", cells)


def part_and_language(key: str) -> tuple[BriefPart, Language]:
    """What a row of the brief stands for, from its key."""
    language, _, part = key.partition(" ")
    return cast("BriefPart", part), cast("Language", language)


def reach_dots(goal: Goal) -> str:
    """How achievable the staff find it: five places, filled to the mean."""
    if not goal.reach:
        return ""
    filled = round(sum(goal.reach) / len(goal.reach))
    return "●" * filled + "○" * (5 - filled)


def late_or_soon(day: date, today: date) -> str:
    """ "overdue" or "due": the last part of a key of the catalogue."""
    return "overdue" if day < today else "due"
