"""The reading of the survey beside the screen: made away from it, kept up to date, shared by all.

A survey that is compared is read last, when nothing else waits; then what the record needs of the
reading is kept, so that an export need not read again.

The survey, drafting and gut-check views and the record look at the same `Reading`. It follows the
Room: other answers, or other marks on their words, give another reading. Leaves out how answers
are read (`text.reading`) and where they lie (`store.answers`).
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.session import Session
from workshop_tui.domain.survey import ComparedSurvey
from workshop_tui.domain.sustain import latest_answers
from workshop_tui.room import Change, Room
from workshop_tui.text.survey.choices import AS_SHIPPED, ReadingChoices, choices_of

if TYPE_CHECKING:
    from workshop_tui.text.reading import Answer, Comparison, Reading
    from workshop_tui.ui.compared import Compared

Runner: TypeAlias = Callable[[Coroutine[Any, Any, None]], object]
"""Runs a coroutine beside the screen, and ends the program when it breaks: `run_worker`."""


Keeper: TypeAlias = "Callable[[Session, Reading, Comparison | None], None]"
"""In a thread: keeps what the session's reading proves, and the comparison where there is one."""


class Wanted(msgspec.Struct, frozen=True):
    """Which answers, under which choices."""

    answers_sha256: str
    choices: ReadingChoices


class Kept(msgspec.Struct, frozen=True):
    """Of what something was kept: all that may change while the workshop goes on."""

    wanted: Wanted
    statement: str
    compared: ComparedSurvey | None
    customers: Wanted | None


def survey_of(session: Session) -> Wanted | None:
    """The employees' answers; None before an import."""
    survey = session.survey
    return Wanted(survey.answers_sha256, choices_of(survey)) if survey.answers_sha256 else None


def customers_of(session: Session) -> Wanted | None:
    """What customers answered last, read as it came; None before an import."""
    latest = latest_answers(session.sustain.customer_answers)
    return Wanted(latest.answers_sha256, AS_SHIPPED) if latest else None


