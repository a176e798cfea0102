"""The tables of the store, built and moved forward by sqlite-utils' Migrations.

Names are those of the interchange format. What was read lies in `documents`,
`articles`, `texts`, `figures`, `quotes`, `events`; what people add lies in
`stars`, `notes`, `corrections`, `dates_given`, `event_merges`, `tags` and
`saved_searches`, keyed by the stable ids, without foreign keys, so that nothing
that is read again can take it away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("conflict-tui")


def _run(db: Database, script: str) -> None:
    """Each statement by itself: `executescript` would commit the migration's transaction."""
    import sqlite3

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


def m001_tables(db: Database) -> None:
    """What is read: documents, articles, figures, quotes and events."""
    from store.schema_tables import READ

    _run(db, READ)


def m002_what_people_add(db: Database) -> None:
    """Stars, notes, dates, corrections, tags, merges and saved searches."""
    from store.schema_tables import ADDED

    _run(db, ADDED)


def m003_search_and_views(db: Database) -> None:
    """Full-text tables, and views that join the tables for reading."""
    from store.schema_words import INDEXES, VIEWS

    _run(db, INDEXES)
    _run(db, VIEWS)


def m004_corrections(db: Database) -> None:
    """A history of corrections, what stands of them, and what was rejected."""
    from store.schema_corrections import steps

    steps(db)


def m005_claims(db: Database) -> None:
    """One slim row a figure in the order of the claims table, kept true by triggers."""
    from store.schema_claims import steps

    steps(db)


def m006_sums(db: Database) -> None:
    """Checks on sums, who disputes a figure, and what it revises."""
    from store.schema_sums import steps

    steps(db)


def m007_read(db: Database) -> None:
    """Which articles a person has read."""
    _run(db, "CREATE TABLE articles_read (id TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;\n")


def m008_counting(db: Database) -> None:
    """Indexes that lists and counts are read from, and how often each table was changed."""
    from store.schema_counting import steps

    steps(db)


def m009_saved_visits(db: Database) -> None:
    """What a saved search found when it was last looked at."""
    from store.schema_counting import remember_visits

    remember_visits(db)


def m010_placed(db: Database) -> None:
    """The map reads its places from this index alone."""
    _run(
        db,
        "CREATE INDEX events_placed ON events"
        "(lat, lon, place, country, precision, date_to, json_array_length(figures)) WHERE lat IS NOT NULL;\n",
    )


def m011_claims_led(db: Database) -> None:
    """Rows of claims are counted by the figure that leads each: a store made before that is given it."""
    from store.schema_claims import renew

    renew(db)


def m012_same_events(db: Database) -> None:
    """Reports of one event, linked with the reason."""
    from store.schema_eventlinks import steps

    steps(db)


def m013_who_dated(db: Database) -> None:
    """Who gave an article its day."""
    _run(db, "ALTER TABLE dates_given ADD COLUMN who TEXT;\n")


def m014_sums_of_old(db: Database) -> None:
    """Checks on sums for what was imported before there were any."""
    from store.summing import sum_what_came_before

    sum_what_came_before(db.conn)


def m015_claim_days(db: Database) -> None:
    """Rows of claims counted by day, and an index for the timeline."""
    from store.schema_claimdays import steps

    steps(db)


for _step in (
    m001_tables, m002_what_people_add, m003_search_and_views, m004_corrections, m005_claims, m006_sums,
    m007_read, m008_counting, m009_saved_visits, m010_placed, m011_claims_led, m012_same_events,
    m013_who_dated, m014_sums_of_old, m015_claim_days,
):  # fmt: skip
    migrations()(_step)
