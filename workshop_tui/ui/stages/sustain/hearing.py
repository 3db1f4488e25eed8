"""What is heard from customers and employees: their answers brought in, read, and shown.

Customers' answers lie in a file and are read beside the screen; employees' responses to a change
lie in the session and are few. Leaves out what the pages look like (`heard`).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.message import Message
from workshop_tui.domain.sustain import Change, CollectResponses, ImportCustomerAnswers
from workshop_tui.domain.values import find
from workshop_tui.ui.importing.course import Course
from workshop_tui.ui.importing.import_page import Import, Purpose
from workshop_tui.ui.page import CommandTarget, Say
from workshop_tui.ui.readings import Readings, customers_of
from workshop_tui.ui.stages.sustain.change_forms import (
    collected,
    responses_of,
    responses_questions,
)
from workshop_tui.ui.stages.sustain.host import SustainHost

if TYPE_CHECKING:
    from workshop_tui.answers_on_disk import Brought, Rows
    from workshop_tui.store.importing import ImportedAnswers
    from workshop_tui.text.promise import Promise
    from workshop_tui.text.reading import Reading

QUOTES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class SaidWith:
    """How many employees used a word, and what some of them wrote with it."""

    people: int
    quotes: tuple[str, ...] = ()


class Hearing(CommandTarget):
    """Answers of customers and of employees, for one view."""

    def __init__(self, host: SustainHost) -> None:
        self._host = host
        self._readings: Readings | None = None
        self._promise: tuple[Reading, str, Promise] | None = None
        self._answering = ""
        self._customers = Import(host, self._bring_customers, self._keep_customers)
        self._responses = Import(host, self._bring_responses, self._keep_responses)

    def start(self) -> None:
        """Follow the readings; the host is on the screen."""
        host = self._host
        host.readings.watch(host.draw_again)
        self._readings = Readings(
            host.room, host.readings.folder, host.beside_the_screen, customers_of
        )
        self._readings.watch(host.draw_again)
        self._readings.start()

    def stop(self) -> None:
        """Let the Room go."""
        if self._readings is not None:
            self._readings.stop()

    @property
    def is_importing(self) -> bool:
        """Whether a file is being read beside the screen."""
        return self._customers.is_under_way or self._responses.is_under_way

    def stop_importing(self) -> None:
        """Nothing is kept."""
        self._customers.stop()
        self._responses.stop()

    # -- what the readings tell --------------------------------------------------------------------

    @property
    def customers(self) -> "Reading | None":
        """What customers answered last; None before an import, and while it is being read."""
        return self._readings.current if self._readings else None

    @property
    def fault(self) -> Message | None:
        """Why customers' answers cannot be read; None where they can."""
        return self._readings.fault if self._readings else None

    def promise(self) -> "Promise | None":
        """The statement beside customers' answers; None while there are none to read."""
        reading = self.customers
        words = statement(self._host.session.scoring, self._host.session.gut_check)
        if reading is None:
            return None
        made = self._promise
        if made is None or made[0] is not reading or made[1] != words:
            from workshop_tui.text.promise import (  # noqa: PLC0415 - loads the word lists
                promise_beside,
            )

            made = self._promise = (reading, words, promise_beside(words, reading))
        return made[2]

    def promise_told(self, t: Say) -> Sequence[str]:
        """The same in sentences; () while there is none."""
        from workshop_tui.ui.stages.sustain.heard import (  # noqa: PLC0415 - keeps the start fast
            promise_sentences,
        )

        promise = self.promise()
        return promise_sentences(promise, t) if promise else ()

    def said_with(self, word: str) -> SaidWith | None:
        """Who used a word of the statement in the survey.

        None without a survey, and for words such as "the", which a reading passes over.
        """
        reading = self._host.readings.current
        if reading is None:
            return None
        from workshop_tui.text.statement import check_statement  # noqa: PLC0415 - the word lists

        voice = next(iter(check_statement(word, voices=reading).voices), None)
        if voice is None:
            return None
        quotes = reading.quotes([word], QUOTES_SHOWN) if voice.people else ()
        return SaidWith(voice.people, tuple(quote.text for quote in quotes))

    def quotes_of(self, word: str) -> Sequence[str]:
        """What employees wrote with a word of the statement; () where nobody did."""
        said = self.said_with(word)
        return said.quotes if said else ()

    # -- bringing in -------------------------------------------------------------------------------

    def reason_against(self, command: str) -> Message | None:
        if command == "import_answers":
            return self._why_no_import()
        return self._why_nothing_to_read() if command == "read_answers" else None

    def _why_no_import(self) -> Message | None:
        if self.is_importing:
            return Message.of("survey_view.importing")
        topic = self._host.topic
        if topic == "customers" or (topic == "changes" and self._change):
            return None
        return Message.of("sustain_view.nothing_to_import")

    def _why_nothing_to_read(self) -> Message | None:
        topic, change = self._host.topic, self._change
        if topic == "customers" and self.customers:
            return None
        if topic == "changes" and change is not None and change.responses:
            return None
        return Message.of("sustain_view.nothing_to_read")

    @property
    def _change(self) -> Change | None:
        """The change under the cursor, or that the list begins with; None where there is none."""
        changes, selected = self._host.session.sustain.changes, self._host.selected_in("changes")
        if selected:
            return find(changes, selected)
        return changes[0] if changes else None

    async def command_import_answers(self) -> None:
        """Customers' answers from a file; responses to the change under the cursor."""
        if self._host.topic == "customers":
            await self._customers.begin()
        elif self._change is not None:
            await self._collect_responses(self._change)

    async def _collect_responses(self, change: Change) -> None:
        """Ask for employees' responses to a change: typed, pasted, or in a file."""
        host = self._host
        self._answering = change.id
        then = collected(change, host.act, self._responses.begin)
        await host.ask(f"responses {change.id}", responses_questions(host.t), then)

    def _bring_customers(
        self, imported: "ImportedAnswers", purpose: Purpose, course: Course
    ) -> "Brought[ImportCustomerAnswers]":
        del purpose
        from workshop_tui.answers_on_disk import (  # noqa: PLC0415 - keeps the start fast
            collect_from_customers,
            read_rows,
        )
        from workshop_tui.store.layout import SessionFolder  # noqa: PLC0415 - as above

        def read(rows: "Rows") -> "Reading":
            reading = read_rows(rows)
            course.go_on()
            return reading

        folder = SessionFolder(self._host.readings.folder)
        return collect_from_customers(self._host.room.today, folder, imported, read)

    def _keep_customers(self, brought: "Brought[ImportCustomerAnswers]") -> None:
        action = brought.action
        if self._readings is not None:
            self._readings.offer(action.answers_sha256, brought.reading)
        if self._host.act(action):
            file = action.source.file
            said = Message.of("sustain_view.imported", count=action.people, file=file)
            self._host.notice(said)

    def _bring_responses(
        self, imported: "ImportedAnswers", purpose: Purpose, course: Course
    ) -> CollectResponses:
        del purpose
        course.go_on()
        return responses_of(self._answering, [answer for answer, _ in imported.answers])

    def _keep_responses(self, action: CollectResponses) -> None:
        if self._host.act(action):
            said = Message.of("sustain_view.collected", count=len(action.responses))
            self._host.notice(said)

    # -- reading -----------------------------------------------------------------------------------

    async def command_read_answers(self) -> None:
        """What customers answered last, or employees to the change under the cursor."""
        if self._host.topic == "customers":
            await self._read_customers()
        elif self._change is not None:
            await self._read_responses(self._change)

    async def _read_customers(self) -> None:
        """Open what customers say beside what the statement promises."""
        from workshop_tui.ui.stages.sustain.heard import (  # noqa: PLC0415 - when it is wanted
            HeardPage,
            words_of_promise,
        )

        promise, reading = self.promise(), self.customers
        if promise is not None and reading is not None:
            words = statement(self._host.session.scoring, self._host.session.gut_check)
            page = HeardPage(words, words_of_promise(promise), reading)
            await self._host.frame.open_page(page)

    async def _read_responses(self, change: Change) -> None:
        """Open what employees answered to a change."""
        from workshop_tui.text.reading import read_survey  # noqa: PLC0415 - brings numpy
        from workshop_tui.ui.stages.sustain.heard import (  # noqa: PLC0415 - when it is wanted
            HeardPage,
            words_of_reading,
        )

        reading = await asyncio.to_thread(read_survey, change.responses)
        page = HeardPage(change.text, words_of_reading(reading), reading)
        await self._host.frame.open_page(page)
