"""The browser in a real terminal against its budgets, an empty Textual app and the `sqlite3` shell.

    python benchmarks/tui.py STORE [--runs 7]

STORE is one that `benchmarks/store.py` wrote (or any with 200 articles or more).
The app runs in a pty of 120x40 whose screen pyte keeps. Prints medians: the
first frame, keys, search as you type letter by letter, facets, claims, the timeline and
the map, the bytes of each, idle bytes and memory; beside each its budget and
what it is compared with in the same run. Exit status 1 when a budget is broken.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.terminal import Terminal  # noqa: E402
from store.search import open_reader  # noqa: E402
from tui.command import Command  # noqa: E402
from tui.commands_browser import COMMANDS  # noqa: E402
from tui.display import title_of  # noqa: E402
from tui.screenkeys import screen_commands  # noqa: E402

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("READY")
Empty().run()
"""
OURS = "import sys; sys.argv[1:] = ['--db', sys.argv[1]]; from tui.cli import main; main()"
#: Typed letter by letter: a word that stands in most articles, a rarer one, and a field.
TYPED = ("hospital", "shelter", "zh", "speaker:an", "place:m")
#: Seconds between two keys of a held key, and between two letters of a fast typist.
HELD, TYPING = 0.033, 0.12
PACKAGES = ("tui", "store", "extract")
FOUND = re.compile(r"([\d,]+) found|(nothing) found")


@dataclass
class Line:
    """One line of the table: `value` is held against `budget`; `beside` is what it is compared with."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    beside: str = ""

    @property
    def broken(self) -> bool:
        """Is it over its budget?"""
        return self.budget is not None and self.value > self.budget

    def words(self) -> str:
        """The line as it is printed."""
        budget = "" if self.budget is None else f"≤ {self.budget:g}"
        share = "" if self.budget in (None, 0) else f"{self.value / float(self.budget or 1):.2f}"
        sign = "" if self.budget is None else "BROKEN" if self.broken else "holds"
        return f"{self.name:<44}{self.value:>9,.1f} {self.unit:<6}{budget:>9} {share:>6}  {sign:<7} {self.beside}"


def first_frames(store: str, words: str, runs: int) -> list[Line]:
    """The first useful frame: of an empty app and of ours, in turn."""
    empty, ours = [], []
    for run in range(runs + 1):
        for code, wanted, times in ((EMPTY, "READY", empty), (OURS, words, ours)):
            terminal = Terminal(code, store)
            moment = terminal.until(lambda t, w=wanted: any(w in line for line in t.lines))
            if run:  # the first one compiles the modules
                times.append(moment)
            terminal.close()
    median = statistics.median(empty)
    return [
        Line("empty Textual app, first frame", median, "ms"),
        Line("first useful frame", statistics.median(ours), "ms"),
        Line(
            "first useful frame / empty app",
            statistics.median(ours) / median,
            "x",
            2.0,
            f"empty {median:.0f} ms",
        ),
    ]


def keys(terminal: Terminal) -> list[Line]:
    """Moving in the list."""
    moved, follow, page, page_bytes = [], [], [], []
    for _ in range(30):
        before = terminal.cursor_row()
        terminal.press("j")
        moved.append(terminal.until(lambda t, row=before: t.cursor_row() not in (row, -1)))
        follow.append(terminal.rest() - moved[-1])
    terminal.press("g")
    terminal.rest()
    terminal.bytes = held = 0
    for _ in range(80):
        terminal.press("j")
        until = time.perf_counter() + HELD
        while (left := until - time.perf_counter()) > 0:
            terminal.take(left)
        held += terminal.bytes
    terminal.rest()
    for _ in range(8):
        before = [line[:40] for line in terminal.lines]
        terminal.press("\x1b[6~")
        page.append(terminal.until(lambda t, old=before: [line[:40] for line in t.lines] != old))
        terminal.rest(0.045)
        page_bytes.append(terminal.bytes)
        terminal.rest()
    terminal.press("\t")
    terminal.rest()
    pane = terminal.bytes
    terminal.press("\x1b[Z")
    terminal.rest()
    return [
        Line("j to the moved cursor", statistics.median(moved), "ms", 15),
        Line("bytes a j while it is held", held / 80, "bytes", 600),
        Line("the other panes, after the cursor moved", statistics.median(follow), "ms", 120),
        Line("page down", statistics.median(page), "ms", 30),
        Line("page down", statistics.median(page_bytes), "bytes", 6000),
        Line("change of pane", pane, "bytes"),
    ]


def found(terminal: Terminal) -> str:
    """How many were found, as the search line says."""
    match = FOUND.search("\n".join(terminal.lines[:3]))
    return match.group() if match else ""


def rows(terminal: Terminal) -> list[str]:
    """The list's rows."""
    return [line[:44] for line in terminal.lines[2:-1]]


#: The rowids that a query of words finds: in the list's order, and as the index of words gives them.
SAME = (
    "SELECT a.rowid FROM articles_fts f JOIN articles a ON a.rowid = f.rowid WHERE articles_fts MATCH '{}'"
    " ORDER BY a.published DESC, a.rowid;\n"
)
BARE = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH '{}';\n"


def shell(store: str, sql: str) -> float | None:
    """Milliseconds that the `sqlite3` shell takes for `sql`, the best of three."""
    program = shutil.which("sqlite3")
    if program is None:
        return None
    said = subprocess.run(
        [program, "-readonly", store], input=".timer on\n.output /dev/null\n" + sql * 3, text=True,
        capture_output=True, check=True,
    )  # fmt: skip
    times = re.findall(r"real ([\d.]+)", said.stdout + said.stderr)
    return min(map(float, times)) * 1000 if times else None


