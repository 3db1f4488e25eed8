"""Every place has its help, and every stage its guide, in both languages."""

import pytest

from workshop_tui.domain.values import STAGES
from workshop_tui.language import LANGUAGES, Language
from workshop_tui.ui.prose import HELP, page

PAGES = [
    "frame",
    "home",
    "record",
    "guide",
    "due",
    "brief",
    "plan",
    "ladder",
    "sheet",
    *STAGES,
    *(f"{stage}.guide" for stage in STAGES),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_there_and_says_something(name: str, language: Language) -> None:
    assert len(page(name, language)) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_left_over(language: Language) -> None:
    assert {path.stem for path in (HELP / language).glob("*.md")} == set(PAGES)
