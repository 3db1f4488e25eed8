"""Twenty thousand hostile strings through every format: nothing comes of them that we did not make.

Each string stands in one place of a long document; the same document of harmless words of as many
lines must read alike, tag by tag and token by token.
"""

import csv
from collections.abc import Callable, Sequence
from io import StringIO
from itertools import cycle
from random import Random

import msgspec
import pytest
from markdown_it import MarkdownIt

from tests.record.hostile import PIECES, flat, harmless_twin
from tests.record.test_html import Page
from tests.record.test_markdown import skeleton
from workshop_tui.domain.drafting import Draft, Drafting, DraftVersion
from workshop_tui.domain.session import Session
from workshop_tui.record import csv_format, html, json_format, markdown, svg
from workshop_tui.record.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Items,
    Paragraph,
    Picture,
    Quote,
    Said,
    Section,
    Statement,
    Table,
    Term,
    Terms,
)
from workshop_tui.record.evidence import EmployeeQuote, Evidence
from workshop_tui.record.json_format import JsonRecord

STRINGS, DOCUMENTS = 20_000, 8
FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
PLACES: Sequence[Callable[[str, int], Block]] = (
    lambda words, _: Heading((Said(words),)),
    lambda words, _: Paragraph((("By ", Said(words), "."), (Said(words),))),
    lambda words, _: Statement(words),
    lambda words, _: Quote(words, by=(Said(words),)),
    lambda words, _: Items(((Said(words),), ("1", Said(words)))),
    lambda words, _: Terms((Term((Said(words),), (Said(words),)),)),
    lambda words, _: Table((Column((Said(words),)),), (((Said(words), "!"),),)),
    lambda words, number: Picture(
        f"p{number}",
        svg.drawing(9, 9, svg.text((0, 9), words)),
        alternative=(Said(words),),
        caption=(Said(words),),
    ),
)


def strings(document: int) -> list[str]:
    """The same ones every time; none is empty, since emptiness changes what is written."""
    random = Random(document)
    return [
        "x " + "".join(random.choices(PIECES, k=random.randint(1, 10)))
        for _ in range(STRINGS // DOCUMENTS)
    ]


def long_document(words: Sequence[str]) -> Document:
    blocks = [
        block
        for number, (place, said) in enumerate(zip(cycle(PLACES), words, strict=False))
        # Something of ours between: lists that touch would be one list, harmless or not.
        for block in (place(said, number), Paragraph((("–",),)))
    ]
    return Document((Said(words[0]),), "en", (), (Section("s", (Said(words[0]),), tuple(blocks)),))


def session_saying(words: Sequence[str]) -> Session:
    drafts = tuple(
        Draft(id=f"draft{number}", versions=(DraftVersion(text=said),))
        for number, said in enumerate(words, 1)
    )
    return Session(title="T", drafting=Drafting(drafts=drafts))


@pytest.mark.parametrize("document", range(DOCUMENTS))
def test_markdown_and_page_hold_only_the_markup_that_we_made(document: int) -> None:
    said = strings(document)
    hostile = long_document(said)
    harmless = long_document([harmless_twin(words) for words in said])
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    link = markdown.beside("record")

    written, expected = (markdown.render(each, link) for each in (hostile, harmless))
    page, plain_page = (Page(html.render(each)) for each in (hostile, harmless))

    assert skeleton(written, reader) == skeleton(expected, reader)
    assert page.tags == plain_page.tags
    assert page.open == []


@pytest.mark.parametrize("document", range(DOCUMENTS))
def test_table_and_json_give_every_string_back_and_run_none(document: int) -> None:
    said = strings(document)
    session = session_saying(said)
    evidence = Evidence(quotes=tuple(EmployeeQuote(words) for words in said))

    rows = list(csv.reader(StringIO(csv_format.render(session, "en"), newline=""), strict=True))
    record = msgspec.json.decode(json_format.render(session, evidence), type=JsonRecord)

    assert len(rows) == len(said) + 1
    assert not any(cell.startswith(FORMULA_STARTS) for row in rows for cell in row)
    assert [quote.text for quote in record.evidence.quotes] == said
    assert [flat(draft.text) for draft in record.session.drafting.drafts] == [
        flat(draft.text) for draft in session.drafting.drafts
    ]
