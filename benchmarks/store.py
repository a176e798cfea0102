"""Writes a generated store: articles of an invented world, as an import would have left them.

    python benchmarks/store.py --articles 400000 PATH [--seed 1]

2.5 figures and 1.5 quotes an article, 80 to 400 words each; outlets, places,
claimants, speakers and measures by Zipf's law; some articles undated, some
copied by other outlets. Same seed, same store. Rows go in by `executemany` and
the indexes of words are built at the end, so that 400,000 articles take a few
minutes. `conflict-tui check` finds nothing wrong in it.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.newsroom import Draft, Newsroom  # noqa: E402
from store import inserting, near  # noqa: E402
from store.connect import open_for_writing  # noqa: E402
from store.same import link_key  # noqa: E402
from store.text import fold, lead  # noqa: E402
from store.words import INDEXES  # noqa: E402

A_DOCUMENT = 100  # articles
BATCH = 2000
#: The share of articles that two documents hold.
TWICE = 0.03

Row = tuple[Any, ...]


class Filler:
    """Puts articles into the tables of a store, in batches."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.rows: dict[str, list[Row]] = {}
        self.terms: set[tuple[str, str]] = set()
        self.next = {"figures": 0, "quotes": 0, "events": 0}
        self.offset = 0

    def row(self, statement: str, *values: Any) -> None:
        """One row for `statement`, some time later."""
        self.rows.setdefault(statement, []).append(values)

    def flush(self) -> None:
        """Write what is waiting."""
        for statement, rows in self.rows.items():
            self.connection.executemany(statement, rows)
        self.rows.clear()

    def term(self, name: str, value: str | None) -> None:
        """A value that a query may name."""
        if value:
            self.terms.add((name, value))

    def put(self, head: dict[str, Any], draft: Draft, copied: tuple[int, str] | None) -> None:
        """Store an article."""
        rowid, text = head["number"] + 1, "".join(draft.pieces)
        document = f"wire-{head['number'] // A_DOCUMENT:05}.txt"
        shown = sum(1 for figure in draft.figures if not figure["set_apart"])
        self.row(inserting.INSERT_ARTICLE, rowid, *(head[name] for name in inserting.HEAD), document,
                 lead(text, head["headline"]), shown, len(draft.quotes), len(draft.events))  # fmt: skip
        self.row("INSERT INTO texts VALUES (?, ?)", rowid, text)
        if head["number"] % A_DOCUMENT == 0:
            self.offset = 0
        held = (
            'INSERT INTO article_documents (article, source, document, start, "end") VALUES (?, ?, ?, ?, ?)'
        )
        source = head["number"] // A_DOCUMENT + 1
        self.row(held, rowid, source, document, self.offset, self.offset + len(text))
        if source > 1 and head["number"] % 100 < TWICE * 100:
            before = f"wire-{source - 2:05}.txt"
            self.row(
                held,
                rowid,
                source - 1,
                before,
                10_000_000 + self.offset,
                10_000_000 + self.offset + len(text),
            )
            self.row("UPDATE articles SET sources = 2 WHERE rowid = ?", rowid)
        self.offset += len(text)
        if head["published_basis"] != "stated":
            near_day = datetime.date.fromisoformat(head["near"])
            for rank in range(3):
                day = (near_day - datetime.timedelta(days=7 * rank)).isoformat()
                self.row("INSERT INTO candidates VALUES (?, ?, ?, ?, ?)", rowid, rank, day, 0.6 / (rank + 1),
                         "the weekday of its first sentence")  # fmt: skip
        for name in ("outlet", "dateline"):
            self.term(name, head[name])
        self.term("document", document)
        self._things(rowid, text, draft)
        hashes = near.runs(text)
        for each in near.sample(hashes):
            self.row("INSERT INTO temp.runs VALUES (?, ?)", each, rowid)
        if copied:
            other, theirs = copied[0] + 1, near.runs(copied[1])
            score = near.containment(set(hashes), set(theirs))
            self.row("INSERT INTO article_links VALUES (?, ?, ?, ?)", rowid, other,
                     near.kind_of(theirs, hashes), round(score, 4))  # fmt: skip

    def _things(self, rowid: int, text: str, draft: Draft) -> None:
        for figure in draft.figures:
            self.next["figures"] += 1
            start, end = figure["sentence"]
            self.row(inserting.INSERT_FIGURE, self.next["figures"], rowid, *(figure.get(n) for n in inserting.FIGURE),
                     figure["set_apart"], None, text[start:end], start, end)  # fmt: skip
            for name in ("claimant", "place", "unit", "actor", "channel"):
                self.term(name, figure[name])
        for quote in draft.quotes:
            self.next["quotes"] += 1
            self.row(
                inserting.INSERT_QUOTE, self.next["quotes"], rowid, *(quote.get(n) for n in inserting.QUOTE)
            )
            for name in ("speaker", "channel"):
                self.term(name, quote[name])
        for event in draft.events:
            self.next["events"] += 1
            key = link_key(
                event["kind"], event["date_from"], event["date_to"], event["place"], event["actor"]
            )
            lists = [json.dumps(event[name]) for name in ("figures", "quotes", "sentences")]
            self.row(inserting.INSERT_EVENT, self.next["events"], rowid, *(event.get(n) for n in inserting.EVENT),
                     *lists, key)  # fmt: skip
            for name in ("place", "country", "actor"):
                self.term(name, event[name])


