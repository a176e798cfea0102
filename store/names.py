"""Lists that count over the store: speakers, places, what was kept of lost words, and the statistics."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from store import compile as sql
from store.outcomes import Kept, Stats
from store.query import Query
from store.records import ClaimantRow, PlaceRow, Role, SpeakerRow

Ask = Callable[..., list[Any]]


def speakers(ask: Ask, query: Query | None, order: str, limit: int | None, offset: int) -> list[SpeakerRow]:
    """One row a speaker; see `Reader.speaker_names`."""
    if query:
        where = sql.quotes(query)
        source = (
            f"quotes x JOIN articles a ON a.rowid = x.article WHERE x.speaker IS NOT NULL AND {where.sql()}"
        )
        params = where.params
    else:
        source, params = "quotes x WHERE x.speaker IS NOT NULL", []
    found = ask(
        "SELECT x.speaker AS name, count(*) AS quotes, count(DISTINCT x.article) AS articles,"
        f" min(x.date) AS first, max(x.date) AS last FROM {source} GROUP BY x.speaker"
        f" ORDER BY {order} LIMIT ? OFFSET ?",
        [*params, -1 if limit is None else limit, offset],
    )
    roles: dict[str, list[str]] = {}
    # Roles lie outside the index that counts, so they are fetched for the names of this page only.
    names = [row[0] for row in found]
    for at in range(0, len(names), 500):
        part = names[at : at + 500]
        for name, role in ask(
            "SELECT speaker, role FROM quotes WHERE role IS NOT NULL AND speaker IN"
            f" ({', '.join('?' * len(part))}) GROUP BY speaker, role ORDER BY speaker, count(*) DESC",
            part,
        ):
            roles.setdefault(name, []).append(role)
    return [
        SpeakerRow(name, "; ".join(roles.get(name, ())), quotes, articles, first, last)
        for name, quotes, articles, first, last in found
    ]


def claimants(ask: Ask, query: Query | None, order: str, limit: int | None, offset: int) -> list[ClaimantRow]:
    """One row a claimant; see `Reader.claimant_names`."""
    source, params = "figures x WHERE x.claimant IS NOT NULL", list[object]()
    if query:
        where = sql.figures(query)
        source = (
            f"figures x JOIN articles a ON a.rowid = x.article WHERE x.claimant IS NOT NULL AND {where.sql()}"
        )
        params = where.params
    # Each article once for a claimant first, in the order of the index.
    found = ask(
        "SELECT name, sum(n) AS figures, count(*) AS articles FROM"
        f" (SELECT x.claimant AS name, x.article, count(*) AS n FROM {source} GROUP BY x.claimant, x.article)"
        f" GROUP BY name ORDER BY {order} LIMIT ? OFFSET ?",
        [*params, -1 if limit is None else limit, offset],
    )
    return [ClaimantRow(*row) for row in found]


def roles(ask: Ask, name: str) -> list[Role]:
    """The roles of a speaker over time; see `Reader.roles_of_speaker`."""
    return [
        Role(*row)
        for row in ask(
            "SELECT x.role, count(*), min(coalesce(x.date, a.published)), max(coalesce(x.date, a.published))"
            " FROM quotes x JOIN articles a ON a.rowid = x.article"
            " WHERE x.speaker = ? AND x.role IS NOT NULL GROUP BY x.role ORDER BY 3, 1",
            (name,),
        )
    ]


def places(ask: Ask, query: Query | None, order: str, limit: int | None, offset: int) -> list[PlaceRow]:
    """One row a place; see `Reader.place_names`."""
    figures, events = "figures x WHERE x.place IS NOT NULL", "events x WHERE x.place IS NOT NULL"
    params: list[object] = []
    if query:
        joined = "JOIN articles a ON a.rowid = x.article WHERE x.place IS NOT NULL"
        where, more = sql.figures(query), sql.events(query)
        figures = f"figures x {joined} AND {where.sql()}"
        events = f"events x {joined} AND {more.sql()}"
        params = [*where.params, *more.params]
    found = ask(
        "SELECT name, max(country) AS country, sum(figures) AS figures, sum(events) AS events,"
        " max(last) AS last FROM"
        "  (SELECT x.place AS name, NULL AS country, count(*) AS figures, 0 AS events, max(x.date_to) AS last"
        f"   FROM {figures} GROUP BY x.place"
        "   UNION ALL SELECT x.place, max(x.country), 0, count(*), max(x.date_to)"
        f"   FROM {events} GROUP BY x.place)"
        f" GROUP BY name ORDER BY {order} LIMIT ? OFFSET ?",
        [*params, -1 if limit is None else limit, offset],
    )
    return [PlaceRow(*row) for row in found]


_TABLES = {"article": "articles", "figure": "figures", "quote": "quotes", "event": "events"}


def kept(ask: Ask) -> list[Kept]:
    """Stars and notes whose ids no table holds any more; see `Reader.kept`."""
    lost: dict[tuple[str, str], Kept] = {}
    for kind, table in _TABLES.items():
        gone = f"kind = '{kind}' AND id NOT IN (SELECT id FROM {table})"
        for id_, words, context, headline, document in ask(
            f"SELECT id, words, context, headline, document FROM stars WHERE {gone} ORDER BY at"
        ):
            lost[kind, id_] = Kept(kind, id_, words, context, headline, document, True, None)
        for id_, words, context, headline, document, text in ask(
            f"SELECT id, words, context, headline, document, text FROM notes WHERE {gone} ORDER BY at"
        ):
            starred = (kind, id_) in lost
            lost[kind, id_] = Kept(kind, id_, words, context, headline, document, starred, text)
    return list(lost.values())


def stats(ask: Ask, path: str | os.PathLike[str]) -> Stats:
    """Counts over the whole store; see `Reader.stats`."""

    def count(statement: str) -> int:
        return int(ask(statement)[0][0])

    first, last = ask("SELECT min(published), max(published) FROM articles")[0]
    measures = ask("SELECT measure, count(*) AS n FROM figures GROUP BY measure ORDER BY n DESC, measure")
    apart = count("SELECT count(*) FROM figures WHERE set_apart")
    size = sum(p.stat().st_size for p in (Path(path), Path(f"{path}-wal")) if p.exists())
    return Stats(
        documents=count("SELECT count(*) FROM documents"),
        articles=count("SELECT count(*) FROM articles"),
        figures=count("SELECT count(*) FROM figures") - apart,
        set_apart=apart,
        quotes=count("SELECT count(*) FROM quotes"),
        speakers=count("SELECT count(DISTINCT speaker) FROM quotes WHERE speaker IS NOT NULL"),
        events=count("SELECT count(*) FROM events"),
        places=count(
            "SELECT count(*) FROM (SELECT place FROM figures WHERE place IS NOT NULL"
            " UNION SELECT place FROM events WHERE place IS NOT NULL)"
        ),
        undated=count("SELECT count(*) FROM articles WHERE published IS NULL"),
        inferred=count("SELECT count(*) FROM articles WHERE published_basis = 'inferred'"),
        stars=count("SELECT count(*) FROM stars"),
        notes=count("SELECT count(*) FROM notes"),
        kept=len(kept(ask)),
        links=count("SELECT count(*) FROM article_links"),
        first=first,
        last=last,
        bytes=size,
        measures=tuple((name, number) for name, number in measures),
    )
