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
    """A piece of coast or border: its points in degrees, and the box around them."""

    border: bool
    lons: tuple[float, ...]
    lats: tuple[float, ...]
    west: float
    south: float
    east: float
    north: float


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
    lons = [x / PER_DEGREE for x in accumulate(dx)]
    lats = [y / PER_DEGREE for y in accumulate(dy)]
    made: list[Line] = []
    first = 0
    for length, kind in zip(lengths, kinds, strict=True):
        xs, ys = tuple(lons[first : first + length]), tuple(lats[first : first + length])
        made.append(Line(kind == BORDER, xs, ys, min(xs), min(ys), max(xs), max(ys)))
        first += length
    return tuple(made)
