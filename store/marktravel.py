"""Stars, notes and tags on their way between stores, inside `conflict-tui/1` under their own keys.

What a store already holds stays: a star or tag is there once, and two notes on
one thing are both kept, one below the other, unless one says what the other says.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from extract.model import Article, Note, Star, Tag
from store.annotations import now, snapshot
from store.errors import StoreError
from store.laying import TABLES
from store.tags import read_tags
from store.text import fold

Problem = tuple[str, str]
#: The ids of an article and of all that lies in it, by kind.
Things = dict[str, set[str]]


def things_of(article: Article) -> Things:
    """The ids that marks of an article may be on."""
    return {
        "article": {article.id},
        "figure": {figure.id for figure in article.figures},
        "quote": {quote.id for quote in article.quotes},
        "event": {event.id for event in article.events},
    }


def wrong_marks(article: Article, before: Things) -> Problem | None:
    """The first thing wrong with an article's marks as `(field, what)`, when it is back as it was read.

    `before` is what it held before that, corrected: a mark may be on what a person added.
    """
    if not (article.stars or article.notes or article.tags):
        return None
    read = things_of(article)
    rows: list[tuple[str, Sequence[Star | Note | Tag]]] = [
        ("stars", article.stars),
        ("notes", article.notes),
        ("tags", article.tags),
    ]
    for name, marks in rows:
        for index, mark in enumerate(marks):
            if mark.id not in read[mark.kind] | before[mark.kind]:
                if mark.kind == "article":
                    return f"{name}[{index}].id", f"{mark.id!r} is not the id of this article"
                return f"{name}[{index}].id", f"{mark.id!r} is the id of no {mark.kind} of this article"
    for index, note in enumerate(article.notes):
        if not note.text.strip():
            return f"notes[{index}].text", "is empty"
    for index, tag in enumerate(article.tags):
        try:
            if "," in tag.tag or not read_tags(tag.tag):
                return f"tags[{index}].tag", f"{tag.tag!r} is not one tag"
        except StoreError as error:
            return f"tags[{index}].tag", str(error)
    return None


def pack_marks(
    connection: sqlite3.Connection, article: int, article_id: str
) -> tuple[list[Star], list[Note], list[Tag]]:
    """The stars, notes and tags on an article and all that lies in it, rejected things too."""
    inside = [("article", "SELECT ?2 AS id")]
    for kind, table in TABLES.items():
        inside.append((kind, f"SELECT id FROM {table} WHERE article = ?1"))
        inside.append((kind, f"SELECT id FROM rejected_{table} WHERE article = ?1"))
    stars: list[Star] = []
    notes: list[Note] = []
    tags: list[Tag] = []
    for kind, ids in inside:
        # From the article's things to the marks by their keys, so that the number of marks costs nothing.
        find = f"FROM ({ids}) AS x CROSS JOIN {{}} AS m ON m.kind = ?3 AND m.id = x.id ORDER BY m.at, m.id"
        given = (article, article_id, kind)
        for id_, at, words, context in connection.execute(
            "SELECT m.id, m.at, m.words, m.context " + find.format("stars"), given
        ):
            stars.append(Star(kind=kind, id=id_, at=at, words=words, context=context))  # type: ignore[arg-type]
        for id_, text, at, words, context in connection.execute(
            "SELECT m.id, m.text, m.at, m.words, m.context " + find.format("notes"), given
        ):
            notes.append(Note(kind=kind, id=id_, text=text, at=at, words=words, context=context))  # type: ignore[arg-type]
        for id_, tag, who, at, words, context in connection.execute(
            "SELECT m.id, m.tag, m.who, m.at, m.words, m.context " + find.format("tags") + ", m.tag", given
        ):
            tags.append(
                Tag(
                    kind=kind, id=id_, tag=tag, who=who or "", at=at, words=words or "", context=context or ""  # type: ignore[arg-type]
                )
            )  # fmt: skip
    return stars, notes, tags


def receive_marks(connection: sqlite3.Connection, article: Article) -> None:
    """Adds an article's stars, notes and tags to the store's own."""
    run = connection.execute

    def seen(mark: Star | Note | Tag) -> tuple[str, str, str | None, str]:
        if mark.words:
            return mark.words, mark.context, article.headline, article.document
        try:
            return snapshot(connection, mark.kind, mark.id)
        except StoreError:  # a thing that a person added, or rejected
            return "", "", article.headline, article.document

    for star in article.stars:
        run(
            "INSERT OR IGNORE INTO stars (kind, id, at, words, context, headline, document)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (star.kind, star.id, star.at or now(), *seen(star)),
        )
    for note in article.notes:
        row = run("SELECT text FROM notes WHERE kind = ? AND id = ?", (note.kind, note.id)).fetchone()
        if row is None:
            run(
                "INSERT INTO notes (kind, id, at, text, words, context, headline, document)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (note.kind, note.id, note.at or now(), note.text, *seen(note)),
            )
        elif note.text.strip() not in row[0]:
            both = note.text if row[0].strip() in note.text else f"{row[0]}\n{note.text}"
            run("UPDATE notes SET text = ? WHERE kind = ? AND id = ?", (both, note.kind, note.id))
    for tag in article.tags:
        for word in read_tags(tag.tag):
            run(
                "INSERT OR IGNORE INTO tags (kind, id, tag, at, who, words, context, headline, document)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (tag.kind, tag.id, word, tag.at or now(), tag.who or None, *seen(tag)),
            )
            run("INSERT OR IGNORE INTO terms VALUES ('tag', ?, ?)", (word, fold(word)))
