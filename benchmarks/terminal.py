"""A program in a terminal of its own (a pty), whose screen pyte keeps: what it draws, when, and in how many bytes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

try:
    import pyte
except ModuleNotFoundError:
    sys.exit("error: pyte is missing; install it first: pip install -r requirements-benchmarks.lock")

ROOT = Path(__file__).resolve().parent.parent
#: Seconds without a byte after which the program is taken to be at rest.
REST = 0.3


class Terminal:
    """Runs Python `code` with `argument`; 120 columns, 40 lines unless told otherwise.

    A moment is when bytes came, in milliseconds from the beginning of the action
    that is measured: pyte's own work on them is not in it.
    """

    def __init__(self, code: str, argument: str, *, columns: int = 120, lines: int = 40) -> None:
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.began = self.latest = time.perf_counter()
        #: Bytes drawn since the action began.
        self.bytes = 0
        self.pid, self.fd = pty.fork()
        size = struct.pack("HHHH", lines, columns, 0, 0)
        if self.pid == 0:
            environ = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
            # Compiled modules are kept for the next start, as they are where the program is installed.
            for name in ("COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE"):
                environ.pop(name, None)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execve(sys.executable, [sys.executable, "-c", code, argument], environ)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, size)

    # What it draws

    def take(self, seconds: float) -> bool:
        """Takes in what is drawn next, if anything is within `seconds`."""
        if not select.select([self.fd], [], [], max(seconds, 0))[0]:
            return False
        try:
            drawn = os.read(self.fd, 65536)
        except OSError:
            return False
        self.latest = time.perf_counter()
        self.bytes += len(drawn)
        self.stream.feed(drawn)
        return bool(drawn)

    def rest(self, seconds: float = REST) -> float:
        """Waits until nothing has been drawn for `seconds`; the moment of the last bytes."""
        while self.take(seconds):
            pass
        return (self.latest - self.began) * 1000

    def until(self, seen: Callable[[Terminal], bool], seconds: float = 30) -> float:
        """Waits until `seen` holds of the screen; the moment of the bytes that made it so."""
        moment = self.maybe(seen, seconds)
        if moment is None:
            self.close()
            raise SystemExit("what was waited for was not drawn:\n" + "\n".join(self.lines))
        return moment

    def maybe(self, seen: Callable[[Terminal], bool], seconds: float) -> float | None:
        """Like `until`, but None when it does not come to hold within `seconds`."""
        end = time.perf_counter() + seconds
        while not seen(self):
            if not self.take(end - time.perf_counter()) and time.perf_counter() >= end:
                return None
        return (self.latest - self.began) * 1000

    def press(self, keys: str) -> None:
        """Types `keys`: from here on moments and bytes count."""
        self.bytes = 0
        self.began = self.latest = time.perf_counter()
        os.write(self.fd, keys.encode())

    # What is seen

    @property
    def lines(self) -> list[str]:
        """The screen as it is."""
        return list(self.screen.display)

    def cursor_row(self) -> int:
        """The line on which the list's cursor begins, or -1."""
        return next((y for y, line in enumerate(self.lines) if line.startswith("▌")), -1)

    def right_of(self, column: int) -> list[str]:
        """The screen from `column` on."""
        return [line[column:] for line in self.lines]

    # The program

    def memory(self) -> tuple[float, float]:
        """Resident and proportional memory of the program in MB (10**6 bytes)."""
        kept = {}
        for line in Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines():
            name, _, rest = line.partition(":")
            if rest.endswith("kB"):
                kept[name] = int(rest.split()[0]) * 1024 / 1e6
        return kept["Rss"], kept["Pss"]

    def close(self) -> None:
        """Ends it."""
        os.kill(self.pid, signal.SIGTERM)
        self.rest(0.2)
        os.close(self.fd)
        os.waitpid(self.pid, 0)
