"""The clock that everything is handed which needs the time, so that a test can hand it another."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Tells the time now: aware."""


def now() -> datetime:
    """The time, as the clock on the wall shows it: the record tells when things happened."""
    return datetime.now().astimezone()
