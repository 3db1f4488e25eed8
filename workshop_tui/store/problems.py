"""What is wrong with content that is good TOML but no good value: where in it, and in whose words.

msgspec says it in English for programmers; here it becomes a message and a path.
"""

import re
from types import UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

import msgspec

from workshop_tui.domain.message import Message
from workshop_tui.domain.values import Identified
from workshop_tui.store.codec import PlainTable

Step: TypeAlias = "str | int"
Steps: TypeAlias = "tuple[Step, ...]"
"""The way into a table: ("drafting", "drafts", 0, "text"); () is the whole."""


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong, and the way to it; what is missing has a way too."""

    steps: Steps
    what: Message

    @property
    def key(self) -> str:
        """The way as people write it: `drafting.drafts[0].text`; "" for the whole."""
        return "".join(
            f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps
        ).removeprefix(".")

    def moved(self, under: Steps) -> "Problem":
        """The same problem, seen from a table in which the former one lies."""
        return Problem((*under, *self.steps), self.what)


def problem_of(error: msgspec.ValidationError, kind: Any) -> Problem:
    """What msgspec found wrong when it converted a table to this kind."""
    text, _, path = str(error).rpartition(" - at `$")
    if not text:
        text, path = str(error), ""
    steps = steps_of(path.removesuffix("`"))
    if found := re.match(r"Object contains unknown field `(.*)`", text):
        return Problem((*steps, found[1]), Message.of("store.problem.unknown_key", key=found[1]))
    if found := re.match(r"Object missing required field `(.*)`", text):
        return Problem((*steps, found[1]), Message.of("store.problem.missing_key", key=found[1]))
    if found := re.match(r"Invalid enum value '(.*)'", text):
        return Problem(steps, _not_a_choice(found[1], choices(kind, steps)))
    return Problem(steps, _wrong_content(text))


def all_problems(plain: PlainTable, kind: type[msgspec.Struct]) -> list[Problem]:
    """Everything that is wrong with a table, value by value; msgspec stops at the first."""
    hints = get_type_hints(kind, include_extras=True)
    found = [
        Problem((key,), Message.of("store.problem.unknown_key", key=key))
        for key in plain
        if key not in hints
    ]
    for field in msgspec.structs.fields(kind):
        if field.name in plain:
            inside = _all_problems_in(plain[field.name], hints[field.name])
            found += [problem.moved((field.name,)) for problem in inside]
        elif field.required:
            what = Message.of("store.problem.missing_key", key=field.name)
            found.append(Problem((field.name,), what))
    return found


def steps_of(path: str) -> Steps:
    """The steps of a path of msgspec's, without its `$`: `.drafting.drafts[0].text`."""
    found = re.findall(r"\.([^.\[]+)|\[(\d+)\]", path)
    return tuple(int(index) if index else name for name, index in found)


def choices(kind: Any, steps: Steps) -> tuple[str, ...]:
    """What may stand at this place, where only certain words may; else ()."""
    hint: Any = kind
    for step in steps:
        if isinstance(step, int):
            hint = next(iter(get_args(hint)), None)
        elif isinstance(hint, type) and issubclass(hint, msgspec.Struct):
            hint = get_type_hints(hint).get(step)
        else:
            return ()
        hint = _without_none(hint)
    return get_args(hint) if get_origin(hint) is Literal else ()


def contradictions(value: msgspec.Struct, steps: Steps = ()) -> list[Problem]:
    """What types cannot tell: ids that are empty or stand twice in one list."""
    found: list[Problem] = []
    for field in value.__struct_fields__:
        content = getattr(value, field)
        if isinstance(content, msgspec.Struct):
            found += contradictions(content, (*steps, field))
        elif isinstance(content, tuple):
            found += _contradictions_in(content, (*steps, field))
    return found


def _all_problems_in(content: Any, hint: Any) -> list[Problem]:
    inner = _without_none(hint)
    if isinstance(content, dict) and isinstance(inner, type) and issubclass(inner, msgspec.Struct):
        return all_problems(content, inner)
    if isinstance(content, list) and get_origin(inner) is tuple:
        element = get_args(inner)[0]
        return [
            problem.moved((index,))
            for index, each in enumerate(content)
            for problem in _all_problems_in(each, element)
        ]
    try:
        msgspec.convert(content, hint, strict=True)
    except msgspec.ValidationError as error:
        return [problem_of(error, inner)]
    return []


def _contradictions_in(values: tuple[Any, ...], steps: Steps) -> list[Problem]:
    found: list[Problem] = []
    seen: set[str] = set()
    for index, value in enumerate(values):
        if isinstance(value, Identified):
            if not value.id:
                found.append(Problem((*steps, index, "id"), Message.of("store.problem.empty_id")))
            elif value.id in seen:
                what = Message.of("store.problem.id_twice", id=value.id)
                found.append(Problem((*steps, index, "id"), what))
            seen.add(value.id)
        if isinstance(value, msgspec.Struct):
            found += contradictions(value, (*steps, index))
    return found


def _wrong_content(text: str) -> Message:
    if found := re.match(r"Expected `(\w+)(?: \| null)?`, got `(\w+)`", text):
        wanted, given = found[1], found[2]
        return Message.of(
            "store.problem.wrong_kind",
            wanted=Message.of(f"store.kind.{wanted}"),
            given=Message.of(f"store.kind.{given}"),
        )
    if found := re.match(r"Expected `int` >= (-?\d+)", text):
        return Message.of("store.problem.too_small", least=int(found[1]))
    if found := re.match(r"Expected `int` <= (-?\d+)", text):
        return Message.of("store.problem.too_large", most=int(found[1]))
    if found := re.match(r"Invalid RFC3339 encoded (date|datetime)", text):
        return Message.of("store.problem.no_date", wanted=Message.of(f"store.kind.{found[1]}"))
    if found := re.match(r"Invalid value '(.*)'", text):
        return Message.of("store.problem.unknown_action", name=found[1])
    return Message.of("store.problem.other", reason=text)


def _not_a_choice(given: str, allowed: tuple[str, ...]) -> Message:
    if not allowed:
        return Message.of("store.problem.not_a_choice", given=given)
    return Message.of("store.problem.not_one_of", given=given, allowed=", ".join(allowed))


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint
