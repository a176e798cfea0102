"""Corrections by a person: a field, a rejection, an addition, a merge; each a step with who and when, undone one by one.

The history (`corrections`) only grows; `laying` lays what holds over what was
read. Values are checked against the vocabulary (`fields`) before anything is
written. Every function raises a `StoreError` with a sentence and then has changed nothing.
"""

from __future__ import annotations

import getpass
import json
import secrets
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from store.annotations import Path, Snapshot, now, snapshot, writing
from store.errors import StoreError
from store.fields import FIELDS, TOGETHER, agree, checked
from store.laying import TABLES, relay


@dataclass(frozen=True, slots=True)
class About:
    """What a correction is about: its article, and a snapshot of its words."""

    article_id: str
    article: int
    seen: Snapshot


def login() -> str:
    """The login name of the person at the keys."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def about(connection: sqlite3.Connection, kind: str, id_: str) -> About:
    """The figure, quote or event called `id_`, rejected or not; raises `StoreError` where there is none."""
    if kind not in TABLES:
        raise StoreError(f"{kind!r} cannot be corrected; figure, quote and event can")
    table = TABLES[kind]
    row = connection.execute(
        f"SELECT a.id, a.rowid FROM articles a WHERE a.rowid = coalesce((SELECT article FROM {table}"
        f" WHERE id = ?1), (SELECT article FROM rejected_{table} WHERE id = ?1))",
        (id_,),
    ).fetchone()
    if row is None:
        raise StoreError(f"there is no {kind} {id_} in the store; it may have been read again since")
    kept = connection.execute(
        "SELECT words, context, headline, document FROM corrections WHERE kind = ? AND id = ? LIMIT 1",
        (kind, id_),
    ).fetchone()
    return About(row[0], row[1], kept or snapshot(connection, kind, id_))


def record(
    connection: sqlite3.Connection,
    step: str,
    kind: str,
    id_: str,
    it: About,
    changes: Mapping[str, object],
    why: str | None = None,
    who: str | None = None,
) -> None:
    """Adds a step, or a part of one, to the history; what holds is not laid yet."""
    by, at = who or login(), now()
    connection.executemany(
        "INSERT INTO corrections (step, kind, id, article_id, field, value, why, who, at, words, context,"
        " headline, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (step, kind, id_, it.article_id, field, json.dumps(value), why, by, at, *it.seen)
            for field, value in changes.items()
        ],
    )


def new_step() -> str:
    """A name that no other step has, on this machine or another."""
    return secrets.token_hex(8)


def correct(
    path: Path, kind: str, thing: str, changes: Mapping[str, object], why: str | None = None
) -> tuple[str, ...]:
    """Corrects fields of a figure, quote or event at one stroke; the fields that changed.

    A value of None means that the text does not say. Raises `StoreError` for a
    value that its field does not take, or values that contradict each other.
    """
    wanted = {name: checked(kind, name, value) for name, value in changes.items()}
    with writing(path) as connection:
        it = about(connection, kind, thing)
        row = _row(connection, kind, thing)
        for name, value in wanted.items():
            _refers(connection, kind, name, value, thing, it)
        new = {name: value for name, value in wanted.items() if value != row[name]}
        if not new:
            return ()
        if "value" in new and "low" not in new and "high" not in new and row["low"] == row["high"]:
            new["low"] = new["high"] = new["value"]
        for group in TOGETHER:
            if new.keys() & set(group) and set(group) <= FIELDS[kind].keys():
                new = {**{name: row[name] for name in group}, **new}
        agree({**row, **new}, new)
        record(connection, new_step(), kind, thing, it, new, why)
        relay(connection, it.article)
        return tuple(name for name in new if new[name] != row[name])


def _row(connection: sqlite3.Connection, kind: str, thing: str) -> dict[str, Any]:
    """The fields of a thing as they stand."""
    names = ", ".join(f'"{name}"' for name in FIELDS[kind])
    table = TABLES[kind]
    row = connection.execute(f"SELECT {names} FROM {table} WHERE id = ?", (thing,)).fetchone()
    if row is None:
        raise StoreError(f"the {kind} is rejected; take that back before you correct it")
    return dict(zip(FIELDS[kind], row, strict=True))


def _refers(
    connection: sqlite3.Connection, kind: str, name: str, value: object, thing: str, it: About
) -> None:
    """A field that names another figure or event must name one of the same article."""
    takes = FIELDS[kind][name].takes
    if value is None or takes not in TABLES:
        return
    if value == thing:
        raise StoreError(f"{name}: a {kind} cannot refer to itself")
    found = connection.execute(
        f"SELECT 1 FROM {TABLES[takes]} WHERE id = ? AND article = ?", (value, it.article)
    ).fetchone()
    if not found:
        raise StoreError(f"{name}: {value!r} is no {takes} of this article")


def reject(path: Path, kind: str, thing: str, on: bool, why: str | None = None) -> None:
    """Rejects a figure, quote or event that is none, or takes the rejection back."""
    with writing(path) as connection:
        it = about(connection, kind, thing)
        is_now = bool(
            connection.execute(f"SELECT 1 FROM rejected_{TABLES[kind]} WHERE id = ?", (thing,)).fetchone()
        )
        if is_now != on:
            record(connection, new_step(), kind, thing, it, {"rejected": on}, why)
            relay(connection, it.article)


def undo(path: Path, kind: str, thing: str) -> str:
    """Undoes the last step on a thing, all of it, and says in words what that was.

    Raises `StoreError` when there is nothing to undo.
    """
    with writing(path) as connection:
        row = connection.execute(
            "SELECT step, who FROM corrections WHERE kind = ? AND id = ? AND undone IS NULL"
            " ORDER BY at DESC, rowid DESC LIMIT 1",
            (kind, thing),
        ).fetchone()
        if row is None:
            raise StoreError(f"there is nothing to undo on this {kind}; it is as it was read")
        step, who = row
        fields = {
            field: json.loads(value)
            for field, value in connection.execute(
                "SELECT field, value FROM corrections WHERE step = ? AND kind = ? AND id = ? ORDER BY rowid",
                (step, kind, thing),
            )
        }
        articles = connection.execute(
            "SELECT DISTINCT a.rowid FROM corrections c JOIN articles a ON a.id = c.article_id WHERE c.step = ?",
            (step,),
        ).fetchall()
        connection.execute("UPDATE corrections SET undone = ? WHERE step = ?", (now(), step))
        for (article,) in articles:
            relay(connection, article)
        return f"undone: {said(fields)} by {who}"


def said(fields: Mapping[str, object]) -> str:
    """A step in words, from its fields and the values that they were given."""
    if "added" in fields:
        return "the addition"
    if "rejected" in fields:
        return "the rejection" if fields["rejected"] else "the taking back of the rejection"
    linked = [value for field, value in fields.items() if field.startswith("same:")]
    if linked:
        return (
            "the return to what was read" if linked[0] is None else "the merge" if linked[0] else "the split"
        )
    return f"the correction of {', '.join(fields)}"
