"""Claims side by side: rivals, revisions, parts, repeats, and rows that stay true whatever is written."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from store import corrections
from store.annotations import set_published
from store.claimpages import ORDERS, ClaimTable
from store.claims import ClaimRow
from store.connect import open_for_writing
from store.errors import QueryError
from store.families import PEOPLE, family
from store.query import MEASURES, parse_query
from store.search import Reader, open_reader
from store.timeline import timeline
from tests.claims_support import FORCE, MINISTRY, claims_store, figure, night, toll, tolls
from tests.cli_support import article, write_jsonl
from tests.store_support import put
from tui.claimwords import bounds


def table(path: Path, query: str = "", **more: Any) -> list[ClaimRow]:
    with open_reader(path) as reader:
        made = ClaimTable(reader, parse_query(query), **more)
        rows = made.rows(reader, 0, made.total)
        assert len(rows) == made.total
        return rows


def one(rows: list[ClaimRow], place: str, measure: str) -> ClaimRow:
    (row,) = [row for row in rows if (row.place, row.measure) == (place, measure)]
    return row


def values(row: ClaimRow, claimant: str | None) -> list[tuple[float, bool]]:
    cell = row.cell(claimant)
    return [(claim.figure.value, claim.after) for claim in cell.claims] if cell else []


def test_rival_claims_stand_side_by_side(tmp_path: Path) -> None:
    row = one(table(claims_store(tmp_path)), "Vara", "launched")
    assert [cell.claimant for cell in row.cells] == [FORCE, MINISTRY]
    assert values(row, FORCE) == [(41, False)]
    assert values(row, MINISTRY) == [(60, False)]
    assert row.rival
    assert row.low is not None
    assert row.high is not None
    assert (row.low.value, row.high.value, row.high.modifier) == (41, 60, "at least")


def test_a_toll_reads_in_the_order_of_report_and_each_number_is_citable(tmp_path: Path) -> None:
    row = one(table(claims_store(tmp_path)), "Marzan", "killed")
    assert values(row, "Ilka Dorn") == [(4, False), (6, True), (7, True)]
    (cell,) = row.cells
    assert [claim.ids for claim in cell.claims] == [("t1f0",), ("t2f0",), ("t3f0", "t4f0")]
    assert cell.claims[2].outlets == ("Harbour Wire", "Ostrel Post")
    assert not row.rival


def test_parts_stand_beneath_their_whole(tmp_path: Path) -> None:
    rows = table(claims_store(tmp_path))
    depths = [(row.place, row.measure, row.depth) for row in rows if row.family == "drones"]
    assert depths == [
        ("Vara", "launched", 0), ("Vara", "shot_down", 1), ("the harbour", "shot_down", 2), ("Vara", "hit", 0)
    ]  # fmt: skip


def test_a_part_that_shares_its_wholes_row_is_inside_and_no_rival(tmp_path: Path) -> None:
    text = "VARA — Police said 9 people were killed in Vara, 5 of them at the market."
    said: dict[str, Any] = {"claimant": "police", "place": "Vara", "date_to": "2031-05-02"}
    path = claims_store(
        tmp_path,
        article("p1", text, [
            figure("9", "9 people", 9, "killed", "people", **said),
            figure("5", "5 of them", 5, "killed", "people", part_of="p1f0", **said),
        ], [], document="p.txt"),
    )  # fmt: skip
    (row,) = table(path)
    (cell,) = row.cells
    assert [(claim.figure.value, claim.inside) for claim in cell.claims] == [(9, False), (5, True)]
    assert row.low is None


def test_the_articles_own_voice_is_a_column_of_its_own(tmp_path: Path) -> None:
    row = one(table(claims_store(tmp_path)), "Marzan", "injured")
    (cell,) = row.cells
    assert cell.claimant is None
    assert cell.claims[0].outlets == ("Harbour Wire",)


def test_a_changed_number_in_a_later_copy_is_a_revision(tmp_path: Path) -> None:
    words = (
        "In the harbour the fire burned for nine hours and the crews came from every quarter of the town. "
        * 3
    )
    path = tmp_path / "r.db"
    for ident, day, value in (("r1", "2031-05-02", 4), ("r2", "2031-05-02", 6)):
        made = toll(ident, day, value, "Harbour Wire")
        made["text"] = made["text"].replace(f", {ident})", ")") + words
        made["end"] = len(made["text"])
        put(path, write_jsonl(tmp_path / f"{ident}.jsonl", [made]))
    (row,) = table(path)
    assert values(row, "Ilka Dorn") == [(4, False), (6, True)]


def test_a_revision_on_another_day_is_named_in_the_row_that_it_revises(tmp_path: Path) -> None:
    words = (
        "In the harbour the fire burned for nine hours and the crews came from every quarter of the town. "
        * 3
    )
    path = tmp_path / "r.db"
    for ident, day, value in (("r1", "2031-05-02", 4), ("r2", "2031-05-03", 6)):
        made = toll(ident, day, value, "Harbour Wire", on=day)
        made["text"] = made["text"].replace(f", {ident})", ")") + words
        made["end"] = len(made["text"])
        put(path, write_jsonl(tmp_path / f"{ident}.jsonl", [made]))
    new, old = table(path)
    assert [row.value for row in old.later] == [6]
    assert new.later == ()


def test_a_toll_that_its_article_revises_stands_behind_the_first(tmp_path: Path) -> None:
    text = (
        "MARZAN — Police said 4 people were killed. By night the toll was 6 people. In June it was 9 people."
    )
    said: dict[str, Any] = {"claimant": "police", "place": "Marzan", "date_to": "2031-05-02"}
    path = claims_store(
        tmp_path,
        article("v1", text, [
            figure("4", "4 people", 4, "killed", "people", **said),
            figure("6", "6 people", 6, "killed", "people", revises="v1f0", **said),
            figure("9", "9 people", 9, "killed", "people", revises="v1f1", **{**said, "date_to": "2031-06-02"}),
        ], [], document="v.txt"),
    )  # fmt: skip
    june, may = table(path)
    assert values(may, "police") == [(4, False), (6, True)]
    assert [row.value for row in may.later] == [9]
    assert june.later == ()


def test_women_and_people_are_told_apart_and_children_have_a_row_of_their_own(tmp_path: Path) -> None:
    text = "VARA — Police said 5 people were killed in Vara. Medics said 5 women were killed, and 2 children."
    path = claims_store(
        tmp_path,
        article("w1", text, [
            figure("5", "5 people", 5, "killed", "people", claimant="police", date_to="2031-05-02"),
            figure("5", "5 women", 5, "killed", "women", claimant="police", date_to="2031-05-02"),
            figure("2", "2 children", 2, "killed", "children", claimant="police", date_to="2031-05-02"),
        ], [], document="w.txt"),
    )  # fmt: skip
    rows = table(path)
    assert [(row.family, len(row.cells[0].claims)) for row in rows] == [("children", 1), ("people", 2)]


def test_a_figure_without_a_day_stands_apart_under_its_articles_day(tmp_path: Path) -> None:
    path = claims_store(
        tmp_path, toll("u1", "2031-05-02", 3, "Wire", on=None), toll("u2", "2031-05-02", 3, "Wire")
    )
    assert [(row.day, row.dated, len(row.figures)) for row in table(path)] == [
        ("2031-05-02", True, 1), ("2031-05-02", False, 1)
    ]  # fmt: skip


def test_a_day_given_by_hand_moves_the_row(tmp_path: Path) -> None:
    path = claims_store(tmp_path, toll("u1", None, 3, "Wire", on=None))
    assert [row.day for row in table(path)] == [""]
    set_published(path, "u1", "2031-06-01")
    assert [row.day for row in table(path)] == ["2031-06-01"]
    set_published(path, "u1", None)
    assert [row.day for row in table(path)] == [""]


def test_a_claimant_is_one_however_its_letters_are_written(tmp_path: Path) -> None:
    path = claims_store(
        tmp_path,
        toll("c1", "2031-05-02", 3, "Wire", claimant="officials"),
        toll("c2", "2031-05-02", 5, "Post", claimant="Officials"),
    )
    (row,) = table(path)
    assert [(cell.claimant, len(cell.claims)) for cell in row.cells] == [("officials", 2)]
    assert not row.rival
    assert table(path, rivals=True) == []
    with open_reader(path) as reader:
        assert ClaimTable(reader).claimants(reader) == [("officials", 2)]
        line = timeline(reader, None, "killed")
    assert line is not None
    assert [(each.claimant, each.bars[0]) for each in line.lines] == [("officials", (3, 5, 2))]


def test_what_is_set_apart_is_shown_when_it_is_asked_for(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    assert "money" not in {row.measure for row in table(path)}
    assert {row.measure for row in table(path, "measure:money")} == {"money"}


@pytest.mark.parametrize(
    ("query", "measures"),
    [
        ("measure:launched", {"launched"}),
        ("launched", {"launched", "shot_down", "hit"}),
        ('claimant:"ostra\'s ministry"', {"launched", "shot_down"}),
        ("claimant:dorn place:marzan", {"killed"}),
        ("value:>50", {"launched"}),
        ("on:2031-05-02 -claimant:force -measure:killed", {"launched", "shot_down", "injured"}),
        ("since:2031-06", set()),
        ("outlet:ostrel", {"launched", "shot_down", "killed"}),
    ],
)
def test_the_queries_of_find_filter_the_table(tmp_path: Path, query: str, measures: set[str]) -> None:
    path = claims_store(tmp_path)
    rows = table(path, query)
    assert {row.measure for row in rows} == measures
    with open_reader(path) as reader:
        found = {row.id for row in reader.find_figures(parse_query(query))}
    assert {figure.id for row in rows for figure in row.figures} == found


def test_only_rivals(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    for query in ("", "drones"):
        assert [(row.place, row.measure) for row in table(path, query, rivals=True)] == [
            ("Vara", "launched"), ("Vara", "shot_down")
        ]  # fmt: skip


def test_the_orders(tmp_path: Path) -> None:
    path = claims_store(tmp_path, *tolls(), toll("z", "2031-07-01", 1, "Wire", on="2031-07-01"),
                        toll("y", None, 1, "Wire", on=None, place="Brenn"))  # fmt: skip
    days = {order: [row.day for row in table(path, order=order)] for order in ORDERS}
    assert days["newest"] == ["2031-07-01", "2031-05-02", ""]
    assert days["oldest"] == ["2031-05-02", "2031-07-01", ""]
    assert days["place"] == ["", "2031-07-01", "2031-05-02"]
    with open_reader(path) as reader, pytest.raises(QueryError, match="newest, oldest, place"):
        ClaimTable(reader, order="size")


def test_claimants_are_counted(tmp_path: Path) -> None:
    with open_reader(claims_store(tmp_path)) as reader:
        found = ClaimTable(reader).claimants(reader)
    assert found == [("Ilka Dorn", 4), (FORCE, 4), (MINISTRY, 2), (None, 1)]


def test_the_row_of_a_day_is_found(tmp_path: Path) -> None:
    path = claims_store(
        tmp_path, toll("a", "2031-05-02", 1, "W"), toll("b", "2031-07-01", 1, "W", on="2031-07-01")
    )
    with open_reader(path) as reader:
        made = ClaimTable(reader)
        assert [made.index_of(day) for day in ("2031-07-01", "2031-06-01", "2031-05-02", "2030-01-01")] == [
            0,
            1,
            1,
            1,
        ]
        assert ClaimTable(reader, order="oldest").index_of("2031-06-01") == 1


def slim(path: Path) -> list[tuple[Any, ...]]:
    """The rows of `claims`, but for which figure leads its row."""
    with open_reader(path) as reader:
        known = [row[1] for row in reader._all("PRAGMA table_info(claims)")]
        columns = ", ".join(name for name in known if name != "lead")
        return reader._all(f"SELECT {columns} FROM claims ORDER BY figure")


def anew(path: Path) -> list[tuple[Any, ...]]:
    """What `claims` would hold if it were made anew."""
    from store.schema_claims import values as columns

    with open_reader(path) as reader:
        return [
            tuple(row)
            for row in reader._all(
                f"SELECT {columns('f', 'a.published')} FROM figures f JOIN articles a ON a.rowid = f.article"
                " ORDER BY f.rowid"
            )
        ]


def leads(path: Path) -> set[int]:
    """How many figures lead each row."""
    with open_reader(path) as reader:
        found = reader._all("SELECT sum(lead) FROM claims GROUP BY day, dated, place, measure, family")
    return {row[0] for row in found}


def test_the_slim_rows_follow_whatever_is_written(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    assert slim(path) == anew(path)
    # Read again with another number, an article gone, another new.
    changed = [*night()[:1], *tolls()[:2], toll("t9", None, 9, "Wire", on=None)]
    changed[0]["figures"][0]["value"] = changed[0]["figures"][0]["low"] = changed[0]["figures"][0]["high"] = (
        42
    )
    put(path, write_jsonl(tmp_path / "claims.jsonl", changed))
    assert slim(path) == anew(path)
    assert leads(path) == {1}
    set_published(path, "t9", "2031-05-02")
    assert slim(path) == anew(path)
    connection = open_for_writing(path)
    connection.execute("UPDATE figures SET place = 'Brenn', unit = 'missiles' WHERE id = 'n1f0'")
    connection.execute("UPDATE articles SET published = NULL WHERE id = 't9'")
    connection.execute("DELETE FROM figures WHERE id = 't1f0'")
    connection.execute("DELETE FROM articles WHERE id = 'n1'")
    connection.close()
    assert slim(path) == anew(path)
    assert leads(path) == {1}


def test_what_a_person_corrects_or_rejects_moves_the_row(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    corrections.correct(path, "figure", "n1f0", {"value": 43.0, "place": "Brenn"})
    corrections.reject(path, "figure", "n2f1", True)
    assert slim(path) == anew(path)
    rows = table(path)
    assert values(one(rows, "Brenn", "launched"), FORCE) == [(43, False)]
    assert values(one(rows, "Vara", "launched"), FORCE) == []
    assert values(one(rows, "Vara", "shot_down"), MINISTRY) == []
    corrected = one(rows, "Brenn", "launched").cells[0].claims[0].figure
    assert "(corrected)" in bounds(corrected)
    corrections.reject(path, "figure", "n2f1", False)
    corrections.undo(path, "figure", "n1f0")
    assert slim(path) == anew(path)
    assert leads(path) == {1}


def test_a_store_whose_rows_are_not_counted_yet_is_given_that(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    connection = open_for_writing(path)
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm011_claims_led'")
    connection.execute("DROP TRIGGER claims_lead")
    connection.execute("DROP TRIGGER claims_added")
    connection.execute("ALTER TABLE claims RENAME TO old")
    connection.execute("CREATE TABLE claims AS SELECT day, place FROM old")
    connection.execute("DROP TABLE old")
    connection.close()
    assert slim(path) == anew(path)
    assert leads(path) == {1}
    put(path, write_jsonl(tmp_path / "more.jsonl", [toll("z", None, 1, "Wire")]))
    assert slim(path) == anew(path)


def test_any_page_of_any_store_has_the_rows_that_were_counted(tmp_path: Path) -> None:
    chance = random.Random(7)
    articles = []
    for number in range(60):
        figures, words = [], []
        for at in range(chance.randint(1, 6)):
            value = number * 10 + at
            words.append(f"{value} people")
            figures.append(figure(
                str(value), f"{value} people", value, chance.choice(MEASURES),
                chance.choice(["people", "drones", "children", "homes"]), place=chance.choice([None, "Vara", "Brenn"]),
                claimant=chance.choice([None, "police", "the army"]),
                date_to=chance.choice([None, "2031-05-01", "2031-05-02"]),
                part_of=f"a{number}f{chance.randrange(at)}" if at and chance.random() < 0.5 else None,
            ))  # fmt: skip
        day = chance.choice([None, "2031-05-01", "2031-05-03"])
        articles.append(article(f"a{number}", " ".join(words), figures, [], document="a.txt", outlet="Wire",
                                published=day, published_basis="stated" if day else None))  # fmt: skip
    path = claims_store(tmp_path, *articles)
    assert leads(path) == {1}
    for query in (
        "",
        "people",
        "claimant:police",
        "until:2031-05-01",
        "-measure:killed",
        "place:vara value:>100",
    ):
        for more in ({}, {"rivals": True}, {"order": "place"}, {"order": "oldest"}):
            rows = table(path, query, **more)
            assert all(row.cells for row in rows)
            with open_reader(path) as reader:
                made = ClaimTable(reader, parse_query(query), **more)
                for first in range(0, made.total, 7):
                    assert made.rows(reader, first, first + 7) == rows[first : first + 7]


def test_people_are_one_family_whatever_the_report_calls_them(tmp_path: Path) -> None:
    assert set(PEOPLE) < set(MEASURES)
    with open_reader(claims_store(tmp_path)) as reader:
        assert told(reader, "killed", "civilians") == "people"
        assert told(reader, "killed", "Ostran soldiers") == "soldiers"
        assert told(reader, "launched", "long-range attack drones") == "drones"
        assert told(reader, "launched", "drone strikes") == "drone strikes"
        assert told(reader, "destroyed", "Private Houses") == "homes"
        assert told(reader, "destroyed", None) == ""


def told(reader: Reader, measure: str, unit: str | None) -> str:
    return str(
        reader._all(f"SELECT {family('x')} FROM (SELECT ? AS measure, ? AS unit) x", (measure, unit))[0][0]
    )
