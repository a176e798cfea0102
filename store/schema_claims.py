"""The step of the schema that keeps one slim row a figure in the order of the claims table and the timeline.

`claims` follows `figures` by triggers, so that whoever writes a figure, dates an
article or takes one away leaves it true. It is clustered by day, place, measure
and family of unit: a page of claims over a million figures reads only its own rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.families import family

if TYPE_CHECKING:
    from sqlite_utils import Database

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
    """SQL for the columns of `claims`, in their order, out of a row of `figures`."""
    return (
        f"{day(alias, published)}, {dated(alias)}, coalesce({alias}.place, ''), {alias}.measure,"
        f" {family(alias)}, {alias}.rowid,"
        f" coalesce({alias}.date_from, {alias}.date_to, {published or _published(alias)}, ''),"
        f" {alias}.claimant, {alias}.low, max({alias}.low, {alias}.high),"
        f" {alias}.part_of IS NULL AND {alias}.same_as IS NULL AND {alias}.stance IS NOT 'denied',"
        f" {alias}.set_apart"
    )


def _forget(alias: str, published: str | None = None) -> str:
    return (
        f"DELETE FROM claims WHERE day = {day(alias, published)} AND dated = {dated(alias)}"
        f" AND place = coalesce({alias}.place, '') AND measure = {alias}.measure"
        f" AND family = {family(alias)} AND figure = {alias}.rowid"
    )


_WATCHED = "article, low, high, unit, measure, set_apart, place, claimant, stance, date_from, date_to, part_of, same_as"
_TRIGGERS = (
    f"CREATE TRIGGER claims_added AFTER INSERT ON figures BEGIN"
    f" INSERT INTO claims SELECT {values('NEW')}; END",
    f"CREATE TRIGGER claims_gone AFTER DELETE ON figures BEGIN {_forget('OLD')}; END",
    f"CREATE TRIGGER claims_changed AFTER UPDATE OF {_WATCHED} ON figures BEGIN"
    f" {_forget('OLD')}; INSERT INTO claims SELECT {values('NEW')}; END",
    # Only figures without a day of their own stand under their article's.
    f"CREATE TRIGGER claims_dated AFTER UPDATE OF published ON articles"
    f" WHEN OLD.published IS NOT NEW.published BEGIN"
    f" DELETE FROM claims WHERE day = coalesce(OLD.published, '') AND dated = 0"
    f"  AND figure IN (SELECT rowid FROM figures WHERE article = NEW.rowid);"
    f" INSERT INTO claims SELECT {values('f', 'NEW.published')} FROM figures f"
    f"  WHERE f.article = NEW.rowid AND NOT {dated('f')}; END",
    # Before the article goes: its day is needed to find its rows.
    "CREATE TRIGGER claims_article_gone BEFORE DELETE ON articles BEGIN"
    " DELETE FROM figures WHERE article = OLD.rowid; END",
)


def steps(db: Database) -> None:
    """Makes the table and its triggers, and fills it from the figures that are there."""
    db.execute(_TABLE.strip().rstrip(";"))
    db.execute(
        f"INSERT INTO claims SELECT {values('f', 'a.published')}"
        " FROM figures f JOIN articles a ON a.rowid = f.article ORDER BY 1, 2, 3, 4, 5, 6"
    )
    for trigger in _TRIGGERS:
        db.execute(trigger)
