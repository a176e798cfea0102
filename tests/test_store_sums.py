"""Checks on sums, stances and revisions in the store: kept, asked for, marked, shown and exported."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from extract.ids import article_id
from extract.model import Article, Event, Sum
from store import schema
from store.cite import citation
from store.export import export
from store.query import parse_query
from store.search import Reader, open_reader
from store.validate import problem
from tests.app_pilot import browsing
from tests.cli_support import command
from tests.store_support import figure, stored, talks

NIGHT = (
    "Night over Marzan\n\nVARA — Ostra launched 41 drones overnight. 30 were shot down and 9 hit the port. The navy"
    " said it sank 6 boats, which Ostra denied. Three of 2 sheds burned. Nobody was hurt; the toll is 31, not 28."
)


def night() -> Article:
    """Eight figures: a sum with an open rest, one that does not add up, a denial, a revision, a count of nothing."""
    ident = article_id(NIGHT)
    said = {
        "claimant": "Vara's air force",
        "date_from": "2031-05-01",
        "date_to": "2031-05-02",
        "unit": "drones",
    }
    launched = figure(NIGHT, ident, "41 drones", "41", 41, measure="launched", **said)
    down = figure(NIGHT, ident, "30", "30", 30, measure="shot_down", part_of=launched.id, **said)
    hit = figure(NIGHT, ident, "9 hit", "9", 9, measure="hit", **said)
    start = NIGHT.index("Ostra denied")
    boats = figure(
        NIGHT, ident, "6 boats", "6", 6, measure="destroyed", unit="boats", claimant="navy", stance="denied",
        disputed_by="=Ostra", disputed_start=start, disputed_end=start + 5,
    )  # fmt: skip
    sheds = figure(NIGHT, ident, "2 sheds", "2", 2, measure="damaged", unit="sheds")
    three = figure(NIGHT, ident, "Three", "Three", 3, measure="damaged", unit="sheds", part_of=sheds.id)
    nobody = figure(NIGHT, ident, "Nobody", "Nobody", 0, measure="injured", unit="people")
    old = figure(NIGHT, ident, "28", "28", 28, measure="killed", unit="people", scope="cumulative")
    new = figure(
        NIGHT, ident, "31", "31", 31, measure="killed", unit="people", scope="cumulative", revises=old.id
    )
    event = Event(
        id="e" * 16, kind="drone_strike", summary="Ostra launched 41 drones overnight", figures=[launched.id]
    )
    launched.event = down.event = hit.event = event.id
    sums = [
        Sum(
            id="s" * 16, kind="fates", whole=launched.id, parts=[down.id, hit.id], claimant="Vara's air force",
            event=event.id, low=2, high=2, status="open", words="41 launched; 30 and 9 are accounted for; 2 open",
        ),
        Sum(
            id="t" * 16, kind="parts", whole=sheds.id, parts=[three.id], low=-1, high=-1, status="exceeds",
            words="2 damaged, of them 3; 1 too many",
        ),
    ]  # fmt: skip
    return Article(
        id=ident, document="night.txt", start=0, end=len(NIGHT), text=NIGHT, headline="Night over Marzan",
        published="2031-05-02", published_basis="stated", events=[event], sums=sums,
        figures=[launched, down, hit, boats, three, sheds, nobody, new, old],
    )  # fmt: skip


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return open_reader(stored(tmp_path, night()))


def test_the_article_is_sound_and_a_sum_of_strangers_is_not() -> None:
    assert problem(night()) is None
    strange = night()
    strange.sums[0].parts.append("nowhere")
    assert problem(strange) == ("sums[0].parts[2]", "'nowhere' is the id of no figure of this article")


def test_checks_are_found_by_article_event_and_figure(reader: Reader) -> None:
    article = night()
    opened, exceeded = reader.sums_of(article.id)
    assert (opened.id, opened.whole, opened.parts) == (
        "s" * 16,
        article.figures[0].id,
        tuple(article.sums[0].parts),
    )
    assert (opened.low, opened.high, opened.status) == (2, 2, "open")
    assert exceeded.status == "exceeds"
    assert reader.sums_of_event("e" * 16) == [opened]
    assert [reader.sums_of_figure(each.id) for each in article.figures[:4]] == [[opened]] * 3 + [[]]
    assert reader.sums_of("nobody") == []


def test_figures_of_a_doubtful_check_are_marked(reader: Reader) -> None:
    marks = {row.text: row.sum_status for row in reader.find_figures(set_apart=True)}
    assert marks == {
        "41 drones": "open", "30": "open", "9 hit": "open", "2 sheds": "exceeds", "Three": "exceeds",
        "6 boats": None, "Nobody": None, "31": None, "28": None,
    }  # fmt: skip


def test_a_count_of_nothing_is_kept_apart_until_asked_for(reader: Reader) -> None:
    assert "Nobody" not in {row.text for row in reader.find_figures()}
    assert [row.text for row in reader.find_figures(parse_query("measure:injured"))] == ["Nobody"]
    (line,) = reader.article_rows(reader.article_ids())
    assert line.figures == 8


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("stance:denied", ["6 boats"]),
        ("stance:confirmed", []),
        ("sum:exceeds", ["Three", "2 sheds"]),
        ("sum:open measure:hit", ["9 hit"]),
        ("-sum:open -stance:denied -measure:damaged", ["31", "28"]),
    ],
)
def test_stances_and_sums_can_be_asked_for(reader: Reader, query: str, found: list[str]) -> None:
    assert [row.text for row in reader.find_figures(parse_query(query))] == found


def test_the_view_reads_like_a_page(tmp_path: Path) -> None:
    with sqlite3.connect(stored(tmp_path, night())) as connection:
        rows = connection.execute(
            "SELECT words, status, measure, headline FROM sum_list ORDER BY status"
        ).fetchall()
        assert rows[0] == ("2 damaged, of them 3; 1 too many", "exceeds", "damaged", "Night over Marzan")
        who = connection.execute(
            "SELECT disputed_by, revises FROM figure_list WHERE unit = 'boats'"
        ).fetchone()
        assert who == ("=Ostra", None)


def test_taking_the_article_away_takes_its_checks(tmp_path: Path) -> None:
    db = stored(tmp_path, night())
    stored(tmp_path, talks())  # the same file, with another article in it
    with sqlite3.connect(db) as connection:
        assert connection.execute("SELECT count(*) FROM sums").fetchone() == (0,)


def test_a_store_without_checks_moves_forward(tmp_path: Path) -> None:
    db = Database(tmp_path / "old.db")
    schema.migrations.apply(db, stop_before="m006_sums")
    assert "sums" not in db.table_names()
    schema.migrations.apply(db)
    assert "sums" in db.table_names()
    for table in ("figures", "rejected_figures"):
        assert {"disputed_by", "revises", "sum_status"} <= set(db[table].columns_dict)
    shown = {column.name for column in db["figure_list"].columns}
    assert {"disputed_by", "revises", "corrected"} <= shown


def test_the_table_says_who_disputes_and_what_does_not_add_up(reader: Reader) -> None:
    out = io.StringIO()
    export(reader, None, "csv", out)
    rows = {row["text"]: row for row in csv.DictReader(io.StringIO(out.getvalue()))}
    assert rows["6 boats"]["disputed_by"] == "'=Ostra"
    assert rows["41 drones"]["sums"] == "41 launched; 30 and 9 are accounted for; 2 open"
    assert rows["6 boats"]["sums"] == ""
    assert rows["31"]["revises"] == rows["28"]["id"]


def test_markdown_marks_the_figures_and_says_the_checks(reader: Reader) -> None:
    out = io.StringIO()
    export(reader, None, "markdown", out)
    text = out.getvalue()
    assert "| 41 drones… | launched |" in text
    assert "| Three≠ | damaged |" in text
    assert "navy \\(denied by =Ostra\\)" in text
    assert "- 41 launched; 30 and 9 are accounted for; 2 open\n" in text


def test_a_citation_says_who_denies_it(reader: Reader) -> None:
    boats = next(row for row in reader.find_figures() if row.text == "6 boats")
    assert "— navy (denied by =Ostra); “Night over Marzan”" in citation(boats)


async def test_the_pane_marks_figures_and_says_the_check_of_the_one_under_the_cursor(tmp_path: Path) -> None:
    async with browsing(stored(tmp_path, night()), size=(160, 50)) as hand:
        await hand.press("3")
        assert "41…" in hand.text
        assert "3≠" in hand.text
        assert "navy (denied by =Ostra)" in hand.text
        assert "41 launched; 30 and 9 are accounted for; 2 open" in hand.text
        await hand.press("j", "j", "j")
        assert "2 open" not in hand.text
        assert "3 Figures denied by =Ostra · " in hand.text
        await hand.press("G")
        assert "revised to 31" in hand.text


async def test_the_check_is_said_on_a_narrow_screen_too(tmp_path: Path) -> None:
    async with browsing(stored(tmp_path, night()), size=(80, 24)) as hand:
        await hand.press("3")
        assert "41 launched; 30 and 9 are" in hand.text


def test_find_says_the_checks_as_rows_for_programs(tmp_path: Path) -> None:
    db = stored(tmp_path, night())
    done = command("--db", str(db), "find", "--figures", "--jsonl", "boats")
    assert '"disputed_by": "=Ostra"' in done.stdout or '"disputed_by":"=Ostra"' in done.stdout


def test_a_store_from_before_there_were_checks_is_given_them_when_it_is_moved_forward(tmp_path: Path) -> None:
    db = stored(tmp_path, night())
    change = sqlite3.connect(db)
    change.execute("DELETE FROM sums")
    change.execute("UPDATE figures SET sum_status = NULL")
    change.execute("DELETE FROM _sqlite_migrations WHERE name = 'm014_sums_of_old'")
    change.commit()
    change.close()
    with open_reader(db) as found:
        (check,) = [each for each in found.sums_of(night().id) if each.kind == "fates"]
        assert (check.status, check.low, check.high) == ("open", 2, 2)
        assert len(found.figure_ids(parse_query("sum:open"))) == 3
