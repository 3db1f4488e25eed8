"""The roll-out brief in files: a page in each language, as Markdown and as HTML.

What stands in it is the business of `record.rollout_brief`.
"""

from pathlib import Path

from workshop_tui.domain.session import Session
from workshop_tui.language import LANGUAGES
from workshop_tui.record import html, markdown
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.rollout_brief import rollout_brief
from workshop_tui.store.atomic import replace_file
from workshop_tui.store.layout import SessionFolder


def write_briefs(folder: SessionFolder, session: Session, evidence: Evidence) -> tuple[Path, ...]:
    """Write `roll-out-brief.en.md`, the same as `.html`, and so on beside the session; their paths.

    Each is written whole or not at all. Raises DiskError.
    """
    written = []
    for language in LANGUAGES:
        document = rollout_brief(session, evidence, language)
        pages = (("md", markdown.render(document)), ("html", html.render(document)))
        for ending, text in pages:
            path = folder.path / f"roll-out-brief.{language}.{ending}"
            replace_file(path, text.encode())
            written.append(path)
    return tuple(written)
