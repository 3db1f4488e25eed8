"""Survey: what was imported and what the facilitator made of it. Never the answers themselves.

The answers lie in a file of their own and are read by `text`; here is which file that was, the
marks on its words, and the insight board.
"""

from typing import ClassVar, Literal, TypeAlias, assert_never

import msgspec

from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.setup import FEW_RESPONSES, Setup
from workshop_tui.domain.values import (
    Action,
    Count,
    Identified,
    Line,
    Name,
    Text,
    Value,
    add,
    changed,
    find,
    put,
    required,
    revised,
)

Taken = Literal["earlier", "later"]
"""When a survey was taken that is compared with the workshop's own."""
PinKind = Literal["word", "phrase", "quote", "theme"]
PersonalDetails = Literal["masked", "shown"]
"""What becomes of e-mail addresses, phone and identity numbers and links in quotes."""
THEMES_WANTED = range(3, 8)
FEW_ANSWERS = 10
"""Fewer answers than this are read one by one, not ranked."""


class Source(Value, frozen=True):
    """Where the answers came from."""

    file: Name
    sha256: Name
    format: Name
    encoding: Name = ""
    column: Line = ""
    group_column: Line = ""
    header_rows: Count = 0
    rows: Count = 0


class ComparedSurvey(Value, frozen=True):
    """Another survey, taken before or after the workshop's own, that stands beside it.

    Its answers are counted apart, under the same marks.
    """

    taken: Taken
    source: Source
    answers_sha256: Name
    people: Count
    non_answers: Count = 0


class Merge(Value, frozen=True):
    """A family of words that is counted with another one."""

    word: Line
    into: Line


class Theme(Identified, frozen=True):
    name: Line
    words: tuple[Line, ...] = ()
    people: Count | None = None
    is_set_aside: bool = False


class Pin(Identified, frozen=True):
    """One thing on the insight board."""

    kind: PinKind
    text: Text
    under: Line = ""
    """The big word that this lay beneath; empty where it stood alone."""
    people: Count | None = None
    note: Line = ""
    is_set_aside: bool = False


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

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every file that answers came from."""
        return () if self.source is None else (self.source, *self.added)


class _SurveyAction(Action, frozen=True):
    stage = "survey"


class SetQuestion(_SurveyAction, frozen=True):
    question: Line


class ImportAnswers(_SurveyAction, frozen=True):
    """The answers were read and written to answers.csv; the marks on the words stay."""

    source: Source
    answers_sha256: Name
    people: Count
    non_answers: Count = 0


class AddAnswers(_SurveyAction, frozen=True):
    """The answers of another file were written behind those that were there, as one survey.

    onto: the hash of those that were there. answers_sha256, people, non_answers: of all together.
    """

    onto: Name
    source: Source
    answers_sha256: Name
    people: Count
    non_answers: Count = 0


class CompareAnswers(_SurveyAction, frozen=True):
    """Another survey was read, to stand beside the workshop's own."""

    taken: Taken
    source: Source
    answers_sha256: Name
    people: Count
    non_answers: Count = 0


class EndComparison(_SurveyAction, frozen=True):
    """Leave the other survey away."""


class MarkGeneric(_SurveyAction, frozen=True):
    word: Line


class MarkSpecific(_SurveyAction, frozen=True):
    word: Line


class HideWord(_SurveyAction, frozen=True):
    word: Line


class ShowWord(_SurveyAction, frozen=True):
    word: Line


class MergeWords(_SurveyAction, frozen=True):
    word: Line
    into: Line


class UnmergeWord(_SurveyAction, frozen=True):
    word: Line


class SplitForm(_SurveyAction, frozen=True):
    """Count this form of a word apart from its family."""

    form: Line


class RejoinForm(_SurveyAction, frozen=True):
    form: Line


class AddTheme(_SurveyAction, frozen=True):
    id_prefix: ClassVar[str] = "theme"
    name: Line
    id: str = ""
    words: tuple[Line, ...] = ()
    people: Count | None = None


class ChangeTheme(_SurveyAction, frozen=True):
    theme: str
    name: Line | None = None
    words: tuple[Line, ...] | None = None
    people: Count | None = None


class SetThemeAside(_SurveyAction, frozen=True):
    theme: str


class PinInsight(_SurveyAction, frozen=True):
    id_prefix: ClassVar[str] = "pin"
    kind: PinKind
    text: Text
    id: str = ""
    under: Line = ""
    people: Count | None = None
    note: Line = ""


class SetPinAside(_SurveyAction, frozen=True):
    pin: str


class SetPersonalDetails(_SurveyAction, frozen=True):
    """Mask e-mail addresses, long numbers and links in quotes, or show them in this workshop."""

    details: PersonalDetails


SurveyAction: TypeAlias = (
    SetQuestion
    | ImportAnswers
    | AddAnswers
    | CompareAnswers
    | EndComparison
    | MarkGeneric
    | MarkSpecific
    | HideWord
    | ShowWord
    | MergeWords
    | UnmergeWord
    | SplitForm
    | RejoinForm
    | AddTheme
    | ChangeTheme
    | SetThemeAside
    | PinInsight
    | SetPinAside
    | SetPersonalDetails
)
_WordMark: TypeAlias = (
    MarkGeneric
    | MarkSpecific
    | HideWord
    | ShowWord
    | MergeWords
    | UnmergeWord
    | SplitForm
    | RejoinForm
)


