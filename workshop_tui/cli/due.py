"""What is due in a workshop, as people say it: short, and without what may be private."""

import datetime as dt
from textwrap import shorten
from typing import Final

from workshop_tui.domain.message import Message
from workshop_tui.domain.sustain import Due
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
