"""The record of a session with files: made from them, and its bytes written.

For the export key and `workshop-tui record` alike: both write the same bytes. How a record reads
and looks is the business of `record`, what answers prove that of `evidence_on_disk`.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final, Literal, TypeAlias, assert_never, get_args
from urllib.parse import quote

from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.session import Session
from workshop_tui.evidence_on_disk import EvidenceMaker
from workshop_tui.kept_evidence import NOTHING_KEPT, KeptEvidence
from workshop_tui.language import Language
from workshop_tui.record import markdown
from workshop_tui.record.blocks import Document, pictures_of
from workshop_tui.record.document import document, language_of
from workshop_tui.record.markdown import PictureLink, in_words
from workshop_tui.record.times import Part, parts_of
from workshop_tui.store import journal
from workshop_tui.store.atomic import replace_file
from workshop_tui.store.errors import DiskError, StoreError, disk_errors_of, shown
from workshop_tui.store.layout import SessionFolder

RecordFormat: TypeAlias = Literal["markdown", "html", "json", "csv"]
FORMATS: tuple[RecordFormat, ...] = get_args(RecordFormat)
_ENDINGS: dict[RecordFormat, str] = {
    "markdown": ".md",
    "html": ".html",
    "json": ".json",
    "csv": ".csv",
}

_DOCUMENTS: Final = frozenset(
    {".md", ".markdown", ".html", ".htm", ".txt", ".tex", ".adoc", ".rst"}
)
_DEVICES: Final = Path("/dev")
_HANDED_OVER: Final = (("dev",), ("proc",))
_LARGEST: Final = 16 << 20
"""Bytes of a file that is looked through; beside a larger one, or a link, every picture stays."""


def record_path(folder: SessionFolder, form: RecordFormat) -> Path:
    """Where the record goes when nobody names a file: beside the session."""
    return folder.record.with_suffix(_ENDINGS[form])


def form_of(name: str) -> RecordFormat:
    """The form that a file of this name has, as its ending says; Markdown where that says none."""
    ending = Path(name).suffix.lower()
    of_ending = {_ENDINGS[form]: form for form in FORMATS}
    return "html" if ending == ".htm" else of_ending.get(ending, "markdown")


def folder_named(path: Path | str, form: RecordFormat) -> DiskError:
    """The refusal of a folder where a file was to be named."""
    example = Path(path) / f"record{_ENDINGS[form]}"
    return DiskError(Message.of("store.target.is_folder", path=shown(path), example=shown(example)))


class RecordMaker:
    """Makes the records of one session, and reads its answers no oftener than needed."""

    def __init__(
        self,
        folder: SessionFolder,
        templates: Path | None = None,
        kept: KeptEvidence = NOTHING_KEPT,
    ) -> None:
        """templates: the folder of the user's own templates, which need not exist.

        kept: where evidence is kept from one run to the next.
        """
        self.folder = folder
        self.templates = templates
        self.evidence = EvidenceMaker(folder, kept)

    @property
    def fault(self) -> Message | None:
        """Why the last record had to do without the words of the survey; None where it did not."""
        return self.evidence.fault

    @property
    def has_template(self) -> bool:
        """Whether a template of the user's puts the record in Markdown together."""
        path = self._template_path("markdown")
        return path is not None and os.path.lexists(path)

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
                from workshop_tui.record import json_format  # noqa: PLC0415 - each form its own

                text = json_format.render(session, self.evidence.of(session))
            case "csv":
                from workshop_tui.record import csv_format  # noqa: PLC0415 - each form its own

                text = csv_format.render(session, language or language_of(session))
            case _:
                assert_never(form)
        return text.encode()

    def document(self, session: Session, language: Language | None = None) -> Document:
        """The record as a value, with the sections that the session asks for."""
        chosen = language or language_of(session)
        return document(session, self.evidence.of(session), chosen, parts=self.parts())

    def _markdown(self, session: Session, written: Document, link: PictureLink = in_words) -> str:
        source, name = self._template("markdown")
        if not source:
            return markdown.render(written, link)
        from workshop_tui.record import template  # noqa: PLC0415 - few have one

        given = template.given(session, written, "markdown", link)
        return template.render(source, name, given)

    def _html(self, session: Session, written: Document) -> str:
        source, name = self._template("html")
        if not source:
            from workshop_tui.record import html  # noqa: PLC0415 - each form its own

            return html.render(written)
        from workshop_tui.record import template  # noqa: PLC0415 - few have one

        return template.render(source, name, template.given(session, written, "html"))

    def _template_path(self, form: RecordFormat) -> Path | None:
        return None if self.templates is None else self.templates / f"record{_ENDINGS[form]}.jinja"

    def _template(self, form: RecordFormat) -> tuple[str, str]:
        """The user's template of this form and its path; ("", "") where there is none.

        Raises DiskError where it is there and cannot be read, RefusedError where it is no text.
        """
        path = self._template_path(form)
        if path is None or not os.path.lexists(path):
            return "", ""
        with disk_errors_of(path):
            if path.exists() and not path.is_file():
                raise DiskError(Message.of("store.disk.wrong_kind", path=shown(path)))
            content = path.read_bytes()
        try:
            return content.decode("utf-8-sig"), shown(path)
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise refuse("record.template.not_utf8", file=shown(path), line=line) from error

    def parts(self) -> tuple[Part, ...]:
        """When the stages took place; () where the journal cannot be read."""
        try:
            return parts_of(journal.moments(self.folder.journal))
        except StoreError:
            return ()

    def _refuse_unfit(self, target: Path, form: RecordFormat) -> None:
        """Raise DiskError where no record can be put, before anything is put beside it."""
        with disk_errors_of(target):
            real = Path(os.path.realpath(target))
            if real.is_dir():
                raise folder_named(target, form)
            if not real.parent.is_dir():
                missing = target if target.parent.is_dir() else target.parent
                kind = "wrong_kind" if real.parent.exists() else "missing"
                raise DiskError(Message.of(f"store.disk.{kind}", path=shown(missing)))
            if self.folder.lives_on(real):
                raise DiskError(Message.of("store.target.of_session", path=shown(target)))
            # A file that can only be read would be replaced all the same; somebody protects it.
            needed = (real, real.parent) if real.exists() else (real.parent,)
            if not all(os.access(each, os.W_OK) for each in needed):
                raise DiskError(Message.of("store.disk.not_allowed", path=shown(target)))

    def write(
        self,
        session: Session,
        form: RecordFormat = "markdown",
        path: Path | None = None,
        language: Language | None = None,
    ) -> Path:
        """Write the record, whole or not at all; its path. path: None puts it beside the session.

        The pictures of Markdown lie beside it as files of their own; what is no file on a disk, as
        a pipe or a printer, is written to and gets them in words.

        Raises DiskError.
        """
        target = path or record_path(self.folder, form)
        if is_stream(target):
            _pass_on(target, self.record(session, form, language))
            return target
        self._refuse_unfit(target, form)
        if form != "markdown":
            replace_file(target, self.record(session, form, language))
            return target
        written = self.document(session, language)
        from workshop_tui.record import svg  # noqa: PLC0415 - each form its own

        # The pictures first: a record never links to what is not there.
        named = set()
        for picture in pictures_of(written):
            name = markdown.picture_file(target.stem, picture)
            replace_file(target.with_name(name), svg.sealed(svg.file(picture), target.name))
            named.add(name)
        link = markdown.beside(target.stem)
        replace_file(target, self._markdown(session, written, link).encode())
        for former in _former_pictures(target, named):
            with contextlib.suppress(OSError):
                former.unlink()
        return target


