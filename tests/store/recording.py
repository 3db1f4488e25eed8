"""An operating system that notes what it was asked to do, and does it."""

from pathlib import Path

from workshop_tui.store.system import RealSystem


class RecordingSystem:
    """calls: each call in its order, with the name of the file or folder that it was about."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self._real = RealSystem()
        self._names: dict[int, str] = {}

    def open(self, path: str, flags: int, mode: int = 0o777, /) -> int:
        fd = self._real.open(path, flags, mode)
        self._names[fd] = "folder" if Path(path).is_dir() else _kind(path)
        self._note("open", fd)
        return fd

    def write(self, fd: int, data: memoryview, /) -> int:
        self._note("write", fd)
        return self._real.write(fd, data)

    def fchmod(self, fd: int, mode: int, /) -> None:
        self._note("fchmod", fd)
        self._real.fchmod(fd, mode)

    def ftruncate(self, fd: int, length: int, /) -> None:
        self._note("ftruncate", fd)
        self._real.ftruncate(fd, length)

    def fsync(self, fd: int, /) -> None:
        self._note("fsync", fd)
        self._real.fsync(fd)

    def close(self, fd: int, /) -> None:
        self._note("close", fd)
        self._real.close(fd)

    def replace(self, source: str, target: str, /) -> None:
        self.calls.append(f"replace {_kind(target)}")
        self._real.replace(source, target)

    def unlink(self, path: str, /) -> None:
        self.calls.append(f"unlink {_kind(path)}")
        self._real.unlink(path)

    def _note(self, call: str, fd: int) -> None:
        self.calls.append(f"{call} {self._names[fd]}")


def _kind(path: str) -> str:
    name = Path(path).name
    return "temporary" if name.endswith(".tmp") else name
