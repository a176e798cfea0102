"""Reports of one event in several articles, linked with the reason; a person's merges and splits stand above."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from store.same import Told, drawers, sameness

#: Reports looked at in one drawer: a night's reports of one place are dozens, not thousands.
_LOOK = 40

_TOLD = """SELECT e.id, e.article, e.kind, e.date_from, e.date_to, e.place, e.country, e.lat, e.lon, e."precision",
    e.actor, e.target FROM events e"""


def link_article(connection: sqlite3.Connection, article: int) -> None:
    """Link every event of an article (its rowid) with the reports of the same event that are stored."""
    ids = [row[0] for row in connection.execute("SELECT id FROM events WHERE article = ?", (article,))]
    relink(connection, ids)


def relink(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Link events anew, after they were read again or corrected."""
    for id_ in ids:
        connection.execute("DELETE FROM same_events WHERE event = ?1 OR other = ?1", (id_,))
        row = connection.execute(f"{_TOLD} WHERE e.id = ?", (id_,)).fetchone()
        if row is not None:
            _link(connection, row)


def _link(connection: sqlite3.Connection, row: tuple[object, ...]) -> None:
    id_, article = row[0], row[1]
    kind, day, place = row[2], row[4] or row[3], row[5]
    ours: Told | None = None
    for key in drawers(str(kind), day and str(day), place and str(place)):  # type: ignore[arg-type]
        for other in connection.execute(
            f"{_TOLD} WHERE e.link_key = ? AND e.article <> ? ORDER BY e.rowid DESC LIMIT {_LOOK}",
            (key, article),
        ).fetchall():
            ours = ours or _told(connection, row)
            why = sameness(ours, _told(connection, other))
            if why is not None:
                connection.execute(
                    "INSERT OR REPLACE INTO same_events VALUES (?, ?, ?)", (id_, other[0], why)
                )


def _told(connection: sqlite3.Connection, row: tuple[object, ...]) -> Told:
    figures = connection.execute(
        "SELECT measure, value FROM figures WHERE event = ? AND article = ? AND value > 1 AND NOT set_apart",
        (row[0], row[1]),
    ).fetchall()
    return Told(*row[2:], frozenset(figures))  # type: ignore[arg-type, call-arg]
