"""The reading of the survey beside the screen: made away from it, kept up to date, shared by all.

The survey, drafting and gut-check views and the record look at the same `Reading`. It follows the
Room: other answers, or other marks on their words, give another reading. Leaves out how answers
are read (`text.reading`), where they lie (`store.answers`), and what is done with a reading when
nothing else waits (`other_survey`, `proof_keeper`).
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import msgspec

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import latest_answers
from workshop_tui.room import Change, Room

if TYPE_CHECKING:
    from workshop_tui.text.reading import Answer, Reading
    from workshop_tui.text.survey.choices import ReadingChoices

Runner: TypeAlias = Callable[[Coroutine[Any, Any, None]], object]
"""Runs a coroutine beside the screen, and ends the program when it breaks: `run_worker`."""


class Wanted(msgspec.Struct, frozen=True):
    """Which answers, under which choices."""

    answers_sha256: str
    choices: "ReadingChoices"


def survey_of(session: Session) -> Wanted | None:
    """The employees' answers; None before an import."""
    from workshop_tui.text.survey.choices import choices_of  # noqa: PLC0415 - keeps the start fast

    survey = session.survey
    return Wanted(survey.answers_sha256, choices_of(survey)) if survey.answers_sha256 else None


def customers_of(session: Session) -> Wanted | None:
    """What customers answered last, read as it came; None before an import."""
    from workshop_tui.text.survey.choices import AS_SHIPPED  # noqa: PLC0415 - as above

    latest = latest_answers(session.sustain.customer_answers)
    return Wanted(latest.answers_sha256, AS_SHIPPED) if latest else None


class LookedThrough(msgspec.Struct, frozen=True):
    """What was found in a reading once its phrases and themes were.

    answers: the distinct ones. texts: theirs, at hand for a search that runs with each key.
    """

    answers: "Sequence[Answer]" = ()
    texts: Sequence[str] = ()


class Made(msgspec.Struct, frozen=True):
    """The reading that there is, and of what. found: None until it is looked through."""

    of: Wanted
    reading: "Reading"
    found: LookedThrough | None = None


class Failed(msgspec.Struct, frozen=True):
    """Why there is none."""

    of: Wanted
    fault: Message


class Further(Protocol):
    """Work on the current reading that waits until it is looked through."""

    @property
    def is_due(self) -> bool: ...

    async def do(self, reading: "Reading") -> None:
        """Do it, so that it is not due any more."""
        ...


