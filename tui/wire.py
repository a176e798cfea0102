"""What goes over the wire: only the cells that change, in the fewest bytes.

Textual draws whatever a widget draws again, the same or not, each piece with all of
its style. Over a slow line that is most of what is sent. Here the screen is kept
as it was drawn; of every update only what differs is sent, a style where it
changes, and a line's blank end as one sequence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate

#: A cell: what stands in it ("" in the second half of a wide character) and its style, as in `ESC [ … m`.
Cell = tuple[str, str]
#: A piece of a line: where it stands, and its segments.
Piece = tuple[int, int, list[Segment]]

_ATTRIBUTES = (
    ("bold", "1"), ("dim", "2"), ("italic", "3"), ("underline", "4"), ("blink", "5"), ("blink2", "6"),
    ("reverse", "7"), ("conceal", "8"), ("strike", "9"), ("underline2", "21"), ("frame", "51"),
    ("encircle", "52"), ("overline", "53"),
)  # fmt: skip
#: Attributes that are seen on a blank.
_SEEN = frozenset({"4", "7", "9", "21", "51", "52", "53"})
#: So many cells that stay are sent again rather than jumped over.
_JUMP = 6
#: A blank end of a line of so many cells is wiped.
_WIPED = 4


@lru_cache(maxsize=4096)
def sgr(style: Style | None, colours: ColorSystem) -> tuple[str, str]:
    """A style's numbers, and those of them that are seen on a blank."""
    if style is None:
        return "", ""
    numbers = [number for name, number in _ATTRIBUTES if getattr(style, name)]
    seen = [number for number in numbers if number in _SEEN]
    if style.bgcolor is not None and not style.bgcolor.is_default:
        seen += style.bgcolor.downgrade(colours).get_ansi_codes(False)
    whole = numbers
    if style.color is not None and not style.color.is_default:
        whole += style.color.downgrade(colours).get_ansi_codes()
    if style.bgcolor is not None and not style.bgcolor.is_default:
        whole += style.bgcolor.downgrade(colours).get_ansi_codes(False)
    # The colour of what is turned round or struck out is seen.
    return ";".join(whole), ";".join(whole) if seen else ""


def pieces(update: LayoutUpdate | ChopsUpdate) -> Iterator[Piece]:
    """The pieces of lines that an update draws."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            yield y, update.region.x, [segment for strip in line for segment in strip]
        return
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x > last or end <= first:
                continue
            whole = last > x >= first and end <= last
            yield y, x, list(strip if whole else strip.crop(0, min(end, last) - x))


class Wire:
    """One terminal's screen as it was drawn."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Cell | None]] = {}
        #: Pieces as they were drawn last, by line and column: (column behind them, segments).
        self._drawn: dict[int, dict[int, tuple[int, list[Segment]]]] = {}
        self._width = self._height = 0

    def forget(self) -> None:
        """What the screen shows is not known: everything is sent again."""
        self._rows.clear()
        self._drawn.clear()

    def fit(self, width: int, height: int) -> None:
        """The screen has that many columns and lines; once they change, nothing on it is known."""
        if (width, height) != (self._width, self._height):
            self._width, self._height = width, height
            self.forget()

    def send(self, update: LayoutUpdate | ChopsUpdate, colours: ColorSystem) -> str:
        """What makes the screen show an update; empty where it shows it already."""
        out: list[str] = []
        style = ""
        for y, x, segments in pieces(update):
            style = self._piece(y, x, segments, colours, style, out)
        if style:
            out.append("\x1b[m")
        return "".join(out)

    def _piece(
        self, y: int, x: int, segments: list[Segment], colours: ColorSystem, style: str, out: list[str]
    ) -> str:
        drawn = self._drawn.setdefault(y, {})
        before = drawn.get(x)
        if before is not None and before[1] == segments:
            return style
        cells, plain = _cells(segments, colours)
        if x + len(cells) > self._width:
            del cells[self._width - x :]
        end = x + len(cells)
        for at in [at for at, (behind, _) in drawn.items() if at < end and x < behind]:
            del drawn[at]
        drawn[x] = (end, segments)
        row = self._rows.get(y)
        if row is None or len(row) != self._width:
            row = self._rows[y] = [None] * self._width
        old = row[x:end]
        row[x:end] = cells
        # Terminals disagree on what is wide: a line with such characters is drawn whole.
        if not plain or any(cell is not None and len(cell[0]) != 1 for cell in old):
            runs: Iterable[tuple[int, int]] = ((0, len(cells)),)
        else:
            runs = _runs(old, cells)
        for first, last in runs:
            out.append(f"\x1b[{y + 1};{x + first + 1}H")
            style = self._run(cells[first:last], x + last == self._width, style, out)
        return style

    @staticmethod
    def _run(cells: list[Cell], to_the_end: bool, style: str, out: list[str]) -> str:
        """Sends cells from where the cursor is; returns the style that is then in force."""
        blank = 0
        if to_the_end:
            while blank < len(cells) and cells[-1 - blank] == (" ", ""):
                blank += 1
            if blank < _WIPED:
                blank = 0
        for text, numbers in cells[: len(cells) - blank]:
            if numbers != style:
                out.append(f"\x1b[0;{numbers}m" if style and numbers else f"\x1b[{numbers}m")
                style = numbers
            out.append(text)
        if blank:
            if style:
                out.append("\x1b[m")
                style = ""
            out.append("\x1b[K")
        return style


def _cells(segments: list[Segment], colours: ColorSystem) -> tuple[list[Cell], bool]:
    """The cells of a piece, and whether each holds one character of one column."""
    cells: list[Cell] = []
    plain = True
    for text, style, control in segments:
        if control:
            continue
        numbers, on_blank = sgr(style, colours)
        if text.isascii():
            cells += [(char, numbers) if char != " " else (" ", on_blank) for char in text]
            continue
        for char in text:
            size = cell_len(char)
            if size == 1:
                cells.append((char, numbers if char != " " else on_blank))
                continue
            plain = False
            if size:
                cells += [(char, numbers)] + [("", numbers)] * (size - 1)
            elif cells:
                at = next(at for at in range(len(cells) - 1, -1, -1) if cells[at][0] or not at)
                cells[at] = (cells[at][0] + char, cells[at][1])
    return cells, plain


def _runs(old: list[Cell | None], new: list[Cell]) -> Iterator[tuple[int, int]]:
    """Where cells differ, as (first, behind the last); runs that a few equal cells part are one."""
    first = last = -1
    for at, (before, after) in enumerate(zip(old, new, strict=True)):
        if before == after:
            continue
        if first >= 0 and at - last > _JUMP:
            yield first, last
            first = at
        elif first < 0:
            first = at
        last = at + 1
    if first >= 0:
        yield first, last
