"""The step of the schema that keeps one slim row a figure in the order of the claims table and the timeline.

`claims` follows `figures` by triggers, so that whoever writes a figure, dates an
article or takes one away leaves it true. It is clustered by day, place, measure
and family of unit: a page of claims over a million figures reads only its own rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.families import family
from store.query import SET_APART

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

#: What makes a row of the claims table.
KEY = ("day", "dated", "place", "measure", "family")

_COLUMNS = "day, dated, place, measure, family, figure, first, claimant, low, high, whole, set_apart, running"
_TABLE = """
CREATE TABLE claims (
    day TEXT NOT NULL,              -- the figure's last day, else the article's day; '' when neither is known
    dated INTEGER NOT NULL,         -- 1 the day is the figure's own, 0 it is only the article's
    place TEXT NOT NULL,            -- '' where the text names none
    measure TEXT NOT NULL,
    family TEXT NOT NULL,           -- what is counted, roughly: people, drones, missiles …
    figure INTEGER NOT NULL,        -- rowid in figures
    first TEXT NOT NULL,            -- the first day
    claimant TEXT,
    low REAL NOT NULL, high REAL NOT NULL,
    whole INTEGER NOT NULL,         -- 0 for a part, a repeat and what is denied: never added up
    set_apart INTEGER NOT NULL,
    lead INTEGER NOT NULL,          -- 1 for just one figure of each row: their sum is the number of rows
    running INTEGER NOT NULL DEFAULT 0,     -- 1 for a count so far, 0 for what happened on its days alone
    PRIMARY KEY (day, dated, place, measure, family, figure)
) WITHOUT ROWID;
"""


def _published(alias: str) -> str:
    return f"(SELECT published FROM articles WHERE rowid = {alias}.article)"


def day(alias: str, published: str | None = None) -> str:
    """SQL for the day a figure is listed under; `published` is the SQL of its article's day."""
    return f"coalesce({alias}.date_to, {alias}.date_from, {published or _published(alias)}, '')"


def dated(alias: str) -> str:
    """SQL for whether a figure has a day of its own."""
    return f"({alias}.date_to IS NOT NULL OR {alias}.date_from IS NOT NULL)"


def values(alias: str, published: str | None = None) -> str:
    """SQL for the columns of `claims` but `lead`, named and in their order, out of a row of `figures`."""
    apart = ", ".join(f"'{name}'" for name in SET_APART)
    return (
        f"{day(alias, published)} AS day, {dated(alias)} AS dated, coalesce({alias}.place, '') AS place,"
        f" {alias}.measure AS measure, {family(alias)} AS family, {alias}.rowid AS figure,"
        f" coalesce({alias}.date_from, {alias}.date_to, {published or _published(alias)}, '') AS first,"
        f" {alias}.claimant AS claimant, {alias}.low AS low, max({alias}.low, {alias}.high) AS high,"
        f" ({alias}.part_of IS NULL AND {alias}.same_as IS NULL AND {alias}.stance IS NOT 'denied') AS whole,"
        f" {alias}.measure IN ({apart}) AS set_apart, ({alias}.scope = 'cumulative') AS running"
    )


def _same(one: str, other: str) -> str:
    return " AND ".join(f"{one}.{name} = {other}.{name}" for name in KEY)


def _add(select: str, *, many: bool = False) -> str:
    """The statement that adds what `select` finds (`many`, or one); the first of a row that is new leads it."""
    key = ", ".join(f"v.{name}" for name in KEY)
    first = f"row_number() OVER (PARTITION BY {key} ORDER BY v.figure) = 1 AND " if many else ""
    return (
        f"INSERT INTO claims ({_COLUMNS}, lead) SELECT v.*, {first}"
        f"NOT EXISTS (SELECT 1 FROM claims c WHERE {_same('c', 'v')}) FROM ({select}) v"
    )


