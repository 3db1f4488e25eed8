"""Real exports, where they lie beside the repository: their figures are those of their authors."""

from pathlib import Path

import pytest

from workshop_tui.store.importing import SurveyTool, inspect, read

DATA = Path(__file__).parents[4] / "shared" / "data"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the public survey data is not beside this repository"
)


@pytest.mark.parametrize(
    ("name", "column", "rows"),
    [
        ("en_nhs_fft_answers.csv", "FFT answer", 7_908),
        ("en_gadarian_open_ended.csv", "open.ended.response", 341),
        ("id_hoasa_hotel_reviews.csv", "review", 2_854),
        ("qualtrics_3_header_rows_sample.csv", "This is a free text question.", 1),
    ],
)
def test_the_column_of_answers_is_found_and_every_row_counted(
    name: str, column: str, rows: int
) -> None:
    imported = read(DATA / name)

    assert (imported.source.column, imported.source.rows) == (column, rows)
    assert len(imported.answers) == rows


def test_the_groups_of_the_nhs_answers_are_offered() -> None:
    preview = inspect(DATA / "en_nhs_fft_answers.csv")

    titles = [column.title for column in preview.group_candidates]
    assert titles[:3] == ["Trust", "Service type 1", "FFT question"]


def test_the_real_qualtrics_export_is_recognised_in_german() -> None:
    preview = inspect(DATA / "qualtrics_3_header_rows_sample.csv")

    assert (preview.tool, preview.header_rows) == (SurveyTool.QUALTRICS, 3)
    assert [column.title for column in preview.left_behind][:2] == [
        "IP-Adresse",
        "Nachname des Empfängers",
    ]
