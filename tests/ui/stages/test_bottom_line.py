"""The bottom line of drafting and scoring: at most seven keys, those that matter now."""

from collections.abc import Sequence

import pytest

from tests.ui.sample import opened_in_memory, screen_text
from tests.ui.typing import key_in
from tests.workshops import do_all, people, scores, shortlisted, started_room
from workshop_tui.domain.ballots import Abstain, CastScores
from workshop_tui.domain.dots import OpenDotVote
from workshop_tui.domain.drafting import AddDraft, AddNote, RejectDraft, ShortlistDraft
from workshop_tui.domain.exercises import StartExercise
from workshop_tui.domain.hidden_box import HiddenAction
from workshop_tui.domain.rounds import OpenRound, RevealRound
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.setup import SetRule
from workshop_tui.domain.word_smithing import StartWordSmithing
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.ui.app import WorkshopApp

MOST_KEYS = 7
SIZES = [(80, 24), (120, 40)]
Actions = Sequence[WorkshopAction | HiddenAction]

MANY = tuple(AddDraft(text=f"Draft {number}") for number in range(1, 7))
FEW = MANY[:2]
OPEN = (*people(3), *shortlisted("Make it easy", "We clear the road"), OpenRound())
ONE_CARD = tuple(Abstain(voter="person1", draft=draft) for draft in ("draft1", "draft2"))
REVEALED = (
    *OPEN,
    *(
        CastScores(voter=f"person{voter}", draft=draft, scores=scores())
        for voter in (1, 2, 3)
        for draft in ("draft1", "draft2")
    ),
    SetRule(kind="fist_to_five"),
    RevealRound(round="round1"),
)
DRAFTING: dict[str, tuple[Actions, str]] = {
    "empty": ((), "n x"),
    "few": (FEW, "n ↵ m s x"),
    "many": (MANY, "n ↵ m s ."),
    "rejected": ((*MANY[:3], RejectDraft(draft="draft3", reason="no")), "n b m x"),
    "exercise": ((*MANY, StartExercise(kind="silent_drafts")), "n ↵ m x"),
    "with notes": ((*MANY, StartExercise(kind="good_day")), "n ↵ m o x"),
    "dots": ((*people(2), *MANY, OpenDotVote()), "n ↵ ."),
    "smithing": ((*FEW, StartWordSmithing(draft="draft1")), "n ↵ m s w"),
}
SCORING: dict[str, tuple[Actions, str]] = {
    "nothing yet": ((), ""),
    "shortlist": ((*people(2), FEW[0], ShortlistDraft(draft="draft1")), "o"),
    "open": (OPEN, "↵ x"),
    "cards": ((*OPEN, *ONE_CARD), "↵ b x"),
    "revealed": (REVEALED, "o w c d"),
    "decided": ((*REVEALED, ChooseStatement(draft="draft1", because="so")), "w c d n"),
}
CASES = [("3", *case) for case in DRAFTING.values()] + [("4", *case) for case in SCORING.values()]
NAMES = [f"drafting {name}" for name in DRAFTING] + [f"scoring {name}" for name in SCORING]


async def bottom_line(
    actions: Actions, size: tuple[int, int], language: Language, *keys: str
) -> list[str]:
    room = started_room()
    do_all(room, actions)
    app = WorkshopApp(language=language, opened=opened_in_memory(room), environ={})
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await key_in(pilot, key)
            await pilot.pause()
        line = screen_text(app).splitlines()[-1]
    return [piece.split()[0] for piece in line.strip().split("  ")]


@pytest.mark.parametrize(("stage", "actions", "own"), CASES, ids=NAMES)
async def test_it_names_what_the_room_is_likely_to_want_next(
    stage: str, actions: Actions, own: str
) -> None:
    keys = await bottom_line(actions, (120, 40), "en", stage)

    assert keys == [*own.split(), "g", "?"]
    assert len(keys) <= MOST_KEYS


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("stage", "case"), [("3", "with notes"), ("4", "decided")])
async def test_the_fullest_line_is_whole_in_both_languages(
    stage: str, case: str, language: Language, size: tuple[int, int]
) -> None:
    actions, own = {**DRAFTING, **SCORING}[case]

    keys = await bottom_line(actions, size, language, stage)

    assert keys[: len(own.split())] == own.split()
    assert keys[-1] == "?"


async def test_on_a_note_of_the_board_it_names_what_can_be_done_with_notes() -> None:
    actions: Actions = (*MANY, AddNote(kind="good_day", text="Home by five"))

    keys = await bottom_line(actions, (120, 40), "en", "3", "tab", "tab")

    assert keys == ["n", "d", "o", "x", "g", "?"]
