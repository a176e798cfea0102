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

_TABLES = """
CREATE TABLE documents (
    rowid INTEGER PRIMARY KEY,
    name TEXT NOT NULL,             -- the file's name, as articles give it
    path TEXT,                      -- where it was read from; NULL for standard input
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    encoding TEXT NOT NULL,
    format TEXT NOT NULL,           -- text or jsonl
    options TEXT NOT NULL,          -- JSON of the date, outlet and url given at import
    imported_at TEXT NOT NULL       -- UTC
);
CREATE UNIQUE INDEX documents_by_path ON documents(path);
CREATE INDEX documents_by_sha256 ON documents(sha256);

-- Slim, so that lists and sorts read few pages: the words themselves are in `texts`.
CREATE TABLE articles (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    headline TEXT, dateline TEXT, byline TEXT, outlet TEXT, url TEXT,
    published TEXT, published_basis TEXT, published_why TEXT,
    dated_by_hand INTEGER NOT NULL DEFAULT 0,
    read_published TEXT, read_basis TEXT, read_why TEXT,  -- as read, for an article dated by hand
    document TEXT NOT NULL,         -- the first document that holds it
    lead TEXT NOT NULL,
    figures INTEGER NOT NULL DEFAULT 0,   -- set-apart ones not counted
    quotes INTEGER NOT NULL DEFAULT 0,
    events INTEGER NOT NULL DEFAULT 0,
    sources INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX articles_by_published ON articles(published DESC);
CREATE INDEX articles_by_headline ON articles((headline IS NULL), headline COLLATE NOCASE);
CREATE INDEX articles_by_figures ON articles(figures DESC);
CREATE INDEX articles_by_basis ON articles(published_basis);
CREATE INDEX articles_by_outlet ON articles(outlet) WHERE outlet IS NOT NULL;
CREATE INDEX articles_by_dateline ON articles(dateline) WHERE dateline IS NOT NULL;

CREATE TABLE texts (
    article INTEGER PRIMARY KEY REFERENCES articles(rowid) ON DELETE CASCADE,
    text TEXT NOT NULL
);

-- In the order of import: an article's first document is the one it is listed under.
CREATE TABLE article_documents (
    rowid INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles(rowid) ON DELETE CASCADE,
    source INTEGER NOT NULL REFERENCES documents(rowid) ON DELETE CASCADE,
    document TEXT NOT NULL,         -- the document's name as the article gives it
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    UNIQUE (article, source, document, start)
);
CREATE INDEX article_documents_by_source ON article_documents(source);
CREATE INDEX article_documents_by_name ON article_documents(document);

CREATE TABLE candidates (
    article INTEGER NOT NULL REFERENCES articles(rowid) ON DELETE CASCADE,
    rank INTEGER NOT NULL,
    date TEXT NOT NULL, score REAL NOT NULL, why TEXT NOT NULL,
    PRIMARY KEY (article, rank)
) WITHOUT ROWID;

CREATE TABLE figures (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles(rowid) ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    value REAL NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
    modifier TEXT, unit TEXT, measure TEXT NOT NULL, set_apart INTEGER NOT NULL,
    place TEXT, place_why TEXT, actor TEXT, target TEXT,
    claimant TEXT, claimant_start INTEGER, claimant_end INTEGER, claimant_why TEXT,
    cue TEXT, channel TEXT, stance TEXT,
    "when" TEXT, date_from TEXT, date_to TEXT, date_why TEXT,
    scope TEXT NOT NULL, part_of TEXT, same_as TEXT, event TEXT,
    sentence TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL
);
CREATE INDEX figures_by_article ON figures(article, start);
CREATE INDEX figures_by_measure ON figures(measure, value);
CREATE INDEX figures_by_claimant ON figures(claimant) WHERE claimant IS NOT NULL;
CREATE INDEX figures_by_place ON figures(place, date_to) WHERE place IS NOT NULL;
CREATE INDEX figures_by_date ON figures(date_to);

CREATE TABLE quotes (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles(rowid) ON DELETE CASCADE,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
    speaker TEXT, speaker_text TEXT, speaker_start INTEGER, speaker_end INTEGER, speaker_why TEXT,
    role TEXT, cue TEXT, channel TEXT, addressee TEXT, "when" TEXT, date TEXT,
    utterance TEXT, event TEXT
);
CREATE INDEX quotes_by_article ON quotes(article, start);
CREATE INDEX quotes_by_speaker ON quotes(speaker, date, article) WHERE speaker IS NOT NULL;
CREATE INDEX quotes_by_role ON quotes(speaker, role) WHERE role IS NOT NULL;
CREATE INDEX quotes_by_date ON quotes(date);

CREATE TABLE events (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles(rowid) ON DELETE CASCADE,
    kind TEXT NOT NULL, place TEXT, country TEXT, lat REAL, lon REAL, precision TEXT,
    date_from TEXT, date_to TEXT, actor TEXT, target TEXT, summary TEXT NOT NULL, why TEXT,
    figures TEXT NOT NULL, quotes TEXT NOT NULL, sentences TEXT NOT NULL,  -- JSON lists
    link_key TEXT                   -- equal for reports of one event; NULL where too little is known
);
CREATE INDEX events_by_article ON events(article);
CREATE INDEX events_by_date ON events(date_to DESC);
CREATE INDEX events_by_kind ON events(kind, date_to);
CREATE INDEX events_by_place ON events(place, date_to, country) WHERE place IS NOT NULL;
CREATE INDEX events_by_link ON events(link_key) WHERE link_key IS NOT NULL;

-- Distinct values of a field with their folded form: a search by a part of a name looks here first.
CREATE TABLE terms (
    field TEXT NOT NULL, value TEXT NOT NULL, folded TEXT NOT NULL,
    PRIMARY KEY (field, value)
) WITHOUT ROWID;

-- A sample of each text's five-word runs, to find near-copies.
CREATE TABLE shingles (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;

CREATE TABLE article_links (
    article INTEGER NOT NULL REFERENCES articles(rowid) ON DELETE CASCADE,   -- the later one
    other INTEGER NOT NULL REFERENCES articles(rowid) ON DELETE CASCADE,
    kind TEXT NOT NULL,             -- copy, update or background
    score REAL NOT NULL,            -- share of the shorter one's five-word runs that both hold
    PRIMARY KEY (article, other)
) WITHOUT ROWID;
CREATE INDEX article_links_by_other ON article_links(other);

CREATE TABLE revisions (
    article INTEGER NOT NULL, other INTEGER NOT NULL,
    figure TEXT NOT NULL, other_figure TEXT NOT NULL,
    PRIMARY KEY (article, other, figure, other_figure),
    FOREIGN KEY (article, other) REFERENCES article_links(article, other) ON DELETE CASCADE
) WITHOUT ROWID;
"""

