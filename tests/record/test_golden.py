"""The bytes of the record, looked at by a person once and held since."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.record.story import DRAFTED, EVIDENCE, SCORED, SET_UP, STARTED, after, whole_workshop
from workshop_tui.language import Language
from workshop_tui.record import csv_format, html, json_format, markdown, svg
from workshop_tui.record.blocks import pictures_of
from workshop_tui.record.document import document
from workshop_tui.record.evidence import Evidence

GOLDEN = Path(__file__).parents[1] / "golden"
SWITCH = "UPDATE_GOLDEN"
BESIDE = markdown.beside("record")
COMMAND = f"{SWITCH}=1 python -m pytest tests/record/test_golden.py"


def whole_in_markdown(language: Language) -> str:
    return markdown.render(document(whole_workshop(), EVIDENCE, language), BESIDE)


def unfinished_in_markdown(language: Language) -> str:
    session = after((*STARTED, *SET_UP, *DRAFTED, SCORED[0]))
    return markdown.render(document(session, Evidence(), language), BESIDE)


def picture(name: str) -> str:
    """A picture of the whole workshop as the file that lies beside the Markdown."""
    drawn = pictures_of(document(whole_workshop(), EVIDENCE, "en"))
    return next(svg.file(each) for each in drawn if each.name == name)


RECORDS: dict[str, Callable[[], str]] = {
    "record.en.md": lambda: whole_in_markdown("en"),
    "record.id.md": lambda: whole_in_markdown("id"),
    "unfinished.en.md": lambda: unfinished_in_markdown("en"),
    "unfinished.id.md": lambda: unfinished_in_markdown("id"),
    "record.en.html": lambda: html.render(document(whole_workshop(), EVIDENCE, "en")),
    "record-scores-round-1.svg": lambda: picture("scores-round-1"),
    "record-stumbles.svg": lambda: picture("stumbles"),
    "record-words.svg": lambda: picture("words"),
    "record.id.html": lambda: html.render(document(whole_workshop(), EVIDENCE, "id")),
    "record.id.csv": lambda: csv_format.render(whole_workshop(), "id"),
    "record.json": lambda: json_format.render(whole_workshop(), EVIDENCE),
    "record.en.csv": lambda: csv_format.render(whole_workshop(), "en"),
}


@pytest.mark.parametrize("name", RECORDS)
def test_the_record_has_the_bytes_that_were_looked_at(name: str) -> None:
    path = GOLDEN / name
    written = RECORDS[name]().encode()

    if os.environ.get(SWITCH):
        path.write_bytes(written)
    assert path.exists(), f"{name} is not there yet. Write it with: {COMMAND}"
    assert written == path.read_bytes(), f"{name} changed. If it should, then: {COMMAND}"
