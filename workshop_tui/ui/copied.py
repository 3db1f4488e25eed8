"""What is said after writing or sending a text: where it is for certain, never "copied"."""

from pathlib import Path
from typing import Final, Literal, TypeAlias

from workshop_tui.domain.message import Message
from workshop_tui.store.errors import shown

Way: TypeAlias = Literal["clipboard", "terminal"]
"""Where a text was sent: to this machine's clipboard, or to a terminal, which may have one."""
CERTAIN_BYTES: Final = 6000
"""Some terminals keep no more than this of what is sent to them."""


def near(path: Path) -> str:
    """The path as short as it can be named: from the folder of the program's start, or from home.

    One line without control codes, whatever the folders are called.
    """
    here, home = Path.cwd(), Path.home()
    if path.is_relative_to(here):
        return shown(path.relative_to(here))
    return shown(Path("~") / path.relative_to(home) if path.is_relative_to(home) else path)


def copied(saved_to: Path, text: str, way: Way) -> Message:
    """Where the text was written, and where it was sent."""
    path = near(saved_to)
    if way == "clipboard":
        return Message.of("ui.sent", path=path)
    if len(text.encode()) > CERTAIN_BYTES:
        return Message.of("ui.sent_to_terminal_perhaps_cut", path=path)
    return Message.of("ui.sent_to_terminal", path=path)
