"""The indexes of words, and the views that join the tables for reading: statements of the third step of the schema."""

from __future__ import annotations

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


#: Full-text tables, and the views that they index.
INDEXES = f"""
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

#: A view for each list, under the names of the interchange format.
VIEWS = """
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
