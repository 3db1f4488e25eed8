"""The check of each draft beside the survey, made once per wording and remembered.

Leaves out the check itself (`text.statement`), which is loaded beside the screen because its word
lists take a third of a second.
"""

from typing import TYPE_CHECKING, Protocol

from workshop_tui.domain.drafting import Draft

if TYPE_CHECKING:
    from workshop_tui.text.reading import Reading
    from workshop_tui.text.statement import StatementCheck


class Checker(Protocol):
    """`check_statement`, as far as drafting needs it."""

    def __call__(self, text: str, *, voices: "Reading | None") -> "StatementCheck": ...


def load_checker() -> Checker:
    """In a thread: the check with its word lists of both languages read."""
    from workshop_tui.text.statement import check_statement  # noqa: PLC0415 - see above

    for sentence in ("We help.", "Kami membantu."):
        check_statement(sentence)
    return check_statement


class Checks:
    """The checks of wordings against one reading of the survey."""

    def __init__(self, checker: Checker, reading: "Reading | None") -> None:
        self._checker = checker
        self._reading = reading
        self._known: dict[str, StatementCheck] = {}

    @property
    def reading(self) -> "Reading | None":
        return self._reading

    def of(self, text: str) -> "StatementCheck":
        """The check of this wording."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self.unkept(text)
        return found

    def unkept(self, text: str) -> "StatementCheck":
        """The check of a wording that is still being typed, which nobody asks for again."""
        return self._checker(text, voices=self._reading)

    def voices(self, draft: Draft) -> int | None:
        """How many of its content words employees used; None without answers."""
        if self._reading is None:
            return None
        return sum(voice.people > 0 for voice in self.of(draft.text).voices)
