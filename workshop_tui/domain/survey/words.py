"""Marks on the words of the answers: generic or not, hidden, merged, split. No counts."""

from collections.abc import Mapping
from typing import Protocol, TypeAlias, assert_never

from workshop_tui.domain.message import refuse
from workshop_tui.domain.survey.on_survey import OnSurvey
from workshop_tui.domain.values import Line, Value, required


class Merge(Value, frozen=True):
    """A family of words that is counted with another one."""

    word: Line
    into: Line


class MarkGeneric(OnSurvey, frozen=True):
    word: Line


class MarkSpecific(OnSurvey, frozen=True):
    word: Line


class HideWord(OnSurvey, frozen=True):
    word: Line


class ShowWord(OnSurvey, frozen=True):
    word: Line


class MergeWords(OnSurvey, frozen=True):
    word: Line
    into: Line


class UnmergeWord(OnSurvey, frozen=True):
    word: Line


class SplitForm(OnSurvey, frozen=True):
    """Count this form of a word apart from its family."""

    form: Line


class RejoinForm(OnSurvey, frozen=True):
    form: Line


WordMark: TypeAlias = (
    MarkGeneric
    | MarkSpecific
    | HideWord
    | ShowWord
    | MergeWords
    | UnmergeWord
    | SplitForm
    | RejoinForm
)


class Marks(Protocol):
    """The marks that a survey holds."""

    @property
    def marked_generic(self) -> tuple[str, ...]: ...
    @property
    def marked_specific(self) -> tuple[str, ...]: ...
    @property
    def hidden(self) -> tuple[str, ...]: ...
    @property
    def merges(self) -> tuple[Merge, ...]: ...
    @property
    def split_forms(self) -> tuple[str, ...]: ...


def marks_after(
    marks: Marks, action: WordMark
) -> Mapping[str, tuple[str, ...] | tuple[Merge, ...]]:
    """The fields that the action changes, as they are after it. Raises RefusedError."""
    match action:
        case MarkGeneric(word=word):
            return {
                "marked_generic": _with(marks.marked_generic, word),
                "marked_specific": _without(marks.marked_specific, word),
            }
        case MarkSpecific(word=word):
            return {
                "marked_generic": _without(marks.marked_generic, word),
                "marked_specific": _with(marks.marked_specific, word),
            }
        case HideWord(word=word):
            return {"hidden": _with(marks.hidden, word)}
        case ShowWord(word=word):
            return {"hidden": _without(marks.hidden, word)}
        case MergeWords(word=word, into=into):
            if word == into:
                raise refuse("refused.merge_with_itself", word=word)
            merge = Merge(word=word, into=into)
            return {"merges": (*_unmerged(marks.merges, word), merge)}
        case UnmergeWord(word=word):
            return {"merges": _unmerged(marks.merges, word)}
        case SplitForm(form=form):
            return {"split_forms": _with(marks.split_forms, form)}
        case RejoinForm(form=form):
            return {"split_forms": _without(marks.split_forms, form)}
        case _:
            assert_never(action)


def _unmerged(merges: tuple[Merge, ...], word: str) -> tuple[Merge, ...]:
    return tuple(merge for merge in merges if merge.word != word)


def _with(words: tuple[str, ...], word: str) -> tuple[str, ...]:
    required(word, "word")
    return words if word in words else (*words, word)


def _without(words: tuple[str, ...], word: str) -> tuple[str, ...]:
    return tuple(kept for kept in words if kept != word)
