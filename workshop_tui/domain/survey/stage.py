"""The value of the stage, which joins answers, words and board, and the one way to change it."""

from typing import Literal, TypeAlias, assert_never

from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.setup import FEW_RESPONSES, Setup
from workshop_tui.domain.survey.answers import (
    AddAnswers,
    CompareAnswers,
    ComparedSurvey,
    EndComparison,
    ImportAnswers,
    Source,
    compared_by,
)
from workshop_tui.domain.survey.board import (
    AddTheme,
    ChangeTheme,
    Pin,
    PinAction,
    PinInsight,
    SetPinAside,
    SetThemeAside,
    Theme,
    ThemeAction,
    board,
    pins_after,
    themes_after,
)
from workshop_tui.domain.survey.on_survey import OnSurvey
from workshop_tui.domain.survey.words import (
    HideWord,
    MarkGeneric,
    MarkSpecific,
    Merge,
    MergeWords,
    RejoinForm,
    ShowWord,
    SplitForm,
    UnmergeWord,
    WordMark,
    marks_after,
)
from workshop_tui.domain.values import Count, Line, Name, Value, changed, required

PersonalDetails = Literal["masked", "shown"]
"""What becomes of e-mail addresses, phone and identity numbers and links in quotes."""
THEMES_WANTED = range(3, 8)
FEW_ANSWERS = 10
"""Fewer answers than this are read one by one, not ranked."""


class Survey(Value, frozen=True):
    question: Line = ""
    source: Source | None = None
    added: tuple[Source, ...] = ()
    """Files whose answers were added to those of the first, in this order."""
    answers_sha256: Name = ""
    """Of answers.csv: the answers that all counts below speak of."""
    people: Count = 0
    """Answers with content, one person each."""
    non_answers: Count = 0
    marked_generic: tuple[Line, ...] = ()
    marked_specific: tuple[Line, ...] = ()
    hidden: tuple[Line, ...] = ()
    merges: tuple[Merge, ...] = ()
    split_forms: tuple[Line, ...] = ()
    themes: tuple[Theme, ...] = ()
    pins: tuple[Pin, ...] = ()
    compared: ComparedSurvey | None = None
    personal_details: PersonalDetails = "masked"
    names: tuple[Line, ...] = ()
    """Of people, as they stand in the answers: masked with the personal details."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every file that answers came from."""
        return () if self.source is None else (self.source, *self.added)


class SetQuestion(OnSurvey, frozen=True):
    question: Line


class SetPersonalDetails(OnSurvey, frozen=True):
    """Mask e-mail addresses, long numbers and links in quotes, or show them in this workshop."""

    details: PersonalDetails


SurveyAction: TypeAlias = (
    SetQuestion
    | ImportAnswers
    | AddAnswers
    | CompareAnswers
    | EndComparison
    | WordMark
    | ThemeAction
    | PinAction
    | SetPersonalDetails
)


def apply(survey: Survey, action: SurveyAction) -> Survey:
    """The survey after the action. Raises RefusedError with the reason."""
    match action:
        case SetQuestion():
            return changed(survey, question=required(action.question, "question"))
        case ImportAnswers():
            return changed(_with_answers(survey, action), source=action.source, added=())
        case AddAnswers():
            return _with_added(survey, action)
        case CompareAnswers():
            _refuse_without_answers(survey)
            return changed(survey, compared=compared_by(action))
        case EndComparison():
            return changed(survey, compared=None)
        case SetPersonalDetails(details=details):
            return changed(survey, personal_details=details)
        case AddTheme() | ChangeTheme() | SetThemeAside():
            return changed(survey, themes=themes_after(survey.themes, action))
        case PinInsight() | SetPinAside():
            return changed(survey, pins=pins_after(survey.pins, action))
        case (
            MarkGeneric()
            | MarkSpecific()
            | HideWord()
            | ShowWord()
            | MergeWords()
            | UnmergeWord()
            | SplitForm()
            | RejoinForm()
        ):
            return changed(survey, **marks_after(survey, action))
        case _:
            assert_never(action)


def _with_answers(survey: Survey, action: ImportAnswers | AddAnswers) -> Survey:
    return changed(
        survey,
        answers_sha256=action.answers_sha256,
        people=action.people,
        non_answers=action.non_answers,
        names=action.names,
    )


def _with_added(survey: Survey, action: AddAnswers) -> Survey:
    refuse_to_count_twice(survey, action.source)
    if action.onto != survey.answers_sha256:
        raise refuse("refused.answers_are_others", file=action.source.file)
    return changed(_with_answers(survey, action), added=(*survey.added, action.source))


def _refuse_without_answers(survey: Survey) -> None:
    if survey.source is None:
        raise refuse("refused.no_answers_yet")


def refuse_to_count_twice(survey: Survey, source: Source) -> None:
    """Raise RefusedError where a file cannot be added: nothing is there, or it is there already."""
    _refuse_without_answers(survey)
    if any((kept.sha256, kept.column) == (source.sha256, source.column) for kept in survey.sources):
        raise refuse("refused.answers_added_already", file=source.file)


def current_themes(survey: Survey) -> tuple[Theme, ...]:
    """The themes that were not set aside."""
    return tuple(theme for theme in survey.themes if not theme.is_set_aside)


def response_rate(setup: Setup, survey: Survey) -> float | None:
    """Share of the headcount who answered with content, 0 to 1; None where it is unknown."""
    if not setup.headcount or survey.source is None:
        return None
    return min(1.0, survey.people / setup.headcount)


def missing(survey: Survey) -> tuple[Message, ...]:
    """What the survey still lacks; () when it is done (METHOD 2.2)."""
    if survey.source is None:
        return (Message.of("missing.answers"),)
    found = len(current_themes(survey))
    return () if found in THEMES_WANTED else (Message.of("missing.themes", count=found),)


def notices(setup: Setup, survey: Survey) -> tuple[Message, ...]:
    """What deserves a question: prompts for the facilitator, never a block."""
    found: list[Message] = []
    rate = response_rate(setup, survey)
    if rate is not None and rate < FEW_RESPONSES:
        found.append(Message.of("notice.few_responses", percent=round(rate * 100)))
    if survey.source is not None and 0 < survey.people < FEW_ANSWERS:
        found.append(Message.of("notice.few_answers", count=survey.people))
    if survey.source is not None and not any(pin.kind == "quote" for pin in board(survey.pins)):
        found.append(Message.of("notice.no_quotes_pinned"))
    return tuple(found)
