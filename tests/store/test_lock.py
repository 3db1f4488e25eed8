"""One writer for each session."""

from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.lock import take_lock


def test_the_second_does_not_get_it_until_the_first_lets_go(folder: SessionFolder) -> None:
    first = take_lock(folder)
    assert first is not None
    second = take_lock(folder)

    first.release()
    first.release()
    third = take_lock(folder)

    assert second is None
    assert third is not None
    third.release()
