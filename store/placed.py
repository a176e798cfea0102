"""Where events took place: the places that have coordinates, with what is told of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from store import compile as sql

if TYPE_CHECKING:
    from array import array

    from store.query import Query
    from store.search import Reader


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A place on the map, in degrees; `precision` says what the coordinates are the middle of.

    `events` and `figures` count what satisfies the query, each report by itself;
    `last` is the latest day of one.
    """

    name: str
    country: str | None
    lat: float
    lon: float
    precision: str | None
    events: int
    figures: int
    last: str | None
    #: As the events name it; None where only the country is known.
    place: str | None = None


def placed(reader: Reader, query: Query | None = None) -> list[PlacedRow]:
    """The places of the events that satisfy `query`, those with the most figures first.

    One row a place, however many events it has: a map of any region is drawn from
    it without asking again. An event of several places ("Ostra; Marzan") has no
    one point, and is not among them: earlier programs gave it that of the first.
    A figure that two events list (captives of a raid and of an abduction) counts with both.
    """
    where, join = _where(query)
    where.add("x.lat IS NOT NULL")
    # Without a query this is read from the index `events_placed` alone, in its order.
    columns = "x.lat, x.lon, x.place, x.country, x.precision"
    found = reader._all(
        f"SELECT {columns}, count(*), sum(json_array_length(x.figures)), max(x.date_to) FROM events x{join}"
        f" WHERE {where.sql()} GROUP BY {columns}",
        where.params,
    )
    rows = [
        PlacedRow(place or country or "", country, lat, lon, precision, events, figures or 0, last, place)
        for lat, lon, place, country, precision, events, figures, last in found
        if lon is not None and "; " not in (place or "")
    ]
    return sorted(rows, key=lambda row: (-row.figures, -row.events, row.name, row.lat, row.lon))


def _where(query: Query | None) -> tuple[sql.Where, str]:
    """The query's conditions on events `x`, and the join with their articles that they need."""
    return (sql.events(query), " JOIN articles a ON a.rowid = x.article") if query else (sql.Where(), "")


def event_ids_at(reader: Reader, row: PlacedRow, query: Query | None = None) -> array[int]:
    """The rowids of the events that `row` counts, the newest first."""
    where, join = _where(query)
    where.add("x.lat = ? AND x.lon = ?", row.lat, row.lon)
    where.add("x.place IS ? AND x.country IS ? AND x.precision IS ?", row.place, row.country, row.precision)
    return reader._ids(
        f"SELECT x.rowid FROM events x{join} WHERE {where.sql()} ORDER BY x.date_to DESC, x.rowid",
        where.params,
    )


def count_events(reader: Reader, query: Query | None = None) -> int:
    """How many events satisfy `query`, on the map or not."""
    where, join = _where(query)
    return int(reader._one(f"SELECT count(*) FROM events x{join} WHERE {where.sql()}", where.params)[0])