def fill(connection: sqlite3.Connection, articles: int, seed: int) -> Iterator[tuple[str, int]]:
    """Fills an empty store; yields what is being done and how many articles are in."""
    run = connection.execute
    indexes = run(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        " AND tbl_name IN ('articles', 'figures', 'quotes', 'events', 'article_documents', 'claims')"
    ).fetchall()
    for name, _ in indexes:
        run(f"DROP INDEX {name}")
    run("CREATE TEMP TABLE runs (hash INTEGER, article INTEGER)")
    connection.executemany(
        "INSERT INTO documents (rowid, name, path, sha256, bytes, encoding, format, options, imported_at)"
        " VALUES (?, ?, ?, ?, 0, 'UTF-8', 'text', '{\"published\":null,\"outlet\":null,\"url\":null}', ?)",
        [
            (at + 1, f"wire-{at:05}.txt", f"/news/wire-{at:05}.txt",
             hashlib.sha256(f"{seed} {at}".encode()).hexdigest(), "2026-01-05T06:00:00+00:00")
            for at in range(-(-articles // A_DOCUMENT))
        ],
    )  # fmt: skip
    newsroom, filler = Newsroom(seed, articles), Filler(connection)
    for number in range(articles):
        filler.put(*newsroom.article(number))
        if number % BATCH == BATCH - 1:
            filler.flush()
            yield "articles", number + 1
    filler.flush()
    connection.executemany(
        "INSERT INTO terms VALUES (?, ?, ?)", [(name, value, fold(value)) for name, value in filler.terms]
    )
    yield "five-word runs", articles
    run("INSERT INTO shingles SELECT DISTINCT hash, article FROM temp.runs ORDER BY 1, 2")
    run("DROP TABLE temp.runs")
    for _, statement in indexes:
        run(statement)
    _mark(connection)
    for index in INDEXES:
        yield f"words of {index}", articles
        # Much is gathered before it is written, which spares the merging.
        run(f"INSERT INTO {index}_fts ({index}_fts, rank) VALUES ('hashsize', 268435456)")
        run(f"INSERT INTO {index}_fts ({index}_fts) VALUES ('rebuild')")
        run(f"DELETE FROM {index}_fts_config WHERE k = 'hashsize'")


def _mark(connection: sqlite3.Connection) -> None:
    """A few stars and notes, as a person leaves them."""
    for kind, table, every in (("article", "articles", 900), ("figure", "figures", 2500)):
        words = "coalesce(headline, lead)" if kind == "article" else "text"
        connection.execute(
            "INSERT INTO stars (kind, id, at, words, context, headline, document)"
            f" SELECT '{kind}', id, '2026-01-05T06:00:00+00:00', {words}, {words}, NULL, 'wire'"
            f" FROM {table} WHERE rowid % {every} = 7"
        )


def write(path: Path, articles: int, seed: int, *, quiet: bool = False) -> None:
    """Writes the store whole, in the place of what was there."""
    part = path.with_name(path.name + ".part")
    for leftover in (part, Path(f"{part}-wal"), Path(f"{part}-shm")):
        leftover.unlink(missing_ok=True)
    began = time.monotonic()
    connection = open_for_writing(part)
    try:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = 0", "cache_size = -1000000",
                       "temp_store = MEMORY"):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        for what, count in fill(connection, articles, seed):
            if not quiet:
                print(f"\r{time.monotonic() - began:5.0f} s  {what}: {count:,}    ", end="", file=sys.stderr)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()
    os.replace(part, path)
    if not quiet:
        print(f"\n{path}: {path.stat().st_size / 1e6:,.0f} MB in {time.monotonic() - began:.0f} s")


def main() -> None:
    """Reads the command line and writes the store."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--articles", type=int, default=400_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.articles < 1:
        parser.error("--articles must be 1 or more")
    write(options.path, options.articles, options.seed)


if __name__ == "__main__":
    main()
