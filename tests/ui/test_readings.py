"""The reading beside the screen: made of the imported answers, following every change."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from tests.ui.survey_sample import REBATE, imported, survey_room
from tests.workshops import shortlisted, started_room
from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.domain.session import Session
from workshop_tui.domain.survey import (
    AddTheme,
    CompareAnswers,
    EndComparison,
    HideWord,
    MarkGeneric,
    MergeWords,
    Source,
    SplitForm,
    Taken,
)
from workshop_tui.room import Room
from workshop_tui.store.answers import keep_answers
from workshop_tui.store.layout import SessionFolder
from workshop_tui.text.reading import Comparison, Reading, read_survey
from workshop_tui.text.survey.choices import choices_of
from workshop_tui.ui.other_survey import OtherSurvey
from workshop_tui.ui.proof_keeper import ProofKeeper
from workshop_tui.ui.readings import Readings


class Beside:
    """Runs coroutines as the screen does, and waits for all of them."""

    def __init__(self) -> None:
        self.tasks: list[asyncio.Task[None]] = []

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        self.tasks.append(asyncio.ensure_future(work))

    async def done(self) -> None:
        while any(not task.done() for task in self.tasks):
            await asyncio.gather(*self.tasks)


def readings_of(room: Room, folder: Path) -> tuple[Readings, Beside]:
    beside = Beside()
    readings = Readings(room, folder, beside.run)
    readings.start()
    return readings, beside


async def test_the_imported_answers_are_read_and_looked_through(tmp_path: Path) -> None:
    readings, beside = readings_of(survey_room(tmp_path), tmp_path)
    assert (readings.current, readings.is_reading) == (None, True)

    await beside.done()

    assert readings.current is not None
    assert readings.current.people == len(REBATE) - 1
    assert (readings.is_reading, readings.is_looked_through) == (False, True)
    assert sum(answer.people for answer in readings.found.answers) == len(REBATE) - 1


async def test_a_workshop_without_answers_has_no_reading_and_reads_nothing(tmp_path: Path) -> None:
    readings, beside = readings_of(started_room(), tmp_path)

    await beside.done()

    assert (readings.current, readings.is_reading, beside.tasks) == (None, False, [])


async def test_a_mark_on_a_word_changes_the_reading_without_reading_the_file_again(
    tmp_path: Path,
) -> None:
    room = survey_room(tmp_path)
    readings, beside = readings_of(room, tmp_path)
    await beside.done()
    SessionFolder(tmp_path).answers.unlink()

    room.do(MarkGeneric(word="process"))
    assert readings.is_reading
    await beside.done()

    assert readings.fault is None
    assert readings.current is not None
    process = readings.current.find("process")
    assert process is not None
    assert process.generic


async def test_marks_made_while_reading_are_in_the_reading_that_comes_last(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    readings, beside = readings_of(room, tmp_path)

    room.do(HideWord(word="rebate"))
    room.do(MarkGeneric(word="process"))
    await beside.done()

    assert readings.current is not None
    assert readings.current.choices == choices_of(room.session.survey)


async def test_undoing_an_import_brings_the_former_answers_back(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    room.do(imported(tmp_path, ["Another survey altogether"] * 12))
    readings, beside = readings_of(room, tmp_path)
    await beside.done()
    assert readings.current is not None
    assert readings.current.people == 12

    room.undo("survey")
    await beside.done()

    assert readings.current is not None
    assert readings.current.people == len(REBATE) - 1


async def test_undoing_the_only_import_leaves_no_reading(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    readings, beside = readings_of(room, tmp_path)
    await beside.done()

    room.undo("survey")

    assert (readings.current, readings.found.answers, readings.fault) == (None, (), None)


async def test_answers_that_were_changed_by_hand_are_refused_with_the_reason(
    tmp_path: Path,
) -> None:
    room = survey_room(tmp_path)
    SessionFolder(tmp_path).answers.write_text("id,answer,group\r\n1,forged,\r\n")
    told: list[object] = []
    readings, beside = readings_of(room, tmp_path)
    readings.watch(lambda: told.append(readings.fault))

    await beside.done()

    assert readings.current is None
    assert readings.fault is not None
    assert readings.fault.key == "store.answers.changed"
    assert told[-1] == readings.fault
    assert not readings.is_reading


async def test_a_reading_that_an_import_made_is_not_made_again(tmp_path: Path) -> None:
    room = started_room()
    readings, beside = readings_of(room, tmp_path)
    action = imported(tmp_path, REBATE)
    SessionFolder(tmp_path).answers.unlink()
    made = read_survey(REBATE, choices_of(room.session.survey))

    readings.offer(action.answers_sha256, made)
    room.do(action)
    await beside.done()

    assert readings.current is made


async def test_watchers_are_told_of_each_reading_and_of_nothing_after_the_end(
    tmp_path: Path,
) -> None:
    room = survey_room(tmp_path)
    readings, beside = readings_of(room, tmp_path)
    told: list[bool] = []
    readings.watch(lambda: told.append(readings.is_looked_through))
    await beside.done()
    assert told == [False, True]

    readings.stop()
    room.do(MarkGeneric(word="process"))
    await beside.done()

    assert told == [False, True]


def test_the_facilitators_marks_are_the_choices_of_the_reading(tmp_path: Path) -> None:
    room = survey_room(
        tmp_path,
        actions=[
            MarkGeneric(word="process"),
            HideWord(word="form"),
            MergeWords(word="voices", into="people"),
            SplitForm(form="customers"),
            AddTheme(name="Easy steps", words=("easy", "process")),
        ],
    )

    choices = choices_of(room.session.survey)

    assert choices.generic_on == ("process",)
    assert choices.hidden == ("form",)
    assert choices.merges == (("voices", "people"),)
    assert choices.splits == ("customers",)
    assert [(group.name, group.words) for group in choices.groups] == [
        ("Easy steps", ("easy", "process"))
    ]


def comparing(folder: Path, taken: Taken = "earlier") -> CompareAnswers:
    """A survey in which twenty people spoke of the desk, and ten of the rebate."""
    rows = [(f"The desk was open {n}", "") for n in range(20)]
    rows += [(f"The rebate came {n}", "") for n in range(10)]
    digest = keep_answers(SessionFolder(folder), rows)
    source = Source(file="old.csv", sha256="1" * 64, format="csv", rows=30)
    return CompareAnswers(taken=taken, source=source, answers_sha256=digest, people=30)


def other_survey_of(room: Room, folder: Path) -> tuple[OtherSurvey, Beside]:
    beside = Beside()
    readings = Readings(room, folder, beside.run)
    other = OtherSurvey(room, readings)
    readings.start(other)
    return other, beside


async def test_a_survey_that_is_compared_is_read_after_the_workshops_own(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    other, beside = other_survey_of(room, tmp_path)
    await beside.done()
    assert (other.compared, other.is_due) == (None, False)

    room.do(comparing(tmp_path))
    await beside.done()

    assert other.compared is not None
    assert other.compared.before.people == 30
    assert [change.word for change in other.compared.comparison.less][:1] == ["desk"]
    room.do(EndComparison())
    assert other.compared is None


async def test_a_later_survey_is_the_one_that_says_more_or_less(tmp_path: Path) -> None:
    room = survey_room(tmp_path, actions=[comparing(tmp_path, "later")])
    other, beside = other_survey_of(room, tmp_path)

    await beside.done()

    assert other.compared is not None
    assert other.compared.now.people == 30
    assert [change.word for change in other.compared.comparison.more][:1] == ["desk"]


async def test_a_mark_counts_in_both_surveys(tmp_path: Path) -> None:
    room = survey_room(tmp_path, actions=[comparing(tmp_path)])
    other, beside = other_survey_of(room, tmp_path)
    await beside.done()

    room.do(HideWord(word="desk"))
    await beside.done()

    assert other.compared is not None
    assert "desk" not in [change.word for change in other.compared.comparison.less]


async def test_a_compared_survey_that_is_lost_is_said_and_costs_nothing_else(
    tmp_path: Path,
) -> None:
    room = survey_room(tmp_path, actions=[comparing(tmp_path)])
    next(tmp_path.glob("answers-*.csv")).unlink()
    other, beside = other_survey_of(room, tmp_path)

    await beside.done()

    assert (other.compared, other.is_due) == (None, False)
    assert other.fault is not None


class Keeping:
    """Notes of what something was kept: the statement, and whether another survey stood beside."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, bool]] = []

    def keep(self, session: Session, reading: Reading, comparison: Comparison | None) -> None:
        assert reading.choices == choices_of(session.survey)
        wording = statement(session.scoring, session.gut_check)
        self.kept.append((wording, comparison is not None))