class Readings:
    """Keeps one reading of a workshop. All methods belong to the thread of the screen."""

    def __init__(
        self,
        room: Room,
        folder: Path,
        run: Runner,
        wanted: Callable[[Session], Wanted | None] = survey_of,
        keep: "Keeper | None" = None,
    ) -> None:
        """folder: of the session, where its answers lie. wanted: whose answers are read.

        keep: of a reading of the survey; None keeps nothing.
        """
        self._wanted_of = wanted
        self._keep_for_record = keep
        self._kept: Kept | None = None
        self._room = room
        self._folder = folder
        self._run = run
        self._current: Reading | None = None
        self._has: Wanted | None = None
        self._failed: Wanted | None = None
        self._fault: Message | None = None
        self._offered: tuple[Wanted, Reading] | None = None
        self._is_running = False
        self._is_looked_through = False
        self._answers: Sequence[Answer] = ()
        self._texts: Sequence[str] = ()
        self._compared: Compared | None = None
        self._comparison_fault: tuple[ComparedSurvey, Message] | None = None
        self._news = asyncio.Event()
        self._watchers: list[Callable[[], None]] = []
        self._unwatch: Callable[[], None] | None = None

    def start(self) -> None:
        """Follow the Room, and begin to read where there is something to read."""
        self._unwatch = self._room.watch(self._told)
        self._catch_up()

    def stop(self) -> None:
        """Leave the Room; a reading under way is dropped."""
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None
        self._watchers.clear()

    @property
    def current(self) -> "Reading | None":
        """The last reading; None without answers, or while the first is being made.

        After a change it is the former one until the new one is there.
        """
        return self._current

    @property
    def is_reading(self) -> bool:
        """Whether another reading is on its way."""
        return self._is_behind(self._wanted())

    async def until(self, holds: Callable[[], bool], patience: float) -> None:
        """Wait until this holds of the reading, so many seconds at most."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while not holds():
                    self._news.clear()
                    await self._news.wait()

    @property
    def is_looked_through(self) -> bool:
        """Whether phrases and themes of the current reading have been found too."""
        return self._is_looked_through

    @property
    def answers(self) -> "Sequence[Answer]":
        """The distinct answers of the current reading; () until it is looked through."""
        return self._answers

    @property
    def texts(self) -> Sequence[str]:
        """The texts of `answers`, at hand for a search that runs with each key."""
        return self._texts

    @property
    def compared(self) -> "Compared | None":
        """The current reading beside that of another survey; None until there is one."""
        made, wanted = self._compared, self._room.session.survey.compared
        is_current = made is not None and (made.survey, made.own) == (wanted, self._current)
        return made if is_current else None

    @property
    def is_comparing(self) -> bool:
        """Whether the other survey is still to be read."""
        return self._lacks_comparison()

    @property
    def comparison_fault(self) -> Message | None:
        """Why the other survey cannot be read; None where it can."""
        fault = self._comparison_fault
        return fault[1] if fault and fault[0] == self._room.session.survey.compared else None

    @property
    def fault(self) -> Message | None:
        """Why the answers cannot be read; None where they can."""
        return self._fault

    def watch(self, watcher: Callable[[], None]) -> None:
        """Tell this watcher whenever there is another reading, or why there is none."""
        self._watchers.append(watcher)

    @property
    def folder(self) -> Path:
        """Where answers that are imported belong."""
        return self._folder

    def offer(self, answers_sha256: str, reading: "Reading") -> None:
        """Hand over a reading of answers that are about to be imported, to save reading twice."""
        self._offered = (Wanted(answers_sha256, reading.choices), reading)

    def _told(self, change: Change) -> None:
        # What tells of a save comes from the log's thread, and changes nothing here.
        if change.entry is not None:
            self._catch_up()

    def _wanted(self) -> Wanted | None:
        return self._wanted_of(self._room.session)

    def _is_behind(self, wanted: Wanted | None) -> bool:
        return wanted is not None and wanted not in (self._has, self._failed)

    def _catch_up(self) -> None:
        wanted = self._wanted()
        if wanted is None and self._has is not None:
            self._keep(None, None)
        if self._offered is not None and self._offered[0] == wanted:
            self._keep(*self._offered)
            self._offered = None
        has_more = self._current is not None and not self._is_looked_through
        has_more = has_more or self._lacks_comparison() or self._lacks_keeping()
        if (has_more or self._is_behind(wanted)) and not self._is_running:
            self._is_running = True
            self._run(self._read())

    async def _read(self) -> None:
        """Read until the reading is the one that is wanted, then look further into it."""
        while self._unwatch is not None:
            wanted = self._wanted()
            if wanted is not None and self._is_behind(wanted):
                await self._make(wanted)
            elif self._current is not None and not self._is_looked_through:
                await self._look_further(self._current)
            elif self._current is not None and self._lacks_comparison():
                await self._compare(self._current)
            elif self._current is not None and self._lacks_keeping():
                await self._keep_proof(self._current)
            else:
                break
        self._is_running = False

    async def _make(self, wanted: Wanted) -> None:
        try:
            reading = await asyncio.to_thread(_made, self._folder, wanted, self._reusable(wanted))
        except RefusedError as refused:
            self._keep(None, None)
            self._failed, self._fault = wanted, refused.reason
            self._tell()
        else:
            self._keep(wanted, reading)

    async def _look_further(self, reading: "Reading") -> None:
        found = await asyncio.to_thread(_look_through, reading)
        if self._current is reading:
            self._is_looked_through = True
            self._answers, self._texts = found
            self._tell()

    def _lacks_comparison(self) -> bool:
        if self._wanted_of is not survey_of:
            return False
        is_wanted = self._room.session.survey.compared is not None and self._current is not None
        return is_wanted and self.compared is None and self.comparison_fault is None

    async def _compare(self, own: "Reading") -> None:
        survey = self._room.session.survey.compared
        if survey is None:
            return
        # With the reading's own modules: no start waits for it.
        from workshop_tui.ui.compared import compared  # noqa: PLC0415

        try:
            self._compared = await asyncio.to_thread(
                compared, self._folder, survey, own, self._compared
            )
        except RefusedError as refused:
            self._comparison_fault = (survey, refused.reason)
        self._tell()

    def _to_keep(self) -> Kept | None:
        session = self._room.session
        if self._has is None or self._has != self._wanted_of(session):
            return None
        wording = statement(session.scoring, session.gut_check)
        return Kept(self._has, wording, session.survey.compared, customers_of(session))

    def _lacks_keeping(self) -> bool:
        if self._keep_for_record is None or self._current is None or self.comparison_fault:
            return False
        return self._to_keep() not in (None, self._kept)

    async def _keep_proof(self, reading: "Reading") -> None:
        if self._keep_for_record is None:
            return
        self._kept = self._to_keep()
        comparison = self.compared.comparison if self.compared else None
        await asyncio.to_thread(self._keep_for_record, self._room.session, reading, comparison)

    def _reusable(self, wanted: Wanted) -> "Reading | None":
        """The current reading, where it is of the same answers."""
        is_same = self._has is not None and self._has.answers_sha256 == wanted.answers_sha256
        return self._current if is_same else None

    def _keep(self, wanted: Wanted | None, reading: "Reading | None") -> None:
        self._has, self._current = wanted, reading
        self._failed, self._fault = None, None
        self._is_looked_through, self._answers, self._texts = False, (), ()
        self._tell()

    def _tell(self) -> None:
        self._news.set()
        for watcher in tuple(self._watchers):
            watcher()


def _made(folder: Path, wanted: Wanted, earlier: "Reading | None") -> "Reading":
    """In a thread: the reading that is wanted. Raises RefusedError where the answers are lost."""
    # numpy and the dictionaries take a tenth of a second, which the first frame does not wait for.
    from workshop_tui.store.answers import read_answers  # noqa: PLC0415
    from workshop_tui.store.layout import SessionFolder  # noqa: PLC0415
    from workshop_tui.text.reading import read_survey  # noqa: PLC0415

    if earlier is not None:
        reading = earlier.with_choices(wanted.choices)
    else:
        answers = read_answers(SessionFolder(folder), wanted.answers_sha256)
        groups = answers.groups if any(answers.groups) else None
        reading = read_survey(answers.texts, wanted.choices, groups)
    _ = reading.words, reading.specific
    return reading


def _look_through(reading: "Reading") -> "tuple[Sequence[Answer], Sequence[str]]":
    """In a thread: find what not every view shows, so that the one which does need not wait."""
    _ = reading.phrases, reading.suggested_themes, reading.variants, reading.groups
    _ = reading.near_duplicates, reading.long_repeats
    answers = reading.all_answers()
    return answers, [answer.text for answer in answers]
