"""`conflict-tui export`: what goes out comes back the same, and a file is written whole or not at all."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli_support import EVIL, command, evil, samples, write_jsonl
from tui.cli import common, exporting, group


@pytest.fixture
def db(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "store.db")
    source = write_jsonl(tmp_path / "in.jsonl", [*samples(), evil()])
    assert group.run(["import", str(source), "--db", path]) == 0
    capsys.readouterr()
    return path


def test_jsonl_comes_back_the_same_after_an_import(db: str, tmp_path: Path) -> None:
    one = command("export", "--db", db)
    assert one.returncode == 0
    again = tmp_path / "again.jsonl"
    again.write_text(one.stdout, encoding="utf-8")
    other = str(tmp_path / "other.db")
    assert command("import", str(again), "--db", other).returncode == 0
    assert command("export", "--db", other).stdout == one.stdout
    texts = {json.loads(line)["headline"] for line in one.stdout.splitlines()}
    assert f"{EVIL} headline" in texts


def test_a_query_chooses_the_articles(db: str) -> None:
    lines = command("export", "--db", db, "outlet:harbour").stdout.splitlines()
    assert [json.loads(line)["headline"] for line in lines] == ["Drones over Marlow"]


def test_a_query_that_finds_nothing_writes_nothing(
    db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.jsonl"
    assert group.run(["export", "--db", db, "-o", str(target), "zanzibar"]) == 1
    assert capsys.readouterr() == ("", "Nothing found.\n")
    assert not target.exists()


@pytest.mark.parametrize(
    ("form", "said"), [("csv", "the Marlow coast guard"), ("markdown", "Drones over Marlow")]
)
def test_csv_and_markdown_say_what_the_articles_say(form: str, said: str, db: str) -> None:
    done = command("export", "--db", db, "--format", form, "outlet:harbour")
    assert done.returncode == 0
    assert said in done.stdout


def test_a_file_is_written_whole(db: str, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("what was there before")
    assert group.run(["export", "--db", db, "-o", str(target)]) == 0
    assert len(target.read_text(encoding="utf-8").splitlines()) == 3
    assert sorted(name for name in os.listdir(tmp_path) if name.endswith(".part")) == []


def test_a_file_that_cannot_be_finished_leaves_the_old_one(
    db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_reader: object, _query: object, _form: str, out: object) -> None:
        out.write("half an article")  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("store.export.export", full)
    target = tmp_path / "out.jsonl"
    target.write_text("what was there before")
    assert group.run(["export", "--db", db, "-o", str(target)]) == 2
    assert target.read_text() == "what was there before"
    assert "No space left on device" in capsys.readouterr().err
    assert sorted(name for name in os.listdir(tmp_path) if name.endswith(".part")) == []


@pytest.mark.parametrize("where", ["", "missing/out.jsonl"])
def test_a_place_that_cannot_be_written_is_named(
    where: str, db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert group.run(["export", "--db", db, "-o", str(tmp_path / where)]) == 2
    assert str(tmp_path / where) in capsys.readouterr().err


@pytest.mark.parametrize("form", ["jsonl", "csv", "markdown"])
def test_on_a_terminal_nothing_can_drive_it(
    form: str, db: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(common, "terminal", lambda: True)
    assert group.run(["export", "--db", db, "--format", form]) == 0
    out = capsys.readouterr().out
    assert "Marlow" in out
    assert not re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", out)


def test_escaped_json_means_the_same() -> None:
    line = json.dumps({"text": EVIL}, ensure_ascii=False)
    assert json.loads(common.json_safe(line)) == json.loads(line)


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="is a folder"), exporting.whole_file(tmp_path):
        pass
