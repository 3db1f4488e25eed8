"""A user's own template of the record: its sections in another order, with words around them.

Templates are Jinja's, in its sandbox. What the record made of its sections is handed over ready
(`Made`); everything else that a template writes out, whatever was done to it, is escaped as words
of people are, so that no template can let them become markup by mistake. That goes for what a
macro or a `{% set %}` block gives back too: markup belongs into the template's own text.
Leaves out: where templates lie (`record_on_disk`).

A template is handed:
    title      of the record; language: "en" or "id"
    opening    made: what stands above the first section
    head       made, in a page: what stands in <head>, with the style sheet; in Markdown ""
    sections   key -> title, text (made, with its heading), body (made, without); a section that
               is switched off is there and empty
    session    the workshop without what is private, as under `session` in the record's JSON
"""

from collections.abc import Callable
from traceback import extract_tb
from typing import Any, Literal, TypeAlias

import msgspec

from workshop_tui.domain.message import RefusedError, refuse
from workshop_tui.domain.session import Session
from workshop_tui.record import html, json_format, markdown
from workshop_tui.record.blocks import Document, Section, words_of
from workshop_tui.record.document import SECTIONS
from workshop_tui.record.markdown import PictureLink, in_words
from workshop_tui.record.privacy import shareable

TemplateForm: TypeAlias = Literal["markdown", "html"]

_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a template's expressions may raise besides Jinja's own errors."""


class Made(str):
    """Text that the record made and escaped; whatever is done to it gives a plain string again."""

    __slots__ = ()


class TemplateSection(msgspec.Struct, frozen=True):
    key: str
    title: str = ""
    text: Made = Made()
    body: Made = Made()


def render(
    source: str,
    name: str,
    session: Session,
    document: Document,
    form: TemplateForm,
    link: PictureLink = in_words,
) -> str:
    """The record as the template writes it. name: the template's file, for errors.

    Raises RefusedError with file and line where the template is at fault.
    """
    # A tenth of a second that only those who have a template wait for.
    from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError  # noqa: PLC0415
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        finalize=_finalizer(form),
        autoescape=False,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    try:
        template = environment.from_string(source)
        return template.render(_given(session, document, form, link))
    except TemplateSyntaxError as error:
        raise _fault(name, error.lineno, error) from error
    except (TemplateError, *_FAULTS) as error:
        raise _fault(name, _line_of(error), error) from error


def _given(
    session: Session, document: Document, form: TemplateForm, link: PictureLink
) -> dict[str, Any]:
    written = {section.key: section for section in document.sections}
    in_form = (lambda section: _in_markdown(section, link)) if form == "markdown" else _in_html
    opening, head = (
        (markdown.render_opening(document), "")
        if form == "markdown"
        else (html.render_opening(document), html.render_head(document))
    )
    return {
        "title": words_of(document.title),
        "language": document.language,
        "opening": Made(opening),
        "head": Made(head),
        "sections": {
            key: in_form(written[key]) if key in written else TemplateSection(key)
            for key in SECTIONS
        },
        "session": json_format.with_every_field(shareable(session)),
    }


def _in_markdown(section: Section, link: PictureLink) -> TemplateSection:
    text = markdown.render_section(section, link)
    body = text.partition("\n")[2].lstrip("\n")
    return TemplateSection(section.key, words_of(section.title), Made(text), Made(body))


def _in_html(section: Section) -> TemplateSection:
    text, body = html.render_section(section), html.render_body(section)
    return TemplateSection(section.key, words_of(section.title), Made(text), Made(body))


def _finalizer(form: TemplateForm) -> Callable[[object], str]:
    escape = markdown.escaped if form == "markdown" else html.escaped

    def finalized(value: object) -> str:
        if isinstance(value, Made):
            return value
        return "" if value is None else escape(str(value))

    return finalized


def _line_of(error: BaseException) -> int:
    """The line of the template in which it happened; 1 where Jinja does not tell."""
    frames = extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>"]
    return (lines or [1])[-1] or 1


def _fault(name: str, line: int, error: Exception) -> RefusedError:
    why = str(error) or type(error).__name__
    return refuse("record.template.fault", file=name, line=line, why=why.splitlines()[0])
