"""A small survey on the screen: answers in a folder, read beside the screen, waited for."""

from collections.abc import Sequence
from pathlib import Path

from textual.pilot import Pilot

from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.typing import key_in
from tests.workshops import started_room
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.survey import ImportAnswers, Source
from workshop_tui.language import Language
from workshop_tui.room import Room
from workshop_tui.store.answers import write_answers
from workshop_tui.store.layout import SessionFolder
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.stages.survey.lens import Lens

REBATE: tuple[str, ...] = (
    *["The process is easy for the customer"] * 4,
    "Customers finish the process on their phone",
    "Every customer knows where the rebate process stands",
    "An easy form for each customer",
    "A customer gets the rebate without calling",
    "The rebate is easy to find, not hard",
    "Friendly and fast",
    "Friendly people who know the rebate",
    "Fast answers, friendly voices",
    "Nobody waits for a rebate",
    "The dealer knows the form",
    "The dealer helps with the form",
    "none",
)
"""15 people with something to say: customer 8, process 6, rebate 5, easy 6; one says nothing."""


def imported(folder: Path, answers: Sequence[str], groups: Sequence[str] = ()) -> ImportAnswers:
    """These answers written to the folder, and the action that imports them."""
    rows = zip(answers, groups or [""] * len(answers), strict=True)
    digest = write_answers(SessionFolder(folder), rows)
    return ImportAnswers(
        source=Source(file="staff.csv", sha256="0" * 64, format="csv", rows=len(answers)),
        answers_sha256=digest,
        people=len(answers),
    )


def survey_room(
    folder: Path, answers: Sequence[str] = REBATE, actions: Sequence[WorkshopAction] = ()
) -> Room:
    """A workshop whose answers lie in the folder."""
    return started_room(imported(folder, answers), *actions)


def app_on(room: Room, folder: Path, language: Language = "en") -> WorkshopApp:
    return WorkshopApp(language=language, opened=opened_in_memory(room, folder=folder), environ={})


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the survey has been read and looked through, and nothing is drawn anew."""
    shown = None
    while shown != (now := await _quiet(pilot)):
        shown = now


async def _quiet(pilot: Pilot[None]) -> str:
    """What stands on the screen after all that was under way, and a frame more."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    for lens in pilot.app.query(Lens):
        if lens.display:
            await lens.until_laid_out()
        lens.catch_up()
    await pilot.pause()
    return screen_text(pilot.app)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, then wait for what they made to be read."""
    await key_in(pilot, *keys)
    await settled(pilot)
