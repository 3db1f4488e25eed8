"""ballots.toml: the ballots of the open round and the cards of the open dot vote, until the reveal.

Only the owner reads it. It is rewritten whole, in the order of the roster: neither order nor time
tells who voted how.
"""

import contextlib
from pathlib import Path

from workshop_tui.domain.hidden_box import HiddenBox
from workshop_tui.store import codec, toml_text
from workshop_tui.store.atomic import PRIVATE, Written, replace_file, sync_folder
from workshop_tui.store.errors import disk_errors_of
from workshop_tui.store.system import SYSTEM, System


def save(path: Path, box: HiddenBox, system: System = SYSTEM) -> Written:
    """Write the whole box anew. Raises DiskError."""
    return replace_file(path, codec.dumps(codec.to_plain(box)), mode=PRIVATE, system=system)


def load(path: Path) -> HiddenBox | None:
    """The box as it was kept; None where nothing was.

    Raises DiskError or SessionFileError.
    """
    if not path.exists():
        return None
    text = toml_text.decoded(toml_text.read(path), path)
    return toml_text.value_of(toml_text.parsed(text, path), HiddenBox, path=path, text=text)


def delete(path: Path, system: System = SYSTEM) -> None:
    """Take the box off the disk, after its reveal was saved. Raises DiskError."""
    with disk_errors_of(path), contextlib.suppress(FileNotFoundError):
        system.unlink(str(path))
        sync_folder(path.parent, system)
