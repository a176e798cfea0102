"""Checking a store finds what was spoilt behind the program's back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from store.check import check_store
from tests.store_support import raid, stored, talks


def faults(db: Path) -> dict[str, list[str]]:
    return {finding.name: finding.faults for finding in check_store(db) if finding.faults}


def spoil(db: Path, statement: str) -> None:
    connection = sqlite3.connect(db)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_store_has_no_faults_and_everything_is_looked_at(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), talks())
    looked = {finding.name: finding.looked_at for finding in check_store(db)}
    assert faults(db) == {}
    assert looked["figures at their words"] == 4
    assert looked["quotes at their words"] == 2
    assert looked["articles in a document"] == 2
    assert looked["words of figures"] == 4


@pytest.mark.parametrize(
    ("statement", "name", "said"),
    [
        ("UPDATE figures SET start = start + 1, \"end\" = \"end\" + 9", "figures at their words", "does not stand at"),
        ("UPDATE figures SET sentence_start = 3", "figures at their words", "the sentence of figure"),
        ("UPDATE quotes SET text = 'x'", "quotes at their words", "does not stand at"),
        ("DELETE FROM claims WHERE measure = 'launched'", "rows of claims", "1 rows of claims are missing"),
        ("UPDATE claims SET high = 99 WHERE measure = 'launched'", "rows of claims", "are missing or differ"),
        ("UPDATE claims SET lead = 0", "rows of claims", "are not counted once"),
        ("UPDATE quotes SET speaker_text = 'x'", "quotes at their words", "the speaker of quote"),
        ("DELETE FROM article_documents", "articles in a document", "belongs to no document"),
        ("DELETE FROM texts", "articles in a document", "has no text"),
        ("DELETE FROM articles", "references between tables", "that is not there"),
        ("DELETE FROM quotes", "words of quotes", "that are gone"),
        ("INSERT INTO figures_fts (figures_fts) VALUES ('delete-all')", "words of figures", "cannot be found"),
    ],
)  # fmt: skip
def test_what_is_spoilt_is_found(tmp_path: Path, statement: str, name: str, said: str) -> None:
    db = stored(tmp_path, raid(), talks())
    spoil(db, statement)
    found = faults(db)
    assert name in found
    assert said in found[name][0]
