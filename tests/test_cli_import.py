"""`conflict-tui import`: the summary, the failures, and what a second import does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.outcomes import Failure, Summary, Undated
from tests.cli_support import EVIL, samples, write_jsonl
from tui.cli import group, importing

REPORT = (
    "PORT MARLOW — At least 22 people were killed overnight when drones struck the harbour, "
    "Mayor Ines Varga said.\n\n"
    "“We counted every one of them,” she said.\n"
)


def test_the_summary_counts_what_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db, source = str(tmp_path / "x.db"), str(write_jsonl(tmp_path / "in.jsonl", samples()))
    assert group.run(["import", source, "--db", db]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("1 document, 2 articles, 2 figures, 1 quote, 0 events\n")
    assert "1 more figure set apart" in captured.out
    assert "1 article without a day: press d" in captured.out
    assert captured.err == ""


def test_importing_again_changes_nothing_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db, source = str(tmp_path / "x.db"), str(write_jsonl(tmp_path / "in.jsonl", samples()))
    assert group.run(["import", source, "--db", db]) == 0
    capsys.readouterr()
    assert group.run(["export", "--db", db]) == 0
    before = capsys.readouterr().out
    assert group.run(["import", source, "--db", db]) == 0
    assert "1 document unchanged since the last import" in capsys.readouterr().out
    assert group.run(["export", "--db", db]) == 0
    assert capsys.readouterr().out == before


def test_a_failure_is_named_and_the_others_land(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = str(tmp_path / "x.db")
    good = write_jsonl(tmp_path / "good.jsonl", samples())
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"format":"conflict-tui/1","id":7}\n')
    missing = tmp_path / "missing.txt"
    assert group.run(["import", str(bad), str(missing), str(good), "--db", db]) == 2
    captured = capsys.readouterr()
    assert "2 articles" in captured.out
    lines = captured.err.splitlines()
    assert len(lines) == 2
    assert sorted(line.split(",")[0].rpartition("/")[2].split(":")[0] for line in lines) == [
        "bad.jsonl",
        "missing.txt",
    ]
    assert "bad.jsonl, line 1" in captured.err


def test_text_is_read_with_the_day_and_outlet_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db, source = str(tmp_path / "x.db"), tmp_path / "harbour.txt"
    source.write_text(REPORT, encoding="utf-8")
    args = ["import", "--date", "2025-12-25", "--outlet", "Harbour Wire", str(source), "--db", db]
    assert group.run(args) == 0
    capsys.readouterr()
    assert group.run(["export", "--db", db]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["published"] == "2025-12-25"
    assert made["published_basis"] == "given"
    assert made["outlet"] == "Harbour Wire"
    assert [(figure["value"], figure["measure"]) for figure in made["figures"]] == [(22, "killed")]
    direct = [quote for quote in made["quotes"] if quote["kind"] == "direct"]
    assert [(quote["speaker"], quote["text"]) for quote in direct] == [
        ("Ines Varga", "We counted every one of them,")
    ]


def test_the_sample_is_loaded_into_an_empty_database_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.cli.browse import load_sample
    from tui.cli.common import Session

    session = Session(db=str(tmp_path / "x.db"))
    load_sample(session)
    captured = capsys.readouterr()
    assert "loading the sample reports" in captured.err
    assert "articles" in captured.out
    load_sample(session)
    assert capsys.readouterr() == ("", "")


def test_ctrl_c_says_what_is_stored_and_ends_with_130(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.importer.import_paths", stop)
    assert group.run(["import", str(tmp_path), "--db", str(tmp_path / "x.db")]) == 130
    assert capsys.readouterr().err.startswith("conflict-tui: stopped; what was read before is stored")


def test_every_line_of_the_summary_is_safe_to_draw() -> None:
    summary = Summary(
        documents=1,
        articles=12,
        undated_total=12,
        undated=[Undated(id="a", title=EVIL, document=EVIL, candidate="2025-12-25")] * 12,
        failures=[Failure(path=EVIL, message=EVIL)],
        warnings=[EVIL] * 12,
        notices=[EVIL],
    )
    lines = list(importing.summary_lines(summary))
    assert not [line for line in lines if "\x1b" in line or "\x9b" in line or "\u202e" in line]
    assert "  and 4 more: conflict-tui find --articles is:undated" in lines
    assert "(perhaps 2025-12-25)" in lines[2]
    assert lines[-1] == "and 4 more warnings"
