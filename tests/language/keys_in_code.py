"""Finds the catalogue keys in the source: written out, begun (`f"area.{name}.label"`) or called."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FILE_ENDINGS = frozenset(
    [
        "csv",
        "gz",
        "html",
        "json",
        "lock",
        "md",
        "mo",
        "ods",
        "po",
        "py",
        "svg",
        "tcss",
        "tmp",
        "toml",
    ]
)
"""`survey.csv` names a file, not a sentence."""

SAYING = frozenset({"of", "refuse", "t", "Message"})
"""Calls whose first argument is a key and whose named arguments are the sentence's values."""


@dataclass(frozen=True)
class Call:
    """A sentence asked for with its values named on the spot."""

    place: str
    key: str
    values: frozenset[str]


@dataclass
class KeysInCode:
    """keys: every key written out, with its place; families: patterns of keys put together."""

    keys: list[tuple[str, str]] = field(default_factory=list)
    families: list[tuple[re.Pattern[str], str]] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)


def keys_in_code(package: Path, areas: set[str]) -> KeysInCode:
    """The keys in all Python and TOML files under `package`; areas: names of the catalogues."""
    found = KeysInCode()
    begins = "|".join(sorted(areas, key=len, reverse=True))
    key = re.compile(rf"(?:{begins})(?:\.[A-Za-z0-9_]+)+")
    begun = re.compile(rf"(?:{begins})\..*")
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        place = str(path.relative_to(package.parent))
        _Finder(found, place, key, begun).visit(tree)
    for path in sorted(package.rglob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        place = str(path.relative_to(package.parent))
        found.keys += [(text, place) for text in _texts(data) if _is_key(text, key)]
    return found


class _Finder(ast.NodeVisitor):
    def __init__(
        self, found: KeysInCode, place: str, key: re.Pattern[str], begun: re.Pattern[str]
    ) -> None:
        self._found = found
        self._file = place
        self._key = key
        self._begun = begun

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring says nothing to the user
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and _is_key(node.value, self._key):
            self._found.keys.append((node.value, self._place(node)))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pieces = [
            re.escape(piece.value)
            if isinstance(piece, ast.Constant) and isinstance(piece.value, str)
            else "[A-Za-z0-9_.]+"
            for piece in node.values
        ]
        first = node.values[0] if node.values else None
        if (
            isinstance(first, ast.Constant)
            and isinstance(first.value, str)
            and self._begun.fullmatch(first.value)
            and " " not in first.value
        ):
            self._found.families.append((re.compile("".join(pieces)), self._place(node)))
        for piece in node.values:
            if isinstance(piece, ast.FormattedValue):
                self.visit(piece.value)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = (
            node.func.attr
            if isinstance(node.func, ast.Attribute)
            else getattr(node.func, "id", None)
        )
        first = node.args[0] if node.args else None
        if name not in SAYING or not (
            isinstance(first, ast.Constant) and isinstance(first.value, str)
        ):
            return
        if "." not in first.value:
            return
        if not _is_key(first.value, self._key):
            self._found.keys.append((first.value, self._place(node)))
        values = {keyword.arg for keyword in node.keywords if keyword.arg}
        spread = any(keyword.arg is None for keyword in node.keywords)
        counted = "count" in values or len(node.args) > 1
        if not spread and name != "Message":
            filled = frozenset((values - {"count"}) | ({"n"} if counted else set()))
            self._found.calls.append(Call(self._place(node), first.value, filled))

    def _place(self, node: ast.expr) -> str:
        return f"{self._file}:{node.lineno}"


def _is_key(text: str, key: re.Pattern[str]) -> bool:
    return bool(key.fullmatch(text)) and text.rpartition(".")[2] not in FILE_ENDINGS


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
