"""The record as one page: nothing remote, nothing that runs, no tag that people wrote."""

from html.parser import HTMLParser

from hypothesis import given, settings

from tests.record.hostile import document_saying, flat, harmless_twin, hostile_text
from tests.record.story import EVIDENCE, whole_workshop
from workshop_tui.record.blocks import Column, Document, Said, Section, Table
from workshop_tui.record.document import SECTIONS, document
from workshop_tui.record.html import render

VOID = {"meta", "br"}
LONG = ("class", "long")
"""What the page says of a cell with a long word."""


class Page(HTMLParser):
    """tags: as they open and close, whether long words may break or not. texts: between them."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(f"<{tag} {[each for each in attrs if each != LONG]}>")
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"</{tag}>")
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"<!--{data}-->")


def whole_page() -> str:
    return render(document(whole_workshop(), EVIDENCE, "en"))


@given(hostile_text)
@settings(max_examples=400)
def test_no_words_of_people_become_a_tag(words: str) -> None:
    page = Page(render(document_saying(words)))

    assert page.tags == Page(render(document_saying(harmless_twin(words)))).tags
    assert page.open == []


@given(hostile_text)
def test_the_letters_of_people_s_words_are_all_read_back(words: str) -> None:
    page = Page(render(document_saying(words)))

    assert f"By {flat(words)}, twice" in page.texts


def test_only_a_cell_with_a_long_word_may_break_it() -> None:
    address = "https://intranet.example/" + "a" * 80
    table = Table((Column(("T",)), Column(("N",), "right")), (((Said(address),), ("1",)),) * 2)
    short = Table((Column(("T",)),), (((Said("Make it easy for everybody."),),),))

    page = render(Document(("T",), "en", (), (Section("s", ("S",), (table, short)),)))

    assert page.count('<td class="long">https://intranet.example/aaa') == 2
    assert "<td>Make it easy for everybody.</td>" in page


def test_the_page_needs_nothing_but_itself() -> None:
    source = whole_page()
    page = Page(source)

    assert page.links == [f"#{key}" for key in SECTIONS]
    assert "url(" not in source
    assert "@import" not in source
    assert not any(tag.startswith(("<script", "<link", "<img", "<iframe")) for tag in page.tags)
    assert "default-src &#x27;none&#x27;" in source or "default-src 'none'" in source


def test_every_part_of_the_contents_leads_to_a_section() -> None:
    source = whole_page()

    assert [source.count(f'id="{key}"') for key in SECTIONS] == [1] * len(SECTIONS)


def test_the_page_says_in_which_language_it_is() -> None:
    page = render(document(whole_workshop(), EVIDENCE, "id"))

    assert '<html lang="id">' in page
    assert page.endswith("</html>\n")
