"""The topics of the sustain stage: a sign, a name, and how far each is. No decisions."""

from typing import Final, Literal, TypeAlias, get_args

from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import (
    BRIEF_PARTS,
    next_step,
    open_goals,
    parts_written,
    standing_decisions,
)
from workshop_tui.language import Language, say, short_day
from workshop_tui.progress import words_to_gloss
from workshop_tui.ui.look import ATTENTION, DONE, GOOD, STRONG, WARN, plain
from workshop_tui.ui.widgets.rows import Row

Topic: TypeAlias = Literal[
    "goals", "changes", "customers", "obstacles", "gloss", "roll_out", "review"
]
TOPICS: Final[tuple[Topic, ...]] = get_args(Topic)


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


def open_question(topic: str, session: Session) -> Message | None:
    """What is asked where a topic has no answer yet, to be read whole; else None."""
    open_ = Message.of(f"sustain_view.open.{topic}")
    return open_ if _state(topic, session, session.language) == open_ else None


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
            is_done = bool(sustain.glosses) and not words_to_gloss(session)
        case "roll_out":
            is_done = parts_written(sustain.roll_out, session.language) == len(BRIEF_PARTS)
        case _:
            is_done = sustain.review is not None
    if is_done:
        return Content.styled(DONE, GOOD)
    return Content.styled(ATTENTION, WARN) if topic in {"goals", "gloss"} else Content("")


def _state(topic: str, session: Session, language: Language) -> Message:
    sustain = session.sustain
    match topic:
        case "goals" if sustain.goals:
            return Message.of("sustain_view.open_goals", len(open_goals(sustain.goals)))
        case "changes" if sustain.changes:
            waiting = sum(next_step(change) is not None for change in sustain.changes)
            return Message.of("sustain_view.open_changes", waiting, all=len(sustain.changes))
        case "customers" if sustain.customer_decisions:
            standing = len(standing_decisions(sustain.customer_decisions))
            return Message.of("sustain_view.decisions", standing)
        case "customers" if sustain.customer_answers:
            return Message.of("sustain_view.answers", sustain.customer_answers[-1].people)
        case "obstacles" if sustain.obstacles:
            unresolved = sum(not each.resolution for each in sustain.obstacles)
            return Message.of("sustain_view.unresolved", unresolved, all=len(sustain.obstacles))
        case "gloss" if lacking := len(words_to_gloss(session)):
            return Message.of("sustain_view.unexplained", lacking)
        case "gloss" if sustain.glosses:
            return Message.of("sustain_view.all_explained")
        case "roll_out" if sustain.roll_out:
            written = parts_written(sustain.roll_out, session.language)
            return Message.of("sustain_view.roll_out_written", written)
        case "review" if sustain.review:
            return Message.of("sustain_view.review_on", day=short_day(sustain.review, language))
    return Message.of(f"sustain_view.open.{topic}")
