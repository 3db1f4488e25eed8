"""What is written to a terminal never holds the program: it is slow, stuck, or gone."""

import os
import select
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from textual.drivers._writer_thread import WriterThread

from workshop_tui.ui.terminal_output import TerminalOutput

MORE_THAN_IT_HOLDS = "x" * 1_000_000


@dataclass
class Terminal:
    """A pseudo-terminal: its screen is read from one side, the program writes to the other."""

    screen: int
    program: int

    def read(self, length: int) -> bytes:
        """So many bytes; fewer where no more come."""
        found = b""
        while len(found) < length and select.select([self.screen], [], [], 10)[0]:
            found += os.read(self.screen, 65_536)
        return found


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    made = Terminal(*os.openpty())
    yield made
    for descriptor in (made.screen, made.program):
        if descriptor >= 0:
            os.close(descriptor)


def test_a_slow_terminal_gets_everything(terminal: Terminal) -> None:
    output = TerminalOutput(terminal.program)
    writing = threading.Thread(target=output.write, args=(MORE_THAN_IT_HOLDS,))

    writing.start()
    shown = terminal.read(len(MORE_THAN_IT_HOLDS))
    writing.join()

    assert shown == MORE_THAN_IT_HOLDS.encode()


def test_a_terminal_that_takes_nothing_holds_nobody_and_gets_the_last_words(
    terminal: Terminal,
) -> None:
    output = TerminalOutput(terminal.program, patience=0)
    output.hurry()

    output.write(MORE_THAN_IT_HOLDS)
    output.write("the last words")

    shown = terminal.read(1)
    while not shown.endswith(b"the last words") and (more := terminal.read(1)):
        shown += more
    assert shown.endswith(b"the last words")
    assert len(shown) < len(MORE_THAN_IT_HOLDS)


def test_whoever_waits_for_room_is_let_go_when_the_program_leaves(terminal: Terminal) -> None:
    output = TerminalOutput(terminal.program, patience=0)
    writing = threading.Thread(target=output.write, args=(MORE_THAN_IT_HOLDS,), daemon=True)

    writing.start()
    output.hurry()
    writing.join(10)

    assert not writing.is_alive()


def test_a_terminal_that_has_gone_is_written_to_without_a_word(terminal: Terminal) -> None:
    output = TerminalOutput(terminal.program)
    os.close(terminal.screen)
    terminal.screen = -1

    assert output.write("anybody?") == len("anybody?")


def test_letters_that_the_terminal_cannot_be_sent_become_signs(terminal: Terminal) -> None:
    output = TerminalOutput(terminal.program)

    output.write("a\ud800é")

    assert terminal.read(4) == "a?é".encode()


def test_what_the_terminal_has_room_for_is_written_before_send_returns(terminal: Terminal) -> None:
    output = TerminalOutput(terminal.program)
    handed_over: list[str] = []

    output.send("now", handed_over.append)

    assert terminal.read(3) == b"now"
    assert not handed_over


def test_what_is_sent_while_older_text_waits_for_room_comes_behind_it(terminal: Terminal) -> None:
    output = TerminalOutput(terminal.program)
    waiting: list[str] = []

    def write_what_waits() -> None:
        for text in waiting:
            output.write(text)

    output.send(MORE_THAN_IT_HOLDS, waiting.append)
    output.send("é", waiting.append)
    output.send("the end", waiting.append)
    writing = threading.Thread(target=write_what_waits)
    writing.start()
    shown = terminal.read(len(MORE_THAN_IT_HOLDS) + len("é".encode()) + len("the end"))
    writing.join()

    assert len(waiting) == 3
    assert shown == f"{MORE_THAN_IT_HOLDS}éthe end".encode()


def test_once_nothing_waits_any_more_text_is_written_at_once_again(terminal: Terminal) -> None:
    output = TerminalOutput(terminal.program)
    waiting: list[str] = []
    output.send(MORE_THAN_IT_HOLDS, waiting.append)
    writing = threading.Thread(target=output.write, args=waiting)
    writing.start()
    terminal.read(len(MORE_THAN_IT_HOLDS))
    writing.join()

    output.send("now", waiting.append)

    assert terminal.read(3) == b"now"
    assert len(waiting) == 1


def test_sending_to_a_terminal_that_has_gone_raises_nothing(terminal: Terminal) -> None:
    output = TerminalOutput(terminal.program)
    os.close(terminal.screen)
    terminal.screen = -1
    waiting: list[str] = []

    output.send("anybody?", waiting.append)
    output.write(*waiting)

    assert waiting == [""]


def test_a_terminal_that_may_block_is_left_to_the_thread_that_may_wait() -> None:
    reading, writing = os.pipe()
    output = TerminalOutput(writing)
    waiting: list[str] = []

    output.send("here", waiting.append)
    output.write(*waiting)
    os.close(writing)

    assert os.read(reading, 10) == b"here"
    os.close(reading)


def test_a_terminal_without_a_name_is_written_to_all_the_same() -> None:
    reading, writing = os.pipe()

    TerminalOutput(writing).write("here")
    os.close(writing)

    assert os.read(reading, 10) == b"here"
    os.close(reading)


def test_textual_still_has_the_private_names_of_its_writer_that_the_driver_uses(
    terminal: Terminal,
) -> None:
    output = TerminalOutput(terminal.program, patience=0)
    writer = WriterThread(output)  # type: ignore[arg-type] # only what the driver needs of a file
    writer._queue.maxsize = 0
    writer.start()
    output.hurry()

    for _ in range(100):
        writer.write("x" * 10_000)
    writer.stop()

    assert not writer.is_alive()
