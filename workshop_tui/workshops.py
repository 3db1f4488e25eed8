"""Making workshops: a new one with its agenda, the answers of a survey, a copy of the sample.

For the command line and the home screen alike. Opening is the business of `room_on_disk`.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from workshop_tui.answers_on_disk import read_rows, take_over
from workshop_tui.clock import Clock, now
from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.session import StartWorkshop
from workshop_tui.domain.setup import AgendaItem
from workshop_tui.domain.values import Stage
from workshop_tui.evidence_on_disk import EvidenceMaker
from workshop_tui.kept_evidence import NOTHING_KEPT, KeptEvidence
from workshop_tui.language import Language, say
from workshop_tui.room_on_disk import open_room
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.creating import create_session
from workshop_tui.store.errors import disk_errors_of
from workshop_tui.store.finding import session_folders
from workshop_tui.store.importing import Preview, TypedText, inspect, read
from workshop_tui.store.layout import SessionFolder, make_folder

AGENDA: Final[tuple[tuple[str, int, Stage | None], ...]] = (
    ("method.agenda_purpose", 10, "setup"),
    ("method.agenda_survey", 15, "survey"),
    ("method.agenda_good_day", 15, "drafting"),
    ("method.agenda_drafts", 20, "drafting"),
    ("method.agenda_break", 5, None),
    ("method.agenda_read", 5, "scoring"),
    ("method.agenda_score", 7, "scoring"),
    ("method.agenda_reveal", 15, "scoring"),
    ("method.agenda_merge", 10, "drafting"),
    ("method.agenda_rescore", 5, "scoring"),
    ("method.agenda_agreement", 5, "scoring"),
    ("method.agenda_gut_check", 8, "gut_check"),
)
"""The two hours that are proposed: title, minutes, the stage it is part of."""

_SHIPPED = Path(__file__).parent / "samples"
_IN_CHECKOUT = Path(__file__).parent.parent / "sessions"


@dataclass(frozen=True, slots=True)
class NewWorkshop:
    """A workshop that was made. preview: what was chosen in the survey file; None without one."""

    folder: SessionFolder
    preview: Preview | None = None


def start_of(title: str, language: Language) -> StartWorkshop:
    """The first action of a workshop, with the question and the agenda in its language."""
    agenda = tuple(
        AgendaItem(
            id=f"agenda{number}", title=say(Message(key), language), minutes=minutes, stage=stage
        )
        for number, (key, minutes, stage) in enumerate(AGENDA, 1)
    )
    question = say(Message.of("method.question"), language)
    return StartWorkshop(title=title, language=language, question=question, agenda=agenda)


def create_workshop(
    sessions: Path,
    title: str,
    language: Language,
    survey: Path | TypedText | None = None,
    *,
    clock: Clock = now,
    backups: BackupFolder | None = None,
    kept: KeptEvidence = NOTHING_KEPT,
) -> NewWorkshop:
    """Make a workshop in the folder of all sessions; survey: a file of answers to begin with.

    kept: where what the answers prove is kept for the first record, which then reads none.

    Raises ImportRefusedError, DiskError, or RefusedError where the title is empty; then nothing
    is left behind.
    """
    start = start_of(title, language)
    # Read before anything is written: most of what can go wrong is in the file.
    preview = None if survey is None else inspect(survey)
    imported = None if survey is None else read(survey)
    folder = create_session(sessions, start, clock)
    if imported is not None:
        try:
            with open_room(folder, clock=clock, backups=backups) as opened:
                brought = take_over(folder, imported, partial(read_rows, names=imported.names))
                opened.room.do(brought.action)
                EvidenceMaker(folder, kept).keep(opened.room.session, brought.reading)
        except BaseException:
            shutil.rmtree(folder.path, ignore_errors=True)
            raise
    return NewWorkshop(folder, preview)


def sample_folder(language: Language) -> Path:
    """Where the sample workshop lies: in the installed package, else in the checkout.

    Raises RefusedError where there is none.
    """
    name = f"demo-{language}"
    for folder in (_SHIPPED / name, _IN_CHECKOUT / name):
        if SessionFolder(folder).is_session:
            return folder
    raise refuse("cli.no_sample", name=name)


def copy_sample(sessions: Path, language: Language) -> SessionFolder:
    """A private copy of the sample workshop in this folder, to play with.

    An earlier copy in which nothing was done is used again; one in which something was done
    stays as it is, beside a new one. Raises DiskError, or RefusedError without a sample.
    """
    sample = sample_folder(language)
    return _untouched_copy(sessions, sample) or _new_copy(sessions, sample)


def _untouched_copy(sessions: Path, sample: Path) -> SessionFolder | None:
    contents = _contents_of(SessionFolder(sample))
    for folder in session_folders(sessions):
        is_copy = folder.slug.startswith(sample.name) and folder.path != sample
        if is_copy and _contents_of(folder) == contents:
            return folder
    return None


def _contents_of(folder: SessionFolder) -> Sequence[bytes]:
    with disk_errors_of(folder.path):
        files = (folder.session, folder.journal)
        return [file.read_bytes() if file.exists() else b"" for file in files]


def _new_copy(sessions: Path, sample: Path) -> SessionFolder:
    folder = make_folder(sessions, sample.name)
    try:
        with disk_errors_of(folder.path):
            for file in sample.iterdir():
                if file.is_file() and not file.name.startswith("."):
                    shutil.copyfile(file, folder.path / file.name)
    except BaseException:
        shutil.rmtree(folder.path, ignore_errors=True)
        raise
    return folder
