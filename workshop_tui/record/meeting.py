"""The head of the minutes: when, where, who was there, who was asked, who will be told."""

from workshop_tui.domain.setup import Person, Presence, Role, Setup, present_writers
from workshop_tui.record.blocks import Block, Column, Section, Term, Terms, Text
from workshop_tui.record.facts import Facts, paragraph, table
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.times import Part, on_day
from workshop_tui.record.wording import NONE, Wording, listed, quoted

_PRESENT_FIRST: tuple[Presence, ...] = ("present", "left", "apology")


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:
    """Date, place, chair, secretary, quorum, attendance."""
    blocks: tuple[Block, ...] = (
        Terms((*_head(session.setup, facts, t), *_asked_and_told(session, t))),
        *_attendance(session.setup, t),
    )
    return Section("meeting", t("record.meeting.title"), blocks)


def names_in_role(setup: Setup, role: Role) -> Text:
    """Everybody on the roster with this role."""
    return listed(quoted(person.name) for person in setup.people if person.role == role)


def _head(setup: Setup, facts: Facts, t: Wording) -> tuple[Term, ...]:
    return (
        Term(t("record.meeting.date"), t.day(setup.date)),
        *_time(setup, facts.parts, t),
        Term(t("record.meeting.place"), quoted(setup.place)),
        Term(t("record.meeting.chair"), names_in_role(setup, "facilitator")),
        Term(t("record.meeting.secretary"), names_in_role(setup, "scribe")),
        Term(t("record.meeting.sponsor"), _sponsor(setup, t)),
        Term(t("record.meeting.quorum"), _quorum(setup, t)),
    )


def _time(setup: Setup, parts: tuple[Part, ...], t: Wording) -> tuple[Term, ...]:
    that_day = on_day(parts, setup.date) if setup.date else ()
    if not that_day:
        return ()
    began, ended = t.clock(that_day[0].began), t.clock(that_day[-1].ended)
    return (Term(t("record.meeting.time"), listed((began, ended), "–")),)


def _sponsor(setup: Setup, t: Wording) -> Text:
    sponsor = setup.sponsor
    if sponsor is None:
        return NONE
    committed = "record.meeting.committed" if sponsor.is_committed else "record.meeting.uncommitted"
    title = (quoted(sponsor.title),) if sponsor.title else ()
    return listed((quoted(sponsor.name), *title, t(committed)))


def _quorum(setup: Setup, t: Wording) -> Text:
    if setup.rule is None or not setup.rule.quorum:
        return t("record.meeting.no_quorum_agreed")
    present, wanted = len(present_writers(setup)), setup.rule.quorum
    is_met = present >= wanted
    key = "record.meeting.quorum_met" if is_met else "record.meeting.quorum_not_met"
    return t(key, wanted, present=present)


def _asked_and_told(session: ShareableSession, t: Wording) -> tuple[Term, ...]:
    asked = {reaction.stakeholder for reaction in session.gut_check.reactions}
    consulted = (
        *((t("record.meeting.respondents", session.survey.people),) * bool(session.survey.people)),
        *((t("record.meeting.gut_checkers", len(asked)),) * bool(asked)),
    )
    headcount = session.setup.headcount
    informed = t("record.meeting.employees", headcount) if headcount else NONE
    return (
        Term(t("record.meeting.consulted"), listed(consulted)),
        Term(t("record.meeting.informed"), informed),
    )


def _attendance(setup: Setup, t: Wording) -> tuple[Block, ...]:
    if not setup.people:
        return paragraph(t("record.meeting.nobody"))
    columns = (
        Column(t("record.meeting.name")),
        Column(t("record.meeting.function")),
        Column(t("record.meeting.role")),
        Column(t("record.meeting.presence")),
    )
    people = sorted(setup.people, key=lambda person: _PRESENT_FIRST.index(person.presence))
    return table(columns, (_attendee(person, t) for person in people))


def _attendee(person: Person, t: Wording) -> tuple[Text, ...]:
    return (
        quoted(person.name),
        quoted(person.function),
        t(f"record.role.{person.role}"),
        t(f"record.presence.{person.presence}"),
    )
