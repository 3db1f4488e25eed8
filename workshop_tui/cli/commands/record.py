"""`workshop-tui record`: the decision record of a session, in any state of the workshop."""

from pathlib import Path

import click

from workshop_tui.cli.garbage import garbage_left_alone
from workshop_tui.cli.run import Run, tell, templates_folder
from workshop_tui.cli.text_input import STANDARD_INPUT
from workshop_tui.kept_evidence import KeptEvidence, default_folder
from workshop_tui.language import Language
from workshop_tui.record_on_disk import RecordFormat, RecordMaker
from workshop_tui.store.errors import shown
from workshop_tui.store.finding import find_session
from workshop_tui.store.state import read_state


def do(
    run: Run, session: str, form: RecordFormat, output: str | None, lang: Language | None
) -> None:
    with garbage_left_alone():
        folder = find_session(session, run.sessions)
        # A session is opened to be written, or followed; this only looks.
        state = read_state(folder).session
        maker = RecordMaker(folder, templates_folder(), KeptEvidence(default_folder()))
        if output == STANDARD_INPUT:
            # Tables and paragraphs, also there, take as long to load as a record to write.
            from workshop_tui.cli.output import write_bytes  # noqa: PLC0415

            write_bytes(maker.record(state, form, lang))
        else:
            path = maker.write(state, form, Path(output) if output else None, lang)
            if path.is_file():  # a pipe is told nothing but the record
                click.echo(run.t("cli.record.written", path=shown(path)))
        if maker.fault is not None:
            reason = run.say(maker.fault)
            tell(run.t("cli.record.without_answers", reason=reason))
