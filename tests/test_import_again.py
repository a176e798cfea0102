"""Documents that come again changed: what they held is replaced, and what people added is never lost."""

from __future__ import annotations

from pathlib import Path

import msgspec

from extract.model import Article
from store import annotations
from store.check import check_store
from store.query import parse_query
from store.search import open_reader
from tests.store_support import RAID, RAID_LATER, TALKS, ids, lines, plain, put, raid, talks

LONGER = RAID + "\n\nThe port stays closed, the harbour master said."


def again(tmp_path: Path, db: Path, *articles: Article) -> list[str]:
    """Imports the same file with other articles in it; the warnings."""
    summary = put(db, lines(tmp_path / "wire.jsonl", *articles))
    assert not summary.failures
    assert summary.replaced == 1
    return summary.warnings


def first(tmp_path: Path, *articles: Article) -> Path:
    db = tmp_path / "s.db"
    assert put(db, lines(tmp_path / "wire.jsonl", *articles)).documents == 1
    return db


def whole(db: Path) -> bool:
    return all(not finding.faults for finding in check_store(db))


def test_a_changed_document_replaces_only_what_it_held(tmp_path: Path) -> None:
    db = first(tmp_path, raid())
    put(db, lines(tmp_path / "other.jsonl", talks()))
    again(tmp_path, db, raid(LONGER))
    with open_reader(db) as reader:
        assert ids(reader) == [talks().id, raid(LONGER).id]
        assert reader.figure(raid().figures[0].id) is None
        assert reader.figure(raid(LONGER).figures[0].id) is not None
        assert reader.article_ids(parse_query("harbour-master"))
        assert reader.stats().documents == 2
    assert whole(db)


def test_words_that_left_are_found_no_more(tmp_path: Path) -> None:
    db = first(tmp_path, raid(LONGER))
    again(tmp_path, db, raid())
    with open_reader(db) as reader:
        assert not reader.article_ids(parse_query("closed"))
        assert not reader.find_figures(parse_query("unit:drones closed"))
        assert len(reader.article_ids(parse_query("drones"))) == 1


def test_a_second_document_with_the_article_is_a_second_source(tmp_path: Path) -> None:
    db = first(tmp_path, raid())
    put(db, lines(tmp_path / "b.jsonl", raid(document="paper.txt"), talks()))
    with open_reader(db) as reader:
        article = reader.article(raid().id)
        assert article is not None
        assert [name for name, _, _ in article.documents] == ["raid.txt", "paper.txt"]
        assert article.sources == 2
        assert len(reader.find_figures(parse_query("unit:drones"))) == 1
        assert ids(reader, "document:paper") == [raid().id]
    again(tmp_path, db, talks(document="wire.txt"))
    with open_reader(db) as reader:
        article = reader.article(raid().id)
        assert article is not None
        assert [name for name, _, _ in article.documents] == ["paper.txt"]
        assert (article.sources, article.document) == (1, "paper.txt")
    assert whole(db)


def test_a_better_known_day_in_a_second_document_dates_the_article(tmp_path: Path) -> None:
    db = first(tmp_path, raid(day=None))
    put(db, lines(tmp_path / "b.jsonl", raid(document="paper.txt")))
    with open_reader(db) as reader:
        article = reader.article(raid().id)
        assert article is not None
        assert (article.published, article.published_basis) == ("2031-05-02", "stated")
    put(db, lines(tmp_path / "c.jsonl", raid(document="blog.txt", day=None)))
    with open_reader(db) as reader:
        article = reader.article(raid().id)
        assert article is not None
        assert article.published == "2031-05-02"
        assert article.sources == 3


def test_a_star_stays_on_an_article_that_did_not_change(tmp_path: Path) -> None:
    db = first(tmp_path, raid(), talks())
    annotations.set_star(db, "figure", raid().figures[0].id, True)
    annotations.set_note(db, "article", raid().id, "call the mayor")
    assert again(tmp_path, db, raid(outlet="Another Desk")) == []
    with open_reader(db) as reader:
        figure = reader.figure(raid().figures[0].id)
        assert figure is not None
        assert (figure.starred, figure.outlet) == (True, "Another Desk")
        assert reader.note("article", raid().id) == "call the mayor"
        assert reader.kept() == []


