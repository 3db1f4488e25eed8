"""Ten people write and decide, by keys in a real terminal; the record is read line by line.

Two exercises, fourteen drafts, three merges, two rounds, one person absent and one late. The survey
and what follows the decision are walked in `test_workshop_from_survey_to_record`.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from tests.e2e.program import DOWN, EMPTY_FIELD, END, ENTER, HOME, TAB, lines, program
from tests.pty_screen import PtyScreen
from workshop_tui.room_on_disk import view_room
from workshop_tui.store.layout import SessionFolder

ROSTER = (
    "Ana, Application processing",
    "Budi, Call centre",
    "Citra, Dealer support",
    "Dewi, Records and mail",
    "Eko, Audit",
    "Fitri, Finance",
    "Gilang, IT",
    "Hana, Field office",
    "Indra, Legal",
    "Joko, Training",
)
LETTERS = (
    "ana: You told us where the rebate stood before we asked.",
    "bud: We were home before the ink was dry.",
    "cit: Nobody sent us away for a second form.",
    "dew: You kept your day and we kept ours.",
    "fit: It was done before we began to worry.",
)
SILENT = (
    "gil: One form and done.",
    "han: We clear the paper road.",
    "ind: You drive clean and we do the rest.",
    "ana: Every rebate on its day.",
    "bud: Clean cars without the paper.",
    "cit: The paper is ours.",
)
"""Five and six drafts are written; merging three times makes it fourteen."""
MERGED = (
    ("7 8", "We clear the paper road so you can drive clean."),
    ("9 4", "Every rebate on the day we promised."),
    ("10 11", "The paper is ours, the road is yours."),
)
FIRST_MERGE, CHOSEN = 12, 12
WHEN = re.compile(r"\d{1,2} \w+ \d{4}, \d\d:\d\d")
CRITERIA = (
    "simple and easily understood",
    "customer focused",
    "who we are now",
    "who we aspire to be",
)
HEADING = "| Criterion | 1 (no) | 2 (no) | 3 (not really) | 4 (yes) | 5 (yes) | Mean | Spread |"
RULER = "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
FIRST_CARDS = (
    "ana 4455 3444 4444",
    "bud 5445 3434 4345",
    "cit 4444 4424 5444 they promise what dealers keep",
    "dew 5554 3334 4444",
    "eko absent",
    "fit 4455 2433 4344 which day is meant",
    "gil - 4434 4444",
    "han 4445 3324 5445 not ours to promise",
    "ind 5144 3434 4444 it is about the road",
)
LATE_CARD = "jok 4455 3434 4444"
SECOND_CARDS = (
    "ana 5555 3434 4444",
    "bud 5455 3434 4444",
    "cit 4455 3434 4444",
    "dew 5555 3434 4444",
    "eko absent",
    "fit 5455 3434 4444",
    "gil 5455 3434 4444",
    "han 4455 3434 4444",
    "ind 4355 3434 4444",
    "jok 5555 3434 4444",
)


def set_up(screen: PtyScreen) -> None:
    screen.type("1" + HOME + ENTER + lines("", "Clean Vehicle Rebates", "40"))
    screen.type(DOWN * 2 + ENTER + lines(*ROSTER, ""))
    screen.type(DOWN + ENTER + lines("", "", "8"))
    screen.see("fist to five, 3 and up", "quorum 8", "10 writers")


def write(screen: PtyScreen) -> None:
    """Eleven drafts in two exercises, three merges, three on the shortlist."""
    screen.type("3x" + lines("thank"))
    screen.type("n" + lines(*LETTERS, ""))
    screen.type("x" + lines("silent"))
    screen.type("n" + lines(*SILENT, ""))
    screen.see("11 drafts")
    for numbers, text in MERGED:
        screen.type("m" + EMPTY_FIELD + lines(numbers, EMPTY_FIELD + text) + "s")
    screen.see("14 drafts; 3 on the shortlist")


def joko_is_not_here_yet(screen: PtyScreen) -> None:
    """Whoever is away when the round is opened is not waited for."""
    screen.type("1" + HOME + DOWN * 2 + TAB + END + "x" + TAB)
    screen.see("9 of 10 present")


def first_round(screen: PtyScreen) -> None:
    screen.type("4o" + ENTER + lines(*FIRST_CARDS, ""))
    waiting = screen.see("All cards are in. v reveals them.")
    assert "4455" not in waiting
    screen.type("l" + lines("jok") + ENTER + lines(LATE_CARD, ""))
    screen.see("✓ Joko", "All cards are in.")
    screen.type("v")
    screen.see("8 ballots, 1 abstained, 1 absent.", "talk first")


def second_round(screen: PtyScreen) -> None:
    screen.type("o" + ENTER + lines(*SECOND_CARDS, "") + "v")
    screen.see("ROUND 2", "9 ballots, 1 absent.")
    screen.type(HOME + "r")
    screen.see("round 1, version 1", "round 2, version 1", "without names")
    screen.type("r")


def decide(screen: PtyScreen) -> None:
    screen.type("w" + lines("1", "1", "1", "1"))
    screen.type("c" + lines("5 5 4 4 4 3 3 2 5", "the road sounds like a slogan"))
    screen.see("1 hand below 3 has the floor")
    screen.type("c" + lines("5 5 4 4 4 3 3 3 5"))
    screen.see("all hands are at 3 or above")
    screen.type("d" + lines("1", "it says what we take away"))
    screen.type("n" + lines("I miss the word rebate", "ind"))
    screen.see("Chosen, because: it says what we take away", "Indra: I miss the word rebate")


def record_of(screen: PtyScreen, folder: Path) -> list[str]:
    screen.type("e")
    screen.see("Status")
    screen.type("w")
    screen.see("Written to")
    screen.type("q")
    assert screen.exit_code() == 0
    markdown = (folder / "record.md").read_text(encoding="utf-8")
    return [line.replace("\\", "") for line in markdown.splitlines()]


def drafting_expected() -> list[str]:
    """What the room did, every draft and every merge, from what was typed."""
    return [
        "## Drafts considered",
        "### What the room did",
        "| Exercise | Begun | Minutes | Notes | Drafts |",
        "| --- | --- | ---: | ---: | ---: |",
        f"| Thank-you letter | when | 1 | 0 | {len(LETTERS)} |",
        f"| Silent drafts | when | not ended | 0 | {len(SILENT)} |",
        "### All drafts",
        "| No. | Statement | Origin | Result | Reason |",
        "| ---: | --- | --- | --- | --- |",
        *drafts_expected(),
        "### Merged drafts",
        *(
            f"- Draft {FIRST_MERGE + place} was made from drafts {numbers.replace(' ', ', ')}"
            for place, (numbers, _) in enumerate(MERGED)
        ),
    ]


def drafts_expected() -> list[str]:
    """The table of all drafts, from what was typed."""
    merged = {int(number) for numbers, _ in MERGED for number in numbers.split()}
    typed = [(line, "thank-you letter") for line in LETTERS]
    typed += [(line, "silent drafts") for line in SILENT]
    rows = [
        f"| {number} | {line.partition(': ')[2]} | {origin} | "
        f"{'merged' if number in merged else 'not taken further'} | – |"
        for number, (line, origin) in enumerate(typed, 1)
    ]
    for number, (numbers, text) in enumerate(MERGED, len(typed) + 1):
        fate = "chosen" if number == CHOSEN else "shortlisted"
        parents = numbers.replace(" ", ", ")
        rows.append(f"| {number} | {text} | merged from {parents} | {fate} | – |")
    return rows


def scores_typed(cards: Sequence[str], place: int) -> list[str]:
    """What each card says of the draft at this place: four digits or a dash."""
    return [card.split()[1 + place] for card in cards if not card.endswith("absent")]


def of_criterion(cards: Sequence[str], place: int, criterion: int) -> list[int]:
    return [int(each[criterion]) for each in scores_typed(cards, place) if each != "-"]


def round_expected(number: int, cards: Sequence[str], reasons: dict[int, list[str]]) -> list[str]:
    """The lines of one round, counted from the cards as they were typed."""
    said = [f"### Round {number}", "10 people could vote.", "1 of them was absent."]
    for place, (_, text) in enumerate(MERGED):
        typed = scores_typed(cards, place)
        scored = sum(each != "-" for each in typed)
        said += [f"Draft {FIRST_MERGE + place}, version 1: “{text}”", f"{scored} people scored it."]
        said += ["1 person abstained."] if scored < len(typed) else []
        said += [HEADING, RULER]
        for index, criterion in enumerate(CRITERIA):
            scores = of_criterion(cards, place, index)
            counts = " | ".join(str(scores.count(score)) for score in range(1, 6))
            spread = max(scores) - min(scores)
            said.append(f"| {criterion} | {counts} | {sum(scores) / len(scores):.1f} | {spread} |")
        if place in reasons:
            said += ["Reasons given with a score of 1 or 2:", *reasons[place]]
    return said


def compared_expected() -> list[str]:
    """The rounds side by side, from the cards of both."""
    rows = []
    for place in range(len(MERGED)):
        for index, criterion in enumerate(CRITERIA):
            cells = []
            for cards in ((*FIRST_CARDS, LATE_CARD), SECOND_CARDS):
                scores = of_criterion(cards, place, index)
                spread = max(scores) - min(scores)
                cells.append(f"mean {sum(scores) / len(scores):.1f}, spread {spread}")
            rows.append(f"| {FIRST_MERGE + place} | {criterion} | {' | '.join(cells)} |")
    return [
        "### Rounds compared",
        "| Draft | Criterion | Round 1 | Round 2 |",
        "| ---: | --- | --- | --- |",
        *rows,
    ]


JUDGED = (
    "### Verdicts of the group",
    "| Draft | Criterion | Verdict | Reason |",
    "| ---: | --- | --- | --- |",
    *(f"| {CHOSEN} | {criterion} | Yes | – |" for criterion in CRITERIA),
    "### Check of agreement",
    "| Draft | Method | Hands, lowest first | Decision rule |",
    "| ---: | --- | --- | --- |",
    f"| {CHOSEN} | fist to five | 2 3 3 4 4 4 5 5 5 | all at 3 or above: not met |",
    f"| {CHOSEN} | fist to five | 3 3 3 4 4 4 5 5 5 | all at 3 or above: met |",
    "Reasons given in a check:",
    "- the road sounds like a slogan",
    "### Different opinions",
    "- I miss the word rebate (recorded with the name of Indra, at that person's request)",
)
LOW_REASONS = {
    0: ["- customer focused: “it is about the road”"],
    1: [
        "- simple and easily understood: “which day is meant”",
        "- who we are now: “not ours to promise”",
        "- who we are now: “they promise what dealers keep”",
    ],
}
RULE_MET = (
    "9 people took part in the last check of agreement; the lowest hand was 3, and the rule "
    "was met."
)
DECIDED = (
    "## Decision",
    "> **We clear the paper road so you can drive clean.**",
    "The group chose draft 12, version 1, because: it says what we take away.",
    "The latest version has not been accepted yet.",
    "The decision rule was fist to five, with every hand at 3 or higher.",
    RULE_MET,
    "1 different opinion was recorded; see “Scores and agreement”.",
)


def part_of(record: Sequence[str], heading: str) -> list[str]:
    """The lines of one part that say something; pictures are held by their own tests."""
    start = record.index(heading)
    ends = (place for place, line in enumerate(record) if place > start and line[:3] == "## ")
    lines_of_part = record[start : next(ends)]
    return [line for line in lines_of_part if line and line[0] not in "!*"]


def test_ten_people_write_score_and_decide_and_the_record_says_so_line_by_line(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "clean-rides"

    with program("--dir", tmp_path, "new", "Clean rides") as screen:
        screen.see("whole organisation or one team?")
        for step in (set_up, write, joko_is_not_here_yet, first_round, second_round, decide):
            step(screen)
        record = record_of(screen, folder)

    session = view_room(SessionFolder(folder)).room.session
    assert len(session.drafting.drafts) == 14
    assert all(not ballot.voter for each in session.scoring.rounds for ballot in each.ballots)
    assert part_of(record, "## Decision") == list(DECIDED)
    drafting = part_of(record, "## Drafts considered")
    assert [WHEN.sub("when", line) for line in drafting] == drafting_expected()
    assert part_of(record, "## Scores and agreement") == [
        "## Scores and agreement",
        *round_expected(1, (*FIRST_CARDS, LATE_CARD), LOW_REASONS),
        *round_expected(2, SECOND_CARDS, {}),
        *compared_expected(),
        *JUDGED,
    ]
