"""The garbage collector, off until the first frame.

Loading an interface makes many objects and no garbage: looking for some takes a tenth of the way.
"""

import gc


def collect_no_garbage() -> None:
    """Until `collect_garbage_again`."""
    gc.disable()


def collect_garbage_again() -> None:
    """The first frame stands: what was loaded for it stays, and need not be looked at again."""
    gc.freeze()
    gc.enable()
