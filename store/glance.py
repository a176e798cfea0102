"""The first rows of the article list before all of it is found: enough to fill a screen within a moment."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from store.query import Query
from store.text import WORD, fold

if TYPE_CHECKING:
    from store.search import Reader

#: Articles looked at for a word, how many at a time, and how many of them must have it: what fills a screen.
#: A word that fewer than a quarter have is found as fast by its index.
LOOK, STEP, ENOUGH, SHARE = 160, 32, 40, 4
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
    """The page of `page` rows around the article `place` of the whole list, or the first rows that a query of
    words finds; None where the whole answer comes as quickly, or nothing quick is to be had.
    """
    order = _QUICK.get(sort)
    if order is None or query.fields:
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
    newest = [row[0] for row in ask(select, (LOOK, 0))]
    held = holds(query)
    found = array("i")
    for at in range(0, len(newest), STEP):
        part = newest[at : at + STEP]
        marks = ", ".join("?" * len(part))
        texts = {
            rowid: (headline, text)
            for rowid, headline, text in ask(
                f"SELECT rowid, headline, text FROM articles_text WHERE rowid IN ({marks})", part
            )
        }
        found.extend(rowid for rowid in part if rowid in texts and held(*texts[rowid]))
        if len(found) >= ENOUGH:
            return Glance(found, 0, 0, None)
        if len(found) * SHARE < at + STEP:
            break
    return None


def holds(query: Query) -> Callable[[str | None, str], bool]:
    """Whether the index of words would find an article by its headline and text, for the query's words."""
    wanted: list[re.Pattern[str]] = []
    unwanted: list[re.Pattern[str]] = []
    for term in query.terms:
        words = [re.escape(fold(word)) for word in WORD.findall(term.text)]
        if words:
            pattern = r"(?<![^\W_])" + r"[\W_]+".join(words) + ("" if term.prefix else r"(?![^\W_])")
            (unwanted if term.negated else wanted).append(re.compile(pattern))

    def any_of(pattern: re.Pattern[str], columns: Sequence[str]) -> bool:
        return any(pattern.search(column) for column in columns)

    def held(headline: str | None, text: str) -> bool:
        columns = (_plain(text), _plain(headline or ""))
        return all(any_of(pattern, columns) for pattern in wanted) and not any(
            any_of(pattern, columns) for pattern in unwanted
        )

    return held


_TYPOGRAPHY = str.maketrans("’‘ʼ“”–—…", "'''\"\"--.")


def _plain(text: str) -> str:
    plain = text.translate(_TYPOGRAPHY)
    # Not `fold`, which would keep each text.
    return plain.casefold() if plain.isascii() else fold.__wrapped__(text)
