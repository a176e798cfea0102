"""Figures of one measure by day or week: what each claimant says, with the least and the most.

Rival claims are never added: each claimant has a line of its own. Parts, repeats
and what is denied are left out, and so are figures over more than two days. What
one claimant says of several places on a day is added, but a country's number
stands for those of the places in it, and a region's for its city's. A week is the
sum of its days, or a count "so far" that says more. A day of which nothing is
reported has no bar; that is not zero.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from store.claimpages import Found
from store.claims import voice
from store.errors import QueryError
from store.query import MEASURES, SET_APART, Query
from store.records import FigureRow

if TYPE_CHECKING:
    from store.search import Reader

SPANS = ("day", "week")
#: What a measure is set against.
AGAINST = {"launched": "shot_down"}
#: Days from the first to the last that a figure may be of, to be counted under its last: a night is one.
_LONGEST = 1
#: What is counted: wholes, and parts of something else (of 131 launched, 106 shot down).
_COUNTED = (
    "(x.whole OR EXISTS (SELECT 1 FROM figures f JOIN figures w ON w.id = f.part_of WHERE f.rowid = x.figure"
    " AND f.same_as IS NULL AND f.stance IS NOT 'denied' AND w.measure <> f.measure))"
)
_REGION = re.compile(
    r"\s+(?:region|oblast|province|governorate|district|state|county|krai|city)$", re.IGNORECASE
)


class Bar(NamedTuple):
    """What is claimed of one day or week: the least, the most, and in how many figures."""

    low: float
    high: float
    figures: int


@dataclass(frozen=True, slots=True)
class Line:
    """One claimant's numbers of one measure (None: the articles' own voice), by index of day or week."""

    measure: str
    claimant: str | None
    bars: dict[int, Bar]

    @property
    def most(self) -> float:
        """The highest bar."""
        return max((bar.high for bar in self.bars.values()), default=0)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lines over the same days or weeks: `first` is the day (or Monday) of index 0, `length` how many there are.

    `every` has one line a measure, over all claimants: from the least to the most that any of them says.
    `left_out` counts figures of longer periods, `undated` those without a day.
    """

    measure: str
    family: str
    span: str
    first: str
    length: int
    lines: tuple[Line, ...]
    every: tuple[Line, ...]
    left_out: int = 0
    undated: int = 0
    found: Found | None = field(default=None, compare=False, repr=False)

    def days(self, index: int) -> tuple[str, str]:
        """The first and last day of a bar."""
        step = 7 if self.span == "week" else 1
        start = datetime.date.fromisoformat(self.first) + datetime.timedelta(days=index * step)
        return start.isoformat(), (start + datetime.timedelta(days=step - 1)).isoformat()

    @property
    def measures(self) -> tuple[str, ...]:
        """The measure, and what it is set against."""
        return tuple(dict.fromkeys(line.measure for line in self.every))


def kinds(reader: Reader, query: Query | None = None) -> list[tuple[str, str, int]]:
    """Measures with the family of what they count, and how many figures there are; most first."""
    rows = Found(reader, query or Query()).all(
        reader,
        "SELECT measure, family, count(*) FROM {x} GROUP BY measure, family",
        " AND x.whole AND x.day > ''",
    )
    return sorted(((row[0], row[1], row[2]) for row in rows), key=lambda kind: (-kind[2], kind))


