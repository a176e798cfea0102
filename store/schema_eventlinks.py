"""The step of the schema for reports of one event: pairs of events with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLE = """
CREATE TABLE same_events (
    event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE ON UPDATE CASCADE,
    other TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE ON UPDATE CASCADE,
    why TEXT NOT NULL,
    PRIMARY KEY (event, other)
) WITHOUT ROWID
"""
_VIEW = """
CREATE VIEW event_links AS
    SELECT event, other, why FROM (
        SELECT event, other, why FROM same_events UNION SELECT other, event, why FROM same_events) l
    WHERE NOT EXISTS (
        SELECT 1 FROM event_merges m WHERE m.same = 0
        AND ((m.event = l.event AND m.other = l.other) OR (m.event = l.other AND m.other = l.event)))
    UNION SELECT event, other, why FROM event_merges WHERE same = 1
    UNION SELECT other, event, why FROM event_merges WHERE same = 1
"""


def steps(db: Database) -> None:
    """Moves a store forward: the keys anew, and every event linked with what is stored of it."""
    from store.eventlinks import relink
    from store.same import link_key

    db.execute(_TABLE)
    db.execute("CREATE INDEX same_events_by_other ON same_events(other)")
    db.execute("DROP VIEW event_links")
    db.execute(_VIEW)
    connection = db.conn
    rows = connection.execute("SELECT id, kind, date_from, date_to, place FROM events").fetchall()
    connection.executemany(
        "UPDATE events SET link_key = ? WHERE id = ?", [(link_key(*row[1:]), row[0]) for row in rows]
    )
    relink(connection, [row[0] for row in rows])
