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
import math
import re
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from store.bars import Bar, Bars, Widest
from store.claimpages import Found
from store.claims import voice
from store.errors import QueryError
from store.query import MEASURES, Query
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


@dataclass(frozen=True, slots=True)
class Line:
    """One claimant's numbers of one measure (None: the articles' own voice), by index of day or week."""

    measure: str
    claimant: str | None
    bars: Bars

    @property
    def most(self) -> float:
        """The highest bar."""
        return self.bars.most


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
    found = Found(reader, query or Query())
    if found.by_day:
        rows = found.days(
            reader,
            "SELECT measure, family, sum(wholes) FROM {x} GROUP BY measure, family HAVING sum(wholes)",
            " AND x.day > ''",
        )
    else:
        rows = found.all(
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
    # Only by week are days added up, so that a count "so far" must be told from what happened on its day.
    running = "x.running" if span == "week" else "0"
    rows = {
        kind: found.each(
            reader,
            f"SELECT x.day, nullif(x.first, x.day), x.claimant, x.place, x.low, x.high, x.figure, {running} FROM {{x}}",
            f" AND x.measure = ? AND x.family = ? AND {_COUNTED} ORDER BY x.day",
            [kind, family],
        )
        for kind in wanted
    }
    countries = {row[0] for row in reader._all("SELECT value FROM terms WHERE field = 'country'")}
    return _built(rows, (measure, family, span), countries, found)


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
            most = found.days(
                reader, "SELECT measure FROM {x} GROUP BY measure ORDER BY sum(figures) DESC, measure LIMIT 1"
            )
            measure = most[0][0] if most else None
        only = " AND x.measure = ?" if measure is not None else ""
        only += " AND x.family = ?" if family is not None else ""
        params = [value for value in (measure, family) if value is not None]
        select = "SELECT x.measure, x.family FROM {x} GROUP BY x.measure, x.family"
        tail = f" AND x.day > ''{only}"
        order = " ORDER BY {} DESC, x.measure, x.family LIMIT 1"
        if found.by_day:
            tail += " AND x.wholes"
            chosen = found.days(reader, select + order.format("sum(x.wholes)"), tail, params)
        else:
            chosen = found.all(reader, select + order.format("count(*)"), f" AND x.whole{tail}", params)
        if not chosen:
            return None
        measure, family = chosen[0]
    return measure, family


#: What one claimant says of a day: by place, the least, the most and how many figures.
Places = dict[str, tuple[float, float, int]]


class _Voices:
    """Claimants, however their letters are written: each is called as it was first printed."""

    def __init__(self) -> None:
        #: As printed -> what tells it apart, and the first day and figure of this measure that name it.
        self.here: dict[str | None, tuple[str, str, int]] = {}
        self._first: dict[str, tuple[str, int, str]] = {}

    def of(self, claimant: str | None, day: str, figure: int) -> str:
        """What tells this one apart; rows come by day, measure after measure (`again`)."""
        known = self.here.get(claimant)
        if known is None:
            known = self.here[claimant] = voice(claimant), day, figure
        elif figure < known[2] and day == known[1]:
            self.here[claimant] = known[0], day, figure
        return known[0]

    def again(self) -> None:
        """A measure is at its end: another one begins with its first day."""
        for claimant, (name, day, figure) in self.here.items():
            here = day, figure, claimant or ""
            self._first[name] = min(self._first.get(name, here), here)
        self.here.clear()

    def named(self, name: str) -> str | None:
        """As first printed; None for the articles' own voice."""
        return self._first[name][2] or None


def _by_week(days: array[float], so_far: array[float], start: int) -> Bars:
    """Days of a week are added up, and a count so far may say more than they do."""
    weeks = Widest()
    for at, *bar in Bars(days, start).all():
        weeks.add(at // 7, *bar)
    for at, *bar in Bars(so_far, start).all():
        weeks.take(at // 7, *bar, least=False)
    return weeks.packed()


def _built(
    rows: Mapping[str, Iterable[Any]], asked: tuple[str, str, str], countries: set[str], found: Found
) -> Timeline | None:
    """The timeline out of the rows of each measure, which come by day: only one day's are held at a time."""
    measure, family, span = asked
    voices, summed = _Voices(), _Places(countries)
    by_line: dict[tuple[str, str], tuple[array[float], array[float]]] = {}
    every: dict[str, Widest] = {kind: Widest() for kind in rows}
    left_out = undated = first_day = last_day = 0
    for kind, of_measure in rows.items():
        for day, told in groupby(of_measure, itemgetter(0)):
            at = _ordinal(day)
            if not at:
                undated += sum(1 for _ in told)
                continue
            said, longer = _of_day(day, at, told, voices)
            left_out += longer
            if not said:
                continue
            first_day, last_day = min(first_day or at, at), max(last_day, at)
            least, most, figures = math.inf, -math.inf, 0.0
            for (name, running), places in said.items():
                lines = by_line.get((kind, name))
                if lines is None:
                    lines = by_line[kind, name] = array("d"), array("d")
                bar = places[1:] if isinstance(places, tuple) else summed.bar(places)
                low, high, count = bar
                lines[running].extend((at, low, high, count))
                least, most, figures = min(least, low), max(most, high), figures + count
            if span == "day":
                every[kind].take(at, least, most, figures, least=True)
        voices.again()
    if not by_line:
        return None
    step = 7 if span == "week" else 1
    start, last = (day - (day - 1) % 7 if span == "week" else day for day in (first_day, last_day))
    made: list[Line] = []
    for (kind, name), (days, so_far) in by_line.items():
        bars = Bars(days, start) if span == "day" else _by_week(days, so_far, start)
        made.append(Line(kind, voices.named(name), bars))
        if span == "week":
            for index, *numbers in bars.all():
                every[kind].take(start + index, *numbers, least=True)
    made.sort(key=lambda line: (-len(line.bars), -line.most, line.claimant or ""))
    # A claimant's measures stand beneath each other, the one that is asked for first.
    rank = {claimant: at for at, claimant in reversed(list(enumerate(line.claimant for line in made)))}
    wanted = list(rows)
    made.sort(key=lambda line: (rank[line.claimant], wanted.index(line.measure)))
    of_all = tuple(Line(kind, None, widest.packed(start)) for kind, widest in every.items() if widest.bars)
    length = (last - start) // step + 1
    begins = datetime.date.fromordinal(start).isoformat()
    return Timeline(measure, family, span, begins, length, tuple(made), of_all, left_out, undated, found)


#: What is said of the only place that is told of, in one figure; or of each of several.
_Told = tuple[str, float, float, int] | Places


def _of_day(
    day: str, at: int, told: Iterable[Any], voices: _Voices
) -> tuple[dict[tuple[str, int], _Told], int]:
    """What each claimant says of a day (so far, or of the day alone), and how many figures are of longer periods."""
    said: dict[tuple[str, int], _Told] = {}
    left_out = 0
    here = voices.here
    for _, first, claimant, place, low, high, figure, running in told:
        if first is not None and not 0 <= at - _ordinal(first) <= _LONGEST:
            left_out += 1
            continue
        named = here.get(claimant)
        if named is None or (day == named[1] and figure < named[2]):
            key = (voices.of(claimant, day, figure), running)
        else:
            key = (named[0], running)
        known = said.get(key)
        if known is None:
            said[key] = (place, low, high, 1)
            continue
        if isinstance(known, tuple):
            known = said[key] = {known[0]: (known[1], known[2], 1)}
        other = known.get(place)
        known[place] = (
            (low, high, 1) if other is None
            else (min(other[0], low), max(other[1], high), other[2] + 1)
        )  # fmt: skip
    return said, left_out


@lru_cache(maxsize=8192)
def _ordinal(day: str) -> int:
    """The day as a number; 0 for what is no day."""
    try:
        return datetime.date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


class _Places:
    """Adds up places: but a region is not added to its city, nor a whole to what is in it."""

    def __init__(self, countries: set[str]) -> None:
        self._countries = countries
        self._bases: dict[str, str] = {}

    def _base(self, place: str) -> str:
        base = self._bases.get(place)
        if base is None:
            base = self._bases[place] = _REGION.sub("", place)
        return base

    def bar(self, places: Places) -> Bar:
        """One claimant's day."""
        regions: Places = {}
        for place, (low, high, count) in places.items():
            base = self._base(place)
            known = regions.get(base, (0, 0, 0))
            regions[base] = (max(known[0], low), max(known[1], high), known[2] + count)
        whole_low = whole_high = low = high = 0.0
        figures = 0
        for base, (least, most, count) in regions.items():
            figures += count
            if base and base not in self._countries:
                low, high = low + least, high + most
            else:
                whole_low, whole_high = max(whole_low, least), max(whole_high, most)
        low = max(low, whole_low)
        return Bar(low, max(low, high, whole_high), figures)
