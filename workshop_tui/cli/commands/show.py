"""`workshop-tui show`: the projector's view of a session."""

from workshop_tui.cli.run import Run
from workshop_tui.cli.screens import show_projector
from workshop_tui.store.finding import find_session


def do(run: Run, session: str) -> None:
    show_projector(run, find_session(session, run.sessions))
