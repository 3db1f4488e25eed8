"""Starting the interface, and what is said when it has ended: the last word is never a traceback.

Here the interface is loaded, and only once standard input and output are a terminal: on anything
else it would wait for keys for ever.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshop_tui.cli.garbage import collect_no_garbage
from workshop_tui.cli.run import Run, config_path, tell
from workshop_tui.domain.message import RefusedError, refuse
from workshop_tui.language import clock_with_seconds
from workshop_tui.room_on_disk import RoomOnDisk, view_room
from workshop_tui.store.errors import shown
from workshop_tui.store.layout import SessionFolder

if TYPE_CHECKING:
    from workshop_tui.cli.shelf import DiskShelf
    from workshop_tui.ui.app import WorkshopApp
    from workshop_tui.ui.config import Config
    from workshop_tui.ui.opened import OpenedWorkshop

SIGNALLED = 128
"""The interface ends with this and the signal's number when a signal ended it."""


def show_home(run: Run) -> None:
    """The home screen, until the user leaves."""
    need_terminal()
    # The interface takes longer to load than any other command to run; so everywhere below.
    from workshop_tui.cli.live_app import LiveApp  # noqa: PLC0415
    from workshop_tui.cli.shelf import DiskShelf  # noqa: PLC0415

    shelf = DiskShelf(run)
    config = _config(run)
    app = LiveApp(language=run.language, config=config, look=shelf.look, shelf=shelf, opened=None)
    _show(run, app, shelf)


def show_workshop(run: Run, folder: SessionFolder) -> None:
    """The facilitator's screen of one session."""
    _show_opened(run, lambda shelf: shelf.open_folder(folder))


def show_sample(run: Run, folder: SessionFolder) -> None:
    """The facilitator's screen of a copy of the sample."""
    _show_opened(run, lambda shelf: shelf.open_sample(folder))


def _show_opened(run: Run, open_in: "Callable[[DiskShelf], OpenedWorkshop]") -> None:
    need_terminal()
    from workshop_tui.cli.live_app import LiveApp  # noqa: PLC0415
    from workshop_tui.cli.shelf import DiskShelf  # noqa: PLC0415

    shelf = DiskShelf(run)
    config = _config(run)
    opened = open_in(shelf)
    app = LiveApp(language=run.language, config=config, look=shelf.look, shelf=shelf, opened=opened)
    _show(run, app, shelf)


def show_projector(run: Run, folder: SessionFolder) -> None:
    """The projector's view of one session: nothing private, nothing written, always up to date."""
    need_terminal()
    from workshop_tui.cli.projector_app import ProjectorApp  # noqa: PLC0415
    from workshop_tui.cli.shelf import DiskShelf  # noqa: PLC0415

    shelf = DiskShelf(run)
    config = _config(run)
    opened = shelf.opened(view_room(folder))
    app = ProjectorApp(language=run.language, config=config, look=shelf.look, opened=opened)
    _show(run, app, shelf)


def need_terminal() -> None:
    """Raises RefusedError where there is none to show a screen on, or to take keys from."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise refuse("cli.needs_terminal")
    collect_no_garbage()


def _config(run: Run) -> "Config":
    from workshop_tui.ui.config import read_config  # noqa: PLC0415

    config = read_config(config_path())
    for fault in config.faults:
        tell(run.say(fault))
    return config


def _show(run: Run, app: "WorkshopApp", shelf: "DiskShelf") -> None:
    try:
        app.run()
    finally:
        closed_well = _close(shelf.last_opened, run)
    _end(run, shelf.last_opened, app.return_code, app.crash_report)
    if not closed_well:
        raise click.exceptions.Exit(1)


def _close(opened: RoomOnDisk | None, run: Run) -> bool:
    """Bring everything to the disk, whatever ended the screen; say so where that fails."""
    try:
        if opened is not None:
            opened.close()
    except RefusedError as error:
        tell(run.t("cli.not_saved", reason=run.say(error.reason)))
        return False
    return True


def _end(run: Run, opened: RoomOnDisk | None, return_code: int | None, report: Path | None) -> None:
    """The last words on the terminal, and the exit code."""
    for warning in opened.warnings if opened else ():
        tell(run.say(warning))
    if return_code == 0:
        return
    if opened is not None:
        tell(_where(run, opened))
    if return_code is not None and return_code > SIGNALLED:
        raise click.exceptions.Exit(return_code)
    if report is None:
        tell(run.t("cli.ended_badly"))
    else:
        tell(run.t("cli.ended_badly_reported", report=shown(report)))
    raise click.exceptions.Exit(1)


def _where(run: Run, opened: RoomOnDisk) -> str:
    folder = shown(opened.folder.path)
    if opened.saved_at is None:
        return run.t("cli.session_is_in", folder=folder)
    at = clock_with_seconds(opened.saved_at.astimezone(), run.language)
    return run.t("cli.session_saved_at", folder=folder, at=at)
