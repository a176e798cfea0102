"""How everything is drawn in the end: the theme's colours, ASCII in place of signs, and what a terminal can do.

The stylesheet names the terminal's own sixteen colours. A theme is a set of
exact colours for those names, laid over each line just before it is drawn; the
theme `terminal` leaves them to the terminal, which costs the fewest bytes.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui import escapes
from tui.terms import COLOURLESS, PLAIN

if TYPE_CHECKING:
    from textual.driver import Driver


@dataclass(frozen=True, slots=True)
class Theme:
    """Exact colours, as `#rrggbb`: ground, letters, and the sixteen in the terminals' order.

    `dim` is how much of a dimmed letter's colour is left (1: dimmed ones look like the others).
    """

    ground: str
    letters: str
    sixteen: tuple[str, ...]
    dim: float

    def colour(self, color: RichColor | None, *, ground: bool) -> RichColor:
        """The exact colour for a named one; None is the default."""
        if color is not None and color.type is not ColorType.DEFAULT:
            if color.number is not None and color.number < 16:
                return RichColor.parse(self.sixteen[color.number])
            return color
        return RichColor.parse(self.ground if ground else self.letters)


THEMES: dict[str, Theme | None] = {
    "terminal": None,
    "dark": Theme(
        "#16181d", "#d7dae0",
        ("#16181d", "#f0707a", "#8fc77a", "#e3c06b", "#6fa8f0", "#cf8ee0", "#5cc5d0", "#d7dae0",
         "#6b7280", "#ff8d95", "#a9dd95", "#f3d68a", "#93c0ff", "#e2abf0", "#83dfe8", "#ffffff"),
        0.68,
    ),
    "light": Theme(
        "#fbfaf7", "#24262b",
        ("#fbfaf7", "#b3261e", "#2d6a1f", "#8a5a00", "#1f55b0", "#86309a", "#006a78", "#24262b",
         "#8b8f98", "#c63a31", "#3a7d2a", "#9c6800", "#2c66c8", "#9840ad", "#00798a", "#000000"),
        0.72,
    ),
    "contrast": Theme(
        "#000000", "#ffffff",
        ("#000000", "#ff8080", "#80ff80", "#ffff00", "#80c0ff", "#ff9cff", "#00ffff", "#ffffff",
         "#ffffff", "#ff8080", "#80ff80", "#ffff00", "#80c0ff", "#ff9cff", "#00ffff", "#ffffff"),
        1.0,
    ),
}  # fmt: skip


@lru_cache(maxsize=4096)
def _coloured(theme: Theme, style: Style | None) -> Style:
    """The style with the theme's exact colours."""
    style = style or Style.null()
    letters = theme.colour(style.color, ground=False)
    ground = theme.colour(style.bgcolor, ground=True)
    if style.dim:
        a, b = letters.get_truecolor(), ground.get_truecolor()
        mixed = (round(high * theme.dim + low * (1 - theme.dim)) for high, low in zip(a, b, strict=True))
        letters = RichColor.from_rgb(*mixed)
    return style + Style(color=letters, bgcolor=ground, dim=False)


class Themed(LineFilter):
    """Lays the colours of the theme in use over a line."""

    theme: Theme | None = None

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments in the theme's colours."""
        theme = self.theme
        if theme is None:
            return segments
        return [Segment(text, _coloured(theme, style), control) for text, style, control in segments]


class Colourless(LineFilter):
    """Takes every colour away, the default ones too: what is left is weight, underline and reverse."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments without colours."""
        return [
            Segment(text, style.without_color if style is not None else None, control)
            for text, style, control in segments
        ]


