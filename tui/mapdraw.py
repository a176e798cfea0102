"""The map's geometry: what of the world is in view, and lines and dots on a grid of braille.

A cell of the screen has two by four dots. Dots are square on most terminals, as
a cell is twice as high as it is wide; a degree of longitude is drawn as short as
it is at the latitude in the middle of the view.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

#: The bit of each dot of a braille cell, by column and row.
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
#: Degrees of latitude that a dot may stand for, at most and at least.
WIDEST, CLOSEST = 2.0, 0.002


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world on a screen of `cells` by `rows`: its middle, and the degrees of latitude a dot."""

    lon: float
    lat: float
    scale: float
    cells: int
    rows: int

    @property
    def across(self) -> float:
        """Degrees of longitude a dot."""
        return self.scale / max(math.cos(math.radians(self.lat)), 0.2)

    def dot(self, lon: float, lat: float) -> tuple[float, float]:
        """The dot at which a point is drawn, from the left and from the top; it may be out of view."""
        return self.cells + (lon - self.lon) / self.across, self.rows * 2 + (self.lat - lat) / self.scale

    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north of what is in view, in degrees."""
        wide, high = self.cells * self.across, self.rows * 2 * self.scale
        return self.lon - wide, self.lat - high, self.lon + wide, self.lat + high

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point is in view."""
        x, y = self.dot(lon, lat)
        return 0 <= x < self.cells * 2 and 0 <= y < self.rows * 4

    def moved(self, right: float, down: float) -> View:
        """The view moved by shares of what is in view."""
        west, south, east, north = self.box()
        return self._within(self.lon + right * (east - west), self.lat - down * (north - south), self.scale)

    def zoomed(self, factor: float) -> View:
        """Nearer (a factor under 1) or farther."""
        return self._within(self.lon, self.lat, self.scale * factor)

    def centred(self, lon: float, lat: float) -> View:
        """The same scale around another middle."""
        return self._within(lon, lat, self.scale)

    def sized(self, cells: int, rows: int) -> View:
        """The same middle on a screen of another size, showing about as much."""
        before, after = min(self.cells * 2, self.rows * 4), min(cells * 2, rows * 4)
        return replace(self, cells=cells, rows=rows)._within(
            self.lon, self.lat, self.scale * before / max(after, 1)
        )

    def _within(self, lon: float, lat: float, scale: float) -> View:
        return replace(
            self,
            lon=min(max(lon, -180.0), 180.0),
            lat=min(max(lat, -80.0), 84.0),
            scale=min(max(scale, CLOSEST), WIDEST),
        )


def fitted(
    points: Sequence[tuple[float, float, float]], cells: int, rows: int, *, most: float = 0.96
) -> View:
    """The view that holds `most` of the points (longitude, latitude, weight), with a margin; the world for none."""
    if not points:
        return View(15.0, 20.0, WIDEST, cells, rows)._within(15.0, 20.0, 140.0 / max(rows * 4, 1))
    spare = (1 - most) / 2
    west, east = _between([(lon, weight) for lon, _, weight in points], spare)
    south, north = _between([(lat, weight) for _, lat, weight in points], spare)
    lon, lat = (west + east) / 2, (south + north) / 2
    narrow = max(math.cos(math.radians(lat)), 0.2)
    margin = 1.25
    scale = max(
        (north - south) * margin / max(rows * 4, 1), (east - west) * narrow * margin / max(cells * 2, 1), 0.03
    )
    return View(lon, lat, scale, cells, rows)._within(lon, lat, scale)


def _between(values: list[tuple[float, float]], spare: float) -> tuple[float, float]:
    """The values between which all but `spare` of the weight lies on either side."""
    values = sorted(values)
    total = sum(weight for _, weight in values)
    low, high, run = values[0][0], values[-1][0], 0.0
    for value, weight in values:
        if run <= total * spare:
            low = value
        run += weight
        if run >= total * (1 - spare):
            high = value
            break
    return low, high


class Canvas:
    """A grid of dots, each layer of its own: `cells[row][column]` holds the dots of a braille character."""

    def __init__(self, cells: int, rows: int) -> None:
        self.width, self.height = cells * 2, rows * 4
        self.cells = [bytearray(cells) for _ in range(rows)]

    def dot(self, x: int, y: int) -> None:
        """Set one dot, if it is on the grid."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self.cells[y >> 2][x >> 1] |= _BITS[x & 1][y & 3]

    def disc(self, x: int, y: int, radius: float) -> None:
        """Set the dots around one, as far as `radius`."""
        for dx, dy in _around(radius):
            self.dot(x + dx, y + dy)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Set the dots from one point to another; what is off the grid is left out."""
        cut = clipped(x0, y0, x1, y1, self.width - 1, self.height - 1)
        if cut is None:
            return
        x0, y0, x1, y1 = cut
        steps = int(max(abs(x1 - x0), abs(y1 - y0))) + 1
        dx, dy = (x1 - x0) / steps, (y1 - y0) / steps
        for step in range(steps + 1):
            self.dot(round(x0 + dx * step), round(y0 + dy * step))


@lru_cache(maxsize=32)
def _around(radius: float) -> tuple[tuple[int, int], ...]:
    """The steps from the middle of a disc to each of its dots."""
    reach = range(-int(radius), int(radius) + 1)
    return tuple((dx, dy) for dx in reach for dy in reach if dx * dx + dy * dy <= radius * radius)


def clipped(
    x0: float, y0: float, x1: float, y1: float, right: float, bottom: float
) -> tuple[float, float, float, float] | None:
    """The part of a line inside the box from (0, 0) to (right, bottom), None when there is none."""
    dx, dy = x1 - x0, y1 - y0
    first, last = 0.0, 1.0
    for toward, room in ((-dx, x0), (dx, right - x0), (-dy, y0), (dy, bottom - y0)):
        if toward == 0:
            if room < 0:
                return None
        else:
            at = room / toward
            if toward < 0:
                first = max(first, at)
            else:
                last = min(last, at)
            if first > last:
                return None
    return x0 + dx * first, y0 + dy * first, x0 + dx * last, y0 + dy * last


def drawn(canvas: Canvas, view: View, lons: Iterable[float], lats: Iterable[float]) -> None:
    """Draw a line through points of the world."""
    across, down = 1 / view.across, 1 / view.scale
    left, top = view.cells - view.lon * across, view.rows * 2 + view.lat * down
    before: tuple[float, float] | None = None
    seen: tuple[int, int] | None = None
    for lon, lat in zip(lons, lats, strict=True):
        x, y = left + lon * across, top - lat * down
        here = (round(x), round(y))
        if here == seen:
            continue
        seen = here
        # A line that leaves the map at 180 degrees comes in again on the other side.
        if before is not None and abs(x - before[0]) < 180 * across:
            canvas.line(*before, x, y)
        before = (x, y)
