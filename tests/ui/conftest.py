"""What all tests on a screen share: nothing gives up waiting because the machine is busy."""

from typing import Final

import pytest

from workshop_tui.ui.importing import import_page
from workshop_tui.ui.stages.survey import lens, view

AS_LONG_AS_IT_TAKES: Final = 60.0
"""Seconds: more than the slowest machine needs, so that what a test sees never hangs on it."""


@pytest.fixture(autouse=True)
def _patient_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key typed ahead waits for its reading, its layout or its file however slow they are."""
    monkeypatch.setattr(view, "PATIENCE", AS_LONG_AS_IT_TAKES)
    monkeypatch.setattr(lens, "LAYOUT_PATIENCE", AS_LONG_AS_IT_TAKES)
    monkeypatch.setattr(import_page, "PATIENCE", AS_LONG_AS_IT_TAKES)
