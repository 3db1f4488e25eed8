"""Set-up: scope, sponsor, the people in the room, the decision rule, the agenda. No files."""

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar, Final, Literal, TypeAlias, assert_never

from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.values import (
    Action,
    Count,
    Identified,
    Line,
    Name,
    Stage,
    Value,
    add,
    changed,
    find,
    put,
    required,
    revised,
)

ScopeKind = Literal["organisation", "team"]
Level = Literal["executive", "manager", "frontline"]
Role = Literal["writer", "observer", "guest", "facilitator", "scribe"]
Presence = Literal["present", "apology", "left"]
StatementDecision = Literal["keep", "update", "replace"]
RuleKind = Literal["fist_to_five", "gradients"]
BallotSecrecy = Literal["shuffled", "named"]
AuthorSecrecy = Literal["hidden", "shown", "not_kept"]

DEFAULT_THRESHOLD: Final[Mapping[RuleKind, int]] = {"fist_to_five": 3, "gradients": 4}
"""The lowest hand that lets a decision stand: "I can live with it", and in gradients whatever is
above "more discussion" (METHOD 2.4)."""
WRITERS_WANTED = range(7, 11)
"""Toister: a cross-functional group of seven to ten people writes."""
FEW_RESPONSES = 0.5
"""Below this response rate the survey may not speak for everybody (our default)."""


class Person(Identified, frozen=True):
    name: Name
    key: Name = ""
    """What the facilitator types for this person; empty: the name itself."""
    function: Name = ""
    level: Level = "frontline"
    role: Role = "writer"
    presence: Presence = "present"


class Sponsor(Value, frozen=True):
    name: Name
    title: Name = ""
    level: Level = "executive"
    is_committed: bool = False


class ExistingStatement(Identified, frozen=True):
    text: Line
    source: Line = ""
    decision: StatementDecision | None = None


class DecisionRule(Value, frozen=True):
    kind: RuleKind
    threshold: Count = 3
    """The lowest hand that lets the decision stand."""
    quorum: Count = 0
    """Writers who must be present; 0: no quorum was agreed."""
    facilitator_votes: bool = False
    """A facilitator steers and does not score, unless the group wants it so."""


class AgendaItem(Identified, frozen=True):
    title: Line
    minutes: Count
    stage: Stage | None = None


class Setup(Value, frozen=True):
    scope_kind: ScopeKind | None = None
    scope: Line = ""
    headcount: Count | None = None
    """Employees covered, whether they answered or not."""
    place: Name = ""
    date: dt.date | None = None
    sponsor: Sponsor | None = None
    people: tuple[Person, ...] = ()
    existing: tuple[ExistingStatement, ...] = ()
    rule: DecisionRule | None = None
    ballots: BallotSecrecy = "shuffled"
    authors: AuthorSecrecy = "hidden"
    agenda: tuple[AgendaItem, ...] = ()


class _SetupAction(Action, frozen=True):
    stage = "setup"


class SetScope(_SetupAction, frozen=True):
    kind: ScopeKind
    scope: Line
    headcount: Count | None = None


class SetMeeting(_SetupAction, frozen=True):
    place: Name = ""
    date: dt.date | None = None


class SetSponsor(_SetupAction, frozen=True):
    name: Name
    title: Name = ""
    level: Level = "executive"
    is_committed: bool = False


class AddPerson(_SetupAction, frozen=True):
    id_prefix: ClassVar[str] = "person"
    name: Name
    id: str = ""
    key: Name = ""
    function: Name = ""
    level: Level = "frontline"
    role: Role = "writer"


class ChangePerson(_SetupAction, frozen=True):
    """Fields left out stay as they are."""

    person: str
    name: Name | None = None
    key: Name | None = None
    function: Name | None = None
    level: Level | None = None
    role: Role | None = None


class SetPresence(_SetupAction, frozen=True):
    person: str
    presence: Presence


class AddExistingStatement(_SetupAction, frozen=True):
    id_prefix: ClassVar[str] = "existing"
    text: Line
    id: str = ""
    source: Line = ""


