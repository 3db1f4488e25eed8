"""The program in its terminal: crashes, signals, and keys that all come in one packet."""

import base64
import os
import signal
import stat
from pathlib import Path

import pytest
from textual.worker import WorkerFailed

from tests.pty_screen import PtyScreen
from tests.ui.sample import DraftsView, Sample
from workshop_tui.domain.session import Session
from workshop_tui.room import Room
from workshop_tui.ui.app import SIGNALS

SECRET = "what Sri said in confidence"


class BrokenView(DraftsView):
    """Breaks when it is drawn, with people's words in its variables and in what the error says."""

    stage = "drafting"

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.secret = SECRET

    def show(self, session: Session) -> None:
        secret = self.secret
        raise KeyError(secret)


class BrokenWorkerView(DraftsView):
    """Breaks beside the screen, with people's words in what the error says."""

    stage = "drafting"

    def on_mount(self) -> None:
        self.run_worker(self._break())

    async def _break(self) -> None:
        raise KeyError(SECRET)


@pytest.mark.parametrize(
    ("view", "raised", "where"),
    [(BrokenView, KeyError, "in show"), (BrokenWorkerView, WorkerFailed, "in _break")],
    ids=["while drawing", "in a worker"],
)
async def test_a_crash_leaves_a_report_without_anybody_s_words(
    tmp_path: Path, view: type[DraftsView], raised: type[Exception], where: str
) -> None:
    sample = Sample(view=lambda: view, folder=tmp_path)

    with pytest.raises(raised):
        async with sample.app.run_test() as pilot:
            await pilot.press("3")

    report = sample.app.crash_report
    assert sample.app.return_code == 1
    assert report is not None
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    told = report.read_text()
    assert where in told
    assert told.endswith("KeyError\n")
    assert SECRET not in told


def test_everything_in_one_packet_arrives_in_a_real_terminal() -> None:
    with PtyScreen("tests.ui.pty_program", columns=80, rows=24) as screen:
        screen.wait_for("Clean rides")
        screen.send(b"3nMake it eazy\x7f\x7fsy\rnEvery rebate\x1b[D\x1b[D\x1b[C\rjkj")
        shown = screen.wait_for("▸ Every rebate")

    assert "  Make it easy" in shown
    assert "2 drafts" in shown


def test_pasted_text_goes_into_the_field_in_a_real_terminal() -> None:
    with PtyScreen("tests.ui.pty_program", columns=80, rows=24) as screen:
        screen.wait_for("Clean rides")
        screen.send(b"3n\x1b[200~Make it\neasy\x1b[201~ now\r")
        shown = screen.wait_for("1 drafts")

    assert "▸ Make it easy now" in shown


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_the_program_and_gives_the_terminal_back(number: signal.Signals) -> None:
    with PtyScreen("tests.ui.pty_program", columns=80, rows=24) as screen:
        screen.wait_for("Clean rides")
        os.kill(screen.pid, number)
        code = screen.exit_code()

    assert code == 128 + number
    assert b"\x1b[?1049l" in screen.raw
    assert b"\x1b[?25h" in screen.raw


def test_a_terminal_that_goes_away_ends_the_program() -> None:
    with PtyScreen("tests.ui.pty_program", columns=80, rows=24) as screen:
        screen.wait_for("Clean rides")
        screen.hang_up()
        code = screen.exit_code()

    assert code == 128 + signal.SIGHUP


def test_stray_bytes_neither_end_the_program_nor_show_on_the_screen() -> None:
    with PtyScreen("tests.ui.pty_program", columns=80, rows=24) as screen:
        screen.wait_for("Clean rides")
        screen.send(b"\xff\xfe\x1b[M \x85\x21\x1b[<0;NaN;NaNM3nstill here\r")
        shown = screen.wait_for("1 drafts")

    assert "▸ still here" in shown
    assert "NaN" not in shown


def test_moving_the_cursor_costs_few_bytes_and_waiting_costs_none() -> None:
    with PtyScreen("tests.ui.pty_program", columns=120, rows=40) as screen:
        screen.wait_for("Clean rides")
        screen.send(b"3none\rntwo\r")
        screen.wait_for("2 drafts")
        screen.settle()
        before = len(screen.raw)
        screen.send(b"j")
        screen.wait_for("▸ two")
        screen.settle()
        after = len(screen.raw)

    assert after - before <= 500


def test_over_ssh_a_copied_text_goes_to_the_terminal_s_own_clipboard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.2 5000 10.0.0.1 22")

    with PtyScreen("tests.ui.pty_program", columns=80, rows=24) as screen:
        screen.wait_for("Clean rides")
        screen.send(b"3nMake it easy\ry")
        shown = screen.wait_for("Sent to the terminal")

    text = base64.b64encode(b"Make it easy  1")
    assert b"\x1b]52;c;" + text in screen.raw
    assert "Saved to /kept/copied.txt." in shown
