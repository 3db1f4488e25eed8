"""The timer of one agenda item. It rings and runs on past its end; it never stops anybody.

A value; the frame reads the clock. Times are seconds of a clock that only goes forward.
"""

from typing import Self

import msgspec
from msgspec.structs import replace


class BoxTimer(msgspec.Struct, frozen=True):
    """A running time box. title: the agenda item, "" for none; ends_at: seconds of the clock."""

    title: str
    ends_at: float
    has_rung: bool = False

    @classmethod
    def started(cls, title: str, minutes: int, now: float) -> Self:
        """A box of so many minutes from now."""
        return cls(title, now + 60 * minutes)

    def extended(self, minutes: int, now: float) -> Self:
        """So many more minutes; counted from now where the time is up."""
        return replace(self, ends_at=max(self.ends_at, now) + 60 * minutes, has_rung=False)

    def seconds_left(self, now: float) -> int:
        """Whole seconds until the end; negative past it."""
        return round(self.ends_at - now)

    def shown(self, now: float) -> str:
        """`4:31`, and `+0:12` twelve seconds past the end."""
        left = self.seconds_left(now)
        sign = "+" if left < 0 else ""
        return f"{sign}{abs(left) // 60}:{abs(left) % 60:02}"

    def rung(self) -> Self:
        """The same box once its bell has rung."""
        return replace(self, has_rung=True)
