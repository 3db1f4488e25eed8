"""`workshop-tui record`: the decision record of a session, in any state of the workshop."""

import os
from pathlib import Path
from typing import Final

import click

from workshop_tui.cli.garbage import garbage_left_alone
from workshop_tui.cli.run import Run, tell, templates_folder
from workshop_tui.kept_evidence import KeptEvidence, default_folder
from workshop_tui.language import Language
from workshop_tui.record_on_disk import (
    RecordFormat,
    RecordMaker,
    folder_named,
    form_of,
    is_stream,
)
from workshop_tui.store.errors import shown
from workshop_tui.store.finding import find_session
from workshop_tui.store.state import read_state

_STANDARD_OUTPUT: Final = frozenset({"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})


def do(
    run: Run, session: str, form: RecordFormat | None, output: str | None, lang: Language | None
) -> None:
    if output == "":
        raise click.BadOptionUsage("-o", "", click.get_current_context())
    form = form or form_of(output or "")
    if output is not None and output.endswith(("/", os.sep)):
        raise folder_named(output, form)  # a path would drop the sign that a folder is meant
    with garbage_left_alone():
        folder = find_session(session, run.sessions)
        # A session is opened to be written, or followed; this only looks.
        state = read_state(folder).session
        maker = RecordMaker(folder, templates_folder(), KeptEvidence(default_folder()))
        if output in _STANDARD_OUTPUT:
            # Tables and paragraphs, also there, take as long to load as a record to write.
            from workshop_tui.cli.output import write_bytes  # noqa: PLC0415

            write_bytes(maker.record(state, form, lang))
        else:
            path = maker.write(state, form, Path(output) if output else None, lang)
            if not is_stream(path):  # whoever reads there is told nothing but the record
                click.echo(run.t("cli.record.written", path=shown(path)))
        if maker.fault is not None:
            reason = run.say(maker.fault)
            tell(run.t("cli.record.without_answers", reason=reason))
