"""Sessions of older versions, brought to the form of this one: plain tables in, plain tables out.

One module per step, named for what it makes (`v2.py` turns version 1 into 2), tested from a
session of that time which the tests keep. The journal is not migrated: an action that was once
written is read for ever, so it may gain fields with defaults, and what means something else gets
a new name.
"""

from collections.abc import Callable, Mapping

from workshop_tui.store.codec import PlainTable

Step = Callable[[PlainTable], PlainTable]

STEPS: Mapping[int, Step] = {}
"""By the version that each starts from; it leads to the next one."""


def migrated(plain: PlainTable, version: int, wanted: int, steps: Mapping[int, Step]) -> PlainTable:
    """The session's table, made by `version`, in the form of the wanted version."""
    for each in range(version, wanted):
        plain = steps[each](plain)
    return plain
