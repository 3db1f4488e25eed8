"""Surveys and groups side by side, and spellings to decide on: other ways to look at the words."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.ui.sample import screen_text
from tests.ui.survey_sample import REBATE, app_on, imported, press, survey_room
from tests.workshops import started_room
from workshop_tui.domain.survey import CompareAnswers, Source, Taken
from workshop_tui.language import Language
from workshop_tui.room import Room
from workshop_tui.store.answers import keep_answers
from workshop_tui.store.layout import SessionFolder

SIZES = [(80, 24), (120, 40)]
HOSTILE = "[@click=app.quit]x[/] [bold]\x1b[31m\u202e <script>|`"
MAIL = ["The envelope must be opened today", "An envelope lost is a week lost"] * 10
PHONES = ["We answer and explain the form", "Somebody explains it on the phone"] * 10
BOARD = ["Envelope", "The envelope", "An envelope of secrets"]


SOME_ELSEWHERE = [("Nothing much to say here", "")] * 3


def grouped_room(folder: Path, extra: Sequence[tuple[str, str]] = ()) -> Room:
    """20 people in the mail room, 20 on the phones, three on the board."""
    rows = [
        *((text, "Mail room") for text in MAIL),
        *((text, "Phones") for text in PHONES),
        *((text, "Board") for text in BOARD),
        *extra,
    ]
    texts, groups = zip(*rows, strict=True)
    return started_room(imported(folder, texts, groups))


def comparing(folder: Path, answers: Sequence[str], taken: Taken = "earlier") -> CompareAnswers:
    digest = keep_answers(SessionFolder(folder), [(text, "") for text in answers])
    source = Source(file="old.csv", sha256="1" * 64, format="csv", rows=len(answers))
    return CompareAnswers(taken=taken, source=source, answers_sha256=digest, people=len(answers))


def same_count(*counts: tuple[str, int]) -> list[str]:
    """So many answers of each sentence, no two the same."""
    return [
        f"{text} q{chr(97 + n % 26)}{chr(97 + n // 26)}x" for text, c in counts for n in range(c)
    ]


NOW = same_count(("the rebate form", 60), ("a calm voice", 60))
BEFORE = same_count(("the rebate form", 100), ("a calm voice", 20))


# -- groups


@pytest.mark.parametrize("size", SIZES)
async def test_each_group_shows_what_it_says_more_than_the_others(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_on(grouped_room(tmp_path, SOME_ELSEWHERE), tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        await press(pilot, "G")
        first = screen_text(app)
        await press(pilot, "down")
        second = screen_text(app)

    assert "▸ Mail room" in first
    assert "envelope" in first
    assert "20 of the 20 people in Mail room said envelope." in " ".join(first.split())
    assert "explain" in second
    assert "Of the 26 others, fewer than 3 did." in " ".join(second.split())


async def test_a_group_in_which_people_would_be_known_is_folded_and_so_is_one_beside_it(
    tmp_path: Path,
) -> None:
    app = app_on(grouped_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "G")
        shown = screen_text(app)

    # Three people alone could be worked out from the total, so the next group goes with them.
    assert "Board" not in shown
    assert "Phones" not in shown
    assert "23 people in groups left out, or in none" in shown


async def test_the_words_of_a_group_can_be_gone_through_and_pinned(tmp_path: Path) -> None:
    room = grouped_room(tmp_path, [("Nothing much here", f"Unit {n % 2}") for n in range(12)])
    app = app_on(room, tmp_path)

    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2")
        await press(pilot, "G", "tab", "space")

    (pin,) = room.session.survey.pins
    assert pin.text == "envelope"


async def test_without_a_column_of_groups_the_view_says_how_to_get_one(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "G")
        shown = screen_text(app)
        await press(pilot, "escape")
        back = screen_text(app)

    assert "No column of groups was kept" in " ".join(shown.split())
    assert "UNDER  customer" in back


@pytest.mark.parametrize("language", ["en", "id"])
async def test_a_group_of_hostile_name_is_shown_as_it_is(
    tmp_path: Path, language: Language
) -> None:
    hostile = [(f"A customer speaks {n}", HOSTILE) for n in range(9)]
    room = grouped_room(tmp_path, [*hostile, *SOME_ELSEWHERE])
    app = app_on(room, tmp_path, language)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "G", "end", "tab")
        shown = screen_text(app)

    assert "[@click=app.quit]" in shown
    assert "\x1b" not in shown


# -- another survey


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_said_more_and_less_stands_side_by_side_in_shares(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    room = survey_room(tmp_path, NOW, [comparing(tmp_path, BEFORE)])
    app = app_on(room, tmp_path)

    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        await press(pilot, "C")
        more = screen_text(app)
        await press(pilot, "tab")
        less = screen_text(app)

    assert "SAID MORE" in more
    assert "17%     50%" in more
    assert "Before, 20 of 120 people said" in more
    assert "83%     50%" in less
    assert "Before, 100 of 120 people said" in less
    assert "now 120 people; before 120 people; words of fewer than 3 people left out" in less


async def test_a_later_survey_turns_the_comparison_round(tmp_path: Path) -> None:
    room = survey_room(tmp_path, NOW, [comparing(tmp_path, BEFORE, "later")])
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "C")

        assert "50%     83%" in screen_text(app)


async def test_of_few_people_numbers_are_said_and_no_shares(tmp_path: Path) -> None:
    before = same_count(("the rebate form", 10), ("a calm voice", 2))
    room = survey_room(tmp_path, NOW[50:70], [comparing(tmp_path, before)])
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "C")
        shown = screen_text(app)

    assert "of 12" in shown
    assert "of 20" in shown
    assert "%" not in shown
    assert "Too few people to tell a change from chance" in shown


async def test_with_hardly_any_answers_nothing_is_compared(tmp_path: Path) -> None:
    room = survey_room(tmp_path, NOW, [comparing(tmp_path, BEFORE[:6])])
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "C")

        assert "fewer than ten" in " ".join(screen_text(app).split())


async def test_a_comparison_is_left_with_a_key_and_comes_back_with_undo(tmp_path: Path) -> None:
    room = survey_room(tmp_path, NOW, [comparing(tmp_path, BEFORE)])
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "C", "D")
        assert "There is no other survey" in screen_text(app)
        await press(pilot, "u")
        assert "SAID MORE" in screen_text(app)
        assert "17%" in screen_text(app)


async def test_another_survey_that_is_lost_is_said_in_its_view_alone(tmp_path: Path) -> None:
    room = survey_room(tmp_path, NOW, [comparing(tmp_path, BEFORE)])
    next(tmp_path.glob("answers-*.csv")).unlink()
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert "UNDER" in screen_text(app)
        await press(pilot, "C")

        assert "the answers that were imported are not there" in " ".join(screen_text(app).split())


# -- spellings


async def test_spellings_are_offered_and_one_key_makes_them_one_word(tmp_path: Path) -> None:
    said = [*["The rebate is easy"] * 9, *["The rebatte is easy"] * 3, *REBATE]
    room = survey_room(tmp_path, said)
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "S")
        shown = screen_text(app)
        await press(pilot, "a")
        (merge,) = room.session.survey.merges
        await press(pilot, "u")

    assert "rebatte" in shown
    assert "“The rebatte is easy” (3 people)" in shown
    assert (merge.word, merge.into) == ("rebatte", "rebate")
    assert room.session.survey.merges == ()


async def test_without_spellings_to_decide_on_that_is_said(tmp_path: Path) -> None:
    app = app_on(survey_room(tmp_path), tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "S")

        assert "No two words look like one word" in screen_text(app)


async def test_v_goes_through_groups_and_comparison_where_there_are_some(tmp_path: Path) -> None:
    room = grouped_room(tmp_path, [("An answer", "Other") for _ in range(9)])
    room.do(comparing(tmp_path, BEFORE))
    app = app_on(room, tmp_path)
    headings = []

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "v")
        for _ in range(4):
            await press(pilot, "v")
            headings.append(screen_text(app).splitlines()[2].split("  ")[1].strip())

    assert headings == ["PHRASES", "THEMES", "GROUPS", "SAID MORE"]


async def test_answers_that_are_nearly_the_same_stand_under_one_another(tmp_path: Path) -> None:
    first = "The process was easy and the rebate came to my house on time for once"
    second = "The process was easy and the rebates came to my house on time for once"
    repeated = "A very long answer that nobody would give in the same words as anybody else did"
    room = survey_room(tmp_path, [first, second, second, *REBATE, repeated, repeated])
    app = app_on(room, tmp_path)

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "v", "v", "v", "v", "home")
        alike = " ".join(screen_text(app).split())
        await press(pilot, "end")
        twice = " ".join(screen_text(app).split())

    assert "2 other people said nearly the same, counted apart:" in alike
    assert "3 people said nearly the same as others" in alike
    assert "perhaps one person twice" in twice
