"""`workshop-tui demo`: a finished-looking sample workshop to play with."""

import click

from workshop_tui.cli.run import Run
from workshop_tui.cli.screens import need_terminal, show_sample
from workshop_tui.store.errors import shown
from workshop_tui.workshops import copy_sample


def do(run: Run, lang: str | None) -> None:
    del lang  # read before, by `language_of`: the sample and the screen speak the same
    need_terminal()
    folder = copy_sample(run.private_sessions, run.language)
    # Above the screen, and to be found again when it is gone.
    click.echo(run.t("cli.demo.copy", folder=shown(folder.path)))
    show_sample(run, folder)
