"""A whole workshop by keys, in a real terminal: from a survey file to the record, and back again.

Every key goes to the program as it is started from a shell; what is asserted is what stands on the
screen and in the files afterwards.
"""

from collections.abc import Callable
from pathlib import Path

from tests.e2e.program import (
    DOWN,
    EMPTY_FIELD,
    END,
    ENTER,
    HOME,
    RIGHT,
    TAB,
    lines,
    program,
)
from tests.pty_screen import PtyScreen
from workshop_tui.domain.session import Session
from workshop_tui.domain.survey import board, current_themes
from workshop_tui.room_on_disk import view_room
from workshop_tui.store.layout import SessionFolder

ANSWERS = (
    *("Customers get the rebate without a second form",) * 3,
    "The customer process is easy from the first form to the check",
    "Every customer knows where the rebate stands",
    "An easy process for the customer and a quick rebate",
    "A dealer who knows the form so the customer need not",
    "The rebate check comes when we said it would come",
    "Friendly people who answer when the customer calls",
    "Friendly, fast, easy",
    "The form is easy to read on a phone",
    "A customer never waits for a callback",
    "Nobody loses a form and nobody waits",
    "Dealers help the customer with the form",
    "Fast answers about the rebate",
    "The process is clear and the check comes",
    "n/a",
)
ROSTER = (
    "Ana, Application processing",
    "Budi, Call centre",
    "Citra, Dealer support",
    "Dewi, Records and mail",
    "Eko, Audit",
    "Fitri, Finance",
    "Gilang, IT",
    "Hana, Field office",
)
CHOSEN = "We clear the paper road so you can drive clean."
AFTER_SWAP = "We clear the paper road so anyone can drive clean."


def survey_export(folder: Path) -> Path:
    """A survey as a tool exports it: a time, the answer, a function, and a column of addresses."""
    path = folder / "export.csv"
    heads = "Timestamp,What should customers think of when they think of our service?,Function,Email"
    rows = [
        f'2026-10-05 07:{number:02}:00,"{answer}",{ROSTER[number % 8].split(", ")[1]},'
        f"person{number}@example.org"
        for number, answer in enumerate(ANSWERS)
    ]
    path.write_text("\n".join([heads, *rows, ""]), encoding="utf-8")
    return path


def set_up(screen: PtyScreen) -> None:
    screen.type("1" + HOME + ENTER + lines("", "Clean Vehicle Rebates", "40"))
    screen.type(DOWN + ENTER + lines("Ira Wibowo", "Director", "", "y"))
    screen.type(DOWN + ENTER + lines(*ROSTER, ""))
    screen.type(DOWN + ENTER + lines("", "", "6"))
    screen.see("8 of 8 present", "Clean Vehicle Rebates", "Ira Wibowo", "fist to five", "Hana")


def read_survey(screen: PtyScreen) -> None:
    screen.type("2")
    screen.see("UNDER  customer")
    screen.type("n" + lines("said by nearly everybody") + TAB + " " + TAB)
    screen.type(HOME + DOWN + "x")
    screen.type(HOME)
    for words, name in ((" form", "Paper"), (" rebate", "Money"), (" waits", "Waiting")):
        screen.type("T" + EMPTY_FIELD + lines(words.strip(), name))
    screen.type("vv")
    screen.see("THEMES", "Paper", "Money", "Waiting")


def draft(screen: PtyScreen) -> None:
    screen.type("3n")
    screen.type(
        lines(
            "ana: World-class service for everybody",
            "bud: We clear the paper road.",
            "cit: You drive clean and we do the rest.",
            "dew: One form and done.",
            "Every rebate on its day.",
            "",
        )
    )
    screen.see("5 drafts")
    screen.type(ENTER + EMPTY_FIELD + lines("Every rebate check on its day.", "it is the check"))
    screen.type("m" + EMPTY_FIELD + lines("2 3", EMPTY_FIELD + CHOSEN) + "s")
    screen.type(END + "r" + lines("Anybody could say it"))
    screen.see("6 drafts", "Anybody could say it", "merged")


def shortlist_second(screen: PtyScreen) -> None:
    screen.type(HOME + "s")


def test_print(tmp_path: Path) -> None:
    with program("new", "Clean rides", "--survey", survey_export(tmp_path), "--dir", tmp_path) as screen:
        screen.see("Clean rides")
        for step in (set_up, read_survey, draft):
            step(screen)
            screen.settle()
            print(step.__name__)
            print(screen.text())
        assert False
