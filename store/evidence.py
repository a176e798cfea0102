"""Figures and quotes: those that a query finds, in the whole store or in one article; those of a speaker or place."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from store import compile as sql
from store import rows
from store.query import Query
from store.records import FigureRow, QuoteRow

if TYPE_CHECKING:
    from store.search import Reader

#: Fields of a query that ask for one figure or quote rather than for its article.
_OWN = {
    "figure": frozenset({"measure", "claimant", "unit", "value", "stance", "sum", "is", "tag", "note"}),
    "quote": frozenset({"speaker", "channel", "is", "tag", "note"}),
}
_FIGURES_BY_DAY = "coalesce(x.date_to, x.date_from, a.published) DESC, x.article, x.start"
_QUOTES_BY_DAY = "coalesce(x.date, a.published) DESC, x.article, x.start"


def asked_of(reader: Reader, kind: str, article_id: str, query: Query) -> list[str]:
    """See `Reader.asked_of`."""
    fields = tuple(f for f in query.fields if f.name in _OWN[kind] and not f.negated)
    if not fields:
        return []
    where = (sql.figures if kind == "figure" else sql.quotes)(Query(fields=fields))
    found = reader._all(
        f"SELECT x.id FROM {kind}s x JOIN articles a ON a.rowid = x.article"
        f" WHERE a.id = ? AND {where.sql()} ORDER BY x.start",
        (article_id, *where.params),
    )
    return [row[0] for row in found]


def _figures_where(query: Query, set_apart: bool) -> sql.Where:
    where = sql.figures(query)
    if not set_apart and not any(f.name == "measure" and not f.negated for f in query.fields):
        where.add("NOT x.set_apart")
    return where


def figure_ids(
    reader: Reader, query: Query | None, set_apart: bool, limit: int | None, offset: int
) -> array[int]:
    """See `Reader.figure_ids`."""
    where = _figures_where(query or Query(), set_apart)
    found = reader._ids(
        f"SELECT x.rowid FROM figures x JOIN articles a ON a.rowid = x.article WHERE {where.sql()}"
        f" ORDER BY {_FIGURES_BY_DAY} LIMIT ? OFFSET ?",
        [*where.params, -1 if limit is None else limit, offset],
    )
    return with_rejected(reader, "figure", query, found, limit, offset)


def quote_ids(reader: Reader, query: Query | None, limit: int | None, offset: int) -> array[int]:
    """See `Reader.quote_ids`."""
    where = sql.quotes(query or Query())
    found = reader._ids(
        f"SELECT x.rowid FROM quotes x JOIN articles a ON a.rowid = x.article WHERE {where.sql()}"
        f" ORDER BY {_QUOTES_BY_DAY} LIMIT ? OFFSET ?",
        [*where.params, -1 if limit is None else limit, offset],
    )
    return with_rejected(reader, "quote", query, found, limit, offset)


def with_rejected(
    reader: Reader,
    kind: str,
    query: Query | None,
    found: array[int],
    limit: int | None = None,
    offset: int = 0,
) -> array[int]:
    """What was found, and after it what was rejected (numbers below 0) where the query asks for that."""
    if query is None or not sql.asks_for_rejected(query):
        return found
    from store.history import rejected_ids

    more = rejected_ids(reader, kind, query)
    if offset:
        return found
    return found + array(found.typecode, more[: None if limit is None else max(limit - len(found), 0)])


def of_speaker(reader: Reader, name: str, limit: int | None) -> list[QuoteRow]:
    """See `Reader.quotes_of_speaker`."""
    found = reader._all(
        f"{rows.QUOTE} WHERE x.speaker = ? ORDER BY coalesce(x.date, a.published), x.article, x.start"
        " LIMIT ?",
        (name, -1 if limit is None else limit),
    )
    return [rows.quote(row) for row in found]


def of_place(reader: Reader, name: str, limit: int | None) -> list[FigureRow]:
    """See `Reader.figures_of_place`."""
    found = reader._all(
        f"{rows.FIGURE} WHERE x.place = ? AND NOT x.set_apart"
        " ORDER BY x.date_to DESC, x.article, x.start LIMIT ?",
        (name, -1 if limit is None else limit),
    )
    return [rows.figure(row) for row in found]
