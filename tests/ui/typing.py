"""Typing in one go: a key costs a pilot 50 ms, a paste of any length costs one key.

`key_in` costs none of it, for tests that press very many keys.
"""

from textual import events
from textual.pilot import Pilot


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Paste this text where the cursor is."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def key_in(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait until they are done: one is, before the app looks at the next.

    A pilot waits after each until the whole process idles, which takes long on a busy machine.
    """
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await pilot.pause(0)


async def fill_in(pilot: Pilot[None], *answers: str) -> None:
    """Answer the questions of the open form one after the other; "" is Enter alone."""
    for answer in answers:
        if answer:
            await type_in(pilot, answer)
        await pilot.press("enter")
