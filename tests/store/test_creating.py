"""A new session."""

from pathlib import Path

import pytest

from tests.store.folders import opened_to_write
from tests.store.said import said
from tests.store.samples import START, clock
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.session import Session, StartWorkshop
from workshop_tui.domain.setup import AgendaItem, Setup
from workshop_tui.domain.survey import Survey
from workshop_tui.store.backups import BackupFolder
from workshop_tui.store.creating import create_session
from workshop_tui.store.validation import validate


def test_a_new_session_opens_with_what_it_was_started_with(
    tmp_path: Path, backups: BackupFolder
) -> None:
    agenda = (AgendaItem(id="agenda1", title="Welcome", minutes=10),)
    start = StartWorkshop(title="Visi kita", language="id", question="Apa?", agenda=agenda)

    folder = create_session(tmp_path / "sessions", start, clock)
    opened = opened_to_write(folder, backups)
    opened.files.close()

    assert opened.session == Session(
        title="Visi kita", language="id", setup=Setup(agenda=agenda), survey=Survey(question="Apa?")
    )
    assert (folder.slug, opened.checkpoint.seq, opened.warnings) == ("visi-kita", 1, ())
    assert opened.checkpoint.highest_ids == {"agenda": 1}
    (entry,) = opened.read_history()
    assert (entry.seq, entry.at, entry.action) == (1, START, start)
    assert validate(folder) == ()


def test_a_session_without_a_title_is_refused_and_no_folder_is_made(tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        create_session(tmp_path / "sessions", StartWorkshop(title=" "), clock)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(RefusedError) as caught:
        create_session(tmp_path / "file" / "sessions", StartWorkshop(title="A"), clock)

    assert str(tmp_path / "file" / "sessions") in said(caught.value)
