"""Exports: a table of figures guarded against formulas, Markdown that shows text as text, and lines by query."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from store import annotations
from store.errors import StoreError
from store.export import COLUMNS, export, guarded
from store.query import parse_query
from store.search import open_reader
from tests.store_support import RAID, raid, stored, talks


def written(db: Path, form: str, query: str = "") -> tuple[str, int]:
    out = io.StringIO()
    with open_reader(db) as reader:
        count = export(reader, parse_query(query), form, out)
    return out.getvalue(), count


def test_a_table_has_one_figure_a_row_with_its_sentence(tmp_path: Path) -> None:
    text, count = written(stored(tmp_path, raid(), talks()), "csv")
    table = list(csv.DictReader(io.StringIO(text)))
    assert count == len(table) == 3
    assert tuple(table[0]) == (*COLUMNS, "sums")
    drones = next(row for row in table if row["value"] == "41")
    assert drones["claimant"] == "Vara's air force"
    assert drones["sentence"] in RAID
    assert drones["published"] == "2031-05-02"


def test_a_query_chooses_what_is_written(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), talks())
    assert written(db, "csv", "claimant:dorn")[1] == 1
    assert written(db, "markdown", "brenn")[0].count("\n# ") == 0
    (line,) = written(db, "jsonl", "brenn")[0].splitlines()
    assert json.loads(line)["id"] == talks().id


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1"])
def test_a_cell_that_begins_like_a_formula_is_text(tmp_path: Path, evil: str) -> None:
    assert guarded(evil) == "'" + evil
    article = raid(headline=evil, outlet=evil)
    article.figures[0].claimant = evil
    text, _ = written(stored(tmp_path, article), "csv")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        assert all(not cell or cell[0] not in "=+-@\t\r" for cell in row.values())


def test_numbers_stay_numbers() -> None:
    assert guarded(-2.5) == -2.5
    assert guarded(41.0) == 41
    assert guarded(None) is None
    assert guarded("41 drones") == "41 drones"


def test_markdown_escapes_what_is_markup(tmp_path: Path) -> None:
    article = raid(headline="# not a [head](x) <script> | *", outlet="A_B")
    article.figures[0].claimant = "x | y"
    text, count = written(stored(tmp_path, article), "markdown")
    assert count == 1
    assert text.startswith("# \\# not a \\[head\\]\\(x\\) \\<script\\> \\| \\*\n")
    assert "| 41 drones | launched | Marzan | x \\| y \\(Telegram\\) | 1–2 May 2031 |" in text
    assert "> Nobody slept in this city," in text


def test_an_article_with_two_sources_has_a_line_for_each(tmp_path: Path) -> None:
    text, count = written(stored(tmp_path, raid(), raid(document="paper.txt")), "jsonl")
    assert count == 1
    assert [json.loads(line)["document"] for line in text.splitlines()] == ["raid.txt", "paper.txt"]


def test_a_day_given_by_hand_goes_out_as_given(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(day=None))
    annotations.set_published(db, raid().id, "2031-05-02")
    line = json.loads(written(db, "jsonl")[0])
    assert (line["published"], line["published_basis"]) == ("2031-05-02", "given")
    assert line["figures"][0]["date_to"] == "2031-05-02"


def test_hostile_text_is_written_exactly_and_never_breaks_a_line(tmp_path: Path) -> None:
    evil = "\x1b]52;c;eA==\x07\u2028\x85[/nope]\u202e\x00"
    article = raid(headline=evil)
    text, _ = written(stored(tmp_path, article), "jsonl")
    assert text.count("\n") == 1
    assert json.loads(text)["headline"] == evil


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="it can be jsonl, csv, markdown"):
        written(stored(tmp_path, raid()), "xls")
