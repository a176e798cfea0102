"""What people add: stars, notes, days, merges, tags and saved searches, each in its own short transaction.

They are keyed by the stable ids and carry a snapshot of the words they mark, so
that they outlast whatever is read again. Every function raises a `StoreError`,
after waiting up to five seconds for another writer.
"""

from __future__ import annotations

import datetime
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from store.connect import open_for_writing, plainly, transaction
from store.errors import NoStore, StoreError

KINDS = {"article": "articles", "figure": "figures", "quote": "quotes", "event": "events"}
Path = str | os.PathLike[str]
#: What is remembered of a marked thing: its words, what stands around them, the headline, the document.
Snapshot = tuple[str, str, str | None, str]


def now() -> str:
    """This moment in UTC, to the second."""
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection inside one transaction; a store that is not there is not made."""
    if not os.path.exists(path):
        raise NoStore(f"there is no store at {path} yet; import a document to make one")
    connection = open_for_writing(path)
    try:
        with plainly(path), transaction(connection):
            yield connection
    finally:
        connection.close()


_SNAPSHOTS = {
    "article": "SELECT coalesce(a.headline, a.lead), t.text, a.headline, a.document FROM articles a"
    " JOIN texts t ON t.article = a.rowid WHERE a.id = ?",
    "figure": "SELECT x.text, x.sentence, a.headline, a.document FROM figures x"
    " JOIN articles a ON a.rowid = x.article WHERE x.id = ?",
    "quote": 'SELECT x.text, substr(t.text, max(1, x.start - 160), x."end" - x.start + 320), a.headline,'
    " a.document FROM quotes x JOIN articles a ON a.rowid = x.article"
    " JOIN texts t ON t.article = x.article WHERE x.id = ?",
    "event": "SELECT x.summary, x.kind, a.headline, a.document FROM events x"
    " JOIN articles a ON a.rowid = x.article WHERE x.id = ?",
}


def snapshot(connection: sqlite3.Connection, kind: str, thing: str) -> Snapshot:
    """The words of an article, figure, quote or event; raises `StoreError` where there is none."""
    if kind not in KINDS:
        raise StoreError(f"{kind!r} cannot be marked; it can be {', '.join(KINDS)}")
    row = connection.execute(_SNAPSHOTS[kind], (thing,)).fetchone()
    if row is None:
        raise StoreError(f"there is no {kind} {thing} in the store; it may have been read again since")
    words, context, headline, document = row
    return words, context, headline, document


def set_star(path: Path, kind: str, thing: str, on: bool) -> None:
    """Stars an article, figure, quote or event (by its id), or takes the star away."""
    with writing(path) as connection:
        if on:
            connection.execute(
                "INSERT OR IGNORE INTO stars (kind, id, at, words, context, headline, document)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (kind, thing, now(), *snapshot(connection, kind, thing)),
            )
        else:
            connection.execute("DELETE FROM stars WHERE kind = ? AND id = ?", (kind, thing))


def set_read(path: Path, article_id: str, on: bool) -> None:
    """Says that a person has read an article (by its id), or that it is to be read."""
    with writing(path) as connection:
        if on:
            connection.execute(
                "INSERT OR IGNORE INTO articles_read (id, at) VALUES (?, ?)", (article_id, now())
            )
        else:
            connection.execute("DELETE FROM articles_read WHERE id = ?", (article_id,))


def set_note(path: Path, kind: str, thing: str, text: str | None) -> None:
    """Writes the note on an article, figure, quote or event; an empty text takes it away."""
    with writing(path) as connection:
        if not (text and text.strip()):
            connection.execute("DELETE FROM notes WHERE kind = ? AND id = ?", (kind, thing))
            return
        changed = connection.execute(
            "UPDATE notes SET text = ?, at = ? WHERE kind = ? AND id = ?", (text, now(), kind, thing)
        )
        if not changed.rowcount:
            connection.execute(
                "INSERT INTO notes (kind, id, at, text, words, context, headline, document)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (kind, thing, now(), text, *snapshot(connection, kind, thing)),
            )


def set_published(path: Path, article_id: str, day: str | None) -> None:
    """Dates an article by hand (basis `given`), or with None goes back to what was read.

    The days of its figures, quotes and events are worked out again, for which the
    article is read again (a second or two, so call it in a worker thread).
    """
    from store.corrections import login
    from store.dating import apply_day, reread, take_back
    from store.laying import lay, lift
    from store.near import link_again
    from store.search import open_reader
    from store.summing import sum_again
    from store.validate import is_day

    if day is not None and not is_day(day):
        raise StoreError(f"{day!r} is not a day; write it like 2025-12-25")
    moves = None
    if day is not None:
        with open_reader(path) as reader:
            article = reader.article(article_id)
        # Before the transaction: nobody waits while an article is read.
        moves = reread(article.text, article.document, day) if article else None
    with writing(path) as connection:
        row = connection.execute("SELECT rowid FROM articles WHERE id = ?", (article_id,)).fetchone()
        if row:
            lift(connection, row[0])
        if day is None:
            connection.execute("DELETE FROM dates_given WHERE article_id = ?", (article_id,))
            take_back(connection, article_id)
        else:
            connection.execute(
                "INSERT OR REPLACE INTO dates_given"
                " (article_id, published, at, who, words, context, headline, document)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (article_id, day, now(), login(), *snapshot(connection, "article", article_id)),
            )
            apply_day(connection, article_id, day, moves)
        if row:
            lay(connection, row[0])
            sum_again(connection, row[0])
            link_again(connection, row[0])


def set_tag(path: Path, kind: str, thing: str, tag: str, on: bool) -> None:
    """Puts a tag on an article, figure, quote or event, or takes it off."""
    from store.search import open_reader
    from store.tags import set_tags

    with open_reader(path) as reader:
        had = [
            row[0]
            for row in reader.connection.execute(
                "SELECT tag FROM tags WHERE kind = ? AND id = ?", (kind, thing)
            )
        ]
    set_tags(path, kind, thing, [each for each in had if each != tag] + ([tag] if on else []))


def set_merge(path: Path, event: str, other: str, same: bool | None, why: str = "") -> None:
    """Says that two events are one (`same`) or are not; None goes back to what the rules say."""
    from store.merging import as_read, merge, split

    if event == other:
        raise StoreError("an event cannot be merged with itself")
    if same is None:
        as_read(path, event, other)
    elif same:
        merge(path, event, other, why or None)
    else:
        split(path, event, other, why or None)


def save_search(path: Path, name: str, query: str | None) -> None:
    """Keeps a query under a name; None forgets it. The query must be one that can be read."""
    from store.query import parse_query

    with writing(path) as connection:
        if query is None:
            connection.execute("DELETE FROM saved_searches WHERE name = ?", (name,))
        else:
            parse_query(query)
            connection.execute(
                "INSERT OR REPLACE INTO saved_searches (name, query, at) VALUES (?, ?, ?)",
                (name, query, now()),
            )
