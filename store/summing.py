"""Checks on sums on their way into the store; done anew after a person's changes, and where none was done yet."""

from __future__ import annotations

import json
import sqlite3

from extract.model import Figure, Sum
from store.inserting import insert_into

_FIELDS = tuple(Figure.__struct_fields__)
_INSERT = insert_into(
    "sums",
    ("article", "id", "kind", "whole", "parts", "claimant", "event", "low", "high", "status", "words"),
)


def insert_sums(connection: sqlite3.Connection, rowid: int, sums: list[Sum]) -> None:
    """Stores an article's checks on sums."""
    connection.executemany(
        _INSERT,
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


def sum_again(connection: sqlite3.Connection, article: int) -> None:
    """Replaces the article's checks on sums by those that its figures allow as they stand."""
    from extract.sums import find_sums

    run = connection.execute
    columns = ", ".join(f'"{name}"' for name in _FIELDS)
    figures = [
        Figure(**dict(zip(_FIELDS, row, strict=True)))
        for row in run(f"SELECT {columns} FROM figures WHERE article = ? ORDER BY start, rowid", (article,))
    ]
    (article_id,) = run("SELECT id FROM articles WHERE rowid = ?", (article,)).fetchone()
    sums = find_sums(article_id, figures)
    if _same(connection, article, sums):
        return
    run("DELETE FROM sums WHERE article = ?", (article,))
    insert_sums(connection, article, sums)
    marked = marked_by(sums)
    connection.executemany(
        "UPDATE figures SET sum_status = ?1 WHERE id = ?2 AND sum_status IS NOT ?1",
        [(marked.get(figure.id), figure.id) for figure in figures],
    )


def sum_what_came_before(connection: sqlite3.Connection) -> None:
    """Does the checks on sums for the articles that a program without them has stored.

    They lie before the first article that has one, so that a store which had
    checks from its beginning costs next to nothing.
    """
    articles = connection.execute(
        "SELECT article FROM figures WHERE article < coalesce((SELECT min(article) FROM sums), 1e18)"
        " GROUP BY article HAVING count(*) > 1"
    ).fetchall()
    for (article,) in articles:
        sum_again(connection, article)


def _same(connection: sqlite3.Connection, article: int, sums: list[Sum]) -> bool:
    """Are these the checks that are stored?"""
    stored = connection.execute(
        "SELECT id, kind, whole, parts, status, words FROM sums WHERE article = ? ORDER BY rowid", (article,)
    ).fetchall()
    return stored == [
        (each.id, each.kind, each.whole, json.dumps(each.parts), each.status, each.words) for each in sums
    ]
