"""What the room sees of each stage, from the sample workshops and from planted secrets."""

import re
from datetime import UTC, date, datetime, timedelta
from types import ModuleType

import pytest

from tests.large_letters import read_aloud
from tests.stories import demo_en, demo_id
from tests.stories.playing import play
from tests.ui.survey_sample import REBATE
from tests.workshops import started_room
from workshop_tui.domain.dots import OpenDotVote, PlaceDots, RevealDots
from workshop_tui.domain.drafting import AddDraft, shortlist
from workshop_tui.domain.exercises import StartExercise
from workshop_tui.domain.gut_check import AddStakeholder, RecordFeeling
from workshop_tui.domain.setup import AddAgendaItem, AddPerson, SetScope
from workshop_tui.domain.survey import SetQuestion
from workshop_tui.domain.sustain import AddGoal, AddObstacle
from workshop_tui.domain.values import STAGES, Stage, changed
from workshop_tui.language import Language
from workshop_tui.store.on_screen import AGREEMENT, ROUNDS, OnScreen
from workshop_tui.text.reading import read_survey
from workshop_tui.ui.projector.large_letters import HEIGHT
from workshop_tui.ui.projector.shown import Shown
from workshop_tui.ui.projector.slide import slide_lines
from workshop_tui.ui.projector.slides import slide_of

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
ANSWERS = ["They help me install the heater", "Helping people install and get the rebate"] * 20


def seen(shown: Shown, size: tuple[int, int] = (120, 40)) -> str:
    lines = slide_lines(slide_of(shown, NOW), *size)
    return read_aloud("\n".join(line.plain for line in lines))


def corner(shown: Shown, size: tuple[int, int]) -> str:
    """What stands at the top right, in small letters or in large ones."""
    lines = slide_lines(slide_of(shown, NOW), *size)
    at_right = [line.plain.ljust(size[0])[size[0] * 3 // 4 :] for line in lines[: HEIGHT + 1]]
    return " ".join(re.findall(r"\+?\d+:\d\d", read_aloud("\n".join(at_right))))


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_of_a_finished_workshop_has_a_slide(stage: Stage, language: Language) -> None:
    session = play({"en": demo_en, "id": demo_id}[language].STORY).session

    text = seen(Shown(session, OnScreen(stage=stage)))

    assert text.strip()
    assert "projector." not in text


def test_the_survey_shows_the_biggest_words_until_one_is_looked_at() -> None:
    session = started_room().session
    reading = read_survey(ANSWERS)

    words = seen(Shown(session, OnScreen(stage="survey"), reading))
    under = seen(Shown(session, OnScreen(stage="survey", selected="help"), reading))

    assert "40 of 40 people answered" in words
    assert "any company would say it" in words
    assert "What stands under “help”, said by 40 people" in under
    assert "install" in under


def test_the_room_reads_the_same_share_of_answers_as_the_facilitator() -> None:
    scope = SetScope(kind="organisation", scope="Everyone", headcount=50)

    slide = seen(Shown(started_room(scope).session, OnScreen(stage="survey"), read_survey(ANSWERS)))

    assert "40 of 50 people answered" in slide


def test_the_word_cloud_fills_the_room_s_screen_where_the_facilitator_looks_at_it() -> None:
    session = started_room().session
    reading = read_survey(REBATE * 2)
    cloud = OnScreen(stage="survey", view="cloud")
    on_customer = OnScreen(stage="survey", view="cloud", selected="customer")

    whole = seen(Shown(session, cloud, reading))
    lit = seen(Shown(session, on_customer, reading))

    assert "██████" in whole
    assert "•" not in whole
    assert "What stands under “customer”, said by 16 people" in lit
    assert "• stands with it" in lit
    assert "▸░" in lit


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (200, 50), (10, 3)])
def test_the_word_cloud_fits_any_screen(size: tuple[int, int]) -> None:
    on_screen = OnScreen(stage="survey", view="cloud", selected="customer")
    shown = Shown(started_room().session, on_screen, read_survey(REBATE))

    lines = slide_lines(slide_of(shown, NOW), *size)

    assert len(lines) == size[1]
    assert all(line.cell_length <= size[0] for line in lines)


@pytest.mark.parametrize("selected", ["", "rebate"])
@pytest.mark.parametrize("view", ["", "cloud"])
def test_of_very_few_answers_the_room_sees_their_number_and_no_word(
    view: str, selected: str
) -> None:
    on_screen = OnScreen(stage="survey", view=view, selected=selected)
    session = started_room(SetQuestion(question="What do we stand for?")).session

    text = seen(Shown(session, on_screen, read_survey(REBATE[:7])))

    assert "What do we stand for?" in text
    assert "7 of 7 people answered" in text
    assert "rebate" not in text


