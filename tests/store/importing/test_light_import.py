"""Loading the importer loads nothing that only a survey needs."""

import subprocess
import sys

import pytest

HEAVY = {"csv", "subprocess", "tomllib", "tomli", "python_calamine", "hashlib", "zipfile", "json"}


def loaded_by(module: str) -> set[str]:
    program = (
        f"import sys; before = {{*sys.modules}}; import {module}; print(*{{*sys.modules}} - before)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_importing_the_package_loads_no_reader() -> None:
    loaded = loaded_by("workshop_tui.store.importing")

    assert "workshop_tui.store.importing.survey" in loaded
    assert HEAVY & loaded == set()


@pytest.mark.parametrize("module", ["workbook", "workbook_archive", "delimited"])
def test_calamine_is_never_loaded_into_the_program(module: str) -> None:
    loaded = loaded_by(f"workshop_tui.store.importing.{module}")

    assert "python_calamine" not in loaded
