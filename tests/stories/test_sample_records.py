"""The records of both samples in every format and both languages, byte for byte.

Markdown is kept whole, to be read when it changes; of the other forms a digest is kept.
"""

import hashlib
import os
from itertools import product
from pathlib import Path

import pytest

from tests.stories import demo_en, demo_id
from tests.stories.playing import shipped
from tests.stories.telling import Story
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.record import svg
from workshop_tui.record.blocks import pictures_of
from workshop_tui.record_on_disk import FORMATS, RecordMaker
from workshop_tui.store.opened import view_session

GOLDEN = Path(__file__).parents[1] / "golden" / "samples"
STORIES = (demo_en.STORY, demo_id.STORY)
SWITCH = "UPDATE_GOLDEN"
COMMAND = f"{SWITCH}=1 python -m pytest tests/stories/test_sample_records.py"


def digests(maker: RecordMaker, language: Language) -> str:
    """A line a form and a picture: its SHA-256 and its name."""
    session = view_session(maker.folder).session
    files: dict[str, bytes] = {form: maker.record(session, form, language) for form in FORMATS}
    for picture in pictures_of(maker.document(session, language)):
        files[f"{picture.name}.svg"] = svg.file(picture).encode()
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()
    )


@pytest.mark.parametrize(
    ("story", "language"),
    [pytest.param(*pair, id=f"{pair[0].slug}-{pair[1]}") for pair in product(STORIES, LANGUAGES)],
)
def test_a_sample_s_record_has_the_bytes_that_were_looked_at(
    story: Story, language: Language
) -> None:
    maker = RecordMaker(shipped(story))
    written = {
        GOLDEN / f"{story.slug}.{language}.md": maker.record(
            view_session(maker.folder).session, "markdown", language
        ),
        GOLDEN / f"{story.slug}.{language}.sha256": digests(maker, language).encode(),
    }

    for path, content in written.items():
        if os.environ.get(SWITCH):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        assert path.exists(), f"{path.name} is not there yet. Write it with: {COMMAND}"
        assert content == path.read_bytes(), f"{path.name} changed. If it should, then: {COMMAND}"