class JudgeExistingStatement(_SetupAction, frozen=True):
    existing: str
    decision: StatementDecision


class SetRule(_SetupAction, frozen=True):
    kind: RuleKind
    threshold: Count = 3
    quorum: Count = 0
    facilitator_votes: bool = False


class SetSecrecy(_SetupAction, frozen=True):
    """How ballots and the authors of drafts are kept; to be fixed before anybody scores."""

    ballots: BallotSecrecy
    authors: AuthorSecrecy


class AddAgendaItem(_SetupAction, frozen=True):
    id_prefix: ClassVar[str] = "agenda"
    title: Line
    minutes: Count
    id: str = ""
    part_of: Stage | None = None


class ChangeAgendaItem(_SetupAction, frozen=True):
    item: str
    title: Line | None = None
    minutes: Count | None = None


class DropAgendaItem(_SetupAction, frozen=True):
    item: str


SetupAction: TypeAlias = (
    SetScope
    | SetMeeting
    | SetSponsor
    | AddPerson
    | ChangePerson
    | SetPresence
    | AddExistingStatement
    | JudgeExistingStatement
    | SetRule
    | SetSecrecy
    | AddAgendaItem
    | ChangeAgendaItem
    | DropAgendaItem
)


def apply(setup: Setup, action: SetupAction) -> Setup:
    """The set-up after the action. Raises RefusedError with the reason."""
    match action:
        case SetScope():
            required(action.scope, "scope")
            return changed(
                setup, scope_kind=action.kind, scope=action.scope, headcount=action.headcount
            )
        case SetMeeting():
            return changed(setup, place=action.place, date=action.date)
        case SetSponsor():
            return changed(setup, sponsor=_sponsor(action))
        case AddPerson() | ChangePerson() | SetPresence():
            return changed(setup, people=_people_after(setup, action))
        case AddExistingStatement():
            required(action.text, "statement")
            statement = ExistingStatement(id=action.id, text=action.text, source=action.source)
            return changed(setup, existing=add(setup.existing, statement))
        case JudgeExistingStatement():
            judged = changed(find(setup.existing, action.existing), decision=action.decision)
            return changed(setup, existing=put(setup.existing, judged))
        case SetRule():
            return changed(setup, rule=_rule(action))
        case SetSecrecy():
            return changed(setup, ballots=action.ballots, authors=action.authors)
        case AddAgendaItem() | ChangeAgendaItem() | DropAgendaItem():
            return changed(setup, agenda=_agenda_after(setup.agenda, action))
        case _:
            assert_never(action)


def _sponsor(action: SetSponsor) -> Sponsor:
    return Sponsor(
        name=required(action.name, "name"),
        title=action.title,
        level=action.level,
        is_committed=action.is_committed,
    )


def _rule(action: SetRule) -> DecisionRule:
    return DecisionRule(
        kind=action.kind,
        threshold=action.threshold,
        quorum=action.quorum,
        facilitator_votes=action.facilitator_votes,
    )


def _people_after(
    setup: Setup, action: AddPerson | ChangePerson | SetPresence
) -> tuple[Person, ...]:
    match action:
        case AddPerson():
            person = Person(
                id=action.id,
                name=action.name,
                key=action.key,
                function=action.function,
                level=action.level,
                role=action.role,
            )
            return add(setup.people, _told_apart(setup, person))
        case ChangePerson():
            person = revised(
                find(setup.people, action.person),
                name=action.name,
                key=action.key,
                function=action.function,
                level=action.level,
                role=action.role,
            )
            return put(setup.people, _told_apart(setup, person))
        case SetPresence():
            found = find(setup.people, action.person)
            return put(setup.people, changed(found, presence=action.presence))
        case _:
            assert_never(action)


