"""The workshops that ship: what their stories give, finished, and rich enough to show it all."""

import re
from pathlib import Path

import pytest

from tests.stories import STORIES
from tests.stories.playing import (
    GIVEN_FILES,
    customers,
    imported,
    people_behind,
    play,
    play_on_disk,
    played_files,
    reading,
    shipped,
    steps_until,
)
from tests.stories.telling import Story
from workshop_tui.answers_on_disk import read_rows
from workshop_tui.domain.exercises import EXERCISES
from workshop_tui.domain.history import Redo, Undo, in_force, replay, undone_entries
from workshop_tui.domain.memory_test import last_result
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import planned_minutes, writers
from workshop_tui.domain.survey import board, current_themes
from workshop_tui.domain.sustain import out_of_reach, parts_written
from workshop_tui.domain.values import STAGES, Stage
from workshop_tui.progress import missing, notices, where_it_stands, words_to_gloss
from workshop_tui.record.decision import status
from workshop_tui.record_on_disk import FORMATS, RecordFormat, RecordMaker
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.opened import view_session
from workshop_tui.store.validation import validate
from workshop_tui.text.promise import promise_beside

FINAL = {
    "demo-en": "Make it easy to join the clean vehicle movement.",
    "demo-id": "Kami temani setiap langkah sampai tersambung lagi.",
}


@pytest.fixture(scope="module", params=STORIES, ids=lambda story: story.slug)
def story(request: pytest.FixtureRequest) -> Story:
    told = request.param
    assert isinstance(told, Story)
    return told


@pytest.fixture(scope="module")
def session(story: Story) -> Session:
    return view_session(shipped(story)).session


