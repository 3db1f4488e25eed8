"""`workshop-tui record`: the decision record of a session, in any state of the workshop."""

from pathlib import Path

import click

from workshop_tui.cli.output import write_bytes
from workshop_tui.cli.run import Run, tell, templates_folder
from workshop_tui.cli.text_input import STANDARD_INPUT
from workshop_tui.language import Language
from workshop_tui.record_on_disk import RecordFormat, RecordMaker
from workshop_tui.store.errors import shown
from workshop_tui.store.finding import find_session
from workshop_tui.store.opened import view_session


def do(
    run: Run, session: str, form: RecordFormat, output: str | None, lang: Language | None
) -> None:
    folder = find_session(session, run.sessions)
    state = view_session(folder).session
    maker = RecordMaker(folder, templates_folder())
    if output == STANDARD_INPUT:
        write_bytes(maker.record(state, form, lang))
    else:
        path = maker.write(state, form, Path(output) if output else None, lang)
        click.echo(run.t("cli.record.written", path=shown(path)))
    if maker.fault is not None:
        reason = run.say(maker.fault)
        tell(run.t("cli.record.without_answers", reason=reason))