def timeline(
    reader: Reader,
    query: Query | None = None,
    measure: str | None = None,
    family: str | None = None,
    span: str = "day",
) -> Timeline | None:
    """The timeline of a measure (`family` of units: the most frequent), else of the most frequent one.

    None when nothing is found. Raises `QueryError` for a measure or span that does not exist.
    """
    if span not in SPANS:
        raise QueryError(f"there is no span {span!r}; it can be {', '.join(SPANS)}", possible=SPANS)
    if measure is not None and measure not in MEASURES:
        raise QueryError(
            f"there is no measure {measure!r}; it can be {', '.join(MEASURES)}", possible=MEASURES
        )
    found = Found(reader, query or Query())
    chosen = _choose(reader, query, found, measure, family)
    if chosen is None:
        return None
    measure, family = chosen
    wanted = [measure, *([AGAINST[measure]] if measure in AGAINST else [])]
    tail = f" AND x.measure IN ({', '.join('?' * len(wanted))}) AND x.family = ? AND {_COUNTED}"
    # Only by week are days added up, so that a count "so far" must be told from what happened on its day.
    running = (
        "(SELECT f.scope = 'cumulative' FROM figures f WHERE f.rowid = x.figure)" if span == "week" else "0"
    )
    rows = found.all(
        reader,
        f"SELECT x.day, x.first, x.measure, x.claimant, x.place, x.low, x.high, {running} FROM {{x}}",
        tail,
        [*wanted, family],
    )
    countries = {row[0] for row in reader._all("SELECT value FROM terms WHERE field = 'country'")}
    return _built(rows, (measure, family, span), wanted, countries, found)


def figures_at(
    reader: Reader, line: Timeline, index: int, measure: str | None = None, claimant: str | None = ""
) -> list[FigureRow]:
    """The figures that count in one day or week, by day and claimant: of one measure, or all; of one claimant, or all ('')."""
    assert line.found is not None
    names = [measure] if measure else list(line.measures)
    first, last = line.days(index)
    marks = ", ".join("?" * len(names))
    tail = f" AND x.day BETWEEN ? AND ? AND x.measure IN ({marks}) AND x.family = ? AND {_COUNTED}"
    found = line.found.of(reader, tail, [first, last, *names, line.family])
    figures = reader.figure_rows(row[5] for row in found)
    if claimant != "":
        figures = [row for row in figures if voice(row.claimant) == voice(claimant)]
    return sorted(
        figures,
        key=lambda row: (
            row.date_to or row.date_from or "",
            names.index(row.measure),
            voice(row.claimant),
            row.published or "9999",
            row.rowid,
        ),
    )


def _choose(
    reader: Reader, query: Query | None, found: Found, measure: str | None, family: str | None
) -> tuple[str, str] | None:
    if measure is None or family is None:
        if measure is None and not query:
            (measure, _), *_ = [
                *reader._all(
                    "SELECT measure, count(*) FROM figures GROUP BY measure"
                    f" HAVING measure NOT IN ({', '.join('?' * len(SET_APART))}) ORDER BY 2 DESC LIMIT 1",
                    SET_APART,
                ),
                (None, 0),
            ]
        only = " AND x.measure = ?" if measure is not None else ""
        only += " AND x.family = ?" if family is not None else ""
        chosen = found.all(
            reader,
            "SELECT x.measure, x.family FROM {x} GROUP BY x.measure, x.family ORDER BY count(*) DESC LIMIT 1",
            f" AND x.whole AND x.day > ''{only}",
            [value for value in (measure, family) if value is not None],
        )
        if not chosen:
            return None
        measure, family = chosen[0]
    return measure, family


#: What one claimant says of a day: by place, the least, the most and how many figures.
Places = dict[str, tuple[float, float, int]]


