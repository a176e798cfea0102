"""Reports of one event in several articles, linked with the reason; a person's merges and splits stand above."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from store.same import Told, drawers, sameness

#: Reports looked at in one drawer: a night's reports of one place are dozens, not thousands.
_LOOK = 40
_LAST = (1 << 63) - 1  # the highest rowid

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
            _link(connection, row, _drawers(row))


def link_new(connection: sqlite3.Connection, first: int, following: int) -> None:
    """Link events that were just stored, from rowid `first` up to, but not with, `following`, in their order."""
    rows = connection.execute(
        f"{_TOLD} WHERE e.rowid >= ? AND e.rowid < ? ORDER BY e.rowid", (first, following)
    ).fetchall()
    keys = [_drawers(row) for row in rows]
    # Most drawers are empty but for the event itself.
    oldest = dict(
        connection.execute(
            "SELECT j.value, (SELECT e.rowid FROM events e WHERE e.link_key = j.value ORDER BY e.rowid LIMIT 1)"
            " FROM json_each(?) j",
            (json.dumps(list({key for each in keys for key in each})),),
        ).fetchall()
    )
    begins: dict[object, int] = {}
    for number, (row, mine) in enumerate(zip(rows, keys, strict=True), first):
        # Only events of articles before this one: later ones look for it in their turn.
        before = begins.setdefault(row[1], number)
        _link(connection, row, [key for key in mine if (oldest[key] or before) < before], before)


def _drawers(row: tuple[object, ...]) -> list[str]:
    kind, day, place = row[2], row[4] or row[3], row[5]
    return drawers(str(kind), day and str(day), place and str(place))  # type: ignore[arg-type]


def _link(
    connection: sqlite3.Connection, row: tuple[object, ...], keys: list[str], before: int = _LAST
) -> None:
    """Link one event with those in the drawers `keys` whose rowids are below `before`."""
    id_, article = row[0], row[1]
    ours: Told | None = None
    for key in keys:
        for other in connection.execute(
            f"{_TOLD} WHERE e.link_key = ? AND e.article <> ? AND e.rowid < ?"
            f" ORDER BY e.rowid DESC LIMIT {_LOOK}",
            (key, article, before),
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
