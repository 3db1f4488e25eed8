"""What is said after sending a text away: where it is for certain, never "copied"."""

from pathlib import Path
from typing import Final, Literal, TypeAlias

from workshop_tui.domain.message import Message

Way: TypeAlias = Literal["clipboard", "terminal"]
"""Where a text was sent: to this machine's clipboard, or to a terminal, which may have one."""
CERTAIN_BYTES: Final = 6000
"""Some terminals keep no more than this of what is sent to them."""


def copied(saved_to: Path, text: str, way: Way) -> Message:
    """Where the text was written, and where it was sent."""
    path = str(saved_to)
    if way == "clipboard":
        return Message.of("ui.sent", path=path)
    if len(text.encode()) > CERTAIN_BYTES:
        return Message.of("ui.sent_to_terminal_perhaps_cut", path=path)
    return Message.of("ui.sent_to_terminal", path=path)
