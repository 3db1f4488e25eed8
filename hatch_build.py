"""Builds the package: compiles the catalogues of both languages to what gettext reads.

Hatchling calls this for a wheel and for an editable install. Run by hand after a change of a
sentence: `python hatch_build.py`. Tests and the Makefile do the same.
"""

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path(__file__).parent / "workshop_tui" / "locale"


class CatalogueBuildHook(BuildHookInterface):  # type: ignore[type-arg] # hatchling's own hooks are written so
    """Compiles the catalogues before files are collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Called by hatchling before each build."""
        compile_catalogues(LOCALE)


def compile_catalogues(locale: Path) -> list[Path]:
    """Write a .mo file beside every .po file under `locale`; the paths that changed.

    Raises ValueError with file and line when a .po file cannot be read.
    """
    changed = []
    for source in sorted(locale.glob("*/*.po")):
        target = source.with_suffix(".mo")
        compiled = _compiled(source)
        if not target.exists() or target.read_bytes() != compiled:
            _replace(target, compiled)
            changed.append(target)
    return changed


def _compiled(source: Path) -> bytes:
    try:
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.name, abort_invalid=True)
    except PoFileError as error:
        message = f"{source}: line {error.lineno}: {error}"
        raise ValueError(message) from error
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def _replace(target: Path, content: bytes) -> None:
    # By a rename, because tests that run in parallel compile and read at the same time.
    handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(temporary).chmod(0o644)
    Path(temporary).replace(target)


if __name__ == "__main__":
    try:
        compile_catalogues(LOCALE)
    except ValueError as error:
        sys.exit(str(error))
