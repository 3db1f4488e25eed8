"""`check` and `reaction`: the JSON shapes, and plain lines that ask and never grade."""

from pathlib import Path

import pytest

from tests.cli.command_line import ran, survey_file
from workshop_tui.cli.text_input import items_of
from workshop_tui.domain.message import RefusedError


def test_a_check_has_the_keys_that_scripts_rely_on(tmp_path: Path) -> None:
    survey = survey_file(tmp_path)

    [check] = ran("check", "Fast and easy rebates.", "--survey", survey, "--json").json

    assert check["statement"] == "Fast and easy rebates."
    assert check["lang"] == "en"
    assert check["words"] == 4
    assert check["verdict"] in ("generic", "specific")
    assert check["company_focused"] is False
    assert check["too_long"] is False
    finding = check["findings"][0]
    assert {"criterion", "text", "start", "end", "category", "ask"} <= finding.keys()
    assert check["statement"][finding["start"] : finding["end"]] == finding["text"]
    assert {"word": "easy", "people": 7} in check["voices"]


def test_each_line_of_standard_input_is_a_statement_of_its_own() -> None:
    checks = ran("check", "-", "--json", typed="We help fix it.\n\nKami bantu perbaiki.\n").json

    assert [check["lang"] for check in checks] == ["en", "id"]


def test_on_the_screen_a_check_asks_and_never_grades(tmp_path: Path) -> None:
    shown = ran("check", "World's best customer service.", "--survey", survey_file(tmp_path)).out

    questions = [line for line in shown.splitlines() if line.startswith("  ? ")]
    assert len(questions) >= 4
    assert "Could a competitor sign it?" in shown
    assert "nobody wrote this: a hope?" in shown
    assert "generic" not in shown.lower()


def test_a_check_asks_in_indonesian_too() -> None:
    shown = ran("--lang", "id", "check", "Pelayanan terbaik untuk pelanggan.").out

    assert "Bisakah pesaing memakai pernyataan yang sama?" in shown


def test_a_reaction_has_the_keys_that_scripts_rely_on() -> None:
    [reaction] = ran("reaction", "It's fine.", "--json").json

    assert reaction["text"] == "It's fine."
    assert reaction["lang"] == "en"
    assert reaction["reading"] == "faint"
    cue = reaction["cues"][0]
    assert {"text", "start", "end", "reading", "intensity"} <= cue.keys()
    assert reaction["ask"]
    assert all(isinstance(question, str) for question in reaction["ask"])


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Love it!", "very positive"),
        ("It's fine.", "faint praise"),
        ("Love it, but a bit long", "hesitant"),
        ("I don't like it", "negative"),
    ],
)
def test_a_reaction_is_heard_as_something_and_asked_about(text: str, heard: str) -> None:
    shown = ran("reaction", text).out

    assert heard in shown
    assert "  ? " in shown


def test_reactions_come_one_a_line() -> None:
    readings = ran("reaction", "--json", typed="Keren banget!\nLumayan lah\n").json

    assert [reading["reading"] for reading in readings] == ["strong", "faint"]


@pytest.mark.parametrize("command", ["check", "reaction"])
def test_nothing_to_read_is_refused(command: str) -> None:
    refused = ran(command, "-", typed="\n  \n")

    assert refused.code == 1
    assert refused.err == "workshop-tui: There is no text to read.\n"


def test_standard_input_of_another_encoding_is_refused_with_its_place() -> None:
    refused = ran("check", "-", typed="good\ncaf\xe9\n".encode("latin-1"))

    assert refused.code == 1
    assert "line 2: byte 9 is not UTF-8" in refused.err


def test_given_texts_are_cleaned_of_control_codes() -> None:
    assert items_of("We \x1b[31mhelp") == ["We [31mhelp"]
    with pytest.raises(RefusedError):
        items_of("\x00\x1b")
