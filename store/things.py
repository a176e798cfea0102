"""A figure, quote, event or article by its stable id, or by the beginning of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.errors import StoreError
from store.records import ArticleFull, EventRow, FigureRow, QuoteRow

if TYPE_CHECKING:
    from store.search import Reader

Thing = FigureRow | QuoteRow | EventRow | ArticleFull

KINDS = {"figure": "figures", "quote": "quotes", "event": "events", "article": "articles"}
#: Where things lie; what was rejected keeps its id.
_TABLES = (*KINDS.items(), *((kind, f"rejected_{KINDS[kind]}") for kind in ("figure", "quote", "event")))
#: Beginnings shorter than this are taken for a slip of the hand, not for an id.
SHORTEST = 4
#: Ids that are named where a beginning stands for several.
_NAMED = 5


class NoSuchId(StoreError):
    """No thing has an id that begins so."""


class UnclearId(StoreError):
    """Too little of an id to tell which is meant."""


def resolve(reader: Reader, beginning: str) -> tuple[str, str]:
    """The kind (a key of `KINDS`) and id of the one thing whose id is, or begins with, `beginning`.

    Raises `NoSuchId` or `UnclearId` with a sentence that says what to do.
    """
    beginning = beginning.strip()
    for kind, table in _TABLES:
        if reader._all(f"SELECT 1 FROM {table} WHERE id = ?", (beginning,)):
            return kind, beginning
    if len(beginning) < SHORTEST:
        raise UnclearId(f"{beginning!r} is too short for an id; give at least {SHORTEST} of its characters")
    found: list[tuple[str, str]] = []
    for kind, table in _TABLES:
        # Behind every text that begins so.
        rows = reader._all(
            f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
            (beginning, beginning + "\U0010ffff", _NAMED + 1),
        )
        found += [(kind, row[0]) for row in rows]
    if not found:
        raise NoSuchId(f"nothing has the id {beginning!r}; find and claims say the ids of what they show")
    if len(found) > 1:
        named = ", ".join(f"{ident} ({kind})" for kind, ident in found[:_NAMED])
        more = " …" if len(found) > _NAMED else ""
        raise UnclearId(f"{beginning!r} begins more than one id: {named}{more}; give more of it")
    return found[0]


def thing(reader: Reader, kind: str, ident: str) -> Thing | None:
    """The thing itself, also where it was rejected; None when it is gone."""
    if kind == "article":
        return reader.article(ident)
    from store.history import thing as found

    return found(reader, kind, ident)
