"""The record of a session with files: its evidence read from answers.csv, its bytes written.

For the export key and `workshop-tui record` alike: both write the same bytes. How a record reads
and looks is the business of `record`.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never, get_args

import msgspec

from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import latest_answers
from workshop_tui.language import Language
from workshop_tui.record import csv_format, html, json_format, markdown, svg, template
from workshop_tui.record.blocks import Document, pictures_of
from workshop_tui.record.document import document, language_of
from workshop_tui.record.evidence import CustomerWords, Evidence
from workshop_tui.record.markdown import PictureLink, in_words
from workshop_tui.record.times import Part, parts_of
from workshop_tui.store import journal
from workshop_tui.store.answers import read_answers, read_kept_answers
from workshop_tui.store.atomic import replace_file
from workshop_tui.store.errors import StoreError, disk_errors_of, shown
from workshop_tui.store.layout import SessionFolder

if TYPE_CHECKING:
    from workshop_tui.text.reading import Comparison, Reading

RecordFormat: TypeAlias = Literal["markdown", "html", "json", "csv"]
FORMATS: tuple[RecordFormat, ...] = get_args(RecordFormat)
_ENDINGS: dict[RecordFormat, str] = {
    "markdown": ".md",
    "html": ".html",
    "json": ".json",
    "csv": ".csv",
}


def record_path(folder: SessionFolder, form: RecordFormat) -> Path:
    """Where the record goes when nobody names a file: beside the session."""
    return folder.record.with_suffix(_ENDINGS[form])


@dataclass
class RecordMaker:
    """Makes the records of one session, and reads its answers no oftener than needed.

    templates: the folder of the user's own templates, which need not exist.
    fault: why the last record had to do without the words of the survey; None where it did not.
    """

    folder: SessionFolder
    templates: Path | None = None
    fault: Message | None = None
    _reading: "Reading | None" = field(default=None, init=False)
    _answers_sha256: str = field(default="", init=False)
    _customers: "tuple[str, Reading] | None" = field(default=None, init=False)
    """The hash of customers' answers, and their reading."""

    def record(
        self, session: Session, form: RecordFormat = "markdown", language: Language | None = None
    ) -> bytes:
        """The record in UTF-8 as the session is now; the same session gives the same bytes.

        Pictures of Markdown are told in words. language: None for the one that was chosen for it.
        May take a second where there are many answers.
        """
        match form:
            case "markdown":
                text = self._markdown(session, self.document(session, language))
            case "html":
                text = self._html(session, self.document(session, language))
            case "json":
                text = json_format.render(session, self.evidence(session))
            case "csv":
                text = csv_format.render(session, language or language_of(session))
            case _:
                assert_never(form)
        return text.encode()

    def document(self, session: Session, language: Language | None = None) -> Document:
        """The record as a value, with the sections that the session asks for."""
        chosen = language or language_of(session)
        return document(session, self.evidence(session), chosen, parts=self.parts())

    def _markdown(self, session: Session, written: Document, link: PictureLink = in_words) -> str:
        source, name = self._template("markdown")
        if not source:
            return markdown.render(written, link)
        return template.render(source, name, session, written, "markdown", link)

    def _html(self, session: Session, written: Document) -> str:
        source, name = self._template("html")
        if not source:
            return html.render(written)
        return template.render(source, name, session, written, "html")

    def _template(self, form: RecordFormat) -> tuple[str, str]:
        """The user's template of this form and its path; ("", "") where there is none.

        Raises DiskError where it is there and cannot be read.
        """
        if self.templates is None:
            return "", ""
        path = self.templates / f"record{_ENDINGS[form]}.jinja"
        with disk_errors_of(path):
            if not path.exists():
                return "", ""
            return path.read_text(encoding="utf-8-sig", errors="replace"), shown(path)

    def parts(self) -> tuple[Part, ...]:
        """When the stages took place; () where the journal cannot be read."""
        try:
            return parts_of(journal.read(self.folder.journal).entries)
        except StoreError:
            return ()

    def write(
        self,
        session: Session,
        form: RecordFormat = "markdown",
        path: Path | None = None,
        language: Language | None = None,
    ) -> Path:
        """Write the record, whole or not at all; its path. path: None puts it beside the session.

        The pictures of Markdown lie beside it as files of their own.

        Raises DiskError.
        """
        target = path or record_path(self.folder, form)
        if form != "markdown":
            replace_file(target, self.record(session, form, language))
            return target
        written = self.document(session, language)
        # The pictures first: a record never links to what is not there.
        for picture in pictures_of(written):
            name = markdown.picture_file(target.stem, picture)
            replace_file(target.with_name(name), svg.file(picture).encode())
        link = markdown.beside(target.stem)
        replace_file(target, self._markdown(session, written, link).encode())
        return target

    def evidence(self, session: Session) -> Evidence:
        """What employees and customers said. Answers that cannot be read are a `fault`."""
        self.fault = None
        evidence = self._survey_evidence(session)
        return msgspec.structs.replace(evidence, customers=self._customer_words(session))

    def _customer_words(self, session: Session) -> CustomerWords | None:
        latest = latest_answers(session.sustain.customer_answers)
        if latest is None:
            return None
        # As below.
        from workshop_tui.evidence import customer_words  # noqa: PLC0415
        from workshop_tui.text.reading import read_survey  # noqa: PLC0415

        digest = latest.answers_sha256
        if self._customers is None or self._customers[0] != digest:
            try:
                answers = read_answers(self.folder, digest)
            except StoreError as error:
                self.fault = error.reason
                return None
            self._customers = digest, read_survey(answers.texts)
        return customer_words(self._customers[1], session)

    def _survey_evidence(self, session: Session) -> Evidence:
        digest = session.survey.answers_sha256
        if not digest:
            return Evidence()
        # The reading brings numpy, which a workshop without answers does not wait for.
        from workshop_tui.evidence import evidence_of  # noqa: PLC0415
        from workshop_tui.text.reading import read_survey  # noqa: PLC0415
        from workshop_tui.text.survey.choices import choices_of  # noqa: PLC0415

        choices = choices_of(session.survey)
        if self._reading is not None and self._answers_sha256 == digest:
            self._reading = self._reading.with_choices(choices)
        else:
            try:
                answers = read_answers(self.folder, digest)
            except StoreError as error:
                self.fault = error.reason
                return Evidence()
            self._reading = read_survey(answers.texts, choices)
            self._answers_sha256 = digest
        return evidence_of(self._reading, session, self._comparison(session, self._reading))

    def _comparison(self, session: Session, own: "Reading") -> "Comparison | None":
        """The survey beside the other one; None without one. One that is lost is a `fault`."""
        survey = session.survey.compared
        if survey is None:
            return None
        from workshop_tui.text.reading import read_survey  # noqa: PLC0415 - as above

        try:
            answers = read_kept_answers(self.folder, survey.answers_sha256)
        except StoreError as error:
            self.fault = error.reason
            return None
        other = read_survey(answers.texts, own.choices)
        now, before = (own, other) if survey.taken == "earlier" else (other, own)
        return now.compared_with(before)
