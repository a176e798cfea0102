"""The indexes of words: what an article's rows put into them, and how they forget it.

Each index mirrors a view of the same columns. An FTS5 index of outside content
forgets a row only when told the very words it was given, so rows are forgotten
before anything in the view changes, and learnt again after it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

#: Index -> (its view, the view's columns, the view's column that holds the article's rowid).
INDEXES = {
    "articles": ("articles_text", ("headline", "text"), "rowid"),
    "figures": ("figures_text", ("text", "sentence", "headline", "about"), "article"),
    "quotes": ("quotes_text", ("text", "speaker", "role", "about"), "article"),
    "events": ("events_text", ("summary", "about"), "article"),
}
#: Those that hold days, which a day given by hand moves.
DATED = ("figures", "quotes", "events")


def learn(connection: sqlite3.Connection, article: int, indexes: Iterable[str] = INDEXES) -> None:
    """Puts the words of an article's rows into the indexes."""
    for index in indexes:
        names = ", ".join(INDEXES[index][1])
        _each(connection, article, index, f"INSERT INTO {index}_fts (rowid, {names}) VALUES (?{{}})")


def learn_rows(connection: sqlite3.Connection, index: str, first: int, following: int) -> None:
    """Puts the words of an index's rows from `first` up to, but not with, `following` (rowids) into it.

    Any other write between two rows may open a savepoint (a trigger does), at which
    FTS5 writes out all it has gathered; so many at a time cost a fraction of one by
    one. The order matters as much: at a lower rowid than the last it writes out too.
    """
    view, columns, _ = INDEXES[index]
    names = ", ".join(columns)
    connection.execute(
        f"INSERT INTO {index}_fts (rowid, {names}) SELECT rowid, {names} FROM {view}"
        " WHERE rowid >= ? AND rowid < ? ORDER BY rowid",
        (first, following),
    )


def forget(connection: sqlite3.Connection, article: int, indexes: Iterable[str] = INDEXES) -> None:
    """Takes the words of an article's rows out of the indexes; the rows must be as they were learnt."""
    for index in indexes:
        names = ", ".join(INDEXES[index][1])
        insert = f"INSERT INTO {index}_fts ({index}_fts, rowid, {names}) VALUES ('delete', ?{{}})"
        _each(connection, article, index, insert)


def _each(connection: sqlite3.Connection, article: int, index: str, insert: str) -> None:
    view, columns, key = INDEXES[index]
    rows = connection.execute(f"SELECT rowid, {', '.join(columns)} FROM {view} WHERE {key} = ?", (article,))
    # Row by row: an INSERT … SELECT opens a savepoint, at which FTS5 writes out all it has gathered.
    connection.executemany(insert.format(", ?" * len(columns)), rows.fetchall())
