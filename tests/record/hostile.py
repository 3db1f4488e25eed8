"""Text that tries to become something else once it is exported, and a document full of it."""

from hypothesis import strategies as st

from workshop_tui.domain.plain_text import clean
from workshop_tui.domain.word_diff import Change
from workshop_tui.record import svg
from workshop_tui.record.blocks import (
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
    WordChanges,
)

PIECES = (
    *("# ", "## ", "===", "---", "\n---\n", "- ", "+ ", "* ", "1. ", "12) ", "> ", "    ", "\t"),
    *("```", "~~~", "`", "``", "*", "**", "_", "__", "~~", "|", "| --- |", "\\", "\\\\", "&amp;"),
    *("[a](http://a.example)", "![](https://a.example/x.png)", "[x]: /y", "[a][x]", "[^1]", "]("),
    *("<script>alert(1)</script>", "<!--", "-->", "<b>", "</section>", "<img src=x onerror=y>"),
    *("https://a.example", "www.a.example", "a@a.example", "<https://a.example>", "mailto:a@b.c"),
    *("\n", "\n\n", "\r", "\u2028", "\x0b", "\x00", "\x1b[31m", "\u202e", "\u200b", "\ufeff"),
    *(
        "[bold]",
        "[/",
        "[@click=app.quit]",
        "{{x}}",
        "{n}",
        "$x$",
        "%s",
        "=1+1",
        "@SUM(A1)",
        "'",
        '"',
    ),
    *(
        "word",
        " ",
        "陈",
        "é",
        "a\u0301" * 9,
        "“”",
        "–",
        "−",
        ":",
        ";",
        ".",
        "(",
        ")",
        "!",
        "&",
        "#",
    ),
)
hostile_text = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=40)


def flat(words: str) -> str:
    """How words from people read on one line of the record."""
    return " ".join(clean(words).split())


def harmless_twin(words: str) -> str:
    """Words as empty and of as many lines as these, but of plain letters."""
    return "\n".join("word" for line in clean(words).splitlines() if flat(line))


def picture_saying(words: str) -> Picture:
    """A picture that says these words in its drawing, beneath it, and to whoever cannot see it."""
    said = (Said(words),)
    drawing = svg.drawing(600, 40, svg.text((0, 20), words), svg.dot((10, 30)))
    return Picture("words", drawing, alternative=(*said, " thrice"), caption=said)


def document_saying(words: str) -> Document:
    """A document that says these words in every place where people's words can stand."""
    said = (Said(words),)
    mixed = ("By ", Said(words), ", twice")
    table = Table((Column(said), Column(("No.",), "right")), ((said, mixed), (("–",), said)))
    change = tuple(Change(kind, flat(words)) for kind in ("removed", "added", "kept"))
    blocks = (
        Heading(said),
        Paragraph((said, mixed, said)),
        Statement(words),
        Quote(words),
        Quote(words, by=mixed),
        Items((mixed, ("A ", Said(words)), ("1", Said(words)), ("-", Said(words)))),
        Terms((Term(("Place",), said), Term(("Date",), mixed))),
        table,
        WordChanges(("Draft 1:",), change, reasons=(mixed, said)),
        picture_saying(words),
    )
    return Document(
        mixed, "en", (Terms((Term(("Status",), said),)),), (Section("s", said, blocks),)
    )
