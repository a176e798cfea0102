"""`conflict-tui claims`: a table for a person, rows for programs, exit statuses, hostile text."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from store.claimpages import ClaimTable
from store.query import parse_query
from store.search import open_reader
from tests.claims_support import FORCE, MINISTRY, claims_store
from tests.cli_support import EVIL, command, evil, write_jsonl
from tests.store_support import put
from tui.cli.claims import COLUMNS
from tui.cli.claimtable import print_claims


def run(path: Path, *args: str, **more: Any) -> str:
    done = command("--db", str(path), "claims", *args, **more)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def printed(
    path: Path, capsys: pytest.CaptureFixture[str], cells: int, query: str = "", shape: Any = None
) -> str:
    """What a terminal of this width gets."""
    with open_reader(path) as reader, pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(cells))
        patch.setenv("NO_COLOR", "1")
        table = ClaimTable(reader, parse_query(query))
        print_claims(table.rows(reader, 0, table.total), shape)
    return capsys.readouterr().out


def test_rows_are_tab_separated_in_a_pipe(tmp_path: Path) -> None:
    rows = [
        dict(zip(COLUMNS, line.split("\t"), strict=True))
        for line in run(claims_store(tmp_path), "measure:killed").splitlines()
    ]
    assert [row["bounds"] for row in rows] == ["≥4", "≥6", "≥7"]
    assert [row["after"] for row in rows] == ["0", "1", "1"]
    assert rows[2]["figures"] == "t3f0 t4f0"
    assert rows[2]["outlets"] == "Harbour Wire; Ostrel Post"


def test_csv_has_a_header_and_every_claim(tmp_path: Path) -> None:
    found = list(csv.DictReader(io.StringIO(run(claims_store(tmp_path), "--csv", "measure:launched"))))
    assert [(row["claimant"], row["bounds"], row["rival"]) for row in found] == [
        (FORCE, "41", "1"), (MINISTRY, "≥60", "1")
    ]  # fmt: skip
    assert {(row["least"], row["most"]) for row in found} == {("41", "≥60")}


def test_jsonl_has_one_object_a_row_with_its_evidence(tmp_path: Path) -> None:
    (row,) = [
        json.loads(line) for line in run(claims_store(tmp_path), "--jsonl", "measure:launched").splitlines()
    ]
    assert [cell["claimant"] for cell in row["cells"]] == [FORCE, MINISTRY]
    report = row["cells"][1]["claims"][0]["reports"][0]
    assert report["figure"] == "n2f0"
    assert "at least 60 drones" in report["sentence"]


def test_options_choose_rows_and_order(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    assert {line.split("\t")[3] for line in run(path, "--rivals").splitlines()} == {"launched", "shot_down"}
    assert len(run(path, "--limit", "1", "--jsonl").splitlines()) == 1
    assert run(path, "--sort", "place").split("\t")[2] == "Marzan"


def test_nothing_found_and_a_wrong_query_have_their_own_statuses(tmp_path: Path) -> None:
    path = claims_store(tmp_path)
    none = command("--db", str(path), "claims", "place:nowhere")
    assert (none.returncode, none.stdout, none.stderr) == (1, "", "Nothing found.\n")
    wrong = command("--db", str(path), "claims", "measur:killed")
    assert wrong.returncode == 2
    assert "did you mean measure:?" in wrong.stderr
    missing = command("--db", str(tmp_path / "none.db"), "claims")
    assert missing.returncode == 2
    assert "import a document" in missing.stderr


@pytest.mark.parametrize("cells", [200, 80, 40, 20])
@pytest.mark.parametrize("shape", [None, "columns", "list"])
def test_no_line_is_wider_than_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cells: int, shape: str | None
) -> None:
    text = printed(claims_store(tmp_path), capsys, cells, shape=shape)
    assert max(map(len, text.splitlines())) <= cells
    for words in ("41", "≥60", "≥4", "≥7", "20–25"):
        assert words in text


def test_a_wide_terminal_has_a_column_for_each_claimant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, *rows = printed(claims_store(tmp_path), capsys, 160).splitlines()
    assert ("Ilka Dorn" in head, FORCE in head, MINISTRY in head, "as reported" in head) == (True,) * 4
    launched = next(row for row in rows if "Vara: drones launched" in row)
    assert launched.split("launched")[1].split() == ["41", "≥60", "41", "to", "≥60"]
    assert any("≥4 → ≥6 → ≥7" in row for row in rows)
    assert any("└ Vara: drones shot down" in row for row in rows)


def test_a_narrow_terminal_has_a_line_for_each_claim(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = printed(claims_store(tmp_path), capsys, 80)
    assert "Friday 2 May 2031" in text
    assert "→ ≥6" in text
    assert "Harbour Wire" in text
    assert "n1f0" in text
    assert "41 to ≥60" in text


def test_blocks_of_columns_hold_every_claim_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(claims_store(tmp_path), capsys, 60, shape="columns")
    assert text.count("Day ") > 1
    assert text.count("≥4 →") == 1


def test_hostile_text_does_not_reach_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "evil.db"
    put(path, write_jsonl(tmp_path / "evil.jsonl", [evil()]))
    for text in (
        run(path), run(path, "--jsonl"), *(printed(path, capsys, cells, shape=shape)
                                           for cells in (30, 120) for shape in ("columns", "list"))
    ):  # fmt: skip
        assert not set(text) & set("\x1b\x07\x9b\u202e\u200b")
    assert json.loads(run(path, "--jsonl"))["cells"][0]["claimant"] == EVIL
