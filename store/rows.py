"""SELECTs whose columns are the fields of the records, in their order."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from store.records import ArticleRow, EventRow, FigureRow, QuoteRow

#: SQLite takes no more bound values than this in one statement on old builds.
MOST = 900
#: Characters of a list of rowids that are read at a time.
_PIECE = 100_000

_FROM_ARTICLE = {"published", "published_basis", "headline", "dateline", "outlet", "document"}


def _marks(kind: str, alias: str) -> dict[str, str]:
    return {
        "starred": f"EXISTS (SELECT 1 FROM stars m WHERE m.kind = '{kind}' AND m.id = {alias}.id)",
        "noted": f"EXISTS (SELECT 1 FROM notes m WHERE m.kind = '{kind}' AND m.id = {alias}.id)",
        "read": f"EXISTS (SELECT 1 FROM articles_read m WHERE m.id = {alias}.id)",
        "tags": f"(SELECT json_group_array(m.tag) FROM tags m WHERE m.kind = '{kind}' AND m.id = {alias}.id)",
        "rejected": "0 AS rejected",
    }


def _columns(record: type, kind: str, special: dict[str, str]) -> str:
    names: list[str] = []
    for field in dataclasses.fields(record):
        if field.name in special:
            names.append(special[field.name])
        elif field.name == "article_id":
            names.append("a.id")
        elif field.name in _FROM_ARTICLE:
            names.append(f"a.{field.name}")
        else:
            names.append(f'x."{field.name}"')
    return ", ".join(names)


#: Other articles whose event is the same one: found so (`store.same`), unless a person split them, or merged by a person.
LINKED_EVENTS = """
    SELECT l.id, l.why FROM (
        SELECT other AS id, why FROM same_events WHERE event = ?1
        UNION SELECT event, why FROM same_events WHERE other = ?1) l
        WHERE NOT EXISTS (SELECT 1 FROM event_merges m WHERE m.same = 0
            AND ((m.event = ?1 AND m.other = l.id) OR (m.event = l.id AND m.other = ?1)))
    UNION SELECT other, why FROM event_merges WHERE same = 1 AND event = ?1
    UNION SELECT event, why FROM event_merges WHERE same = 1 AND other = ?1
