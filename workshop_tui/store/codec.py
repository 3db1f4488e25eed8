"""Values to TOML and back, through plain dicts; no codec of our own, no word on what is wrong.

`problems` puts into words what `convert` refuses, `toml_text` what is no TOML at all. TOML has no
None: every field of the domain that may be None has None as its default, and defaults are left out.
"""

import datetime as dt
from typing import Any, TypeVar

import msgspec
import tomli_w

from workshop_tui.domain.values import Value

PlainTable = dict[str, Any]
"""str, int, float, bool, date, aware datetime, list and dict, as TOML knows them; never None."""
_NATIVE = (dt.datetime, dt.date)
AnyValue = TypeVar("AnyValue", bound=Value)


def to_plain(value: Value) -> PlainTable:
    """The value as a plain table, fields in their order; what is at its default is left out."""
    plain: PlainTable = msgspec.to_builtins(value, builtin_types=_NATIVE)
    _drop_empty_tables(plain)
    return plain


def from_plain(plain: object, kind: type[AnyValue]) -> AnyValue:
    """The value of a plain table. Raises msgspec.ValidationError, whose text names the path."""
    return msgspec.convert(plain, kind, strict=True)


def dumps(plain: PlainTable) -> bytes:
    """The table as TOML text in UTF-8."""
    return tomli_w.dumps(plain).encode()


def _drop_empty_tables(plain: PlainTable) -> None:
    """A part with nothing but defaults is its parent's default; msgspec leaves its table there."""
    empty = []
    for key, content in plain.items():
        if isinstance(content, dict):
            _drop_empty_tables(content)
            if not content:
                empty.append(key)
        elif isinstance(content, list | tuple) and content and isinstance(content[0], dict):
            for each in content:
                _drop_empty_tables(each)
    for key in empty:
        del plain[key]
