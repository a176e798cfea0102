"""Corrections on their way between stores, inside `conflict-tui/1`.

An exported article holds corrected values, and under `corrections` the history
with what was read. `unpack` puts the article back as it was read; the importer
stores that, adds the history to its own, and lays what holds.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

import msgspec

from extract.ids import stable_id
from extract.model import Article, Correction, Event, Figure, Quote
from store.errors import StoreError
from store.fields import FIELDS, checked
from store.laying import TABLES

Problem = tuple[str, str]
_STRUCTS: dict[str, Any] = {"figure": Figure, "quote": Quote, "event": Event}


def pack(connection: sqlite3.Connection, article_id: str) -> list[Correction]:
    """The history of an article's corrections, and what of them stands."""
    run = connection.execute
    standing = {
        (kind, id_, field): (value, read, who, at)
        for kind, id_, field, value, read, who, at in run(
            "SELECT kind, id, field, value, read, who, at FROM corrections_standing WHERE article_id = ?",
            (article_id,),
        )
    }
    made: list[Correction] = []
    last: dict[tuple[str, str, str], Correction] = {}
    for step, kind, id_, field, value, why, who, at, undone, words, context in run(
        "SELECT step, kind, id, field, value, why, who, at, undone, words, context FROM corrections"
        " WHERE article_id = ? ORDER BY at, rowid",
        (article_id,),
    ):
        change = Correction(
            step=step, kind=kind, id=id_, field=field, value=json.loads(value or "null"), why=why, who=who, at=at,
            undone=undone, words=words, context=context,
        )  # fmt: skip
        made.append(change)
        if undone is None:
            last[kind, id_, field] = change
    if not made:
        return made
    for key, (value, read, who, at) in standing.items():
        kind, id_, field = key
        change = last.get(key) or Correction(kind=kind, id=id_, field=field, who=who, at=at)
        if key not in last:
            if field not in _STRUCTS[kind].__struct_fields__:
                continue  # a column that is no part of the format
            made.append(change)
            change.value = json.loads(value)
        change.stands = True
        change.read = _rejected(connection, kind, id_) if field == "rejected" else json.loads(read)
    for id_, lists in run(
        "SELECT x.id, x.lists_read FROM events x JOIN articles a ON a.rowid = x.article"
        " WHERE a.id = ? AND x.lists_read IS NOT NULL",
        (article_id,),
    ):
        for field, read in zip(("figures", "quotes"), json.loads(lists), strict=True):
            made.append(Correction(kind="event", id=id_, field=field, stands=True, read=json.loads(read)))
    return made


def _rejected(connection: sqlite3.Connection, kind: str, id_: str) -> dict[str, Any]:
    """A rejected thing as the format has it."""
    names = _STRUCTS[kind].__struct_fields__
    columns = ", ".join(f'"{name}"' for name in names)
    row = connection.execute(f"SELECT {columns} FROM rejected_{TABLES[kind]} WHERE id = ?", (id_,)).fetchone()
    values = dict(zip(names, row, strict=True)) if row else {}
    if kind == "event":
        for name in ("figures", "quotes", "sentences"):
            values[name] = json.loads(values[name])
    return values


def unpack(article: Article) -> Problem | None:
    """Puts an article back as it was read; the first thing wrong with its corrections as `(field, what)`."""
    if not article.corrections:
        return None
    from extract.sums import find_sums

    lists: dict[str, list[Any]] = {
        "figure": article.figures,
        "quote": article.quotes,
        "event": article.events,
    }
    for index, change in enumerate(article.corrections):
        if change.stands and change.field == "rejected":
            try:
                thing = msgspec.convert(change.read, _STRUCTS[change.kind])
            except msgspec.ValidationError as error:
                return f"corrections[{index}].read", f"is no {change.kind} that was rejected ({error})"
            _put(lists[change.kind], thing)
    things = {(kind, thing.id): thing for kind, each in lists.items() for thing in each}
    for index, change in enumerate(article.corrections):
        known = (change.kind, change.id) in things
        if not known and change.field != "added" and not change.undone and not _is_added(article, change):
            return f"corrections[{index}].id", f"{change.id!r} is the id of no {change.kind} of this article"
        wrong = _wrong(change)
        if wrong:
            return f"corrections[{index}].value", wrong
        if known and change.stands and change.field in _STRUCTS[change.kind].__struct_fields__:
            setattr(things[change.kind, change.id], change.field, change.read)
    added = {(c.kind, c.id) for c in article.corrections if c.stands and c.field == "added"}
    for kind, each in lists.items():
        each[:] = [thing for thing in each if (kind, thing.id) not in added]
    try:
        # What was put back must be what the format says: numbers where numbers belong.
        read = msgspec.convert(msgspec.to_builtins(article), Article)
    except msgspec.ValidationError as error:
        return "corrections", f"a value that was read does not fit ({error})"
    article.figures, article.quotes, article.events = read.figures, read.quotes, read.events
    # The checks that came along are of the corrected figures.
    article.sums = find_sums(article.id, article.figures)
    return None


def _is_added(article: Article, change: Correction) -> bool:
    return any(
        other.field == "added" and (other.kind, other.id) == (change.kind, change.id)
        for other in article.corrections
    )


def _wrong(change: Correction) -> str:
    """Why a change's value cannot be, or nothing."""
    if not change.step and change.stands:
        return ""  # it follows from others
    try:
        if change.field in FIELDS[change.kind]:
            checked(change.kind, change.field, change.value)
        elif change.field == "added":
            msgspec.convert({**change.value, "id": change.id}, _STRUCTS[change.kind])
        elif change.field == "rejected" or (change.kind == "event" and change.field.startswith("same:")):
            if change.value not in (True, False, None):
                return f"{change.value!r} is neither true nor false"
        else:
            return f"the field {change.field!r} of a {change.kind} cannot be corrected"
    except (StoreError, msgspec.ValidationError, TypeError) as error:
        return str(error)
    return ""


def _put(things: list[Any], thing: Any) -> None:
    """Puts a figure, quote or event where it stands in the order of the text."""

    def place(each: Any) -> int:
        if isinstance(each, Event):
            return each.sentences[0][0] if each.sentences else 0
        return int(each.start)

    at = next((index for index, other in enumerate(things) if place(other) > place(thing)), len(things))
    things.insert(at, thing)


def receive(connection: sqlite3.Connection, article: Article) -> None:
    """Adds an article's history to the store's own; steps that are known change only where they were undone since."""
    changes: Iterable[Correction] = (
        change for change in article.corrections if change.step or not change.stands
    )
    for change in changes:
        step = change.step or stable_id(
            "correction", article.id, change.kind, change.id, change.field, change.value, change.at
        )
        connection.execute(
            "INSERT OR IGNORE INTO corrections (step, kind, id, article_id, field, value, why, who, at, undone,"
            " words, context, headline, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                step, change.kind, change.id, article.id, change.field, json.dumps(change.value), change.why,
                change.who or "unknown", change.at or "1970-01-01T00:00:00Z", change.undone, change.words,
                change.context, article.headline, article.document,
            ),
        )  # fmt: skip
        if change.undone:
            connection.execute(
                "UPDATE corrections SET undone = ? WHERE step = ? AND undone IS NULL", (change.undone, step)
            )
