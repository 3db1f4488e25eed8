"""Words that try to be something else, pasted and imported, are shown and kept as words."""

from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.cli.command_line import WISHES, survey_file
from tests.e2e.program import ENTER, HOME, lines, pasted, program
from tests.pty_screen import PtyScreen

HOSTILE = {
    "[bold]loud": "[bold]loud",
    "[/": "[/",
    "[@click=app.quit]x[/]": "[@click=app.quit]x[/]",
    "copy\x1b]52;c;ZXZpbA==\x07 it": "copy]52;c;ZXZpbA== it",
    "in\x1b[31mred": "in[31mred",
    "keys\x1bq\x1b\x1b[A\x1b[Mabc": "keysq[A[Mabc",
    "ends in one\x1b[M": "ends in one[M",
    "right\u202eleft": "rightleft",
    "e" + "\u0301" * 10_000: "é\u0301\u0301\u0301",
    "a|b": "a|b",
    "`code` ```": "`code` ```",
    "<script>alert(1)</script>": "<script>alert(1)</script>",
}
"""By what comes in: what is shown and kept of it."""
THEIRS = (b"\x1b]52", b"\x1b[31m", "\u202e".encode(), ("\u0301" * 5).encode())
"""What must never reach the terminal. Not the bell: the program rings it."""
SAYS_NOTHING = "[/"
"""Read as an answer without content, so the survey does not list it."""
READER = MarkdownIt("commonmark", {"html": False}).enable("table")
MARKUP = {"html_inline", "html_block", "link_open"}


def filled_in(screen: PtyScreen) -> None:
    """Every hostile text pasted as a line of the form that is open."""
    screen.type("".join(pasted(text) + ENTER for text in HOSTILE) + ENTER)


def name_people(screen: PtyScreen) -> None:
    screen.type("1" + HOME + "a")
    screen.see("Who takes part?")
    filled_in(screen)
    # The column of names is narrow; the record shows them whole.
    screen.see("12 of 12 present", *(shown[:9] for shown in HOSTILE.values()))


def read_answers(screen: PtyScreen) -> None:
    screen.type("2VV")
    screen.see("ANSWERS", *(shown for shown in HOSTILE.values() if shown != SAYS_NOTHING))


def draft(screen: PtyScreen) -> None:
    screen.type("3n")
    filled_in(screen)
    screen.see("12 drafts", *HOSTILE.values())


def choose(screen: PtyScreen) -> None:
    screen.type("s")
    screen.see("1 on the shortlist")
    screen.type("4o" + ENTER)
    screen.see("Whose card?")
    screen.type("".join(pasted(f"{text} 4444") + ENTER for text in HOSTILE) + ENTER)
    screen.see("All cards are in.")
    screen.type("v")
    screen.see("12 ballots")
    screen.type("d" + lines("1", "it is short"))
    screen.see("Chosen, because: it is short")


def react(screen: PtyScreen) -> None:
    screen.type("5f" + lines("", "n") + "a" + lines("executive", "Ira", "Board", "y"))
    screen.type("r" + pasted("\n".join(HOSTILE)) + ENTER * 4)
    screen.see("1 asked", *HOSTILE.values())


def write_record(screen: PtyScreen) -> None:
    screen.type("e")
    screen.see("Record of", *HOSTILE.values())
    screen.type("w")
    screen.see("Written to")


def tokens(markdown: str) -> Iterator[Token]:
    for block in READER.parse(markdown):
        yield block
        yield from block.children or ()


def test_hostile_text_is_shown_and_kept_as_the_words_it_is(tmp_path: Path) -> None:
    survey = survey_file(tmp_path, (*HOSTILE, *WISHES))

    arguments = ("--dir", tmp_path, "new", "Clean rides", "--survey", survey)
    with program(*arguments, columns=160, rows=60) as screen:
        screen.see("whole organisation or one team?")
        for step in (name_people, read_answers, draft, choose, react, write_record):
            step(screen)
        screen.type("q")
        assert screen.exit_code() == 0
    record = (tmp_path / "clean-rides" / "record.md").read_text(encoding="utf-8")

    found = list(tokens(record))
    read = [token.content for token in found if token.type == "text"]
    assert [theirs for theirs in THEIRS if theirs in screen.raw] == []
    assert {token.type for token in found} & MARKUP == set()
    pictures = {token.attrs["src"] for token in found if token.type == "image"}
    assert pictures == {path.name for path in (tmp_path / "clean-rides").glob("record-*.svg")}
    # As a name, as a draft and in the reaction.
    assert [shown for shown in HOSTILE.values() if read.count(shown) < 3] == []