def _agenda_after(
    agenda: tuple[AgendaItem, ...], action: AddAgendaItem | ChangeAgendaItem | DropAgendaItem
) -> tuple[AgendaItem, ...]:
    match action:
        case AddAgendaItem():
            required(action.title, "title")
            item = AgendaItem(
                id=action.id, title=action.title, minutes=action.minutes, stage=action.part_of
            )
            return add(agenda, item)
        case ChangeAgendaItem():
            found = find(agenda, action.item)
            return put(agenda, revised(found, title=action.title, minutes=action.minutes))
        case DropAgendaItem():
            dropped = find(agenda, action.item)
            return tuple(item for item in agenda if item is not dropped)
        case _:
            assert_never(action)


def writers(setup: Setup) -> tuple[Person, ...]:
    """Those who write and score, present or not, in roster order."""
    return tuple(person for person in setup.people if person.role == "writer")


def present_writers(setup: Setup) -> tuple[Person, ...]:
    """Those who write and are in the room."""
    return tuple(person for person in writers(setup) if person.presence == "present")


def may_vote(setup: Setup, person: Person) -> bool:
    """Writers vote; facilitators where the rule says so; observers, guests and scribes never."""
    facilitates = person.role == "facilitator"
    return person.role == "writer" or (
        facilitates and setup.rule is not None and setup.rule.facilitator_votes
    )


def voters(setup: Setup) -> tuple[Person, ...]:
    """Those who may vote and are in the room, in roster order."""
    return tuple(
        person
        for person in setup.people
        if person.presence == "present" and may_vote(setup, person)
    )


def called(setup: Setup, typed: str) -> Person:
    """The person whom these letters mean: the whole key or name, or the only one they begin.

    Raises RefusedError when nobody or more than one person is meant.
    """
    wanted = typed.strip().casefold()
    exact = [person for person in setup.people if wanted in _names_of(person)]
    begun = [
        person
        for person in setup.people
        if any(name.startswith(wanted) for name in _names_of(person))
    ]
    meant = exact or (begun if wanted else [])
    if not meant:
        raise refuse("refused.nobody_called", name=typed)
    if len(meant) > 1:
        names = ", ".join(person.name for person in meant)
        raise refuse("refused.several_called", name=typed, names=names)
    return meant[0]


def name_of(setup: Setup, person_id: str) -> str:
    """The name of a person of the roster, or "" for nobody."""
    return next((person.name for person in setup.people if person.id == person_id), "")


def planned_minutes(setup: Setup) -> int:
    """The length of the whole agenda."""
    return sum(item.minutes for item in setup.agenda)


def missing(setup: Setup) -> tuple[Message, ...]:
    """What set-up still lacks; () when it is done (METHOD 2.1)."""
    found = len(writers(setup))
    functions = {person.function.casefold() for person in writers(setup) if person.function}
    lacks = (
        (not setup.scope, Message.of("missing.scope")),
        (setup.sponsor is None, Message.of("missing.sponsor")),
        (found not in WRITERS_WANTED, Message.of("missing.writers", count=found)),
        (found in WRITERS_WANTED and len(functions) < 2, Message.of("missing.functions")),
        (setup.rule is None, Message.of("missing.rule")),
    )
    return tuple(message for is_lacking, message in lacks if is_lacking)


def notices(setup: Setup) -> tuple[Message, ...]:
    """What deserves a question: prompts for the facilitator, never a block."""
    sponsor = setup.sponsor
    below = setup.scope_kind == "organisation" and sponsor and sponsor.level != "executive"
    quorum = setup.rule.quorum if setup.rule else 0
    lacks = (
        (sponsor is not None and not sponsor.is_committed, "notice.sponsor_not_committed"),
        (bool(below), "notice.sponsor_below_scope"),
        (bool(quorum) and len(present_writers(setup)) < quorum, "notice.no_quorum"),
    )
    return tuple(Message.of(key) for is_lacking, key in lacks if is_lacking)


def _names_of(person: Person) -> set[str]:
    return {name.casefold() for name in (person.name, person.key) if name}


def _told_apart(setup: Setup, person: Person) -> Person:
    """The person, if its name is not empty and neither name nor key is another's already."""
    required(person.name, "name")
    for other in setup.people:
        if other.id != person.id and _names_of(other) & _names_of(person):
            raise refuse("refused.name_taken", name=person.name)
    return person
