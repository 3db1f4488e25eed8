"""`workshop-tui survey`: what employees said in a survey file, one level deeper."""

from pathlib import Path
from typing import Unpack

from workshop_tui.cli.answers_file import HowToRead, read_answers_file
from workshop_tui.cli.output import print_json
from workshop_tui.cli.run import Run, tell
from workshop_tui.cli.shapes import survey_json
from workshop_tui.cli.survey_text import print_survey
from workshop_tui.store.importing import ImportSource

TOP = 15
"""Words of each list on plain lines; JSON holds them all unless `--top` is given."""


def do(
    run: Run,
    file: Path,
    *,
    under: str | None,
    top: int | None,
    as_json: bool,
    **how: Unpack[HowToRead],
) -> None:
    source, reading, warnings = read_answers_file(file, **how)
    if as_json:
        print_json(survey_json(reading, under=under, top=top, source=_source(source)))
        return
    for warning in warnings:
        tell(f"! {run.say(warning)}")
    print_survey(source, reading, under, top or TOP, run)


def _source(source: ImportSource) -> dict[str, object]:
    return {
        "file": source.file,
        "format": source.format.value,
        "encoding": source.encoding,
        "column": source.column,
        "group": source.group,
        "rows": source.rows,
    }
