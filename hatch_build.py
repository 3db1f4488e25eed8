"""Builds the package: what is read at run time in another form than it is kept in.

The catalogues of both languages become what gettext reads, and simplemma's dictionaries tables of
lemmas. Hatchling calls this for a wheel and for an editable install. Run by hand after a change of
a sentence: `python hatch_build.py`. Tests and the Makefile do the same.
"""

import os
import sys
import tempfile
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from simplemma.strategies import DefaultDictionaryFactory

HERE = Path(__file__).parent
# Hatchling runs this file from wherever it likes, before the package is installed.
sys.path.insert(0, str(HERE))
from workshop_tui.text.lemma_table import heading_of, table_of  # noqa: E402 - see above

LOCALE = HERE / "workshop_tui" / "locale"
WORD_LISTS = HERE / "workshop_tui" / "text" / "data"
LANGUAGES = ("en", "id")


class CompilingBuildHook(BuildHookInterface):  # type: ignore[type-arg] # hatchling's own hooks are written so
    """Compiles catalogues and dictionaries before files are collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Called by hatchling before each build."""
        compile_catalogues(LOCALE)
        compile_dictionaries(WORD_LISTS)


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


def compile_dictionaries(folder: Path) -> list[Path]:
    """Write `<language>.lemmas` into the folder, and simplemma's licence; the paths that changed.

    Tables of the same version of simplemma stay: making one takes a second.
    """
    simplemma = distribution("simplemma")
    source = f"simplemma {simplemma.version}"
    heading = heading_of(source)
    factory = DefaultDictionaryFactory()
    changed = []
    for language in LANGUAGES:
        target = folder / f"{language}.lemmas"
        if not target.exists() or not target.read_bytes().startswith(heading):
            _replace(target, table_of(factory.get_dictionary(language), source))
            changed.append(target)
    if changed:
        licence = simplemma.read_text("licenses/LICENSE") or simplemma.metadata["License"]
        _replace(folder / "lemmas-LICENSE.txt", licence.encode())
    return changed


def _replace(target: Path, content: bytes) -> None:
    # By a rename, because tests that run in parallel compile and read at the same time.
    handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(temporary).chmod(0o644)
    Path(temporary).replace(target)


if __name__ == "__main__":
    compile_dictionaries(WORD_LISTS)
    try:
        compile_catalogues(LOCALE)
    except ValueError as error:
        sys.exit(str(error))
