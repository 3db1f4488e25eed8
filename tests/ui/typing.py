"""Typing long texts in one go: a key costs a pilot 50 ms, a paste of any length costs one key."""

from textual import events
from textual.pilot import Pilot


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Paste this text where the cursor is."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def fill_in(pilot: Pilot[None], *answers: str) -> None:
    """Answer the questions of the open form one after the other; "" is Enter alone."""
    for answer in answers:
        if answer:
            await type_in(pilot, answer)
        await pilot.press("enter")
