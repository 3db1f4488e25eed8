"""The insight board: what was pinned of the answers, and the themes that words were put into."""

from typing import ClassVar, Literal, TypeAlias, assert_never

from workshop_tui.domain.message import refuse
from workshop_tui.domain.survey.on_survey import OnSurvey
from workshop_tui.domain.values import (
    Count,
    Identified,
    Line,
    Text,
    add,
    changed,
    find,
    put,
    required,
    revised,
)

PinKind = Literal["word", "phrase", "quote", "theme"]


class Theme(Identified, frozen=True):
    name: Line
    words: tuple[Line, ...] = ()
    people: Count | None = None
    is_set_aside: bool = False


class Pin(Identified, frozen=True):
    """One thing on the insight board."""

    kind: PinKind
    text: Text
    under: Line = ""
    """The big word that this lay beneath; empty where it stood alone."""
    people: Count | None = None
    note: Line = ""
    is_set_aside: bool = False


class AddTheme(OnSurvey, frozen=True):
    id_prefix: ClassVar[str] = "theme"
    name: Line
    id: str = ""
    words: tuple[Line, ...] = ()
    people: Count | None = None


class ChangeTheme(OnSurvey, frozen=True):
    theme: str
    name: Line | None = None
    words: tuple[Line, ...] | None = None
    people: Count | None = None


class SetThemeAside(OnSurvey, frozen=True):
    theme: str


class PinInsight(OnSurvey, frozen=True):
    id_prefix: ClassVar[str] = "pin"
    kind: PinKind
    text: Text
    id: str = ""
    under: Line = ""
    people: Count | None = None
    note: Line = ""


class SetPinAside(OnSurvey, frozen=True):
    pin: str


ThemeAction: TypeAlias = AddTheme | ChangeTheme | SetThemeAside
PinAction: TypeAlias = PinInsight | SetPinAside


def themes_after(themes: tuple[Theme, ...], action: ThemeAction) -> tuple[Theme, ...]:
    """The themes after the action. Raises RefusedError."""
    match action:
        case AddTheme():
            name = required(action.name, "name")
            theme = Theme(id=action.id, name=name, words=action.words, people=action.people)
            return add(themes, theme)
        case ChangeTheme():
            found = find(themes, action.theme)
            return put(
                themes,
                revised(found, name=action.name, words=action.words, people=action.people),
            )
        case SetThemeAside():
            return put(themes, changed(find(themes, action.theme), is_set_aside=True))
        case _:
            assert_never(action)


def pins_after(pins: tuple[Pin, ...], action: PinAction) -> tuple[Pin, ...]:
    """The pins after the action. Raises RefusedError."""
    if isinstance(action, SetPinAside):
        return put(pins, changed(find(pins, action.pin), is_set_aside=True))
    pin = Pin(
        id=action.id,
        kind=action.kind,
        text=required(action.text, "text"),
        under=action.under,
        people=action.people,
        note=action.note,
    )
    if any((kept.kind, kept.text) == (pin.kind, pin.text) for kept in board(pins)):
        raise refuse("refused.pinned_already")
    return add(pins, pin)


def board(pins: tuple[Pin, ...]) -> tuple[Pin, ...]:
    """The pins that still stand on the insight board, in the order they were put there."""
    return tuple(pin for pin in pins if not pin.is_set_aside)
