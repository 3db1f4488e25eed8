"""A whole workshop by keys, in a real terminal: from a survey file to the record, and back again.

Every key goes to the program as it is started from a shell; what is asserted is what stands on the
screen and in the files afterwards.
"""

from functools import partial
from pathlib import Path

from msgspec.structs import replace

from tests.e2e.program import (
    DOWN,
    EMPTY_FIELD,
    END,
    ENTER,
    ESC,
    HOME,
    RIGHT,
    TAB,
    lines,
    pasted,
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
    heads = (
        "Timestamp,What should customers think of when they think of our service?,Function,Email"
    )
    rows = [
        f'2026-10-05 07:{number:02}:00,"{answer}",{ROSTER[number % 8].split(", ")[1]},'
        f"person{number}@example.org"
        for number, answer in enumerate(ANSWERS)
    ]
    path.write_text("\n".join([heads, *rows, ""]), encoding="utf-8")
    return path


def customers_answers(folder: Path) -> Path:
    """What customers answered, one a line."""
    path = folder / "customers.txt"
    said = ("The form was clear", "I had to search for the form", "You drive me up the wall")
    path.write_text("\n".join(said * 4) + "\n", encoding="utf-8")
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
    screen.type("vvv")
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
    screen.type(HOME + DOWN * 2 + "s" + END + "r" + lines("Anybody could say it"))
    screen.see("6 drafts; 2 on the shortlist", "set aside: Anybody could say")


FIRST_BALLOTS = (
    "ana 4444 5545",
    "bud 3444 5554",
    "cit 4334 4455",
    "dew 4444 5555",
    "eko absent",
    "gil 4444 4444",
    "han 4444 5555",
)
SECOND_BALLOTS = (
    "ana 3333 5555",
    "bud 3333 5555",
    "cit 3333 5555",
    "dew 3333 5555",
    "eko absent",
    "fit 3333 4555",
    "gil 3333 5555",
    "han 3333 5545",
)


def score(screen: PtyScreen) -> None:
    screen.type("4o" + ENTER + lines(*FIRST_BALLOTS))
    screen.type(lines("fit 4444 2554 I read it three times", "") + "v")
    screen.see("7 ballots, 1 absent")
    screen.type(END)
    screen.see("“I read it three times”")
    screen.type("o" + ENTER + lines(*SECOND_BALLOTS, "") + "v")
    screen.see("ROUND 2")
    screen.type(END + "w" + lines("1", "1", "1", "1"))
    screen.type("c" + lines("5 5 4 4 4 3 2", "too long for a badge"))
    screen.type("c" + lines("5 5 4 4 4 3 3"))
    screen.type("d" + lines("1", "it says what we take away"))
    screen.type("n" + lines("I miss the word rebate", ""))
    screen.see("Chosen, because: it says what we take away")


def check_gut(screen: PtyScreen) -> None:
    screen.type("5" + RIGHT * 6 + "f" + lines("", "y", "", "Who is this you?"))
    screen.type(ENTER + lines("Do others stumble there?"))
    screen.type("a" + lines("executive", "Ira", "Board", "y"))
    screen.type("r" + lines("Yes! This is it!", "", "", ""))
    screen.type("a" + lines("manager", "Tom", "Maintenance", ""))
    screen.type("r" + lines("It's fine.", "", "", ""))
    screen.type("o" + lines("y", "", "Sounds like somebody else's drive.", "So anyone can drive."))
    screen.type(lines("anyone", ""))
    screen.see("bottom of the ladder", "-you +anyone")
    screen.type("w" + ENTER)
    screen.see("-you +anyone", "read version 2 to 1 person again")
    screen.type("r" + lines("Yes! That is us.", "", "", ""))
    screen.type("a" + lines("front line", "Sari", "Call centre", ""))
    screen.type("r" + lines("I love it, I would put it on my desk.", "", "", ""))
    screen.type("c" + lines("nobody stumbles any more"))
    screen.see("version 2, accepted", "nobody stumbles any more")


def leave_page(screen: PtyScreen) -> None:
    """Esc on its own: with a key behind it, it would be another key."""
    screen.type(ESC)
    screen.see("SUSTAIN")


def sustain(screen: PtyScreen, customers: Path) -> None:
    screen.type("6" + HOME + "a")
    screen.type(lines("", "Every form answered in a day", "Ana", "2031-06-01", "share of forms"))
    screen.type(TAB + "r" + lines("4 3 5"))
    screen.see("More than three months away")
    screen.type("l")
    screen.see("┆ today", "Every form answered", "1 Jun")
    leave_page(screen)
    screen.type(
        TAB + HOME + DOWN + "a" + lines("Call back", "customers hang up", "fewer angry calls")
    )
    screen.type("i" + ENTER + pasted("Gladly\nOnly with a list") + ENTER)
    screen.type(TAB + ENTER + lines("gladly, with a list", "y") + ENTER + lines("half a day") + TAB)
    screen.type(DOWN + "i" + lines(str(customers), ""))
    screen.see("12 customers answered")
    screen.type("v")
    screen.see("never said", "theirs")
    leave_page(screen)
    screen.type("a" + lines("Hard to find", "y", "improve", "the search", "many say so"))
    screen.type(lines("Ana", "2031-01-02"))
    screen.type(DOWN + "a")
    screen.type(lines("3", "Records drop at night", "4", "Budi", "Ira", "Ask for the log"))
    screen.type(lines("2020-01-02", ""))
    screen.type(DOWN + "a" + lines("All of us, not the machine."))
    screen.type(DOWN + "bw")
    screen.see("Written in both languages: roll-out-brief")
    leave_page(screen)
    screen.type(END + ENTER + lines("2031-03-04"))
    screen.see("on 4 Mar")


def test_a_workshop_goes_from_a_survey_file_to_its_record_and_is_all_there_again(
    tmp_path: Path,
) -> None:
    export = survey_export(tmp_path)
    folder = tmp_path / "clean-rides"

    with program("--dir", tmp_path, "new", "Clean rides", "--survey", export) as screen:
        screen.see("whole organisation or one team?")
        plan = partial(sustain, customers=customers_answers(tmp_path))
        for step in (set_up, read_survey, draft, score, check_gut, plan):
            step(screen)
            screen.see("Saved")
        screen.type("e")
        screen.see("The record as it is now")
        screen.type("w")
        screen.see("Written to")
        screen.type("q")
        assert screen.exit_code() == 0
    written = workshop_in(folder)

    with program("--dir", tmp_path, "open", "clean-rides") as screen:
        screen.see("1 thing has come due", "Records drop at night")
        screen.type(ENTER)
        screen.see("Advocate: Ira", "named by 4 employees")
        for keys, texts in STANDS_BEHIND.items():
            screen.type(keys)
            screen.see(*texts)
        take_back_and_do_again(screen)
        screen.type("q")
        assert screen.exit_code() == 0
    found = workshop_in(folder)

    assert_everything_is_in(written)
    assert_record_holds_everything((folder / "record.md").read_text(encoding="utf-8"))
    assert found.sustain.review is None
    assert found == replace(written, sustain=replace(written.sustain, review=None))


STANDS_BEHIND = {
    "1": (
        "Clean Vehicle Rebates, 40 employees",
        "Ira Wibowo",
        "8 writers",
        "fist to five, 3 and up",
        "Hana",
    ),
    "2": ("UNDER  customer", "said by nearly everybody", "under customer, 6 people"),
    "vvv": ("THEMES", "Paper", "Money", "Waiting"),
    "3": ("6 drafts; 2 on the shortlist", "✓  We clear the paper road"),
    "4" + END: ("2 rounds", "Fist to five: 7 hands", "it says what we take away"),
    "5": ("version 2, accepted", "-you +anyone", "3 of 3 very positive"),
    "6": ("on 4 Mar", "1 open", "5 to explain"),
}
"""By keys: what stands there when the workshop is opened again."""


def take_back_and_do_again(screen: PtyScreen) -> None:
    """Undo reaches into the sitting before this one, stage by stage."""
    screen.type("3u")
    screen.see("Taken back")
    screen.type("U")
    screen.see("Done again")
    screen.type("6u")
    screen.see("Taken back", "when do we look again?")


def workshop_in(folder: Path) -> Session:
    return view_room(SessionFolder(folder)).room.session


def assert_everything_is_in(session: Session) -> None:
    setup, survey, scoring = session.setup, session.survey, session.scoring
    gut_check, plan = session.gut_check, session.sustain
    assert [person.name for person in setup.people] == [line.split(",")[0] for line in ROSTER]
    assert setup.rule is not None
    assert (setup.rule.kind, setup.rule.quorum) == ("fist_to_five", 6)
    assert survey.people == len(ANSWERS) - 1
    assert survey.marked_generic == ("form",)
    assert [pin.text for pin in board(survey.pins)] == ["customer", "form"]
    assert [theme.name for theme in current_themes(survey)] == ["Paper", "Money", "Waiting"]
    assert [draft.status for draft in session.drafting.drafts] == [
        *("rejected", "merged", "merged", "shortlisted", "open", "shortlisted"),
    ]
    assert [draft.author for draft in session.drafting.drafts[:5]] == [
        *("person1", "person2", "person3", "person4", ""),
    ]
    assert session.drafting.drafts[5].parents == ("draft2", "draft3")
    assert [round_.is_revealed for round_ in scoring.rounds] == [True, True]
    assert [round_.absent for round_ in scoring.rounds] == [1, 1]
    assert scoring.outcome is not None
    assert scoring.outcome.because == "it says what we take away"
    assert [person.kind for person in gut_check.stakeholders] == [
        "executive",
        "manager",
        "frontline",
    ]
    assert [each.code for each in gut_check.reactions] == ["strong", "faint", "strong", "strong"]
    assert gut_check.feelings[0].nags
    assert (plan.goals[0].owner, plan.goals[0].reach) == ("Ana", (3, 4, 5))
    assert (plan.changes[0].why, plan.obstacles[0].owner) == ("customers hang up", "Budi")
    assert plan.changes[0].responses == ("Gladly", "Only with a list")
    assert (plan.changes[0].is_agreed, plan.changes[0].training) == (True, "half a day")
    assert [each.people for each in plan.customer_answers] == [12]
    assert plan.customer_decisions[0].subject == "the search"
    assert plan.glosses[0].meaning == "All of us, not the machine."


def assert_record_holds_everything(markdown: str) -> None:
    record = markdown.replace("\\", "")
    for held in (
        f"> **{AFTER_SWAP}**",
        "because: it says what we take away",
        "| Paper | form | 8 |",
        "The word “customer”; 10 people; said by nearly everybody",
        "| 6 | We clear the paper road so you can drive clean. | merged from 2, 3 | chosen | – |",
        "### clear",
        "It entered with draft 2, version 1: “",
        "> The process is clear and the check comes",
        "| simple and easily understood | 0 | 1 | 0 | 2 | 4 | 4.3 | 3 |",
        "simple and easily understood: “I read it three times”",
        "| 6 | fist to five | 3 3 4 4 4 5 5 | all at 3 or above: met |",
        "I miss the word rebate",
        "> It's fine.",
        "read as faint praise",
        "- **Word in question:** you",
        "−you− +anyone+",
        "| Every form answered in a day | short | Ana | 1 June 2031 | share of forms | 4.0 |",
        "Change 1: Call back",
        "| Records drop at night",
        "| clear | All of us, not the machine. |",
        "reviewed on 4 March 2031",
    ):
        assert held in record
    for private in ("example.org", "Tom", "Sari"):
        assert private not in record
