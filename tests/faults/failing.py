"""An operating system that fails one of its calls, or all calls of a kind from one on."""

import errno
import os
from dataclasses import dataclass, field

from workshop_tui.store.system import RealSystem, System

SHORT = -1
"""Instead of an error: a write takes one byte only."""

FAULTS = {
    "open": (errno.EACCES, errno.ENOSPC),
    "write": (errno.ENOSPC, errno.EIO, SHORT),
    "fchmod": (errno.EPERM,),
    "ftruncate": (errno.EIO,),
    "fsync": (errno.EIO,),
    "close": (errno.EIO,),
    "replace": (errno.EXDEV, errno.EACCES),
    "unlink": (errno.EACCES,),
}
"""What each call is made to answer."""

MOST_CALLS = {"open": 4, "write": 3, "fsync": 4, "close": 4}
"""How often one save makes a call, where that is more than once."""


@dataclass
class FailingSystem:
    """call: the name of the one that fails. at: which of them, from 1. for_ever: also all later.

    fired: how often it failed.
    """

    call: str
    error: int
    at: int
    for_ever: bool
    fired: int = 0
    real: System = field(default_factory=RealSystem)
    _calls: int = 0

    def open(self, path: str, flags: int, mode: int = 0o777, /) -> int:
        self._fail("open")
        return self.real.open(path, flags, mode)

    def write(self, fd: int, data: memoryview, /) -> int:
        if self.error == SHORT:
            return self.real.write(fd, data[:1] if self._is_due("write") else data)
        self._fail("write")
        return self.real.write(fd, data)

    def fchmod(self, fd: int, mode: int, /) -> None:
        self._fail("fchmod")
        self.real.fchmod(fd, mode)

    def ftruncate(self, fd: int, length: int, /) -> None:
        self._fail("ftruncate")
        self.real.ftruncate(fd, length)

    def fsync(self, fd: int, /) -> None:
        self._fail("fsync")
        self.real.fsync(fd)

    def close(self, fd: int, /) -> None:
        self.real.close(fd)  # the descriptor is gone either way, as in the kernel
        self._fail("close")

    def replace(self, source: str, target: str, /) -> None:
        self._fail("replace")
        self.real.replace(source, target)

    def unlink(self, path: str, /) -> None:
        self._fail("unlink")
        self.real.unlink(path)

    def _fail(self, call: str) -> None:
        if self._is_due(call):
            raise OSError(self.error, os.strerror(self.error))

    def _is_due(self, call: str) -> bool:
        if call != self.call:
            return False
        self._calls += 1
        is_due = self._calls >= self.at if self.for_ever else self._calls == self.at
        self.fired += is_due
        return is_due