def test_marks_move_to_the_same_words_of_the_changed_article(tmp_path: Path) -> None:
    old, new = raid(), raid(LONGER)
    db = first(tmp_path, old)
    annotations.set_star(db, "figure", old.figures[0].id, True)
    annotations.set_note(db, "quote", old.quotes[0].id, "check the tape")
    annotations.set_star(db, "event", old.events[0].id, True)
    annotations.set_star(db, "article", old.id, True)
    assert again(tmp_path, db, talks(), new) == []
    with open_reader(db) as reader:
        figure = reader.figure(new.figures[0].id)
        assert figure is not None
        assert figure.starred
        assert reader.note("quote", new.quotes[0].id) == "check the tape"
        event, article = reader.event(new.events[0].id), reader.article(new.id)
        assert event is not None
        assert article is not None
        assert event.starred
        assert article.starred
        assert reader.kept() == []


def test_a_mark_whose_words_are_gone_is_kept_with_them_and_said(tmp_path: Path) -> None:
    db = first(tmp_path, raid())
    annotations.set_star(db, "figure", raid().figures[1].id, True)
    annotations.set_note(db, "figure", raid().figures[1].id, "who counted?")
    (warning,) = again(tmp_path, db, raid(RAID_LATER))
    assert "“At least 12 people”" in warning
    assert "kept" in warning
    with open_reader(db) as reader:
        (kept,) = reader.kept()
        assert (kept.kind, kept.words, kept.starred, kept.note) == (
            "figure", "At least 12 people", True, "who counted?",
        )  # fmt: skip
        assert "injured in the harbour" in kept.context
        assert reader.stats().kept == 1


def test_a_kept_mark_comes_back_with_its_words(tmp_path: Path) -> None:
    db = first(tmp_path, raid())
    annotations.set_star(db, "figure", raid().figures[1].id, True)
    again(tmp_path, db, raid(RAID_LATER))
    again(tmp_path, db, raid(LONGER))
    with open_reader(db) as reader:
        figure = reader.figure(raid(LONGER).figures[1].id)
        assert figure is not None
        assert figure.starred
        assert reader.kept() == []


def test_equal_words_in_another_sentence_do_not_take_the_mark(tmp_path: Path) -> None:
    db = first(tmp_path, raid())
    annotations.set_star(db, "figure", raid().figures[0].id, True)
    text = TALKS + " Delegates counted 41 drones on show at a fair abroad."
    fair = raid(RAID)
    other = plain(talks())
    start = text.index("41 drones")
    other.update(id="t2", text=text, end=len(text), quotes=[], events=[])
    other["figures"] = [
        {**plain(fair)["figures"][0], "id": "f2", "start": start, "end": start + 2, "event": None}
    ]
    assert again(tmp_path, db, msgspec.convert(other, Article))
    with open_reader(db) as reader:
        assert [kept.words for kept in reader.kept()] == ["41 drones"]


def test_two_notes_that_meet_are_both_kept(tmp_path: Path) -> None:
    db = first(tmp_path, raid(), raid(LONGER))
    annotations.set_note(db, "quote", raid().quotes[0].id, "from the first")
    annotations.set_note(db, "quote", raid(LONGER).quotes[0].id, "from the second")
    again(tmp_path, db, raid(LONGER))
    with open_reader(db) as reader:
        assert reader.note("quote", raid(LONGER).quotes[0].id) == "from the second\nfrom the first"


def test_a_day_given_by_hand_survives_and_moves_with_the_article(tmp_path: Path) -> None:
    db = first(tmp_path, raid(day=None))
    annotations.set_published(db, raid().id, "2031-05-09")
    again(tmp_path, db, raid(day=None, outlet="Another Desk"))
    with open_reader(db) as reader:
        article = reader.article(raid().id)
        assert article is not None
        assert (article.published, article.published_basis) == ("2031-05-09", "given")
    again(tmp_path, db, raid(LONGER, day=None))
    with open_reader(db) as reader:
        article = reader.article(raid(LONGER).id)
        assert article is not None
        assert (article.published, article.published_basis) == ("2031-05-09", "given")


def test_a_failed_replacement_leaves_everything_as_it_was(tmp_path: Path) -> None:
    db = first(tmp_path, raid())
    annotations.set_star(db, "article", raid().id, True)
    spoilt = plain(talks())
    spoilt["quotes"][0]["start"] = 0
    assert put(db, lines(tmp_path / "wire.jsonl", raid(LONGER), spoilt)).failures
    with open_reader(db) as reader:
        assert ids(reader, "is:starred") == [raid().id]
    assert whole(db)


def test_again_reads_unchanged_documents_anew(tmp_path: Path) -> None:
    db = first(tmp_path, raid())
    assert put(db, tmp_path / "wire.jsonl", again=True).replaced == 1
    with open_reader(db) as reader:
        assert len(reader.article_ids()) == 1
    assert whole(db)
