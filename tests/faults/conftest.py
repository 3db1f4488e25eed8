"""The folders that the tests of faults work in."""

from tests.store.folders import backups, folder, workshop

__all__ = ["backups", "folder", "workshop"]
