"""`conflict-tui find`: rows for people and programs, exit statuses, and text that cannot drive a terminal."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli_support import EVIL, ROOT, evil, samples, write_jsonl
from tui.cli import common, group
from tui.cli.find import COLUMNS


@pytest.fixture
def db(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "store.db")
    assert group.run(["import", str(write_jsonl(tmp_path / "in.jsonl", samples())), "--db", path]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands believe that a person reads them."""
    monkeypatch.setattr(common, "terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "160")


def test_a_pipe_gets_figures_and_quotes_as_tab_separated_rows(
    db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["find", "--db", db, "outlet:harbour"]) == 0
    rows = [
        dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in capsys.readouterr().out.splitlines()
    ]
    assert [row["kind"] for row in rows] == ["figure", "figure", "quote"]
    assert rows[0]["value"] == "131"
    assert rows[0]["who"] == "the Marlow coast guard"
    assert rows[0]["day"] == "2025-12-25"
    assert rows[2]["text"] == "We counted every one of them,"
    assert rows[2]["who"] == "Ines Varga"


def test_nothing_found_is_status_1_with_a_word_on_stderr(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["find", "--db", db, "zanzibar"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "Nothing found.\n"


@pytest.mark.parametrize("query", ["nosuch:field", "value:many", "since:yesterday", "measure:eaten"])
def test_a_query_that_cannot_be_read_is_status_2(
    query: str, db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["find", "--db", db, query]) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("conflict-tui: ")
    assert captured.out == ""


def test_a_missing_database_is_status_2_and_is_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.db"
    assert group.run(["find", "--db", str(path), "odesa"]) == 2
    assert str(path) in capsys.readouterr().err
    assert not path.exists()


def test_another_program_s_file_is_refused_unchanged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear reader, this is no database.")
    assert group.run(["find", "--db", str(path), "odesa"]) == 2
    assert "letter.db" in capsys.readouterr().err
    assert path.read_text() == "Dear reader, this is no database."


def test_one_kind_can_be_asked_for(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["find", "--db", db, "--quotes", "speaker:varga"]) == 0
    assert capsys.readouterr().out.startswith("quote\t2025-12-25\t")
    assert group.run(["find", "--db", db, "--articles", "drones"]) == 0
    assert "Drones over Marlow" in capsys.readouterr().out
    assert group.run(["find", "--db", db, "--events", "drones"]) == 1


def test_figures_set_apart_are_shown_when_asked_for(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["find", "--db", db, "document:ostrel"]) == 1
    assert group.run(["find", "--db", db, "--all", "document:ostrel"]) == 0
    assert "1200000" in capsys.readouterr().out


def test_a_word_with_a_minus_is_left_out_and_not_an_option(
    db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["find", "--db", db, "--figures", "marlow", "-shot"]) == 1
    assert group.run(["find", "--db", db, "-shot", "--quotes", "counted", "--limit", "1"]) == 0
    assert "We counted" in capsys.readouterr().out
    assert group.run(["find", "--db", db, "--articles", "marlow", "-ostrel"]) == 0
    assert "Drones over Marlow" in capsys.readouterr().out


def test_quotation_marks_that_the_shell_took_are_put_back() -> None:
    assert common.query_text(["claimant:coast guard", "drones"]) == 'claimant:"coast guard" drones'
    assert common.query_text(["-two words", "x"]) == '-"two words" x'
    assert common.query_text(['odesa claimant:"air force"']) == 'odesa claimant:"air force"'


def test_jsonl_says_every_field_of_a_row(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["find", "--db", db, "--jsonl", "measure:launched"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["type"] for row in rows] == ["figure"]
    assert rows[0]["value"] == 131
    assert rows[0]["date_from"] == "2025-12-24"
    assert rows[0]["article_id"]
    assert "rowid" not in rows[0]


def test_csv_has_a_header_and_no_cell_that_is_a_formula(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["find", "--db", db, "--csv", "--all", "document:ostrel"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows[0]["headline"] == "'=SUM(A1:A9)"
    assert rows[0]["value"] == "1200000"


def test_the_limit_holds_for_each_kind(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["find", "--db", db, "--limit", "1", "outlet:harbour"]) == 0
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == ["figure", "quote"]


@pytest.mark.usefixtures("screen")
def test_a_person_gets_tables_and_is_told_of_more(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["find", "--db", db, "--limit", "1", "outlet:harbour"]) == 0
    out = capsys.readouterr().out
    assert "Figures" in out
    assert "131 drones" in out
    assert "106" not in out
    assert "The first 1 figures; --limit 0 shows them all." in out
    assert "“We counted every one of them,”" in out
    assert "Ines Varga, Captain (radio)" in out


def test_words_that_stood_in_no_marks_are_shown_in_none() -> None:
    from types import SimpleNamespace

    from tui.cli import tables

    row = SimpleNamespace(
        text="drones were seen", kind="indirect", speaker="Ines Varga", speaker_text=None, role=None, channel=None, stance=None,
        date=None, published=None, published_basis=None, outlet=None, dateline=None, document="x.txt", headline=None,
        rejected=False, added_by=None, corrected=(),
    )  # fmt: skip
    shown = next(iter(tables.table("quotes", [row]).columns[1].cells))
    assert str(shown) == "drones were seen"


FORMS = [[], ["--jsonl"], ["--csv"]]


@pytest.mark.parametrize("kind", ["--figures", "--quotes", "--articles"])
@pytest.mark.parametrize("form", FORMS)
def test_no_text_can_drive_a_terminal(
    kind: str, form: list[str], tmp_path: Path, screen: None, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "evil.db")
    assert group.run(["import", str(write_jsonl(tmp_path / "in.jsonl", [evil()])), "--db", path]) == 0
    assert not _driving(capsys.readouterr().out)
    assert group.run(["find", "--db", path, kind, *form, "has:figures"]) == 0
    out = capsys.readouterr().out
    assert "[/nope]" in re.sub(r"\s+", "", out)
    assert not _driving(out)


def test_programs_get_the_exact_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "evil.db")
    assert group.run(["import", str(write_jsonl(tmp_path / "in.jsonl", [evil()])), "--db", path]) == 0
    capsys.readouterr()
    assert group.run(["find", "--db", path, "--figures", "--jsonl", "has:figures"]) == 0
    line = capsys.readouterr().out
    assert not _driving(line)
    assert json.loads(line)["claimant"] == EVIL
    assert group.run(["find", "--db", path, "--figures", "--csv", "has:figures"]) == 0
    assert next(csv.DictReader(io.StringIO(capsys.readouterr().out)))["who"] == EVIL
    assert group.run(["find", "--db", path, "--figures", "has:figures"]) == 0
    assert not _driving(capsys.readouterr().out)


def _driving(text: str) -> list[str]:
    """The characters of a terminal's control or a reader's deception."""
    return re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text)


def test_a_reader_that_leaves_is_no_error(db: str) -> None:
    script = f"{sys.executable} -m tui find --db {db} --jsonl outlet:harbour | true; exit ${{PIPESTATUS[0]}}"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=env, check=False)
    assert done.stderr == ""
    assert done.returncode in {0, 141}


def test_a_table_marks_a_doubtful_sum_and_says_it_once_beneath(capsys: pytest.CaptureFixture[str]) -> None:
    from types import SimpleNamespace

    from tui.cli import tables

    def row(name: str, status: str | None) -> SimpleNamespace:
        return SimpleNamespace(
            id=name, text=name, measure="launched", place=None, claimant=None, stance="disputed", disputed_by="[b]Ostra",
            channel=None, date_from=None, date_to=None, published=None, published_basis=None, outlet=None,
            dateline=None, document="x.txt", headline=None, sum_status=status, corrected=(), added_by=None,
            rejected=False, starred=False, noted=False, tags=(),
        )  # fmt: skip

    rows = [row("41 drones", "open"), row("30", "open"), row("nine boats", None)]
    assert tables.print_tables([("figures", rows)], 0, lambda _: ["41 launched; 2 open"]) == 3
    shown = capsys.readouterr().out
    assert "41 drones…" in shown
    assert "nine boats " in shown
    assert "disputed by [b]Ostra" in " ".join(shown.split())
    assert shown.count("41 launched; 2 open") == 1
