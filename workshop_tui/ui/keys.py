"""The names of keys: as the table and the config file write them, and as people read them.

A printable key is its character (`n`, `U`, `[`, `?`), any other its name (`enter`, `ctrl+p`).
No Textual here, so that the README's table can be made without it.
"""

from typing import Final

_LONG_NAMES: Final = {
    "escape": "esc",
    "space": "space",
    "return": "enter",
    "page_up": "pageup",
    "page_down": "pagedown",
    "del": "delete",
    "question_mark": "?",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}
_SIGNS: Final = {
    "enter": "↵",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "esc": "Esc",
    "f1": "F1",
}
_NAMED: Final = frozenset(
    {"enter", "esc", "space", "tab", "backspace", "delete", "insert", "home", "end"}
    | {"up", "down", "left", "right", "pageup", "pagedown"}
    | {f"f{number}" for number in range(1, 13)}
)
_MODIFIERS: Final = frozenset({"ctrl", "alt", "shift"})


def key_name(key: str, character: str | None) -> str:
    """The name of a pressed key; key and character as Textual's Key event has them."""
    if character and character.isprintable() and character != " ":
        return character
    return _LONG_NAMES.get(key, key)


def read_key(text: str) -> str | None:
    """A key as a person writes it in the config file, in its one spelling; None: no such key."""
    written = text.strip()
    if len(written) == 1 and written.isprintable():
        return written
    *modifiers, last = written.lower().replace(" ", "").split("+") if written else [""]
    last = _LONG_NAMES.get(last, last)
    if not set(modifiers) <= _MODIFIERS or not (
        last in _NAMED or (modifiers and len(last) == 1 and last.isprintable())
    ):
        return None
    return "+".join([*modifiers, last])


def shown_key(key: str) -> str:
    """A key as the screen and the README show it: `↵`, `n`, `Ctrl+P`."""
    if key in _SIGNS:
        return _SIGNS[key]
    modifiers, _, last = key.rpartition("+")
    if modifiers:
        return f"{modifiers.capitalize()}+{last.upper()}"
    return key
