"""A user's own template of the record: its sections in another order, with words around them.

Templates are Jinja's and are written out in a process of their own (`template_sandbox`), which may
take so long and no longer. Leaves out: where templates lie (`record_on_disk`).

A template is handed:
    title      of the record; language: "en" or "id"
    opening    made: what stands above the first section
    head       made, in a page: what stands in <head>, with the style sheet; in Markdown ""
    sections   key -> title, text (made, with its heading), body (made, without); a section that
               is switched off is there and empty
    session    the workshop without what is private, as under `session` in the record's JSON

What is made is written out as it is, all else as words of people.
"""

import subprocess
import sys
from typing import Final

import msgspec

from workshop_tui.domain.message import RefusedError, refuse
from workshop_tui.domain.plain_text import clean_line
from workshop_tui.domain.session import Session
from workshop_tui.record import html, json_format, markdown
from workshop_tui.record.blocks import Document, Section, words_of
from workshop_tui.record.document import SECTIONS
from workshop_tui.record.markdown import PictureLink, in_words
from workshop_tui.record.privacy import shareable
from workshop_tui.record.template_job import Fault, Given, Order, Part, TemplateForm, Written

_WRITER: Final = "from workshop_tui.record.template_sandbox import main; main()"


class Limits(msgspec.Struct, frozen=True):
    """What writing a template out may take: seconds, and bytes of memory."""

    seconds: int = 10
    bytes: int = 512 << 20


def render(
    source: str,
    name: str,
    given: Given,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> str:
    """The record as the template writes it. name: the template's file, for errors.

    Raises RefusedError with file and line where the template is at fault.
    """
    order = msgspec.json.encode(Order(source, given, limits.seconds, limits.bytes))
    try:
        done = subprocess.run(  # noqa: S603 - our own line of Python; the template goes in by stdin
            [sys.executable, "-P", "-c", _WRITER],
            input=order,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            # Not in the terminal's group: Ctrl+C is for the program, which then ends this one.
            start_new_session=True,
            check=False,
        )
        answer: Written | Fault = msgspec.json.decode(done.stdout, type=Written | Fault)
    except (subprocess.TimeoutExpired, msgspec.DecodeError):
        answer = Fault()
    if isinstance(answer, Fault):
        raise refusal(name, answer)
    return answer.text


def refusal(name: str, fault: Fault) -> RefusedError:
    """The one line about a template that cannot be written out."""
    if not fault.line:
        return refuse("record.template.too_much", file=name)
    if fault.unknown:
        return refuse(
            "record.template.unknown", file=name, line=fault.line, name=clean_line(fault.unknown)
        )
    return refuse("record.template.fault", file=name, line=fault.line, why=clean_line(fault.why))


def given(
    session: Session, document: Document, form: TemplateForm, link: PictureLink = in_words
) -> Given:
    """What a template of this form is handed."""
    written = {section.key: section for section in document.sections}
    in_form = (lambda section: _in_markdown(section, link)) if form == "markdown" else _in_html
    opening, head = (
        (markdown.render_opening(document), "")
        if form == "markdown"
        else (html.render_opening(document), html.render_head(document))
    )
    return Given(
        form,
        words_of(document.title),
        document.language,
        opening,
        head,
        tuple(in_form(written[key]) if key in written else Part(key) for key in SECTIONS),
        msgspec.to_builtins(json_format.with_every_field(shareable(session))),
    )


def _in_markdown(section: Section, link: PictureLink) -> Part:
    text = markdown.render_section(section, link)
    body = text.partition("\n")[2].lstrip("\n")
    return Part(section.key, words_of(section.title), text, body)


def _in_html(section: Section) -> Part:
    text, body = html.render_section(section), html.render_body(section)
    return Part(section.key, words_of(section.title), text, body)
