"""The calls of the operating system that saving rests on, named, so that a test can fail them."""

import os
from typing import Protocol


class System(Protocol):
    """The part of `os` that writes, under its own names. Errors are OSError."""

    def open(self, path: str, flags: int, mode: int = ..., /) -> int: ...
    def write(self, fd: int, data: memoryview, /) -> int: ...
    def fchmod(self, fd: int, mode: int, /) -> None: ...
    def ftruncate(self, fd: int, length: int, /) -> None: ...
    def fsync(self, fd: int, /) -> None: ...
    def close(self, fd: int, /) -> None: ...
    def replace(self, source: str, target: str, /) -> None: ...
    def unlink(self, path: str, /) -> None: ...


class RealSystem:
    """The operating system itself."""

    open = staticmethod(os.open)
    write = staticmethod(os.write)
    ftruncate = staticmethod(os.ftruncate)
    fsync = staticmethod(os.fsync)
    close = staticmethod(os.close)
    replace = staticmethod(os.replace)
    unlink = staticmethod(os.unlink)

    @staticmethod
    def fchmod(fd: int, mode: int, /) -> None:
        """Nothing where the system knows no modes."""
        if hasattr(os, "fchmod"):
            os.fchmod(fd, mode)


SYSTEM = RealSystem()
TO_WRITE = os.O_WRONLY | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Flags to open a file for writing, made where it is missing."""


def write_all(system: System, fd: int, content: bytes) -> None:
    """Write every byte: one call may take only some of them."""
    rest = memoryview(content)
    while rest:
        rest = rest[system.write(fd, rest) :]
