"""Reads the terminal's input without dying on it: stray mouse bytes, bytes that are not UTF-8, a
terminal that has gone.

Bare Textual ends without a word on a mouse report from an old terminal or on a Latin-1 byte, and
spins for ever at end of input. Uses names private to Textual 8.2 (`_app`, `_debug`,
`XTermParser`); tests hold them.
"""

import codecs
import os
import re
import selectors
import signal
import threading
from typing import Final

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

HUNG_UP: Final = 128 + signal.SIGHUP
PATIENCE: Final = 2.0
"""Seconds that a terminal has to take what was still to be written when the program ends."""

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
    """Textual's Linux driver with guarded input."""

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

    def close(self) -> None:
        """End the thread that writes to the terminal, but not at any price.

        A terminal that takes nothing any more would keep the program here for ever.
        """
        closing = threading.Thread(target=super().close, daemon=True)
        closing.start()
        closing.join(PATIENCE)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""
