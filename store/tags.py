"""Tags: words that a person puts on articles, figures, quotes and events, to find them together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from store.annotations import Path, now, snapshot, writing
from store.errors import StoreError
from store.text import WORD, fold

if TYPE_CHECKING:
    from store.search import Reader

_LONGEST = 60


def read_tags(words: str) -> list[str]:
    """Tags as a person types them, between commas; raises `StoreError` for one that cannot be a tag."""
    tags: dict[str, str] = {}
    for part in words.split(","):
        tag = " ".join(part.split()).lstrip("#")
        if not tag:
            continue
        if not WORD.search(tag):
            raise StoreError(f"{tag!r} cannot be a tag; it has no letter or digit to find it by")
        if len(tag) > _LONGEST:
            raise StoreError(f"{tag[:20]!r}… is {len(tag)} characters long; a tag has at most {_LONGEST}")
        tags.setdefault(fold(tag), tag)
    return list(tags.values())


def set_tags(path: Path, kind: str, thing: str, tags: Iterable[str]) -> tuple[str, ...]:
    """Gives an article, figure, quote or event these tags and no others; the tags it has then."""
    from store.corrections import login

    wanted = list(_checked(tags))
    with writing(path) as connection:
        run = connection.execute
        seen = snapshot(connection, kind, thing)
        had = {row[0] for row in run("SELECT tag FROM tags WHERE kind = ? AND id = ?", (kind, thing))}
        for tag in had - set(wanted):
            run("DELETE FROM tags WHERE kind = ? AND id = ? AND tag = ?", (kind, thing, tag))
        for tag in wanted:
            run(
                "INSERT OR IGNORE INTO tags (kind, id, tag, at, who, words, context, headline, document)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (kind, thing, tag, now(), login(), *seen),
            )
            run("INSERT OR IGNORE INTO terms VALUES ('tag', ?, ?)", (tag, fold(tag)))
    return tuple(sorted(wanted))


def _checked(tags: Iterable[str]) -> Iterator[str]:
    for tag in tags:
        if "," in tag:
            raise StoreError(f"{tag!r} cannot be a tag; a comma stands between tags")
        yield from read_tags(tag)


def known_tags(reader: Reader) -> list[tuple[str, int]]:
    """Every tag in use with how often, most used first."""
    import sqlite3

    from store.connect import said

    try:
        return reader.connection.execute(
            "SELECT tag, count(*) AS uses FROM tags GROUP BY tag ORDER BY uses DESC, tag"
        ).fetchall()
    except sqlite3.Error as error:
        raise said(error, reader.path) from error
