"""Where the answers came from, the workshop's own and those that stand beside them."""

from typing import Literal

from workshop_tui.domain.survey.on_survey import OnSurvey
from workshop_tui.domain.values import Count, Line, Name, Value

Taken = Literal["earlier", "later"]
"""When a survey was taken that is compared with the workshop's own."""


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


class ImportAnswers(OnSurvey, frozen=True):
    """The answers were read and written to answers.csv; the marks on the words stay.

    names: of people whom the roster or a column of the file names, as far as answers hold them.
    """

    source: Source
    answers_sha256: Name
    people: Count
    non_answers: Count = 0
    names: tuple[Line, ...] = ()


class AddAnswers(OnSurvey, frozen=True):
    """The answers of another file were written behind those that were there, as one survey.

    onto: the hash of those that were there. answers_sha256, people, non_answers, names: of all
    together.
    """

    onto: Name
    source: Source
    answers_sha256: Name
    people: Count
    non_answers: Count = 0
    names: tuple[Line, ...] = ()


class CompareAnswers(OnSurvey, frozen=True):
    """Another survey was read, to stand beside the workshop's own."""

    taken: Taken
    source: Source
    answers_sha256: Name
    people: Count
    non_answers: Count = 0


class EndComparison(OnSurvey, frozen=True):
    """Leave the other survey away."""


def compared_by(action: CompareAnswers) -> ComparedSurvey:
    """The survey that this action puts beside the workshop's own."""
    return ComparedSurvey(
        taken=action.taken,
        source=action.source,
        answers_sha256=action.answers_sha256,
        people=action.people,
        non_answers=action.non_answers,
    )
