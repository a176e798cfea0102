"""The map: coasts and borders in braille, a dot per place sized by its figures, and names where there is room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from extract import outlines
from store.placed import PlacedRow
from tui.mapdraw import Canvas, View, drawn, fitted
from tui.safe import clip, one_line, width

#: Degrees of latitude in view under which the finer outlines are drawn.
FINE_UNDER = 24.0
#: Names that are tried, from the place with the most figures on.
NAMES = 40
#: A place's dot by its radius in dots, and what stands for it in ASCII.
_RADII = (0.0, 1.0, 1.5, 2.0, 2.9)
_ASCII = "ooO@@"


def size_of(figures: int, events: int) -> int:
    """How large a place is drawn, 0 to 4: by the order of magnitude of its figures (its events if it has none)."""
    return min(int(math.log2(max(figures, events, 1)) / 2), len(_RADII) - 1)


class WorldMap(Widget, can_focus=False):
    """Draws places on a part of the world. The screen says which, and which place is chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "map--coast", "map--border", "map--place", "map--name", "map--here",
    }  # fmt: skip

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.places: Sequence[PlacedRow] = ()
        self.chosen: PlacedRow | None = None
        #: Whether the places have come; until then nothing is drawn, as nobody knows of where.
        self.known = False
        self.ascii = False
        self._view: View | None = None
        self._lines: list[list[tuple[str, str]]] | None = None

    # What the screen gives

    def show(self, places: Sequence[PlacedRow]) -> None:
        """Show these places, all of them in view."""
        self.places = places
        self.known = True
        self._view = None
        self.draw()

    def choose(self, place: PlacedRow | None) -> None:
        """Mark a place; the view moves to it if it is out of view."""
        self.chosen = place
        if place is not None and not self.view.holds(place.lon, place.lat):
            self._view = self.view.centred(place.lon, place.lat)
        self.draw()

    @property
    def view(self) -> View:
        """What is in view."""
        cells, rows = max(self.size.width, 1), max(self.size.height, 1)
        if self._view is None:
            weights = [
                (place.lon, place.lat, float(max(place.figures, place.events))) for place in self.places
            ]
            view = fitted(weights, cells, rows)
            if self.size.width:
                self._view = view
            return view
        if (self._view.cells, self._view.rows) != (cells, rows):
            self._view = self._view.sized(cells, rows)
        return self._view

    def move(self, right: float, down: float) -> None:
        """Move the view by shares of it."""
        self._view = self.view.moved(right, down)
        self.draw()

    def zoom(self, factor: float) -> None:
        """Go nearer (a factor under 1) or farther, towards the chosen place when it is in view."""
        view = self.view
        place = self.chosen
        if place is not None and factor < 1 and view.holds(place.lon, place.lat):
            view = view.centred(place.lon, place.lat)
        self._view = view.zoomed(factor)
        self.draw()

    def fit(self) -> None:
        """All places in view again."""
        self._view = None
        self.draw()

    def draw(self) -> None:
        """Draw anew, of the screen only the lines that have become others."""
        before = self._lines
        if before is None or len(before) != self.size.height or not self.known:
            self._lines = None
            self.refresh()
            return
        self._lines = self.picture()
        for y, line in enumerate(self._lines):
            if line != before[y]:
                self.refresh(Region(0, y, self.size.width, 1))

    def on_resize(self) -> None:
        """Another size shows about as much."""
        self._lines = None
        self.draw()

    def in_view(self) -> list[PlacedRow]:
        """The places in view."""
        view = self.view
        return [place for place in self.places if view.holds(place.lon, place.lat)]

    # Drawing

    def picture(self) -> list[list[tuple[str, str]]]:
        """Every line as (text, style name) pieces, safe to draw."""
        view = self.view
        west, south, east, north = view.box()
        coast, border = Canvas(view.cells, view.rows), Canvas(view.cells, view.rows)
        for line in outlines.lines(fine=north - south < FINE_UNDER):
            if line.east >= west and line.west <= east and line.north >= south and line.south <= north:
                drawn(border if line.border else coast, view, line.lons, line.lats)
        dots = Canvas(view.cells, view.rows)
        seen = self.in_view()
        largest: dict[tuple[int, int], int] = {}
        for place in seen:
            x, y = view.dot(place.lon, place.lat)
            dot, size = (int(x), int(y)), size_of(place.figures, place.events)
            if size >= largest.get(dot, 0):
                largest[dot] = size
        sizes: dict[tuple[int, int], int] = {}
        for (x, y), size in largest.items():
            cell = (x // 2, y // 4)
            sizes[cell] = max(sizes.get(cell, 0), size)
            dots.disc(x, y, _RADII[size])
        grid: list[list[tuple[str, str]]] = []
        for row in range(view.rows):
            line_of = zip(coast.cells[row], border.cells[row], dots.cells[row], strict=True)
            grid.append([self._cell(*bits, sizes.get((at, row))) for at, bits in enumerate(line_of)])
        self._write_names(grid, view, seen)
        here = self.chosen
        if here is not None and view.holds(here.lon, here.lat):
            x, y = (int(at) for at in view.dot(here.lon, here.lat))
            char, _ = grid[y // 4][x // 2]
            grid[y // 4][x // 2] = ("+" if self.ascii else char if char != " " else "⠿", "here")
        return [_joined(line) for line in grid]

    def _cell(self, coast: int, border: int, dots: int, size: int | None) -> tuple[str, str]:
        if self.ascii:
            if size is not None:
                return _ASCII[size], "place"
            return (".", "coast") if coast else (":", "border") if border else (" ", "")
        bits = coast | border | dots
        name = "place" if dots else "coast" if coast else "border"
        return (chr(0x2800 + bits), name) if bits else (" ", "")

    def _write_names(self, grid: list[list[tuple[str, str]]], view: View, seen: list[PlacedRow]) -> None:
        """Write the names of the larger places where nothing but outlines stands."""
        chosen = [self.chosen] if self.chosen in seen else []
        for place in [*chosen, *seen[:NAMES]]:
            if place is None:
                continue
            name = clip(one_line(place.name), 18)
            if not name or width(name) != len(name):
                continue  # a letter of two cells would shift what follows
            x, y = (int(at) for at in view.dot(place.lon, place.lat))
            row, reach = grid[y // 4], 2 + size_of(place.figures, place.events) // 2
            for at in (x // 2 + reach, x // 2 - reach - len(name) + 1):
                room = range(at - 1, at + len(name) + 1)
                if (
                    at >= 0
                    and at + len(name) <= view.cells
                    and all(row[cell][1] not in ("place", "name") for cell in room if 0 <= cell < view.cells)
                ):
                    row[at : at + len(name)] = [(char, "name") for char in name]
                    break

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        if self._lines is None:
            self._lines = self.picture() if self.known else []
        if y >= len(self._lines):
            return Strip.blank(self.size.width, Style.null())
        segments = [
            Segment(
                text, self.get_component_rich_style(f"map--{name}", partial=True) if name else Style.null()
            )
            for text, name in self._lines[y]
        ]
        return Strip(segments).adjust_cell_length(self.size.width, Style.null())


def _joined(cells: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbouring cells of one style as one piece."""
    pieces: list[tuple[str, str]] = []
    for text, name in cells:
        # A blank looks the same in any of the styles but the chosen place's: fewer changes, fewer bytes.
        if pieces and (pieces[-1][1] == name or (text == " " and pieces[-1][1] != "here")):
            pieces[-1] = (pieces[-1][0] + text, pieces[-1][1])
        else:
            pieces.append((text, name))
    return pieces