def searches(terminal: Terminal, store: str, runs: int) -> list[Line]:
    """Search as you type: to the first rows of each letter, and to all of them against `sqlite3`."""
    first: dict[str, list[float]] = {}
    beside: dict[str, str] = {}
    for _ in range(runs):
        for word in TYPED:
            terminal.press("/")
            terminal.rest()
            for at in range(1, len(word) + 1):
                before = rows(terminal)
                terminal.press(word[at - 1])
                if word[at - 1] == ":":
                    # A field without its value asks for nothing yet.
                    terminal.rest(TYPING)
                    continue
                moment = terminal.maybe(lambda t, old=before: rows(t) != old, 1.0)
                terminal.rest(TYPING)
                # A letter that finds the same first rows has nothing to wait for; how many there are comes after.
                if moment is not None:
                    first.setdefault(word[:at], []).append(moment)
                    beside[word[:at]] = f"{terminal.bytes} bytes, {found(terminal)}"
            terminal.press("\x1b")
            terminal.rest()
            terminal.press("F")
            terminal.rest()
    lines = [
        Line(f"search {text}: first rows", statistics.median(moments), "ms", 100, beside[text])
        for text, moments in first.items()
    ]
    return lines + whole_lists(store)


def whole_lists(store: str) -> list[Line]:
    """All that each beginning of a word finds, in the list's order, against `sqlite3`."""
    from store.query import parse_query

    lines: list[Line] = []
    with open_reader(store) as reader:
        for text in (word[:at] for word in TYPED if ":" not in word for at in range(1, len(word) + 1)):
            times = []
            for _ in range(3):
                began = time.perf_counter()
                reader.article_ids(parse_query(text))
                times.append((time.perf_counter() - began) * 1000)
            same, bare = (shell(store, sql.format(f'"{text}" *')) for sql in (SAME, BARE))
            # Below that it is the shell's clock that is measured.
            if same is not None and bare is not None and same >= 10:
                beside = f"{min(times):.0f} ms, sqlite3 {same:.0f} ms, unordered {bare:.0f} ms"
                name = f"search {text}: the whole list / sqlite3"
                lines.append(Line(name, min(times) / same, "x", 1.5, beside))
    return lines


def screens(terminal: Terminal, runs: int) -> list[Line]:
    """The keys that count over the whole store, to the last of what they draw."""
    (rivals,) = (command for command in screen_commands("claims") if command.action == "rivals")
    keys: list[tuple[str, Command, float | None]] = []
    for action, budget in (("values", None), ("claims", 1000.0), ("timeline", 1000.0), ("map", 500.0)):
        keys += [(action, command, budget) for command in COMMANDS if command.action == action][:1]
    taken: dict[str, list[float]] = {}
    sent: dict[str, int] = {}
    for _ in range(runs):
        for action, command, _ in keys:
            for pressed in (command, rivals) if action == "claims" else (command,):
                key = pressed.keys[0]
                terminal.press(chr(ord(key[-1]) - 96) if key.startswith("ctrl+") else key)
                terminal.maybe(lambda t: t.bytes > 0, 10)
                taken.setdefault(pressed.action, []).append(terminal.rest(0.6))
                sent[pressed.action] = terminal.bytes
            if action == "claims":
                # Where the table is left it is opened again: with all rows, as before.
                terminal.press(rivals.keys[0])
                terminal.rest(0.6)
            terminal.press("\x1b")
            terminal.rest()
    shown = [*keys[:2], ("claims, rivals only", rivals, 1000.0), *keys[2:]]
    return [
        Line(f"{name} ({command.shown}), all of it", statistics.median(taken[command.action]), "ms", budget,
             f"{sent[command.action]} bytes")
        for name, command, budget in shown
    ]  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as state:
        os.environ["XDG_STATE_HOME"] = os.environ["PYTHONPYCACHEPREFIX"] = state
        # As where the program is installed: no screen is compiled when it is first opened.
        compiled = [sys.executable, "-m", "compileall", "-q", *(str(ROOT / name) for name in PACKAGES)]
        subprocess.run(compiled, check=True)
        with open_reader(options.store) as reader:
            ids = reader.article_ids()
            words = title_of(reader.article_rows(ids[:1])[0])[:14]
        if len(ids) < 200:
            parser.error("the store needs 200 articles or more")
        lines = first_frames(options.store, words, options.runs)
        terminal = Terminal(OURS, options.store)
        terminal.until(lambda t: any(words in line for line in t.lines))
        terminal.rest()
        lines += keys(terminal)
        lines += searches(terminal, options.store, options.runs)
        browsing = terminal.memory()
        lines += screens(terminal, options.runs)
        terminal.rest(1)
        terminal.bytes = 0
        until = time.perf_counter() + 5
        while (left := until - time.perf_counter()) > 0:
            terminal.take(left)
        lines.append(Line("idle for 5 s", terminal.bytes, "bytes", 0))
        after = terminal.memory()
        for when, (resident, proportional) in (("", browsing), (" after every screen", after)):
            beside = f"proportional {proportional:.0f} MB"
            lines.append(Line(f"memory{when}, resident", resident, "MB", 80, beside))
        terminal.close()
    print(f"{len(ids):,} articles, 120x40, medians; {'budget':>16} {'share':>6}")
    for line in lines:
        print(line.words())
    broken = [line for line in lines if line.broken]
    if broken:
        raise SystemExit(
            f"{len(broken)} of {sum(line.budget is not None for line in lines)} budgets are broken"
        )


if __name__ == "__main__":
    main()
