"""The check of each draft beside the survey, made once per wording and remembered.

Leaves out the check itself (`text.statement`), which is loaded beside the screen because its word
lists take a third of a second.
"""

from typing import TYPE_CHECKING, Final, Protocol

from workshop_tui.domain.drafting import Draft

if TYPE_CHECKING:
    from workshop_tui.text.generic_words import Voices
    from workshop_tui.text.reading import Reading
    from workshop_tui.text.statement import StatementCheck


class Checker(Protocol):
    """`check_statement`, as far as drafting needs it."""

    def __call__(self, text: str, *, voices: "Voices | None") -> "StatementCheck": ...


def load_checker() -> Checker:
    """In a thread: the check with its word lists of both languages read."""
    from workshop_tui.text.statement import check_statement  # noqa: PLC0415 - see above

    for sentence in ("We help.", "Kami membantu."):
        check_statement(sentence)
    return check_statement


class _Nobody:
    """A survey that nobody answered."""

    def find(self, word: str) -> None:
        del word

    def listed(self, word: str) -> None:
        del word


_NOBODY: Final = _Nobody()


class Checks:
    """The checks of wordings against one reading of the survey."""

    def __init__(self, checker: Checker, reading: "Reading | None") -> None:
        self._checker = checker
        self._reading = reading
        self._known: dict[str, StatementCheck] = {}
        self._content: dict[str, frozenset[str]] = {}
        self._typed: StatementCheck | None = None

    @property
    def reading(self) -> "Reading | None":
        return self._reading

    def of(self, text: str) -> "StatementCheck":
        """The check of this wording."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._checker(text, voices=self._reading)
        return found

    def while_typing(self, text: str) -> "StatementCheck":
        """The check of a wording that is still being typed; only the last one is remembered."""
        if self._typed is None or self._typed.text != text:
            self._typed = self._checker(text, voices=self._reading)
        return self._typed

    def content(self, text: str) -> frozenset[str]:
        """The content words of a text, those of the survey by their family."""
        found = self._content.get(text)
        if found is None:
            check = self._checker(text, voices=self._reading or _NOBODY)
            words = (self.family(voice.word.casefold()) for voice in check.voices)
            found = self._content[text] = frozenset(words)
        return found

    def family(self, word: str) -> str:
        """The key of the family that a word belongs to in the survey, else the word itself."""
        found = None if self._reading is None else self._reading.find(word)
        return word if found is None else found.key

    def voices(self, draft: Draft) -> int | None:
        """How many of its content words employees used; None without answers."""
        if self._reading is None:
            return None
        return sum(voice.people > 0 for voice in self.of(draft.text).voices)
