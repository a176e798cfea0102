"""Articles: those that a query finds, in an order, and the whole of one."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

from store import compile as sql
from store import rows
from store.order import Order, kept, key, known
from store.query import Query
from store.records import ArticleFull, ArticleRow, Candidate
from store.sorts import ARTICLE_SORTS, sorted_by

if TYPE_CHECKING:
    from store.search import Reader

#: So many articles or fewer are sorted by themselves.
_FEW = 2000


def ids(reader: Reader, query: Query | None, sort: str) -> array[int]:
    """See `Reader.article_ids`."""
    by = sorted_by(ARTICLE_SORTS, sort)
    if not query:
        return _ordered(reader, sort).ids
    if query.fields or query.unwanted():
        where = sql.articles(query)
        found = reader._ids(
            where.alone() or f"SELECT a.rowid FROM articles a WHERE {where.sql()}", where.params
        )
    else:
        words = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"
        found = reader._ids(words, [query.match()])
    order = known(_order_key(reader, sort))
    if order is None and len(found) < _FEW:
        # For a few the order of all is not worth reading.
        few = "SELECT a.rowid FROM articles a WHERE a.rowid IN (SELECT value FROM json_each(?))"
        return reader._ids(f"{few} ORDER BY {by}", [json.dumps(found.tolist())])
    return (order or _ordered(reader, sort)).arranged(found)


def _order_key(reader: Reader, sort: str) -> tuple[str, int, str]:
    return key(reader.path, reader.changes("articles"), sort)


def _ordered(reader: Reader, sort: str) -> Order:
    """All articles in the order `sort`, kept until the store is written to."""
    statement = f"SELECT a.rowid FROM articles a ORDER BY {ARTICLE_SORTS[sort]}"
    return kept(_order_key(reader, sort), lambda: reader._ids(statement, []))


def whole(reader: Reader, article_id: str) -> ArticleFull | None:
    """See `Reader.article`."""
    row = reader._one(f"{rows.ARTICLE} WHERE a.id = ?", (article_id,))
    if row is None:
        return None
    line = rows.article(row)
    text, url, why = reader._one(
        "SELECT t.text, a.url, a.published_why FROM articles a JOIN texts t ON t.article = a.rowid"
        " WHERE a.rowid = ?",
        (line.rowid,),
    )
    candidates = reader._all(
        "SELECT date, score, why FROM candidates WHERE article = ? ORDER BY rank", (line.rowid,)
    )
    documents = reader._all(
        'SELECT document, start, "end" FROM article_documents WHERE article = ? ORDER BY rowid',
        (line.rowid,),
    )
    fields = {name: getattr(line, name) for name in ArticleRow.__slots__}
    return ArticleFull(
        **fields,
        text=text,
        url=url,
        published_why=why,
        candidates=[Candidate(*candidate) for candidate in candidates],
        documents=list(documents),
        note=reader.note("article", article_id),
    )


def files_of(reader: Reader, article_id: str) -> list[tuple[str | None, str | None]]:
    """See `Reader.files_of`."""
    return [
        (row[0], row[1])
        for row in reader._all(
            "SELECT d.path, d.encoding FROM articles a JOIN article_documents ad ON ad.article = a.rowid"
            " JOIN documents d ON d.rowid = ad.source WHERE a.id = ? ORDER BY d.rowid",
            (article_id,),
        )
    ]
