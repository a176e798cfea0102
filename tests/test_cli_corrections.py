"""`conflict-tui corrections`: what people set right as a list, and as annotations that can be scored."""

from __future__ import annotations

import hashlib
import inspect
import json
from pathlib import Path
from typing import Any

import pytest

from store import corrections, merging
from tests import test_gold
from tests.cli_support import EVIL
from tests.corrections_support import add_money, all_set_right, bare_raid, far_raid
from tests.store_support import RAID, figure, lines, put, quote, raid, stored, talks
from tui.cli.group import run

LAUNCHED, HURT, MONEY = raid().figures


def listed(db: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    status = run(["corrections", "list", "--jsonl", "--db", str(db), *words])
    out = capsys.readouterr().out
    assert status == (0 if out else 1)
    return [json.loads(line) for line in out.splitlines()]


def test_the_list_says_what_was_read_what_was_given_who_and_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = stored(tmp_path, raid(), talks())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit"}, "as the ministry says")
    (row,) = listed(db, capsys)
    assert (row["kind"], row["field"], row["read"], row["value"]) == ("figure", "measure", "launched", "hit")
    assert (row["who"], row["why"], row["words"]) == (
        corrections.login(),
        "as the ministry says",
        "41 drones",
    )
    assert listed(db, capsys, "is:corrected", "drones") == [row]
    assert listed(db, capsys, "brenn") == []
    corrections.undo(db, "figure", LAUNCHED.id)
    assert listed(db, capsys) == []


def test_rejections_additions_and_merges_are_listed_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = stored(tmp_path, raid(), far_raid(), talks())
    all_set_right(db)
    rows = listed(db, capsys)
    fields = {(row["kind"], row["field"]) for row in rows}
    merged = {("event", f"same:{far_raid().events[0].id}"), ("event", f"same:{raid().events[0].id}")}
    assert (
        fields
        >= {("quote", "rejected"), ("figure", "rejected"), ("quote", "added"), ("event", "kind")} | merged
    )
    assert next(row for row in rows if row["field"] == "added")["value"] == "grain burned."
    assert run(["corrections", "list", "--csv", "--db", str(db)]) == 0
    table = capsys.readouterr().out.splitlines()
    assert table[0].startswith("at,who,kind,field,read,value,why")
    assert len(table) == len(rows) + 1


def test_hostile_words_do_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", LAUNCHED.id, {"claimant": EVIL}, EVIL)
    monkeypatch.setattr("tui.cli.common.terminal", lambda: True)
    assert run(["corrections", "list", "--db", str(db)]) == 0
    shown = capsys.readouterr().out
    assert "[/nope]" in shown
    assert not set("\x1b\x07\x9b\u202e\u200b") & set(shown)


def test_corrections_become_annotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = stored(tmp_path, bare_raid(), talks())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit", "place": None})
    corrections.reject(db, "figure", HURT.id, True)
    add_money(db, raid())
    corrections.correct(db, "event", raid().events[0].id, {"kind": "air_strike"})
    folder = tmp_path / "annotations"
    assert run(["corrections", "export", str(folder), "--db", str(db)]) == 0
    assert "1 article written" in capsys.readouterr().err
    (path,) = folder.glob("*.json")
    gold = json.loads(path.read_text("utf-8"))
    text = (folder / "texts" / gold["document"]).read_bytes()
    assert text.decode() == RAID
    assert hashlib.sha256(text).hexdigest() == gold["sha256"]
    numbers = {figure["number"]: figure for figure in gold["figures"]}
    assert set(numbers) == {"41", "3 million"}
    assert (numbers["41"]["measure"], numbers["41"]["place"], numbers["41"]["optional"]) == (
        "hit",
        None,
        False,
    )
    assert (numbers["3 million"]["measure"], numbers["3 million"]["optional"]) == ("destroyed", False)
    assert all(RAID[each["start"] : each["end"]] == each["number"] for each in gold["figures"])
    (event,) = gold["events"]
    assert (event["kind"], event["date"], event["figures"]) == ("air_strike", "2031-05-02", ["41"])


def test_what_nobody_looked_at_is_optional(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit"})
    assert run(["corrections", "export", str(tmp_path / "out"), "--db", str(db)]) == 0
    (path,) = (tmp_path / "out").glob("*.json")
    gold = json.loads(path.read_text("utf-8"))
    assert [figure["optional"] for figure in gold["figures"]] == [False, True, True]
    assert [quote["optional"] for quote in gold["quotes"]] == [True]
    assert gold["events"] == []


def test_annotations_are_as_sound_as_the_annotated_reports(tmp_path: Path) -> None:
    made = raid()
    launched, hurt, money = made.figures
    hurt.part_of, money.unit = launched.id, None
    hurt.modifier, launched.when = "no fewer than", "in the small hours"
    made.headline, made.dateline = "Not in the text", None
    start = RAID.index("Ostra launched")
    made.quotes.append(
        quote(
            RAID,
            made.id,
            "Ostra launched 41 drones at Marzan overnight",
            "Vara's air force",
            "Vara air force",
        )
    )
    made.quotes[-1].kind = "indirect"
    over = figure(RAID, made.id, "41 drones at Marzan", "41 drones", 41, unit="drones", measure="hit")
    made.figures.append(over)
    made.events[0].figures.append(over.id)
    over.event = made.events[0].id
    db = stored(tmp_path, made)
    corrections.correct(db, "figure", hurt.id, {"measure": "killed"})
    corrections.correct(db, "event", made.events[0].id, {"kind": "air_strike"})
    assert run(["corrections", "export", str(tmp_path / "out"), "--db", str(db)]) == 0
    (path,) = (tmp_path / "out").glob("*.json")
    annotated = test_gold.read(path)
    checks = [
        check
        for check in vars(test_gold).values()
        if inspect.isfunction(check) and list(inspect.signature(check).parameters) == ["annotated"]
    ]
    assert len(checks) >= 7
    for check in checks:
        check(annotated)
    gold = annotated[0]
    assert [(each["number"], each["subset_of"]) for each in gold["figures"]] == [("41", None), ("12", "41")]
    assert [each["start"] for each in gold["quotes"]] == [made.quotes[0].start]
    assert start not in [each["start"] for each in gold["quotes"]]
    assert gold["events"][0]["figures"] == ["41", "12"]


def test_annotations_have_the_keys_of_the_annotated_reports(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), far_raid())
    corrections.correct(db, "event", raid().events[0].id, {"kind": "air_strike"})
    merging.merge(db, raid().events[0].id, far_raid().events[0].id)
    assert run(["corrections", "export", str(tmp_path / "out"), "--db", str(db)]) == 0
    sample = json.loads(
        (Path(__file__).parent / "gold" / "tuning" / "tass-drones-regions.json").read_text("utf-8")
    )
    for path in (tmp_path / "out").glob("*.json"):
        gold = json.loads(path.read_text("utf-8"))
        assert gold.keys() == sample.keys()
        for name in ("articles", "figures", "events"):
            assert not gold[name] or {*sample[name][0]} - {"doubt", "also_place"} <= {*gold[name][0]}


def test_nothing_corrected_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = stored(tmp_path, raid())
    assert run(["corrections", "export", str(tmp_path / "out"), "--db", str(db)]) == 1
    assert capsys.readouterr().err == "Nothing found.\n"
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit"})
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "texts").write_text("in the way")
    assert run(["corrections", "export", str(tmp_path / "out"), "--db", str(db)]) == 2
    assert "cannot be made" in capsys.readouterr().err


