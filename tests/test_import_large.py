"""A large file is written in bulk: the store it leaves is the same, and a fault in it leaves none of it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from extract.model import Article
from store import importer, writer
from store.check import check_store
from tests.store_support import RAID, RAID_LATER, lines, plain, put, raid, talks


def depot(number: int) -> str:
    """The same report but for a few words."""
    return RAID.replace("of grain burned", f"of grain burned in depot {number}")


def many() -> list[Article]:
    """Reports of several days, some of them near-copies of others, and of one event."""
    made = [raid(), talks(), raid(RAID_LATER, day="2031-05-03")]
    for day in range(10, 22):
        made.append(raid(depot(day), document=f"{day}.txt", day=f"2031-05-{day}"))
    made.append(raid(RAID.replace("harbour", "old port"), day=None))
    return made


def content(db: Path) -> dict[str, Any]:
    """The rows of every table in some order, the words of the indexes, and what the tables, indexes and triggers are."""
    connection = sqlite3.connect(db)
    found: dict[str, Any] = {}
    for name, sql in connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
    ).fetchall():
        if "_fts" not in name and not name.startswith("sqlite_") and name != "_sqlite_migrations":
            rows = connection.execute(f"SELECT * FROM {name}").fetchall()
            found[name] = sorted(map(repr, rows)) if name != "documents" else len(rows)
        if sql and "fts5(" in sql:
            connection.execute(
                f"CREATE VIRTUAL TABLE temp.w_{name} USING fts5vocab('main', '{name}', 'instance')"
            )
            found[name] = connection.execute(f"SELECT * FROM temp.w_{name} ORDER BY 1, 2, 3, 4").fetchall()
    found["schema"] = sorted(
        map(
            repr,
            connection.execute(
                "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE '%fts_%'"
            ),
        )
    )
    connection.close()
    return found


@pytest.fixture
def bulk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as large, and three articles are many."""
    monkeypatch.setattr(importer, "LARGE", 1)
    monkeypatch.setattr(writer, "_AT_ONCE", 3)
    monkeypatch.setattr(writer, "_LEARNT_AT_ONCE", 5)


@pytest.fixture(name="slow")
def one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of `many`, written as a small file, each article in a batch of its own."""
    with monkeypatch.context() as patch:
        patch.setattr(writer, "_AT_ONCE", 1)
        assert not put(tmp_path / "slow.db", lines(tmp_path / "a.jsonl", *many())).failures
    return tmp_path / "slow.db"


def test_a_large_file_leaves_the_same_store_as_its_articles_one_by_one(
    slow: Path, tmp_path: Path, bulk: None
) -> None:
    fast = tmp_path / "fast.db"
    summary = put(fast, tmp_path / "a.jsonl")
    assert (summary.articles, summary.undated_total) == (len(many()), 1)
    assert content(fast) == content(slow)
    found = content(fast)
    assert len(found["article_links"]) > 10
    assert len(found["revisions"]) == 1
    assert len(found["claims"]) == len(found["figures"])
    assert not [each for finding in check_store(fast) for each in finding.faults]


def test_a_large_file_into_a_store_that_holds_some_of_it_already(
    slow: Path, tmp_path: Path, bulk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = tmp_path / "fast.db"
    better = [raid(published_basis="given", document="b.txt"), *many()[5:9], talks(document="b.txt")]
    path = lines(tmp_path / "b.jsonl", *better)
    put(fast, tmp_path / "a.jsonl")
    put(fast, path)
    monkeypatch.setattr(importer, "LARGE", 1 << 30)
    put(slow, path)
    assert content(fast) == content(slow)
    assert not [each for finding in check_store(fast) for each in finding.faults]


def test_what_stands_twice_in_a_file_is_stored_once_with_both_places(tmp_path: Path, bulk: None) -> None:
    twice = raid(document="other.txt")
    twice.start, twice.end = 100, 100 + len(RAID)
    put(tmp_path / "s.db", lines(tmp_path / "a.jsonl", raid(), talks(), twice))
    connection = sqlite3.connect(tmp_path / "s.db")
    assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    assert connection.execute("SELECT sources FROM articles ORDER BY rowid").fetchall() == [(2,), (1,)]
    connection.close()


@pytest.mark.parametrize("size", [1, 1 << 30])
def test_a_fault_late_in_a_file_leaves_the_store_as_it_was(
    slow: Path, tmp_path: Path, bulk: None, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(importer, "LARGE", size)
    before = content(slow)
    spoilt = plain(raid(depot(77)))
    spoilt["figures"][0]["low"] = 500.0
    new = [raid(depot(number)) for number in range(50, 60)]
    summary = put(slow, lines(tmp_path / "c.jsonl", *new, spoilt))
    assert "line 11, figures[0].low" in summary.failures[0].message
    assert content(slow) == before


def test_an_id_that_is_anothers_is_named_with_its_line_though_many_are_written_at_once(
    tmp_path: Path, bulk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_AT_ONCE", 500)
    new = [plain(raid(depot(number))) for number in range(50, 60)]
    new[6]["quotes"][0]["id"] = new[2]["quotes"][0]["id"]
    new[6]["events"][0]["quotes"] = [new[2]["quotes"][0]["id"]]
    summary = put(tmp_path / "s.db", lines(tmp_path / "c.jsonl", *new))
    assert "line 7, quotes[0].id" in summary.failures[0].message
    assert "another article" in summary.failures[0].message


def test_of_two_faults_the_first_line_is_named(
    tmp_path: Path, bulk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_AT_ONCE", 500)
    new = [plain(raid(depot(number))) for number in range(50, 56)]
    new[3]["figures"][2]["id"] = new[1]["figures"][2]["id"]
    path = lines(tmp_path / "c.jsonl", *new)
    path.write_bytes(path.read_bytes() + json.dumps({"format": "conflict-tui/1"}).encode() + b"\n")
    summary = put(tmp_path / "s.db", path)
    assert "line 4, figures[2].id" in summary.failures[0].message