def _built(
    rows: list[Any], asked: tuple[str, str, str], wanted: list[str], countries: set[str], found: Found
) -> Timeline | None:
    measure, family, span = asked
    #: (measure, claimant, day, so far) -> the place that is told of, or all of them where there are several.
    told: dict[tuple[str, str, int, int], tuple[str, float, float] | Places] = {}
    ordinals: dict[str, int] = {}
    #: A claimant as printed -> as first printed, however its letters were written; '' for the articles.
    voices: dict[str | None, str] = {}
    names: dict[str, str] = {}
    left_out = undated = 0
    for day, first, kind, claimant, place, low, high, running in rows:
        at = ordinals.get(day)
        if at is None:
            at = ordinals[day] = _ordinal(day)
        if not at:
            undated += 1
            continue
        if first != day and not 0 <= at - _ordinal(first) <= _LONGEST:
            left_out += 1
            continue
        name = voices.get(claimant)
        if name is None:
            name = voices[claimant] = names.setdefault(voice(claimant), claimant or "")
        key = (kind, name, at, running)
        known = told.get(key)
        if known is None:
            told[key] = (place, low, high)
            continue
        if isinstance(known, tuple):
            known = told[key] = {known[0]: (known[1], known[2], 1)}
        other = known.get(place)
        known[place] = (
            (low, high, 1) if other is None
            else (min(other[0], low), max(other[1], high), other[2] + 1)
        )  # fmt: skip
    if not told:
        return None
    by_line: dict[tuple[str, str], list[tuple[int, int, Bar]]] = {}
    for (kind, claimant, at, running), said in told.items():
        bar = Bar(said[1], said[2], 1) if isinstance(said, tuple) else _of_places(said, countries)
        by_line.setdefault((kind, claimant), []).append((at, running, bar))
    days = {key[2] for key in told}
    step = 7 if span == "week" else 1
    start, last = (day - (day - 1) % 7 if span == "week" else day for day in (min(days), max(days)))
    lines = [
        Line(kind, claimant or None, _bars(by_day, start, step))
        for (kind, claimant), by_day in by_line.items()
    ]
    lines.sort(key=lambda line: (-len(line.bars), -line.most, line.claimant or ""))
    # A claimant's measures stand beneath each other, the one that is asked for first.
    rank = {claimant: at for at, claimant in reversed(list(enumerate(line.claimant for line in lines)))}
    lines.sort(key=lambda line: (rank[line.claimant], wanted.index(line.measure)))
    every = tuple(
        line
        for kind in wanted
        if (line := _all_claimants(kind, [x for x in lines if x.measure == kind])).bars
    )
    length = (last - start) // step + 1
    begins = datetime.date.fromordinal(start).isoformat()
    return Timeline(measure, family, span, begins, length, tuple(lines), every, left_out, undated, found)


def _bars(by_day: list[tuple[int, int, Bar]], start: int, step: int) -> dict[int, Bar]:
    """Bars by index; days of a week are added up, and a count so far may say more than they do."""
    bars: dict[int, Bar] = {}
    so_far: dict[int, Bar] = {}
    for day, running, bar in by_day:
        index = (day - start) // step
        kept = so_far if running else bars
        known = kept.get(index)
        if known is None:
            kept[index] = bar
        elif running:
            kept[index] = _wider(known, bar, max(known.low, bar.low))
        else:
            kept[index] = Bar(known.low + bar.low, known.high + bar.high, known.figures + bar.figures)
    for index, bar in so_far.items():
        known = bars.get(index)
        bars[index] = bar if known is None else _wider(known, bar, max(known.low, bar.low))
    return bars


def _wider(one: Bar, other: Bar, low: float) -> Bar:
    return Bar(low, max(one.high, other.high), one.figures + other.figures)


def _ordinal(day: str) -> int:
    """The day as a number; 0 for what is no day."""
    try:
        return datetime.date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


def _of_places(places: Places, countries: set[str]) -> Bar:
    """One claimant's day: places added up, but a region is not added to its city, nor a whole to what is in it."""
    regions: Places = {}
    for place, (low, high, count) in places.items():
        base = _REGION.sub("", place)
        known = regions.get(base, (0, 0, 0))
        regions[base] = (max(known[0], low), max(known[1], high), known[2] + count)
    whole = [value for base, value in regions.items() if not base or base in countries]
    parts = [value for base, value in regions.items() if base and base not in countries]
    low = max([sum(value[0] for value in parts), *(value[0] for value in whole)])
    high = max([sum(value[1] for value in parts), *(value[1] for value in whole)])
    return Bar(low, max(low, high), sum(value[2] for value in regions.values()))


def _all_claimants(measure: str, lines: list[Line]) -> Line:
    """From the least to the most that any claimant says."""
    bars: dict[int, Bar] = {}
    for line in lines:
        for index, bar in line.bars.items():
            known = bars.get(index)
            bars[index] = bar if known is None else _wider(known, bar, min(known.low, bar.low))
    return Line(measure, None, bars)
