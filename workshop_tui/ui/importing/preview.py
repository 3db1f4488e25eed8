"""What would be imported, shown before anything is kept, and what can be changed about it."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from workshop_tui.language import Language, say
from workshop_tui.text.personal_details import masked
from workshop_tui.ui.look import ATTENTION, DIM, STRONG, WARN, fitted, plain
from workshop_tui.ui.page import Say
from workshop_tui.ui.widgets.bars import bar
from workshop_tui.ui.widgets.question import Option

if TYPE_CHECKING:
    from workshop_tui.store.importing import Preview

PROGRESS_WIDTH: Final = 30
MOST_HEADER_ROWS: Final = 3


def preview_paragraphs(preview: "Preview", t: Say, language: Language, width: int) -> list[Content]:
    """Where it comes from, what stays behind, which column and its first answers, and why that one.

    On a low screen the form covers the end: what decides comes first.

    width: cells in which an answer is one line.
    """
    source = preview.source
    head = " · ".join(
        part
        for part in (
            source.file,
            str(preview.tool.value) if preview.tool else "",
            t("survey_view.plain_lines") if source.format == "text" else source.format.upper(),
            source.encoding,
            t("survey_view.header_rows", count=preview.header_rows),
        )
        if part
    )
    lines = [fitted(plain(head, STRONG), width), plain(_rows_said(preview, t))]
    lines += [
        Content.styled(f"{ATTENTION} {say(warning, language)}", WARN)
        for warning in preview.warnings
    ]
    if preview.left_behind:
        names = ", ".join(column.title or column.letter for column in preview.left_behind)
        lines.append(plain(t("survey_view.left_behind", columns=names), DIM))
    answers = (
        fitted(
            Content("  “") + plain(masked(answer, language, preview.names)) + Content("”"), width
        )
        for answer in preview.first_answers
    )
    return [
        *lines,
        fitted(plain(t("survey_view.from_column", column=preview.answer_column.label)), width),
        *_groups_kept(preview, t),
        *answers,
        Content("  ") + plain(say(preview.why, language), DIM),
        *_groups_possible(preview, t),
    ]


def preview_options(preview: "Preview", t: Say) -> tuple[Option, ...]:
    """What can be done with what the preview shows; the first is to take it as it is."""
    options = [
        Option("take", t("survey_view.take_answers", count=preview.rows)),
        Option("column", t("survey_view.take_column")),
        Option("header_rows", t("survey_view.take_header_rows")),
    ]
    if preview.group_column is not None:
        options.append(Option("no_group", t("survey_view.take_no_group")))
    elif preview.group_candidates:
        options.append(Option("group", t("survey_view.take_group")))
    return tuple(options)


def header_options(t: Say) -> tuple[Option, ...]:
    """How many rows may stand above the answers; the key is the number."""
    none = Option("0", t("survey_view.no_header_rows"))
    counts = range(1, MOST_HEADER_ROWS + 1)
    some = (Option(str(rows), t("survey_view.header_rows", count=rows)) for rows in counts)
    return (*some, none)


def progress_paragraphs(share: float, t: Say, *, is_stopped: bool) -> list[Content]:
    """How far the reading of a file is, 0 to 1, and how to stop it.

    What is read is counted at once, in one go that knows no share and is stopped behind it.
    """
    if is_stopped:
        said = t("survey_view.stopping")
    else:
        said = t("survey_view.reading_file" if share < 1 else "survey_view.counting_words")
    return [
        Content(""),
        Content.styled(said, STRONG),
        Content(""),
        bar(share, 1.0, PROGRESS_WIDTH) + Content(f"  {share:.0%}"),
        Content(""),
        Content.styled(t("survey_view.esc_stops"), DIM),
    ]


def _rows_said(preview: "Preview", t: Say) -> str:
    rows = t("survey_view.rows", count=preview.rows)
    empty, silent = preview.without_content, preview.non_answers
    parts = [
        rows,
        *((t("survey_view.rows_empty", count=empty),) if empty else ()),
        *((t("survey_view.rows_silent", count=silent),) if silent else ()),
    ]
    return "; ".join(parts)


def _groups_kept(preview: "Preview", t: Say) -> list[Content]:
    if preview.group_column is None:
        return []
    return [plain(t("survey_view.with_groups", column=preview.group_column.label))]


def _groups_possible(preview: "Preview", t: Say) -> list[Content]:
    if preview.group_column is not None or not preview.group_candidates:
        return []
    likeliest = preview.group_candidates[0].label
    return [plain(t("survey_view.groups_possible", column=likeliest), DIM)]
