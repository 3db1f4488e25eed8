"""One writer for each session."""

import errno
import os

import pytest

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


def test_letting_go_succeeds_whatever_the_disk_says(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = take_lock(folder)
    assert first is not None
    close = os.close

    def close_and_complain(descriptor: int) -> None:
        close(descriptor)
        raise OSError(errno.EDQUOT, "Disk quota exceeded")

    with monkeypatch.context() as full_disk:
        full_disk.setattr(os, "close", close_and_complain)
        first.release()
    second = take_lock(folder)

    assert second is not None
    second.release()
