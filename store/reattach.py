"""Stars, notes and days of a document that is read again: to the same words, or kept with their snapshot."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from extract.ids import item_id
from store import near
from store.additions import find_again
from store.annotations import KINDS
from store.text import WORD, alike, fold, sentence_around

#: Share of the words around that must be the same before a mark moves to equal words elsewhere.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that a person marked: which thing, and its words with what stood around them."""

    kind: str
    id: str
    words: str
    context: str


_MARKED = (
    "(SELECT kind, id, words, context, document FROM stars"
    " UNION SELECT kind, id, words, context, document FROM notes"
    " UNION SELECT kind, id, words, context, document FROM tags WHERE words IS NOT NULL"
    " UNION SELECT kind, id, words, context, document FROM corrections WHERE undone IS NULL"
    " UNION SELECT 'article', article_id, words, context, document FROM dates_given)"
)
_HELD = "(SELECT article FROM article_documents WHERE source = ?1)"


def marks_on(connection: sqlite3.Connection, source: int) -> list[Mark]:
    """Marks on what the stored document holds; asked before it is read again."""
    return _marks(connection, source, "{} IN " + _HELD)


def _orphans(connection: sqlite3.Connection, source: int) -> list[Mark]:
    """Marks whose thing is gone and whose words stood in a document of the same name."""
    names = "(SELECT document FROM article_documents WHERE source = ?1)"
    return _marks(connection, source, f"{{}} IS NULL AND m.document IN {names}")


def _marks(connection: sqlite3.Connection, source: int, test: str) -> list[Mark]:
    found: dict[tuple[str, str], Mark] = {}
    for kind, table in KINDS.items():
        article = test.format("x.rowid" if kind == "article" else "x.article")
        rows = connection.execute(
            f"SELECT m.id, m.words, m.context FROM {_MARKED} m LEFT JOIN {table} x ON x.id = m.id"
            f" WHERE m.kind = ?2 AND {article}",
            (source, kind),
        )
        for id_, words, context in rows:
            found.setdefault((kind, id_), Mark(kind, id_, words, context))
    return list(found.values())


def reattach(connection: sqlite3.Connection, before: Iterable[Mark], source: int) -> list[Mark]:
    """Moves marks whose thing is gone to the same words of the document that was read.

    `before` are its marks as they were; returns those of them that are left without.
    Marks that were left so earlier are tried again.
    """
    marks = {(mark.kind, mark.id): mark for mark in _orphans(connection, source)}
    asked = {(mark.kind, mark.id): mark for mark in before}
    lost: list[Mark] = []
    for key, mark in {**marks, **asked}.items():
        if _is_there(connection, mark):
            continue
        find = _article_like if mark.kind == "article" else _same_words
        heir = find(connection, mark, source)
        home = None
        if heir is None:
            heir, home = _added_again(connection, mark, source)
        if heir is not None:
            _move(connection, mark, heir, home)
        elif key in asked:
            lost.append(mark)
    return lost


def _is_there(connection: sqlite3.Connection, mark: Mark) -> bool:
    tables = [KINDS[mark.kind]] + ([f"rejected_{KINDS[mark.kind]}"] if mark.kind != "article" else [])
    return any(
        connection.execute(f"SELECT 1 FROM {each} WHERE id = ?", (mark.id,)).fetchone() for each in tables
    )


def _added_again(
    connection: sqlite3.Connection, mark: Mark, source: int
) -> tuple[str, str] | tuple[None, None]:
    """The id that what a person added has at the same words of another article, and that article's id."""
    row = connection.execute(
        "SELECT rowid, value, context FROM corrections WHERE kind = ? AND id = ? AND field = 'added' AND undone IS NULL",
        (mark.kind, mark.id),
    ).fetchone()
    if row is None:
        return None, None
    for article_id, text in connection.execute(
        "SELECT a.id, t.text FROM articles a JOIN texts t ON t.article = a.rowid WHERE a.rowid IN"
        f" {_HELD} ORDER BY a.rowid",
        (source,),
    ).fetchall():
        made = find_again(text, json.loads(row[1]), row[2])
        if made is not None:
            connection.execute("UPDATE corrections SET value = ? WHERE rowid = ?", (json.dumps(made), row[0]))
            return item_id(mark.kind, article_id, made["start"], made["end"]), article_id
    return None, None


