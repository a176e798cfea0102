"""Tables of parsed events: our own export of figures, and rows with the columns of UCDP GED."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from store.check import check_store
from store.export import export
from store.outcomes import Summary
from store.search import Reader, open_reader
from tests.store_support import asked, put, raid, stored, talks

EVENT = {
    "id": "7001", "relid": "VAR-2031-1-7", "type_of_violence": "1", "dyad_name": "Government of Vara - Red Column",
    "side_a": "Government of Vara", "side_b": "Red Column", "source_date": "2031-05-04;2031-05-06",
    "source_original": "army statement", "where_prec": "1", "where_coordinates": "Marzan town",
    "where_description": "the harbour of Marzan", "latitude": "1.5", "longitude": "-2.5", "country": "Vara",
    "country_id": "901", "date_start": "2031-05-02 00:00:00.000", "date_end": "2031-05-03 00:00:00.000",
    "deaths_a": "4", "deaths_b": "7", "deaths_civilians": "1", "deaths_unknown": "0", "best": "12", "high": "15",
    "low": "9",
}  # fmt: skip
OTHER = EVENT | {
    "id": "7002", "type_of_violence": "3", "dyad_name": "Red Column - Civilians", "side_a": "Red Column",
    "side_b": "Civilians", "source_date": "", "source_original": "", "where_prec": "4", "date_start": "2031-06-01",
    "date_end": "2031-06-01", "deaths_a": "0", "deaths_b": "0", "deaths_civilians": "3", "best": "3", "high": "3",
    "low": "3",
}  # fmt: skip


def table(path: Path, *rows: dict[str, str], delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def failure(summary: Summary) -> str:
    assert summary.documents == 0
    (failed,) = summary.failures
    return failed.message


def figures(reader: Reader, query: str = "") -> list[tuple[str, float, float, float, str | None, str | None]]:
    rows = reader.figure_rows(reader.figure_ids(asked(query)))
    return [(row.measure, row.value, row.low, row.high, row.place, row.claimant) for row in rows]


def test_a_row_of_ged_is_an_article_with_its_event_and_its_deaths(tmp_path: Path) -> None:
    db = tmp_path / "s.db"
    summary = put(db, table(tmp_path / "ged.csv", EVENT, OTHER))
    assert (summary.articles, summary.figures, summary.events, summary.undated_total) == (2, 6, 2, 0)
    with open_reader(db) as reader:
        second, first = reader.article_rows(reader.article_ids(None, "imported"))
        assert (second.published, second.published_basis) == ("2031-06-01", "inferred")
        assert (first.headline, first.published, first.published_basis, first.document) == (
            "Government of Vara - Red Column: Marzan town, Vara", "2031-05-06", "inferred", "ged.csv",
        )  # fmt: skip
        text = reader.article(first.id).text  # type: ignore[union-attr]
        assert "\nbest: 12\nhigh: 15\nlow: 9\ndeaths_a: 4\n" in text
        assert figures(reader, "value:12") == [("killed", 12, 9, 15, "Marzan town", "army statement")]
        whole, *parts = reader.figures_of(first.id)
        assert (whole.text, whole.date_from, whole.date_to) == (
            "best: 12\nhigh: 15\nlow: 9", "2031-05-02", "2031-05-03",
        )  # fmt: skip
        assert [(each.value, each.unit, each.actor, each.target) for each in parts] == [
            (4, "people", "Red Column", "Government of Vara"),
            (7, "people", "Government of Vara", "Red Column"),
            (1, "civilians", None, None),
        ]
        assert {each.part_of for each in parts} == {whole.id}
        (event,), (other,) = reader.events_of(first.id), reader.events_of(second.id)
        assert (event.kind, event.place, event.country, event.lat, event.lon, event.precision, event.actor) == (
            "clash", "Marzan town", "Vara", 1.5, -2.5, "city", "Government of Vara",
        )  # fmt: skip
        assert (other.kind, other.precision, other.target) == ("attack", "region", "Civilians")
    assert not [each for finding in check_store(db) for each in finding.faults]


def test_rows_of_ged_are_no_near_copies_of_each_other_and_come_in_once(tmp_path: Path) -> None:
    db = tmp_path / "s.db"
    path = table(tmp_path / "ged.csv", EVENT, *({**EVENT, "id": str(number)} for number in range(5)))
    assert put(db, path).articles == 6
    with open_reader(db) as reader:
        assert all(not reader.links_of(row.id) for row in reader.article_rows(reader.article_ids(None)))
    again = put(db, path)
    assert (again.documents, again.unchanged) == (0, 1)
    longer = table(tmp_path / "ged.csv", EVENT, {**EVENT, "id": "77"})
    assert put(db, longer).replaced == 1
    with open_reader(db) as reader:
        assert len(reader.article_ids(None)) == 2


@pytest.mark.parametrize(
    ("changes", "column", "said"),
    [
        ({"best": "many"}, "best", "'many' is no number"),
        ({"low": "-1"}, "low", "'-1' cannot be"),
        ({"high": "nan"}, "high", "'nan' cannot be"),
        ({"latitude": "95"}, "latitude", "'95' cannot be"),
        ({"date_start": "2 May 2031"}, "date_start", "does not begin with a day"),
        ({"date_end": "2031-05-01"}, "date_end", "is before date_start, 2031-05-02"),
        ({"type_of_violence": "5"}, "type_of_violence", "'5' is none of 1, 2 and 3"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_and_nothing_is_stored(
    tmp_path: Path, changes: dict[str, str], column: str, said: str
) -> None:
    path = table(tmp_path / "ged.csv", EVENT, EVENT | {"where_description": "two\nlines"}, EVENT | changes)
    message = failure(put(tmp_path / "s.db", path))
    assert message.startswith(f"{path}, line 5, {column}: ")
    assert said in message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"name,age\nx,1\n", "line 1: is no table that can be read"),
        (",".join(EVENT).encode() + b"\n", "line 1: has no rows below its header"),
        (
            ",".join(EVENT).encode() + b"\n1,2,3\n",
            f"line 2: has 3 cells where the header names {len(EVENT)} columns",
        ),
        (",".join(EVENT).encode() + b'\n"open', "line 2: is not CSV"),
        (",".join(EVENT).encode() + b"\n\xe9\n", "line 2: is not UTF-8"),
        (b"\xff\xfe,\n", "line 1: is not UTF-8"),
    ],
)
def test_what_is_no_such_table_is_said_with_its_line(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    message = failure(put(tmp_path / "s.db", path))
    assert message.startswith(str(path))
    assert said in message
    assert "\n" not in message


def test_a_table_is_read_with_semicolons_tabs_and_a_byte_order_mark(tmp_path: Path) -> None:
    for suffix, delimiter in ((".csv", ";"), (".tsv", "\t")):
        path = table(tmp_path / f"t{suffix}", EVENT, delimiter=delimiter)
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
        assert put(tmp_path / f"{suffix}.db", path).articles == 1


def test_a_table_by_another_name_is_read_where_its_format_is_said(tmp_path: Path) -> None:
    path = table(tmp_path / "events.dat", EVENT)
    assert put(tmp_path / "s.db", path, format="csv").events == 1
    assert put(tmp_path / "t.db", "-", format="csv", stdin=io.BytesIO(path.read_bytes())).events == 1


def exported(db: Path) -> str:
    out = io.StringIO()
    with open_reader(db) as reader:
        export(reader, None, "csv", out)
    return out.getvalue()


def test_an_export_of_figures_comes_back_with_what_it_says_of_each(tmp_path: Path) -> None:
    report = raid()
    report.figures[1].part_of = report.figures[0].id
    report.figures[0].claimant = "=Vara's air force"
    report.figures[1].stance, report.figures[1].disputed_by = "disputed", "the harbour master"
    once = exported(stored(tmp_path, report, talks()))
    (tmp_path / "figures.csv").write_text(once, encoding="utf-8", newline="")
    db = tmp_path / "other.db"
    summary = put(db, tmp_path / "figures.csv")
    assert (summary.documents, summary.articles, summary.figures) == (1, 2, 3)
    before, after = (list(csv.DictReader(io.StringIO(each))) for each in (once, exported(db)))
    new = {row["id"]: other["id"] for row, other in zip(before, after, strict=True)}
    for row, other in zip(before, after, strict=True):
        for name in row.keys() - {"id", "article_id", "event", "part_of"}:
            assert other[name] == row[name], name
        assert other["part_of"] == new.get(row["part_of"], "")
    assert not [each for finding in check_store(db) for each in finding.faults]


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("value", "many", "value: 'many' is no number"),
        ("measure", "slain", "measure: invalid enum value"),
        ("text", "99 balloons", "text: does not stand in the sentence"),
        ("date_from", "May", "date_from: 'May' is not a day"),
        ("published", "May", "published: 'May' is not a day"),
    ],
)
def test_a_cell_of_a_figure_that_cannot_be_is_named(
    tmp_path: Path, column: str, cell: str, said: str
) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(stored(tmp_path, talks())))))
    path = table(tmp_path / "bad.csv", rows[0] | {column: cell})
    message = failure(put(tmp_path / "s.db", path))
    assert message.startswith(f"{path}, line 2, ")
    assert said in message
