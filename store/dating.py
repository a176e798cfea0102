"""A day given by a person: the article takes it, and time words are worked out again from it."""

from __future__ import annotations

import datetime
import sqlite3

from store.same import link_key
from store.text import sentence_around


def days_of(text: str, when: str, near: int, published: str) -> tuple[str, str, str] | None:
    """First day, last day and rule of the time words `when` that stand nearest to offset `near`.

    None when they do not stand there or mean no day.
    """
    from extract.dates import find_times

    at = _nearest(text, when, near)
    if at is None:
        return None
    # The words around decide the tense, so the whole sentence is read and the words are looked up in it.
    low, high = sentence_around(text, at, at + len(when))
    day = datetime.date.fromisoformat(published)
    for span in find_times(text, low, high, day):
        if span.start < at + len(when) and at < span.end and span.date_from and span.date_to:
            return span.date_from.isoformat(), span.date_to.isoformat(), span.rule
    return None


def _nearest(text: str, words: str, near: int) -> int | None:
    if not words:
        return None
    before = text.rfind(words, 0, near + len(words))
    after = text.find(words, near)
    places = [at for at in (before, after) if at >= 0]
    return min(places, key=lambda at: abs(at - near)) if places else None


def apply_day(connection: sqlite3.Connection, article_id: str, day: str) -> None:
    """Gives the stored article its day, keeping what was read; where there is none it does nothing."""
    row = connection.execute(
        "SELECT a.rowid, t.text FROM articles a JOIN texts t ON t.article = a.rowid WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        return
    take_back(connection, article_id)
    rowid, text = row
    connection.execute(
        "UPDATE articles SET read_published = published, read_basis = published_basis,"
        " read_why = published_why, dated_by_hand = 1, published = ?, published_basis = 'given',"
        " published_why = 'given by hand' WHERE rowid = ?",
        (day, rowid),
    )
    keep = "INSERT INTO dates_read VALUES (?, ?, ?, ?, ?, ?)"
    figures = connection.execute(
        'SELECT id, "when", start, date_from, date_to, date_why FROM figures'
        ' WHERE article = ? AND "when" IS NOT NULL',
        (rowid,),
    ).fetchall()
    moved: dict[str, tuple[str, str, str]] = {}
    for id_, when, start, *read in figures:
        found = days_of(text, when, start, day)
        if found and list(found[:2]) != read[:2]:
            connection.execute(keep, ("figure", id_, article_id, *read))
            connection.execute(
                "UPDATE figures SET date_from = ?, date_to = ?, date_why = ? WHERE id = ?", (*found, id_)
            )
            moved[id_] = found
    quotes = connection.execute(
        'SELECT id, "when", start, date FROM quotes WHERE article = ? AND "when" IS NOT NULL', (rowid,)
    ).fetchall()
    for id_, when, start, date in quotes:
        found = days_of(text, when, start, day)
        if found and found[1] != date:
            connection.execute(keep, ("quote", id_, article_id, None, date, None))
            connection.execute("UPDATE quotes SET date = ? WHERE id = ?", (found[1], id_))
    _events(connection, article_id, rowid, moved)


def _events(
    connection: sqlite3.Connection, article_id: str, rowid: int, moved: dict[str, tuple[str, str, str]]
) -> None:
    """An event takes the days that most of its figures moved to."""
    events = connection.execute(
        "SELECT e.id, e.date_from, e.date_to, j.value FROM events e, json_each(e.figures) j"
        " WHERE e.article = ?",
        (rowid,),
    ).fetchall()
    votes: dict[str, list[tuple[str, str]]] = {}
    read: dict[str, tuple[str | None, str | None]] = {}
    for id_, first, last, figure in events:
        read[id_] = (first, last)
        if figure in moved:
            votes.setdefault(id_, []).append(moved[figure][:2])
    for id_, days in votes.items():
        first, last = max(days, key=days.count)
        if (first, last) != read[id_]:
            connection.execute(
                "INSERT INTO dates_read VALUES ('event', ?, ?, ?, ?, NULL)", (id_, article_id, *read[id_])
            )
            _set_event(connection, id_, first, last)


def _set_event(connection: sqlite3.Connection, event: str, first: str | None, last: str | None) -> None:
    kind, place, actor = connection.execute(
        "SELECT kind, place, actor FROM events WHERE id = ?", (event,)
    ).fetchone()
    connection.execute(
        "UPDATE events SET date_from = ?, date_to = ?, link_key = ? WHERE id = ?",
        (first, last, link_key(kind, first, last, place, actor), event),
    )


def take_back(connection: sqlite3.Connection, article_id: str) -> None:
    """Puts an article's days back as they were read."""
    for kind, id_, first, last, why in connection.execute(
        "SELECT kind, id, date_from, date_to, date_why FROM dates_read WHERE article_id = ?", (article_id,)
    ).fetchall():
        if kind == "figure":
            connection.execute(
                "UPDATE figures SET date_from = ?, date_to = ?, date_why = ? WHERE id = ?",
                (first, last, why, id_),
            )
        elif kind == "quote":
            connection.execute("UPDATE quotes SET date = ? WHERE id = ?", (last, id_))
        else:
            _set_event(connection, id_, first, last)
    connection.execute("DELETE FROM dates_read WHERE article_id = ?", (article_id,))
    connection.execute(
        "UPDATE articles SET published = read_published, published_basis = read_basis,"
        " published_why = read_why, dated_by_hand = 0,"
        " read_published = NULL, read_basis = NULL, read_why = NULL"
        " WHERE id = ? AND dated_by_hand",
        (article_id,),
    )
