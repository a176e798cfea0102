"""A document's row, and what the store knows of its articles while they are written."""

from __future__ import annotations

import sqlite3

from extract.model import Article
from store.annotations import now
from store.jobs import Job, Options


def write_document(connection: sqlite3.Connection, job: Job) -> int:
    """The document's row, made or made anew; its rowid."""
    values = (
        job.name, job.path, job.sha256, job.size, job.encoding, job.format, job.options.json(), now(),
    )  # fmt: skip
    if job.known is not None:
        connection.execute(
            "UPDATE documents SET name = ?, path = ?, sha256 = ?, bytes = ?, encoding = ?, format = ?,"
            " options = ?, imported_at = ? WHERE rowid = ?",
            (*values, job.known),
        )
        return job.known
    inserted = connection.execute(
        "INSERT INTO documents (name, path, sha256, bytes, encoding, format, options, imported_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    assert inserted.lastrowid is not None
    return inserted.lastrowid


def give(article: Article, said: Options) -> None:
    """What the person said, where the line does not say better."""
    if said.published and article.published_basis not in ("stated", "given"):
        article.published, article.published_basis = said.published, "given"
        article.published_why = "given at import"
    article.outlet = said.outlet if article.outlet is None else article.outlet
    article.url = said.url if article.url is None else article.url


def day_of(connection: sqlite3.Connection, rowid: int, article: Article) -> str | None:
    """The article's day in the store."""
    if article.published is not None:
        return article.published
    row = connection.execute(
        "SELECT coalesce(a.published, g.published) FROM articles a"
        " LEFT JOIN dates_given g ON g.article_id = a.id WHERE a.rowid = ?",
        (rowid,),
    ).fetchone()
    day: str | None = row[0]
    return day


def rowid_of(connection: sqlite3.Connection, article_id: str) -> int:
    """Of an article that is stored."""
    rowid: int = connection.execute("SELECT rowid FROM articles WHERE id = ?", (article_id,)).fetchone()[0]
    return rowid
