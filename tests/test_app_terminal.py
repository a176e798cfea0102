"""The browser in a real terminal: bytes, signals, the session it keeps, terminals that cannot show it."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.app_pilot import browsing
from tests.app_store import HOSTILE
from tui.session import Session, load, save, state_file

ROOT = Path(__file__).resolve().parent.parent
CODE = """
import sys
from tui.app import run
from tui.config import Settings
sys.exit(run(sys.argv[1], None, eval(f"Settings({sys.argv[2]})") if len(sys.argv) > 2 else None))
"""


class Terminal:
    """The browser in a terminal of its own."""

    def __init__(self, store: Path, settings: str = "", **environ: str) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            kept = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **environ}
            for name in ("COLUMNS", "LINES"):
                kept.pop(name, None)
            os.execve(sys.executable, [sys.executable, "-c", CODE, str(store), settings], kept)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.drawn = b""

    def until(self, words: bytes) -> None:
        """Read until `words` have been drawn since the last time."""
        new = b""
        while words not in new:
            ready = select.select([self.fd], [], [], 30)[0]
            assert ready, (words, new[-2000:])
            new += os.read(self.fd, 65536)
        self.drawn += new

    def rest(self, seconds: float = 0.4) -> None:
        """Read until it draws nothing."""
        while select.select([self.fd], [], [], seconds)[0]:
            try:
                self.drawn += os.read(self.fd, 65536)
            except OSError:
                return

    def end(self) -> int:
        """Its exit status."""
        self.rest(2)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_no_hostile_byte_reaches_the_terminal(evil_store: Path) -> None:
    terminal = Terminal(evil_store)
    terminal.until(b"gpj.exe")
    for keys in (b"j", b"3", b"4", b"v", b"v", b"v", b"v", b"j", b"f", b"\x1b", b"d", b"\x1b", b"a"):
        os.write(terminal.fd, keys)
        terminal.rest(0.3)
    os.write(terminal.fd, b"\x1b")
    terminal.rest(0.3)
    os.write(terminal.fd, b"q")
    assert terminal.end() == 0
    # Textual's own way to set the shape of the mouse pointer ends in BEL.
    drawn = terminal.drawn.decode("utf-8", "replace").replace("\x1b]22;default\x07", "")
    assert "]52;c;aGFja2Vk" in drawn
    assert "\x1b]52" not in drawn
    assert "\x1b[31mred" not in drawn
    assert not set(drawn) & set("\x07\x85\x9b\x9d\u202e\u2066\u200b\ufeff")
    # Every escape sequence is one of Textual's own: styles, places, modes, queries, keyboard, cursor.
    left = re.sub(r"\x1b\[[0-9;?>=<]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1b[78=>]", "", drawn)
    assert "\x1b" not in left


def test_no_color_is_colourless(store: Path) -> None:
    terminal = Terminal(store, NO_COLOR="1")
    terminal.until(b"Forty-one")
    for key in (b"3", b"j", b"4", b"z", b"z"):
        os.write(terminal.fd, key)
        terminal.rest(0.3)
    os.write(terminal.fd, b"q")
    terminal.end()
    codes = {
        number
        for found in re.findall(rb"\x1b\[([0-9;]*)m", terminal.drawn)
        for number in (int(part or 0) for part in found.split(b";"))
    }
    assert codes <= {0, 1, 2, 3, 4, 7, 39, 49}
    assert 7 in codes


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_restores_the_terminal_and_keeps_the_session(store: Path, number: signal.Signals) -> None:
    terminal = Terminal(store)
    terminal.until(b"Forty-one")
    os.write(terminal.fd, b"3")
    terminal.rest()
    os.kill(terminal.pid, number)
    assert terminal.end() == 128 + number
    assert b"\x1b[?1049l" in terminal.drawn
    assert terminal.drawn.rindex(b"\x1b[?25h") > terminal.drawn.rindex(b"\x1b[?25l")
    assert load(store).pane == 3


def test_a_line_that_drops_ends_the_browser(store: Path) -> None:
    terminal = Terminal(store)
    terminal.until(b"Forty-one")
    os.close(terminal.fd)
    assert os.waitstatus_to_exitcode(os.waitpid(terminal.pid, 0)[1]) != 0
    assert load(store).place == "a000"


def test_q_leaves_with_status_0_and_nothing_is_drawn_at_rest(store: Path) -> None:
    terminal = Terminal(store)
    terminal.until(b"Forty-one")
    terminal.rest(1.5)
    before = len(terminal.drawn)
    terminal.rest(1.5)
    assert len(terminal.drawn) == before
    os.write(terminal.fd, b"q")
    assert terminal.end() == 0


@pytest.mark.parametrize("environ", [{"TERM": "dumb"}, {"TERM": "xterm"}])
def test_what_is_no_terminal_is_refused_with_a_word_about_find(store: Path, environ: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(store)], capture_output=True, text=True, cwd=ROOT,
        env={**os.environ, **environ}, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "conflict-tui find" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


async def test_the_place_is_found_again(long_store: Path) -> None:
    async with browsing(long_store) as hand:
        await hand.press("slash")
        await hand.type("carts")
        await hand.press("enter", "j", "j", "s")
        here = hand.browser.list.current.id
        await hand.press("q")
    async with browsing(long_store) as hand:
        assert hand.browser.query_text == "carts"
        assert hand.browser.list.current.id == here
        assert "by oldest" in hand.text


async def test_a_query_on_the_command_line_comes_before_the_one_that_was_kept(store: Path) -> None:
    save(store, Session(query="zebra"))
    async with browsing(store, query="drones") as hand:
        assert hand.browser.query_text == "drones"
        assert hand.browser.list.total == 1


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"x": 3}', json.dumps({"STORE": {"view": 7, "pane": "x"}})])
async def test_a_session_that_cannot_be_read_is_no_obstacle(store: Path, kept: str) -> None:
    file = state_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(kept.replace("STORE", str(store)), "utf-8")
    assert load(store) == Session()
    async with browsing(store) as hand:
        assert hand.browser.list.total == 2


def test_a_session_that_cannot_be_written_is_no_obstacle(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(store))  # a file, not a folder
    save(store, Session(query="x"))
    assert load(store) == Session()


def test_a_session_keeps_hostile_words(store: Path) -> None:
    save(store, Session(query=HOSTILE + "\ud800"))
    assert load(store).query == HOSTILE + "\ud800"


def test_ctrl_c_in_the_pager_ends_neither_it_nor_the_browser(store: Path, tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\ntrap 'echo interrupted' INT\necho paging\nread a\nread b\nexit 0\n", "utf-8")
    pager.chmod(0o700)
    terminal = Terminal(store, PAGER=str(pager))
    terminal.until(b"Forty-one")
    os.write(terminal.fd, b"Go")
    terminal.until(b"paging")
    os.write(terminal.fd, b"\x03")
    terminal.until(b"interrupted")
    os.write(terminal.fd, b"\n\n\n")
    terminal.until(b"Articles")
    os.write(terminal.fd, b"q")
    assert terminal.end() == 0


def test_what_a_pager_shows_that_ends_at_once_stays_until_enter(store: Path) -> None:
    terminal = Terminal(store, PAGER="cat")
    terminal.until(b"Forty-one")
    os.write(terminal.fd, b"Go")
    terminal.until(b"Enter goes back to the browser.")
    os.write(terminal.fd, b"\n")
    terminal.until(b"Articles")
    os.write(terminal.fd, b"q")
    assert terminal.end() == 0


def test_ctrl_z_goes_to_the_shell_and_fg_comes_back(store: Path) -> None:
    terminal = Terminal(store)
    terminal.until(b"Forty-one")
    terminal.rest()
    os.write(terminal.fd, b"\x1a")
    terminal.until(b"\x1b[?1049l")
    # The terminal is the shell's again before the browser stops.
    assert os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED)[1])
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.until(b"Forty-one")
    os.write(terminal.fd, b"q")
    assert terminal.end() == 0