async def kept_readings(room: Room, folder: Path) -> tuple[Keeping, Beside]:
    keeping, beside = Keeping(), Beside()
    readings = Readings(room, folder, beside.run)
    other = OtherSurvey(room, readings)
    readings.start(other, ProofKeeper(room, readings, other, keeping.keep))
    await beside.done()
    return keeping, beside


async def test_what_was_read_is_kept_once_and_again_for_another_statement(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    keeping, beside = await kept_readings(room, tmp_path)
    for action in (*shortlisted("Make it easy."), ChooseStatement(draft="draft1", because="x")):
        room.do(action)
        await beside.done()

    assert keeping.kept == [("", False), ("Make it easy.", False)]


async def test_a_mark_on_a_word_is_kept_with_its_own_reading(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    keeping, beside = await kept_readings(room, tmp_path)
    room.do(MarkGeneric(word="process"))
    await beside.done()

    assert len(keeping.kept) == 2


async def test_a_survey_that_is_compared_is_kept_with_what_it_shows(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    keeping, beside = await kept_readings(room, tmp_path)
    room.do(comparing(tmp_path))
    await beside.done()

    assert keeping.kept == [("", False), ("", True)]


async def test_beside_a_survey_that_is_lost_nothing_is_kept(tmp_path: Path) -> None:
    room = survey_room(tmp_path)
    keeping, beside = await kept_readings(room, tmp_path)
    room.do(replace(comparing(tmp_path), answers_sha256="0" * 64))
    await beside.done()

    assert keeping.kept == [("", False)]
