"""How survey tools lay out their exports: recognised by structure, never by the file's name.

What is found here are the header rows, the headings, the columns that the tool wrote by itself,
and the rows that are no answers (previews by the survey's makers). Which column holds the answers
is decided in `columns`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workshop_tui.store.importing.headings import (
    folded,
    heading_of,
    is_known_heading,
    is_listed,
    is_personal,
    is_system,
)
from workshop_tui.store.importing.table import Row
from workshop_tui.store.importing.values import ColumnKind, FileFormat, SurveyTool

_IMPORT_ID = re.compile(r'\{\s*"ImportId"\s*:\s*"([^"]*)"')
_NUMBER = re.compile(r"[-+]?\d[\d.,\s]*%?")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b.*|\d{1,2}:\d{2}.*")
# `Q1`, `open_answer`, `open.ended.response`
_QUESTION_CODE = re.compile(r"[A-Za-z]{1,3}\d+|\w+([._]\w+)+")
_LONG_HEADING_WORDS = 40
_RESPONDENT_NUMBER = re.compile(r"\d{6,}")


@dataclass(frozen=True, slots=True)
class Heading:
    """title: on one line. kind: where the heading alone decides it. code: the tool's short name."""

    title: str
    kind: ColumnKind | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class DroppedRows:
    """Rows that are no answers: where this column holds one of these values (lower case)."""

    column: int
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands above and beside the data.

    submitted_column: empty in rows that nobody sent off; None where the export does not tell.
    heading_is_assumed: the first row is the heading only because tables usually have one.
    """

    header_rows: int
    headings: tuple[Heading, ...]
    tool: SurveyTool | None = None
    dropped: tuple[DroppedRows, ...] = ()
    submitted_column: int | None = None
    heading_is_assumed: bool = False


def recognise(head: Sequence[Row], format_: FileFormat) -> Layout:
    """The layout of a table that begins with these rows, which are equally wide and not none."""
    if format_ is FileFormat.TEXT:
        return Layout(0, (Heading("", ColumnKind.TEXT),))
    for tool_layout in (_qualtrics, _old_qualtrics, _surveymonkey):
        layout = tool_layout(head)
        if layout:
            return layout
    if not _has_heading(head):
        return _without_heading(head)
    titles = [heading_of(cell) for cell in head[0]]
    tool = _tool_of([title.casefold() for title in titles], head[1:])
    return Layout(
        header_rows=1,
        headings=tuple(Heading(title, _kind_of(title)) for title in titles),
        tool=tool,
        submitted_column=_submitted_column(titles) if tool is SurveyTool.LIMESURVEY else None,
        heading_is_assumed=len(titles) == 1 and not _reads_as_heading(titles[0]),
    )


def with_header_rows(layout: Layout, head: Sequence[Row], header_rows: int) -> Layout:
    """The layout where a person says how many rows stand above the data.

    What else the survey tool shows by its structure stays; columns that tell who answered are
    looked for in every heading row.
    """
    if header_rows == layout.header_rows:
        return layout
    found = layout.headings
    columns = zip(*head[:header_rows], strict=True) if header_rows else ((),) * len(found)
    headings = tuple(
        _heading_over(cells, before) for cells, before in zip(columns, found, strict=True)
    )
    return replace(layout, header_rows=header_rows, headings=headings, heading_is_assumed=False)


def _heading_over(cells: Sequence[str], before: Heading) -> Heading:
    """The heading of a column under some rows: the longest of its cells, which is the question."""
    titles = [heading_of(cell) for cell in cells]
    kinds = [kind for kind in map(_kind_of, titles) if kind is not None]
    is_personal = ColumnKind.PERSONAL in (before.kind, *kinds)
    kind = ColumnKind.PERSONAL if is_personal else next(iter(kinds), before.kind)
    return Heading(max(titles, key=len, default=""), kind, before.code if titles else "")


def is_number(cell: str) -> bool:
    """Whether a cell holds a number, with whichever decimal mark."""
    return bool(_NUMBER.fullmatch(cell.strip()))


def is_date(cell: str) -> bool:
    """Whether a cell holds a date or a time of day, in whichever order."""
    return bool(_DATE.fullmatch(cell.strip()))


def _without_heading(head: Sequence[Row]) -> Layout:
    return Layout(0, tuple(Heading("") for _ in head[0]))


def _kind_of(title: str) -> ColumnKind | None:
    heading = folded(title)
    if is_personal(heading):
        return ColumnKind.PERSONAL
    return ColumnKind.SYSTEM if is_system(heading) else None


def _qualtrics(head: Sequence[Row]) -> Layout | None:
    """Codes, texts, then a row of `{"ImportId": …}`, which nothing else writes."""
    if len(head) < 3:
        return None
    codes, texts, marks = head[:3]
    found = [_IMPORT_ID.match(mark) for mark in marks]
    filled = sum(1 for mark in marks if mark)
    if not filled or sum(1 for match in found if match) * 2 < filled:
        return None
    ids = [match[1].casefold() if match else "" for match in found]
    headings = tuple(
        Heading(heading_of(text) or heading_of(code), _qualtrics_kind(id_, text), heading_of(code))
        for id_, text, code in zip(ids, texts, codes, strict=True)
    )
    dropped = tuple(DroppedRows(ids.index(id_), values) for id_, values in _PREVIEWS if id_ in ids)
    return Layout(3, headings, SurveyTool.QUALTRICS, dropped)


_PREVIEWS = (
    ("status", frozenset({"1", "survey preview"})),
    ("distributionchannel", frozenset({"preview"})),
)


def _qualtrics_kind(import_id: str, text: str) -> ColumnKind | None:
    if is_listed(import_id, "qualtrics", "personal"):
        return ColumnKind.PERSONAL
    if is_listed(import_id, "qualtrics", "system"):
        return ColumnKind.SYSTEM
    return _kind_of(text)


def _old_qualtrics(head: Sequence[Row]) -> Layout | None:
    """Codes V1, V2, … for the tool's own columns, then texts."""
    if len(head) < 2 or [cell.strip() for cell in head[0][:2]] != ["V1", "V2"]:
        return None
    if folded(head[1][0]) != "responseid":
        return None
    headings = tuple(
        Heading(heading_of(text), _kind_of(text), heading_of(code))
        for code, text in zip(head[0], head[1], strict=True)
    )
    titles = [heading.title.casefold() for heading in headings]
    dropped = (DroppedRows(titles.index("status"), _PREVIEWS[0][1]),) if "status" in titles else ()
    return Layout(2, headings, SurveyTool.QUALTRICS, dropped)