def test_an_import_of_annotated_text_is_measured_against_it(tmp_path: Path) -> None:
    """The text that was written is the one that was read: its article has the same id."""
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit"})
    assert run(["corrections", "export", str(tmp_path / "out"), "--db", str(db)]) == 0
    (path,) = (tmp_path / "out" / "texts").glob("*.txt")
    again = raid(path.read_bytes().decode("utf-8"))
    assert again.id == raid().id
    assert put(tmp_path / "two.db", lines(tmp_path / "again.jsonl", again)).articles == 1


def test_every_step_is_listed_with_what_became_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = stored(tmp_path, raid(), talks())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit"})
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "damaged"})
    corrections.correct(db, "figure", HURT.id, {"measure": "killed"})
    corrections.undo(db, "figure", HURT.id)
    corrections.correct(db, "figure", talks().figures[0].id, {"measure": "captured"})
    put(db, lines(tmp_path / "all.jsonl", raid()))
    rows = listed(db, capsys, "--all")
    assert {(row["value"], row["state"]) for row in rows} == {
        ("hit", "replaced"), ("damaged", "stands"), ("killed", "undone"), ("captured", "gone"),
    }  # fmt: skip
    assert [row["value"] for row in listed(db, capsys)] == ["damaged"]


def test_a_permalink_says_what_was_read_beneath_and_finds_what_was_rejected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit"}, "as the ministry says")
    corrections.reject(db, "figure", LAUNCHED.id, True, "told twice")
    assert run(["open", "--db", str(db), LAUNCHED.id]) == 0
    out = capsys.readouterr().out
    assert f"measure, read as launched, by {corrections.login()}" in out
    assert "as the ministry says" in out
    assert "told twice" in out
    assert "rejected" in out
