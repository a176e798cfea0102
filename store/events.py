"""Events: those that a query finds, and what all the reports of one say."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from store import compile as sql
from store import rows
from store.evidence import with_rejected
from store.query import Query
from store.records import FigureRow, QuoteRow
from store.sorts import EVENT_SORTS, sorted_by

if TYPE_CHECKING:
    from store.outcomes import EventLink
    from store.search import Reader


def ids(reader: Reader, query: Query | None, sort: str) -> array[int]:
    """See `Reader.event_ids`."""
    where = sql.events(query or Query())
    order = sorted_by(EVENT_SORTS, sort)
    join = " JOIN articles a ON a.rowid = x.article" if query else ""
    found = reader._ids(
        f"SELECT x.rowid FROM events x{join} WHERE {where.sql()} ORDER BY {order}", where.params
    )
    return with_rejected(reader, "event", query, found)


def linked(reader: Reader, event_id: str) -> list[EventLink]:
    """See `Reader.linked_events`."""
    from store.outcomes import EventLink

    return [
        EventLink(*row)
        for row in reader._all(
            f"WITH linked(id, why) AS ({rows.LINKED_EVENTS}) SELECT linked.id, a.id, linked.why"
            " FROM linked JOIN events o ON o.id = linked.id JOIN articles a ON a.rowid = o.article"
            " ORDER BY a.published, o.rowid",
            (event_id,),
        )
    ]


def figures(reader: Reader, event_id: str) -> list[FigureRow]:
    """See `Reader.figures_of_event`."""
    return [rows.figure(row) for row in _evidence(reader, rows.FIGURE, "figures", event_id)]


def quotes(reader: Reader, event_id: str) -> list[QuoteRow]:
    """See `Reader.quotes_of_event`."""
    return [rows.quote(row) for row in _evidence(reader, rows.QUOTE, "quotes", event_id)]


def _evidence(reader: Reader, select: str, kind: str, event_id: str) -> list[Any]:
    return reader._all(
        f"WITH linked(id, why) AS ({rows.LINKED_EVENTS}),"
        " every(id) AS (SELECT ?1 UNION SELECT id FROM linked)"
        f" {select} WHERE x.id IN (SELECT j.value FROM events e, json_each(e.{kind}) j"
        "   WHERE e.id IN (SELECT id FROM every))"
        " OR (x.article IN (SELECT article FROM events WHERE id IN (SELECT id FROM every))"
        "   AND x.event IN (SELECT id FROM every))"
        " ORDER BY a.id <> (SELECT oa.id FROM events oe JOIN articles oa ON oa.rowid = oe.article"
        "   WHERE oe.id = ?1), x.article, x.start",
        (event_id,),
    )
