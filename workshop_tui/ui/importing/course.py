"""One job of an import: which file and what of it, how far it is, whether it is to stop."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Choice:
    """Which file, and what of it; None leaves it to the program."""

    path: Path
    column: str | None = None
    group: str | None = None
    header_rows: int | None = None


@dataclass(slots=True)
class Course:
    """How far a job is, written by its thread; and whether somebody wants it to stop."""

    share: float = 0.0
    is_stopped: bool = False

    def reached(self, share: float) -> None:
        self.share = share

    def wants_stop(self) -> bool:
        return self.is_stopped

    def go_on(self) -> None:
        """Raises ImportCancelledError where somebody wants it to stop."""
        from workshop_tui.store.importing import ImportCancelledError  # noqa: PLC0415 - not before needed

        if self.is_stopped:
            raise ImportCancelledError
