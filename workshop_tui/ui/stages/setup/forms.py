"""The forms of the set-up stage: what is asked, and the action that the answers make. No screen."""

from datetime import date
from typing import Final, cast, get_args

from workshop_tui.domain.agreement import HIGHEST
from workshop_tui.domain.session import RenameWorkshop
from workshop_tui.domain.setup import (
    DEFAULT_THRESHOLD,
    AddAgendaItem,
    AddExistingStatement,
    AddPerson,
    AgendaItem,
    AuthorSecrecy,
    BallotSecrecy,
    ChangeAgendaItem,
    ChangePerson,
    DecisionRule,
    ExistingStatement,
    JudgeExistingStatement,
    Level,
    Person,
    Role,
    RuleKind,
    ScopeKind,
    SetMeeting,
    SetRule,
    SetScope,
    SetSecrecy,
    SetSponsor,
    Setup,
    StatementDecision,
)
from workshop_tui.domain.values import STAGES, Stage
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.widgets.question import (
    ChoiceQuestion,
    DateQuestion,
    LineQuestion,
    NumberQuestion,
    Option,
    Question,
    YesNoQuestion,
)

NO_STAGE: Final = "none"
LONGEST_ITEM: Final = 600
"""Minutes; more is a typing error, not an agenda item."""
MOST_WRITERS: Final = 50


def title_form(title: str, t: Say) -> Form:
    return Form(
        "title",
        [LineQuestion(key="title", ask=t("setup_view.ask.title"), value=title)],
        lambda answers: RenameWorkshop(title=answers.text("title")),
    )


def scope_form(setup: Setup, t: Say) -> Form:
    return Form(
        "scope",
        [
            _choice("scope_kind", get_args(ScopeKind), setup.scope_kind or "team", t),
            LineQuestion(
                key="scope",
                ask=t("setup_view.ask.scope"),
                label=t("setup_view.topic.scope"),
                value=setup.scope,
            ),
            NumberQuestion(
                key="headcount",
                ask=t("setup_view.ask.headcount"),
                value=_number(setup.headcount),
                least=1,
                optional=True,
            ),
        ],
        lambda answers: SetScope(
            kind=cast("ScopeKind", answers.text("scope_kind")),
            scope=answers.text("scope"),
            headcount=answers.number("headcount"),
        ),
    )


def sponsor_form(setup: Setup, t: Say) -> Form:
    sponsor = setup.sponsor
    return Form(
        "sponsor",
        [
            LineQuestion(
                key="name",
                ask=t("setup_view.ask.sponsor"),
                label=t("setup_view.topic.sponsor"),
                value=sponsor.name if sponsor else "",
            ),
            LineQuestion(
                key="title",
                ask=t("setup_view.ask.sponsor_title"),
                value=sponsor.title if sponsor else "",
                optional=True,
            ),
            _choice("level", get_args(Level), sponsor.level if sponsor else "executive", t),
            YesNoQuestion(key="committed", ask=t("setup_view.ask.committed")),
        ],
        lambda answers: SetSponsor(
            name=answers.text("name"),
            title=answers.text("title"),
            level=cast("Level", answers.text("level")),
            is_committed=answers.yes("committed"),
        ),
    )


def rule_form(setup: Setup, t: Say) -> Form:
    rule = setup.rule
    have_facilitator = any(person.role == "facilitator" for person in setup.people)
    return Form(
        "rule",
        [
            _choice("rule", get_args(RuleKind), rule.kind if rule else "fist_to_five", t),
            *(_threshold(kind, rule, t) for kind in get_args(RuleKind)),
            NumberQuestion(
                key="quorum",
                ask=t("setup_view.ask.quorum"),
                value=_number(rule.quorum if rule else None),
                most=MOST_WRITERS,
                optional=True,
            ),
            YesNoQuestion(
                key="facilitator_votes",
                ask=t("setup_view.ask.facilitator_votes"),
                default="y" if rule and rule.facilitator_votes else "n",
                when=lambda _: have_facilitator,
            ),
        ],
        lambda answers: SetRule(
            kind=cast("RuleKind", answers.text("rule")),
            threshold=answers.number(answers.text("rule")) or 0,
            quorum=answers.number("quorum") or 0,
            facilitator_votes=answers.yes("facilitator_votes"),
        ),
    )


def _threshold(kind: RuleKind, rule: DecisionRule | None, t: Say) -> NumberQuestion:
    """The lowest hand that lets a decision stand, asked on the scale of this rule alone."""
    before = rule.threshold if rule and rule.kind == kind else DEFAULT_THRESHOLD[kind]
    return NumberQuestion(
        key=kind,
        ask=t("setup_view.ask.threshold"),
        hint=t(f"setup_view.scale.{kind}"),
        value=str(before),
        most=HIGHEST[kind],
        when=lambda answers: answers.text("rule") == kind,
    )


def secrecy_form(setup: Setup, t: Say) -> Form:
    return Form(
        "secrecy",
        [
            _choice("ballots", get_args(BallotSecrecy), setup.ballots, t),
            _choice("authors", get_args(AuthorSecrecy), setup.authors, t),
        ],
        lambda answers: SetSecrecy(
            ballots=cast("BallotSecrecy", answers.text("ballots")),
            authors=cast("AuthorSecrecy", answers.text("authors")),
        ),
    )


