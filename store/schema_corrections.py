"""The step of the schema that gives corrections a history, and what was rejected a place of its own.

`corrections` is the history: one row a field and step, kept when a step is undone.
What stands is laid into `figures`, `quotes` and `events` themselves, so that every
query sees it and none is slower; `corrections_standing` keeps what was read beneath.
What was rejected is moved into `rejected_figures`, `rejected_quotes`, `rejected_events`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

_HISTORY = """
CREATE TABLE corrections (
    rowid INTEGER PRIMARY KEY,
    step TEXT NOT NULL,             -- changes made at one stroke share it, and are undone together
    kind TEXT NOT NULL, id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    field TEXT NOT NULL,            -- a field's name, or rejected, added, same:OTHER for events
    value TEXT,                     -- JSON
    why TEXT,
    who TEXT NOT NULL, at TEXT NOT NULL,    -- the login name, and UTC
    undone TEXT,                    -- when it was undone; NULL while it holds
    words TEXT NOT NULL, context TEXT NOT NULL, headline TEXT, document TEXT NOT NULL,
    UNIQUE (step, kind, id, field)
);
CREATE INDEX corrections_by_thing ON corrections(kind, id);
CREATE INDEX corrections_by_article ON corrections(article_id);
-- What stands now over what was read; both as JSON. `field` as in `corrections`, and columns that follow from it.
CREATE TABLE corrections_standing (
    kind TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL,
    article_id TEXT NOT NULL,
    value TEXT, read TEXT, why TEXT, who TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (kind, id, field)
) WITHOUT ROWID;
CREATE INDEX corrections_standing_by_article ON corrections_standing(article_id);
"""

_COLUMNS = """
ALTER TABLE {0} ADD COLUMN corrected TEXT;   -- fields that a person corrected, between spaces
ALTER TABLE {0} ADD COLUMN added_by TEXT;    -- the login name of who added it
CREATE TABLE rejected_{0} AS SELECT * FROM {0} WHERE 0;
CREATE UNIQUE INDEX rejected_{0}_by_id ON rejected_{0}(id);
CREATE INDEX rejected_{0}_by_article ON rejected_{0}(article);
"""

_OTHERS = """
ALTER TABLE events ADD COLUMN lists_read TEXT;   -- JSON of `figures` and `quotes` as read, where they changed
ALTER TABLE event_merges ADD COLUMN who TEXT;
ALTER TABLE tags ADD COLUMN who TEXT;
ALTER TABLE tags ADD COLUMN words TEXT;
ALTER TABLE tags ADD COLUMN context TEXT;
ALTER TABLE tags ADD COLUMN headline TEXT;
ALTER TABLE tags ADD COLUMN document TEXT;
CREATE INDEX tags_by_tag ON tags(tag, kind, id);
"""

_LISTS = {
    "figure_list": (
        "f.id, f.value, f.low, f.high, f.modifier, f.unit, f.measure, f.text, f.place, f.actor, f.target,"
        ' f.claimant, f.cue, f.channel, f.stance, f."when", f.date_from, f.date_to, f.scope, f.part_of,'
        " f.same_as, f.event, f.sentence, f.set_apart, trim(f.corrected) AS corrected, f.added_by,"
        " a.id AS article_id, a.published, a.published_basis, a.headline, a.dateline, a.outlet, a.document"
        " FROM figures f JOIN articles a ON a.rowid = f.article"
    ),
    "quote_list": (
        'q.id, q.speaker, q.role, q.text, q.kind, q.cue, q.channel, q.addressee, q."when", q.date,'
        " q.utterance, q.event, trim(q.corrected) AS corrected, q.added_by,"
        " a.id AS article_id, a.published, a.published_basis, a.headline, a.dateline, a.outlet, a.document"
        " FROM quotes q JOIN articles a ON a.rowid = q.article"
    ),
    "event_list": (
        "e.id, e.kind, e.place, e.country, e.lat, e.lon, e.precision, e.date_from, e.date_to,"
        " e.actor, e.target, e.summary, e.why, trim(e.corrected) AS corrected,"
        " a.id AS article_id, a.published, a.headline, a.dateline, a.outlet, a.document"
        " FROM events e JOIN articles a ON a.rowid = e.article"
    ),
}


def steps(db: Database) -> None:
    """Moves a store forward; rows of the older `corrections` become steps of their own."""
    run = db.execute
    run("ALTER TABLE corrections RENAME TO corrections_old")
    for script in (_HISTORY, *(_COLUMNS.format(table) for table in ("figures", "quotes", "events")), _OTHERS):
        for statement in _statements(script):
            run(statement)
    run(
        "INSERT INTO corrections (step, kind, id, article_id, field, value, who, at, words, context, document)"
        " SELECT lower(hex(randomblob(8))), kind, id, '', field, json_quote(value), '', at, words, context, ''"
        " FROM corrections_old"
    )
    run("DROP TABLE corrections_old")
    for view, select in _LISTS.items():
        run(f"DROP VIEW {view}")
        run(f"CREATE VIEW {view} AS SELECT {select}")


def align(connection: sqlite3.Connection) -> None:
    """Gives the tables of what was rejected the columns that later steps gave to those they mirror."""
    run = connection.execute
    for table in ("figures", "quotes", "events"):
        theirs = {row[1] for row in run(f"PRAGMA table_info(rejected_{table})")}
        for row in run(f"PRAGMA table_info({table})").fetchall():
            if row[1] not in theirs:
                run(f'ALTER TABLE rejected_{table} ADD COLUMN "{row[1]}"')


def _statements(script: str) -> list[str]:
    import sqlite3

    found, statement = [], ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return found
