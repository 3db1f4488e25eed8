"""The garbage collector, off until the first frame, while a command is loaded, and at the end.

Loading modules makes many objects and no garbage: looking for some takes a tenth of the way.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def collect_no_garbage() -> None:
    """Until `collect_garbage_again`."""
    gc.disable()


def collect_garbage_again() -> None:
    """The first frame stands: what was loaded for it stays, and need not be looked at again."""
    gc.freeze()
    gc.enable()


@contextmanager
def garbage_left_alone() -> Iterator[None]:
    """For the length of a command."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def leave_garbage_behind() -> None:
    """The process ends: Python need not go through all that goes with it anyway."""
    gc.freeze()