def meeting_form(setup: Setup, today: date, t: Say) -> Form:
    return Form(
        "meeting",
        [
            LineQuestion(
                key="place", ask=t("setup_view.ask.place"), value=setup.place, optional=True
            ),
            DateQuestion(
                key="date",
                ask=t("setup_view.ask.date"),
                value=setup.date.isoformat() if setup.date else "",
                optional=True,
                today=today,
            ),
        ],
        lambda answers: SetMeeting(place=answers.text("place"), date=answers.day("date")),
    )


def new_existing_form(t: Say) -> Form:
    return Form(
        "existing",
        [
            LineQuestion(key="text", ask=t("setup_view.ask.existing")),
            LineQuestion(key="source", ask=t("setup_view.ask.source"), optional=True),
        ],
        lambda answers: AddExistingStatement(
            text=answers.text("text"), source=answers.text("source")
        ),
    )


def judge_form(statement: ExistingStatement, t: Say) -> Form:
    decision = statement.decision or "replace"
    return Form(
        f"judge {statement.id}",
        [_choice("decision", get_args(StatementDecision), decision, t)],
        lambda answers: JudgeExistingStatement(
            existing=statement.id, decision=cast("StatementDecision", answers.text("decision"))
        ),
    )


def new_agenda_form(t: Say) -> Form:
    options = (
        Option(NO_STAGE, t("setup_view.no_stage")),
        *(Option(stage, t(f"stage.{stage}")) for stage in STAGES),
    )
    return Form(
        "agenda item",
        [
            *_agenda_questions("", None, t),
            ChoiceQuestion(
                key="stage",
                ask=t("setup_view.ask.agenda_stage"),
                options=options,
                default=NO_STAGE,
            ),
        ],
        lambda answers: AddAgendaItem(
            title=answers.text("title"),
            minutes=answers.number("minutes") or 0,
            part_of=_stage(answers.text("stage")),
        ),
    )


def agenda_form(item: AgendaItem, t: Say) -> Form:
    return Form(
        f"change {item.id}",
        _agenda_questions(item.title, item.minutes, t),
        lambda answers: ChangeAgendaItem(
            item=item.id, title=answers.text("title"), minutes=answers.number("minutes")
        ),
    )


def new_person_form(t: Say) -> Form:
    """One line: a name, behind commas what this person does and is here; empty ends it."""
    return Form(
        "person",
        [
            LineQuestion(
                key="person",
                ask=t("setup_view.ask.person"),
                hint=t("setup_view.ask.person_hint"),
                optional=True,
                asks_again=True,
            )
        ],
        lambda answers: _new_person(answers.text("person"), t),
    )


def person_form(person: Person, t: Say) -> Form:
    return Form(
        f"change {person.id}",
        [
            LineQuestion(key="name", ask=t("setup_view.ask.name"), value=person.name),
            LineQuestion(
                key="function",
                ask=t("setup_view.ask.function"),
                value=person.function,
                optional=True,
            ),
            _choice("level", get_args(Level), person.level, t),
            _choice("role", get_args(Role), person.role, t),
            LineQuestion(
                key="key",
                ask=t("setup_view.ask.key"),
                hint=t("setup_view.ask.key_hint"),
                value=person.key,
                optional=True,
            ),
        ],
        lambda answers: ChangePerson(
            person=person.id,
            name=answers.text("name"),
            function=answers.text("function"),
            level=cast("Level", answers.text("level")),
            role=cast("Role", answers.text("role")),
            key=answers.text("key"),
        ),
    )


def _new_person(line: str, t: Say) -> AddPerson:
    """A role behind the last comma is what this person is here, and no function."""
    name, *rest = line.split(",")
    roles = {t(f"setup_view.role.{role}").casefold(): role for role in get_args(Role)}
    role: Role = roles.get(rest[-1].strip().casefold(), "writer") if rest else "writer"
    is_role_said = bool(rest) and rest[-1].strip().casefold() in roles
    function = ",".join(rest[:-1] if is_role_said else rest)
    return AddPerson(name=name, function=function, role=role)


def _agenda_questions(title: str, minutes: int | None, t: Say) -> list[Question]:
    return [
        LineQuestion(key="title", ask=t("setup_view.ask.agenda_title"), value=title),
        NumberQuestion(
            key="minutes",
            ask=t("setup_view.ask.agenda_minutes"),
            value=_number(minutes),
            least=1,
            most=LONGEST_ITEM,
        ),
    ]


def _choice(family: str, options: tuple[str, ...], default: str, t: Say) -> ChoiceQuestion:
    """A choice whose question and labels are a family of the catalogue."""
    return ChoiceQuestion(
        key=family,
        ask=t(f"setup_view.ask.{family}"),
        options=tuple(Option(option, t(f"setup_view.{family}.{option}")) for option in options),
        default=default,
    )


def _number(number: int | None) -> str:
    return str(number) if number else ""


def _stage(chosen: str) -> Stage | None:
    return None if chosen == NO_STAGE else cast("Stage", chosen)
