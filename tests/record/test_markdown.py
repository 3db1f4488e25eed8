"""The record as Markdown: what the program made is markup, what people said never is."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.record.hostile import document_saying, flat, harmless_twin, hostile_text
from workshop_tui.domain.word_diff import word_diff
from workshop_tui.record.blocks import (
    Column,
    Document,
    Items,
    Paragraph,
    Quote,
    Said,
    Section,
    Statement,
    Table,
    Text,
    WordChanges,
)
from workshop_tui.record.markdown import escaped, render, render_section

COMMONMARK = MarkdownIt("commonmark", {"html": False}).enable("table")
GITHUB = MarkdownIt("gfm-like", {"html": False})
WITH_HTML = MarkdownIt("commonmark", {"html": True}).enable("table")


def tokens(markdown: str, reader: MarkdownIt) -> Iterator[Token]:
    for block in reader.parse(markdown):
        yield block
        yield from block.children or ()


def skeleton(markdown: str, reader: MarkdownIt) -> list[str]:
    """Everything but the letters: the markup that a reader finds."""
    return [
        f"{token.type} {token.tag} {token.attrs}"
        for token in tokens(markdown, reader)
        if token.type != "text"
    ]


def cells(markdown: str) -> list[str]:
    """The letters of every table cell as a reader sees them."""
    found = list(COMMONMARK.parse(markdown))
    return [
        "".join(child.content for child in inline.children or ())
        for opening, inline in pairwise(found)
        if opening.type in {"td_open", "th_open"}
    ]


def saying(*blocks: Paragraph | Quote | Statement | Table | WordChanges | Items) -> str:
    """A section without a title of its own that holds these blocks."""
    return render_section(Section("part", ("Part",), blocks)).removeprefix("## Part\n\n")


@pytest.mark.parametrize("reader", [COMMONMARK, GITHUB, WITH_HTML], ids=["plain", "gfm", "html"])
@given(words=hostile_text)
@settings(max_examples=400)
def test_no_words_of_people_become_markup(reader: MarkdownIt, words: str) -> None:
    markdown = render(document_saying(words))
    harmless = render(document_saying(harmless_twin(words)))

    assert skeleton(markdown, reader) == skeleton(harmless, reader)
    assert [len(line) > 0 for line in markdown.splitlines()] == [
        len(line) > 0 for line in harmless.splitlines()
    ]


@given(hostile_text)
def test_the_letters_of_people_s_words_are_all_read_back(words: str) -> None:
    table = Table((Column(("Said",)),), (((Said(words),),),))

    assert cells(saying(table)) == ["Said", flat(words)]


@given(hostile_text)
def test_no_control_code_is_left(words: str) -> None:
    markdown = render(document_saying(words))

    assert all(character == "\n" or ord(character) >= 32 for character in markdown)
    assert "\x9b" not in markdown
    assert "\u202e" not in markdown


@given(st.lists(hostile_text, max_size=3))
def test_a_document_begins_with_its_heading_and_ends_with_a_line_feed(words: list[str]) -> None:
    sections = tuple(Section("s", (Said(each),), (Paragraph(((Said(each),),)),)) for each in words)
    markdown = render(Document(("Record",), "en", (), sections))

    assert markdown.startswith("# Record\n")
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")


def test_each_sentence_and_each_row_has_its_own_line() -> None:
    paragraph = Paragraph((("One.",), ("Two.",)))
    columns = (Column(("Word",)), Column(("People",), "right"))
    table = Table(columns, (((Said("easy"),), ("88",)), ((Said("a|b"),), ("2",))))

    assert saying(paragraph, table) == (
        "One.\nTwo.\n\n| Word | People |\n| --- | ---: |\n| easy | 88 |\n| a\\|b | 2 |\n"
    )


def test_a_quote_keeps_the_lines_in_which_it_was_said() -> None:
    quote = Quote("It's fine.\n\nSort of.", by=("a manager",))

    assert saying(quote) == "> It's fine.\\\n> Sort of.\n>\n> — a manager\n"


def test_added_and_removed_words_are_told_by_sign() -> None:
    changes = WordChanges(("Version 2:",), word_diff("We help you fix it", "We help them fix it"))

    assert saying(changes) == "Version 2: We help −you− +them+ fix it\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (("1", ". easy"), "1\\. easy"),
        (("- is no list",), "\\- is no list"),
        (("3.5 of 5",), "3.5 of 5"),
        (("a * b [c] <d> # e",), "a \\* b \\[c\\] \\<d\\> \\# e"),
    ],
)
def test_our_own_sentences_are_escaped_only_where_they_would_read_as_markup(
    text: Text, line: str
) -> None:
    assert saying(Paragraph((text,))) == f"{line}\n"


def test_the_statement_stands_on_its_own() -> None:
    assert saying(Statement("We help fix it.")) == "> **We help fix it.**\n"


@given(hostile_text)
def test_escaped_words_stay_on_one_line(words: str) -> None:
    assert len(escaped(words).splitlines()) <= 1
