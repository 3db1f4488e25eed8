"""The config file: language, theme, keys. What is wrong in it is said in one line and passed over.

language = "id"            # en or id
theme = "light"            # dark, light or high-contrast
[keys]
add_draft = "n"            # a key, or a list of keys
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
import tomli

from workshop_tui.domain.message import Message
from workshop_tui.language import LANGUAGES
from workshop_tui.ui.commands.table import Keymap

THEMES: Final = ("dark", "light", "high-contrast")
KNOWN: Final = frozenset({"language", "theme", "keys"})


class Config(msgspec.Struct, frozen=True):
    """What the user set. language: None where the file does not say."""

    language: str | None = None
    theme: str = THEMES[0]
    keymap: Keymap = msgspec.field(default_factory=Keymap)
    faults: tuple[Message, ...] = ()
    """What was passed over, and why."""


def read_config(path: Path) -> Config:
    """The file's settings; the defaults where there is no file or it cannot be read."""
    try:
        data = tomli.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError, RecursionError) as error:
        fault = Message.of("config.unreadable", path=str(path), why=str(error))
        return Config(faults=(fault,))
    return config_of(data)


def config_of(data: Mapping[str, object]) -> Config:
    """The settings in the data of a config file."""
    faults = [Message.of("config.unknown_name", name=name) for name in data if name not in KNOWN]
    language = _one_of(data, "language", LANGUAGES, faults)
    theme = _one_of(data, "theme", THEMES, faults)
    keys = data.get("keys", {})
    if not isinstance(keys, dict):
        faults.append(Message.of("config.keys_is_no_table"))
        keys = {}
    keymap, key_faults = Keymap.with_changes(keys)
    return Config(language, theme or THEMES[0], keymap, (*faults, *key_faults))


def _one_of(
    data: Mapping[str, object], name: str, allowed: tuple[str, ...], faults: list[Message]
) -> str | None:
    wanted = data.get(name)
    if wanted is None or wanted in allowed:
        return str(wanted) if wanted else None
    faults.append(
        Message.of("config.not_allowed", name=name, value=str(wanted), allowed=", ".join(allowed))
    )
    return None
