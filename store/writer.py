"""Articles to rows: everything here runs inside the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from array import array
from dataclasses import dataclass, field

from extract.model import Article, Event, Figure, Quote, Sum, is_apart
from store import near, words
from store.eventlinks import link_article
from store.same import link_key
from store.text import fold, lead, sentence_around

_FIGURE = (
    "id", "start", "end", "text", "value", "low", "high", "modifier", "unit", "measure",
    "place", "place_why", "actor", "target", "claimant", "claimant_start", "claimant_end", "claimant_why",
    "cue", "channel", "stance", "disputed_by", "disputed_start", "disputed_end", "when", "date_from", "date_to",
    "date_why", "scope", "part_of", "same_as", "revises", "event",
)  # fmt: skip
_QUOTE = (
    "id", "start", "end", "text", "kind", "speaker", "speaker_text", "speaker_start", "speaker_end",
    "speaker_why", "role", "cue", "channel", "addressee", "stance", "when", "date", "utterance", "event",
)  # fmt: skip
_EVENT = (
    "id", "kind", "place", "country", "lat", "lon", "precision", "date_from", "date_to", "actor", "target",
    "summary", "why",
)  # fmt: skip
_HEAD = (
    "id",
    "headline",
    "dateline",
    "byline",
    "outlet",
    "url",
    "published",
    "published_basis",
    "published_why",
)

#: Articles whose words go into the indexes at a time.
_AT_ONCE = 500
_RANK = {None: 0, "inferred": 1, "stated": 2, "given": 3}


def _insert(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


_INSERT_FIGURE = _insert(
    "figures",
    ("rowid", "article", *_FIGURE, "set_apart", "sum_status", "sentence", "sentence_start", "sentence_end"),
)
_INSERT_QUOTE = _insert("quotes", ("rowid", "article", *_QUOTE))
_INSERT_EVENT = _insert("events", ("rowid", "article", *_EVENT, "figures", "quotes", "sentences", "link_key"))
_INSERT_SUM = _insert(
    "sums",
    ("article", "id", "kind", "whole", "parts", "claimant", "event", "low", "high", "status", "words"),
)
_INSERT_ARTICLE = _insert("articles", ("rowid", *_HEAD, "document", "lead", "figures", "quotes", "events"))


class Clash(Exception):
    """The article's id, or one inside it, belongs to another text: `(field, what)`."""


