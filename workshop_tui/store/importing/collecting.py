"""Going once through the rows of an opened survey: answers and groups, cleaned and counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress, repeat

from workshop_tui.store.importing.cells import clean_cells, clean_labels
from workshop_tui.store.importing.columns import MOST_GROUPS
from workshop_tui.store.importing.layouts import Layout
from workshop_tui.store.importing.limits import MOST_ANSWER_CHARACTERS
from workshop_tui.store.importing.opened_survey import Survey
from workshop_tui.store.importing.table import Cancelled, Progress
from workshop_tui.store.importing.values import Column, ImportCancelledError, refuse_import


@dataclass(slots=True)
class Collected:
    """What going through the rows brought.

    answers: with their groups. labels: different cells of each candidate for groups, by its index.
    names: of those who answered, where columns tell them.
    """

    answers: list[tuple[str, str]] = field(default_factory=list)
    labels: dict[int, set[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    without_content: int = 0
    characters: int = 0
    dropped: int = 0
    unsent: int = 0
    cut: int = 0
    altered: int = 0


def collect(
    survey: Survey, candidates: Sequence[Column], progress: Progress, cancelled: Cancelled
) -> Collected:
    """The answers and groups of all rows, cleaned, and what there is to warn of."""
    wanted = _wanted_columns(survey, candidates)
    collected = Collected(labels={candidate.index: set() for candidate in candidates})
    known_labels: dict[str, str] = {}
    for batch in survey.table.batches(wanted, survey.layout.header_rows):
        if cancelled():
            raise ImportCancelledError
        columns = dict(zip(wanted, batch.columns, strict=True))
        columns = _without_dropped_rows(columns, survey.layout, collected)
        _take(columns, survey, collected, known_labels)
        progress(batch.share)
    if collected.without_content == len(collected.answers):
        raise refuse_import(
            "importing.refuse.no_answers", file=survey.file.name, column=survey.answer.label
        )
    return collected


def _take(
    columns: dict[int, list[str]],
    survey: Survey,
    collected: Collected,
    known_labels: dict[str, str],
) -> None:
    cleaned = clean_cells(columns[survey.answer.index])
    collected.characters += cleaned.characters
    if collected.characters > MOST_ANSWER_CHARACTERS:
        limit = MOST_ANSWER_CHARACTERS // 2**20
        raise refuse_import("importing.refuse.too_large", file=survey.file.name, limit=limit)
    groups: Iterable[str] = repeat("")
    if survey.group is not None:
        groups = clean_labels(columns[survey.group.index], known_labels)
    # Paired while the batch is still in the processor's cache, at a third of the later cost.
    collected.answers += zip(cleaned.cells, groups, strict=False)
    collected.without_content += cleaned.cells.count("")
    collected.cut += cleaned.cut
    collected.altered += cleaned.altered
    if survey.layout.submitted_column is not None:
        collected.unsent += columns[survey.layout.submitted_column].count("")
    if survey.name_columns:
        cells = (columns[column.index] for column in survey.name_columns)
        collected.names.update(map(" ".join, zip(*cells, strict=True)))
    for index, labels in collected.labels.items():
        if len(labels) <= MOST_GROUPS:
            labels.update(filter(str.strip, columns[index]))


def _wanted_columns(survey: Survey, candidates: Sequence[Column]) -> list[int]:
    wanted = [survey.answer.index]
    if survey.group is not None:
        wanted.append(survey.group.index)
    if survey.layout.submitted_column is not None:
        wanted.append(survey.layout.submitted_column)
    wanted += [dropped.column for dropped in survey.layout.dropped]
    wanted += [column.index for column in survey.name_columns]
    wanted += [candidate.index for candidate in candidates]
    return list(dict.fromkeys(wanted))


def _without_dropped_rows(
    columns: dict[int, list[str]], layout: Layout, collected: Collected
) -> dict[int, list[str]]:
    for dropped in layout.dropped:
        kept = [cell.strip().lower() not in dropped.values for cell in columns[dropped.column]]
        if not all(kept):
            collected.dropped += kept.count(False)
            columns = {index: list(compress(cells, kept)) for index, cells in columns.items()}
    return columns
