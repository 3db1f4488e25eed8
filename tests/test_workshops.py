"""Making workshops: all or nothing, and a sample that is always as it was shipped."""

from pathlib import Path

import pytest

from tests.cli.command_line import survey_file
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.session import RenameWorkshop
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.room_on_disk import open_room
from workshop_tui.store.answers import read_answers
from workshop_tui.store.importing import TypedText
from workshop_tui.store.validation import validate
from workshop_tui.workshops import AGENDA, copy_sample, create_workshop, sample_folder, start_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workshop_begins_with_its_question_and_two_hours(language: Language) -> None:
    start = start_of("Clean rides", language)

    assert start.question
    assert sum(item.minutes for item in start.agenda) == 120
    assert len({item.id for item in start.agenda}) == len(AGENDA)
    assert not any("method." in item.title for item in start.agenda)


def test_a_workshop_with_a_survey_counts_its_people(tmp_path: Path) -> None:
    new = create_workshop(tmp_path / "s", "Clean rides", "en", survey_file(tmp_path))

    with open_room(new.folder) as opened:
        survey = opened.room.session.survey
    answers = read_answers(new.folder, survey.answers_sha256)

    assert (survey.people, survey.non_answers) == (12, 1)
    assert survey.source is not None
    assert survey.source.column == "What do you wish for?"
    assert len(answers.texts) == 13
    assert new.preview is not None
    assert validate(new.folder) == ()


def test_typed_answers_make_a_survey_too(tmp_path: Path) -> None:
    new = create_workshop(tmp_path, "T", "en", TypedText("Easy\nFast\n"))

    with open_room(new.folder) as opened:
        assert opened.room.session.survey.people == 2


def test_a_workshop_that_cannot_keep_its_answers_is_not_made(tmp_path: Path) -> None:
    sessions = tmp_path / "s"
    sessions.mkdir()

    with pytest.raises(RefusedError):
        create_workshop(sessions, "T", "en", tmp_path / "missing.csv")

    assert list(sessions.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_copy_of_the_sample_is_used_again(language: Language, tmp_path: Path) -> None:
    first = copy_sample(tmp_path, language)
    again = copy_sample(tmp_path, language)

    assert first.path == again.path
    assert validate(first) == ()


def test_a_changed_copy_of_the_sample_stays_beside_a_new_one(tmp_path: Path) -> None:
    first = copy_sample(tmp_path, "en")
    with open_room(first) as opened:
        opened.room.do(RenameWorkshop(title="Mine"))

    second = copy_sample(tmp_path, "en")

    assert second.path != first.path
    assert (second.session.read_bytes()) == (sample_folder("en") / "session.toml").read_bytes()
    with open_room(first) as opened:
        assert opened.room.session.title == "Mine"
