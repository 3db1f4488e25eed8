"""`survey`: the JSON shape that scripts rely on, and the plain lines that people read."""

from pathlib import Path

from tests.cli.command_line import WISHES, ran, survey_file


def test_the_json_has_the_keys_that_scripts_rely_on(tmp_path: Path) -> None:
    read = ran("survey", survey_file(tmp_path), "--under", "process", "--json").json

    assert {"file", "format", "encoding", "column", "rows"} <= read["source"].keys()
    assert read["source"]["rows"] == len(WISHES)
    assert read["people"] == 12
    assert read["non_answers"] == 1
    assert read["duplicates"] == 0
    assert {"en", "id"} <= read["languages"].keys()
    word = read["words"][0]
    assert {"word", "people", "share", "generic", "category", "negated", "forms"} <= word.keys()
    assert all(isinstance(people, int) for people in word["forms"].values())
    assert {"word", "people", "share", "under"} <= read["specific"][0].keys()
    assert {"word", "people", "with"} <= read["under"].keys()
    assert {"word", "people", "log_dice", "low"} <= read["under"]["with"][0].keys()
    assert {"phrase", "people"} <= read["phrases"][0].keys()
    assert all({"words", "people"} <= theme.keys() for theme in read["themes"])
    assert {"text", "people", "words"} <= read["quotes"][0].keys()


def test_without_a_word_to_look_under_the_json_says_null(tmp_path: Path) -> None:
    assert ran("survey", survey_file(tmp_path), "--json").json["under"] is None


def test_top_limits_each_list(tmp_path: Path) -> None:
    read = ran("survey", survey_file(tmp_path), "--top", "2", "--json").json

    assert len(read["words"]) == 2
    assert len(read["specific"]) <= 2


def test_people_read_words_bars_quotes_and_how_far_to_trust_the_numbers(tmp_path: Path) -> None:
    shown = ran("survey", survey_file(tmp_path))

    assert shown.code == 0
    assert "12 people answered." in shown.out
    assert "░ any company would say it" in shown.out
    easy = next(line for line in shown.out.splitlines() if line.startswith("  easy"))
    assert "7" in easy
    assert "█" in easy
    assert "%" not in easy  # of twelve answers no share is shown
    assert "“" in shown.out
    assert "Numbers count people, not mentions" in shown.out
    assert "not a ballot" in shown.out


def test_the_words_under_a_word_are_shown_in_the_place_of_the_specific_ones(
    tmp_path: Path,
) -> None:
    shown = ran("--lang", "id", "survey", survey_file(tmp_path), "--under", "fast").out

    assert "Di balik fast: 6 orang menyebutnya" in shown
    assert "Satu tingkat lebih dalam" not in shown


def test_words_that_stand_together_by_chance_are_said_to_do_so(tmp_path: Path) -> None:
    shown = ran("survey", survey_file(tmp_path), "--under", "process").out

    assert "it may be chance" in shown


def test_a_word_that_nobody_said_is_told_and_is_no_error(tmp_path: Path) -> None:
    shown = ran("survey", survey_file(tmp_path), "--under", "unicorn")

    assert shown.code == 0
    assert "Nobody said “unicorn”." in shown.out


def test_few_answers_are_listed_and_not_ranked(tmp_path: Path) -> None:
    shown = ran("survey", survey_file(tmp_path, WISHES[:4])).out

    assert "Friendly, fast, easy" in shown
    assert "not ranked" in shown
    assert "PEOPLE" not in shown


def test_groups_are_compared_when_asked_for(tmp_path: Path) -> None:
    many = tuple(f"{wish} {n}" for n, wish in enumerate(WISHES[:12] * 3))

    shown = ran("survey", survey_file(tmp_path, many), "--group", "Unit").out

    assert "North" in shown
    assert "South" in shown


def test_standard_input_is_a_survey_of_one_answer_a_line() -> None:
    typed = "\n".join(WISHES)

    read = ran("survey", "-", "--json", typed=typed).json

    assert read["people"] == 12
    assert read["source"]["file"] == "-"


def test_the_language_of_the_answers_is_not_that_of_the_program(tmp_path: Path) -> None:
    file = survey_file(tmp_path)

    shown = ran("--lang", "en", "survey", file, "--lang", "id").out

    assert "people answered" in shown


def test_hostile_answers_are_shown_without_their_control_codes(tmp_path: Path) -> None:
    hostile = ("\x1b]0;title\x07easy [bold]", "[/ easy", "\u202eeasy process", *WISHES)

    shown = ran("survey", survey_file(tmp_path, hostile)).out

    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_with_under_the_quotes_hold_the_word_and_what_stands_with_it(tmp_path: Path) -> None:
    file = survey_file(tmp_path)

    read = ran("survey", file, "--under", "easy", "--json").json
    shown = ran("survey", file, "--under", "easy").out

    beneath = {beside["word"] for beside in read["under"]["with"]}
    assert read["quotes"]
    for quote in read["quotes"]:
        assert quote["words"][0] == "easy"
        assert beneath.intersection(quote["words"])
        assert all(word in quote["text"].lower() for word in quote["words"])
        assert f"“{quote['text']}”" in shown


def test_an_unsaid_word_has_no_quotes(tmp_path: Path) -> None:
    read = ran("survey", survey_file(tmp_path), "--under", "submarine", "--json").json

    assert read["under"] == {"word": "submarine", "people": 0, "with": []}
    assert read["quotes"] == []


def test_personal_details_in_quotes_are_masked_unless_they_are_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "staff.txt"
    file.write_text(
        "Ask ana@example.org about 2 rebates\nOr call 0812-3456-7890\n", encoding="utf-8"
    )

    masked, unmasked = ran("survey", file), ran("survey", "--unmasked", file)
    as_json = ran("survey", "--json", file)

    assert "Ask [e-mail] about 2 rebates" in masked.out
    assert "call [number]" in masked.out
    assert "--unmasked" in masked.out
    assert "ana@example.org" in unmasked.out
    assert "--unmasked" not in unmasked.out
    assert as_json.json["personal_details"] == "masked"
    assert "0812" not in as_json.out
