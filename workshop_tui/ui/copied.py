"""What is said after sending a text to the clipboard: where it is for certain, never "copied"."""

from pathlib import Path
from typing import Final

from workshop_tui.domain.message import Message

CERTAIN_BYTES: Final = 6000
"""Some terminals keep no more than this of what is sent to the clipboard."""


def copied(saved_to: Path, text: str) -> Message:
    """Where the text was written, and that it was sent to the clipboard."""
    if len(text.encode()) > CERTAIN_BYTES:
        return Message.of("ui.sent_perhaps_cut", path=str(saved_to))
    return Message.of("ui.sent", path=str(saved_to))
