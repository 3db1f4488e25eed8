"""What is private is on no projector, in no preview and in no clipboard."""

from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from string import ascii_lowercase

import pytest

from tests.large_letters import read_aloud
from tests.record.test_privacy import session_with_secrets
from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.survey_sample import app_on, imported, press, settled
from tests.workshops import room_from
from workshop_tui.domain.agreement import AgreementCheck
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import STAGES, changed
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.store.on_screen import AGREEMENT, ROUNDS, OnScreen
from workshop_tui.text.reading import read_survey
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.projector.shown import Shown
from workshop_tui.ui.projector.slide import slide_lines
from workshop_tui.ui.projector.slides import slide_of

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
VIEWS = ("", "cloud", "memory", ROUNDS, AGREEMENT)
SELECTED = ("", "draft1", "rebate", "undisclosedaa", "person1", "stakeholder1", "reaction1")
"""All that a facilitator's screen could be turned to, and what a foreign file might say it is."""


def answers_with_secrets(people: int) -> tuple[str, ...]:
    """What everybody wrote alike, and a word, an address and a number of each that nobody else
    wrote."""
    marks = ("".join(letters) for letters in product(ascii_lowercase, repeat=2))
    return tuple(
        f"The rebate process is easy undisclosed{mark}, ask undisclosed{mark}@undisclosed{mark}.org"
        for _, mark in zip(range(people), marks, strict=False)
    )


def workshop_with_secrets(language: Language = "en") -> Session:
    """With what the record tells and a room is not shown, too: reasons and who wrote a draft."""
    session = session_with_secrets()
    check = AgreementCheck(
        id="check1",
        draft="draft1",
        kind="fist_to_five",
        values=(2, 4, 5),
        reasons=("undisclosed reason of a hand",),
    )
    return changed(session, language=language, scoring=changed(session.scoring, checks=(check,)))


def all_revealed(session: Session) -> Session:
    """The same before the second round was opened."""
    return changed(session, scoring=changed(session.scoring, rounds=session.scoring.rounds[:1]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("people", [0, 7, 12, 60])
def test_nothing_private_is_on_a_slide_whatever_the_facilitator_turns_to(
    people: int, language: Language
) -> None:
    reading = read_survey(answers_with_secrets(people)) if people else None
    session = workshop_with_secrets(language)
    slides = {}

    for stage, view, selected in product(STAGES, VIEWS, SELECTED):
        on_screen = OnScreen(stage=stage, view=view, selected=selected, waiting=1)
        for each in (session, all_revealed(session)):
            slide = slide_of(Shown(each, on_screen, reading), NOW)
            for size in ((80, 24), (200, 50)):
                text = read_aloud("\n".join(line.plain for line in slide_lines(slide, *size)))
                slides[stage, view, selected, len(each.scoring.rounds), size] = text

    private = ("undisclosed", "Writer", "Too long", "Fine.", "Too bold")
    # A word in capitals of the cloud has a space between its letters.
    texts = {at: text + text.replace(" ", "").casefold() for at, text in slides.items()}
    assert [at for at, text in texts.items() if any(each in text for each in private)] == []
    assert any("rebate" in text for text in texts.values()) == (people >= 12)
    assert any("Wehelp." in text.replace(" ", "") for text in texts.values())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_view_of_the_survey_shows_the_projector_what_one_person_wrote(
    language: Language, tmp_path: Path
) -> None:
    session = workshop_with_secrets(language)
    room = room_from((), session)
    room.do(imported(tmp_path, answers_with_secrets(60)))
    app = app_on(room, tmp_path, language)
    shown = []

    async with app.run_test(size=(200, 60)) as pilot:
        await settled(pilot)
        await press(pilot, "2", "p")
        for key in ("down", "enter", *["v"] * 8):
            await press(pilot, key)
            shown.append(read_aloud(screen_text(app)))

    assert [text for text in shown if "undisclosed" in text] == []
    assert any("rebate" in text for text in shown)


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
