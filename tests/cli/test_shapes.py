"""The JSON shapes of the command line, as scripts rely on them."""

import json

from workshop_tui.cli.shapes import check_json, reaction_json, survey_json, under_json
from workshop_tui.domain.message import Message
from workshop_tui.text.reaction import read_reaction
from workshop_tui.text.reading import read_survey
from workshop_tui.text.statement import check_statement


def say(message: Message) -> str:
    return message.key


def test_the_survey_shape_has_its_keys_and_is_plain_json() -> None:
    reading = read_survey(["friendly staff explained the rebate", "staff explained"] * 6)

    shape = survey_json(reading, under="staff", source={"file": "answers.csv", "rows": 12})

    assert json.loads(json.dumps(shape)) == shape
    assert {
        "source", "people", "non_answers", "duplicates", "languages", "words", "specific",
        "under", "phrases", "themes", "quotes",
    } <= set(shape)  # fmt: skip
    assert set(shape["words"][0]) == {
        "word", "people", "share", "interval", "generic", "category", "negated", "forms",
    }  # fmt: skip
    assert set(shape["specific"][0]) == {"word", "people", "share", "under"}
    assert shape["under"]["word"] == "staff"
    assert set(shape["quotes"][0]) == {"text", "people", "words"}


def test_an_interval_is_given_only_where_shares_may_be_shown() -> None:
    few = survey_json(read_survey([f"rebate q{name}x" for name in "abcdefghijkl"]))
    more = survey_json(read_survey(["rebate form"] * 6 + ["a desk"] * 24))

    assert few["words"][0]["interval"] is None
    assert {word["word"]: word["interval"] for word in more["words"]}["form"] == [0.095, 0.3731]


def test_nothing_is_beneath_a_word_that_was_not_said() -> None:
    assert under_json(None, "submarine") == {"word": "submarine", "people": 0, "with": []}
    assert survey_json(read_survey(["a rebate"]))["under"] is None


def test_the_check_shape_renders_its_questions() -> None:
    shape = check_json(check_statement("Fast rebates."), say)

    assert shape["statement"] == "Fast rebates."
    assert (shape["lang"], shape["words"], shape["too_long"]) == ("en", 2, False)
    assert shape["findings"][0] == {
        "criterion": "generic", "text": "Fast", "start": 0, "end": 4, "category": "speed",
        "ask": "check.ask.generic",
    }  # fmt: skip


def test_the_reaction_shape_renders_its_probes() -> None:
    shape = reaction_json(read_reaction("It's fine"), say)

    assert (shape["text"], shape["lang"], shape["reading"]) == ("It's fine", "en", "faint")
    assert shape["cues"] == [
        {"text": "It's fine", "start": 0, "end": 9, "reading": "faint", "intensity": 3}
    ]
    assert shape["ask"][0] == "reaction.ask.faint"
