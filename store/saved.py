"""Saved searches: queries kept under a name, and how much is new in each since it was last looked at.

An article is new in a search when it came into the store after the last visit:
rowids of articles only grow, so the last one there was is all that is kept.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.annotations import now, writing
from store.errors import QueryError, StoreError
from store.query import parse_query

if TYPE_CHECKING:
    from store.search import Reader

Path = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved search: how many articles it finds, and how many of them are new; `wrong` says why it finds none."""

    name: str
    query: str
    visited: str | None
    found: int
    new: int
    wrong: str | None = None


def saved(reader: Reader) -> list[Saved]:
    """The saved searches by name, counted as the store is now."""
    rows = reader.connection.execute(
        "SELECT name, query, visited, last_article FROM saved_searches ORDER BY name COLLATE NOCASE"
    ).fetchall()
    found: list[Saved] = []
    for name, query, visited, last in rows:
        try:
            ids = reader.article_ids(parse_query(query))
        except QueryError as error:
            # An older program may have known a field that this one does not, or the other way round.
            found.append(Saved(name, query, visited, 0, 0, str(error)))
        else:
            found.append(Saved(name, query, visited, len(ids), sum(1 for rowid in ids if rowid > last)))
    return found


def save(path: Path, name: str, query: str) -> None:
    """Keeps `query` under `name`, in the place of one of that name; what it finds now is seen."""
    parse_query(query)
    name = _named(name)
    with writing(path) as connection:
        connection.execute(
            "INSERT OR REPLACE INTO saved_searches (name, query, at, visited, last_article)"
            " VALUES (?, ?, ?, ?, (SELECT coalesce(max(rowid), 0) FROM articles))",
            (name, query, now(), now()),
        )


def visit(path: Path, name: str, found: int) -> None:
    """The search was looked at, and found so many: from here on only what comes later is new."""
    with writing(path) as connection:
        connection.execute(
            "UPDATE saved_searches SET visited = ?, found = ?,"
            " last_article = (SELECT coalesce(max(rowid), 0) FROM articles) WHERE name = ?",
            (now(), found, name),
        )


def rename(path: Path, name: str, new: str) -> None:
    """Gives a search another name; raises `StoreError` where that is another's."""
    new = _named(new)
    with writing(path) as connection:
        taken = connection.execute("SELECT 1 FROM saved_searches WHERE name = ?", (new,)).fetchone()
        if taken and new != name:
            raise StoreError(f"there is a saved search called {new!r} already; choose another name")
        connection.execute("UPDATE saved_searches SET name = ? WHERE name = ?", (new, name))


def delete(path: Path, name: str) -> None:
    """Forgets a search."""
    with writing(path) as connection:
        connection.execute("DELETE FROM saved_searches WHERE name = ?", (name,))


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise StoreError("a saved search needs a name")
    return name
