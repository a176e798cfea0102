"""Browsing by default: which words are a query, what reaches the browser, and when it is not opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli_support import samples, write_jsonl
from tui.cli import group
from tui.config import Settings


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the browser was opened with, on what passes for a terminal."""
    calls: list[dict[str, Any]] = []

    def run(path: Path, query: str | None, settings: Settings) -> int:
        calls.append({"path": str(path), "query": query, "mouse": settings.mouse})
        return 7

    monkeypatch.setattr("tui.app.refusal", lambda: None)
    monkeypatch.setattr("tui.app.run", run)
    return calls


@pytest.mark.parametrize(
    ("args", "query", "mouse"),
    [
        ([], None, True),
        (["odesa"], "odesa", True),
        (["odesa", "measure:killed"], "odesa measure:killed", True),
        (["claimant:air force", "drones"], 'claimant:"air force" drones', True),
        (["-shot", "drones"], "-shot drones", True),
        (["--no-mouse"], None, False),
        (["--no-mouse", "odesa"], "odesa", False),
        (["odesa", "--no-mouse"], "odesa", False),
        (["--", "--odd"], "--odd", True),
    ],
)
def test_words_that_are_no_command_are_a_query(
    args: list[str], query: str | None, mouse: bool, opened: list[dict[str, Any]], tmp_path: Path
) -> None:
    db = str(tmp_path / "x.db")
    assert group.run(["--db", db, *args]) == 7
    assert opened == [{"path": db, "query": query, "mouse": mouse}]


def test_a_command_s_name_is_the_command(opened: list[dict[str, Any]], tmp_path: Path) -> None:
    assert group.run(["--db", str(tmp_path / "x.db"), "stats"]) == 2
    assert opened == []


def test_a_query_that_cannot_be_read_does_not_open_the_browser(
    opened: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["nosuch:field"]) == 2
    assert "nosuch" in capsys.readouterr().err
    assert opened == []


def test_a_word_near_a_command_opens_the_browser_when_it_finds_something(
    opened: list[dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = str(tmp_path / "x.db")
    assert group.run(["import", str(write_jsonl(tmp_path / "in.jsonl", samples())), "--db", db]) == 0
    assert group.run(["--db", db, "exports"]) == 1
    assert "Did you mean conflict-tui export?" in capsys.readouterr().err
    assert opened == []
    assert group.run(["--db", db, "count*"]) == 7
    assert opened == [{"path": db, "query": "count*", "mouse": True}]


def test_the_sample_goes_into_an_empty_database_before_browsing(
    opened: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str | None] = []
    monkeypatch.setattr("tui.cli.browse.load_sample", lambda session: asked.append(session.db))
    db = str(tmp_path / "x.db")
    assert group.run(["--db", db, "--sample"]) == 7
    assert group.run(["--db", db, "odesa", "--sample"]) == 7
    assert group.run(["--db", db]) == 7
    assert asked == [db, db]
