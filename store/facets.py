"""Facets: the values of a field with how many articles have each, for what a query finds."""

from __future__ import annotations

import json
import os
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from store import compile as sql
from store.query import Query, field_words, parse_query
from store.text import fold

if TYPE_CHECKING:
    from store.search import Reader

Ask = Callable[..., list[Any]]

#: Facet -> the field of the query language that asks for one of its values.
FIELDS = {
    "claimant": "claimant",
    "place": "place",
    "measure": "measure",
    "speaker": "speaker",
    "channel": "channel",
    "day": "on",
    "outlet": "outlet",
}
#: Values counted at most.
MOST = 5000
#: So many articles or fewer are looked up one by one; of more, the index of the field is read through.
_FEW = 20_000
#: Facet -> kind, its table, its column. The day is the article's.
_SOURCES = {
    "claimant": (("figure", "figures", "claimant"),),
    "place": (("figure", "figures", "place"), ("event", "events", "place")),
    "measure": (("figure", "figures", "measure"),),
    "speaker": (("quote", "quotes", "speaker"),),
    "channel": (("figure", "figures", "channel"), ("quote", "quotes", "channel")),
    "day": (("article", "articles", "published"),),
    "outlet": (("article", "articles", "outlet"),),
}
#: The same for fields that are only completed, not listed: counted where the store is small enough.
_COMPLETED = {
    "unit": (("figure", "figures", "unit"),),
    "actor": (("figure", "figures", "actor"), ("event", "events", "actor")),
    "stance": (("figure", "figures", "stance"),),
    "sum": (("figure", "figures", "sum_status"),),
    "kind": (("event", "events", "kind"), ("quote", "quotes", "kind")),
    "dateline": (("article", "articles", "dateline"),),
}
#: In stores of more articles than these such a field is completed without counts, as typing waits for nothing.
_SMALL = 30_000
_kept: OrderedDict[tuple[str, int, str], list[Value]] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet and how many of the articles have it."""

    facet: str
    value: str
    articles: int


def values(reader: Reader, ask: Ask, facet: str, query: Query, most: int = MOST) -> list[Value]:
    """The values of `facet` in the articles that satisfy `query`, those of most articles first (days: newest).

    A value of a figure or quote counts where that figure or quote satisfies what
    the query asks of one. For the whole store the answer is kept until it changes.
    """
    if query:
        return _count(reader, ask, facet, query, most)
    tables = {table for _, table, _ in _sources_of(facet)}
    key = (os.path.abspath(reader.path), reader.changes(*tables), facet)
    with _lock:
        found = _kept.get(key)
        if found is not None:
            _kept.move_to_end(key)
            return found[:most]
    found = _count(reader, ask, facet, query, MOST)
    with _lock:
        _kept[key] = found
        while len(_kept) > len(_SOURCES) + len(_COMPLETED):
            _kept.popitem(last=False)
    return found[:most]


def counted(reader: Reader, ask: Ask, field: str, words: Sequence[str]) -> list[tuple[str, int | None]]:
    """`words`, values of a field that has no facet, with how many articles each finds; those of most first.

    None for all of them where counting would take long.
    """
    if (ask("SELECT max(rowid) FROM articles")[0][0] or 0) > _SMALL:
        return [(word, None) for word in words]
    if field in _COMPLETED:
        found = {each.value: each.articles for each in values(reader, ask, field, Query())}
    else:
        found = {}
        for word in words:
            where = sql.articles(parse_query(field_words(field, word)))
            found[word] = ask(f"SELECT count(*) FROM articles a WHERE {where.sql()}", where.params)[0][0]
    listed = sorted(words, key=lambda word: -found.get(word, 0))
    return [(word, found.get(word, 0)) for word in listed]


def beginning(found: list[Value], typed: str) -> list[Value]:
    """Those whose value holds `typed`, as a query's field would find them; ones that begin with it first."""
    wanted = fold(typed)
    if not wanted:
        return found
    hits = [(fold(value.value), value) for value in found]
    hits = [(folded, value) for folded, value in hits if wanted in folded]
    return [value for folded, value in sorted(hits, key=lambda hit: not hit[0].startswith(wanted))]


def _count(reader: Reader, ask: Ask, facet: str, query: Query, most: int) -> list[Value]:
    sources, params = _sources(reader, facet, query)
    # Each article once for a value, in the order of the index where there is one.
    pairs = " UNION ".join(sources) if len(sources) > 1 else f"{sources[0]} GROUP BY 1, 2"
    order = "value DESC" if facet == "day" else "articles DESC, value"
    return [
        Value(facet, value, articles)
        for value, articles in ask(
            f"SELECT value, count(*) AS articles FROM ({pairs}) GROUP BY value ORDER BY {order} LIMIT ?",
            [*params, most],
        )
    ]


def _sources_of(field: str) -> tuple[tuple[str, str, str], ...]:
    return _SOURCES.get(field) or _COMPLETED[field]


def _sources(reader: Reader, facet: str, query: Query) -> tuple[list[str], list[object]]:
    """SELECTs of (value, article) pairs, with their parameters."""
    selects: list[str] = []
    params: list[object] = []
    ids = reader.article_ids(query) if query else None
    listed = json.dumps(ids.tolist()) if ids is not None else ""
    for kind, table, column in _sources_of(facet):
        article = "x.rowid" if kind == "article" else "x.article"
        source, where, more = f"{table} x", f"x.{column} IS NOT NULL", list[object]()
        if ids is not None and len(ids) <= _FEW:
            source = f"json_each(?) j CROSS JOIN {table} x ON {article} = j.value"
            more.append(listed)
        elif ids is not None:
            where += f" AND {article} IN (SELECT value FROM json_each(?))"
            more.append(listed)
        if query and kind != "article":
            own = sql.own_fields(query, kind)
            where += f" AND {own.sql()}"
            more += own.params
        selects.append(f"SELECT x.{column} AS value, {article} AS article FROM {source} WHERE {where}")
        params += more
    return selects, params
