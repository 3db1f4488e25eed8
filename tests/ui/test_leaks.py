"""What is private is on no projector, in no preview and in no clipboard."""

import pytest

from tests.large_letters import read_aloud
from tests.record.test_privacy import session_with_secrets
from tests.ui.sample import opened_in_memory, screen_text
from tests.workshops import room_from
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.ui.app import WorkshopApp


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_projector_shows_nothing_private_on_any_page(language: Language) -> None:
    opened = opened_in_memory(room_from((), session_with_secrets()))
    app = WorkshopApp(language=language, opened=opened, environ={})
    shown = {}

    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("p")
        for key in "123456ge":
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
            shown[key] = read_aloud(screen_text(app))

    assert [key for key, text in shown.items() if "undisclosed" in text] == []
    assert len(set(shown.values())) > 5


async def test_the_clipboard_gets_nothing_private_from_the_record(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "there")
    opened = opened_in_memory(room_from((), session_with_secrets()))
    app = WorkshopApp(language="en", opened=opened, environ={})

    async with app.run_test() as pilot:
        await pilot.press("e")
        await app.workers.wait_for_complete()
        await pilot.press("y")
        whole = app.clipboard
        await pilot.press("c")

    assert whole.startswith("# Record of")
    assert "undisclosed" not in whole + app.clipboard
