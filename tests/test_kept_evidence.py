"""What is kept of a reading: the same record with it and without, and no harm from a bad file."""

import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platformdirs import user_cache_path

from tests.cli.test_start_up import loaded_by
from workshop_tui.domain.survey import MarkGeneric
from workshop_tui.evidence_on_disk import EvidenceMaker, survey_sources
from workshop_tui.kept_evidence import (
    MOST_FILES,
    CustomerSources,
    KeptEvidence,
    SurveySources,
    default_folder,
)
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.record.evidence import CustomerWords, Evidence, WordPeople
from workshop_tui.record_on_disk import FORMATS, RecordFormat, RecordMaker
from workshop_tui.room_on_disk import open_room
from workshop_tui.store.answers import read_answers
from workshop_tui.store.opened import view_session
from workshop_tui.text.reading import read_survey
from workshop_tui.text.survey.choices import AS_SHIPPED, choices_of
from workshop_tui.workshops import copy_sample, create_workshop, sample_folder

SOURCES = SurveySources("ab" * 32, AS_SHIPPED, "We help fix it.")
FOUND = Evidence(words=(WordPeople("easy", 3),))


def the_file(folder: Path) -> Path:
    [path] = folder.iterdir()
    return path


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_from_what_was_kept_has_the_same_bytes(
    tmp_path: Path, form: RecordFormat, language: Language
) -> None:
    folder = copy_sample(tmp_path / "s", language)
    session = view_session(folder).session
    kept = KeptEvidence(tmp_path / "kept")

    first, second = (RecordMaker(folder, None, kept).record(session, form) for _ in range(2))

    assert first == second == RecordMaker(folder).record(session, form)


def test_a_new_workshop_keeps_what_its_survey_proves_for_its_first_record(tmp_path: Path) -> None:
    kept = KeptEvidence(tmp_path / "kept")
    survey = sample_folder("en") / "survey.csv"

    folder = create_workshop(tmp_path, "Clean rides", "en", survey, kept=kept).folder
    session = view_session(folder).session
    found = kept.find(survey_sources(session), Evidence)

    assert found == EvidenceMaker(folder).of(session)


def test_an_export_after_the_first_reads_no_answers(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path, "en")

    first = loaded_by("record", str(folder.path))
    second = loaded_by("record", str(folder.path))

    assert {"numpy", "workshop_tui.text.reading"} <= first
    assert second.isdisjoint({"numpy", "simplemma", "Sastrawi", "textual"})


def test_what_the_screen_has_read_is_what_the_record_finds(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "s", "en")
    session = view_session(folder).session
    answers = read_answers(folder, session.survey.answers_sha256)
    reading = read_survey(answers.texts, choices_of(session.survey), answers.groups)
    kept = KeptEvidence(tmp_path / "kept")

    EvidenceMaker(folder, kept).keep(session, reading)

    found = kept.find(survey_sources(session), Evidence)
    customers = EvidenceMaker(folder).of(session).customers
    assert found is not None
    assert msgspec.structs.replace(found, customers=customers) == EvidenceMaker(folder).of(session)


def test_after_the_screen_no_answers_are_read_for_the_record(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "s", "en")
    session = view_session(folder).session
    answers = read_answers(folder, session.survey.answers_sha256)
    reading = read_survey(answers.texts, choices_of(session.survey), answers.groups)
    EvidenceMaker(folder, KeptEvidence(default_folder())).keep(session, reading)

    assert loaded_by("record", str(folder.path)).isdisjoint({"numpy", "simplemma"})


def test_another_mark_on_a_word_is_another_proof(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "s", "en")
    kept = KeptEvidence(tmp_path / "kept")
    maker = EvidenceMaker(folder, kept)
    with open_room(folder) as opened:
        earlier = opened.room.session
        before = maker.of(earlier)
        opened.room.do(MarkGeneric(word="easy"))
        after = maker.of(opened.room.session)

        assert before.words != after.words
        assert kept.find(survey_sources(earlier), Evidence) != kept.find(
            survey_sources(opened.room.session), Evidence
        )