def is_stream(path: Path) -> bool:
    """Whether what is written there is passed on: to a pipe, a printer, whoever started this.

    Replacing such a thing would take it away, and nothing can lie beside it.
    """
    with disk_errors_of(path):
        if path.exists() and not path.is_file() and not path.is_dir():
            return True
    # What a shell has opened, as /dev/stdout and /dev/fd/3, may well be a file.
    folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - these links must not be followed
    return folder == _DEVICES or (folder.name == "fd" and folder.parts[1:2] in _HANDED_OVER)


def _pass_on(path: Path, content: bytes) -> None:
    # Behind what is there already: `>>` into a file means to keep it.
    with disk_errors_of(path):
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)


def _former_pictures(record: Path, named: Collection[str]) -> Iterator[Path]:
    """What an earlier record of this name drew and this one does not link to.

    Only what this program made for a record of this name, as its seal tells, and only where no
    other document in the folder speaks of it: whatever somebody has changed or uses stays.
    """
    from workshop_tui.record import svg  # noqa: PLC0415 - each form its own

    try:
        beside = [path for path in record.parent.iterdir() if path != record]
        drawn = [path for path in beside if path.suffix == ".svg" and path.name not in named]
        former = [path for path in drawn if svg.is_sealed(_content(path), record.name)]
        others = [path for path in beside if path.suffix in _DOCUMENTS]
        told = b"\n".join(map(_content, others)) if former else b""
    except OSError:
        return
    for path in former:
        if (
            os.fsencode(path.name) not in told
            and quote(os.fsencode(path.name)).encode() not in told
        ):
            yield path


def _content(path: Path) -> bytes:
    """What a file holds. Raises OSError of what is no file, or too large to be looked through."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
        raise OSError(errno.EFBIG, "not looked through", str(path))
    return path.read_bytes()
