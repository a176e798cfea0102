"""The first rows of the article list before all of it is found: enough to fill a screen within a moment."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from store import compile as sql
from store.query import Query
from store.text import WORD, fold

if TYPE_CHECKING:
    from store.search import Reader

#: Articles looked at for a word, how many at a time, and how many of them must have it: what fills a screen.
#: A word that fewer than a quarter have is found as fast by its index.
LOOK, STEP, ENOUGH, SHARE = 160, 32, 40, 4
#: A word that fewer have is looked for by its index among so many of the first articles: where one in a hundred has
#: it, they fill a screen, and all the others need not be read and put in order before anything is seen.
AMONG = 4000
#: The same where fields are asked for, which are told without reading the text.
LOOK_FIELDS, STEP_FIELDS, SHARE_FIELDS = 640, 160, 40
#: What stands before a row in an order; undated ones come last in `published`.
_BEFORE = {
    "published": (
        "WITH o(p, r) AS (SELECT published, rowid FROM articles WHERE rowid = ?)"
        " SELECT CASE WHEN p IS NULL THEN (SELECT count(*) FROM articles WHERE published IS NOT NULL)"
        "  + (SELECT count(*) FROM articles WHERE published IS NULL AND rowid < r)"
        " ELSE (SELECT count(*) FROM articles WHERE published > p)"
        "  + (SELECT count(*) FROM articles WHERE published = p AND rowid < r) END FROM o"
    ),
    "imported": "SELECT count(*) FROM articles WHERE rowid > ?",
}
#: Orders whose first rows an index gives at once.
_QUICK = {
    "published": "a.published DESC, a.rowid",
    "imported": "a.rowid DESC",
    "headline": "a.headline IS NULL, a.headline COLLATE NOCASE, a.rowid",
    "figures": "a.figures DESC, a.rowid",
}


@dataclass(frozen=True, slots=True)
class Glance:
    """Rowids of the rows from index `first` on; `at` is the row asked for, `total` None while it is not known."""

    ids: array[int]
    first: int
    at: int
    total: int | None


def articles(
    reader: Reader, ask: Callable[..., list[Any]], query: Query, sort: str, place: str, page: int
) -> Glance | None:
    """The page of `page` rows around the article `place` of the whole list, or the first rows that a query
    finds; None where the whole answer comes as quickly, or nothing quick is to be had.
    """
    order = _QUICK.get(sort)
    if order is None:
        return None
    select = f"SELECT a.rowid FROM articles a ORDER BY {order} LIMIT ? OFFSET ?"
    if not query:
        at = 0
        rowid = reader.article_rowid(place) if place else None
        if rowid is not None:
            if sort not in _BEFORE:
                return None
            at = int(ask(_BEFORE[sort], (rowid,))[0][0])
        first = at // page * page
        ids = array("i", (row[0] for row in ask(select, (page, first))))
        return Glance(ids, first, at, int(ask("SELECT count(*) FROM articles")[0][0]))
    look, step, share = (LOOK_FIELDS, STEP_FIELDS, SHARE_FIELDS) if query.fields else (LOOK, STEP, SHARE)
    newest = [row[0] for row in ask(select, (look, 0))]
    held = _holding(ask, query)
    found = array("i")
    for at in range(0, len(newest), step):
        found.extend(held(newest[at : at + step]))
        if len(found) >= ENOUGH:
            return Glance(found, 0, 0, None)
        if len(found) * share < at + step:
            break
    if query.fields or query.unwanted():
        return None
    return _among(reader, query, [row[0] for row in ask(select, (AMONG, 0))], page)


def _among(reader: Reader, query: Query, listed: list[int], page: int) -> Glance | None:
    """The first `page` of the `listed` articles that have the query's words; None where they do not fill a screen."""
    words = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? AND rowid BETWEEN ? AND ?"
    # Articles that follow each other in a list mostly came one after the other, too.
    have = set(reader._ids(words, [query.match(), min(listed, default=0), max(listed, default=0)]))
    found = array("i", islice(filter(have.__contains__, listed), page))
    return Glance(found, 0, 0, None) if len(found) >= min(ENOUGH, page) else None


def _holding(ask: Callable[..., list[Any]], query: Query) -> Callable[[list[int]], list[int]]:
    """Which of some articles the query finds, in their order."""
    named = any(field.name == "headline" for field in query.fields)
    words = holds(query) if query.terms or named else None
    where = sql.articles(query, few=True) if query.fields else None

    def held(part: list[int]) -> list[int]:
        marks = ", ".join("?" * len(part))
        if where is not None:
            own = f"SELECT a.rowid FROM articles a WHERE a.rowid IN ({marks}) AND {where.sql()}"
            fitting = {row[0] for row in ask(own, [*part, *where.params])}
            part = [rowid for rowid in part if rowid in fitting]
            marks = ", ".join("?" * len(part))
        if words is None:
            return part
        texts = {
            rowid: (headline, text)
            for rowid, headline, text in ask(
                f"SELECT rowid, headline, text FROM articles_text WHERE rowid IN ({marks})", part
            )
        }
        return [rowid for rowid in part if rowid in texts and words(*texts[rowid])]

    return held


def holds(query: Query) -> Callable[[str | None, str], bool]:
    """Whether the index of words would find an article by its headline and text, for the query's words."""
    wanted: list[re.Pattern[str]] = []
    unwanted: list[re.Pattern[str]] = []
    for term in query.terms:
        pattern = _pattern(term.text, term.prefix)
        if pattern is not None:
            (unwanted if term.negated else wanted).append(pattern)
    #: Of each field on the headline: its alternatives, and whether none of them may stand there.
    headed = [
        ([pattern for value in field.values if (pattern := _pattern(value, True))], field.negated)
        for field in query.fields
        if field.name == "headline"
    ]

    def any_of(pattern: re.Pattern[str], columns: Sequence[str]) -> bool:
        return any(pattern.search(column) for column in columns)

    def held(headline: str | None, text: str) -> bool:
        head = _plain(headline or "")
        columns = (_plain(text) if wanted or unwanted else "", head)
        return (
            all(any_of(pattern, columns) for pattern in wanted)
            and not any(any_of(pattern, columns) for pattern in unwanted)
            and all(
                any(pattern.search(head) for pattern in patterns) is not negated
                for patterns, negated in headed
            )
        )

    return held


def _pattern(text: str, prefix: bool) -> re.Pattern[str] | None:
    """The words of `text` one after the other, as the index of words finds them; None where there is none."""
    words = [re.escape(fold(word)) for word in WORD.findall(text)]
    if not words:
        return None
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(words) + ("" if prefix else r"(?![^\W_])"))


_TYPOGRAPHY = str.maketrans("’‘ʼ“”–—…", "'''\"\"--.")


def _plain(text: str) -> str:
    plain = text.translate(_TYPOGRAPHY)
    # Not `fold`, which would keep each text.
    return plain.casefold() if plain.isascii() else fold.__wrapped__(text)
