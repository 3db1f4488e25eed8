"""Reads large letters off a screen, as somebody at the back of the room does."""

from collections.abc import Iterator, Sequence
from string import ascii_letters, digits, punctuation

from workshop_tui.ui.projector.large_letters import HEIGHT, SPACE, large_word

LETTERS = {
    block: letter
    for letter in ascii_letters + digits + punctuation + "–—’‘“”…"
    if (block := large_word(letter)) is not None
}


def read_aloud(screen: str) -> str:
    """All that stands on the screen: as it is, and what is written there in large letters."""
    lines = [line.replace("│", " ") for line in screen.splitlines()]
    width = max(map(len, lines), default=0)
    even = [line.ljust(width) for line in lines]
    bands = (even[top : top + HEIGHT] for top in range(len(even) - HEIGHT + 1))
    large = " ".join(text for band in bands for text in _texts(band))
    return f"{screen}\n{large}"


def _texts(band: Sequence[str]) -> Iterator[str]:
    """What so many lines say, where all that stands on them are letters and bars."""
    said = ""
    for gap, letter in _letters(band):
        if letter in LETTERS:
            said += (" " if said and gap >= SPACE else "") + LETTERS[letter]
        elif not _is_bar(letter):
            return
    if said:
        yield said


def _is_bar(block: Sequence[str]) -> bool:
    first, *middle, last = block
    return not (first + last).strip() and set("".join(middle)) <= {"█", "░"}


def _letters(band: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each letter with the empty cells in front of it."""
    gap, columns = 0, list[str]()
    for column in (*map("".join, zip(*band, strict=True)), " " * HEIGHT):
        if column.strip():
            columns.append(column)
            continue
        if columns:
            yield gap, tuple("".join(line) for line in zip(*columns, strict=True))
            gap, columns = 0, []
        gap += 1
