"""Rows back to the interchange format: the article exactly as it was, with its effective day."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from extract.model import Article, Candidate, Event, Figure, Quote, Sum
from store.marktravel import pack_marks
from store.travel import pack

_HEAD = (
    "id", "headline", "dateline", "byline", "outlet", "url", "published", "published_basis", "published_why",
)  # fmt: skip


def _fields(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(struct.__struct_fields__)


_FIGURE, _QUOTE, _EVENT, _SUM = _fields(Figure), _fields(Quote), _fields(Event), _fields(Sum)


def _select(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"SELECT {names} FROM {table} WHERE article = ? ORDER BY rowid"


_SELECT_FIGURES = _select("figures", _FIGURE)
_SELECT_QUOTES = _select("quotes", _QUOTE)
_SELECT_EVENTS = _select("events", _EVENT)
_SELECT_SUMS = _select("sums", _SUM)


def _event(row: tuple[Any, ...]) -> Event:
    values = dict(zip(_EVENT, row, strict=True))
    for name in ("figures", "quotes"):
        values[name] = json.loads(values[name])
    values["sentences"] = [(start, end) for start, end in json.loads(values["sentences"])]
    return Event(**values)


def _sum(row: tuple[Any, ...]) -> Sum:
    values = dict(zip(_SUM, row, strict=True))
    values["parts"] = json.loads(values["parts"])
    return Sum(**values)


def articles(connection: sqlite3.Connection, rowid: int) -> Iterator[Article]:
    """The article once for each document that holds it."""
    row = connection.execute(
        f"SELECT {', '.join('a.' + name for name in _HEAD)}, t.text FROM articles a"
        " JOIN texts t ON t.article = a.rowid WHERE a.rowid = ?",
        (rowid,),
    ).fetchone()
    if row is None:
        return
    values = dict(zip((*_HEAD, "text"), row, strict=True))
    candidates = connection.execute(
        "SELECT date, score, why FROM candidates WHERE article = ? ORDER BY rank", (rowid,)
    )
    values["candidates"] = [Candidate(date=date, score=score, why=why) for date, score, why in candidates]
    values["figures"] = [
        Figure(**dict(zip(_FIGURE, each, strict=True)))
        for each in connection.execute(_SELECT_FIGURES, (rowid,))
    ]
    values["quotes"] = [
        Quote(**dict(zip(_QUOTE, each, strict=True))) for each in connection.execute(_SELECT_QUOTES, (rowid,))
    ]
    values["events"] = [_event(each) for each in connection.execute(_SELECT_EVENTS, (rowid,))]
    values["sums"] = [_sum(each) for each in connection.execute(_SELECT_SUMS, (rowid,))]
    values["corrections"] = pack(connection, values["id"])
    values["stars"], values["notes"], values["tags"] = pack_marks(connection, rowid, values["id"])
    # Two stored files may hold the same line.
    for document, start, end in connection.execute(
        'SELECT document, start, "end" FROM article_documents WHERE article = ?'
        " GROUP BY document, start ORDER BY min(rowid)",
        (rowid,),
    ):
        yield Article(**values, document=document, start=start, end=end)