def _surveymonkey(head: Sequence[Row]) -> Layout | None:
    """Questions, then what was asked for under each: `Open-Ended Response`, or an option.

    The second row is empty under the tool's own columns, the first of which numbers respondents.
    """
    if len(head) < 2 or head[1][0].strip() or not any(cell.strip() for cell in head[1]):
        return None
    is_named = is_listed(folded(head[0][0]), "surveymonkey", "respondent")
    respondents = [row[0].strip() for row in head[2:]]
    is_numbered = bool(respondents) and all(map(_RESPONDENT_NUMBER.fullmatch, respondents))
    if not is_named and not is_numbered:
        return None
    headings = _carried_headings(head[0], head[1])
    return Layout(2, headings, SurveyTool.SURVEYMONKEY)


def _carried_headings(questions: Row, parts: Row) -> tuple[Heading, ...]:
    carried: list[str] = []
    for question, part in zip(questions, parts, strict=True):
        continues = not question.strip() and part.strip() and carried
        carried.append(carried[-1] if continues else heading_of(question))
    headings: list[Heading] = []
    for title, part in zip(carried, map(heading_of, parts), strict=True):
        # A question with a single column needs no second line; `Open-Ended Response` is translated.
        is_alone = carried.count(title) == 1 or not part
        whole = title if is_alone else f"{title}: {part}"
        headings.append(Heading(whole, _carried_kind(title, part)))
    return tuple(headings)


def _carried_kind(title: str, part: str) -> ColumnKind | None:
    if not part:
        return _kind_of(title)
    is_contact = is_personal(folded(part)) or is_personal(folded(title))
    return ColumnKind.PERSONAL if is_contact else None


def _tool_of(headings: Sequence[str], body: Sequence[Row]) -> SurveyTool | None:
    if len(headings) >= 4 and is_listed(headings[0], "microsoft_forms", "id"):
        starts = is_listed(headings[1], "microsoft_forms", "start")
        ends = is_listed(headings[2], "microsoft_forms", "completion")
        if starts and ends:
            return SurveyTool.MICROSOFT_FORMS
    if is_listed(headings[0], "limesurvey", "id") and any(
        is_listed(heading, "limesurvey", "submitted") for heading in headings
    ):
        return SurveyTool.LIMESURVEY
    first_cells = [row[0] for row in body if row[0].strip()]
    if is_listed(headings[0], "google_forms", "timestamp") and all(map(is_date, first_cells)):
        return SurveyTool.GOOGLE_FORMS
    return None


def _submitted_column(titles: Sequence[str]) -> int | None:
    submitted = (is_listed(title.casefold(), "limesurvey", "submitted") for title in titles)
    return next((index for index, found in enumerate(submitted) if found), None)


def _has_heading(head: Sequence[Row]) -> bool:
    first, body = head[0], head[1:]
    if len(first) == 1:
        return _reads_as_heading(first[0]) or not _reads_as_answer(first[0], body)
    if any(map(is_known_heading, filter(None, first))):
        return True
    return not any(
        _is_data_among(first[index], [row[index] for row in body]) for index in range(len(first))
    )


def _is_data_among(cell: str, below: Sequence[str]) -> bool:
    """Whether a cell of the first row is a number or date like those under it."""
    filled = [value for value in below if value.strip()]
    for is_kind in (is_number, is_date):
        if is_kind(cell) and filled and sum(map(is_kind, filled)) >= len(filled) * 0.8:
            return True
    return False


def _reads_as_heading(cell: str) -> bool:
    text = cell.strip()
    return (
        text.endswith(("?", ":"))
        or bool(_QUESTION_CODE.fullmatch(text))
        or is_listed(folded(text), "answer")
    )


def _reads_as_answer(cell: str, body: Sequence[Row]) -> bool:
    text = folded(cell)
    return (
        text.endswith((".", "!"))
        or len(text.split()) > _LONG_HEADING_WORDS
        or any(folded(row[0]) == text for row in body)
    )
