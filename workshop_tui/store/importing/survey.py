"""Reading a survey file in two steps: a preview to confirm, then the answers.

Both go through the whole file once and by the same path, so that what was confirmed is what is
imported. Nothing is written here.
"""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from workshop_tui.domain.message import Message
from workshop_tui.domain.plain_text import TEXT_LENGTH, clean_line
from workshop_tui.store.importing.collecting import Collected, collect
from workshop_tui.store.importing.columns import group_columns, makes_groups
from workshop_tui.store.importing.opened_survey import Asked, Survey, opened
from workshop_tui.store.importing.table import Cancelled, Progress
from workshop_tui.store.importing.values import (
    Column,
    ColumnKind,
    ImportedAnswers,
    ImportSource,
    Preview,
    TypedText,
)

_FIRST_ANSWERS = 5
_MOST_CANDIDATES = 20


def inspect(
    source: Path | str | TypedText,
    column: str | None = None,
    group: str | None = None,
    *,
    header_rows: int | None = None,
    progress: Progress = lambda _share: None,
    cancelled: Cancelled = lambda: False,
) -> Preview:
    """What `read` would bring, with the reasons for it.

    column, group: a heading (white space collapsed, case ignored), a code, a number from 1, or a
    letter; None lets the program choose the column of answers, and takes no groups.
    header_rows: rows above the data, 0 to 3; None lets the program recognise them.
    progress: called with the share of the file that is done, 0 to 1. cancelled: asked often.
    Raises ImportRefusedError with the line that says what is wrong; ImportCancelledError.
    """
    # Word lists, which nobody needs who only reads.
    from workshop_tui.text.non_answers import says_nothing  # noqa: PLC0415

    with opened(source, Asked(column, group, header_rows), cancelled) as survey:
        candidates = group_columns(survey.profiles, survey.answer)[:_MOST_CANDIDATES]
        collected = collect(survey, candidates, progress, cancelled)
        filled = (answer for answer, _ in collected.answers if answer)
        return Preview(
            source=_source_of(survey, collected),
            tool=survey.layout.tool,
            delimiter=survey.table.facts.delimiter,
            sheet=survey.table.facts.sheet,
            columns=survey.columns,
            answer_column=survey.answer,
            why=survey.why,
            group_column=survey.group,
            group_candidates=_making_groups(candidates, collected),
            first_answers=tuple(islice(filled, _FIRST_ANSWERS)),
            without_content=collected.without_content,
            non_answers=sum(says_nothing(answer) for answer, _ in collected.answers if answer),
            left_behind=_left_behind(survey),
            warnings=_warnings(survey, collected),
            names=_names(collected),
        )


def read(
    source: Path | str | TypedText,
    column: str | None = None,
    group: str | None = None,
    *,
    header_rows: int | None = None,
    progress: Progress = lambda _share: None,
    cancelled: Cancelled = lambda: False,
) -> ImportedAnswers:
    """The answers, one per data row. Parameters and errors as for `inspect`."""
    with opened(source, Asked(column, group, header_rows), cancelled) as survey:
        collected = collect(survey, (), progress, cancelled)
        return ImportedAnswers(
            source=_source_of(survey, collected),
            answers=tuple(collected.answers),
            warnings=_warnings(survey, collected),
            names=_names(collected),
        )


def _making_groups(candidates: Sequence[Column], collected: Collected) -> tuple[Column, ...]:
    """The candidates whose labels would be groups of answers."""
    answers = len(collected.answers)
    return tuple(
        column
        for column in candidates
        if makes_groups(len(collected.labels[column.index]), answers)
    )


def _left_behind(survey: Survey) -> tuple[Column, ...]:
    """The columns about persons that are not asked for."""
    asked = (survey.answer, survey.group)
    personal = (column for column in survey.columns if column.kind is ColumnKind.PERSONAL)
    return tuple(column for column in personal if column not in asked)


def _names(collected: Collected) -> tuple[str, ...]:
    return tuple(sorted(filter(None, map(clean_line, collected.names))))


def _source_of(survey: Survey, collected: Collected) -> ImportSource:
    facts = survey.table.facts
    return ImportSource(
        file=facts.file,
        sha256=survey.digest.hex(),
        format=facts.format,
        encoding=facts.encoding,
        column=_name_of(survey.answer),
        group="" if survey.group is None else _name_of(survey.group),
        header_rows=survey.layout.header_rows,
        rows=len(collected.answers),
    )


def _name_of(column: Column) -> str:
    return column.title or column.letter


def _warnings(survey: Survey, collected: Collected) -> tuple[Message, ...]:
    warnings = list(survey.table.warnings)
    if survey.layout.heading_is_assumed:
        heading = survey.layout.headings[0].title
        warnings.append(Message.of("importing.warn.assumed_heading", heading=heading))
    if collected.dropped:
        warnings.append(Message.of("importing.warn.previews", collected.dropped))
    if collected.unsent:
        warnings.append(Message.of("importing.warn.unsent", collected.unsent))
    if collected.cut:
        warnings.append(Message.of("importing.warn.cut", collected.cut, limit=TEXT_LENGTH))
    if collected.altered:
        warnings.append(Message.of("importing.warn.hidden_characters", collected.altered))
    return tuple(warnings)