def _move(connection: sqlite3.Connection, mark: Mark, heir: str, home: str | None) -> None:
    """Gives `heir` the marks; `home` is the id of its article where it is still to be laid there."""
    run = connection.execute
    run("UPDATE OR IGNORE stars SET id = ? WHERE kind = ? AND id = ?", (heir, mark.kind, mark.id))
    run("DELETE FROM stars WHERE kind = ? AND id = ?", (mark.kind, mark.id))
    # Two notes that meet on one thing are both kept, one below the other.
    run(
        "UPDATE notes SET text = text || char(10) || (SELECT text FROM notes WHERE kind = ?1 AND id = ?2)"
        " WHERE kind = ?1 AND id = ?3 AND EXISTS (SELECT 1 FROM notes WHERE kind = ?1 AND id = ?2)",
        (mark.kind, mark.id, heir),
    )
    run("UPDATE OR IGNORE notes SET id = ? WHERE kind = ? AND id = ?", (heir, mark.kind, mark.id))
    run("DELETE FROM notes WHERE kind = ? AND id = ?", (mark.kind, mark.id))
    for table in ("tags", "corrections"):
        run(f"UPDATE OR IGNORE {table} SET id = ? WHERE kind = ? AND id = ?", (heir, mark.kind, mark.id))
    if mark.kind != "article":
        run(
            "UPDATE corrections SET article_id = coalesce(?3, (SELECT a.id FROM articles a JOIN"
            f" {KINDS[mark.kind]} x ON x.article = a.rowid WHERE x.id = ?1)) WHERE kind = ?2 AND id = ?1",
            (heir, mark.kind, home),
        )
    if mark.kind == "article":
        run("UPDATE OR IGNORE dates_given SET article_id = ? WHERE article_id = ?", (heir, mark.id))
    if mark.kind == "event":
        run(
            "UPDATE OR IGNORE corrections SET field = 'same:' || ?1 WHERE kind = 'event' AND field = 'same:' || ?2",
            (heir, mark.id),
        )
        run("UPDATE OR IGNORE event_merges SET event = ? WHERE event = ?", (heir, mark.id))
        run("UPDATE OR IGNORE event_merges SET other = ? WHERE other = ?", (heir, mark.id))


def _same_words(connection: sqlite3.Connection, mark: Mark, source: int) -> str | None:
    """The figure, quote or event of the document with the same words, where what stands around is alike."""
    held = f"x.article IN {_HELD}"
    best: tuple[float, str] | None = None
    if mark.kind == "figure":
        rows = connection.execute(
            f"SELECT id, text, sentence FROM figures x WHERE {held} ORDER BY rowid", (source,)
        )
        candidates = [(id_, text, sentence) for id_, text, sentence in rows]
    elif mark.kind == "quote":
        rows = connection.execute(
            f'SELECT id, x.text, t.text, start, "end" FROM quotes x JOIN texts t ON t.article = x.article'
            f" WHERE {held} AND x.text = ?2 ORDER BY x.rowid",
            (source, mark.words),
        )
        candidates = [(id_, words, _around(text, start, end)) for id_, words, text, start, end in rows]
    else:
        rows = connection.execute(
            f"SELECT id, summary, kind FROM events x WHERE {held} AND summary = ?2 ORDER BY rowid",
            (source, mark.words),
        )
        candidates = [(id_, summary, kind) for id_, summary, kind in rows]
    words = fold(mark.words)
    # Words that are a sentence by themselves need no likeness around them.
    needed = 0.0 if len(WORD.findall(words)) >= near.RUN else _ALIKE
    for id_, text, context in candidates:
        if fold(text) == words:
            likeness = alike(mark.context, context)
            if likeness >= needed and (best is None or likeness > best[0]):
                best = (likeness, id_)
    return best[1] if best else None


def _around(text: str, start: int, end: int) -> str:
    low, high = sentence_around(text, max(0, start - 160), min(len(text), end + 160))
    return text[low:high]


def _article_like(connection: sqlite3.Connection, mark: Mark, source: int) -> str | None:
    """The article of the document that shares most of the marked one's words."""
    mine = set(near.runs(mark.context))
    best: tuple[float, str] | None = None
    for id_, text in connection.execute(
        "SELECT a.id, t.text FROM articles a JOIN texts t ON t.article = a.rowid WHERE a.rowid IN"
        f" {_HELD} ORDER BY a.rowid",
        (source,),
    ):
        score = near.containment(mine, set(near.runs(text)))
        if score >= near.CONTAINMENT and (best is None or score > best[0]):
            best = (score, id_)
    return best[1] if best else None
