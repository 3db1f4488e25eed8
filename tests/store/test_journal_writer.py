"""Appending: what is called saved is synced, in one go for all that came together."""

import pytest

from tests.store.recording import RecordingSystem
from tests.store.samples import entries_of, small_workshop
from workshop_tui.domain.history import Entry
from workshop_tui.store import journal
from workshop_tui.store.journal_writer import JournalWriter
from workshop_tui.store.layout import SessionFolder

SMALL = entries_of(small_workshop())


def test_the_first_entry_is_synced_and_so_is_the_name_of_its_file(folder: SessionFolder) -> None:
    system = RecordingSystem()

    JournalWriter(folder.journal, journal.EMPTY, system).append(SMALL[:1])

    assert system.calls == [
        "open journal.toml",
        "open folder",
        "fsync folder",
        "close folder",
        "write journal.toml",
        "fsync journal.toml",
    ]


def test_entries_that_come_together_cost_one_write_and_one_sync(folder: SessionFolder) -> None:
    system = RecordingSystem()
    writer = JournalWriter(folder.journal, journal.EMPTY, system)
    writer.append(SMALL[:1])
    del system.calls[:]

    writer.append(SMALL[1:])

    assert system.calls == ["write journal.toml", "fsync journal.toml"]
    assert writer.last_seq == 10


def test_the_file_is_opened_only_when_there_is_something_to_append(workshop: SessionFolder) -> None:
    system = RecordingSystem()
    writer = JournalWriter(workshop.journal, journal.read(workshop.journal), system)

    writer.close()

    assert system.calls == []


def test_a_torn_tail_is_kept_on_the_disk_before_it_is_cut_off(workshop: SessionFolder) -> None:
    with workshop.journal.open("ab") as file:
        file.write(b"[[entry]]\nse")
    system = RecordingSystem()
    writer = JournalWriter(workshop.journal, journal.read(workshop.journal), system)

    writer.append(entries_of(small_workshop()[1:2], 11))

    kept, cut = (
        system.calls.index("replace journal.torn"),
        system.calls.index("ftruncate journal.toml"),
    )
    assert kept < cut < system.calls.index("write journal.toml")


@pytest.mark.parametrize("entries", [SMALL[1:2], SMALL[:1] + SMALL[2:3]])
def test_entries_that_skip_a_number_are_a_mistake_of_the_caller(
    folder: SessionFolder, entries: tuple[Entry, ...]
) -> None:
    writer = JournalWriter(folder.journal, journal.EMPTY)

    with pytest.raises(ValueError, match="without a gap"):
        writer.append(entries)

    assert not folder.journal.exists()
