"""The bars of one line of the timeline: numbers by day or week, thousands of them in little room."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Bar(NamedTuple):
    """What is claimed of one day or week: the least, the most, and in how many figures."""

    low: float
    high: float
    figures: int


#: Numbers kept of a bar: where it stands, the least, the most, how many figures.
_WIDE = 4


class Bars(Mapping[int, Bar]):
    """Bars by index, in its order; equal to a dict of the same bars.

    `flat` holds four numbers a bar: its place, the least, the most, how many
    figures; the places count from `start`.
    """

    def __init__(self, flat: array[float], start: int = 0) -> None:
        self._at = array("i", [int(at) - start for at in flat[::_WIDE]])
        self._low, self._high, self._figures = (flat[number::_WIDE] for number in range(1, _WIDE))

    @property
    def most(self) -> float:
        """The highest bar; 0 where there is none."""
        return max(self._high, default=0)

    def __getitem__(self, index: int) -> Bar:
        place = bisect_left(self._at, index)
        if place == len(self._at) or self._at[place] != index:
            raise KeyError(index)
        return Bar(self._low[place], self._high[place], int(self._figures[place]))

    def __iter__(self) -> Iterator[int]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)

    def all(self) -> Iterator[tuple[int, float, float, float]]:
        """Index, least, most and how many figures, in order."""
        return zip(self._at, self._low, self._high, self._figures, strict=True)


class Widest:
    """From the least to the most of several bars of one index, and the figures of them all."""

    def __init__(self) -> None:
        self.bars: dict[int, tuple[float, float, float]] = {}

    def take(self, index: int, low: float, high: float, figures: float, *, least: bool) -> None:
        """One more bar: of the lesser of both lows (`least`), or of the greater."""
        known = self.bars.get(index)
        if known is not None:
            low = min(known[0], low) if least else max(known[0], low)
            high, figures = max(known[1], high), known[2] + figures
        self.bars[index] = low, high, figures

    def add(self, index: int, low: float, high: float, figures: float) -> None:
        """One more bar, on top of what is there."""
        known = self.bars.get(index, (0, 0, 0))
        self.bars[index] = known[0] + low, known[1] + high, known[2] + figures

    def packed(self, start: int = 0) -> Bars:
        """All of them in little room, their indexes counted from `start`."""
        flat = array("d", (each for index in sorted(self.bars) for each in (index, *self.bars[index])))
        return Bars(flat, start)
