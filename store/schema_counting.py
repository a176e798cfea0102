"""The step of the schema for lists and counts over the whole store: wider indexes, and how often it was changed.

With the article in the indexes of what figures and events name, a query by such
a field reads an index alone. `changes` counts the writes to each table of what
was read, by triggers, so that an order or a count may be kept until it moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_INDEXES = (
    "DROP INDEX figures_by_measure",
    "CREATE INDEX figures_by_measure ON figures(measure, value, article)",
    "DROP INDEX figures_by_claimant",
    "CREATE INDEX figures_by_claimant ON figures(claimant, article) WHERE claimant IS NOT NULL",
    "DROP INDEX figures_by_place",
    "CREATE INDEX figures_by_place ON figures(place, date_to, article) WHERE place IS NOT NULL",
    "CREATE INDEX figures_by_channel ON figures(channel, article) WHERE channel IS NOT NULL",
    "CREATE INDEX quotes_by_channel ON quotes(channel, article) WHERE channel IS NOT NULL",
    "DROP INDEX events_by_place",
    "CREATE INDEX events_by_place ON events(place, date_to, country, article) WHERE place IS NOT NULL",
)
#: Table -> the columns whose change moves a list or a count.
_WATCHED = {
    "articles": "published, headline, outlet, dateline, figures",
    "figures": "article, measure, value, set_apart, place, claimant, channel, date_from, date_to",
    "quotes": "article, speaker, role, channel, date",
    "events": "article, kind, place, country, date_from, date_to",
}


def steps(db: Database) -> None:
    """Moves a store forward by this step."""
    for statement in _INDEXES:
        db.execute(statement)
    db.execute("CREATE TABLE changes (thing TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID")
    for table, columns in _WATCHED.items():
        db.execute("INSERT INTO changes VALUES (?, 0)", (table,))
        for name, when in (("added", "INSERT"), ("gone", "DELETE"), ("changed", f"UPDATE OF {columns}")):
            db.execute(
                f"CREATE TRIGGER {table}_{name} AFTER {when} ON {table} BEGIN"
                f" UPDATE changes SET times = times + 1 WHERE thing = '{table}'; END"
            )


def remember_visits(db: Database) -> None:
    """When a saved search was last looked at, how much it found, and the last article there was then."""
    for column in ("visited TEXT", "found INTEGER", "last_article INTEGER NOT NULL DEFAULT 0"):
        db.execute(f"ALTER TABLE saved_searches ADD COLUMN {column}")
