"""What is sent to the terminal: little, and what makes it show just what was drawn."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tests.test_app_terminal import Terminal
from tui.wire import Wire, sgr

WIDTH, HEIGHT = 14, 3
_CODE = re.compile(r"\x1b\[([0-9;]*)([A-Za-z])")


class Shown:
    """The least of a terminal: places, styles, wiping to the end of a line."""

    def __init__(self) -> None:
        # Whatever stood there before.
        self.cells: list[list[Any]] = [[("#", "7")] * WIDTH for _ in range(HEIGHT)]
        self.y = self.x = 0
        self.style = ""

    def feed(self, sent: str) -> None:
        at = 0
        while at < len(sent):
            code = _CODE.match(sent, at)
            if code is None:
                self._put(sent[at])
                at += 1
                continue
            numbers, what = code.groups()
            if what == "H":
                self.y, self.x = (int(number) - 1 for number in numbers.split(";"))
            elif what == "K":
                assert not self.style
                self.cells[self.y][self.x :] = [(" ", "")] * (WIDTH - self.x)
            else:
                assert what == "m"
                self.style = numbers.removeprefix("0;") if numbers.startswith("0;") else numbers or ""
                if not numbers.startswith("0;") and numbers:
                    self.style = numbers
            at = code.end()

    def _put(self, char: str) -> None:
        size = cell_len(char)
        if not size:
            before, style = self.cells[self.y][self.x - 1]
            if not before and self.x > 1:
                self.cells[self.y][self.x - 2] = (self.cells[self.y][self.x - 2][0] + char, style)
            else:
                self.cells[self.y][self.x - 1] = (before + char, style)
            return
        self.cells[self.y][self.x] = (char, self.style)
        for at in range(1, size):
            if self.x + at < WIDTH:
                self.cells[self.y][self.x + at] = ("", self.style)
        self.x += size

    def text(self) -> list[str]:
        return ["".join(char for char, _ in row) for row in self.cells]


STYLES = [
    None, Style(), Style(bold=True), Style(reverse=True), Style(color="red"), Style(bgcolor="blue", dim=True),
    Style(color="default", bgcolor="default"), Style(underline=True, color="green"),
]  # fmt: skip


def update(y: int, x: int, segments: list[Segment]) -> LayoutUpdate:
    """One piece of a line."""
    strip = Strip(segments)
    return LayoutUpdate([[strip]], Region(x, y, strip.cell_length, 1))


def expected(cells: list[list[Any]], y: int, x: int, segments: list[Segment]) -> None:
    """What the piece is on a screen on which everything is drawn as it comes."""
    for text, style, _ in segments:
        whole, on_blank = sgr(style, ColorSystem.STANDARD)
        for char in text:
            size = cell_len(char)
            cells[y][x] = (char, whole if char != " " else on_blank)
            for at in range(1, size):
                cells[y][x + at] = ("", whole)
            x += size


pieces = st.tuples(
    st.integers(0, HEIGHT - 1),
    st.integers(0, 4),
    st.lists(
        st.tuples(st.text("ab —•", min_size=1, max_size=5), st.sampled_from(STYLES)), min_size=1, max_size=2
    ),
)


@given(drawn=st.lists(pieces, min_size=1, max_size=12))
@settings(max_examples=200, deadline=None)
def test_the_screen_shows_what_was_drawn_last_whatever_was_drawn_before(drawn: list[Any]) -> None:
    wire, shown = Wire(), Shown()
    wire.fit(WIDTH, HEIGHT)
    wanted: list[list[Any]] = [[("#", "7")] * WIDTH for _ in range(HEIGHT)]
    for y, x, parts in drawn:
        segments = [Segment(text, style) for text, style in parts]
        shown.feed(wire.send(update(y, x, segments), ColorSystem.STANDARD))
        expected(wanted, y, x, segments)
        assert shown.cells == wanted
        assert shown.style == ""


def test_what_is_shown_already_is_not_sent_again() -> None:
    wire = Wire()
    wire.fit(WIDTH, HEIGHT)
    line = [Segment("4 → 6 killed  ", Style(bold=True))]
    assert wire.send(update(1, 0, line), ColorSystem.STANDARD)
    assert wire.send(update(1, 0, list(line)), ColorSystem.STANDARD) == ""
    assert wire.send(update(1, 0, [Segment("4 → 7 killed  ", Style(bold=True))]), ColorSystem.STANDARD) == (
        "\x1b[2;5H\x1b[1m7\x1b[m"
    )
    wire.forget()
    assert "killed" in wire.send(update(1, 0, line), ColorSystem.STANDARD)


def test_another_size_of_the_screen_has_everything_sent_again() -> None:
    wire = Wire()
    wire.fit(WIDTH, HEIGHT)
    line = [Segment("drones", None)]
    wire.send(update(0, 0, line), ColorSystem.STANDARD)
    wire.fit(WIDTH, HEIGHT - 1)
    assert wire.send(update(0, 0, line), ColorSystem.STANDARD) == "\x1b[1;1Hdrones"


def test_a_blank_end_of_a_line_is_wiped_and_a_line_with_wide_characters_is_sent_whole() -> None:
    wire, shown = Wire(), Shown()
    wire.fit(WIDTH, HEIGHT)
    sent = wire.send(update(0, 0, [Segment("ab" + " " * 12, Style(bold=True))]), ColorSystem.STANDARD)
    assert sent == "\x1b[1;1H\x1b[1mab\x1b[m\x1b[K"
    shown.feed(sent)
    for words in ("漢字 drones   ", "漢字 Drones   "):
        sent = wire.send(update(0, 0, [Segment(words, None)]), ColorSystem.STANDARD)
        assert "漢字" in sent
        shown.feed(sent)
    assert shown.text()[0] == "漢字 Drones   "
    sent = wire.send(update(0, 0, [Segment("no wide one   ", None)]), ColorSystem.STANDARD)
    shown.feed(sent)
    assert shown.text()[0] == "no wide one   "


def test_ctrl_l_draws_the_whole_screen_anew(store: Any) -> None:
    import os

    terminal = Terminal(store)
    terminal.until(b"Forty-one")
    terminal.rest()
    os.write(terminal.fd, b"\x0c")
    terminal.until(b"Forty-one")
    os.write(terminal.fd, b"q")
    assert terminal.end() == 0
