"""The readings of the sample workshops' answers, looked at by a person once and held since."""

import csv
import json
import os
from pathlib import Path

import pytest

from workshop_tui.cli.shapes import survey_json
from workshop_tui.text.reading import read_survey

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
SWITCH = "UPDATE_GOLDEN"
COMMAND = f"{SWITCH}=1 python -m pytest tests/text/test_sample_readings.py"
TOP = 40


@pytest.mark.parametrize(("sample", "under"), [("en", "customer"), ("id", "pelanggan")])
def test_the_answers_of_a_sample_are_read_as_they_were(sample: str, under: str) -> None:
    with (ROOT / "sessions" / f"demo-{sample}" / "answers.csv").open(
        newline="", encoding="utf-8"
    ) as file:
        answers = [row["answer"] for row in csv.DictReader(file)]
    path = GOLDEN / f"reading.{sample}.json"

    shape = survey_json(read_survey(answers), under=under, top=TOP)

    if os.environ.get(SWITCH):
        path.write_text(json.dumps(shape, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert shape == json.loads(path.read_text("utf-8")), f"If it should change: {COMMAND}"
