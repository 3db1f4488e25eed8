"""People's text is never markup: not in the source, and not on the screen."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.content import Content
from textual.style import Style

from tests.ui.sample import Sample
from workshop_tui.ui.look import plain, strip_of

UI = Path(__file__).parents[2] / "workshop_tui" / "ui"
FORBIDDEN_CALLS = {"from_markup", "notify", "escape"}
HOSTILE = [
    "[bold]",
    "[/",
    "[@click=app.quit]x[/]",
    "\x1b[31mred\x1b]52;c;aGk=\x07",
    "\x9b31m",
    "\u202eevil",
    "a" + "\u0301" * 10_000,
    "| `code` | <script>alert(1)</script>",
    "\U000e0041\U000e0042",
    "{name} %s",
    "漢字 😀 👩‍👩‍👧",
]


def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.name)
def test_no_source_of_the_interface_makes_markup(path: Path) -> None:
    found = []
    for call in calls(ast.parse(path.read_text(encoding="utf-8"))):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if name in FORBIDDEN_CALLS:
            found.append((call.lineno, name))
        found += [
            (call.lineno, "markup=True")
            for keyword in call.keywords
            if keyword.arg == "markup"
            and not (isinstance(keyword.value, ast.Constant) and keyword.value.value is False)
        ]

    assert found == []


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda text: ascii(text[:12]))
async def test_hostile_text_is_shown_as_it_is_and_does_nothing(hostile: str) -> None:
    sample = Sample(drafts=(f"x{hostile}",))

    async with sample.app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "down", "slash", "x", "enter", "e", "escape")
        await pilot.pause()
        segments = [
            segment for strip in sample.app.screen._compositor.render_strips() for segment in strip
        ]

    assert [s.text for s in segments if set(s.text) & set("\x1b\x07\x9b\u202e")] == []
    assert [s for s in segments if s.style and "@click" in (s.style.meta or {})] == []
    assert sample.app.return_code in {None, 0}


def styled(style: Style | str) -> Style:
    return style if isinstance(style, Style) else Style()


def text_of(segments: list[Segment]) -> str:
    return "".join(segment.text for segment in segments)


@given(st.text(), st.integers(0, 120))
def test_any_text_becomes_a_strip_of_the_asked_width_without_control_codes(
    text: str, width: int
) -> None:
    strip = strip_of(Content(text), width, Style(), styled)

    assert strip.cell_length == width
    assert not [c for c in text_of(list(strip)) if ord(c) < 32 or 0x7F <= ord(c) < 0xA0]


@given(st.text())
def test_plain_text_is_literal_on_one_line(text: str) -> None:
    content = plain(text)

    assert "\n" not in content.plain
    assert content.spans in ([], ()) or list(content.spans) == []