class Readings:
    """Keeps one reading of a workshop. All methods belong to the thread of the screen."""

    def __init__(
        self,
        room: Room,
        folder: Path,
        run: Runner,
        wanted: Callable[[Session], Wanted | None] = survey_of,
    ) -> None:
        """folder: of the session, where its answers lie. wanted: whose answers are read."""
        self.folder = folder
        """Where answers that are imported belong."""
        self._wanted_of = wanted
        self._room = room
        self._run = run
        self._state: Made | Failed | None = None
        self._offered: Made | None = None
        self._further: tuple[Further, ...] = ()
        self._is_running = False
        self._news = asyncio.Event()
        self._watchers: list[Callable[[], None]] = []
        self._unwatch: Callable[[], None] | None = None

    def start(self, *further: Further) -> None:
        """Follow the Room, and begin to read where there is something to read.

        further: what else is done with each reading, in this order.
        """
        self._further = further
        self._unwatch = self._room.watch(self._told)
        self._catch_up()

    def stop(self) -> None:
        """Leave the Room; a reading under way is dropped."""
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None
        self._watchers.clear()

    # -- what there is to see ----------------------------------------------------------------------

    @property
    def current(self) -> "Reading | None":
        """The last reading; None without answers, or while the first is being made.

        After a change it is the former one until the new one is there.
        """
        return self._state.reading if isinstance(self._state, Made) else None

    @property
    def current_is_wanted(self) -> bool:
        """Whether there is a reading, and no other one is on its way."""
        return isinstance(self._state, Made) and self._state.of == self._wanted()

    @property
    def fault(self) -> Message | None:
        """Why the answers cannot be read; None where they can."""
        return self._state.fault if isinstance(self._state, Failed) else None

    @property
    def is_reading(self) -> bool:
        """Whether another reading is on its way."""
        return self._is_behind(self._wanted())

    @property
    def is_looked_through(self) -> bool:
        """Whether phrases and themes of the current reading have been found too."""
        return isinstance(self._state, Made) and self._state.found is not None

    @property
    def found(self) -> LookedThrough:
        """What was found in the current reading; nothing until it is looked through."""
        found = self._state.found if isinstance(self._state, Made) else None
        return found or LookedThrough()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Tell this watcher whenever there is another reading, or why there is none."""
        self._watchers.append(watcher)

    def tell(self) -> None:
        """Tell all watchers that there is something else to see."""
        self._news.set()
        for watcher in tuple(self._watchers):
            watcher()

    async def until(self, holds: Callable[[], bool], patience: float) -> None:
        """Wait until this holds of the reading, so many seconds at most."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while not holds():
                    self._news.clear()
                    await self._news.wait()

    # -- keeping up --------------------------------------------------------------------------------

    def offer(self, answers_sha256: str, reading: "Reading") -> None:
        """Hand over a reading of answers that are about to be imported, to save reading twice."""
        self._offered = Made(Wanted(answers_sha256, reading.choices), reading)

    def _told(self, change: Change) -> None:
        # What tells of a save comes from the log's thread, and changes nothing here.
        if change.entry is not None:
            self._catch_up()

    def _wanted(self) -> Wanted | None:
        return self._wanted_of(self._room.session)

    def _is_behind(self, wanted: Wanted | None) -> bool:
        return wanted is not None and (self._state is None or self._state.of != wanted)

    def _turn_to(self, state: Made | Failed | None) -> None:
        self._state = state
        self.tell()

    def _catch_up(self) -> None:
        wanted = self._wanted()
        if wanted is None and self._state is not None:
            self._turn_to(None)
        if self._offered is not None and self._offered.of == wanted:
            self._turn_to(self._offered)
            self._offered = None
        if self._has_work(wanted) and not self._is_running:
            self._is_running = True
            self._run(self._work())

    def _has_work(self, wanted: Wanted | None) -> bool:
        has_more = self.current is not None and not self.is_looked_through
        return self._is_behind(wanted) or has_more or self._next_due() is not None

    def _next_due(self) -> Further | None:
        if self.current is None:
            return None
        return next((each for each in self._further if each.is_due), None)

    async def _work(self) -> None:
        """Read until the reading is the one that is wanted, then look further into it."""
        while self._unwatch is not None:
            wanted, made, due = self._wanted(), self._state, self._next_due()
            if wanted is not None and self._is_behind(wanted):
                await self._make(wanted)
            elif isinstance(made, Made) and made.found is None:
                await self._look_further(made)
            elif isinstance(made, Made) and due is not None:
                await due.do(made.reading)
            else:
                break
        self._is_running = False

    async def _make(self, wanted: Wanted) -> None:
        try:
            reading = await asyncio.to_thread(_made, self.folder, wanted, self._reusable(wanted))
        except RefusedError as refused:
            self._turn_to(Failed(wanted, refused.reason))
        else:
            self._turn_to(Made(wanted, reading))

    async def _look_further(self, made: Made) -> None:
        found = await asyncio.to_thread(_looked_through, made.reading)
        if self._state is made:
            self._turn_to(Made(made.of, made.reading, found))

    def _reusable(self, wanted: Wanted) -> "Reading | None":
        """The current reading, where it is of the same answers."""
        made = self._state
        is_same = isinstance(made, Made) and made.of.answers_sha256 == wanted.answers_sha256
        return self.current if is_same else None


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


def _looked_through(reading: "Reading") -> LookedThrough:
    """In a thread: find what not every view shows, so that the one which does need not wait."""
    _ = reading.phrases, reading.suggested_themes, reading.variants, reading.groups
    _ = reading.near_duplicates, reading.long_repeats
    answers = reading.all_answers()
    return LookedThrough(answers, [answer.text for answer in answers])
