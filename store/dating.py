"""A day given by a person: the article takes it, and the days in it are worked out again from it.

Where the program can read the article again, it does, as what a sentence means
may hang on the article's opening; else each time word is looked up by itself.
"""

from __future__ import annotations

import datetime
import json
import sqlite3

from store import words
from store.eventlinks import relink
from store.same import link_key
from store.text import sentence_around

#: First day, last day, and the rule that found them.
Days = tuple[str | None, str | None, str | None]
#: Days by kind with start and end (figures and quotes), or with id and 0 (events).
Moves = dict[tuple[str, int | str, int], Days]


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


def reread(text: str, document: str, day: str) -> Moves | None:
    """The days in the article `text` when it is read as published on `day`; no database is needed.

    None where reading it again does not give the one article on that day (its own
    words may state another), or no language model is installed. Takes a second or two.
    """
    from extract.parse import ModelMissing
    from extract.pipeline import extract_document

    try:
        articles = extract_document(text, document, published=day)
    except ModelMissing:
        return None
    if len(articles) != 1 or articles[0].text != text or articles[0].published != day:
        return None
    moves: Moves = {}
    for figure in articles[0].figures:
        moves["figure", figure.start, figure.end] = (figure.date_from, figure.date_to, figure.date_why)
    for quote in articles[0].quotes:
        moves["quote", quote.start, quote.end] = (None, quote.date, None)
    for event in articles[0].events:
        moves["event", event.id, 0] = (event.date_from, event.date_to, None)
    return moves


def apply_day(connection: sqlite3.Connection, article_id: str, day: str, moves: Moves | None = None) -> None:
    """Gives the stored article its day, keeping what was read; where there is none it does nothing.

    `moves` are what `reread` found; without them each time word is worked out by itself.
    """
    row = connection.execute(
        "SELECT a.rowid, t.text FROM articles a JOIN texts t ON t.article = a.rowid WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        return
    take_back(connection, article_id)
    rowid, text = row
    words.forget(connection, rowid, words.DATED)
    connection.execute(
        "UPDATE articles SET read_published = published, read_basis = published_basis,"
        " read_why = published_why, dated_by_hand = 1, published = ?, published_basis = 'given',"
        " published_why = 'given by ' || coalesce((SELECT who FROM dates_given WHERE article_id = id), 'hand')"
        " WHERE rowid = ?",
        (day, rowid),
    )
    keep = "INSERT INTO dates_read VALUES (?, ?, ?, ?, ?, ?)"
    moved: dict[str, Days] = {}
    for id_, when, start, end, *read in connection.execute(
        'SELECT id, "when", start, "end", date_from, date_to, date_why FROM figures WHERE article = ?',
        (rowid,),
    ).fetchall():
        found = _found(moves, "figure", text, when, start, end, day)
        if found and list(found) != read and found[1]:
            connection.execute(keep, ("figure", id_, article_id, *read))
            connection.execute(
                "UPDATE figures SET date_from = ?, date_to = ?, date_why = ? WHERE id = ?", (*found, id_)
            )
            moved[id_] = found
    for id_, when, start, end, date in connection.execute(
        'SELECT id, "when", start, "end", date FROM quotes WHERE article = ?', (rowid,)
    ).fetchall():
        found = _found(moves, "quote", text, when, start, end, day)
        if found and found[1] and found[1] != date:
            connection.execute(keep, ("quote", id_, article_id, None, date, None))
            connection.execute("UPDATE quotes SET date = ? WHERE id = ?", (found[1], id_))
    _events(connection, article_id, rowid, moves or {}, moved)
    words.learn(connection, rowid, words.DATED)


def _found(
    moves: Moves | None, kind: str, text: str, when: str | None, start: int, end: int, day: str
) -> Days | None:
    if moves and (kind, start, end) in moves:
        return moves[kind, start, end]
    return days_of(text, when, start, day) if when else None


def _events(
    connection: sqlite3.Connection, article_id: str, rowid: int, moves: Moves, moved: dict[str, Days]
) -> None:
    """An event takes the days it was read anew with, else those that most of its figures moved to."""
    for id_, first, last, figures in connection.execute(
        "SELECT id, date_from, date_to, figures FROM events WHERE article = ?", (rowid,)
    ).fetchall():
        days = [moved[figure][:2] for figure in json.loads(figures) if figure in moved]
        found = moves["event", id_, 0][:2] if ("event", id_, 0) in moves else None
        if found is None and days:
            found = max(days, key=days.count)
        if found and found[1] and found != (first, last):
            connection.execute(
                "INSERT INTO dates_read VALUES ('event', ?, ?, ?, ?, NULL)", (id_, article_id, first, last)
            )
            _set_event(connection, id_, *found)


def _set_event(connection: sqlite3.Connection, event: str, first: str | None, last: str | None) -> None:
    kind, place, actor = connection.execute(
        "SELECT kind, place, actor FROM events WHERE id = ?", (event,)
    ).fetchone()
    connection.execute(
        "UPDATE events SET date_from = ?, date_to = ?, link_key = ? WHERE id = ?",
        (first, last, link_key(kind, first, last, place, actor), event),
    )
    relink(connection, [event])


def take_back(connection: sqlite3.Connection, article_id: str) -> None:
    """Puts an article's days back as they were read."""
    row = connection.execute("SELECT rowid FROM articles WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        return
    words.forget(connection, row[0], words.DATED)
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
    words.learn(connection, row[0], words.DATED)
    connection.execute("DELETE FROM dates_read WHERE article_id = ?", (article_id,))
    connection.execute(
        "UPDATE articles SET published = read_published, published_basis = read_basis,"
        " published_why = read_why, dated_by_hand = 0,"
        " read_published = NULL, read_basis = NULL, read_why = NULL"
        " WHERE id = ? AND dated_by_hand",
        (article_id,),
    )