def _forget(alias: str, published: str | None = None) -> str:
    return (
        f"DELETE FROM claims WHERE day = {day(alias, published)} AND dated = {dated(alias)}"
        f" AND place = coalesce({alias}.place, '') AND measure = {alias}.measure"
        f" AND family = {family(alias)} AND figure = {alias}.rowid"
    )


_OF_ARTICLE = (
    f"SELECT {values('f', 'NEW.published')} FROM figures f WHERE f.article = NEW.rowid AND NOT {dated('f')}"
)
_EVERY = f"SELECT {values('f', 'a.published')} FROM figures f JOIN articles a ON a.rowid = f.article"
_WATCHED = "article, low, high, unit, measure, set_apart, place, claimant, stance, date_from, date_to, scope, part_of, same_as"
_TRIGGERS = (
    f"CREATE TRIGGER claims_added AFTER INSERT ON figures BEGIN {_add('SELECT ' + values('NEW'))}; END",
    f"CREATE TRIGGER claims_gone AFTER DELETE ON figures BEGIN {_forget('OLD')}; END",
    f"CREATE TRIGGER claims_changed AFTER UPDATE OF {_WATCHED} ON figures BEGIN"
    f" {_forget('OLD')}; {_add('SELECT ' + values('NEW'))}; END",
    # Only figures without a day of their own stand under their article's.
    f"CREATE TRIGGER claims_dated AFTER UPDATE OF published ON articles"
    f" WHEN OLD.published IS NOT NEW.published BEGIN"
    f" DELETE FROM claims WHERE day = coalesce(OLD.published, '') AND dated = 0"
    f"  AND figure IN (SELECT rowid FROM figures WHERE article = NEW.rowid);"
    f" {_add(_OF_ARTICLE, many=True)}; END",
    # Before the article goes: its day is needed to find its rows.
    "CREATE TRIGGER claims_article_gone BEFORE DELETE ON articles BEGIN"
    " DELETE FROM figures WHERE article = OLD.rowid; END",
    f"CREATE TRIGGER claims_lead AFTER DELETE ON claims WHEN OLD.lead BEGIN"
    f" UPDATE claims SET lead = 1 WHERE {_same('claims', 'OLD')}"
    f"  AND figure = (SELECT min(c.figure) FROM claims c WHERE {_same('c', 'OLD')}); END",
)


_BETWEEN = _add(f"{_EVERY} WHERE f.rowid >= ? AND f.rowid < ?", many=True)


def add_many(connection: sqlite3.Connection, first: int, following: int) -> None:
    """What the trigger does for each new figure, for those from `first` up to, but not with, `following` (rowids)."""
    connection.execute(_BETWEEN, (first, following))


def steps(db: Database) -> None:
    """Makes the table and its triggers, and fills it from the figures that are there."""
    db.execute(_TABLE.strip().rstrip(";"))
    db.execute(_add(_EVERY, many=True))
    for trigger in _TRIGGERS:
        db.execute(trigger)


def renew(db: Database) -> None:
    """Makes the table anew where it has no `lead` yet; the triggers are taken away first."""
    if any(column[1] == "lead" for column in db.execute("PRAGMA table_info(claims)").fetchall()):
        return
    _untie(db)
    db.execute("DROP TABLE claims")
    steps(db)


def _untie(db: Database) -> None:
    """Takes the triggers away."""
    for (name,) in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'claims\\_%' ESCAPE '\\'"
    ).fetchall():
        db.execute(f"DROP TRIGGER {name}")


def tell_running(db: Database) -> None:
    """Gives a table that was made before there was one its `running`."""
    if any(column[1] == "running" for column in db.execute("PRAGMA table_info(claims)").fetchall()):
        return
    _untie(db)
    db.execute("ALTER TABLE claims ADD COLUMN running INTEGER NOT NULL DEFAULT 0")
    db.execute(
        "UPDATE claims SET running = 1 WHERE figure IN (SELECT rowid FROM figures WHERE scope = 'cumulative')"
    )
    for trigger in _TRIGGERS:
        db.execute(trigger)
