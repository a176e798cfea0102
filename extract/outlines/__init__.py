"""Coarse outlines of coasts and borders for the map; see README.md beside this file."""

from __future__ import annotations

import sys
import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

MAGIC = b"outlines1\n"
COAST, BORDER = 0, 1
#: Coordinates are whole numbers: hundredths of a degree.
PER_DEGREE = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of coast or border: its points, and the box around them in degrees."""

    border: bool
    west: float
    south: float
    east: float
    north: float
    #: Its points from one index to another among those of all lines, two bytes a number: as degrees they would fill
    #: megabytes, and only the lines in view are asked for them.
    _xs: array[int]
    _ys: array[int]
    _first: int
    _last: int

    @property
    def lons(self) -> list[float]:
        """Longitudes of its points, in degrees."""
        return [x / PER_DEGREE for x in self._xs[self._first : self._last]]

    @property
    def lats(self) -> list[float]:
        """Latitudes of its points, in degrees."""
        return [y / PER_DEGREE for y in self._ys[self._first : self._last]]


@cache
def lines(*, fine: bool = False) -> tuple[Line, ...]:
    """The lines of the world: made for a whole continent, or `fine` for one country."""
    raw = Path(__file__).with_name("fine.bin" if fine else "coarse.bin").read_bytes()
    data = zlib.decompress(raw.removeprefix(MAGIC))
    count, points = int.from_bytes(data[:4], "little"), int.from_bytes(data[4:8], "little")
    lengths, dx, dy = array("H"), array("i"), array("i")
    at = 8
    lengths.frombytes(data[at : at + 2 * count])
    kinds = data[at + 2 * count : at + 3 * count]
    at += 3 * count
    dx.frombytes(data[at : at + 4 * points])
    dy.frombytes(data[at + 4 * points : at + 8 * points])
    if sys.byteorder == "big":
        for numbers in (lengths, dx, dy):
            numbers.byteswap()
    xs, ys = array("h", accumulate(dx)), array("h", accumulate(dy))
    made: list[Line] = []
    first = 0
    for length, kind in zip(lengths, kinds, strict=True):
        last = first + length
        across, down = xs[first:last], ys[first:last]
        west, south, east, north = (
            at / PER_DEGREE for at in (min(across), min(down), max(across), max(down))
        )
        made.append(Line(kind == BORDER, west, south, east, north, xs, ys, first, last))
        first = last
    return tuple(made)
