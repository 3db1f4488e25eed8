"""What employees and customers said, for the record of a session: kept from before, or read now.

The same evidence either way. Answers are read no oftener than needed, since reading is most of what
a record takes; but that they are still there is looked at each time.
"""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from msgspec.structs import replace

from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import latest_answers
from workshop_tui.kept_evidence import NOTHING_KEPT, CustomerSources, KeptEvidence, SurveySources
from workshop_tui.record.evidence import CustomerWords, Evidence
from workshop_tui.store.answers import (
    check_answers,
    check_kept_answers,
    read_answers,
    read_kept_answers,
)
from workshop_tui.store.errors import StoreError
from workshop_tui.store.layout import SessionFolder
from workshop_tui.text.survey.choices import choices_of

if TYPE_CHECKING:
    from workshop_tui.text.reading import Comparison, Reading


def survey_sources(session: Session) -> SurveySources:
    """What the survey's evidence is made of now."""
    survey = session.survey
    compared = survey.compared
    return SurveySources(
        answers_sha256=survey.answers_sha256,
        choices=choices_of(survey),
        statement=statement(session.scoring, session.gut_check),
        compared_sha256=compared.answers_sha256 if compared else "",
        compared_taken=compared.taken if compared else "",
    )


class EvidenceMaker:
    """The evidence of one session, made for one caller at a time: pages and readings are threads.

    fault: why the last evidence had to do without answers; None where it did not.
    """

    def __init__(self, folder: SessionFolder, kept: KeptEvidence = NOTHING_KEPT) -> None:
        """kept: where evidence is kept from one run to the next."""
        self.fault: Message | None = None
        self._one_at_a_time = Lock()
        self._folder = folder
        self._kept = kept
        self._survey: tuple[str, Reading] | None = None
        """The hash of the survey's answers, and their reading."""
        self._customers: tuple[str, Reading] | None = None

    def of(self, session: Session) -> Evidence:
        """What employees and customers said. Answers that cannot be read are a `fault`.

        May take a second where there are many answers that were not read before.
        """
        with self._one_at_a_time:
            self.fault = None
            evidence = self._survey_evidence(session)
            return replace(evidence, customers=self._customer_words(session))

    def keep(
        self, session: Session, reading: "Reading", comparison: "Comparison | None" = None
    ) -> None:
        """Keep what this reading of the session's answers proves, for the next record.

        Customers' answers are read and kept with it. comparison: with the compared survey, where
        there is one.
        """
        # The reading is there, and with it what it brings.
        from workshop_tui.evidence import evidence_of  # noqa: PLC0415

        sources = survey_sources(session)
        is_whole = comparison is not None or not sources.compared_sha256
        with self._one_at_a_time:
            if is_whole and not self._kept.has(sources):
                self._kept.keep(sources, evidence_of(reading, session, comparison))
            # What reads is loaded now, and customers' answers are few.
            self._customer_words(session)

    def _survey_evidence(self, session: Session) -> Evidence:
        sources = self._at_hand(survey_sources(session))
        if sources is None:
            return Evidence()
        found = self._kept.find(sources, Evidence)
        if found is None:
            found = self._read_survey(session, sources)
            self._kept.keep(sources, found)
        return found

    def _at_hand(self, sources: SurveySources) -> SurveySources | None:
        """The sources without another survey that is lost; None without answers."""
        if not sources.answers_sha256:
            return None
        if self._is_lost(check_answers, sources.answers_sha256):
            return None
        other = sources.compared_sha256
        if other and self._is_lost(check_kept_answers, other):
            return replace(sources, compared_sha256="", compared_taken="")
        return sources

    def _is_lost(self, check: Callable[[SessionFolder, str], None], digest: str) -> bool:
        """Whether these answers cannot be read; then that is the fault."""
        try:
            check(self._folder, digest)
        except StoreError as error:
            self.fault = error.reason
            return True
        return False

    def _read_survey(self, session: Session, sources: SurveySources) -> Evidence:
        # Reading brings numpy and the dictionaries, which nothing else waits for.
        from workshop_tui.evidence import evidence_of  # noqa: PLC0415
        from workshop_tui.text.reading import read_survey  # noqa: PLC0415

        digest, comparison = sources.answers_sha256, None
        if self._survey is not None and self._survey[0] == digest:
            own = self._survey[1].with_choices(sources.choices)
        else:
            own = read_survey(read_answers(self._folder, digest).texts, sources.choices)
        self._survey = digest, own
        if sources.compared_sha256:
            others = read_kept_answers(self._folder, sources.compared_sha256)
            other = read_survey(others.texts, own.choices)
            now, before = (own, other) if sources.compared_taken == "earlier" else (other, own)
            comparison = now.compared_with(before)
        return evidence_of(own, session, comparison)

    def _customer_words(self, session: Session) -> CustomerWords | None:
        latest = latest_answers(session.sustain.customer_answers)
        if latest is None or self._is_lost(check_answers, latest.answers_sha256):
            return None
        wording = statement(session.scoring, session.gut_check)
        sources = CustomerSources(latest.answers_sha256, wording)
        found = self._kept.find(sources, CustomerWords)
        if found is None:
            found = self._read_customers(session, latest.answers_sha256)
            self._kept.keep(sources, found)
        return found

    def _read_customers(self, session: Session, digest: str) -> CustomerWords:
        # As of the survey.
        from workshop_tui.evidence import customer_words  # noqa: PLC0415
        from workshop_tui.text.reading import read_survey  # noqa: PLC0415

        if self._customers is None or self._customers[0] != digest:
            self._customers = digest, read_survey(read_answers(self._folder, digest).texts)
        return customer_words(self._customers[1], session)
