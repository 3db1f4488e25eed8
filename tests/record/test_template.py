"""A user's own template: other order, other words, and people's words as inert as ever."""

from pathlib import Path

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.record.hostile import PIECES, harmless_twin
from tests.record.story import EVIDENCE, STARTED, after, whole_workshop
from tests.record.test_html import Page
from tests.record.test_markdown import skeleton
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import changed
from workshop_tui.language import Language
from workshop_tui.record import markdown
from workshop_tui.record.document import document
from workshop_tui.record.template import Limits, given, refusal, render
from workshop_tui.record.template_job import Fault, TemplateForm
from workshop_tui.record.template_sandbox import written

COMMONMARK = MarkdownIt("commonmark", {"html": True}).enable("table")
LIMITS = Limits()
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
    """What the process of a template writes, without the process."""
    answer = written(source, given(session, document(session, EVIDENCE, "en"), form))
    if isinstance(answer, Fault):
        raise refusal("my.jinja", answer)
    return answer.text


def rendered_apart(source: str, limits: Limits = LIMITS) -> str:
    session = whole_workshop()
    return render(
        source, "my.jinja", given(session, document(session, EVIDENCE, "en"), "markdown"), limits
    )


def refused_in(source: str) -> RefusedError:
    with pytest.raises(RefusedError) as refused:
        rendered(source, whole_workshop())
    return refused.value


def test_a_template_that_asks_for_everything_gives_the_record() -> None:
    made = rendered(WHOLE_AGAIN, whole_workshop())

    assert made == markdown.render(document(whole_workshop(), EVIDENCE, "en"))


def test_sections_can_be_put_in_another_order_with_words_between() -> None:
    source = "# Board\n\n{{ sections.decision.text }}\nSeen by *us*.\n\n{{ sections.meeting.body }}"

    made = rendered(source, whole_workshop())

    assert made.startswith("# Board\n\n## Decision\n\n> **We make it easy")
    assert "\nSeen by *us*.\n\n- **Date:** 3 November 2026\n" in made
    assert "## Meeting" not in made


def test_a_page_can_be_built_around_the_head_and_the_sections() -> None:
    source = "<!DOCTYPE html><html><head>{{ head }}</head><body>{{ sections.decision.text }}</body>"

    made = rendered(source, whole_workshop(), "html")

    assert "Content-Security-Policy" in made
    assert '<section id="decision">' in made


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
@given_any(words=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
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
@given_any(words=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
@settings(max_examples=15)
def test_no_trick_of_a_template_makes_a_tag_of_people_s_words(trick: str, words: str) -> None:
    page = Page(rendered(trick, saying(words), "html"))

    assert page.tags == []


@pytest.mark.parametrize(
    ("source", "line", "why"),
    [
        ("one\n{% if %}", 2, "Expected an expression"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("\n{{ ''.__class__.__mro__ }}", 2, "unsafe"),
        ("{{ session.title + 1 }}", 1, "str"),
        ("{% include 'other' %}", 1, "no loader"),
        ("{% for each in range(10000000) %}{% endfor %}", 1, "Range too big"),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(source: str, line: int, why: str) -> None:
    values = dict(refused_in(source).reason.values)
    assert (values["file"], values["line"]) == ("my.jinja", line)
    assert why in str(values["why"])


def test_what_is_private_is_not_handed_to_a_template() -> None:
    made = rendered("{{ session }}", whole_workshop())

    assert "sensitive" in made
    assert "The portal" in made


@pytest.mark.parametrize(
    ("language", "decision"), [("en", "\n## Decision\n"), ("id", "\n## Keputusan\n")]
)
def test_the_example_in_the_readme_works(language: Language, decision: str) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    source = readme.partition("```jinja\n")[2].partition("```")[0]
    session = whole_workshop()

    made = render(
        source, "my.jinja", given(session, document(session, EVIDENCE, language), "markdown")
    )

    assert made.startswith("# Board paper: Clean rides\n\nPrepared for")
    assert decision in made
    assert "\n- Answer status calls on the same day (Bo Lindqvist)\n" in made


@pytest.mark.parametrize(
    ("source", "line", "name"),
    [
        ("{{ nope }}", 1, "nope"),
        ("one\ntwo\n{{ sections.suvey.text }}", 3, "suvey"),
        ("{{ sections.meeting.txt }}", 1, "txt"),
        ("\n{% for each in session.nope %}{% endfor %}", 2, "nope"),
        ("{% if session.nope %}{% endif %}", 1, "nope"),
        ("{{ session.nope.deeper }}", 1, "nope"),
    ],
)
def test_what_is_not_there_is_named_with_its_line(source: str, line: int, name: str) -> None:
    reason = refused_in(source).reason

    assert reason.key == "record.template.unknown"
    assert dict(reason.values) == {"file": "my.jinja", "line": line, "name": name}


@pytest.mark.parametrize("method", ["format(session.title)", "format_map({0: session.title})"])
def test_made_text_is_no_pattern_for_words_of_people(method: str) -> None:
    made = rendered(f"{{{{ opening.{method} }}}}", saying("<b>"), "html")

    assert "<h1>" not in made
    assert "&lt;h1&gt;" in made


def test_a_template_in_a_process_of_its_own_writes_the_same() -> None:
    assert rendered_apart(WHOLE_AGAIN) == rendered(WHOLE_AGAIN, whole_workshop())


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 'x' * 10000000000 }}",
        "{{ 'x' | center(10000000000) }}",
        "{{ '%9999999999d' | format(1) }}",
    ],
)
def test_a_template_that_takes_too_much_is_told_and_ended(source: str) -> None:
    with pytest.raises(RefusedError) as refused:
        rendered_apart(source, Limits(seconds=2))

    assert refused.value.reason.key == "record.template.too_much"


def test_a_fault_comes_back_from_the_process_with_its_line() -> None:
    with pytest.raises(RefusedError) as refused:
        rendered_apart("\n{{ nope }}")

    assert dict(refused.value.reason.values)["line"] == 2


def test_times_are_written_as_in_the_record_s_json() -> None:
    assert rendered("{{ session.setup.date }}", whole_workshop(), "html") == "2026-11-03"