#: What stands for a sign where only ASCII is drawn. A longer stand-in takes the blanks that follow.
SIGNS = {
    **dict.fromkeys("▔─━╌╍┄┅┈┉╴╶╸╺═‐‑‒–—―−", "-"),
    **dict.fromkeys("│┃╎╏┆┇┊┋╵╷╹╻║▏▎▍▕", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋", "+"),
    **dict.fromkeys("█▓▉▊▋▌▇▆▅▐■▮", "#"),
    **dict.fromkeys("▒▄▀▪◆◼", "="),
    **dict.fromkeys("░▃▂▁", "."),
    **dict.fromkeys("•●∙⬤◉", "o"),
    **dict.fromkeys("·▫◦○◌", "."),
    **dict.fromkeys("★☆✱⋆✦", "*"),
    **dict.fromkeys("→▶▸►❯›", ">"),
    **dict.fromkeys("←◀◂◄❮‹", "<"),
    **dict.fromkeys("↑▲▴△", "^"),
    **dict.fromkeys("↓▼▾▽", "v"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("␀␤␍␉␛␡▯�⇄□", "?"),
    "✎": "&", "✓": "x", "✔": "x", "✗": "-", "✘": "-", "⚠": "!", "×": "x", "\u00a0": " ", "🔎": "? ",
    "…": "...", "≥": ">=", "≤": "<=", "≲": "<~", "≈": "~", "≠": "!=", "±": "+-", "½": "1/2", "⏎": "enter", "°": "",
}  # fmt: skip
_BRAILLE = range(0x2800, 0x2900)


def plain(text: str) -> str:
    """`text` with ASCII in the place of each sign that the program itself draws."""
    return text if text.isascii() else "".join(map(_plain, text))


def _plain(char: str) -> str:
    if char in SIGNS:
        return SIGNS[char]
    if ord(char) in _BRAILLE:
        return " .:*#@"[min(bin(ord(char) - _BRAILLE[0]).count("1"), 5)]
    return char


class Ascii(LineFilter):
    """Draws frames and marks in ASCII; letters of any script stay as they are."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Segments of the same width in all: what a sign needs more, the next two blanks or the line's end give."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        cells = sum(segment.cell_length for segment in segments)
        drawn: list[Segment] = []
        debt = 0
        for text, style, control in segments:
            if control:
                drawn.append(Segment(text, style, control))
                continue
            made: list[str] = []
            for index, char in enumerate(text):
                if debt > 0 and char == " " and text[index + 1 : index + 2] == " ":
                    debt -= 1
                    continue
                other = char if char.isascii() else _plain(char)
                if char == "Σ" and text[index + 1 : index + 2] in ("", " "):
                    other = "sum"  # alone it is our sign, in a word a letter
                debt += len(other) - cell_len(char) if other != char else 0
                made.append(other)
            drawn.append(Segment("".join(made), style))
        return drawn if debt == 0 else Segment.adjust_line_length(drawn, cells, drawn[-1].style)


def term() -> str:
    """The kind of terminal, as `$TERM` says it."""
    return os.environ.get("TERM", "")


def colourless() -> bool:
    """Whether no colour may be drawn: the person said so, or the terminal has none."""
    return bool(os.environ.get("NO_COLOR")) or term() in COLOURLESS


def draws_ascii() -> bool:
    """Whether the terminal is of a kind that has only ASCII."""
    return term() in COLOURLESS


_NEWER = re.compile(r"\x1b\[(?:\?[0-9]+\$p|>[0-9]+u|<u)|\x1b\]22;[^\x07]*\x07")


def driver_for(usual: type[Driver]) -> type[Driver]:
    """The driver for this terminal: escape is a key of its own, and an old one is not asked what it might print."""
    escapes.use_in(usual)
    if term() not in PLAIN or not usual.__module__.endswith("linux_driver"):
        return usual

    class Quiet(usual):  # type: ignore[valid-type, misc]
        """Asks nothing that came after the terminal."""

        def write(self, data: str) -> None:
            """Write all but questions about modes, and the keyboard and pointer of newer terminals."""
            if not _NEWER.fullmatch(data):
                super().write(data)

    return Quiet
