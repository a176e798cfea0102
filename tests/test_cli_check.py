"""`stats`, `check` and `doctor`: what the database holds, whether it is whole, and what is around it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli_support import samples, write_jsonl
from tui.cli import doctor, group


@pytest.fixture
def db(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "store.db")
    assert group.run(["import", str(write_jsonl(tmp_path / "in.jsonl", samples())), "--db", path]) == 0
    capsys.readouterr()
    return path


def change(db: str, statement: str) -> None:
    connection = sqlite3.connect(db)
    with connection:
        connection.execute(statement)
    connection.close()


def test_stats_counts_what_the_database_holds(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["stats", "--db", db]) == 0
    rows = dict(line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert rows["articles"] == "2"
    assert rows["figures"] == "2"
    assert rows["undated"] == "1"
    assert group.run(["stats", "--db", db, "--jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["quotes"] == 1
    assert group.run(["stats", "--db", db, "--csv"]) == 0
    assert "speakers,1\n" in capsys.readouterr().out


def test_a_whole_database_passes_every_check(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["check", "--db", db]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert {row[2] for row in rows} == {"ok"}
    assert ["figures at their words", "3", "ok"] in rows
    assert ["quotes at their words", "1", "ok"] in rows


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE figures SET start = start - 9 WHERE value = 131", "a1f0"),
        ("UPDATE quotes SET text = 'We counted none'", "a1q0"),
        ("UPDATE figures SET claimant_start = 0, claimant_end = 99999 WHERE value = 131", "claimant"),
        ("INSERT INTO quotes_fts (quotes_fts) VALUES ('delete-all')", "1 quotes cannot be found"),
        ("INSERT INTO texts (article, text) VALUES (999, 'nobody')", "texts"),
    ],
)
def test_damage_is_found_and_named(
    statement: str, said: str, db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(db, statement)
    assert group.run(["check", "--db", db]) == 2
    faults = [line for line in capsys.readouterr().out.splitlines() if not line.endswith("\tok")]
    assert len(faults) >= 1
    assert any(said in line for line in faults)


def test_check_changes_nothing(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["export", "--db", db]) == 0
    before = capsys.readouterr().out
    assert group.run(["check", "--db", db]) == 0
    capsys.readouterr()
    assert group.run(["export", "--db", db]) == 0
    assert capsys.readouterr().out == before


def test_doctor_names_the_database_the_model_and_the_packages(
    db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["doctor", "--db", db]) == 0
    found = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    names = {row[0]: row[1] for row in found}
    assert names["database"] == db
    assert "2 articles" in names["holds"]
    assert "en_core_web_sm" in names["model"]
    assert {"python", "textual", "spacy", "sqlite", "TERM", "encoding"} <= names.keys()


def test_doctor_says_what_makes_a_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert group.run(["doctor", "--db", str(tmp_path / "none.db"), "--jsonl"]) == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert last["found"] == "not made yet"
    assert "conflict-tui import" in last["advice"]


def test_doctor_gives_advice_on_what_is_amiss(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "conflict-tui find" in doctor.browser_advice("dumb")
    assert doctor.browser_advice("xterm-256color") == ""
    monkeypatch.setenv("TMUX", "/nowhere/socket,1,0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert any("set-clipboard on" in advice for _, _, advice in doctor.clipboard())
    letter = tmp_path / "letter.db"
    letter.write_text("Dear reader, this is no database.")
    assert group.run(["doctor", "--db", str(letter)]) == 2
    assert "letter.db" in capsys.readouterr().out
