"""Merging and splitting: a person says that events of two reports are one, or are not."""

from __future__ import annotations

import sqlite3

from store import rows
from store.annotations import Path, writing
from store.corrections import about, new_step, record
from store.errors import StoreError
from store.laying import relay

#: More reports of one event than this are not merged at one stroke.
_MOST = 200


def merge(path: Path, event: str, other: str, why: str | None = None) -> int:
    """Says that two events are one, with every report linked to either; how many articles report it then."""
    with writing(path) as connection:
        mine, theirs = _cluster(connection, event), _cluster(connection, other)
        if set(mine) & set(theirs):
            raise StoreError("these reports are linked already: they are of one event")
        if len(mine) * len(theirs) > _MOST:
            raise StoreError(
                f"{len(mine) + len(theirs)} reports are too many to merge at one stroke; merge them in parts"
            )
        _say(connection, [(one, two) for one in mine for two in theirs], True, why)
        return len({about(connection, "event", event).article for event in (*mine, *theirs)})


def split(path: Path, event: str, other: str | None = None, why: str | None = None) -> int:
    """Says that an event is not the same as `other`, or (without one) as any it is linked to; from how many."""
    with writing(path) as connection:
        others = [other] if other is not None else _cluster(connection, event)[1:]
        if not others:
            raise StoreError("this event is linked to no other report, so there is nothing to split")
        _say(connection, [(event, each) for each in others], False, why)
        return len(others)


def as_read(path: Path, event: str, other: str) -> None:
    """Goes back to what the rules say of two events."""
    with writing(path) as connection:
        _say(connection, [(event, other)], None, None)


def _cluster(connection: sqlite3.Connection, event: str) -> list[str]:
    """An event and those it is linked to, itself first."""
    linked = [row[0] for row in connection.execute(rows.LINKED_EVENTS, (event,))]
    return [event, *dict.fromkeys(each for each in linked if each != event)]


def _say(
    connection: sqlite3.Connection, pairs: list[tuple[str, str]], same: bool | None, why: str | None
) -> None:
    """One step that says it of every pair, on both events of each."""
    step = new_step()
    articles: set[int] = set()
    for one, two in pairs:
        if one == two:
            raise StoreError("an event cannot be merged with itself")
        for this, that in ((one, two), (two, one)):
            it = about(connection, "event", this)
            record(connection, step, "event", this, it, {f"same:{that}": same}, why)
            articles.add(it.article)
    for article in articles:
        relay(connection, article)
