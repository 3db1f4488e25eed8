"""The readings of the sample workshops' answers, looked at by a person once and held since."""

import csv
import json
import os
from pathlib import Path

import pytest

from workshop_tui.cli.shapes import survey_json
from workshop_tui.text.generic_words import generic_flags
from workshop_tui.text.reading import read_survey

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
SWITCH = "UPDATE_GOLDEN"
COMMAND = f"{SWITCH}=1 python -m pytest tests/text/test_sample_readings.py"
TOP = 40


def answers_of(sample: str) -> list[str]:
    with (ROOT / "sessions" / f"demo-{sample}" / "answers.csv").open(
        newline="", encoding="utf-8"
    ) as file:
        return [row["answer"] for row in csv.DictReader(file)]


@pytest.mark.parametrize(("sample", "under"), [("en", "customer"), ("id", "pelanggan")])
def test_the_answers_of_a_sample_are_read_as_they_were(sample: str, under: str) -> None:
    path = GOLDEN / f"reading.{sample}.json"

    shape = survey_json(read_survey(answers_of(sample)), under=under, top=TOP)

    if os.environ.get(SWITCH):
        path.write_text(json.dumps(shape, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert shape == json.loads(path.read_text("utf-8")), f"If it should change: {COMMAND}"


@pytest.mark.parametrize("sample", ["en", "id"])
def test_each_word_of_a_sample_is_as_generic_in_a_statement(sample: str) -> None:
    survey = read_survey(answers_of(sample))

    flags = {word.word: bool(generic_flags((word.word,), survey)[0]) for word in survey.words}

    assert flags == {word.word: word.generic for word in survey.words}