def test_a_word_that_the_lists_fold_away_is_on_no_slide() -> None:
    reading = read_survey([*ANSWERS, "Nightingale"])
    folded = OnScreen(stage="survey", selected="nightingale")

    text = seen(Shown(started_room().session, folded, reading))

    assert reading.find("nightingale") is not None
    assert "nightingale" not in text.casefold()


def test_a_draft_that_is_being_remembered_is_on_no_slide() -> None:
    room = started_room(AddDraft(text="Make it easy"), AddDraft(text="Easier still"))

    text = seen(
        Shown(room.session, OnScreen(stage="drafting", selected="draft1", view="memory"))
    ).casefold()

    assert "easy" not in text
    assert "easier" not in text
    assert "write down what you remember" in text


def test_the_prompt_of_an_exercise_stands_above_the_drafts() -> None:
    room = started_room(AddDraft(text="Make it easy"), StartExercise(kind="silent_drafts"))

    for selected in ("", "draft1"):
        text = seen(Shown(room.session, OnScreen(stage="drafting", selected=selected)))
        assert "Alone, in silence: one sentence each." in text
        assert "Make it easy" in text


def test_dots_are_on_the_slide_once_they_were_shown_and_never_before() -> None:
    room = started_room(
        AddPerson(name="Budi"), AddDraft(text="One"), AddDraft(text="Two"), OpenDotVote()
    )
    room.do(PlaceDots(voter="person1", drafts=("draft1", "draft1")))
    on_screen = OnScreen(stage="drafting", selected="draft1")
    before = seen(Shown(room.session, on_screen))

    room.do(RevealDots(vote="vote1"))

    assert "dot" not in before
    assert "2 dots" in seen(Shown(room.session, on_screen))


def test_a_draft_is_shown_by_its_number_and_never_by_its_author() -> None:
    room = started_room(AddPerson(name="Budi"), AddDraft(text="Make it easy", author="person1"))

    text = seen(Shown(room.session, OnScreen(stage="drafting", selected="draft1")))

    assert "Make it easy" in text
    assert "draft 1 of 1" in text
    assert "Budi" not in text


def test_the_steps_stand_in_the_order_of_their_days_and_none_is_cut_off() -> None:
    days = (date(2026, 12, 9), date(2026, 11, 30), None, date(2026, 12, 1))
    long = "so that whoever picks up the phone can answer from it without asking anybody else"
    room = started_room(
        *(
            AddGoal(horizon="short", text=f"Step {number} {long}", due=day)
            for number, day in enumerate(days, 1)
        )
    )

    shown = " ".join(seen(Shown(room.session, OnScreen(stage="sustain")), (80, 40)).split())

    places = [shown.index(f"Step {number}") for number in (2, 4, 1, 3)]
    assert places == sorted(places)
    assert shown.count("anybody else") == 4


@pytest.mark.parametrize("stage", STAGES)
def test_nothing_private_is_on_any_slide(stage: Stage) -> None:
    room = started_room(
        AddPerson(name="Planted writer"),
        AddDraft(text="Make it easy", author="person1"),
        RecordFeeling(nags=True, word="Planted feeling", text="Planted doubt"),
        AddStakeholder(name="Planted stakeholder", kind="executive"),
        AddGoal(horizon="short", text="Call back in a day", owner="Planted owner"),
        AddObstacle(kind="poor_leadership", text="Planted obstacle", is_sensitive=True),
    )

    text = seen(Shown(room.session, OnScreen(stage=stage)))

    assert "Planted" not in text


@pytest.mark.parametrize(
    ("seconds", "clock"),
    [(271, "4:31"), (0, "0:00"), (-12, "+0:12"), (-3600, "+60:00"), (-3601, ""), (-50_000, "")],
    ids=str,
)
def test_the_timer_counts_down_and_on_until_nobody_minds_it(seconds: int, clock: str) -> None:
    ends_at = NOW + timedelta(seconds=seconds)
    on_screen = OnScreen(stage="setup", timer_ends_at=ends_at)

    assert corner(Shown(started_room().session, on_screen), (120, 40)) == clock


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
def test_scores_are_shown_whole_with_their_spread_and_where_to_talk_first(
    size: tuple[int, int], language: Language
) -> None:
    session = play({"en": demo_en, "id": demo_id}[language].STORY).session

    text = seen(Shown(session, OnScreen(stage="scoring")), size)

    assert "…" not in text
    assert {"en": "spread", "id": "sebaran"}[language] in text
    assert text.count(" !") == 1


def test_what_the_scores_mean_stands_above_their_people_on_a_large_screen() -> None:
    session = play(demo_en.STORY).session

    text = seen(Shown(session, OnScreen(stage="scoring", selected="draft11")), (200, 50))

    assert "1 no 2 3 not really 4 5 yes spread" in text
    assert text.count("▄██▄ ") >= 8


