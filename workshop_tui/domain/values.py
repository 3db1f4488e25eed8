"""What all values of a workshop share: frozen, strict, and clean from the moment they exist."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, TypeVar, get_args, get_type_hints

import msgspec

from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.plain_text import clean, clean_line, clean_name

Language = Literal["en", "id"]
Stage = Literal["setup", "survey", "drafting", "scoring", "gut_check", "sustain"]
STAGES: tuple[Stage, ...] = get_args(Stage)

Name = Annotated[str, msgspec.Meta(extra={"cleaner": clean_name})]
"""One line of at most 80 characters: a person, a function, a place."""
Line = Annotated[str, msgspec.Meta(extra={"cleaner": clean_line})]
"""One line: a statement, a word, a reason."""
Text = str
"""Several lines: an answer, a reaction, a letter."""

Score = Annotated[int, msgspec.Meta(ge=1, le=5)]
Count = Annotated[int, msgspec.Meta(ge=0, le=10_000_000)]


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen value whose texts are cleaned when it is made, typed, imported or read alike."""

    def __post_init__(self) -> None:
        for field, cleaner in _cleaners(type(self)):
            given = getattr(self, field)
            kept = _cleaned(given, cleaner)
            if kept != given:
                msgspec.structs.force_setattr(self, field, kept)


class Action(Value, tag=True, frozen=True):
    """One thing that a person can do in a stage, as the journal keeps it.

    Times, ids and names are stamped by the Room: an `id` left empty is given its number there.
    """

    stage: ClassVar[Stage]
    id_prefix: ClassVar[str] = ""
    """What a new id starts with; empty where the action makes nothing new."""
    can_be_undone: ClassVar[bool] = True
    is_timed: ClassVar[bool] = False
    """It has an `at`, which the Room fills in: the time of the room's clock, with its offset."""


class Identified(Value, frozen=True):
    """A value that others refer to by its id, `draft7` for instance."""

    id: str

    @property
    def number(self) -> int:
        """The number that people say: 7 for `draft7`; 0 where a hand-written id has none."""
        digits = self.id[len(self.id.rstrip("0123456789")) :]
        return int(digits[:9]) if digits else 0


AnyIdentified = TypeVar("AnyIdentified", bound=Identified)
AnyValue = TypeVar("AnyValue", bound=Value)


def find(values: tuple[AnyIdentified, ...], wanted: str) -> AnyIdentified:
    """The value with this id. Raises RefusedError when there is none."""
    for value in values:
        if value.id == wanted:
            return value
    raise refuse("refused.unknown_id", id=wanted)


def add(values: tuple[AnyIdentified, ...], new: AnyIdentified) -> tuple[AnyIdentified, ...]:
    """The values and the new one behind them. Raises RefusedError when its id is taken."""
    if not new.id or any(value.id == new.id for value in values):
        raise refuse("refused.id_taken", id=new.id)
    return (*values, new)


def put(values: tuple[AnyIdentified, ...], changed: AnyIdentified) -> tuple[AnyIdentified, ...]:
    """The values with the changed one in the place of its former self."""
    find(values, changed.id)
    return tuple(changed if value.id == changed.id else value for value in values)


def changed(value: AnyValue, /, **fields: Any) -> AnyValue:
    """The value with exactly these fields; None empties one that may be empty."""
    return msgspec.structs.replace(value, **fields)


def revised(value: AnyValue, /, **said: Any) -> AnyValue:
    """The value with those fields that were said: None stands for one that nobody spoke of.

    For actions whose fields may be left out. Such a field cannot be emptied of a day or a number,
    so an action that has one says all its fields and is applied with `changed`.
    """
    return changed(value, **{name: each for name, each in said.items() if each is not None})


def required(text: str, field: str) -> str:
    """The text, which must not be empty. `field`: its key in the area `field`."""
    if not text:
        raise refuse("refused.empty", what=Message.of(f"field.{field}"))
    return text


@cache
def _cleaners(kind: type[Value]) -> tuple[tuple[str, Callable[[str], str]], ...]:
    hints = _hints(kind)
    found = ((field, _cleaner_in(hints[field])) for field in kind.__struct_fields__)
    return tuple((field, cleaner) for field, cleaner in found if cleaner is not None)


def _hints(kind: type[Value]) -> Mapping[str, Any]:
    """What its fields are declared as. Most name no type ahead, and need no looking up."""
    declared: dict[str, Any] = {}
    for each in reversed(kind.__mro__):
        declared |= vars(each).get("__annotations__", {})
    if any(isinstance(hint, str) for hint in declared.values()):
        return get_type_hints(kind, include_extras=True)
    return declared


def _cleaner_in(hint: Any) -> Callable[[str], str] | None:
    if hint is str:
        return clean
    for meta in getattr(hint, "__metadata__", ()):
        if isinstance(meta, msgspec.Meta) and meta.extra and "cleaner" in meta.extra:
            cleaner: Callable[[str], str] = meta.extra["cleaner"]
            return cleaner
    inner = (_cleaner_in(argument) for argument in get_args(hint))
    return next((cleaner for cleaner in inner if cleaner is not None), None)


def _cleaned(content: Any, cleaner: Callable[[str], str]) -> Any:
    if isinstance(content, str):
        return cleaner(content)
    if isinstance(content, tuple):
        return tuple(_cleaned(item, cleaner) for item in content)
    return content
