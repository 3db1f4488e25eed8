"""What is due in a workshop, as people say it: short, and without what may be private."""

import datetime as dt
from textwrap import shorten
from typing import Final

from workshop_tui.domain.message import Message
from workshop_tui.domain.sustain import Due, Waiting
from workshop_tui.language import Language, day_near

LONGEST_TEXT: Final = 40


def due_message(due: Due, today: dt.date, language: Language) -> Message:
    """`goal overdue since 3 Nov: Shorter forms`.

    Obstacles are not told: they may be sensitive, and lists of sessions are seen on projectors.
    """
    day = day_near(due.day, today, language)
    when = "overdue" if due.day < today else "due"
    if due.kind in ("review", "obstacle"):
        return Message.of(f"cli.{when}.{due.kind}", day=day)
    text = shorten(due.text, LONGEST_TEXT, placeholder="…")
    return Message.of(f"cli.{when}.{due.kind}", day=day, text=text)


def waiting_message(waiting: Waiting, today: dt.date, language: Language) -> Message | None:
    """`goal overdue since 3 Nov: Shorter forms; 2 more`, or `2 re-checks`; None where nothing is.

    Where nothing waits today, the next thing with a day. Nobody is named.
    """
    if waiting.due:
        first = due_message(waiting.due[0], today, language)
        more = len(waiting.due) - 1 + len(waiting.rechecks)
        return Message.of("cli.and_more", more, first=first) if more else first
    if waiting.rechecks:
        return Message.of("cli.rechecks", len(waiting.rechecks))
    return due_message(waiting.later[0], today, language) if waiting.later else None