def test_answers_that_are_lost_are_a_fault_though_something_was_kept_of_them(
    tmp_path: Path,
) -> None:
    folder = copy_sample(tmp_path / "s", "en")
    session = view_session(folder).session
    maker = EvidenceMaker(folder, KeptEvidence(tmp_path / "kept"))
    maker.of(session)
    for answers in folder.path.glob("answers*.csv"):
        answers.unlink()

    assert maker.of(session).words == ()
    assert maker.fault is not None


def test_what_is_kept_is_for_the_user_s_eyes_and_quotes_answers_only(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "s", "en")
    session = view_session(folder).session
    found = EvidenceMaker(folder, KeptEvidence(tmp_path / "kept")).of(session)

    answers = read_answers(folder, session.survey.answers_sha256).texts
    files = list((tmp_path / "kept").iterdir())
    content = "".join(path.read_text() for path in files)

    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert {quote.text for quote in found.quotes} <= set(answers)
    assert all(person.name not in content for person in session.setup.people)


def test_customers_words_are_kept_apart_from_the_survey(tmp_path: Path) -> None:
    kept = KeptEvidence(tmp_path)
    sources = CustomerSources(SOURCES.answers_sha256, SOURCES.statement)

    kept.keep(sources, CustomerWords(people=4))

    assert kept.find(sources, CustomerWords) == CustomerWords(people=4)
    assert kept.find(SOURCES, Evidence) is None


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_file_that_was_changed_anywhere_is_no_evidence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    KeptEvidence(folder).keep(SOURCES, FOUND)
    path = the_file(folder)
    content = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)

    assert KeptEvidence(folder).find(SOURCES, Evidence) is None


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_other_bytes_are_no_evidence_and_no_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    KeptEvidence(folder).keep(SOURCES, FOUND)
    the_file(folder).write_bytes(content)

    assert KeptEvidence(folder).find(SOURCES, Evidence) is None


def test_a_pipe_a_link_or_a_folder_in_its_place_is_no_evidence(tmp_path: Path) -> None:
    kept = KeptEvidence(tmp_path / "kept")
    kept.keep(SOURCES, FOUND)
    path = the_file(tmp_path / "kept")
    elsewhere = path.rename(tmp_path / "elsewhere")

    path.symlink_to(elsewhere)
    through_link = kept.find(SOURCES, Evidence)
    path.unlink()
    os.mkfifo(path)
    through_pipe = kept.find(SOURCES, Evidence)
    path.unlink()
    path.mkdir()
    in_folder = kept.find(SOURCES, Evidence)

    assert (through_link, through_pipe, in_folder) == (None, None, None)


def test_evidence_of_another_shape_is_none(tmp_path: Path) -> None:
    kept = KeptEvidence(tmp_path)
    kept.keep(SOURCES, FOUND)
    path = the_file(tmp_path)
    other = KeptEvidence(tmp_path / "other")
    other.keep(SOURCES, msgspec.json.decode(b'{"words": 3}', type=_Other))  # type: ignore[arg-type]
    path.write_bytes(the_file(tmp_path / "other").read_bytes())

    assert kept.find(SOURCES, Evidence) is None


class _Other(msgspec.Struct, frozen=True):
    words: int


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = KeptEvidence(tmp_path / "file" / "kept")

    kept.keep(SOURCES, FOUND)

    assert kept.find(SOURCES, Evidence) is None


def test_only_the_newest_are_kept_and_no_file_of_another_s_goes(tmp_path: Path) -> None:
    kept = KeptEvidence(tmp_path)
    (tmp_path / "notes.json").write_text("mine")

    for number in range(MOST_FILES + 5):
        kept.keep(msgspec.structs.replace(SOURCES, statement=str(number)), FOUND)

    assert len(list(tmp_path.iterdir())) == MOST_FILES + 1
    assert (tmp_path / "notes.json").read_text() == "mine"


@pytest.mark.parametrize("given_folder", ["", "/somewhere/cache", "not/absolute"])
def test_it_lies_in_the_user_s_folder_for_such_things(
    monkeypatch: pytest.MonkeyPatch, given_folder: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", given_folder)
    expected = user_cache_path("workshop-tui", appauthor=False) / "evidence"

    assert default_folder() == expected
