"""Near-copies are linked as copy, update or background, and numbers that changed are shown as revisions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extract.ids import article_id
from extract.model import Article
from store import near
from store.query import parse_query
from store.search import open_reader
from tests.store_support import RAID, RAID_LATER, ids, lines, put, raid, stored, talks

BACKGROUND = (
    "Ostra and Vara have fought over the straits since spring. Some two million people have left their homes, "
    "and grain ships wait for weeks at the lightship before a pilot takes them past the mines to open water. "
    "A truce in the second winter lasted nine days."
)


def bare(text: str, day: str | None, document: str) -> Article:
    more: dict[str, Any] = {"published": day, "published_basis": "stated" if day else None}
    return Article(id=article_id(text), document=document, start=0, end=len(text), text=text, **more)


def test_a_later_version_is_an_update_and_its_changed_number_a_revision(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), raid(RAID_LATER, document="later.txt", day="2031-05-03"))
    with open_reader(db) as reader:
        (link,) = reader.links_of(raid().id)
        assert (link.other_id, link.later, link.document) == (raid(RAID_LATER).id, True, "later.txt")
        assert 0.4 <= link.score < 1
        assert [(r.text, r.value, r.other_text, r.other_value) for r in link.revisions] == [
            ("At least 12 people", 12, "At least 15 people", 15)
        ]
        (back,) = reader.links_of(raid(RAID_LATER).id)
        assert not back.later
        assert [(r.value, r.other_value) for r in back.revisions] == [(15, 12)]
        assert sorted(ids(reader, "has:links")) == sorted([raid().id, raid(RAID_LATER).id])


def test_the_order_of_import_does_not_make_the_earlier_one_later(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(RAID_LATER, day="2031-05-03"), raid())
    with open_reader(db) as reader:
        assert reader.links_of(raid().id)[0].later


def test_a_text_with_a_few_other_words_is_a_copy(tmp_path: Path) -> None:
    text = " ".join([RAID, BACKGROUND])
    db = stored(tmp_path, bare(text, "2031-05-02", "a"), bare("City Desk: " + text, "2031-05-02", "b"))
    with open_reader(db) as reader:
        (link,) = reader.links_of(article_id(text))
        assert link.kind == "copy"
        assert link.revisions == ()


def test_shared_history_below_other_news_is_background(tmp_path: Path) -> None:
    one = (
        "A freighter ran aground off the north cape on Monday after its rudder jammed in heavy swell, the coast "
        "guard said, and three tugs were sent to pull the vessel free before the spring tide while crews pumped "
        "fuel from the forward tanks into barges that had come from the old yard overnight."
    )
    other = (
        "Teachers in Brenn walked out of forty schools over pay, their union said, and parents were asked to keep "
        "young pupils at home until the ministry answers a letter which the union had sent to it before the term "
        "began in the wettest autumn that anyone could remember."
    )
    db = stored(
        tmp_path, bare(f"{one} {BACKGROUND}", "2031-05-02", "a"), bare(f"{other} {BACKGROUND}", "2031-05-03", "b")
    )  # fmt: skip
    with open_reader(db) as reader:
        (link,) = reader.links_of(article_id(f"{one} {BACKGROUND}"))
        assert link.kind == "background"


@pytest.mark.parametrize(("day", "linked"), [("2031-05-05", True), ("2031-05-06", False), (None, True)])
def test_copies_are_looked_for_within_three_days_or_without_a_day(
    tmp_path: Path, day: str | None, linked: bool
) -> None:
    db = stored(tmp_path, raid(), raid(RAID_LATER, day=day))
    with open_reader(db) as reader:
        assert bool(reader.links_of(raid().id)) is linked


def test_unlike_articles_are_not_linked(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), talks(day="2031-05-02"))
    with open_reader(db) as reader:
        assert reader.links_of(raid().id) == []


def test_links_go_with_the_article_they_led_to(tmp_path: Path) -> None:
    db = tmp_path / "s.db"
    put(db, lines(tmp_path / "a.jsonl", raid()))
    put(db, lines(tmp_path / "b.jsonl", raid(RAID_LATER)))
    put(db, lines(tmp_path / "b.jsonl", talks()))
    with open_reader(db) as reader:
        assert reader.links_of(raid().id) == []
        assert not reader.article_ids(parse_query("has:links"))


def test_the_share_is_that_of_the_shorter_text() -> None:
    short, long = set(near.runs(RAID)), set(near.runs(RAID + " " + BACKGROUND))
    assert near.containment(short, long) == 1
    assert near.containment(short, set()) == 0
    assert near.runs("") == []
    assert len(near.runs("three words only")) == 1
    assert near.runs("Ónë twö three föur five six") == near.runs("ónë TWÖ three föur five SIX")
