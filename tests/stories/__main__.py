"""Writes the workshops that ship anew: `python -m tests.stories`, or `make samples`."""

import tempfile
from pathlib import Path

from tests.stories import STORIES
from tests.stories.playing import play_on_disk, played_files, shipped

for story in STORIES:
    with tempfile.TemporaryDirectory() as folder:
        played = play_on_disk(story, Path(folder) / "sessions", Path(folder) / "backups")
        for name in played_files(shipped(story)):
            (shipped(story).path / name).unlink()
        for name in played_files(played):
            (shipped(story).path / name).write_bytes((played.path / name).read_bytes())
