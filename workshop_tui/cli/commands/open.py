"""`workshop-tui open`: the facilitator's screen of a session."""

from workshop_tui.cli.run import Run
from workshop_tui.cli.screens import show_workshop
from workshop_tui.store.finding import find_session


def do(run: Run, session: str) -> None:
    show_workshop(run, find_session(session, run.sessions))