@dataclass
class Writer:
    """Writes the articles of one document; `put` each of them, then `finish`.

    `source` is the document's rowid in `documents`. `old` holds the rowids of the
    articles that the document held before, which `finish` takes away where no
    document holds them any more.
    """

    connection: sqlite3.Connection
    source: int
    old: set[int] = field(default_factory=set)
    fresh: array[int] = field(default_factory=lambda: array("q"))
    _terms: set[tuple[str, str]] = field(default_factory=set)
    _next: dict[str, int] = field(default_factory=dict)
    #: Articles whose words are not in the indexes yet.
    _unlearnt: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for table in ("articles", "figures", "quotes", "events"):
            highest = self.connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0]
            self._next[table] = (highest or 0) + 1
        self.old = {
            row[0]
            for row in self.connection.execute(
                "SELECT article FROM article_documents WHERE source = ?", (self.source,)
            )
        }
        self.connection.execute("DELETE FROM article_documents WHERE source = ?", (self.source,))

    def _rowid(self, table: str) -> int:
        rowid = self._next[table]
        self._next[table] = rowid + 1
        return rowid

    def put(self, article: Article) -> int:
        """Stores an article, or adds this document to one that is stored; the article's rowid.

        Raises `Clash` when its id, or the id of something in it, is already another's.
        """
        row = self.connection.execute(
            "SELECT a.rowid, CASE a.dated_by_hand WHEN 1 THEN a.read_basis ELSE a.published_basis END, t.text"
            " FROM articles a"
            " JOIN texts t ON t.article = a.rowid WHERE a.id = ?",
            (article.id,),
        ).fetchone()
        if row is None:
            rowid = self._new(article)
        else:
            rowid, basis, text = row
            others = self.connection.execute(
                "SELECT count(*) FROM article_documents WHERE article = ?", (rowid,)
            ).fetchone()[0]
            if others and text != article.text:
                raise Clash("id", f"{article.id!r} is already the id of an article with other words")
            better = _RANK[article.published_basis] > _RANK[basis]
            if not others or better:
                self._learn()
                self._clear(rowid)
                self._fill(rowid, article, replace=True)
        self.connection.execute(
            'INSERT OR IGNORE INTO article_documents (article, source, document, start, "end")'
            " VALUES (?, ?, ?, ?, ?)",
            (rowid, self.source, article.document, article.start, article.end),
        )
        self._term("document", article.document)
        if row is not None:
            self._count_sources(rowid)
        return rowid

    def _new(self, article: Article) -> int:
        rowid = self._rowid("articles")
        self._fill(rowid, article, replace=False)
        return rowid

    def _fill(self, rowid: int, article: Article, *, replace: bool) -> None:
        run = self.connection.execute
        shown = sum(1 for figure in article.figures if not is_apart(figure))
        counts = (shown, len(article.quotes), len(article.events))
        opening = lead(article.text, article.headline)
        head = [getattr(article, name) for name in _HEAD]
        # A day without a basis came with the file, which so states it.
        if article.published and article.published_basis is None:
            head[_HEAD.index("published_basis")] = "stated"
        if replace:
            columns = ", ".join(f"{name} = ?" for name in _HEAD)
            run(
                f"UPDATE articles SET {columns}, lead = ?, figures = ?, quotes = ?, events = ?,"
                " dated_by_hand = 0, read_published = NULL, read_basis = NULL, read_why = NULL"
                " WHERE rowid = ?",
                (*head, opening, *counts, rowid),
            )
        else:
            run(_INSERT_ARTICLE, (rowid, *head, article.document, opening, *counts))
        # Never "OR REPLACE" here: it opens a savepoint, at which FTS5 writes out all it has gathered.
        if replace:
            run("UPDATE texts SET text = ? WHERE article = ?", (article.text, rowid))
        else:
            run("INSERT INTO texts VALUES (?, ?)", (rowid, article.text))
        many = self.connection.executemany
        many(
            "INSERT INTO candidates VALUES (?, ?, ?, ?, ?)",
            [(rowid, rank, c.date, c.score, c.why) for rank, c in enumerate(article.candidates)],
        )
        try:
            self._figures(rowid, article)
            self._quotes(rowid, article)
            self._events(rowid, article)
            insert_sums(self.connection, rowid, article.sums)
        except sqlite3.IntegrityError:
            raise self._clash(article) from None
        self._unlearnt.append(rowid)
        if len(self._unlearnt) >= _AT_ONCE:
            self._learn()
        self._term("outlet", article.outlet)
        self._term("dateline", article.dateline)
        hashes = near.runs(article.text)
        many("INSERT OR IGNORE INTO shingles VALUES (?, ?)", [(each, rowid) for each in near.sample(hashes)])
        if self.old:
            # Linked when the versions that this document held before are gone.
            self.fresh.append(rowid)
        else:
            near.link(self.connection, rowid, article.text, hashes)
            link_article(self.connection, rowid)

    def _learn(self) -> None:
        words.learn_all(self.connection, self._unlearnt)
        self._unlearnt.clear()

    def _figures(self, rowid: int, article: Article) -> None:
        rows: list[tuple[object, ...]] = []
        marked = marked_by(article.sums)
        for figure in article.figures:
            mine = self._rowid("figures")
            start, end = sentence_around(article.text, figure.start, figure.end)
            sentence = article.text[start:end]
            apart = is_apart(figure)
            rows.append(
                (mine, rowid, *_values(figure, _FIGURE), apart, marked.get(figure.id), sentence, start, end)
            )
            for name in ("claimant", "place", "unit", "actor", "channel"):
                self._term(name, getattr(figure, name))
        self.connection.executemany(_INSERT_FIGURE, rows)

    def _quotes(self, rowid: int, article: Article) -> None:
        rows: list[tuple[object, ...]] = []
        for quote in article.quotes:
            mine = self._rowid("quotes")
            rows.append((mine, rowid, *_values(quote, _QUOTE)))
            self._term("speaker", quote.speaker)
            self._term("channel", quote.channel)
        self.connection.executemany(_INSERT_QUOTE, rows)

    def _events(self, rowid: int, article: Article) -> None:
        rows: list[tuple[object, ...]] = []
        for event in article.events:
            mine = self._rowid("events")
            lists = [json.dumps(each) for each in (event.figures, event.quotes, event.sentences)]
            key = link_key(event.kind, event.date_from, event.date_to, event.place, event.actor)
            rows.append((mine, rowid, *_values(event, _EVENT), *lists, key))
            for name in ("place", "country", "actor"):
                self._term(name, getattr(event, name))
        self.connection.executemany(_INSERT_EVENT, rows)

    def _clash(self, article: Article) -> Clash:
        """Which id made SQLite refuse."""
        for name, ids in (
            ("figures", [figure.id for figure in article.figures]),
            ("quotes", [quote.id for quote in article.quotes]),
            ("events", [event.id for event in article.events]),
            ("sums", [each.id for each in article.sums]),
        ):
            for index, thing in enumerate(ids):
                found = self.connection.execute(
                    f"SELECT a.id FROM {name} x JOIN articles a ON a.rowid = x.article WHERE x.id = ?",
                    (thing,),
                ).fetchone()
                if found and found[0] != article.id:
                    what = f"{thing!r} is already the id of something in another article"
                    return Clash(f"{name}[{index}].id", what)
        return Clash("id", f"{article.id!r} does not fit what is stored")

    def _term(self, name: str, value: str | None) -> None:
        if value is None or (name, value) in self._terms:
            return
        if len(self._terms) > 100_000:
            self._terms.clear()
        self._terms.add((name, value))
        self.connection.execute("INSERT OR IGNORE INTO terms VALUES (?, ?, ?)", (name, value, fold(value)))

    def _clear(self, rowid: int) -> None:
        """Takes away what was read of an article: its rows, and their words in the indexes."""
        clear(self.connection, rowid)

    def _count_sources(self, rowid: int) -> None:
        self.connection.execute(
            "UPDATE articles SET sources = (SELECT count(*) FROM article_documents WHERE article = ?1),"
            " document = coalesce((SELECT document FROM article_documents WHERE article = ?1"
            "   ORDER BY rowid LIMIT 1), document) WHERE rowid = ?1",
            (rowid,),
        )

    def finish(self) -> None:
        """Takes away articles that no document holds any more, then links near-copies."""
        self._learn()
        for rowid in self.old:
            held = self.connection.execute(
                "SELECT 1 FROM article_documents WHERE article = ? LIMIT 1", (rowid,)
            ).fetchone()
            if held:
                self._count_sources(rowid)
            else:
                self._clear(rowid)
                self.connection.execute("DELETE FROM articles WHERE rowid = ?", (rowid,))
        for rowid in self.fresh:
            text = self.connection.execute("SELECT text FROM texts WHERE article = ?", (rowid,)).fetchone()
            if text:
                near.link(self.connection, rowid, text[0], near.runs(text[0]))
                link_article(self.connection, rowid)


