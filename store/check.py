"""Is the store whole: SQLite's own checks, each offset against its text, the search tables against theirs."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from store.connect import open_for_reading, open_for_writing, plainly
from store.errors import StoreError

#: The full-text tables and the tables or views that they index.
SEARCHED = {"articles_fts": "articles_text", "figures_fts": "figures_text", "quotes_fts": "quotes"}
#: How many of one kind of fault are described; the rest are counted.
DESCRIBED = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: what was looked at, how many things, and what is wrong with them (empty: nothing)."""

    name: str
    looked_at: int
    faults: tuple[str, ...]


def check_store(path: str | os.PathLike[str]) -> Iterator[Finding]:
    """Every check in turn. Raises a `StoreError` when the store cannot be opened at all."""
    connection = open_for_reading(path)
    try:
        with plainly(path):
            yield _file(connection)
            yield _foreign_keys(connection)
            yield from _offsets(connection)
            yield _search_tables(connection, path)
    finally:
        connection.close()


def _file(connection: sqlite3.Connection) -> Finding:
    said = [str(row[0]) for row in connection.execute("PRAGMA quick_check(5)")]
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    return Finding("pages of the file", pages, () if said == ["ok"] else tuple(said))


def _foreign_keys(connection: sqlite3.Connection) -> Finding:
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone()[0]
    faults = [f"a row of {table} belongs to a row of {parent} that is gone" for table, _, parent, _ in rows]
    return Finding("tables", tables, _few(faults))


def _offsets(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Do figures and quotes still point at their words?"""
    faults: dict[str, list[str]] = {"figures": [], "quotes": [], "articles": []}
    seen = {"figures": 0, "quotes": 0, "articles": 0}
    articles = connection.execute(
        "SELECT a.rowid, a.id, t.text FROM articles a LEFT JOIN texts t ON t.article = a.rowid"
    )
    for rowid, article_id, text in articles:
        seen["articles"] += 1
        if text is None:
            faults["articles"].append(f"article {article_id} has lost its text")
            continue
        figures = connection.execute(
            'SELECT id, start, "end", text, claimant_start, claimant_end FROM figures WHERE article = ?',
            (rowid,),
        )
        for ident, start, end, phrase, said_start, said_end in figures:
            seen["figures"] += 1
            words = text[start:end]
            if not (0 <= start < end <= len(text)) or words not in phrase or phrase not in text:
                faults["figures"].append(
                    f"figure {ident} of article {article_id} does not point at its words"
                )
            elif said_start is not None and not 0 <= said_start < said_end <= len(text):
                faults["figures"].append(f"the claimant of figure {ident} lies outside article {article_id}")
        quotes = connection.execute(
            'SELECT id, start, "end", text, speaker_start, speaker_end FROM quotes WHERE article = ?',
            (rowid,),
        )
        for ident, start, end, words, said_start, said_end in quotes:
            seen["quotes"] += 1
            if text[start:end] != words:
                faults["quotes"].append(f"quote {ident} of article {article_id} does not point at its words")
            elif said_start is not None and not 0 <= said_start < said_end <= len(text):
                faults["quotes"].append(f"the speaker of quote {ident} lies outside article {article_id}")
    for name, list_of in faults.items():
        yield Finding(name, seen[name], _few(list_of))


def _search_tables(connection: sqlite3.Connection, path: str | os.PathLike[str]) -> Finding:
    """Are the full-text tables in step with what they index?"""
    faults = []
    for table, source in SEARCHED.items():
        indexed = connection.execute(f"SELECT count(*) FROM {table}_docsize").fetchone()[0]
        rows = connection.execute(f"SELECT count(*) FROM {source}").fetchone()[0]
        if indexed != rows:
            faults.append(f"{table} holds {indexed} rows, {source} {rows}; import the documents anew")
    if not faults:
        faults = _search_words(path)
    return Finding("search tables", len(SEARCHED), _few(faults))


def _search_words(path: str | os.PathLike[str]) -> list[str]:
    """FTS5's own comparison, word for word; it changes nothing but needs a store that may be written."""
    try:
        connection = open_for_writing(path)
    except StoreError:
        return []
    faults = []
    try:
        for table in SEARCHED:
            try:
                connection.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                if "malformed" not in str(error) and "corrupt" not in str(error):
                    raise
                faults.append(f"{table} lacks words of {SEARCHED[table]}; import the documents anew")
    finally:
        connection.close()
    return faults


def _few(faults: list[str]) -> tuple[str, ...]:
    if len(faults) <= DESCRIBED:
        return tuple(faults)
    return (*faults[:DESCRIBED], f"and {len(faults) - DESCRIBED} more like these")
