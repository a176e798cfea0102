"""Stars, notes, days, tags, merges and saved searches: kept beside what was read, never over it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from extract.pipeline import extract_document
from store import annotations
from store.errors import QueryError, StoreError
from store.search import open_reader
from tests.store_support import ids, raid, stored, talks


def test_a_star_is_set_once_and_taken_away(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), talks())
    for kind, thing in (
        ("article", raid().id), ("figure", raid().figures[0].id), ("quote", raid().quotes[0].id),
        ("event", raid().events[0].id),
    ):  # fmt: skip
        annotations.set_star(db, kind, thing, True)
        annotations.set_star(db, kind, thing, True)
    with open_reader(db) as reader:
        assert reader.stats().stars == 4
        assert reader.figures_of(raid().id)[0].starred
        assert reader.quotes_of(raid().id)[0].starred
        assert reader.events_of(raid().id)[0].starred
        article = reader.article(raid().id)
        assert article is not None
        assert article.starred
        annotations.set_star(db, "article", raid().id, False)
        article = reader.article(raid().id)
        assert article is not None
        assert not article.starred
        assert ids(reader, "is:starred") == [raid().id]


def test_a_note_is_written_changed_and_taken_away(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    annotations.set_note(db, "quote", raid().quotes[0].id, "first [red] \x1b[0m")
    annotations.set_note(db, "quote", raid().quotes[0].id, "second")
    with open_reader(db) as reader:
        assert reader.note("quote", raid().quotes[0].id) == "second"
        assert reader.quotes_of(raid().id)[0].noted
        annotations.set_note(db, "quote", raid().quotes[0].id, "  ")
        assert reader.note("quote", raid().quotes[0].id) is None


def test_what_is_not_there_cannot_be_marked(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    with pytest.raises(StoreError, match="there is no figure nope"):
        annotations.set_star(db, "figure", "nope", True)
    with pytest.raises(StoreError, match="it can be article, figure, quote, event"):
        annotations.set_note(db, "outlet", "x", "text")
    with pytest.raises(StoreError, match="itself"):
        annotations.set_merge(db, "a", "a", True)
    with pytest.raises(StoreError, match="not a day"):
        annotations.set_published(db, raid().id, "2031-13-01")
    with pytest.raises(StoreError, match="there is no article nope"):
        annotations.set_published(db, "nope", "2031-01-01")


UNDATED = (
    "(VARA) — Ostra launched 41 drones at Vara overnight into Thursday, the Vara air force said. "
    "Of those, 30 were shot down.\n\nAt least 12 people were injured, Mayor Ilka Dorn told reporters on Friday."
)


def test_a_day_given_by_hand_dates_the_article_and_what_it_tells(tmp_path: Path) -> None:
    (article,) = extract_document(UNDATED, "desk.txt")
    assert article.published is None
    db = stored(tmp_path, article)
    annotations.set_published(db, article.id, "2031-05-02")
    with open_reader(db) as reader:
        row = reader.article(article.id)
        assert row is not None
        assert (row.published, row.published_basis) == ("2031-05-02", "given")
        drones = next(f for f in reader.figures_of(article.id) if f.value == 41)
        # 2 May 2031 is a Friday, so the night into Thursday is that of 30 April.
        assert (drones.date_from, drones.date_to) == ("2031-04-30", "2031-05-01")
        assert drones.date_why
        assert ids(reader, "is:given on:2031-05-02") == [article.id]
        # Another day moves them again, and none goes back to what was read.
        annotations.set_published(db, article.id, "2031-05-09")
        drones = next(f for f in reader.figures_of(article.id) if f.value == 41)
        assert (drones.date_from, drones.date_to) == ("2031-05-07", "2031-05-08")
        annotations.set_published(db, article.id, None)
        row = reader.article(article.id)
        assert row is not None
        assert (row.published, row.published_basis) == (None, None)
        drones = next(f for f in reader.figures_of(article.id) if f.value == 41)
        assert (drones.date_from, drones.date_to) == (
            article.figures[0].date_from,
            article.figures[0].date_to,
        )


def test_figures_of_another_parser_are_dated_by_their_time_words(tmp_path: Path) -> None:
    article = raid(day=None)
    for figure in article.figures:
        figure.id = "other-" + figure.id
    article.events.clear()
    for thing in (*article.figures, *article.quotes):
        thing.event = None
    db = stored(tmp_path, article)
    annotations.set_published(db, article.id, "2031-05-02")
    with open_reader(db) as reader:
        drones = reader.figures_of(article.id)[0]
        assert (drones.date_from, drones.date_to) == ("2031-05-01", "2031-05-02")


def test_a_stated_day_can_be_corrected_and_the_correction_taken_back(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    annotations.set_published(db, raid().id, "2031-05-04")
    with open_reader(db) as reader:
        article = reader.article(raid().id)
        assert article is not None
        assert (article.published, article.published_basis) == ("2031-05-04", "given")
        annotations.set_published(db, raid().id, None)
        article = reader.article(raid().id)
        assert article is not None
        assert (article.published, article.published_basis) == ("2031-05-02", "stated")
        assert reader.figures_of(raid().id)[0].date_to == "2031-05-02"


def test_tags_and_saved_searches_are_kept(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    annotations.set_tag(db, "article", raid().id, "harbour", True)
    annotations.set_tag(db, "article", raid().id, "later", True)
    annotations.set_tag(db, "article", raid().id, "later", False)
    annotations.save_search(db, "drones", "measure:launched")
    annotations.save_search(db, "gone", "x")
    annotations.save_search(db, "gone", None)
    with pytest.raises(QueryError):
        annotations.save_search(db, "bad", "measure:nothing")
    connection = sqlite3.connect(db)
    assert connection.execute("SELECT tag FROM tags").fetchall() == [("harbour",)]
    assert connection.execute("SELECT name, query FROM saved_searches").fetchall() == [
        ("drones", "measure:launched")
    ]
    connection.close()
