"""The page as a browser has it: valid, readable without a script, dark and light, good on paper."""

import re
import shutil
import subprocess
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings

from tests.record.hostile import document_saying, hostile_text
from tests.record.story import DRAFTED, EVIDENCE, SCORED, SET_UP, STARTED, after, whole_workshop
from workshop_tui.domain.session import Session
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.record.document import SECTIONS, document
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.html import render

BROWSER = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
in_a_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
UNFINISHED = after((*STARTED, *SET_UP, *DRAFTED, SCORED[0]))


def faults(page: str) -> list[object]:
    """What a strict reader of HTML finds wrong."""
    parser = html5lib.HTMLParser()
    parser.parse(page)
    return list(parser.errors)


def whole_page() -> str:
    return render(document(whole_workshop(), EVIDENCE, "en"))


def browsed(page: Path, *switches: str) -> bytes:
    """What a browser without a network says of the page. Raises when it fails."""
    command = (
        *(BROWSER or "", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
        "--host-resolver-rules=MAP * ~NOTFOUND",
        f"--user-data-dir={page.parent / 'profile'}",
        *switches,
        page.as_uri(),
    )
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    return done.stdout


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "record.html"
    path.write_text(whole_page(), encoding="utf-8")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("session", "evidence"),
    [
        pytest.param(whole_workshop(), EVIDENCE, id="whole"),
        pytest.param(UNFINISHED, Evidence(), id="unfinished"),
    ],
)
def test_the_page_is_valid(session: Session, evidence: Evidence, language: Language) -> None:
    assert faults(render(document(session, evidence, language))) == []


@given(hostile_text)
@settings(max_examples=100)
def test_no_words_of_people_make_the_page_invalid(words: str) -> None:
    assert faults(render(document_saying(words))) == []


def test_dark_light_and_paper_each_have_their_colours() -> None:
    style = whole_page().partition("<style>")[2].partition("</style>")[0]

    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style
    assert "@page" in style


@in_a_browser
def test_a_browser_shows_every_section_and_picture_without_running_anything(page: Path) -> None:
    dom = browsed(page, "--dump-dom").decode()

    assert re.findall(r'<section id="(\w+)">', dom) == list(SECTIONS)
    assert dom.count('role="img"') == 4
    assert "<script" not in dom


@in_a_browser
def test_the_page_prints_to_a_document_of_drawn_pages(page: Path) -> None:
    paper = page.with_suffix(".pdf")

    browsed(page, f"--print-to-pdf={paper}", "--no-pdf-header-footer")

    printed = paper.read_bytes()
    assert printed.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", printed)) > 5
    assert b"/Subtype /Image" not in printed, "pictures are drawn, not photographed"


@in_a_browser
def test_the_page_looks_other_in_the_dark(page: Path) -> None:
    shots = []
    for scheme in ("0", "1"):
        shot = page.with_name(f"shot{scheme}.png")
        browsed(
            page,
            f"--screenshot={shot}",
            "--window-size=800,600",
            f"--blink-settings=preferredColorScheme={scheme}",
        )
        shots.append(shot.read_bytes())

    assert shots[0] != shots[1]