_PEOPLES = """
-- `kind` is article, figure, quote or event; `words` and `context` are a snapshot of what was marked.
CREATE TABLE stars (
    kind TEXT NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL,
    words TEXT NOT NULL, context TEXT NOT NULL, headline TEXT, document TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE notes (
    kind TEXT NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL, text TEXT NOT NULL,
    words TEXT NOT NULL, context TEXT NOT NULL, headline TEXT, document TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE dates_given (
    article_id TEXT PRIMARY KEY, published TEXT NOT NULL, at TEXT NOT NULL,
    words TEXT NOT NULL, context TEXT NOT NULL, headline TEXT, document TEXT NOT NULL
) WITHOUT ROWID;
-- Days of figures, quotes and events as they were read, where a given date moved them.
CREATE TABLE dates_read (
    kind TEXT NOT NULL, id TEXT NOT NULL, article_id TEXT NOT NULL,
    date_from TEXT, date_to TEXT, date_why TEXT,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE INDEX dates_read_by_article ON dates_read(article_id);
CREATE TABLE corrections (
    kind TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL,
    value TEXT, at TEXT NOT NULL, words TEXT NOT NULL, context TEXT NOT NULL,
    PRIMARY KEY (kind, id, field)
) WITHOUT ROWID;
CREATE TABLE tags (
    kind TEXT NOT NULL, id TEXT NOT NULL, tag TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (kind, id, tag)
) WITHOUT ROWID;
CREATE TABLE event_merges (
    event TEXT NOT NULL, other TEXT NOT NULL,
    same INTEGER NOT NULL,          -- 1 merged by a person, 0 split by a person
    why TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (event, other)
) WITHOUT ROWID;
CREATE INDEX event_merges_by_other ON event_merges(other);
CREATE TABLE saved_searches (name TEXT PRIMARY KEY, query TEXT NOT NULL, at TEXT NOT NULL);
"""

_WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def _day(column: str) -> str:
    """SQL that says an ISO day in words ("Thursday 25 December 2025"), so that words can find it."""

    def named(part: str, names: tuple[str, ...], first: int) -> str:
        cases = " ".join(f"WHEN {number} THEN '{name}'" for number, name in enumerate(names, first))
        return f"CASE CAST(strftime('{part}', {column}) AS INTEGER) {cases} END"

    return (
        f"coalesce({named('%w', _WEEKDAYS, 0)} || ' ' || CAST(strftime('%d', {column}) AS INTEGER) || ' '"
        f" || {named('%m', _MONTHS, 1)} || ' ' || strftime('%Y', {column}), '')"
    )


