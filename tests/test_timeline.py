"""The timeline: bars a claimant, never rivals added, parts left out, gaps apart from zero."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from store.bars import Bar
from store.errors import QueryError
from store.query import parse_query
from store.search import open_reader
from store.timeline import Timeline, figures_at, kinds, timeline
from tests.claims_support import FORCE, MINISTRY, claims_store, figure, toll, tolls
from tests.cli_support import article
from tui.chart import across, column


def made(path: Path, measure: str | None = None, query: str = "", **more: Any) -> Timeline:
    with open_reader(path) as reader:
        found = timeline(reader, parse_query(query), measure, **more)
    assert found is not None
    return found


def bars(line: Timeline) -> dict[tuple[str, str | None], dict[int, tuple[float, float]]]:
    return {
        (each.measure, each.claimant): {index: (bar.low, bar.high) for index, bar in each.bars.items()}
        for each in line.lines
    }


def struck(*counts: dict[str, Any], ident: str = "s1") -> dict[str, Any]:
    """An article in which numbers of people killed are told of places and days."""
    words = " ".join(f"{count['value']} people in {count['place']}." for count in counts)
    figures = []
    for count in counts:
        value, more = count["value"], {key: each for key, each in count.items() if key != "value"}
        said = {"claimant": "police", "date_to": "2031-05-02", **more}
        figures.append(
            figure(str(value), f"{value} people in {count['place']}", value, "killed", "people", **said)
        )
    return article(ident, words, figures, [], document=f"{ident}.txt", published="2031-05-03",
                   published_basis="stated")  # fmt: skip


def test_rivals_have_a_line_each_and_are_never_added(tmp_path: Path) -> None:
    line = made(claims_store(tmp_path), "launched")
    assert bars(line) == {
        ("launched", FORCE): {0: (41, 41)},
        ("shot_down", FORCE): {0: (30, 30)},
        ("launched", MINISTRY): {0: (60, 60)},
        ("shot_down", MINISTRY): {0: (20, 25)},
    }
    assert [(each.measure, each.bars) for each in line.every] == [
        ("launched", {0: Bar(41, 60, 2)}), ("shot_down", {0: Bar(20, 30, 2)})
    ]  # fmt: skip
    assert line.days(0) == ("2031-05-02", "2031-05-02")


def test_a_toll_that_grows_is_from_the_least_to_the_most(tmp_path: Path) -> None:
    assert bars(made(claims_store(tmp_path, *tolls()), "killed")) == {("killed", "Ilka Dorn"): {0: (4, 7)}}


def test_a_day_without_a_report_has_no_bar_and_zero_has_one(tmp_path: Path) -> None:
    path = claims_store(
        tmp_path,
        toll("a", "2031-05-01", 3, "Wire", on="2031-05-01"),
        toll("b", "2031-05-03", 0, "Wire", on="2031-05-03"),
    )
    line = made(path, "killed")
    assert line.length == 3
    assert bars(line)["killed", "Ilka Dorn"] == {0: (3, 3), 2: (0, 0)}


def test_places_of_one_claimant_are_added_but_no_part_to_its_whole(tmp_path: Path) -> None:
    def counted(*counts: dict[str, Any]) -> tuple[float, float]:
        for old in tmp_path.glob("claims*"):
            old.unlink()
        (found,) = bars(made(claims_store(tmp_path, struck(*counts)), "killed")).values()
        return found[0]

    assert counted({"place": "Marzan", "value": 3}, {"place": "Brenn", "value": 4}) == (7, 7)
    assert counted({"place": "Marzan", "value": 3}, {"place": "Marzan region", "value": 5}) == (5, 5)
    assert counted({"place": "Marzan", "value": 3}, {"place": "Marzan", "value": 5, "part_of": None}) == (
        3,
        5,
    )
    assert counted(
        {"place": "Marzan", "value": 9}, {"place": "Brenn", "value": 4, "part_of": "s1f0"}
    ) == (9, 9)  # fmt: skip
    assert counted(
        {"place": "Marzan", "value": 9}, {"place": "Brenn", "value": 90, "stance": "denied"}
    ) == (9, 9)  # fmt: skip


def test_a_countrys_number_stands_for_its_places(tmp_path: Path) -> None:
    told = struck(
        {"place": "Vara", "value": 7}, {"place": "Marzan", "value": 3}, {"place": "Brenn", "value": 1}
    )
    told["events"] = [{"id": "e", "kind": "attack", "country": "Vara", "summary": "7 people", "figures": [],
                       "quotes": [], "sentences": []}]  # fmt: skip
    assert bars(made(claims_store(tmp_path, told), "killed")) == {("killed", "police"): {0: (7, 7)}}


def test_a_week_is_the_sum_of_its_days_or_a_count_so_far_that_says_more(tmp_path: Path) -> None:
    monday, tuesday, later = "2031-05-05", "2031-05-06", "2031-05-12"
    counts = [{"place": "Marzan", "value": 3, "date_to": monday}, {"place": "Marzan", "value": 4, "date_to": tuesday},
              {"place": "Marzan", "value": 2, "date_to": later}]  # fmt: skip
    line = made(claims_store(tmp_path, struck(*counts)), "killed", span="week")
    assert bars(line) == {("killed", "police"): {0: (7, 7), 1: (2, 2)}}
    assert line.days(1) == ("2031-05-12", "2031-05-18")
    for old in tmp_path.glob("claims*"):
        old.unlink()
    so_far = {"place": "Marzan", "value": 20, "date_to": tuesday, "scope": "cumulative"}
    line = made(claims_store(tmp_path, struck(*counts, so_far)), "killed", span="week")
    assert bars(line) == {("killed", "police"): {0: (20, 20), 1: (2, 2)}}


def test_longer_periods_and_figures_without_a_day_are_said_to_be_left_out(tmp_path: Path) -> None:
    path = claims_store(
        tmp_path,
        struck({"place": "Marzan", "value": 3}, {"place": "Brenn", "value": 90, "date_from": "2031-04-01"}),
        toll("u", None, 5, "Wire", on=None),
    )
    line = made(path, "killed")
    assert (line.left_out, line.undated) == (1, 1)
    assert bars(line) == {("killed", "police"): {0: (3, 3)}}


def test_the_measure_is_the_most_frequent_one_unless_it_is_asked_for(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    assert made(path).measure == "killed"
    assert made(path, query="drones").measure == "launched"
    assert made(path, query="measure:injured").measure == "injured"
    with open_reader(path) as reader:
        assert kinds(reader)[:2] == [("killed", "people", 4), ("launched", "drones", 2)]
        assert timeline(reader, parse_query("nowhere")) is None
        assert timeline(reader, None, "launched", "rockets") is None
        with pytest.raises(QueryError, match="no measure 'flown'"):
            timeline(reader, None, "flown")
        with pytest.raises(QueryError, match="no span 'year'"):
            timeline(reader, None, "killed", span="year")


def test_the_figures_of_a_bar(tmp_path: Path) -> None:
    with open_reader(claims_store(tmp_path)) as reader:
        line = timeline(reader, parse_query("vara"), "launched")
        assert line is not None
        assert [row.id for row in figures_at(reader, line, 0)] == ["n2f0", "n1f0", "n2f1", "n1f1"]
        assert [row.id for row in figures_at(reader, line, 0, "launched", FORCE)] == ["n1f0"]


def test_columns_show_bounds_gaps_and_zero() -> None:
    def drawn(bar: Bar | None, **more: Any) -> str:
        return "".join(char for char, _ in column(bar, 16, 2, **more))

    assert drawn(Bar(16, 16, 1)) == "██"
    assert drawn(Bar(9, 9, 1)) == "█▁"
    assert drawn(Bar(4, 16, 1)) == "▄░"
    assert drawn(Bar(0, 16, 1)) == "░░"
    assert drawn(Bar(0.01, 0.01, 1)) == "▁ "
    assert drawn(Bar(0, 0, 1)) == "0 "
    assert drawn(None) == "· "
    assert drawn(Bar(4, 16, 1), ascii=True) == ";'"
    assert drawn(None, ascii=True).isascii()


def test_lying_bars_show_bounds() -> None:
    assert across(Bar(8, 8, 1), 16, 4) == ("██", "")
    assert across(Bar(7, 16, 1), 16, 4) == ("█▊", "░░")
    assert across(Bar(0, 0, 1), 16, 4) == ("", "")
    assert across(Bar(7, 16, 1), 16, 4, ascii=True) == ("##", "..")
