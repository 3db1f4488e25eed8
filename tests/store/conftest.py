"""The folders that the tests of the store work in."""

from tests.store.folders import backups, folder, workshop

__all__ = ["backups", "folder", "workshop"]
