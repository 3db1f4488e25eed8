"""What holds for any input at all."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.importing.workbooks import xlsx_of
from workshop_tui.domain.plain_text import clean, clean_line
from workshop_tui.store.importing import (
    ImportRefusedError,
    Preview,
    TypedText,
    inspect,
    read,
)
from workshop_tui.store.importing.cells import clean_cells, clean_labels
from workshop_tui.store.importing.delimiter import find_delimiter
from workshop_tui.text.non_answers import says_nothing

WORKBOOK = xlsx_of([["Unit", "Answer"], ["A", "be kind"], ["B", "be fast"]])
SUFFIXES = [".csv", ".tsv", ".txt", ".xlsx", ""]
CELLISH = st.text(
    st.one_of(
        st.sampled_from(list(",;\t|\"'\r\n \x00\x1b\u200b\u0301=")),
        st.characters(codec="utf-8"),
    ),
    max_size=200,
)
# Each example writes to the same file, which is what `tmp_path` is for.
SAME_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def previewed(path: Path, content: bytes) -> Preview | ImportRefusedError:
    path.write_bytes(content)
    try:
        return inspect(path)
    except ImportRefusedError as refused:
        return refused


@SAME_FOLDER
@given(content=st.binary(max_size=400), suffix=st.sampled_from(SUFFIXES))
def test_any_bytes_give_a_preview_or_a_refusal(tmp_path: Path, content: bytes, suffix: str) -> None:
    result = previewed(tmp_path / f"answers{suffix}", content)

    assert isinstance(result, Preview | ImportRefusedError)


@SAME_FOLDER
@given(
    text=CELLISH,
    suffix=st.sampled_from(SUFFIXES),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"]),
)
def test_any_text_gives_a_preview_that_its_import_keeps(
    tmp_path: Path, text: str, suffix: str, codec: str
) -> None:
    path = tmp_path / f"answers{suffix}"

    result = previewed(path, text.encode(codec))

    if isinstance(result, Preview):
        imported = read(path)
        assert imported.source == result.source
        assert imported.warnings == result.warnings
        assert len(imported.answers) == result.rows
        answers = [answer for answer, _ in imported.answers]
        assert answers.count("") == result.without_content
        silent = [answer for answer in answers if answer and says_nothing(answer)]
        assert len(silent) == result.non_answers
        assert all(answer == clean(answer) for answer in answers)


@settings(SAME_FOLDER, max_examples=25)  # each starts a process
@given(cut=st.integers(0, len(WORKBOOK)), place=st.integers(0, len(WORKBOOK) - 1), new=st.binary())
def test_a_damaged_workbook_gives_a_preview_or_a_refusal(
    tmp_path: Path, cut: int, place: int, new: bytes
) -> None:
    damaged = WORKBOOK[:place] + new + WORKBOOK[place + len(new) :]

    for content in (damaged, WORKBOOK[:cut]):
        result = previewed(tmp_path / "answers.xlsx", content)

        assert isinstance(result, Preview | ImportRefusedError)


@given(cells=st.lists(st.text()))
def test_cells_are_cleaned_as_single_texts_are(cells: list[str]) -> None:
    cleaned = clean_cells(cells)

    assert cleaned.cells == [clean(cell) for cell in cells]
    assert clean_labels(cells, {}) == [clean_line(cell) for cell in cells]
    assert 0 <= cleaned.altered <= len(cells)


@given(
    st.text(
        st.sampled_from([*map(chr, range(0x20, 0x300)), *"\n\t‘’“”–—…€←→☀☎\u200d\ufe0f🙂👍🫶👨"]),
        max_size=50,
    )
)
def test_harmless_letters_are_left_alone_by_cleaning(text: str) -> None:
    assert clean_cells([text]).cells == [clean(text)]


@given(text=CELLISH, suffix=st.sampled_from(SUFFIXES))
def test_a_delimiter_is_found_or_none(text: str, suffix: str) -> None:
    assert find_delimiter(text, suffix) in ("", ",", ";", "\t", "|")


@given(lines=st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))))
def test_each_typed_line_with_a_word_is_one_answer(lines: list[str]) -> None:
    filled = [line for line in lines if line.strip()]
    if not any(clean(line) for line in filled):
        return

    imported = read(TypedText("\n".join(lines)))

    assert [answer for answer, _ in imported.answers] == [clean(line) for line in filled]
