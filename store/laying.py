"""Lays the corrections of an article over what was read, and lifts them again.

Queries read `figures`, `quotes` and `events` as ever, so corrected values are laid
into these rows, and `corrections_standing` keeps what was read beneath. Whatever
works on what was read (a day given by hand, another import) lifts first and lays
again after it. Everything here runs inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from store import words
from store.eventlinks import link_article
from store.fields import FIELDS
from store.query import SET_APART
from store.same import link_key
from store.summing import sum_again
from store.text import fold, sentence_around

TABLES = {"figure": "figures", "quote": "quotes", "event": "events"}
#: Fields whose values completion and name searches know, by kind; the field they count as.
_TERMS = {
    "figure": ("claimant", "place", "unit", "actor", "channel"),
    "quote": ("speaker", "channel"),
    "event": ("place", "country", "actor"),
}
_INDEXED = ("figures", "quotes", "events")
#: Value, why, who and at of the change that holds.
Change = tuple[Any, "str | None", str, str]


def articles_of(connection: sqlite3.Connection, source: int) -> list[int]:
    """Articles of a document that a person corrected."""
    return [
        row[0]
        for row in connection.execute(
            "SELECT DISTINCT a.rowid FROM corrections c JOIN articles a ON a.id = c.article_id"
            " JOIN article_documents d ON d.article = a.rowid WHERE d.source = ?",
            (source,),
        )
    ]


def relay(connection: sqlite3.Connection, article: int) -> None:
    """Lifts an article's corrections and lays those that hold now."""
    lift(connection, article)
    lay(connection, article)


def lift(connection: sqlite3.Connection, article: int) -> None:
    """Puts an article's figures, quotes and events back as they were read."""
    run = connection.execute
    standing = run(
        "SELECT s.kind, s.id, s.field, s.read FROM corrections_standing s JOIN articles a"
        " ON a.id = s.article_id WHERE a.rowid = ?",
        (article,),
    ).fetchall()
    if not standing:
        return
    words.forget(connection, article, _INDEXED)
    for kind, id_, field, _ in standing:
        if field == "rejected":
            _move(connection, f"rejected_{TABLES[kind]}", TABLES[kind], id_)
    for kind, id_, field, read in standing:
        if field == "added":
            run(f"DELETE FROM {TABLES[kind]} WHERE id = ?", (id_,))
        elif field.startswith("same:"):
            run("DELETE FROM event_merges WHERE event = ? AND other = ?", sorted((id_, field[5:])))
        elif field != "rejected":
            run(f'UPDATE {TABLES[kind]} SET "{field}" = ? WHERE id = ?', (json.loads(read), id_))
    for table in _INDEXED:
        run(f"UPDATE {table} SET corrected = NULL, added_by = NULL WHERE article = ?", (article,))
    run(
        "UPDATE events SET figures = json_extract(lists_read, '$[0]'), quotes = json_extract(lists_read, '$[1]'),"
        " lists_read = NULL WHERE article = ? AND lists_read IS NOT NULL",
        (article,),
    )
    run(
        "DELETE FROM corrections_standing WHERE article_id = (SELECT id FROM articles WHERE rowid = ?)",
        (article,),
    )
    _count(connection, article)
    words.learn(connection, article, _INDEXED)
    if any(kind == "figure" for kind, *_ in standing):
        sum_again(connection, article)
    link_article(connection, article)


def lay(connection: sqlite3.Connection, article: int) -> None:
    """Lays an article's corrections over what was read; those whose thing is gone are left in the history."""
    run = connection.execute
    log = run(
        "SELECT c.kind, c.id, c.field, c.value, c.why, c.who, c.at FROM corrections c JOIN articles a"
        " ON a.id = c.article_id WHERE a.rowid = ? AND c.undone IS NULL ORDER BY c.at, c.rowid",
        (article,),
    ).fetchall()
    if not log:
        return
    holds: dict[tuple[str, str], dict[str, Change]] = {}
    for kind, id_, field, value, why, who, at in log:
        holds.setdefault((kind, id_), {})[field] = (json.loads(value or "null"), why, who, at)
    words.forget(connection, article, _INDEXED)
    laid = _Laying(connection, article)
    # What was added comes first: another correction may refer to it.
    for (kind, id_), changes in holds.items():
        if "added" in changes:
            laid.add(kind, id_, changes)
    for (kind, id_), changes in holds.items():
        laid.correct(kind, id_, changes)
    for (kind, id_), changes in holds.items():
        if changes.get("rejected", (False,))[0]:
            laid.reject(kind, id_, changes["rejected"])
    laid.lists()
    _count(connection, article)
    words.learn(connection, article, _INDEXED)
    if any(kind == "figure" for kind, _ in holds):
        sum_again(connection, article)
    # What an event is, and its figures, say which reports are of the same one.
    link_article(connection, article)


