"""What can be done with what is selected in the survey, and what that does. Pure functions."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import HideWord, MarkGeneric, MarkSpecific, PinKind, ShowWord
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.survey.lens import Quoted, Subject, SubjectKind
from workshop_tui.ui.stages.survey.marks import Marks, marks_of, marks_of_all
from workshop_tui.ui.stages.survey.phrases import answers_with_phrase

if TYPE_CHECKING:
    from workshop_tui.text.reading import Answer, Reading, Word

PINNED_AS: Final[Mapping[SubjectKind, PinKind]] = {
    "word": "word",
    "phrase": "phrase",
    "quote": "quote",
    "theme": "theme",
}
ACTS_ON: Final[Mapping[str, frozenset[SubjectKind]]] = {
    "show_quotes": frozenset(
        {"word", "hidden", "phrase", "theme", "suggestion", "form", "split", "spelling"}
    ),
    "split_form": frozenset({"form", "merge", "split"}),
    "pin": frozenset(PINNED_AS),
    "pin_with_note": frozenset(PINNED_AS),
    "mark_generic": frozenset({"word"}),
    "hide_word": frozenset({"word", "hidden"}),
    "set_aside": frozenset({"theme", "pin"}),
    "show_forms": frozenset({"word"}),
    "merge_words": frozenset({"word"}),
    "accept_spelling": frozenset({"spelling"}),
}
"""What must be selected for each command."""
_REASONS: Final[Mapping[str, str]] = {
    "split_form": "survey_view.select.form",
    "set_aside": "survey_view.select.theme_or_pin",
    "mark_generic": "survey_view.select.word",
    "hide_word": "survey_view.select.word",
    "show_forms": "survey_view.select.word",
    "merge_words": "survey_view.select.word",
    "accept_spelling": "survey_view.select.spelling",
}


def reason_against_subject(command: str, subject: Subject | None) -> Message | None:
    """Why a command cannot be done to what is selected; None where it can."""
    wanted = ACTS_ON.get(command)
    if wanted is None or (subject is not None and subject.kind in wanted):
        return None
    return Message(_REASONS.get(command, "survey_view.select.something"))


def toggled_generic(word: "Word") -> MarkGeneric | MarkSpecific:
    """Mark the word as the opposite of what it counts as now."""
    return MarkSpecific(word=word.word) if word.generic else MarkGeneric(word=word.word)


def toggled_hidden(subject: Subject) -> HideWord | ShowWord:
    """Leave the word out of every list, or bring a hidden one back."""
    if subject.kind == "hidden":
        return ShowWord(word=subject.text)
    return HideWord(word=subject.text)


def quoted(reading: "Reading", subject: Subject, t: Say) -> Quoted:
    """The answers that hold what is selected."""
    words = subject.words
    if subject.kind == "phrase":
        answers = answers_with_phrase(reading, subject.text)
        return Quoted(subject.text, answers, Marks(frozenset(words)), under=subject.text)
    if subject.kind in {"theme", "suggestion"}:
        return Quoted(
            subject.text or ", ".join(words),
            _each_once(answer for word in words for answer in reading.answers_with(word)),
            marks_of_all([reading.find(word) for word in words]),
            under=subject.text,
        )
    if subject.under:
        node, other = words
        return Quoted(
            t("survey_view.both_words", word=node, other=other),
            reading.answers_with(node, other),
            marks_of(reading.find(node), reading.find(other)),
            under=f"{node} + {other}",
        )
    return Quoted(
        subject.text,
        reading.answers_with(subject.text),
        marks_of(reading.find(subject.text)),
        under=subject.text,
    )


def _each_once(answers: "Iterable[Answer]") -> "tuple[Answer, ...]":
    by_row = {answer.row: answer for answer in answers}
    return tuple(by_row[row] for row in sorted(by_row))
