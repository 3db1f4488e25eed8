"""The whole state of a workshop, and the one way to change it. No files, no clock, no ids made."""

from typing import TypeAlias, assert_never

from workshop_tui.domain import drafting, gut_check, minutes, scoring, setup, survey, sustain
from workshop_tui.domain.drafting import Drafting, DraftingAction
from workshop_tui.domain.gut_check import GutCheck, GutCheckAction
from workshop_tui.domain.message import refuse
from workshop_tui.domain.minutes import (
    ApproveMinutes,
    CorrectMinutes,
    Minutes,
    MinutesAction,
    SetRecordLanguage,
    SupersedeDecision,
    SwitchSection,
)
from workshop_tui.domain.scoring import Scoring, ScoringAction
from workshop_tui.domain.setup import AgendaItem, Setup, SetupAction
from workshop_tui.domain.survey import Survey, SurveyAction
from workshop_tui.domain.sustain import Sustain, SustainAction
from workshop_tui.domain.values import Action, Language, Line, Name, Value, changed, required


class Session(Value, frozen=True):
    """One workshop: a frozen value with a field for each stage, and one for its minutes."""

    title: Name
    language: Language = "en"
    """The language of the room; a screen, and the record, may be in the other one."""
    setup: Setup = Setup()
    survey: Survey = Survey()
    drafting: Drafting = Drafting()
    scoring: Scoring = Scoring()
    gut_check: GutCheck = GutCheck()
    sustain: Sustain = Sustain()
    minutes: Minutes = Minutes()


class StartWorkshop(Action, frozen=True):
    """The first action of every workshop; question and agenda come in its language."""

    stage = "setup"
    can_be_undone = False
    title: Name
    language: Language = "en"
    question: Line = ""
    agenda: tuple[AgendaItem, ...] = ()


class RenameWorkshop(Action, frozen=True):
    stage = "setup"
    title: Name


WorkshopAction: TypeAlias = (
    StartWorkshop
    | RenameWorkshop
    | SetupAction
    | SurveyAction
    | DraftingAction
    | ScoringAction
    | GutCheckAction
    | SustainAction
    | MinutesAction
)

BLANK = Session(title="")
"""What the first action is applied to."""


def apply(session: Session, action: WorkshopAction) -> Session:
    """The session after the action. Raises RefusedError with the reason that the user reads."""
    match action:
        case StartWorkshop():
            if session != BLANK:
                raise refuse("refused.started_already")
            return Session(
                title=required(action.title, "title"),
                language=action.language,
                setup=Setup(agenda=action.agenda),
                survey=Survey(question=action.question),
            )
        case RenameWorkshop():
            return changed(session, title=required(action.title, "title"))
        case (
            SwitchSection()
            | SetRecordLanguage()
            | CorrectMinutes()
            | ApproveMinutes()
            | SupersedeDecision()
        ):
            return changed(session, minutes=minutes.apply(session.minutes, action))
        case _:
            return _apply_to_stage(session, action)


_StageAction: TypeAlias = (
    SetupAction | SurveyAction | DraftingAction | ScoringAction | GutCheckAction | SustainAction
)


def _apply_to_stage(session: Session, action: _StageAction) -> Session:
    match action.stage:
        case "setup":
            return changed(session, setup=setup.apply(session.setup, action))
        case "survey":
            return changed(session, survey=survey.apply(session.survey, action))
        case "drafting":
            drafts = drafting.apply(session.setup, session.drafting, action)
            return changed(session, drafting=drafts)
        case "scoring":
            scores = scoring.apply(session.setup, session.drafting, session.scoring, action)
            checked = gut_check.with_choice(session.scoring, scores, session.gut_check)
            return changed(session, scoring=scores, gut_check=checked)
        case "gut_check":
            checked = gut_check.apply(session.setup, session.scoring, session.gut_check, action)
            return changed(session, gut_check=checked)
        case "sustain":
            return changed(session, sustain=sustain.apply(session.sustain, action))
        case _:
            assert_never(action.stage)
