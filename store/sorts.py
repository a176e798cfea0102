"""The orders of the lists, as a person may choose them: for each the SQL that sorts by it."""

from __future__ import annotations

from store.errors import QueryError

#: Orders of the article list; `published` has the newest first and the undated last.
ARTICLE_SORTS = {
    "published": "a.published DESC, a.rowid",
    "oldest": "a.published IS NULL, a.published, a.rowid",
    "imported": "a.rowid DESC",
    "headline": "a.headline IS NULL, a.headline COLLATE NOCASE, a.rowid",
    "figures": "a.figures DESC, a.rowid",
}
EVENT_SORTS = {
    "date": "x.date_to DESC, x.rowid",
    "oldest": "x.date_to IS NULL, x.date_to, x.rowid",
    "kind": "x.kind, x.date_to DESC, x.rowid",
    "place": "x.place IS NULL, x.place, x.date_to DESC, x.rowid",
    "imported": "x.rowid DESC",
}
SPEAKER_SORTS = {
    "quotes": "quotes DESC, name",
    "name": "name COLLATE NOCASE",
    "last": "last DESC, name",
    "articles": "articles DESC, name",
}
CLAIMANT_SORTS = {
    "figures": "figures DESC, name",
    "name": "name COLLATE NOCASE",
    "articles": "articles DESC, name",
}
PLACE_SORTS = {
    "figures": "figures + events DESC, name",
    "name": "name COLLATE NOCASE",
    "last": "last DESC, name",
}


def sorted_by(sorts: dict[str, str], sort: str) -> str:
    """The SQL of the order called `sort`; raises a `QueryError` that names the orders there are."""
    if sort not in sorts:
        raise QueryError(f"cannot sort by {sort!r}; it can be {', '.join(sorts)}", possible=tuple(sorts))
    return sorts[sort]