class _Laying:
    """One article's laying."""

    def __init__(self, connection: sqlite3.Connection, article: int) -> None:
        self.connection = connection
        self.article = article
        self.article_id, self.text = connection.execute(
            "SELECT a.id, t.text FROM articles a JOIN texts t ON t.article = a.rowid WHERE a.rowid = ?",
            (article,),
        ).fetchone()
        #: (kind, id) -> the event it belongs to now, where that changed; None where to none.
        self._moved: dict[tuple[str, str], str | None] = {}

    def _row(self, kind: str, id_: str) -> dict[str, Any] | None:
        found = self.connection.execute(
            f"SELECT * FROM {TABLES[kind]} WHERE id = ? AND article = ?", (id_, self.article)
        )
        row = found.fetchone()
        return dict(zip((each[0] for each in found.description), row, strict=True)) if row else None

    def _stand(self, kind: str, id_: str, field: str, change: Change, read: object = None) -> None:
        value, why, who, at = change
        self.connection.execute(
            "INSERT OR REPLACE INTO corrections_standing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (kind, id_, field, self.article_id, json.dumps(value), json.dumps(read), why, who, at),
        )

    def add(self, kind: str, id_: str, changes: dict[str, Change]) -> None:
        """Puts in a figure or quote that a person added; where it has been read since, its values are laid."""
        made, why, who, at = changes["added"]
        if self._row(kind, id_) is not None:
            for field, value in made.items():
                if field in FIELDS[kind]:
                    changes.setdefault(field, (value, why, who, at))
            return
        start, end = made["start"], made["end"]
        if self.text[start:end] == "" or made["text"] not in self.text:
            return
        values = {name: made.get(name) for name in self._columns(TABLES[kind])}
        values.update(id=id_, article=self.article, added_by=who, rowid=self._rowid(TABLES[kind]))
        if kind == "figure":
            low, high = sentence_around(self.text, start, end)
            values.update(
                sentence=self.text[low:high], sentence_start=low, sentence_end=high,
                set_apart=made["measure"] in SET_APART or not (made.get("high") or made.get("value")),
            )  # fmt: skip
        columns = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        self.connection.execute(
            f"INSERT INTO {TABLES[kind]} ({columns}) VALUES ({marks})", list(values.values())
        )
        self._stand(kind, id_, "added", changes["added"])
        self._learn_names(kind, made)
        if made.get("event"):
            self._moved[kind, id_] = made["event"]

    def correct(self, kind: str, id_: str, changes: dict[str, Change]) -> None:
        """Lays the fields of one figure, quote or event."""
        row = self._row(kind, id_)
        if row is None:
            return
        updates: dict[str, Change] = {}
        for field, change in changes.items():
            if field.startswith("same:"):
                self._merge(id_, field, change)
            elif field in FIELDS[kind] and self._there(kind, field, change[0]):
                updates[field] = change
                for more, value in self._following(kind, field, change, row).items():
                    updates[more] = (value, *change[1:])
        if kind == "figure" and updates.keys() & {"measure", "high"}:
            # As `extract.model.is_apart` has it: a count of nothing is kept apart too.
            measure, high = (
                updates[name][0] if name in updates else row[name] for name in ("measure", "high")
            )
            updates["set_apart"] = (int(measure in SET_APART or not high), *next(iter(updates.values()))[1:])
        if kind == "event" and updates:
            new = {name: updates[name][0] if name in updates else row[name] for name in row}
            key = link_key(new["kind"], new["date_from"], new["date_to"], new["place"], new["actor"])
            updates["link_key"] = (key, *next(iter(updates.values()))[1:])
        changed = {name: change for name, change in updates.items() if change[0] != row[name]}
        for name, change in changed.items():
            self._stand(kind, id_, name, change, row[name])
            self.connection.execute(f'UPDATE {TABLES[kind]} SET "{name}" = ? WHERE id = ?', (change[0], id_))
        said = [name for name in FIELDS[kind] if name in changed]
        if said:
            self.connection.execute(
                f"UPDATE {TABLES[kind]} SET corrected = ? WHERE id = ?", (f" {' '.join(said)} ", id_)
            )
        self._learn_names(kind, {name: change[0] for name, change in changed.items()})
        if kind != "event" and "event" in changed:
            self._moved[kind, id_] = changed["event"][0]

    def reject(self, kind: str, id_: str, change: Change) -> None:
        """Takes a figure, quote or event out of what is shown."""
        if self._row(kind, id_) is None:
            return
        _move(self.connection, TABLES[kind], f"rejected_{TABLES[kind]}", id_)
        self._stand(kind, id_, "rejected", change, False)
        if kind != "event":
            self._moved[kind, id_] = None

    def _there(self, kind: str, field: str, value: object) -> bool:
        """Is what a field refers to in this article (it may have been read otherwise since)?"""
        takes = FIELDS[kind][field].takes
        return value is None or takes not in TABLES or self._row(takes, str(value)) is not None

    def _following(self, kind: str, field: str, change: Change, row: dict[str, Any]) -> dict[str, Any]:
        """Columns that say where a value stands and why: they hold no longer what was read."""
        value, why, who, _ = change
        because = f"corrected by {who}" + (f": {why}" if why else "")
        if kind == "figure" and field == "claimant":
            start, end = self._nearest(value, row["start"])
            return {"claimant_start": start, "claimant_end": end, "claimant_why": because}
        if kind == "quote" and field == "speaker":
            start, end = self._nearest(value, row["start"])
            printed = None if start is None else self.text[start:end]
            return {
                "speaker_start": start,
                "speaker_end": end,
                "speaker_text": printed,
                "speaker_why": because,
            }
        if kind == "figure" and field == "place":
            return {"place_why": because}
        if kind == "figure" and field in ("date_from", "date_to"):
            return {"date_why": because}
        return {}

    def _nearest(self, name: str | None, near: int) -> tuple[int | None, int | None]:
        """Where a name stands in the text, nearest to an offset; None where its words are not there."""
        if not name:
            return None, None
        places = [at for at in (self.text.rfind(name, 0, near), self.text.find(name, near)) if at >= 0]
        if not places:
            return None, None
        at = min(places, key=lambda place: abs(place - near))
        return at, at + len(name)

    def _merge(self, id_: str, field: str, change: Change) -> None:
        value, why, who, at = change
        if value is None:
            return
        one, two = sorted((id_, field[5:]))
        reason = why or ("merged" if value else "split") + f" by {who}"
        self.connection.execute(
            "INSERT OR REPLACE INTO event_merges (event, other, same, why, at, who) VALUES (?, ?, ?, ?, ?, ?)",
            (one, two, int(value), reason, at, who),
        )
        self._stand("event", id_, field, change)

    def lists(self) -> None:
        """Events name the figures and quotes that belong to them now."""
        if not self._moved:
            return
        for event, figures, quotes in self.connection.execute(
            "SELECT id, figures, quotes FROM events WHERE article = ?", (self.article,)
        ).fetchall():
            before = {"figure": json.loads(figures), "quote": json.loads(quotes)}
            after = {
                kind: [id_ for id_ in ids if (kind, id_) not in self._moved]
                + [id_ for (other, id_), now in self._moved.items() if other == kind and now == event]
                for kind, ids in before.items()
            }
            if after != before:
                self.connection.execute(
                    "UPDATE events SET figures = ?, quotes = ?, lists_read = ? WHERE id = ?",
                    (
                        json.dumps(after["figure"]),
                        json.dumps(after["quote"]),
                        json.dumps([figures, quotes]),
                        event,
                    ),
                )

    def _learn_names(self, kind: str, values: dict[str, Any]) -> None:
        for name in _TERMS[kind]:
            if values.get(name):
                self.connection.execute(
                    "INSERT OR IGNORE INTO terms VALUES (?, ?, ?)", (name, values[name], fold(values[name]))
                )

    def _columns(self, table: str) -> list[str]:
        return [row[1] for row in self.connection.execute(f"PRAGMA table_info({table})")]

    def _rowid(self, table: str) -> int:
        highest = self.connection.execute(
            f"SELECT max((SELECT coalesce(max(rowid), 0) FROM {table}),"
            f" (SELECT coalesce(max(rowid), 0) FROM rejected_{table}))"
        ).fetchone()[0]
        return int(highest) + 1