def test_on_the_smallest_screen_only_names_of_criteria_are_cut() -> None:
    session = play(demo_id.STORY).session

    text = seen(Shown(session, OnScreen(stage="scoring")), (60, 18))

    assert "●×8" in text
    assert text.count(" !") == 1


@pytest.mark.parametrize("story", [demo_en, demo_id], ids=["en", "id"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
def test_the_room_sees_two_rounds_side_by_side_whole(
    size: tuple[int, int], story: ModuleType
) -> None:
    session = play(story.STORY).session
    names = {person.name for person in session.setup.people}

    rounds = seen(Shown(session, OnScreen("scoring", selected="draft13", view=ROUNDS)), size)

    assert "…" not in rounds
    assert "1, versi" in rounds
    assert "2, versi" in rounds
    assert not any(name in rounds for name in names)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
def test_the_room_sees_how_many_hands_stand_where_and_no_reason(size: tuple[int, int]) -> None:
    session = play(demo_en.STORY).session

    hands = seen(Shown(session, OnScreen("scoring", selected="draft13", view=AGREEMENT)), size)

    assert "8 hands" in hands
    above, beneath = (read_aloud(part) for part in re.split(r"\n *────+ *\n", hands, maxsplit=1))
    assert "can live with it" in above
    assert "must talk" in beneath
    assert "must talk" not in above
    assert "all hands are at 3 or above" in hands
    assert not any(reason in hands for check in session.scoring.checks for reason in check.reasons)


def test_a_draft_without_hands_shows_its_scores() -> None:
    session = play(demo_en.STORY).session

    hands = seen(Shown(session, OnScreen("scoring", selected="draft11", view=AGREEMENT)))

    assert "spread" in hands


@pytest.mark.parametrize("selected", ["", "customer"])
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 50)])
def test_the_timer_stands_above_the_word_cloud_too(size: tuple[int, int], selected: str) -> None:
    ends_at = NOW + timedelta(seconds=272)
    on_screen = OnScreen(stage="survey", view="cloud", selected=selected, timer_ends_at=ends_at)
    shown = Shown(started_room().session, on_screen, read_survey(REBATE * 2))

    assert corner(shown, size) == "4:32"
    assert "▀" in seen(shown, size)


@pytest.mark.parametrize("story", [demo_en, demo_id], ids=["en", "id"])
@pytest.mark.parametrize("size", [(120, 40), (200, 50)])
def test_the_drafts_in_play_stand_in_large_letters_with_their_numbers(
    size: tuple[int, int], story: ModuleType
) -> None:
    session = play(story.STORY).session
    in_play = shortlist(session.drafting)

    shown = slide_lines(slide_of(Shown(session, OnScreen("drafting")), NOW), *size)
    small = "\n".join(line.plain for line in shown)

    assert in_play
    assert all(f"{each.number} {each.text}" in read_aloud(small) for each in in_play)
    assert not any(each.text in small for each in in_play)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 50)])
def test_an_open_round_shows_its_drafts_and_what_is_asked_of_them_whole(
    size: tuple[int, int],
) -> None:
    session = play(demo_id.STORY).session
    first, second = session.scoring.rounds
    opened = changed(second, is_revealed=False, ballots=())
    asked = changed(session, scoring=changed(session.scoring, rounds=(first, opened)))

    shown = slide_lines(slide_of(Shown(asked, OnScreen("scoring", waiting=3)), NOW), *size)
    text = " ".join(read_aloud("\n".join(line.plain for line in shown)).split())

    assert "Apakah berfokus pada pelanggan?" in text
    assert "5 dari 8 sudah selesai" in text
    assert all(each.text in text for each in opened.drafts)


@pytest.mark.parametrize("story", [demo_en, demo_id], ids=["en", "id"])
@pytest.mark.parametrize("view", ["", ROUNDS, AGREEMENT])
@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage != "survey"])
def test_on_a_large_screen_nothing_but_a_long_sentence_is_written_small(
    stage: Stage, view: str, story: ModuleType
) -> None:
    session = play(story.STORY).session
    shown = Shown(session, OnScreen(stage, selected="draft13", view=view))

    lines = [line.plain for line in slide_lines(slide_of(shown, NOW), 200, 50)]

    small = [line.strip() for line in lines if any(letter.isalpha() for letter in line)]
    assert small in ([], [session.setup.scope])


def test_more_than_a_room_takes_in_is_told_of_as_a_number() -> None:
    room = started_room(*(AddAgendaItem(title=f"Item {n}", minutes=n) for n in range(1, 11)))

    text = seen(Shown(room.session, OnScreen(stage="setup")), (200, 50))

    assert "6 min Item 6" in text
    assert "Item 7" not in text
    assert "and 4 more" in text


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage != "survey"])
def test_a_stage_with_nothing_to_see_yet_shows_the_title(stage: Stage) -> None:
    shown = seen(Shown(started_room().session, OnScreen(stage=stage)))

    assert "Clean rides" in shown