def insert_sums(connection: sqlite3.Connection, rowid: int, sums: list[Sum]) -> None:
    """Stores an article's checks on sums."""
    connection.executemany(
        _INSERT_SUM,
        [
            (
                rowid, each.id, each.kind, each.whole, json.dumps(each.parts), each.claimant, each.event,
                each.low, each.high, each.status, each.words,
            )
            for each in sums
        ],
    )  # fmt: skip


def marked_by(sums: list[Sum]) -> dict[str, str]:
    """Figures of checks that are worth a look, with what the check says; the worst where there are several.

    "22 hurt, including two children" leaves a rest too, and nobody wonders at it.
    """
    marked: dict[str, str] = {}
    for each in sums:
        if each.status == "exceeds" or (each.status == "open" and each.kind != "parts"):
            for figure in (each.whole, *each.parts):
                if marked.get(figure) != "exceeds":
                    marked[figure] = each.status
    return marked


def _values(thing: Figure | Quote | Event, names: tuple[str, ...]) -> list[object]:
    return [getattr(thing, name) for name in names]


def clear(connection: sqlite3.Connection, rowid: int) -> None:
    """Takes an article's figures, quotes, events, candidates and words out of tables and indexes."""
    run = connection.execute
    words.forget(connection, rowid)
    text = run("SELECT text FROM texts WHERE article = ?", (rowid,)).fetchone()
    if text:
        connection.executemany(
            "DELETE FROM shingles WHERE hash = ? AND article = ?",
            [(each, rowid) for each in near.sample(near.runs(text[0]))],
        )
    for table in ("figures", "quotes", "events", "sums", "candidates"):
        run(f"DELETE FROM {table} WHERE article = ?", (rowid,))
    # What stands of corrections goes with the rows; their history stays, and is laid again.
    for table in ("figures", "quotes", "events"):
        run(f"DELETE FROM rejected_{table} WHERE article = ?", (rowid,))
    run(
        "DELETE FROM corrections_standing WHERE article_id = (SELECT id FROM articles WHERE rowid = ?)",
        (rowid,),
    )
    run("DELETE FROM article_links WHERE article = ?1 OR other = ?1", (rowid,))
    run("DELETE FROM dates_read WHERE article_id = (SELECT id FROM articles WHERE rowid = ?)", (rowid,))
