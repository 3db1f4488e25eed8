"""The driver survives whatever bytes a terminal sends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import constants
from textual._xterm_parser import XTermParser

from workshop_tui.ui.driver import StrayBytes


def readable(*packets: bytes) -> str:
    stray = StrayBytes()
    return "".join(stray.readable(packet) for packet in packets)


@pytest.mark.parametrize(
    ("packets", "text"),
    [
        ((b"abc",), "abc"),
        ((b"a\x1b[M \x85\x21b",), "ab"),
        ((b"a\x1b[M \xc8\xa1b",), "ab"),
        ((b"a\x1b[<0;NaN;NaNMb",), "ab"),
        ((b"a\x1b[<0;12;5Mb",), "a\x1b[<0;12;5Mb"),
        ((b"a\x1b[", b"M ", b"\x85", b"\x21b"), "a\x1b[M \ufffd!b"),
        ((b"a\x1b[M", b" \x85", b"\x21b"), "ab"),
        ((b"\xc3", b"\xa9"), "é"),
        ((b"\xff\xfeq",), "\ufffd\ufffdq"),
        ((b"\x1b",), "\x1b"),
        ((b"\x1b[A",), "\x1b[A"),
        ((b"\x1b[200~x\x1b[Mq\x1b[201~",), "\x1b[200~x[Mq\x1b[201~"),
    ],
)
def test_mouse_reports_that_cannot_be_read_are_cut_and_letters_are_kept(
    packets: tuple[bytes, ...], text: str
) -> None:
    assert readable(*packets) == text


@given(st.text(st.characters(exclude_characters="\x1b", exclude_categories=["Cs"])), st.data())
def test_text_arrives_whole_however_it_is_split_into_packets(
    text: str, data: st.DataObject
) -> None:
    raw = text.encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=5)))
    edges = [0, *cuts, len(raw)]

    packets = [raw[start:end] for start, end in pairwise(edges)]

    assert readable(*packets) == text


@given(st.lists(st.binary(max_size=40)))
def test_no_bytes_raise_an_error(packets: list[bytes]) -> None:
    stray = StrayBytes()

    for packet in packets:
        assert isinstance(stray.readable(packet), str)


def test_textual_still_has_the_private_names_that_the_driver_uses() -> None:
    parser = XTermParser(debug=False)

    events = list(parser.feed("n"))

    assert [event.key for event in events if hasattr(event, "key")] == ["n"]
    assert isinstance(constants.ESCAPE_DELAY, float)
