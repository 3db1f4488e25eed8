"""`workshop-tui validate`: everything that is wrong with a session's files."""

import click

from workshop_tui.cli.run import Run, tell
from workshop_tui.store.errors import shown
from workshop_tui.store.finding import find_session
from workshop_tui.store.validation import validate


def do(run: Run, session: str) -> None:
    folder = find_session(session, run.sessions)
    problems = validate(folder)
    for problem in problems:
        tell(run.say(problem))
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(run.t("cli.validate.good", folder=shown(folder.path)))