def _all(*columns: str) -> str:
    return " || ' ' || ".join(column if "(" in column else f"coalesce({column}, '')" for column in columns)


_WORDS = f"""
-- What the indexes of words hold; `about` says in words what the rules found, so that words find it too.
CREATE VIEW articles_text AS
    SELECT a.rowid AS rowid, a.headline AS headline, t.text AS text
    FROM articles a JOIN texts t ON t.article = a.rowid;
CREATE VIEW figures_text AS
    SELECT f.rowid AS rowid, f.article AS article, f.text AS text, f.sentence AS sentence, a.headline AS headline,
        {_all("f.unit", "f.measure", "f.place", "f.actor", "f.target", "f.claimant", "f.channel", 'f."when"')}
        || ' ' || {_all(_day("f.date_from"), _day("f.date_to"))} AS about
    FROM figures f JOIN articles a ON a.rowid = f.article;
CREATE VIEW quotes_text AS
    SELECT q.rowid AS rowid, q.article AS article, q.text AS text, q.speaker AS speaker, q.role AS role,
        {_all("q.channel", "q.addressee", 'q."when"', _day("q.date"))} AS about
    FROM quotes q;
CREATE VIEW events_text AS
    SELECT e.rowid AS rowid, e.article AS article, e.summary AS summary,
        {_all("e.kind", "e.place", "e.country", "e.actor", "e.target")}
        || ' ' || {_all(_day("e.date_from"), _day("e.date_to"))} AS about
    FROM events e;

CREATE VIRTUAL TABLE articles_fts USING fts5(
    headline, text, content='articles_text', content_rowid='rowid',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE figures_fts USING fts5(
    text, sentence, headline, about, content='figures_text', content_rowid='rowid',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE quotes_fts USING fts5(
    text, speaker, role, about, content='quotes_text', content_rowid='rowid',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE events_fts USING fts5(
    summary, about, content='events_text', content_rowid='rowid',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');
"""

_VIEWS = """
-- For reading with sqlite3, sqlite-utils or Datasette.
CREATE VIEW article_list AS
    SELECT a.id, a.published, a.published_basis, a.headline, a.dateline, a.outlet, a.byline, a.document,
        a.figures, a.quotes, a.events, a.sources, a.url, a.published_why, t.text
    FROM articles a JOIN texts t ON t.article = a.rowid;
CREATE VIEW figure_list AS
    SELECT f.id, f.value, f.low, f.high, f.modifier, f.unit, f.measure, f.text, f.place, f.actor, f.target,
        f.claimant, f.cue, f.channel, f.stance, f."when", f.date_from, f.date_to, f.scope, f.part_of,
        f.same_as, f.event, f.sentence, f.set_apart,
        a.id AS article_id, a.published, a.published_basis, a.headline, a.dateline, a.outlet, a.document
    FROM figures f JOIN articles a ON a.rowid = f.article;
CREATE VIEW quote_list AS
    SELECT q.id, q.speaker, q.role, q.text, q.kind, q.cue, q.channel, q.addressee, q."when", q.date,
        q.utterance, q.event,
        a.id AS article_id, a.published, a.published_basis, a.headline, a.dateline, a.outlet, a.document
    FROM quotes q JOIN articles a ON a.rowid = q.article;
CREATE VIEW event_list AS
    SELECT e.id, e.kind, e.place, e.country, e.lat, e.lon, e.precision, e.date_from, e.date_to,
        e.actor, e.target, e.summary, e.why,
        a.id AS article_id, a.published, a.headline, a.dateline, a.outlet, a.document
    FROM events e JOIN articles a ON a.rowid = e.article;
CREATE VIEW event_links AS
    SELECT e.id AS event, o.id AS other, 'same kind, day, place and actor' AS why
    FROM events e JOIN events o ON o.link_key = e.link_key AND o.rowid <> e.rowid
    WHERE NOT EXISTS (
        SELECT 1 FROM event_merges m WHERE m.same = 0
        AND ((m.event = e.id AND m.other = o.id) OR (m.event = o.id AND m.other = e.id)))
    UNION SELECT event, other, why FROM event_merges WHERE same = 1
    UNION SELECT other, event, why FROM event_merges WHERE same = 1;
"""


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
    _run(db, _TABLES)


def m002_what_people_add(db: Database) -> None:
    """Stars, notes, dates, corrections, tags, merges and saved searches."""
    _run(db, _PEOPLES)


def m003_search_and_views(db: Database) -> None:
    """Full-text tables, and views that join the tables for reading."""
    _run(db, _WORDS)
    _run(db, _VIEWS)


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
