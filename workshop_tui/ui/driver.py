"""Survives its terminal: stray mouse bytes, bytes that are not UTF-8, Escapes in a paste, one that
has gone, one that takes nothing any more.

Bare Textual ends without a word on a mouse report from an old terminal or on a Latin-1 byte, does
what stands behind an Escape in a paste as keys, spins for ever at end of input, and waits for ever
where nobody reads what it writes. Uses names private
to Textual 8.2 (`_app`, `_debug`, `_file`, `_writer_thread` and its `_queue`, `XTermParser`); tests
hold them.
"""

import codecs
import os
import re
import selectors
import signal
import sys
from typing import Final, TextIO, cast

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from workshop_tui.ui.terminal_output import TerminalOutput

HUNG_UP: Final = 128 + signal.SIGHUP

# A mouse report of three raw bytes, or a numbered one whose numbers are not numbers.
_STRAY = re.compile(rb"\x1b\[M[\s\S]{3}|\x1b\[<(?!\d+;-?\d+;-?\d+[Mm])[^Mm\x1b]*[Mm]")
_UNFINISHED = re.compile(rb"\x1b\[(?:M[\s\S]{0,2}|<[^Mm\x1b]*|20{0,2})\Z")
PASTE_BEGINS: Final = b"\x1b[200~"
PASTE_ENDS: Final = b"\x1b[201~"
_PASTE_END_UNFINISHED = re.compile(rb"\x1b(?:\[(?:2(?:01?)?)?)?\Z")


class StrayBytes:
    """Cuts what Textual cannot read out of a stream of bytes, and decodes the rest.

    That is: mouse reports of old terminals, and every Escape within a paste.
    """

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._held = b""
        self._is_pasting = False

    def readable(self, data: bytes) -> str:
        """The text in `data`; a report, mark or letter that is not whole yet waits for the rest."""
        read, rest = b"", self._held + data
        while (mark := PASTE_ENDS if self._is_pasting else PASTE_BEGINS) in rest:
            part, _, rest = rest.partition(mark)
            read += self._cut(part) + mark
            self._is_pasting = not self._is_pasting
        rest = rest if self._is_pasting else self._cut(rest)
        unfinished = (_PASTE_END_UNFINISHED if self._is_pasting else _UNFINISHED).search(rest)
        end = unfinished.start() if unfinished else len(rest)
        self._held = rest[end:]
        return self._decode(read + self._cut(rest[:end]))

    def _cut(self, data: bytes) -> bytes:
        return data.replace(b"\x1b", b"") if self._is_pasting else _STRAY.sub(b"", data)


class GuardedDriver(LinuxDriver):
    """Textual's Linux driver with guarded input and output."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """As Textual's. The screen goes to the terminal of standard output."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._output = TerminalOutput(cast("TextIO", sys.__stdout__).fileno())
        # It is only ever written to, flushed, and asked for its number.
        self._file = self._output  # type: ignore[assignment]

    def write(self, data: str) -> None:
        """At once, where the terminal takes it and nothing older waits; else in Textual's thread.

        The thread gets its turn only when this one has done its work, or after five milliseconds:
        on every key that was as long as the drawing itself.
        """
        self._output.send(data, super().write)

    def start_application_mode(self) -> None:
        self._output.take_time()
        super().start_application_mode()  # type: ignore[no-untyped-call] # Textual leaves it bare
        if self._writer_thread is not None:
            # No limit to what waits: a full queue would hold the whole program, signals and all.
            self._writer_thread._queue.maxsize = 0  # noqa: SLF001 - as the module says

    def stop_application_mode(self) -> None:
        self._output.hurry()
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read until told to stop; leave the program when the terminal has gone."""
        parser = XTermParser(self._debug)
        stray = StrayBytes()
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    data = self._read()
                    if not data:
                        self._app.call_later(self._app.exit, None, HUNG_UP)
                        return
                    text = stray.readable(data)
                    if text:  # feed("") would mean end of input to the parser
                        for event in parser.feed(text):
                            self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""
