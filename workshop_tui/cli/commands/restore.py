"""`workshop-tui restore`: the backups of a session, and bringing one back."""

import click

from workshop_tui.cli.output import Column, print_table
from workshop_tui.cli.run import Run
from workshop_tui.clock import now
from workshop_tui.domain.message import refuse
from workshop_tui.store.backups import Backup, default_folder
from workshop_tui.store.errors import NotFoundError, shown
from workshop_tui.store.finding import find_session
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.restoring import restore


def do(run: Run, session: str, backup: str | None) -> None:
    folder = _folder_of(session, run)
    kept = default_folder().list_backups(folder)
    if not kept:
        raise refuse("cli.restore.none", session=shown(folder.slug))
    if backup is None:
        _print(kept, folder, run)
        return
    wanted = next((each for each in kept if each.name == backup), None)
    if wanted is None:
        raise refuse("cli.restore.unknown", backup=shown(backup), session=shown(folder.slug))
    restore(folder, wanted, now, default_folder())
    click.echo(run.t("cli.restore.done", backup=wanted.name, folder=shown(folder.path)))


def _folder_of(session: str, run: Run) -> SessionFolder:
    """The session's folder; also where it was deleted, as long as backups of it are kept."""
    try:
        return find_session(session, run.sessions)
    except NotFoundError:
        deleted = SessionFolder(run.sessions / session)
        if not default_folder().list_backups(deleted):
            raise
        return deleted


def _print(kept: tuple[Backup, ...], folder: SessionFolder, run: Run) -> None:
    click.echo(run.t("cli.restore.list", count=len(kept), session=shown(folder.slug)))
    rows = [(each.name, f"{each.at.astimezone():%Y-%m-%d %H:%M:%S}") for each in kept]
    print_table((Column(run.t("cli.restore.backup")), Column(run.t("cli.restore.at"))), rows)
    click.echo(run.t("cli.restore.how", session=shown(folder.slug)))
