"""How days, weeks and bars of the timeline are written."""

from __future__ import annotations

import datetime

from store.bars import Bar
from store.timeline import Timeline
from tui.display import day, number, words_of
from tui.safe import one_line

EVERY = "all claimants, least to most"


def when(line: Timeline, index: int) -> str:
    """The day of a bar (`25 Dec 2025`), or its week (`22–28 Dec 2025`)."""
    first, last = line.days(index)
    if first == last:
        return day(first)
    one, other = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    if (one.year, one.month) == (other.year, other.month):
        return f"{one.day}–{day(last)}"
    return f"{day(first, str(other.year) if one.year == other.year else None)} – {day(last)}"


def how_many(bar: Bar) -> str:
    """`131`, or `131–141` where the least and the most differ."""
    return number(bar.low) if bar.low == bar.high else f"{number(bar.low)}–{number(bar.high)}"


def subject(line: Timeline) -> str:
    """What is drawn: `drones launched against shot down, by week`."""
    against = " against ".join(words_of(name) for name in line.measures) or words_of(line.measure)
    return f"{one_line(line.family)} {against}".strip() + f", by {line.span}"


def left_out(line: Timeline) -> str:
    """What no bar shows, in words."""
    parts = []
    if line.left_out:
        parts.append(f"{line.left_out:,} of longer periods left out")
    if line.undated:
        parts.append(f"{line.undated:,} without a day")
    return ", ".join(parts)
