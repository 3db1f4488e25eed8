"""What the program says, before it is said in a language: a key of the catalogue and its values.

The domain refuses and asks with messages, so that the same refusal reads well on the screen, on
the command line and in the record, in English and in Indonesian. `language` renders them.
"""

from dataclasses import dataclass, field
from typing import Self, TypeAlias

Value: TypeAlias = "str | int | float | Message"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence of the catalogue.

    key: `area.name`, as in the catalogue of that area.
    values: what the placeholders of the sentence stand for; a value may itself be a message.
    count: the number that decides between "1 person" and "2 people"; None where none does.
    """

    key: str
    values: tuple[tuple[str, Value], ...] = field(default=())
    count: int | None = None

    @classmethod
    def of(cls, key: str, /, count: int | None = None, **values: Value) -> Self:
        """The message with its values by name; `count` is also the value named `n`."""
        named = values if count is None else {"n": count, **values}
        return cls(key, tuple(named.items()), count)


class RefusedError(Exception):
    """An action that cannot be done, with the reason that the user reads."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.key, dict(reason.values))
        self.reason = reason


def refuse(key: str, /, count: int | None = None, **values: Value) -> RefusedError:
    """The refusal with this reason: `raise refuse("scoring.needs_reason", score=2)`."""
    return RefusedError(Message.of(key, count, **values))
