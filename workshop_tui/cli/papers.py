"""What an open workshop puts on paper, beside its session: record, brief, copies, hand-outs.

For the interface, which knows no disk. How each reads is the business of `record`.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_tui.cli.run import templates_folder
from workshop_tui.domain.plain_text import clean
from workshop_tui.domain.session import Session
from workshop_tui.language import Language
from workshop_tui.room_on_disk import RoomOnDisk
from workshop_tui.store.atomic import replace_file

if TYPE_CHECKING:
    from workshop_tui.record.blocks import Document
    from workshop_tui.record_on_disk import RecordFormat, RecordMaker
    from workshop_tui.text.reading import Comparison, Reading

COPIED_NAME = "copied.txt"
"""Where a copied text lies, in case no clipboard took it."""


class Papers:
    """The papers of one open workshop, as it is when one is asked for.

    Every method that writes raises DiskError, and gives the path.
    """

    def __init__(self, opened: RoomOnDisk) -> None:
        self._room = opened.room
        self._folder = opened.folder

    def record(self) -> "Document":
        """With the sections and in the language that were chosen for it; may take a second."""
        return self._maker.document(self._room.session)

    def record_text(self) -> str:
        """All of it in Markdown, with its pictures in words."""
        return self._maker.record(self._room.session).decode()

    def has_record_template(self) -> bool:
        """Whether the user's own template says how it is put together."""
        return self._maker.has_template

    def write_record(self, form: "RecordFormat") -> Path:
        """In this form, where it always goes."""
        return self._maker.write(self._room.session, form)

    def keep_reading(
        self, session: Session, reading: "Reading", comparison: "Comparison | None"
    ) -> None:
        """Keep what the survey's reading proves, for the next record."""
        self._maker.evidence.keep(session, reading, comparison)

    def brief(self, language: Language) -> "Document":
        """The roll-out brief; may take as long as the record."""
        from workshop_tui.record.rollout_brief import rollout_brief  # noqa: PLC0415 - as the maker

        session = self._room.session
        return rollout_brief(session, self._maker.evidence.of(session), language)

    def write_brief(self) -> Sequence[Path]:
        """In every language and format."""
        from workshop_tui.brief_on_disk import write_briefs  # noqa: PLC0415 - as the maker

        session = self._room.session
        return write_briefs(self._folder, session, self._maker.evidence.of(session))

    def keep_copy(self, text: str) -> Path:
        """A text that was copied."""
        return self.write_paper(COPIED_NAME, f"{clean(text)}\n")

    def write_paper(self, name: str, text: str) -> Path:
        """A text to hand out, under this file name."""
        path = self._folder.path / name
        replace_file(path, text.encode())
        return path

    @cached_property
    def _maker(self) -> "RecordMaker":
        # The first frame does not wait for the record.
        from workshop_tui.kept_evidence import KeptEvidence, default_folder  # noqa: PLC0415
        from workshop_tui.record_on_disk import RecordMaker  # noqa: PLC0415

        return RecordMaker(self._folder, templates_folder(), KeptEvidence(default_folder()))
