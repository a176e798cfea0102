"""Stars, notes and tags in the interchange format: there and back, beside one's own, and what is refused."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from store import additions, annotations, corrections, tags
from store.export import export
from store.search import open_reader
from tests.corrections_support import EVENT, HURT, LAUNCHED, SAID
from tests.store_support import put, raid, stored

MARKS = ("stars", "notes", "tags")


def exported(db: Path) -> list[dict[str, Any]]:
    out = io.StringIO()
    with open_reader(db) as reader:
        export(reader, None, "jsonl", out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def marks_in(db: Path) -> list[Any]:
    return [line[name] for line in exported(db) for name in MARKS]


def given(folder: Path, lines: list[dict[str, Any]], name: str = "out.jsonl") -> Path:
    (folder / name).write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return folder / name


def all_marked(db: Path) -> None:
    annotations.set_star(db, "article", raid().id, True)
    annotations.set_star(db, "figure", LAUNCHED.id, True)
    annotations.set_note(db, "quote", SAID.id, "Call her office.\nAsk for the tape [/x] \x1b[31m")
    tags.set_tags(db, "event", EVENT.id, ["night raid", "harbour"])


def test_marks_travel_and_come_back_without_loss(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    all_marked(db)
    lines = exported(db)
    assert [(star["kind"], star["id"]) for star in lines[0]["stars"]] == [
        ("article", raid().id), ("figure", LAUNCHED.id),
    ]  # fmt: skip
    assert lines[0]["notes"][0]["text"].startswith("Call her office.\nAsk")
    assert [tag["tag"] for tag in lines[0]["tags"]] == ["harbour", "night raid"]
    other = tmp_path / "other.db"
    summary = put(other, given(tmp_path, lines))
    assert (summary.failures, summary.warnings) == ([], [])
    assert exported(other) == lines
    with open_reader(other) as reader:
        from store.query import parse_query

        assert len(reader.figure_ids(parse_query("is:starred"))) >= 1
        assert len(reader.article_ids(parse_query('tag:"night raid"'))) == 1
        assert len(reader.article_ids(parse_query("note:tape"))) == 1


def test_marks_outlast_a_second_import_and_meet_those_of_another(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    mine, theirs = stored(here, raid()), stored(there, raid())
    annotations.set_note(mine, "figure", HURT.id, "Mine.")
    annotations.set_note(theirs, "figure", HURT.id, "Theirs.")
    annotations.set_star(mine, "figure", HURT.id, True)
    all_marked(theirs)
    put(mine, given(tmp_path, exported(theirs)))
    line = exported(mine)[0]
    assert {note["id"]: note["text"] for note in line["notes"]}[HURT.id] == "Mine.\nTheirs."
    assert {star["id"] for star in line["stars"]} == {raid().id, LAUNCHED.id, HURT.id}
    # Once more, in a file that differs: nothing is there twice.
    put(mine, given(tmp_path, [{**exported(theirs)[0], "outlet": "Desk"}], "again.jsonl"))
    again = exported(mine)[0]
    assert [again[name] for name in MARKS] == [line[name] for name in MARKS]


def test_marks_on_what_was_added_or_rejected_travel_too(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    corrections.reject(db, "figure", HURT.id, True)
    annotations.set_note(db, "quote", SAID.id, "kept")
    start = raid().text.index("overnight")
    words = {"start": start, "end": start + 9, "text": "overnight", "value": 1, "low": 1, "high": 1}
    ident = additions.add(db, "figure", raid().id, {**words, "measure": "attacks"})
    annotations.set_star(db, "figure", ident, True)
    lines = exported(db)
    other = tmp_path / "other.db"
    summary = put(other, given(tmp_path, lines))
    assert (summary.failures, summary.warnings) == ([], [])
    assert marks_in(other) == marks_in(db)
    assert ident in [star["id"] for star in exported(other)[0]["stars"]]


def test_files_without_marks_are_read_as_before(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    lines = [{key: value for key, value in line.items() if key not in MARKS} for line in exported(db)]
    other = tmp_path / "other.db"
    summary = put(other, given(tmp_path, lines))
    assert (summary.failures, summary.warnings) == ([], [])
    assert marks_in(other) == [[], [], []]


@pytest.mark.parametrize(
    ("key", "mark", "field", "said"),
    [
        (
            "stars",
            {"kind": "figure", "id": "nowhere"},
            "stars[0].id",
            "is the id of no figure of this article",
        ),
        ("stars", {"kind": "article", "id": "nowhere"}, "stars[0].id", "is not the id of this article"),
        ("notes", {"kind": "quote", "id": SAID.id, "text": " \n"}, "notes[0].text", "is empty"),
        ("notes", {"kind": "quote", "id": SAID.id}, "notes[0]", "missing required field"),
        ("tags", {"kind": "event", "id": EVENT.id, "tag": "a,b"}, "tags[0].tag", "is not one tag"),
        ("tags", {"kind": "event", "id": EVENT.id, "tag": "!!"}, "tags[0].tag", "no letter or digit"),
        ("tags", {"kind": "thing", "id": EVENT.id, "tag": "x"}, "tags[0].kind", "thing"),
    ],
)
def test_a_mark_that_cannot_be_is_refused_with_its_place(
    tmp_path: Path, key: str, mark: dict[str, Any], field: str, said: str
) -> None:
    lines = exported(stored(tmp_path, raid()))
    lines[0][key] = [mark]
    other = tmp_path / "other.db"
    summary = put(other, given(tmp_path, lines))
    assert len(summary.failures) == 1
    assert field in str(summary.failures[0])
    assert said.lower() in str(summary.failures[0]).lower()
    assert marks_in(other) == []
