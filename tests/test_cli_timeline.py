"""`conflict-tui timeline`: bars for a person, rows for programs, exit statuses, hostile text."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from store.query import parse_query
from store.search import open_reader
from store.timeline import timeline
from tests.claims_support import FORCE, MINISTRY, claims_store, toll
from tests.cli_support import EVIL, command, evil, write_jsonl
from tests.store_support import put
from tui.cli.timeline import COLUMNS, _print


def run(path: Path, *args: str) -> str:
    done = command("--db", str(path), "timeline", *args)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def printed(
    path: Path, capsys: pytest.CaptureFixture[str], cells: int, measure: str, *, split: bool = True,
    ascii_: bool = False, span: str = "day", query: str = "",
) -> str:  # fmt: skip
    """What a terminal of this width gets."""
    with open_reader(path) as reader, pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(cells))
        patch.setenv("NO_COLOR", "1")
        made = timeline(reader, parse_query(query), measure, span=span)
        assert made is not None
        _print(made, made.lines if split else made.every, 0, split, ascii_)
    return capsys.readouterr().out


def test_rows_name_claimant_bounds_and_figures(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    rows = [
        dict(zip(COLUMNS, line.split("\t"), strict=True))
        for line in run(path, "--measure", "launched").splitlines()
    ]
    assert [(row["measure"], row["claimant"], row["low"], row["high"], row["figures"]) for row in rows] == [
        ("launched", MINISTRY, "60", "60", "n2f0"), ("shot_down", MINISTRY, "20", "25", "n2f1"),
        ("launched", FORCE, "41", "41", "n1f0"), ("shot_down", FORCE, "30", "30", "n1f1"),
    ]  # fmt: skip
    found = list(csv.DictReader(io.StringIO(run(path, "--csv", "--measure", "shot-down", "--by", "week"))))
    assert {(row["from"], row["to"]) for row in found} == {("2031-04-28", "2031-05-04")}
    (row,) = [json.loads(line) for line in run(path, "--jsonl", "measure:killed").splitlines()]
    assert (row["low"], row["high"], row["figures"]) == (4, 7, ["t1f0", "t2f0", "t3f0", "t4f0"])


def test_nothing_found_and_a_wrong_measure_have_their_own_statuses(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    assert command("--db", str(path), "timeline", "nowhere").returncode == 1
    wrong = command("--db", str(path), "timeline", "--measure", "flown")
    assert wrong.returncode == 2
    assert "there is no measure 'flown'" in wrong.stderr


def test_bars_are_drawn_with_gaps_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = claims_store(
        tmp_path, *(toll(f"x{day}", day, value, "Wire", on=day)
                    for day, value in (("2031-05-01", 8), ("2031-05-02", 4), ("2031-05-09", 0))),
    )  # fmt: skip
    lines = printed(path, capsys, 60, "killed").splitlines()
    assert lines[0] == "people killed, by day"
    assert (lines[1].count("█"), lines[2].count("█")) == (25, 12)
    assert lines[3] == "· 6 days without a report"
    assert lines[4].split() == ["9", "May", "2031", "Ilka", "Dorn", "0"]


def test_rivals_stand_beneath_each_other_or_show_the_least_and_the_most(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = claims_store(tmp_path)
    split = printed(path, capsys, 90, "launched")
    assert f"launched {FORCE}" in split
    assert f"shot down {MINISTRY}" in split
    both = printed(path, capsys, 90, "launched", split=False)
    assert "41–60" in both
    assert "░" in both
    assert "least to most" in both


@pytest.mark.parametrize("cells", [120, 60, 30, 16])
def test_no_line_is_wider_than_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cells: int
) -> None:
    for split in (True, False):
        text = printed(claims_store(tmp_path), capsys, cells, "launched", split=split)
        assert max(map(len, text.splitlines())) <= cells
        for old in tmp_path.glob("claims*"):
            old.unlink()


def test_ascii_bars_are_ascii(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = claims_store(tmp_path)
    assert printed(path, capsys, 80, "launched", ascii_=True).isascii()
    assert printed(path, capsys, 80, "launched", ascii_=True, span="week", split=False).isascii()


def test_hostile_text_does_not_reach_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "evil.db"
    put(path, write_jsonl(tmp_path / "evil.jsonl", [evil()]))
    for text in (run(path), run(path, "--jsonl"), printed(path, capsys, 100, "killed")):
        assert not set(text) & set("\x1b\x07\x9b\u202e\u200b")
    assert json.loads(run(path, "--jsonl"))["claimant"] == EVIL
