"""`workshop-tui history`: every entry of a session's journal, in words."""

from collections.abc import Sequence

from workshop_tui.cli.output import Column, print_json, print_table
from workshop_tui.cli.run import Run
from workshop_tui.domain.absence import BY_THE_ROOM
from workshop_tui.domain.history import Entry, Redo, Undo, name_of, undone_entries
from workshop_tui.domain.message import refuse
from workshop_tui.domain.setup import Setup
from workshop_tui.domain.setup import name_of as person_called
from workshop_tui.store.errors import shown
from workshop_tui.store.finding import find_session
from workshop_tui.store.opened import view_session


def do(run: Run, session: str, *, as_json: bool) -> None:
    opened = view_session(find_session(session, run.sessions))
    if not opened.folder.journal.exists():
        raise refuse("store.journal_missing", path=shown(opened.folder.journal))
    entries = opened.read_history()
    if as_json:
        print_json(_as_json(entries, run))
    else:
        _print(entries, opened.session.setup, run)


def _as_json(entries: Sequence[Entry], run: Run) -> list[dict[str, object]]:
    undone = undone_entries(entries)
    return [
        {
            "seq": entry.seq,
            "at": entry.at.isoformat(),
            "by": entry.by,
            "action": type(entry.action).__name__,
            "words": _words(entry, run),
            "undone": entry.seq in undone,
        }
        for entry in entries
    ]


def _print(entries: Sequence[Entry], setup: Setup, run: Run) -> None:
    undone = undone_entries(entries)
    rows = [
        (
            str(entry.seq),
            f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}",
            _who(entry.by, setup, run),
            _words(entry, run),
            run.t("cli.history.undone") if entry.seq in undone else "",
        )
        for entry in entries
    ]
    columns = (
        Column("", "right"),
        Column(run.t("cli.history.at")),
        Column(run.t("cli.history.by")),
        Column(run.t("cli.history.action")),
        Column(""),
    )
    print_table(columns, rows)


def _who(by: str, setup: Setup, run: Run) -> str:
    if by == BY_THE_ROOM:
        return run.t("cli.history.program")
    return person_called(setup, by) or by or run.t("cli.history.facilitator")


def _words(entry: Entry, run: Run) -> str:
    words = run.say(name_of(entry.action))
    if isinstance(entry.action, Undo | Redo):
        return run.t("cli.history.of_entry", action=words, number=str(entry.action.entry))
    return words
