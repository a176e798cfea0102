"""The command that measures accuracy: its table, its misses, what it refuses, and the page it writes."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from benchmarks import accuracy, scoring


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one annotated text, in which the rules find a figure that was not asked for."""
    text = "date 2025-03-05 Fire in Marsk\n\nFour people were killed in Marsk on Tuesday, police said.\n"
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "fire.txt").write_text(text, encoding="utf-8")
    gold = {
        "document": "fire.txt", "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "style": "invented", "war": "invented", "cases": [],
        "articles": [
            {"start": 0, "end": len(text), "published": "2025-03-05", "published_basis": "stated"},
        ],
        "figures": [], "quotes": [], "events": [],
    }  # fmt: skip
    (tmp_path / "fire.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def test_the_command_prints_folders_side_by_side_and_lists_misses(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accuracy.main([str(folder), str(folder), "--misses"]) == 0
    lines = capsys.readouterr().out.splitlines()
    start = 31
    assert lines[0] == (
        f"fire:{start}-{start + 4} figures.precision [Four] asked: nothing; read: killed people"
    )
    rows = {line.split()[0]: line.split()[1:] for line in lines[-len(scoring.FIELDS) :]}
    assert list(rows) == list(scoring.FIELDS)
    assert rows["figures.precision"] == ["0.000", "0/1"] * 2
    assert rows["articles.published"] == ["1.000", "1/1"] * 2
    assert rows["quotes.span"] == ["–", "0/0"] * 2


def test_a_text_that_is_not_the_one_annotated_is_named_and_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "texts" / "fire.txt").write_text("Another text.", encoding="utf-8")
    assert accuracy.main([str(folder)]) == 2
    said = capsys.readouterr().err
    assert "skipped: fire: its text is not the one annotated" in said
    assert "holds no text that belongs to an annotation" in said


def test_a_folder_without_annotations_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main([str(tmp_path / "none")]) == 2
    assert "none holds no annotations (*.json)" in capsys.readouterr().err


def test_the_page_is_written_and_then_holds(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(accuracy, "HALVES", (folder,))
    page = tmp_path / "page.md"
    assert accuracy.main(["--write", str(page)]) == 0
    assert accuracy.main(["--check", str(page)]) == 0
    capsys.readouterr()
    page.write_text(page.read_text(encoding="utf-8").replace("0.000", "0.020", 1), encoding="utf-8")
    assert accuracy.main(["--check", str(page)]) == 1
    assert "page.md is out of date (make accuracy): | `figures.precision`" in capsys.readouterr().out
    assert accuracy.main(["--check", str(tmp_path / "none.md")]) == 1


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("a 0.950\n", "a 0.958\n", None),
        ("a 0.950\n", "a 0.970\n", "a 0.950"),
        ("a 0.950\n", "b 0.950\n", "a 0.950"),
        ("a 1\n", "a 1\nb 2\n", "b 2"),
        ("a 1\nb 2\n", "a 1\n", "b 2"),
        ("a –\n", "a 1.000\n", "a –"),
    ],
)
def test_a_page_is_stale_when_its_words_or_numbers_are_others(old: str, new: str, line: str | None) -> None:
    assert accuracy.stale(old, new) == line


def test_docs_accuracy_has_the_form_that_the_command_writes() -> None:
    names = [folder.name for folder in accuracy.HALVES]
    golds = [
        {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
        for folder in accuracy.HALVES
    ]
    empty = [
        accuracy.Measured(name, gold, {}, scoring.Scores()) for name, gold in zip(names, golds, strict=True)
    ]

    def form(page: str) -> str:
        return re.sub(r"\| (?:\d\.\d{3}|–) (?=\|)", "| # ", page)

    assert form(accuracy.PAGE.read_text(encoding="utf-8")) == form(accuracy.page(empty))
    assert set(accuracy.MARKS) <= set(scoring.FIELDS)
