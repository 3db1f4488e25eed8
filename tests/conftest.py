"""What all tests share: fresh catalogues, and a home that is not the user's own."""

import os
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import settings

from hatch_build import LOCALE, WORD_LISTS, compile_catalogues, compile_dictionaries

EXAMPLES: Final = 50
"""Of each law in one run; other examples in every run, so that many runs see many."""

settings.register_profile("fast", deadline=None, max_examples=EXAMPLES)
settings.load_profile("fast")


def pytest_configure() -> None:
    """Compile what was edited, so that a test never reads yesterday's sentence."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        compile_catalogues(LOCALE)
        compile_dictionaries(WORD_LISTS)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name what is no short text by its argument: bytes may hold the hour, and ids must not differ.

    Both workers have to collect the same ids, and a report with a 20,000-character id is no report.
    """
    if isinstance(val, bytes) or (isinstance(val, str) and len(val) > 80):
        return argname
    return None


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing of whoever runs the tests is read or written: config, data, state, language."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable, folder in (
            ("HOME", home),
            ("XDG_CACHE_HOME", home / "cache"),
            ("XDG_CONFIG_HOME", home / "config"),
            ("XDG_DATA_HOME", home / "data"),
            ("XDG_STATE_HOME", home / "state"),
        ):
            patch.setenv(variable, str(folder))
        for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "WORKSHOP_TUI_SESSIONS", "NO_COLOR"):
            patch.delenv(variable, raising=False)
        patch.setenv("LANG", "C.UTF-8")
        yield