"""
_REPORTS = """(SELECT count(DISTINCT o.article) FROM events o WHERE o.id = x.id
    OR (o.id IN (SELECT other FROM same_events WHERE event = x.id
            UNION SELECT event FROM same_events WHERE other = x.id)
        AND NOT EXISTS (SELECT 1 FROM event_merges m WHERE m.same = 0
        AND ((m.event = x.id AND m.other = o.id) OR (m.event = o.id AND m.other = x.id))))
    OR o.id IN (SELECT other FROM event_merges WHERE same = 1 AND event = x.id
        UNION SELECT event FROM event_merges WHERE same = 1 AND other = x.id))"""

ARTICLE = (
    "SELECT "
    + ", ".join(
        _marks("article", "a").get(field.name, f"a.{field.name}") for field in dataclasses.fields(ArticleRow)
    )
    + " FROM articles a"
)
FIGURE = (
    f"SELECT {_columns(FigureRow, 'figure', _marks('figure', 'x'))}"
    " FROM figures x JOIN articles a ON a.rowid = x.article"
)
QUOTE = (
    f"SELECT {_columns(QuoteRow, 'quote', _marks('quote', 'x'))}"
    " FROM quotes x JOIN articles a ON a.rowid = x.article"
)
_EVENT_SPECIAL = {
    **_marks("event", "x"),
    "figures": "json_array_length(x.figures)",
    "quotes": "json_array_length(x.quotes)",
    "reports": _REPORTS,
}
EVENT = (
    f"SELECT {_columns(EventRow, 'event', _EVENT_SPECIAL)}"
    " FROM events x JOIN articles a ON a.rowid = x.article"
)


def _flags(record: type) -> tuple[int, ...]:
    names = [field.name for field in dataclasses.fields(record)]
    return tuple(
        names.index(name) for name in ("starred", "noted", "set_apart", "rejected", "read") if name in names
    )


def _places(record: type) -> tuple[int, int | None]:
    """Where the tags stand, and the corrected fields."""
    names = [field.name for field in dataclasses.fields(record)]
    return names.index("tags"), names.index("corrected") if "corrected" in names else None


_ARTICLE_FLAGS, _FIGURE_FLAGS = _flags(ArticleRow), _flags(FigureRow)
_QUOTE_FLAGS, _EVENT_FLAGS = _flags(QuoteRow), _flags(EventRow)
_SENTENCES = [field.name for field in dataclasses.fields(EventRow)].index("sentences")


_ARTICLE_LISTS, _FIGURE_LISTS = _places(ArticleRow), _places(FigureRow)
_QUOTE_LISTS, _EVENT_LISTS = _places(QuoteRow), _places(EventRow)


def _values(row: Sequence[Any], flags: tuple[int, ...], lists: tuple[int, int | None]) -> list[Any]:
    values = list(row)
    for index in flags:
        values[index] = bool(values[index])
    tags, corrected = lists
    values[tags] = () if values[tags] == "[]" else tuple(json.loads(values[tags]))
    if corrected is not None:
        values[corrected] = tuple(values[corrected].split()) if values[corrected] else ()
    return values


def article(row: Sequence[Any]) -> ArticleRow:
    """A row of `ARTICLE` as its record."""
    return ArticleRow(*_values(row, _ARTICLE_FLAGS, _ARTICLE_LISTS))


def figure(row: Sequence[Any]) -> FigureRow:
    """A row of `FIGURE` as its record."""
    return FigureRow(*_values(row, _FIGURE_FLAGS, _FIGURE_LISTS))


def quote(row: Sequence[Any]) -> QuoteRow:
    """A row of `QUOTE` as its record."""
    return QuoteRow(*_values(row, _QUOTE_FLAGS, _QUOTE_LISTS))


def event(row: Sequence[Any]) -> EventRow:
    """A row of `EVENT` as its record."""
    values = _values(row, _EVENT_FLAGS, _EVENT_LISTS)
    values[_SENTENCES] = tuple((start, end) for start, end in json.loads(values[_SENTENCES]))
    return EventRow(*values)


def of_rejected(select: str) -> str:
    """A SELECT of figures, quotes or events that reads what was rejected instead."""
    for table in ("figures", "quotes", "events"):
        select = select.replace(f" FROM {table} x JOIN", f" FROM rejected_{table} x JOIN")
    return select.replace("0 AS rejected", "1 AS rejected")


def by_rowid(
    connection: sqlite3.Connection, select: str, alias: str, rowids: Iterable[int]
) -> list[Sequence[Any]]:
    """The rows of `select` with these rowids, in their order; those that are gone are left out.

    A number below 0 is that of a rejected one.
    """
    wanted = list(rowids)
    found: dict[int, Sequence[Any]] = {}
    turned = [rowid for rowid in wanted if rowid < 0]
    if turned:
        marks = ", ".join("?" * len(turned))
        for row in connection.execute(
            f"{of_rejected(select)} WHERE {alias}.rowid IN ({marks})", [-each for each in turned]
        ):
            found[-row[0]] = row
    for at in range(0, len(wanted), MOST):
        part = wanted[at : at + MOST]
        marks = ", ".join("?" * len(part))
        # The first column of every record is its rowid.
        for row in connection.execute(f"{select} WHERE {alias}.rowid IN ({marks})", part):
            found[row[0]] = row
    return [found[rowid] for rowid in wanted if rowid in found]


def listed(text: str) -> array[int]:
    """The rowids of a JSON list."""
    ids, at = array("i"), 1
    # Piece by piece: hundreds of thousands of numbers at a time would stay in the program's memory.
    while at < len(text) - 1:
        end = text.find(",", at + _PIECE)
        end = len(text) - 1 if end < 0 else end
        ids.extend(json.loads(f"[{text[at:end]}]"))
        at = end + 1
    return ids
