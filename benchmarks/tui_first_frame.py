"""First frame of the browser against an empty Textual app, and what a `j` costs, in a real terminal (pty).

    python benchmarks/tui_first_frame.py STORE [--runs 7]

Prints medians: milliseconds to the first frame that shows an article, of both
apps in turn and their ratio; milliseconds from a `j` to the moved cursor and
bytes a `j` while the key is held; bytes of a page down, of a change of pane and
of a second of rest. Needs a store with at least 100 articles for the keys.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("READY")
Empty().run()
"""
OURS = "import sys; from tui.app import run; sys.exit(run(sys.argv[1]))"


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, code: str, argument: str, *, columns: int = 120, lines: int = 40) -> None:
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environ = {
                **os.environ,
                "TERM": "xterm-256color",
                "PYTHONPATH": str(ROOT),
                "COLUMNS": "",
                "LINES": "",
            }
            for name in ("COLUMNS", "LINES", "NO_COLOR"):
                environ.pop(name, None)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            os.execve(sys.executable, [sys.executable, "-c", code, argument], environ)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What it draws until it has been still for `seconds`."""
        drawn = b""
        while select.select([self.fd], [], [], seconds)[0]:
            try:
                drawn += os.read(self.fd, 65536)
            except OSError:
                break
        return drawn

    def until(self, words: bytes, seconds: float = 20) -> float:
        """Milliseconds since the start until `words` were drawn."""
        drawn = b""
        while words not in drawn:
            if not select.select([self.fd], [], [], seconds)[0]:
                raise SystemExit(f"{words!r} was not drawn within {seconds} s")
            drawn += os.read(self.fd, 65536)
        return (time.perf_counter() - self.began) * 1000

    def press(self, keys: bytes) -> float:
        """Milliseconds from the keys to the first bytes that they draw."""
        began = time.perf_counter()
        os.write(self.fd, keys)
        select.select([self.fd], [], [], 2)
        return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGTERM)
        self.read(0.3)
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def first_frames(store: str, words: bytes, runs: int) -> tuple[float, float]:
    """Median milliseconds to the first useful frame: of an empty app, and of ours."""
    empty, ours = [], []
    for _ in range(runs):
        for code, wanted, times in ((EMPTY, b"READY", empty), (OURS, words, ours)):
            terminal = Terminal(code, store)
            times.append(terminal.until(wanted))
            terminal.close()
    return statistics.median(empty), statistics.median(ours)


def keys(store: str, words: bytes) -> dict[str, float]:
    """What keys cost in milliseconds and bytes."""
    terminal = Terminal(OURS, store)
    terminal.until(words)
    terminal.read(0.5)
    found: dict[str, float] = {}
    times = []
    for _ in range(40):
        times.append(terminal.press(b"j"))
        terminal.read(0.25)
    found["j to the moved cursor, ms"] = statistics.median(times)
    terminal.press(b"g")
    terminal.read(0.4)
    held = 0
    for _ in range(80):
        os.write(terminal.fd, b"j")
        held += len(terminal.read(0.033 / 2))
        time.sleep(0.012)
    found["bytes a j, held"] = held / 80
    found["bytes when it rests"] = len(terminal.read(0.5))
    for name, key in (
        ("page down", b"\x1b[6~"),
        ("change of pane", b"\t"),
        ("change of pane back", b"\x1b[Z"),
    ):
        times, sizes = [], []
        for _ in range(5 if name == "page down" else 1):
            os.write(terminal.fd, key)
            began = time.perf_counter()
            select.select([terminal.fd], [], [], 2)
            times.append((time.perf_counter() - began) * 1000)
            sizes.append(len(terminal.read(0.04)))
            terminal.read(0.4)
        found[f"{name}, ms"] = statistics.median(times)
        found[f"{name}, bytes"] = statistics.median(sizes)
    terminal.read(1)
    found["bytes in 3 s of rest"] = len(terminal.read(3))
    terminal.close()
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as state:
        os.environ["XDG_STATE_HOME"] = state
        sys.path.insert(0, str(ROOT))
        from store.search import open_reader
        from tui.display import title_of

        with open_reader(options.store) as reader:
            ids = reader.article_ids()
            row = reader.article_rows(ids[:1])[0]
        words = title_of(row)[:12].encode()
        empty, ours = first_frames(options.store, words, options.runs)
        print(f"first frame: empty app {empty:.0f} ms, browser {ours:.0f} ms, ratio {ours / empty:.2f}")
        if len(ids) >= 100:
            for name, value in keys(options.store, words).items():
                print(f"{name}: {value:.1f}")


if __name__ == "__main__":
    main()
