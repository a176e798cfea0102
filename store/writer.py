"""Articles to rows: everything here runs inside the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from extract.model import Article, is_apart
from store import inserting, near, words
from store.bulk import Bulk
from store.errors import BadInput
from store.eventlinks import link_article, link_new
from store.same import link_key
from store.summing import insert_sums, marked_by
from store.text import Sentences, fold

#: Articles, and characters of their texts, that are written at a time, and whose words go into the indexes at a time.
_AT_ONCE, _CHARACTERS = 500, 1_000_000
_LEARNT_AT_ONCE, _LEARNT_CHARACTERS = 2000, 4_000_000
_RANK = {None: 0, "inferred": 1, "stated": 2, "given": 3}


#: Fields whose values completion and name searches know.
_NAMED = (
    "document", "outlet", "dateline", "claimant", "place", "unit", "actor", "channel", "speaker", "country",
)  # fmt: skip
#: An article with its rowid.
Stored = tuple[int, Article]


class Clash(Exception):
    """The article's id, or one inside it, belongs to another text: `(field, what, line)`."""


@dataclass
class Writer:
    """Writes the articles of one document: `write` them, then `finish`.

    `source` is the document's rowid in `documents`. `old` holds the rowids of the
    articles that the document held before, which `finish` takes away where no
    document holds them any more. With `bulk`, that puts triggers and indexes back;
    without `copies`, no near-copies of the articles are looked for.
    """

    connection: sqlite3.Connection
    source: int
    bulk: Bulk | None = None
    copies: bool = True
    old: set[int] = field(default_factory=set)
    fresh: array[int] = field(default_factory=lambda: array("q"))
    _terms: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in _NAMED})
    _new_terms: list[tuple[str, str, str]] = field(default_factory=list)
    _next: dict[str, int] = field(default_factory=dict)
    #: Rowids from which on words are not in the indexes yet, and how many characters the texts have.
    _unlearnt: dict[str, int] = field(default_factory=dict)
    _characters: int = 0
    #: Five-word runs of the articles that were stored last, which are likely to be asked for again.
    _runs: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for table in ("articles", "figures", "quotes", "events"):
            highest = self.connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0]
            self._next[table] = (highest or 0) + 1
        self._unlearnt = dict(self._next)
        self.old = {
            row[0]
            for row in self.connection.execute(
                "SELECT article FROM article_documents WHERE source = ?", (self.source,)
            )
        }
        self.connection.execute("DELETE FROM article_documents WHERE source = ?", (self.source,))

    def write(self, articles: Iterable[Article], line: Callable[[], int | None]) -> Iterator[Stored]:
        """Stores articles, or adds this document to those that are stored; each with its rowid, when it is.

        `line` says in which line of the file the last article stood. Raises `Clash` when
        an article's id, or the id of something in it, is already another's.
        """
        batch: dict[str, tuple[Article, int | None]] = {}
        characters = 0
        coming = iter(articles)
        while True:
            try:
                article = next(coming, None)
            except BadInput:
                # What is wrong with an earlier line is said first.
                self._store(batch)
                raise
            full = len(batch) >= _AT_ONCE or characters >= _CHARACTERS
            if article is None or full or article.id in batch:
                yield from self._store(batch)
                batch.clear()
                characters = 0
            if article is None:
                return
            batch[article.id] = article, line()
            characters += len(article.text)

    def _store(self, batch: Mapping[str, tuple[Article, int | None]]) -> list[Stored]:
        known = {
            id_: (rowid, basis, text)
            for id_, rowid, basis, text in self.connection.execute(
                "SELECT a.id, a.rowid,"
                " CASE a.dated_by_hand WHEN 1 THEN a.read_basis ELSE a.published_basis END, t.text"
                " FROM articles a JOIN texts t ON t.article = a.rowid"
                " WHERE a.id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(batch)),),
            )
        }
        stored: list[Stored] = []
        new: list[Stored] = []
        try:
            for id_, (article, _) in batch.items():
                row = known.get(id_)
                if row is None:
                    new.append((self._rowid("articles"), article))
                    stored.append(new[-1])
                    continue
                self._add(new)
                new = []
                self._again(article, *row)
                stored.append((row[0], article))
            self._add(new)
        except Clash as clash:
            field_name, what, id_ = clash.args
            raise Clash(field_name, what, batch[id_][1]) from None
        self._flush_terms()
        return stored

    def _rowid(self, table: str) -> int:
        rowid = self._next[table]
        self._next[table] = rowid + 1
        return rowid

    def _again(self, article: Article, rowid: int, basis: str | None, text: str) -> None:
        """An article that is stored: this document holds it too, and may know its day better."""
        others = self.connection.execute(
            "SELECT count(*) FROM article_documents WHERE article = ?", (rowid,)
        ).fetchone()[0]
        if others and text != article.text:
            what = f"{article.id!r} is already the id of an article with other words"
            raise Clash("id", what, article.id)
        if not others or _RANK[article.published_basis] > _RANK[basis]:
            self._learn()
            clear(self.connection, rowid)
            self._replace(rowid, article)
        self._hold([(rowid, article)])
        self._count_sources(rowid)

    def _hold(self, stored: list[Stored]) -> None:
        """Notes that this document holds the articles."""
        self.connection.executemany(
            'INSERT OR IGNORE INTO article_documents (article, source, document, start, "end")'
            " VALUES (?, ?, ?, ?, ?)",
            [(rowid, self.source, each.document, each.start, each.end) for rowid, each in stored],
        )
        for _, article in stored:
            self._term("document", article.document)

    def _add(self, new: list[Stored]) -> None:
        """Stores articles that are not stored yet."""
        if not new:
            return
        many = self.connection.executemany
        first = {**self._next, "articles": new[0][0]}
        many(
            inserting.INSERT_ARTICLE,
            [(rowid, *inserting.head(each), each.document, *inserting.told(each)) for rowid, each in new],
        )
        many("INSERT INTO texts VALUES (?, ?)", [(rowid, each.text) for rowid, each in new])
        self._things(new)
        self._hold(new)
        if self.bulk:
            self.bulk.added(first, self._next)
        self._characters += sum(len(article.text) for _, article in new)
        waiting = self._next["articles"] - self._unlearnt["articles"]
        if waiting >= _LEARNT_AT_ONCE or self._characters >= _LEARNT_CHARACTERS:
            self._learn()
        copies = near.Fresh(self.connection, [(rowid, article.text) for rowid, article in new if self.copies])
        copies.add()
        if self.old:
            # Linked when the versions that this document held before are gone.
            self.fresh.extend(rowid for rowid, _ in new)
        else:
            self._runs = copies.link(self._runs)
            link_new(self.connection, first["events"], self._next["events"])

    def _replace(self, rowid: int, article: Article) -> None:
        """Stores an article anew in the place of what was read before, which is cleared."""
        run = self.connection.execute
        columns = ", ".join(f"{name} = ?" for name in inserting.HEAD)
        run(
            f"UPDATE articles SET {columns}, lead = ?, figures = ?, quotes = ?, events = ?,"
            " dated_by_hand = 0, read_published = NULL, read_basis = NULL, read_why = NULL"
            " WHERE rowid = ?",
            (*inserting.head(article), *inserting.told(article), rowid),
        )
        run("UPDATE texts SET text = ? WHERE article = ?", (article.text, rowid))
        first = dict(self._next)
        self._things([(rowid, article)])
        if self.bulk:
            self.bulk.added(first, self._next)
        words.learn_rows(self.connection, "articles", rowid, rowid + 1)
        self._learn()
        if self.copies:
            near.Fresh(self.connection, [(rowid, article.text)]).add()
        if self.old:
            self.fresh.append(rowid)
        else:
            self._link(rowid, article.text)

    def _things(self, stored: list[Stored]) -> None:
        """Stores the articles' candidates, figures, quotes, events and sums."""
        many = self.connection.executemany
        many(
            "INSERT INTO candidates VALUES (?, ?, ?, ?, ?)",
            [
                (rowid, rank, c.date, c.score, c.why)
                for rowid, article in stored
                for rank, c in enumerate(article.candidates)
            ],
        )
        try:
            many(inserting.INSERT_FIGURE, [row for each in stored for row in self._figures(*each)])
            many(inserting.INSERT_QUOTE, [row for each in stored for row in self._quotes(*each)])
            many(inserting.INSERT_EVENT, [row for each in stored for row in self._events(*each)])
            for rowid, article in stored:
                if article.sums:
                    insert_sums(self.connection, rowid, article.sums)
        except sqlite3.IntegrityError:
            raise self._clash([article for _, article in stored]) from None
        for _, article in stored:
            self._term("outlet", article.outlet)
            self._term("dateline", article.dateline)

    def _learn(self) -> None:
        """Puts the words of what was added since the last time into the indexes."""
        for index, first in self._unlearnt.items():
            if first < self._next[index]:
                words.learn_rows(self.connection, index, first, self._next[index])
        self._unlearnt = dict(self._next)
        self._characters = 0

    def _figures(self, rowid: int, article: Article) -> Iterator[tuple[object, ...]]:
        if not article.figures:
            return
        marked = marked_by(article.sums)
        text = article.text
        around = Sentences(text).around
        for figure in article.figures:
            start, end = around(figure.start, figure.end)
            yield (
                self._rowid("figures"), rowid, *inserting.figure_values(figure), is_apart(figure), marked.get(figure.id),
                text[start:end], start, end,
            )  # fmt: skip
            self._term("claimant", figure.claimant)
            self._term("place", figure.place)
            self._term("unit", figure.unit)
            self._term("actor", figure.actor)
            self._term("channel", figure.channel)

    def _quotes(self, rowid: int, article: Article) -> Iterator[tuple[object, ...]]:
        for quote in article.quotes:
            yield self._rowid("quotes"), rowid, *inserting.quote_values(quote)
            self._term("speaker", quote.speaker)
            self._term("channel", quote.channel)

    def _events(self, rowid: int, article: Article) -> Iterator[tuple[object, ...]]:
        for event in article.events:
            lists = [
                json.dumps(each) if each else "[]" for each in (event.figures, event.quotes, event.sentences)
            ]
            key = link_key(event.kind, event.date_from, event.date_to, event.place, event.actor)
            yield self._rowid("events"), rowid, *inserting.event_values(event), *lists, key
            self._term("place", event.place)
            self._term("country", event.country)
            self._term("actor", event.actor)

    def _clash(self, articles: list[Article]) -> Clash:
        """Which id made SQLite refuse."""
        taken: dict[tuple[str, str], str] = {}
        for article in articles:
            for name in ("figures", "quotes", "events", "sums"):
                for index, thing in enumerate(getattr(article, name)):
                    found = self.connection.execute(
                        f"SELECT a.id FROM {name} x JOIN articles a ON a.rowid = x.article WHERE x.id = ?",
                        (thing.id,),
                    ).fetchone()
                    owner = taken.setdefault((name, thing.id), found[0] if found else article.id)
                    if owner != article.id:
                        what = f"{thing.id!r} is already the id of something in another article"
                        return Clash(f"{name}[{index}].id", what, article.id)
        return Clash("id", f"{articles[0].id!r} does not fit what is stored", articles[0].id)

    def _term(self, name: str, value: str | None) -> None:
        known = self._terms[name]
        if value is None or value in known:
            return
        if len(known) > 20_000:
            known.clear()
        known.add(value)
        self._new_terms.append((name, value, fold(value)))

    def _flush_terms(self) -> None:
        self.connection.executemany("INSERT OR IGNORE INTO terms VALUES (?, ?, ?)", self._new_terms)
        self._new_terms.clear()

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
        if self.bulk:
            self.bulk.finish()
        for rowid in self.old:
            held = self.connection.execute(
                "SELECT 1 FROM article_documents WHERE article = ? LIMIT 1", (rowid,)
            ).fetchone()
            if held:
                self._count_sources(rowid)
            else:
                clear(self.connection, rowid)
                self.connection.execute("DELETE FROM articles WHERE rowid = ?", (rowid,))
        for rowid in self.fresh:
            text = self.connection.execute("SELECT text FROM texts WHERE article = ?", (rowid,)).fetchone()
            if text:
                self._link(rowid, text[0])

    def _link(self, rowid: int, text: str) -> None:
        """Links an article that was read again with its near-copies, and its events."""
        if self.copies:
            near.link(self.connection, rowid, text, near.runs(text))
        link_article(self.connection, rowid)


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
