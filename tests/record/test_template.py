"""A user's own template: other order, other words, and people's words as inert as ever."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.record.hostile import PIECES, harmless_twin
from tests.record.story import EVIDENCE, STARTED, after, whole_workshop
from tests.record.test_html import Page
from tests.record.test_markdown import skeleton
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import changed
from workshop_tui.record import markdown
from workshop_tui.record.document import document
from workshop_tui.record.template import TemplateForm, render

COMMONMARK = MarkdownIt("commonmark", {"html": True}).enable("table")
WHOLE_AGAIN = (
    "{{ opening }}{% for section in sections.values() %}\n\n{{ section.text }}{% endfor %}"
)
TRICKS = (
    "{{ session.title }}",
    "{{ session.title|safe }}",
    "{{ session.title|e|safe }}",
    "{{ session.title ~ sections.meeting.body }}",
    "{{ sections.meeting.body|replace('\\\\', '') }}",
    "{{ (sections.meeting.body ~ session.title)|upper }}",
    "{% set x %}{{ session.title }}{% endset %}{{ x }}",
    "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(session.title) }}",
    "{% autoescape true %}{{ session.title|safe }}{% endautoescape %}",
    "{% filter lower %}{{ session.title }}{% endfilter %}",
    "{{ '%s' | format(session.title) }}",
    "{{ [session.title, session.title] | join(', ') }}",
    "{{ session.title | urlize }}",
    "{{ {'href': session.title} | xmlattr }}",
    "{{ session | tojson }}",
    "{{ session }}",
)


def saying(words: str) -> Session:
    return changed(after(STARTED), title=f"x {words}")


def rendered(source: str, session: Session, form: TemplateForm = "markdown") -> str:
    return render(source, "my.jinja", session, document(session, EVIDENCE, "en"), form)


def test_a_template_that_asks_for_everything_gives_the_record() -> None:
    written = rendered(WHOLE_AGAIN, whole_workshop())

    assert written == markdown.render(document(whole_workshop(), EVIDENCE, "en"))


def test_sections_can_be_put_in_another_order_with_words_between() -> None:
    source = "# Board\n\n{{ sections.decision.text }}\nSeen by *us*.\n\n{{ sections.meeting.body }}"

    written = rendered(source, whole_workshop())

    assert written.startswith("# Board\n\n## Decision\n\n> **We make it easy")
    assert "\nSeen by *us*.\n\n- **Date:** 3 November 2026\n" in written
    assert "## Meeting" not in written


def test_a_page_can_be_built_around_the_head_and_the_sections() -> None:
    source = "<!DOCTYPE html><html><head>{{ head }}</head><body>{{ sections.decision.text }}</body>"

    written = rendered(source, whole_workshop(), "html")

    assert "Content-Security-Policy" in written
    assert '<section id="decision">' in written


def test_a_section_that_is_switched_off_is_empty_and_no_fault() -> None:
    off = whole_workshop()
    off = changed(off, minutes=changed(off.minutes, switched_off=("survey",)))

    assert rendered("[{{ sections.survey.text }}]", off) == "[]"


def test_the_session_s_own_facts_can_be_listed() -> None:
    source = "{% for goal in session.sustain.goals %}- {{ goal.text }} {{ goal.owner }}{% endfor %}"

    assert "- Answer status calls on the same day Bo Lindqvist" in rendered(
        source, whole_workshop()
    )


@pytest.mark.parametrize("trick", TRICKS)
@given(words=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
@settings(max_examples=15)
def test_no_trick_of_a_template_makes_markup_of_people_s_words(trick: str, words: str) -> None:
    hostile, harmless = (
        rendered(f"x {trick}", saying(words)),
        rendered(f"x {trick}", saying(harmless_twin(words) or "word")),
    )

    found = {line for line in skeleton(hostile, COMMONMARK) if "html" in line or "link" in line}
    expected = {line for line in skeleton(harmless, COMMONMARK) if "html" in line}

    assert found <= expected
    assert "image" not in " ".join(skeleton(hostile, COMMONMARK))


@pytest.mark.parametrize("trick", TRICKS)
@given(words=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
@settings(max_examples=15)
def test_no_trick_of_a_template_makes_a_tag_of_people_s_words(trick: str, words: str) -> None:
    page = Page(rendered(trick, saying(words), "html"))

    assert page.tags == []


@pytest.mark.parametrize(
    ("source", "line", "why"),
    [
        ("one\n{% if %}", 2, "Expected an expression"),
        ("one\ntwo\n{{ sections.suvey.text }}", 3, "suvey"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("\n{{ ''.__class__.__mro__ }}", 2, "unsafe"),
        ("{{ session.title + 1 }}", 1, "str"),
        ("{% include 'other' %}", 1, "no loader"),
        ("{% for each in range(10000000) %}{% endfor %}", 1, "Range too big"),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(source: str, line: int, why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        rendered(source, whole_workshop())

    values = dict(refused.value.reason.values)
    assert (values["file"], values["line"]) == ("my.jinja", line)
    assert why in str(values["why"])


def test_what_is_private_is_not_handed_to_a_template() -> None:
    written = rendered("{{ session }}", whole_workshop())

    assert "sensitive" in written
    assert "The portal" in written


def test_the_example_in_the_readme_works() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    source = readme.partition("```jinja\n")[2].partition("```")[0]

    written = rendered(source, whole_workshop())

    assert written.startswith("# Board paper: Clean rides\n\nPrepared for")
    assert "\n## Decision\n" in written
    assert "\n- Answer status calls on the same day (Bo Lindqvist)\n" in written
