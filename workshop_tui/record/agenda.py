"""The agenda in the record: what was planned, and when the stages really took place."""

from workshop_tui.domain.message import Message
from workshop_tui.domain.setup import Setup, planned_minutes
from workshop_tui.domain.values import Stage
from workshop_tui.record.blocks import Block, Column, Heading, Section, Text
from workshop_tui.record.facts import Facts, paragraph, table
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.times import Days, Part, days_of, on_day
from workshop_tui.record.wording import Wording, listed, quoted


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:
    """Planned minutes an item; the hours and days of each part."""
    blocks: tuple[Block, ...] = (
        *_planned(session.setup, t),
        *_actual(session.setup, facts.parts, t),
    )
    if not blocks:
        blocks = paragraph(t("record.agenda.none"))
    return Section("agenda", t("record.agenda.title"), blocks)


def _planned(setup: Setup, t: Wording) -> tuple[Block, ...]:
    if not setup.agenda:
        return ()
    columns = (
        Column(t("record.agenda.item")),
        Column(t("record.agenda.minutes_planned"), "right"),
    )
    rows = [(quoted(item.title), t.number(item.minutes)) for item in setup.agenda]
    total = (t("record.agenda.total"), t.number(planned_minutes(setup)))
    return (Heading(t("record.agenda.planned")), *table(columns, (*rows, total)))


def _actual(setup: Setup, parts: tuple[Part, ...], t: Wording) -> tuple[Block, ...]:
    """The hours of the meeting; of other days only which: an hour could tell who was asked then."""
    that_day = on_day(parts, setup.date) if setup.date else ()
    columns = (
        Column(t("record.agenda.part")),
        Column(t("record.agenda.began"), "right"),
        Column(t("record.agenda.ended"), "right"),
        Column(t("record.agenda.minutes"), "right"),
    )
    hours = table(columns, (_part(part, t) for part in that_day))
    said = paragraph(t("record.agenda.from_the_journal")) if hours else ()
    days = table(
        (Column(t("record.agenda.part")), Column(t("record.agenda.days"))),
        ((_name(each.stage, t), _days(each, t)) for each in days_of(parts)),
    )
    heading = (Heading(t("record.agenda.actual")),) if days else ()
    return (*heading, *said, *hours, *days)


def _part(part: Part, t: Wording) -> tuple[Text, ...]:
    return (
        _name(part.stage, t),
        t.clock(part.began),
        t.clock(part.ended),
        t.number(part.minutes),
    )


def _days(days: Days, t: Wording) -> Text:
    if days.first == days.last:
        return t.day(days.first)
    return listed((t.day(days.first), t.day(days.last)), " – ")


def _name(stage: Stage, t: Wording) -> Text:
    return t.message(Message.of(f"stage.{stage}"))