@pytest.fixture(scope="module")
def played(story: Story, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(story.slug)
    return play_on_disk(story, folder / "sessions", folder / "backups").path


def test_the_shipped_files_are_byte_for_byte_what_the_story_gives(
    story: Story, played: Path
) -> None:
    names = played_files(SessionFolder(played))

    assert played_files(shipped(story)) == names
    for name in sorted(names):
        content = (shipped(story).path / name).read_bytes()
        assert content == (played / name).read_bytes(), "`make samples` writes the samples anew"


def test_what_ships_beside_is_the_exports_of_survey_tools(story: Story) -> None:
    names = {path.name for path in shipped(story).path.iterdir()}

    assert names >= GIVEN_FILES
    assert len(played_files(shipped(story))) == 4


def test_no_ballots_are_left_behind_and_no_voter_can_be_told(
    played: Path, session: Session
) -> None:
    assert not (played / "ballots.toml").exists()
    voters = {ballot.voter for each in session.scoring.rounds for ballot in each.ballots}
    assert voters == {""}


def test_the_sample_validates_and_opens_without_a_warning(story: Story) -> None:
    assert validate(shipped(story)) == ()
    assert view_session(shipped(story)).warnings == ()


def test_played_in_memory_and_on_the_disk_the_story_ends_alike(
    story: Story, session: Session
) -> None:
    room = play(story)

    assert room.session == session
    assert tuple(room.history()) == view_session(shipped(story)).read_history()
    assert replay(room.history()) == session


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_lacks_anything_or_asks_for_more_than_it_shows(
    session: Session, stage: Stage
) -> None:
    assert missing(session, stage) == ()
    # One step is kept that staff find out of reach, so that the sample shows what is asked then.
    asks = ["notice.goal_out_of_reach"] if stage == "sustain" else []
    assert [notice.key for notice in notices(session, stage)] == asks


@pytest.mark.parametrize("stage", STAGES)
def test_a_story_can_be_played_until_a_stage_begins(story: Story, stage: Stage) -> None:
    room = play(story, until=stage)

    assert where_it_stands(room.session) == stage


def test_the_steps_go_on_in_time_through_october_and_november(story: Story) -> None:
    times = [step.at for step in steps_until(story, None)]

    assert times == sorted(times)
    assert {(at.year, at.month) for at in times} == {(2026, 10), (2026, 11)}
    assert len({at.date() for at in times}) > 5


def test_the_history_shows_what_was_undone_and_what_was_done_again(story: Story) -> None:
    entries = play(story).history()

    actions = [type(entry.action) for entry in entries]
    assert actions.count(Undo) > actions.count(Redo) > 0
    assert len(undone_entries(entries)) == actions.count(Undo) - actions.count(Redo)
    assert len(in_force(entries)) < len(entries)


def test_the_method_gives_the_question_and_the_two_hours(session: Session) -> None:
    assert session.survey.source is not None
    assert session.survey.question == session.survey.source.column
    assert planned_minutes(session.setup) == 120


def test_eight_writers_come_from_six_functions_or_more(session: Session) -> None:
    group = writers(session.setup)

    assert len(group) == 8
    assert len({person.function for person in group}) >= 6
    assert {person.level for person in group} >= {"frontline", "manager"}
    roles = {person.role for person in session.setup.people}
    assert roles == {"writer", "observer", "facilitator", "scribe"}


def test_answers_are_many_and_counted_as_the_reading_counts_them(
    story: Story, session: Session
) -> None:
    read = reading(story, session.survey)

    assert session.survey.people == read.people >= 150
    assert session.survey.non_answers == read.non_answers == 12
    assert len(imported(story).answers) == read.people + read.non_answers
    assert imported(story).warnings == ()


def test_pinned_quotes_stand_letter_for_letter_in_the_answers(
    story: Story, session: Session
) -> None:
    answers = {answer for answer, _ in imported(story).answers}
    quotes = {pin.text for pin in session.survey.pins if pin.kind == "quote"}

    assert len(quotes) >= 5
    assert quotes <= answers


def test_the_people_behind_pins_and_themes_are_those_of_the_reading(
    story: Story, session: Session
) -> None:
    read = reading(story, session.survey)

    for pin in board(session.survey.pins):
        assert pin.people == people_behind(pin.kind, pin.text, read), pin.text
    for theme in current_themes(session.survey):
        assert theme.people == people_behind("theme", theme.name, read), theme.name
        assert all(read.find(word) for word in theme.words), theme.name


def test_a_pinned_word_really_lies_under_the_word_it_was_found_beneath(
    story: Story, session: Session
) -> None:
    read = reading(story, session.survey)
    beneath = [pin for pin in session.survey.pins if pin.kind == "word" and pin.under]

    assert len(beneath) >= 5
    for pin in beneath:
        under = read.under(pin.under)
        assert under is not None
        assert pin.text in [beside.word for beside in under.beside]


def test_drafts_are_many_with_versions_a_merge_and_a_reason_for_each_rejection(
    session: Session,
) -> None:
    drafts = session.drafting.drafts

    assert len(drafts) >= 12
    assert sum(draft.version > 1 for draft in drafts) >= 5
    [child] = [draft for draft in drafts if draft.parents]
    merged = tuple(draft.id for draft in drafts if draft.status == "merged")
    assert sorted(child.parents) == sorted(merged)
    assert session.scoring.outcome is not None
    assert session.scoring.outcome.draft == child.id
    assert all(draft.reason for draft in drafts if draft.status == "rejected")


def test_the_room_did_five_exercises_placed_dots_unseen_and_said_a_draft_back(
    session: Session,
) -> None:
    drafting = session.drafting
    runs = {run.id for run in drafting.runs}
    [vote] = drafting.votes

    assert {run.kind for run in drafting.runs} == set(EXERCISES)
    assert all(run.is_over for run in drafting.runs)
    assert {draft.run for draft in drafting.drafts} - {""} < runs
    assert {note.run for note in drafting.notes} < runs
    assert sum(each.dots for each in vote.sums) == 8 * vote.dots_each
    assert session.scoring.outcome is not None
    found = last_result(drafting.memory_tests, session.scoring.outcome.draft)
    assert found is not None
    assert found[1].people == 4


def test_two_rounds_were_revealed_one_of_them_with_a_writer_absent(session: Session) -> None:
    first, second = session.scoring.rounds

    assert first.is_revealed
    assert second.is_revealed
    assert (first.absent, len(first.ballots)) == (1, 7 * len(first.drafts))
    assert (second.absent, len(second.ballots)) == (0, 8 * len(second.drafts))


def test_agreement_came_with_the_second_count_of_hands_and_dissent_was_kept(
    session: Session,
) -> None:
    first, second = session.scoring.checks

    assert min(first.values) < 3 <= min(second.values)
    assert first.reasons
    assert session.scoring.dissent


def test_six_first_reactions_two_of_them_faint_led_to_one_other_word(session: Session) -> None:
    gut_check = session.gut_check
    first = [reaction for reaction in gut_check.reactions if reaction.version == 1]
    faint = [reaction for reaction in first if reaction.code == "faint"]

    assert len({reaction.stakeholder for reaction in first}) == 6
    assert len(faint) == 2
    assert len({reaction.stumbled_over for reaction in faint}) == 1
    [change] = gut_check.changes
    assert change.removed == faint[0].stumbled_over
    assert change.cause == faint[0].id


def test_the_plan_has_rated_goals_changes_with_training_and_obstacles(session: Session) -> None:
    plan = session.sustain
    short = [goal for goal in plan.goals if goal.horizon == "short"]

    assert all(goal.reach and goal.owner and goal.due for goal in short)
    assert [goal.status for goal in short if out_of_reach(goal)] == ["dropped", "open"]
    assert all(change.is_agreed and change.training for change in plan.changes)
    assert len([obstacle for obstacle in plan.obstacles if obstacle.is_sensitive]) == 1
    assert len([obstacle for obstacle in plan.obstacles if obstacle.resolution]) == 1
    assert plan.customer_decisions
    assert plan.review is not None


def test_customers_answered_and_what_they_say_stands_beside_the_promise(
    story: Story, session: Session
) -> None:
    plan = session.sustain
    [collected] = plan.customer_answers
    promise = promise_beside(FINAL[story.slug], read_rows(customers(story).answers))

    assert collected.people == promise.people >= 40
    assert collected.non_answers >= 3
    assert promise.kept
    assert len(promise.instead) == 8
    assert {decision.was_needed for decision in plan.customer_decisions} == {True, False}
    assert all(each.owner and each.day and each.reason for each in plan.customer_decisions)
    said = (RecordMaker(shipped(story)).record(session)).decode()
    for voice in promise.instead:
        assert f"{voice.word} ({voice.people})" in said.replace("\\", "")


def test_the_brief_is_written_in_the_language_of_the_room(session: Session) -> None:
    assert parts_written(session.sustain.roll_out, session.language) == 3


def test_every_word_of_the_final_statement_has_its_meaning(story: Story, session: Session) -> None:
    assert words_to_gloss(session) == ()
    assert len(session.sustain.glosses) == len(FINAL[story.slug].split())


@pytest.mark.parametrize("form", FORMATS)
def test_the_record_is_made_in_every_format_without_a_warning(
    story: Story, session: Session, form: RecordFormat
) -> None:
    maker = RecordMaker(shipped(story))

    made = maker.record(session, form).decode()

    assert maker.fault is None
    assert " ".join(FINAL[story.slug].split()[:3]) in made


def test_the_record_tells_of_an_adopted_statement_in_whole_sentences(
    story: Story, session: Session
) -> None:
    made = RecordMaker(shipped(story)).record(session).decode()

    assert status(session) == "adopted"
    assert FINAL[story.slug].removesuffix(".") in made
    assert not re.search(r"\brecord\.\w+|\{\w+\}", made), "a sentence or a value is missing"
