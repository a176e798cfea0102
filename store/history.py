"""What a person corrected, for reading: what stands over what was read, and every step that led there."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from store import rows
from store.connect import said
from store.highlight import matches
from store.query import Query
from store.records import EventRow, FigureRow, QuoteRow

if TYPE_CHECKING:
    from store.search import Reader

_WORDS = (
    "text", "sentence", "summary", "headline", "unit", "measure", "place", "country", "actor", "target", "claimant",
    "channel", "when", "speaker", "role", "addressee", "kind",
)  # fmt: skip
Thing = FigureRow | QuoteRow | EventRow
_KINDS: dict[str, tuple[str, str, Any]] = {
    "figure": ("figures", rows.FIGURE, rows.figure),
    "quote": ("quotes", rows.QUOTE, rows.quote),
    "event": ("events", rows.EVENT, rows.event),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A field whose value a person gave: `value` stands over `read`; both as JSON has them.

    `field` is a field's name, or `rejected`, `added`, `same:OTHER` (events).
    """

    kind: str
    id: str
    field: str
    value: Any
    read: Any
    who: str
    at: str
    why: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one step of the history; `before` is what held until then, None where that was as read."""

    step: str
    field: str
    value: Any
    before: Any
    why: str | None
    who: str
    at: str
    undone: str | None


def _ask(reader: Reader, statement: str, params: Sequence[object]) -> list[Any]:
    try:
        return reader.connection.execute(statement, params).fetchall()
    except sqlite3.Error as error:
        raise said(error, reader.path) from error


def standing(reader: Reader, kind: str, thing: str) -> dict[str, Standing]:
    """What stands over what was read of a figure, quote or event, by field."""
    found = _ask(
        reader,
        "SELECT kind, id, field, value, read, who, at, why FROM corrections_standing WHERE kind = ? AND id = ?",
        (kind, thing),
    )
    return {
        field: Standing(kind, id_, field, json.loads(value), json.loads(read), who, at, why)
        for kind, id_, field, value, read, who, at, why in found
    }


def history(reader: Reader, kind: str, thing: str) -> list[Change]:
    """Every step on a figure, quote or event, oldest first, with those that were undone."""
    found = _ask(
        reader,
        "SELECT step, field, value, why, who, at, undone FROM corrections WHERE kind = ? AND id = ?"
        " ORDER BY at, rowid",
        (kind, thing),
    )
    changes: list[Change] = []
    holds: dict[str, Any] = {field: each.read for field, each in standing(reader, kind, thing).items()}
    for step, field, value, why, who, at, undone in found:
        now = json.loads(value or "null")
        changes.append(Change(step, field, now, holds.get(field), why, who, at, undone))
        if undone is None:
            holds[field] = now
    return changes


def thing(reader: Reader, kind: str, id_: str) -> Thing | None:
    """The figure, quote or event, also where it was rejected; None where there is none."""
    _, select, made = _KINDS[kind]
    found = _ask(reader, f"{select} WHERE x.id = ?", (id_,))
    if found:
        row: Thing = made(found[0])
        return row
    return next(iter(rejected(reader, kind, "x.id = ?", (id_,))), None)


def rejected(reader: Reader, kind: str, where: str, params: Sequence[object] = ()) -> list[Any]:
    """What was rejected, under conditions on the aliases `x` and `a`, in the order of the text."""
    _, select, made = _KINDS[kind]
    order = "x.article, x.start" if kind != "event" else "x.article, x.rowid"
    found = _ask(reader, f"{rows.of_rejected(select)} WHERE {where} ORDER BY {order}", params)
    return [made(row) for row in found]


def rejected_ids(reader: Reader, kind: str, query: Query) -> list[int]:
    """The numbers, turned below 0, of the rejected ones that a query finds; words are looked for in the row."""
    from store import compile as sql

    where = {"figure": sql.figures, "quote": sql.quotes, "event": sql.events}[kind](query, True)
    return [-row.rowid for row in rejected(reader, kind, where.sql(), where.params) if _holds(row, query)]


def _holds(row: Thing, query: Query) -> bool:
    """Do the query's words stand in the row?"""
    parts = [getattr(row, name, None) for name in _WORDS]
    text = " ".join(part for part in parts if isinstance(part, str))
    return all(
        bool(matches(text, Query(terms=(dataclasses.replace(term, negated=False),)))) != term.negated
        for term in query.terms
    )


def rejected_of(reader: Reader, kind: str, article_id: str) -> list[Any]:
    """What was rejected of one article."""
    return rejected(reader, kind, "a.id = ?", (article_id,))


@dataclass(frozen=True, slots=True)
class Corrected:
    """One field that stands corrected, with the words of its thing and the article it is in."""

    at: str
    who: str
    kind: str
    id: str
    field: str
    read: Any
    value: Any
    why: str | None
    words: str
    headline: str | None
    document: str
    article_id: str
    #: `stands`, `undone`, `replaced` by a later step, `as read` (it says what was read), or `gone` with its words.
    state: str = "stands"


def steps(reader: Reader) -> list[Corrected]:
    """Every field of every step that was ever made, newest first; those whose words are gone too."""
    found = _ask(
        reader,
        "SELECT c.at, c.who, c.kind, c.id, c.field, s.read, c.value, c.why, c.words,"
        " coalesce(a.headline, c.headline), coalesce(a.document, c.document), c.article_id,"
        " CASE WHEN c.undone IS NOT NULL THEN 'undone' WHEN s.value = c.value THEN 'stands' WHEN s.id IS NOT NULL THEN 'replaced'"
        "  WHEN EXISTS (SELECT 1 FROM figures x WHERE x.id = c.id) OR EXISTS (SELECT 1 FROM quotes x WHERE x.id = c.id)"
        "  OR EXISTS (SELECT 1 FROM events x WHERE x.id = c.id) THEN 'as read' ELSE 'gone' END"
        " FROM corrections c LEFT JOIN articles a ON a.id = c.article_id LEFT JOIN corrections_standing s"
        "   ON s.kind = c.kind AND s.id = c.id AND s.field = c.field ORDER BY c.at DESC, c.rowid DESC",
        (),
    )
    return [
        Corrected(at, who, kind, id_, field, json.loads(read or "null"), _brief(field, json.loads(value or "null")),
                  *rest)
        for at, who, kind, id_, field, read, value, *rest in found
    ]  # fmt: skip


def everything(reader: Reader, article: str | None = None) -> list[Corrected]:
    """All that stands corrected, rejected, added, merged or split, newest first; of one article when it is named."""
    found = _ask(
        reader,
        "SELECT s.at, s.who, s.kind, s.id, s.field, s.read, s.value, s.why, c.words, a.headline, a.document, a.id"
        " FROM corrections_standing s JOIN articles a ON a.id = s.article_id JOIN corrections c"
        "   ON c.kind = s.kind AND c.id = s.id AND c.field = s.field AND c.undone IS NULL"
        " WHERE ?1 IS NULL OR a.id = ?1"
        " GROUP BY s.kind, s.id, s.field ORDER BY s.at DESC, a.rowid, s.kind, s.id, s.field",
        (article,),
    )
    return [
        Corrected(at, who, kind, id_, field, json.loads(read), _brief(field, json.loads(value)), why, *rest)
        for at, who, kind, id_, field, read, value, why, *rest in found
    ]


def _brief(field: str, value: Any) -> Any:
    """Of something added its words are enough."""
    return value.get("text") if field == "added" and isinstance(value, dict) else value
