"""answers.csv: exact, known by its hash, and kept when another import replaces it."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.said import said
from workshop_tui.domain.plain_text import clean
from workshop_tui.store.answers import Answers, keep_answers, read_answers, write_answers
from workshop_tui.store.errors import DiskError, SessionFileError
from workshop_tui.store.layout import SessionFolder

FIRST = [("They answer", "Phones"), ("", ""), ('Said "fast",\nthen slow', "Office, west")]
SECOND = [("Something else", "")]


@pytest.mark.parametrize("rows", [FIRST, SECOND, []])
def test_the_answers_come_back_as_they_were(
    folder: SessionFolder, rows: list[tuple[str, str]]
) -> None:
    digest = write_answers(folder, rows)

    answers = read_answers(folder, digest)

    assert list(zip(answers.texts, answers.groups, strict=True)) == rows


CELLS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\",\n\r\t;=+-@'\x00 "))).map(
    clean
)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=20))
@settings(max_examples=100, deadline=None)
def test_any_cleaned_cells_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    folder = SessionFolder(tmp_path_factory.mktemp("answers"))

    answers = read_answers(folder, write_answers(folder, rows))

    assert list(zip(answers.texts, answers.groups, strict=True)) == rows


def test_the_longest_answers_come_back(folder: SessionFolder) -> None:
    rows = [("é" * 20_000, "x" * 80)] * 3

    assert read_answers(folder, write_answers(folder, rows)).texts == ("é" * 20_000,) * 3


def test_the_file_is_plain_csv_with_a_heading(folder: SessionFolder) -> None:
    write_answers(folder, FIRST)

    content = folder.answers.read_bytes()
    rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
    assert content.startswith(b"id,answer,group\r\n1,They answer,Phones\r\n")
    assert rows[3] == ["3", 'Said "fast",\nthen slow', "Office, west"]


def test_the_same_answers_have_the_same_hash(folder: SessionFolder) -> None:
    first, second = write_answers(folder, FIRST), write_answers(folder, FIRST)

    assert first == second
    assert [path.name for path in folder.path.iterdir()] == ["answers.csv"]


def test_a_former_import_is_kept_and_still_found(folder: SessionFolder) -> None:
    first = write_answers(folder, FIRST)
    second = write_answers(folder, SECOND)

    assert read_answers(folder, first).texts == tuple(text for text, _ in FIRST)
    assert read_answers(folder, second) == Answers(("Something else",), ("",))
    assert folder.answers.with_name(f"answers-{first[:12]}.csv").exists()


def test_changed_answers_are_refused_with_the_file(folder: SessionFolder) -> None:
    digest = write_answers(folder, FIRST)
    folder.answers.write_bytes(folder.answers.read_bytes().replace(b"fast", b"slow"))

    with pytest.raises(SessionFileError) as caught:
        read_answers(folder, digest)

    assert said(caught.value).startswith(f"{folder.answers} is not the file that was imported")


def test_missing_answers_are_said(folder: SessionFolder) -> None:
    with pytest.raises(SessionFileError) as caught:
        read_answers(folder, "0" * 64)

    assert said(caught.value).startswith(f"{folder.answers} is missing")


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(DiskError):
        write_answers(SessionFolder(tmp_path / "gone"), FIRST)


def test_answers_of_customers_lie_beside_those_of_the_survey(folder: SessionFolder) -> None:
    survey = write_answers(folder, FIRST)

    customers = keep_answers(folder, SECOND)

    assert read_answers(folder, survey).texts[0] == "They answer"
    assert read_answers(folder, customers).texts == ("Something else",)
    assert folder.answers.read_bytes().startswith(b"id,answer,group\r\n1,They answer,Phones\r\n")


def test_compared_answers_lie_beside_and_leave_the_imported_ones_alone(
    folder: SessionFolder,
) -> None:
    imported = write_answers(folder, FIRST)

    compared = keep_answers(folder, SECOND)

    assert keep_answers(folder, SECOND) == compared
    assert read_answers(folder, compared).texts == ("Something else",)
    assert read_answers(folder, imported).texts[0] == "They answer"


def test_answers_that_were_added_can_be_taken_back(folder: SessionFolder) -> None:
    before = write_answers(folder, FIRST)

    together = write_answers(folder, [*FIRST, *SECOND])

    assert len(read_answers(folder, together).texts) == 4
    assert len(read_answers(folder, before).texts) == 3
