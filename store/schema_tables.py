"""The first tables of the store: what is read, and what people add.

Statements as the first two steps of the schema run them: later steps alter what
these made, so they stay as they are.
"""

from __future__ import annotations

#: Documents, articles, figures, quotes and events.
READ = """
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

#: Stars, notes, dates, corrections, tags, merges and saved searches.
ADDED = """
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