def apply(survey: Survey, action: SurveyAction) -> Survey:
    """The survey after the action. Raises RefusedError with the reason."""
    match action:
        case SetQuestion():
            return changed(survey, question=required(action.question, "question"))
        case ImportAnswers():
            return changed(_with_answers(survey, action), source=action.source, added=())
        case AddAnswers():
            refuse_to_count_twice(survey, action.source)
            if action.onto != survey.answers_sha256:
                raise refuse("refused.answers_are_others", file=action.source.file)
            added = (*survey.added, action.source)
            return changed(_with_answers(survey, action), added=added)
        case CompareAnswers():
            _refuse_without_answers(survey)
            return changed(survey, compared=_compared(action))
        case EndComparison():
            return msgspec.structs.replace(survey, compared=None)
        case SetPersonalDetails(details=details):
            return changed(survey, personal_details=details)
        case AddTheme():
            required(action.name, "name")
            theme = Theme(id=action.id, name=action.name, words=action.words, people=action.people)
            return changed(survey, themes=add(survey.themes, theme))
        case ChangeTheme():
            theme = revised(
                find(survey.themes, action.theme),
                name=action.name,
                words=action.words,
                people=action.people,
            )
            return changed(survey, themes=put(survey.themes, theme))
        case SetThemeAside():
            theme = changed(find(survey.themes, action.theme), is_set_aside=True)
            return changed(survey, themes=put(survey.themes, theme))
        case PinInsight():
            return changed(survey, pins=_pinned(survey.pins, action))
        case SetPinAside():
            pin = changed(find(survey.pins, action.pin), is_set_aside=True)
            return changed(survey, pins=put(survey.pins, pin))
        case _:
            return _marked(survey, action)


def _with_answers(survey: Survey, action: ImportAnswers | AddAnswers) -> Survey:
    return changed(
        survey,
        answers_sha256=action.answers_sha256,
        people=action.people,
        non_answers=action.non_answers,
    )


def _compared(action: CompareAnswers) -> ComparedSurvey:
    return ComparedSurvey(
        taken=action.taken,
        source=action.source,
        answers_sha256=action.answers_sha256,
        people=action.people,
        non_answers=action.non_answers,
    )


def _refuse_without_answers(survey: Survey) -> None:
    if survey.source is None:
        raise refuse("refused.no_answers_yet")


def refuse_to_count_twice(survey: Survey, source: Source) -> None:
    """Raise RefusedError where a file cannot be added: nothing is there, or it is there already."""
    _refuse_without_answers(survey)
    if any((kept.sha256, kept.column) == (source.sha256, source.column) for kept in survey.sources):
        raise refuse("refused.answers_added_already", file=source.file)


def _marked(survey: Survey, action: _WordMark) -> Survey:
    match action:
        case MarkGeneric(word=word):
            return changed(
                survey,
                marked_generic=_with(survey.marked_generic, word),
                marked_specific=_without(survey.marked_specific, word),
            )
        case MarkSpecific(word=word):
            return changed(
                survey,
                marked_generic=_without(survey.marked_generic, word),
                marked_specific=_with(survey.marked_specific, word),
            )
        case HideWord(word=word):
            return changed(survey, hidden=_with(survey.hidden, word))
        case ShowWord(word=word):
            return changed(survey, hidden=_without(survey.hidden, word))
        case MergeWords(word=word, into=into):
            if word == into:
                raise refuse("refused.merge_with_itself", word=word)
            kept = tuple(merge for merge in survey.merges if merge.word != word)
            return changed(survey, merges=(*kept, Merge(word=word, into=into)))
        case UnmergeWord(word=word):
            return changed(
                survey, merges=tuple(merge for merge in survey.merges if merge.word != word)
            )
        case SplitForm(form=form):
            return changed(survey, split_forms=_with(survey.split_forms, form))
        case RejoinForm(form=form):
            return changed(survey, split_forms=_without(survey.split_forms, form))
        case _:
            assert_never(action)


def _pinned(pins: tuple[Pin, ...], action: PinInsight) -> tuple[Pin, ...]:
    required(action.text, "text")
    pin = Pin(
        id=action.id,
        kind=action.kind,
        text=action.text,
        under=action.under,
        people=action.people,
        note=action.note,
    )
    if any((kept.kind, kept.text) == (pin.kind, pin.text) for kept in board(pins)):
        raise refuse("refused.pinned_already")
    return add(pins, pin)


def board(pins: tuple[Pin, ...]) -> tuple[Pin, ...]:
    """The pins that still stand on the insight board, in the order they were put there."""
    return tuple(pin for pin in pins if not pin.is_set_aside)


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


def _with(words: tuple[str, ...], word: str) -> tuple[str, ...]:
    required(word, "word")
    return words if word in words else (*words, word)


def _without(words: tuple[str, ...], word: str) -> tuple[str, ...]:
    return tuple(kept for kept in words if kept != word)
