"""`workshop-tui list`: the sessions there are, the one that changed last first."""

import datetime as dt

import click

from workshop_tui.cli.due import waiting_message
from workshop_tui.cli.output import Column, print_json, print_table
from workshop_tui.cli.run import Run
from workshop_tui.domain.message import Message
from workshop_tui.domain.sustain import Due
from workshop_tui.language import clock, day_near
from workshop_tui.store.errors import shown
from workshop_tui.store.listing import ListedSession, list_sessions


def do(run: Run, *, as_json: bool) -> None:
    today = dt.datetime.now().astimezone().date()
    sessions = list_sessions(run.sessions, today)
    if as_json:
        print_json([_as_json(session, run) for session in sessions])
    elif sessions:
        _print(sessions, today, run)
    else:
        click.echo(run.t("cli.list.empty", folder=shown(run.sessions)))


def _as_json(session: ListedSession, run: Run) -> dict[str, object]:
    return {
        "slug": session.folder.slug,
        "title": session.title,
        "folder": shown(session.folder.path),
        "stage": session.stage,
        "changed": session.changed_at.isoformat(),
        "due": [_due_as_json(due) for due in session.waiting.due],
        "rechecks": len(session.waiting.rechecks),
        "later": [_due_as_json(due) for due in session.waiting.later],
        "problem": run.say(session.problem) if session.problem else None,
    }


def _due_as_json(due: Due) -> dict[str, object]:
    # Obstacles may be sensitive, so that their text stays in the session.
    text = "" if due.kind == "obstacle" else due.text
    return {"day": due.day.isoformat(), "kind": due.kind, "text": text}


def _print(sessions: tuple[ListedSession, ...], today: dt.date, run: Run) -> None:
    rows = [
        (
            session.folder.slug,
            session.title,
            run.say(Message(f"stage.{session.stage}")) if session.stage else "",
            _changed(session.changed_at.astimezone(), today, run),
            _due(session, today, run),
        )
        for session in sessions
    ]
    headings = ("session", "title", "stage", "changed", "due")
    print_table([Column(run.t(f"cli.list.{heading}")) for heading in headings], rows)


def _changed(changed: dt.datetime, today: dt.date, run: Run) -> str:
    day = day_near(changed.date(), today, run.language)
    return f"{day} {clock(changed, run.language)}" if changed.date() == today else day


def _due(session: ListedSession, today: dt.date, run: Run) -> str:
    if session.problem_in_folder is not None:
        return f"! {run.say(session.problem_in_folder)}"
    message = waiting_message(session.waiting, today, run.language)
    return run.say(message) if message else ""
