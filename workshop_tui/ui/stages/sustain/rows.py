"""What the sustain stage shows, as rows: its topics, and the list of each. No decisions."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, Literal, TypeAlias, get_args

from textual.content import Content

from workshop_tui.domain.gut_check import plain_word, statement
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import (
    Change,
    CustomerDecision,
    Goal,
    Obstacle,
    RollOut,
    open_goals,
    out_of_reach,
    words_to_gloss,
)
from workshop_tui.language import Language, say, short_day
from workshop_tui.ui.look import ATTENTION, DIM, DONE, GOOD, PRIVATE, STRONG, WARN, plain
from workshop_tui.ui.widgets.rows import Row

Topic: TypeAlias = Literal[
    "goals", "changes", "customers", "obstacles", "gloss", "roll_out", "review"
]
TOPICS: Final[tuple[Topic, ...]] = get_args(Topic)
ChangeStep: TypeAlias = Literal["why", "benefit", "response", "agreement", "training"]
ROLL_OUT_PARTS: Final = ("what_it_is", "what_it_means", "how_i_contribute")

Say: TypeAlias = Callable[[Message], str]


def topic_rows(session: Session, language: Language) -> list[Row]:
    """A row per topic: a sign, its name, and how far it is."""

    def said(message: Message) -> str:
        return say(message, language)

    return [
        Row(
            topic,
            (
                _sign(topic, session),
                Content.styled(said(Message.of(f"sustain_view.topic.{topic}")), STRONG),
                plain(said(_state(topic, session, language))),
            ),
        )
        for topic in TOPICS
    ]


def goal_rows(goals: Sequence[Goal], language: Language, said: Say) -> list[Row]:
    """A row per goal: sign, text, when, who."""
    return [
        Row(
            goal.id,
            (
                _goal_sign(goal),
                plain(_goal_text(goal, said), DIM if goal.status != "open" else ""),
                Content.styled(_day(goal.due, language), DIM),
                plain(goal.owner, DIM),
            ),
        )
        for goal in goals
    ]


def change_rows(changes: Sequence[Change], said: Say) -> list[Row]:
    """A row per change with the step that comes next."""
    rows = []
    for change in changes:
        step = next_step(change)
        sign = Content.styled(DONE, GOOD) if step is None else Content("")
        next_ = said(Message.of(f"sustain_view.next.{step}")) if step else ""
        rows.append(Row(change.id, (sign, plain(change.text), Content.styled(next_, DIM))))
    return rows


def decision_rows(decisions: Sequence[CustomerDecision], said: Say) -> list[Row]:
    """A row per decision on what customers said."""
    return [
        Row(
            each.id,
            (
                Content.styled(DONE, GOOD),
                plain(each.feedback),
                Content.styled(said(Message.of(f"sustain_view.decision.{each.decision}")), DIM),
            ),
        )
        for each in decisions
    ]


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
        sign = Content.styled(DONE, GOOD) if each.resolution else _missing_sign(not each.owner)
        who = plain(each.owner or each.advocate, DIM)
        if each.is_sensitive:
            who = private(who)
        day = Content.styled(_day(each.due, language), DIM)
        rows.append(Row(each.id, (sign, text, day, who)))
    return rows


def gloss_rows(session: Session, said: Say) -> list[Row]:
    """A row per word of the statement, in its order, with the meaning it has here."""
    meanings = {plain_word(gloss.word): gloss.meaning for gloss in session.sustain.glosses}
    words = dict.fromkeys(
        plain_word(word) for word in statement(session.scoring, session.gut_check).split()
    )
    open_ = said(Message.of("sustain_view.no_meaning"))
    return [
        Row(
            word,
            (
                Content.styled(DONE, GOOD) if word in meanings else Content(""),
                plain(word, STRONG),
                plain(meanings[word]) if word in meanings else Content.styled(open_, DIM),
            ),
        )
        for word in words
        if word
    ]


def roll_out_rows(roll_out: RollOut, said: Say) -> list[Row]:
    """The three answers that every employee should be able to give."""
    rows = []
    for part in ROLL_OUT_PARTS:
        answer: str = getattr(roll_out, part)
        name = said(Message.of(f"sustain_view.roll_out.{part}"))
        sign = Content.styled(DONE, GOOD) if answer else Content("")
        rows.append(Row(part, (sign, Content.styled(name, STRONG), plain(answer))))
    return rows


def next_step(change: Change) -> ChangeStep | None:
    """What a change needs next, in the order of the method; None when it has everything."""
    steps: tuple[tuple[ChangeStep, bool], ...] = (
        ("why", bool(change.why)),
        ("benefit", bool(change.benefit)),
        ("response", bool(change.response)),
        ("agreement", change.is_agreed),
        ("training", bool(change.training)),
    )
    return next((step for step, is_there in steps if not is_there), None)


def reach_dots(goal: Goal) -> str:
    """How achievable the staff find it: five places, filled to the mean."""
    if not goal.reach:
        return ""
    filled = round(sum(goal.reach) / len(goal.reach))
    return "●" * filled + "○" * (5 - filled)


def late_or_soon(day: date, today: date) -> str:
    """ "overdue" or "due": the last part of a key of the catalogue."""
    return "overdue" if day < today else "due"


def _sign(topic: Topic, session: Session) -> Content:
    sustain = session.sustain
    match topic:
        case "goals":
            is_done = bool(sustain.goals) and all(goal.owner for goal in open_goals(sustain.goals))
        case "changes":
            is_done = bool(sustain.changes) and not any(map(next_step, sustain.changes))
        case "customers":
            is_done = bool(sustain.customer_decisions)
        case "obstacles":
            is_done = bool(sustain.obstacles) and all(
                each.owner or each.resolution for each in sustain.obstacles
            )
        case "gloss":
            is_done = bool(sustain.glosses) and not _unexplained(session)
        case "roll_out":
            is_done = all(getattr(sustain.roll_out, part) for part in ROLL_OUT_PARTS)
        case _:
            is_done = sustain.review is not None
    if is_done:
        return Content.styled(DONE, GOOD)
    return _missing_sign(topic in {"goals", "gloss"})


def _state(topic: Topic, session: Session, language: Language) -> Message:
    sustain = session.sustain
    match topic:
        case "goals" if sustain.goals:
            return Message.of("sustain_view.open_goals", len(open_goals(sustain.goals)))
        case "changes" if sustain.changes:
            waiting = sum(next_step(change) is not None for change in sustain.changes)
            return Message.of("sustain_view.open_changes", waiting, all=len(sustain.changes))
        case "customers" if sustain.customer_decisions:
            return Message.of("sustain_view.decisions", len(sustain.customer_decisions))
        case "obstacles" if sustain.obstacles:
            unresolved = sum(not each.resolution for each in sustain.obstacles)
            return Message.of("sustain_view.unresolved", unresolved, all=len(sustain.obstacles))
        case "gloss" if sustain.glosses:
            return Message.of("sustain_view.unexplained", len(_unexplained(session)))
        case "roll_out" if sustain.roll_out != RollOut():
            written = sum(bool(getattr(sustain.roll_out, part)) for part in ROLL_OUT_PARTS)
            return Message.of("sustain_view.roll_out_written", written)
        case "review" if sustain.review:
            return Message.of("sustain_view.review_on", day=short_day(sustain.review, language))
    return Message.of(f"sustain_view.open.{topic}")


def _unexplained(session: Session) -> tuple[str, ...]:
    return words_to_gloss(session.scoring, session.gut_check, session.sustain.glosses)


def _goal_sign(goal: Goal) -> Content:
    if goal.status != "open":
        return Content.styled(DONE if goal.status == "done" else "~", DIM)
    return _missing_sign(out_of_reach(goal) or not goal.owner)


def _goal_text(goal: Goal, said: Say) -> str:
    if goal.horizon == "short":
        return goal.text
    return said(Message.of("sustain_view.long_goal", text=goal.text))


def _missing_sign(is_missing: bool) -> Content:  # noqa: FBT001 - the value is what is drawn
    return Content.styled(ATTENTION, WARN) if is_missing else Content("")


def _day(day: date | None, language: Language) -> str:
    return short_day(day, language) if day else ""
