"""UCDP's Georeferenced Event Dataset: a row of its 49 columns as an article with its event and its deaths.

The article's text is the row written out, a line for each cell that is not
empty, so that every figure still points at what the table says.
"""

from __future__ import annotations

import math
from functools import lru_cache

from extract.ids import article_id, item_id
from extract.model import Article, Event, EventKind, Figure, Precision
from extract.sums import find_sums
from store.validate import is_day

#: Columns without which a table is another one.
COLUMNS = frozenset(
    {
        "id", "type_of_violence", "dyad_name", "side_a", "side_b", "where_coordinates", "latitude", "longitude",
        "country", "date_start", "date_end", "best", "high", "low",
    }
)  # fmt: skip
#: Columns that are written out first; `best`, `high` and `low` make one phrase and stay together.
_FIRST = (
    "where_description", "date_start", "date_end", "best", "high", "low", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "side_a", "side_b", "source_original",
)  # fmt: skip
#: How the names of columns end that refer to other tables.
_CODES = ("_id", "_gid", "relid", "gwnoa", "gwnob")
#: State-based and non-state conflicts are fought by both sides, one-sided violence is done to civilians.
_KINDS: dict[str, EventKind] = {"1": "clash", "2": "clash", "3": "attack"}
#: `where_prec`: the place itself, near it, its district, its province, a part of the country, the country, the sea.
_PRECISION: dict[str, Precision] = {
    "1": "city", "2": "city", "3": "region", "4": "region", "5": "region", "6": "country", "7": "country",
}  # fmt: skip


class Wrong(Exception):
    """A cell that cannot be read: `(column, what)`."""


def article(row: dict[str, str], at: int, document: str) -> Article:
    """The article of a row, which begins `at` in the document of all rows written out. Raises `Wrong`."""
    title = f"{row['dyad_name']}: {row['where_coordinates']}, {row['country']}"
    text, spans = _written(title, row)
    ident = article_id(text)
    first, last = _day(row, "date_start"), _day(row, "date_end")
    if first > last:
        raise Wrong("date_end", f"{last} is before date_start, {first}")
    kind = _KINDS.get(row["type_of_violence"].strip())
    if kind is None:
        raise Wrong("type_of_violence", f"{row['type_of_violence']!r} is none of 1, 2 and 3")
    told = _Row(row, text, ident, spans, first, last)
    figures = told.deaths()
    event = Event(
        id=item_id("event", ident, 0, len(title)), kind=kind, place=row["where_coordinates"] or None,
        country=row["country"] or None, lat=_number(row, "latitude", 90), lon=_number(row, "longitude", 180),
        precision=_PRECISION.get(row.get("where_prec", "").strip()), date_from=first, date_to=last,
        actor=row["side_a"] or None, target=row["side_b"] or None, summary=title,
        why=f"row {row['id']} of UCDP GED", figures=[figure.id for figure in figures],
        sentences=[(0, len(title))],
    )  # fmt: skip
    for figure in figures:
        figure.event = event.id
    published, why = _published(row, last)
    return Article(
        id=ident, document=document, start=at, end=at + len(text), headline=title, outlet="UCDP GED",
        published=published, published_basis="inferred", published_why=why, text=text, figures=figures,
        events=[event], sums=find_sums(ident, figures),
    )  # fmt: skip


@lru_cache(maxsize=16)
def _order(columns: tuple[str, ...]) -> tuple[str, ...]:
    """The columns as they are written out: what matters to a reader, other words, and numbers of other tables."""
    rest = [name for name in columns if name not in _FIRST]
    codes = [name for name in rest if name.endswith(_CODES)]
    return (*(n for n in _FIRST if n in columns), *(n for n in rest if n not in codes), *codes)


def _written(title: str, row: dict[str, str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text, and where in it the value of each column stands."""
    pieces, spans = [title, "\n"], {}
    at = len(title) + 1
    for name in _order(tuple(row)):
        value = row[name].strip()
        if value:
            begin = at + len(name) + 3
            pieces.append(f"\n{name}: {value}")
            spans[name] = begin, begin + len(value)
            at = begin + len(value)
    pieces.append("\n")
    return "".join(pieces), spans


class _Row:
    """A row with its text."""

    def __init__(
        self,
        row: dict[str, str],
        text: str,
        ident: str,
        spans: dict[str, tuple[int, int]],
        first: str,
        last: str,
    ) -> None:
        self.row, self.text, self.ident, self.spans = row, text, ident, spans
        self.first, self.last = first, last

    def deaths(self) -> list[Figure]:
        """All deaths, with the bounds of the table, and those of each side as their parts."""
        best, high, low = (_number(self.row, name, None, least=0) for name in ("best", "high", "low"))
        # Some rows have a low that is above the best.
        low, high = min(low, best), max(high, best)
        phrase = self.text[self.spans["best"][0] - len("best: ") : self.spans["low"][1]]
        whole = self._figure("best", phrase, best, low, high)
        one, other = self.row["side_a"], self.row["side_b"]
        civilians = self.row["type_of_violence"].strip() == "3"
        if civilians:
            whole.actor, whole.target = one or None, other or None
        found = [whole]
        for name, unit, actor, target in (
            ("deaths_a", "people", other, one),
            ("deaths_b", "people", one, other),
            ("deaths_civilians", "civilians", one if civilians else "", ""),
            ("deaths_unknown", "people", "", ""),
        ):
            if name not in self.spans:
                continue
            value = _number(self.row, name, None, least=0)
            if value > 0:
                part = self._figure(name, f"{name}: {self.row[name].strip()}", value, value, value)
                part.unit, part.actor, part.target, part.part_of = (
                    unit,
                    actor or None,
                    target or None,
                    whole.id,
                )
                found.append(part)
        return found

    def _figure(self, name: str, phrase: str, value: float, low: float, high: float) -> Figure:
        start, end = self.spans[name]
        said = self.spans.get("source_original")
        return Figure(
            id=item_id("figure", self.ident, start, end), start=start, end=end, text=phrase, value=value, low=low,
            high=high, unit="people", measure="killed", place=self.row["where_coordinates"] or None,
            place_why="the column where_coordinates",
            claimant=self.text[slice(*said)] if said else None,
            claimant_start=said[0] if said else None, claimant_end=said[1] if said else None,
            claimant_why="the column source_original" if said else None,
            date_from=self.first, date_to=self.last, date_why="the columns date_start and date_end",
        )  # fmt: skip


def _day(row: dict[str, str], name: str) -> str:
    # UCDP writes "2013-01-03 00:00:00.000".
    day = row[name].strip()[:10]
    if not is_day(day):
        raise Wrong(name, f"{row[name]!r} does not begin with a day written like 2025-12-25")
    return day


def _published(row: dict[str, str], last: str) -> tuple[str, str]:
    """The day on which the row's latest source was published, else the event's last one; and which of them it is."""
    days = [day for each in row.get("source_date", "").split(";") if is_day(day := each.strip()[:10])]
    if days:
        return max(days), "the day of its latest source, in the column source_date"
    return last, "the event's last day, in the column date_end: the row names no source's day"


def _number(row: dict[str, str], name: str, most: float | None, *, least: float | None = None) -> float:
    try:
        value = float(row[name])
    except ValueError:
        raise Wrong(name, f"{row[name]!r} is no number") from None
    low = least if most is None else -most
    if not math.isfinite(value) or (low is not None and value < low) or (most is not None and value > most):
        raise Wrong(name, f"{row[name]!r} cannot be")
    return value