def _move(connection: sqlite3.Connection, table: str, into: str, id_: str) -> None:
    """Moves a row; it keeps its number where that is still free."""
    run = connection.execute
    theirs = {row[1] for row in run(f"PRAGMA table_info({into})")}
    names = [row[1] for row in run(f"PRAGMA table_info({table})") if row[1] in theirs and row[1] != "rowid"]
    columns = ", ".join(f'"{name}"' for name in names)
    number = (
        f"CASE WHEN EXISTS (SELECT 1 FROM {into} t WHERE t.rowid = x.rowid)"
        f" THEN (SELECT max(rowid) + 1 FROM {into}) ELSE x.rowid END"
    )
    run(
        f"INSERT INTO {into} (rowid, {columns}) SELECT {number}, {columns} FROM {table} x WHERE id = ?",
        (id_,),
    )
    run(f"DELETE FROM {table} WHERE id = ?", (id_,))


def _count(connection: sqlite3.Connection, article: int) -> None:
    connection.execute(
        "UPDATE articles SET figures = (SELECT count(*) FROM figures WHERE article = ?1 AND NOT set_apart),"
        " quotes = (SELECT count(*) FROM quotes WHERE article = ?1),"
        " events = (SELECT count(*) FROM events WHERE article = ?1) WHERE rowid = ?1",
        (article,),
    )


def relay_all(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """`relay` for each of the articles."""
    for article in articles:
        relay(connection, article)
