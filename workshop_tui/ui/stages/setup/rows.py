"""What the set-up stage shows, as rows: its questions, the roster, the agenda. No decisions."""

from collections.abc import Callable
from typing import Final, Literal, TypeAlias, get_args

from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import (
    WRITERS_WANTED,
    AgendaItem,
    DecisionRule,
    ExistingStatement,
    Person,
    planned_minutes,
    writers,
)
from workshop_tui.language import Language, say, written_day
from workshop_tui.ui.look import ATTENTION, DIM, DONE, GOOD, STRONG, WARN, plain
from workshop_tui.ui.widgets.rows import Row

Topic: TypeAlias = Literal[
    "scope", "sponsor", "people", "rule", "secrecy", "meeting", "existing", "agenda"
]
TOPICS: Final[tuple[Topic, ...]] = get_args(Topic)
"""The questions of set-up, in the order in which they are best asked."""

Say: TypeAlias = Callable[[Message], str]


def topic_rows(session: Session, language: Language) -> list[Row]:
    """A row per question: a sign, its name, and the answer so far."""

    def said(message: Message) -> str:
        return say(message, language)

    return [_topic_row(topic, session, said, language) for topic in TOPICS]


def answer_in_full(topic: str, session: Session, language: Language) -> Content:
    """The answer to one question as a paragraph, or the question where there is none."""

    def said(message: Message) -> str:
        return say(message, language)

    answer = _answer(topic, session, said, language)
    question = said(Message.of(f"setup_view.open.{topic}"))
    return plain(answer) if answer else Content.styled(question, DIM)


def roster_rows(people: tuple[Person, ...], said: Say) -> list[Row]:
    """A row per person, in the order in which they were added."""
    return [
        Row(
            person.id,
            (
                plain(person.name, _weight(person)),
                plain(person.function, DIM if person.presence != "present" else ""),
                Content.styled(_standing(person, said), DIM),
            ),
        )
        for person in people
    ]


def agenda_rows(agenda: tuple[AgendaItem, ...]) -> list[Row]:
    """A row per item with the minute at which it begins."""
    rows: list[Row] = []
    begins = 0
    for item in agenda:
        rows.append(
            Row(
                item.id,
                (
                    Content.styled(f"{begins // 60}:{begins % 60:02d}", DIM),
                    plain(item.title),
                    Content(str(item.minutes)),
                ),
            )
        )
        begins += item.minutes
    return rows


def existing_rows(existing: tuple[ExistingStatement, ...], said: Say) -> list[Row]:
    """A row per statement that was there before, with what becomes of it."""
    return [
        Row(
            statement.id,
            (
                plain(statement.text),
                Content.styled(
                    said(Message.of(f"setup_view.decision.{statement.decision or 'open'}")), DIM
                ),
            ),
        )
        for statement in existing
    ]


def rule_sentence(rule: DecisionRule, said: Say) -> str:
    """The decision rule in words, with threshold and quorum."""
    kind = said(Message.of(f"setup_view.rule.{rule.kind}"))
    sentence = said(Message.of("setup_view.rule_line", kind=kind, threshold=rule.threshold))
    if rule.quorum:
        sentence += f", {said(Message.of('setup_view.quorum_line', count=rule.quorum))}"
    if rule.facilitator_votes:
        sentence += f", {said(Message.of('setup_view.facilitator_votes'))}"
    return sentence


def _topic_row(topic: Topic, session: Session, said: Say, language: Language) -> Row:
    answer = _answer(topic, session, said, language)
    is_needed = topic in {"scope", "sponsor", "people", "rule"}
    is_done = _is_done(topic, session) if is_needed else bool(answer)
    sign = Content.styled(DONE, GOOD) if is_done else Content("")
    if is_needed and not is_done:
        sign = Content.styled(ATTENTION, WARN)
    open_ = said(Message.of(f"setup_view.open.{topic}"))
    shown = plain(answer) if answer else Content.styled(open_, DIM)
    return Row(
        topic, (sign, Content.styled(said(Message.of(f"setup_view.topic.{topic}")), STRONG), shown)
    )


def _is_done(topic: Topic, session: Session) -> bool:
    setup = session.setup
    match topic:
        case "scope":
            return bool(setup.scope)
        case "sponsor":
            return setup.sponsor is not None
        case "people":
            return len(writers(setup)) in WRITERS_WANTED
        case _:
            return setup.rule is not None


def _answer(topic: str, session: Session, said: Say, language: Language) -> str:
    setup = session.setup
    match topic:
        case "scope" if setup.scope:
            if setup.headcount is None:
                return setup.scope
            people = said(Message.of("setup_view.headcount", count=setup.headcount))
            return f"{setup.scope}, {people}"
        case "sponsor" if setup.sponsor:
            key = "committed" if setup.sponsor.is_committed else "not_committed"
            return f"{setup.sponsor.name}, {said(Message.of(f'setup_view.sponsor.{key}'))}"
        case "people" if setup.people:
            functions = {each.function.casefold() for each in writers(setup) if each.function}
            of = said(Message.of("setup_view.functions", count=len(functions)))
            return said(Message.of("setup_view.writers", count=len(writers(setup)), functions=of))
        case "rule" if setup.rule:
            return rule_sentence(setup.rule, said)
        case "secrecy":
            ballots = said(Message.of(f"setup_view.ballots.{setup.ballots}"))
            authors = said(Message.of(f"setup_view.authors.{setup.authors}"))
            return f"{ballots}, {authors}"
        case "meeting" if setup.place or setup.date:
            day = written_day(setup.date, language) if setup.date else ""
            return ", ".join(part for part in (setup.place, day) if part)
        case "existing" if setup.existing:
            return said(Message.of("setup_view.statements", count=len(setup.existing)))
        case "agenda" if setup.agenda:
            return said(Message.of("setup_view.minutes", count=planned_minutes(setup)))
    return ""


def _weight(person: Person) -> str:
    if person.presence != "present":
        return DIM
    return STRONG if person.role == "writer" else ""


def _standing(person: Person, said: Say) -> str:
    """The one word that sets this person apart: away, not a writer, or not of the front line."""
    if person.presence != "present":
        return said(Message.of(f"setup_view.presence.{person.presence}"))
    if person.role != "writer":
        return said(Message.of(f"setup_view.role.{person.role}"))
    if person.level != "frontline":
        return said(Message.of(f"setup_view.level.{person.level}"))
    return ""
