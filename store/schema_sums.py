"""The step of the schema for checks on sums, for who disputes a figure, and for what it revises."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

#: Column and type, by table. `sum_status` is exceeds or open where a check on sums is worth a look.
_COLUMNS = {
    "figures": (
        "disputed_by TEXT", "disputed_start INTEGER", "disputed_end INTEGER", "revises TEXT", "sum_status TEXT",
    ),
    "quotes": ("stance TEXT",),
}  # fmt: skip

_TABLE = """
CREATE TABLE sums (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles(rowid) ON DELETE CASCADE,
    kind TEXT NOT NULL,             -- fates, casualties, places, kinds or parts
    whole TEXT NOT NULL,            -- id of a figure
    parts TEXT NOT NULL,            -- JSON list of ids of figures
    claimant TEXT, event TEXT,
    low REAL, high REAL,            -- bounds of the rest; NULL where there is none
    status TEXT NOT NULL,           -- adds_up, open, exceeds or unknown
    words TEXT NOT NULL
)
"""
_VIEW = """
CREATE VIEW sum_list AS
    SELECT s.id, s.words, s.status, s.kind, s.claimant, s.low, s.high, f.measure, f.unit, f.place,
        f.date_from, f.date_to, s.whole, s.parts, s.event,
        a.id AS article_id, a.published, a.headline, a.dateline, a.outlet, a.document
    FROM sums s JOIN articles a ON a.rowid = s.article LEFT JOIN figures f ON f.id = s.whole
"""
#: What the views for reading say besides, after which of their columns.
_SHOWN = {
    "figure_list": (("f.stance", "f.disputed_by"), ("f.same_as", "f.revises")),
    "quote_list": (("q.addressee", "q.stance"),),
}


def steps(db: Database) -> None:
    """Moves a store forward; a later step does the checks for what was imported before."""
    run = db.execute
    tables = {row[0] for row in run("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()}
    for table, columns in _COLUMNS.items():
        for name in {table, f"rejected_{table}"} & tables:
            for column in columns:
                run(f"ALTER TABLE {name} ADD COLUMN {column}")
    run(_TABLE)
    run("CREATE INDEX sums_by_article ON sums(article)")
    run("CREATE INDEX sums_by_event ON sums(event) WHERE event IS NOT NULL")
    run("CREATE INDEX figures_by_stance ON figures(stance) WHERE stance IS NOT NULL")
    run("CREATE INDEX figures_by_sum ON figures(sum_status) WHERE sum_status IS NOT NULL")
    run("CREATE INDEX sums_by_status ON sums(status)")
    run(_VIEW)
    # Earlier steps made these views, each with columns of its own: one is put in beside another.
    for view, pairs in _SHOWN.items():
        made = run("SELECT sql FROM sqlite_master WHERE type = 'view' AND name = ?", (view,)).fetchone()[0]
        for column, new in pairs:
            made = made.replace(f"{column},", f"{column}, {new},", 1)
        run(f"DROP VIEW {view}")
        run(made)
