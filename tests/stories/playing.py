"""A story played through the real Room, in memory or on the disk: its end is a real session.

What a story does not tell is worked out here as the program does it: people and non-answers from
the reading of the survey, the people behind a pin or a theme from the marks then in force, and an
order of the ballots that is shuffled the same way each time.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import assert_never

import msgspec

from tests.store.folders import opened_to_write
from tests.stories.telling import (
    Deed,
    ImportCustomers,
    ImportSurvey,
    PutBack,
    Step,
    Story,
    TakeBack,
)
from tests.workshops import UNTOUCHED, MemoryLog
from workshop_tui.answers_on_disk import Rows, collect_from_customers, read_rows, take_over
from workshop_tui.domain.hidden_box import HiddenBox
from workshop_tui.domain.history import Checkpoint, Entry
from workshop_tui.domain.session import StartWorkshop
from workshop_tui.domain.survey import AddTheme, PinInsight, PinKind, Survey, Theme
from workshop_tui.domain.values import STAGES, Stage, changed
from workshop_tui.room import Room
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.creating import create_session
from workshop_tui.store.importing import ImportedAnswers, read
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.session_files import SessionFiles
from workshop_tui.text.reading import Reading
from workshop_tui.text.survey.choices import choices_of
from workshop_tui.writable_room import Beginning, WritableRoom

SESSIONS = Path(__file__).parents[2] / "sessions"
GIVEN_FILES = frozenset({"survey.csv", "customers.csv"})
"""The exports of survey tools; all other files of a sample are written by playing its story."""
SHUFFLED_BY = 2026
"""The seed of every shuffle of ballots."""


def play(story: Story, until: Stage | None = None) -> Room:
    """The workshop in memory, as it is when the chapter of this stage begins; whole without one."""
    clock = _Clock()
    log, shuffle = MemoryLog(), random.Random(SHUFFLED_BY).shuffle
    room = WritableRoom(UNTOUCHED, log=log, clock=clock, shuffle=shuffle)
    log.room = room
    with TemporaryDirectory() as folder:
        player = _Player(story, room, clock, SessionFolder(Path(folder)))
        player.play(steps_until(story, until))
    return room


def play_on_disk(story: Story, sessions: Path, backups: Path) -> SessionFolder:
    """The whole workshop in a new folder in `sessions`, each step on the disk before the next."""
    clock = _Clock()
    first, *others = steps_until(story, None)
    if not isinstance(first.deed, StartWorkshop):
        raise TypeError("a story begins with StartWorkshop")
    clock.set(first.at, story.utc_offset)
    folder = create_session(sessions, first.deed, clock)
    opened = opened_to_write(folder, BackupFolder(backups), clock)
    log = _WaitingLog(opened.files)
    earlier = opened.read_history()
    beginning = Beginning(opened.checkpoint, lambda: earlier)
    shuffle = random.Random(SHUFFLED_BY).shuffle
    room = WritableRoom(beginning, log=log, clock=clock, shuffle=shuffle)
    log.room = room
    _Player(story, room, clock, folder).play(others)
    log.close()
    return folder


def played_files(folder: SessionFolder) -> set[str]:
    """The names of the files that playing a story wrote into its folder."""
    visible = {path.name for path in folder.path.iterdir() if not path.name.startswith(".")}
    return visible - GIVEN_FILES


def shipped(story: Story) -> SessionFolder:
    """The folder in which the story ships."""
    return SessionFolder(SESSIONS / story.slug)


def steps_until(story: Story, until: Stage | None) -> list[Step]:
    """The steps of all chapters before the one of this stage."""
    stages = STAGES if until is None else STAGES[: STAGES.index(until)]
    return [step for stage in stages for step in story.chapters[stage]]


@cache
def imported(story: Story) -> ImportedAnswers:
    """The survey export of the story, read by the program's own importer."""
    return read(shipped(story).path / "survey.csv", group=story.group_column)


@cache
def customers(story: Story) -> ImportedAnswers:
    """What customers answered in the story, read by the program's own importer."""
    return read(shipped(story).path / "customers.csv")


@cache
def _unmarked_reading(story: Story) -> Reading:
    return read_rows(imported(story).answers)


@cache
def reading(story: Story, survey: Survey) -> Reading:
    """The answers of the story under the marks and themes that are in force."""
    return _unmarked_reading(story).with_choices(choices_of(survey))


def people_behind(kind: PinKind, text: str, read: Reading) -> int:
    """How many people said this word or phrase, gave this answer, or said a word of this theme.

    Raises KeyError where nobody did, or too few for the program to show it.
    """
    match kind:
        case "word":
            found = read.find(text)
            counts = {text: found.people} if found else {}
        case "phrase":
            counts = {each.phrase: each.people for each in read.phrases}
        case "quote":
            counts = {each.text: each.people for each in read.all_answers()}
        case "theme":
            counts = {each.name: each.people for each in read.own_themes}
        case _:
            assert_never(kind)
    return counts[text]


@dataclass
class _Player:
    """Does one step of a story after the other in a room. folder: where answers.csv goes."""

    story: Story
    room: Room
    clock: "_Clock"
    folder: SessionFolder

    def play(self, steps: Sequence[Step]) -> None:
        for step in steps:
            self.clock.set(step.at, self.story.utc_offset)
            self._do(step.deed)

    def _read(self, rows: Rows) -> Reading:
        """The survey of a story is read once for all the times it is played."""
        del rows
        return _unmarked_reading(self.story)

    def _do(self, deed: Deed) -> None:
        survey = self.room.session.survey
        match deed:
            case TakeBack():
                self.room.undo(deed.stage)
            case PutBack():
                self.room.redo(deed.stage)
            case ImportSurvey():
                answers = imported(self.story)
                self.room.do(take_over(self.folder, answers, self._read).action)
            case ImportCustomers():
                answers, day = customers(self.story), self.room.today
                self.room.do(collect_from_customers(day, self.folder, answers).action)
            case PinInsight():
                people = people_behind(deed.kind, deed.text, reading(self.story, survey))
                self.room.do(msgspec.structs.replace(deed, people=people))
            case AddTheme():
                theme = Theme(id="the new one", name=deed.name, words=deed.words)
                with_theme = changed(survey, themes=(*survey.themes, theme))
                people = people_behind("theme", deed.name, reading(self.story, with_theme))
                self.room.do(msgspec.structs.replace(deed, people=people))
            case _:
                self.room.do(deed)


class _Clock:
    """Stands still between the steps of a story."""

    def __init__(self) -> None:
        self._now = datetime.min.replace(tzinfo=UTC)

    def __call__(self) -> datetime:
        return self._now

    def set(self, on_the_wall: datetime, utc_offset: timedelta) -> None:
        self._now = on_the_wall.replace(tzinfo=timezone(utc_offset))


@dataclass
class _WaitingLog:
    """The disk as a Room wants it: each call waits, and says at once that all is safe.

    session.toml is written once at the end, since only its last state is kept.
    """

    files: SessionFiles
    room: WritableRoom | None = None
    latest: Checkpoint | None = None

    def append(self, entry: Entry) -> None:
        assert self.room is not None
        self.files.append([entry])
        self.room.on_saved(entry.seq, entry.at)

    def save(self, checkpoint: Checkpoint) -> None:
        self.latest = checkpoint

    def keep_box(self, box: HiddenBox) -> None:
        self.files.keep_box(box)

    def drop_box(self) -> None:
        self.files.drop_box()

    def close(self) -> None:
        assert self.latest is not None
        self.files.save(self.latest)
        self.files.close()
