"""Survives its terminal: stray mouse bytes, bytes that are not UTF-8, one that has gone, one that
takes nothing any more.

Bare Textual ends without a word on a mouse report from an old terminal or on a Latin-1 byte, spins
for ever at end of input, and waits for ever where nobody reads what it writes. Uses names private
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
_UNFINISHED = re.compile(rb"\x1b\[(?:M[\s\S]{0,2}|<[^Mm\x1b]*)\Z")


class StrayBytes:
    """Cuts mouse reports that Textual cannot read out of a stream of bytes; decodes the rest."""

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._held = b""

    def readable(self, data: bytes) -> str:
        """The text in `data`; a report or letter that is not whole yet waits for the rest."""
        data = _STRAY.sub(b"", self._held + data)
        unfinished = _UNFINISHED.search(data)
        end = unfinished.start() if unfinished else len(data)
        self._held = data[end:]
        return self._decode(data[:end])


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
