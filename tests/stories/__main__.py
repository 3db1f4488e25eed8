"""Writes the workshops that ship anew: `python -m tests.stories`, or `make samples`."""

import tempfile
from pathlib import Path

from tests.stories import STORIES
from tests.stories.playing import PLAYED_FILES, play_on_disk, shipped

for story in STORIES:
    with tempfile.TemporaryDirectory() as folder:
        played = play_on_disk(story, Path(folder) / "sessions", Path(folder) / "backups")
        for name in PLAYED_FILES:
            (shipped(story).path / name).write_bytes((played.path / name).read_bytes())
