"""Corrections in the interchange format, in an older store, in the check, and in what follows from figures and events."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from extract.sums import find_sums
from store import annotations, corrections, schema, tags
from store.check import check_store
from store.export import export
from store.history import history, rejected_of
from store.search import open_reader
from tests.corrections_support import (
    EVENT,
    HURT,
    LAUNCHED,
    SAID,
    all_set_right,
    far_raid,
    reports_of,
    row,
)
from tests.store_support import RAID, RAID_LATER, figure, ids, lines, plain, put, raid, stored, talks


def everything(db: Path) -> tuple[list[object], list[object], list[object]]:
    """What the lists show, and the history of each thing, without the numbers of rows."""
    with open_reader(db) as reader:
        rows: list[object] = []
        steps: list[object] = []
        for article_id in ids(reader):
            things: list[tuple[str, Any]] = [
                ("figure", each) for each in reader.figures_of(article_id, set_apart=True)
            ]
            things += [("quote", each) for each in reader.quotes_of(article_id)]
            things += [("event", each) for each in reader.events_of(article_id)]
            for kind in ("figure", "quote", "event"):
                things += [(kind, each) for each in rejected_of(reader, kind, article_id)]
            for kind, thing_ in things:
                rows.append(dataclasses.replace(thing_, rowid=0, starred=False, noted=False, tags=()))
                steps += history(reader, kind, thing_.id)
        out = io.StringIO()
        export(reader, None, "jsonl", out)
        return rows, steps, [json.loads(line) for line in out.getvalue().splitlines()]


def test_corrections_travel_in_the_format_and_come_back_without_loss(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), far_raid(), talks())
    all_set_right(db)
    shown, steps, exported = everything(db)
    assert exported[0]["figures"][0]["measure"] == "damaged"
    assert exported[0]["quotes"][0]["text"] == "grain burned."
    other = tmp_path / "other.db"
    (tmp_path / "out.jsonl").write_text("".join(json.dumps(line) + "\n" for line in exported), "utf-8")
    summary = put(other, tmp_path / "out.jsonl")
    assert (summary.failures, summary.warnings) == ([], [])
    assert everything(other) == (shown, steps, exported)
    # What was read is beneath there too: all of it can be undone.
    corrections.undo(other, "quote", SAID.id)
    corrections.undo(other, "quote", SAID.id)
    with open_reader(other) as reader:
        assert reader.quotes_of(raid().id)[0].speaker == "Ilka Dorn"
    for _ in range(2):
        corrections.undo(other, "figure", LAUNCHED.id)
    assert row(other).measure == "launched"
    assert row(other).claimant == "Vara's air force"
    # Where they are known already nothing is added.
    put(db, tmp_path / "out.jsonl")
    assert everything(db)[:2] == (shown, steps)


def test_steps_of_two_people_meet(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    mine, theirs = stored(here, raid()), stored(there, raid())
    corrections.correct(mine, "figure", LAUNCHED.id, {"measure": "hit"})
    corrections.correct(theirs, "figure", HURT.id, {"measure": "killed"})
    (tmp_path / "out.jsonl").write_text(json.dumps(everything(theirs)[2][0]) + "\n", "utf-8")
    put(mine, tmp_path / "out.jsonl")
    assert (row(mine).measure, row(mine, HURT.id).measure) == ("hit", "killed")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kind": "figure", "id": "f-none", "field": "measure", "value": "hit"}, r"corrections\[0\].id: 'f-none' is"),
        ({"kind": "figure", "field": "measure", "value": "vanished"}, r"corrections\[0\].value: measure: 'vanished'"),
        ({"kind": "figure", "field": "text", "value": "x"}, "the field 'text' of a figure cannot be corrected"),
        ({"kind": "figure", "field": "rejected", "value": "yes"}, "'yes' is neither true nor false"),
        ({"kind": "outlet", "field": "measure", "value": "hit"}, r"corrections\[0\].kind"),
        ({"kind": "figure", "field": "value", "value": 3, "stands": True, "read": "many"}, "does not fit"),
        ({"kind": "quote", "id": SAID.id, "field": "rejected", "stands": True, "read": {}}, "is no quote that was"),
        ({"kind": "figure", "field": "added", "value": {"start": 1}}, "missing required field"),
    ],
)  # fmt: skip
def test_a_correction_in_a_file_that_cannot_be_is_refused_with_its_place(
    tmp_path: Path, change: dict[str, Any], sentence: str
) -> None:
    line = plain(raid())
    line["corrections"] = [{"id": LAUNCHED.id, **change}]
    summary = put(tmp_path / "store.db", lines(tmp_path / "bad.jsonl", line))
    assert len(summary.failures) == 1
    assert re.search(sentence, summary.failures[0].message), summary.failures[0].message
    assert summary.articles == 0


def test_another_program_may_write_a_bare_correction(tmp_path: Path) -> None:
    line = plain(raid())
    line["corrections"] = [
        {"kind": "figure", "id": LAUNCHED.id, "field": "measure", "value": "hit", "who": "vera"}
    ]
    db = stored(tmp_path, line)
    assert row(db).measure == "hit"
    put(db, tmp_path / "all.jsonl", again=True)
    with open_reader(db) as reader:
        (step,) = history(reader, "figure", LAUNCHED.id)
    assert (step.who, step.before, step.value) == ("vera", "launched", "hit")


def test_checks_on_sums_follow_a_corrected_number(tmp_path: Path) -> None:
    article = raid()
    hit = figure(
        RAID, article.id, "$3 million", "3 million", 30, unit="drones", measure="shot_down", part_of=LAUNCHED.id,
        place="Marzan", claimant="Vara's air force", event=EVENT.id, date_from="2031-05-01", date_to="2031-05-02",
    )  # fmt: skip
    article.figures[2] = hit
    article.sums = find_sums(article.id, article.figures)
    db = stored(tmp_path, article)
    with open_reader(db) as reader:
        before = reader.sums_of(article.id)
    assert [each.status for each in before] == ["open"]
    corrections.correct(db, "figure", hit.id, {"value": 50.0})
    with open_reader(db) as reader:
        assert [each.status for each in reader.sums_of(article.id)] == ["exceeds"]
    assert row(db).sum_status == "exceeds"
    corrections.reject(db, "figure", hit.id, True)
    with open_reader(db) as reader:
        assert reader.sums_of(article.id) == []
    assert row(db).sum_status is None
    corrections.undo(db, "figure", hit.id)
    corrections.undo(db, "figure", hit.id)
    with open_reader(db) as reader:
        assert reader.sums_of(article.id) == before


def test_near_copies_follow_a_day_that_is_given(tmp_path: Path) -> None:
    copy = raid(RAID_LATER, "later.txt", "2031-08-09")
    db = stored(tmp_path, raid(), copy)
    with open_reader(db) as reader:
        assert reader.links_of(raid().id) == []
    annotations.set_published(db, copy.id, "2031-05-03")
    with open_reader(db) as reader:
        (link,) = reader.links_of(raid().id)
    assert (link.other_id, link.later) == (copy.id, True)
    put(db, tmp_path / "all.jsonl", again=True)
    with open_reader(db) as reader:
        assert [each.other_id for each in reader.links_of(raid().id)] == [copy.id]
    annotations.set_published(db, copy.id, None)
    with open_reader(db) as reader:
        assert reader.links_of(raid().id) == []


def test_the_check_finds_corrections_whole_and_says_where_they_are_not(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), far_raid(), talks())
    all_set_right(db)

    def faults() -> list[str]:
        return [fault for finding in check_store(db) for fault in finding.faults]

    assert faults() == []
    connection = sqlite3.connect(db)
    connection.execute("UPDATE figures SET claimant = 'somebody' WHERE id = ?", (LAUNCHED.id,))
    connection.execute("DELETE FROM rejected_quotes")
    connection.commit()
    connection.close()
    assert f"claimant of figure {LAUNCHED.id} is not what it was corrected to" in faults()
    assert f"quote {SAID.id} was corrected and is not there" in faults()


def test_the_claims_table_has_what_was_corrected_and_not_what_was_rejected(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), far_raid(), talks())
    all_set_right(db)
    connection = sqlite3.connect(db)
    claims = connection.execute(
        "SELECT figure, measure, place, claimant FROM claims ORDER BY figure"
    ).fetchall()
    figures = connection.execute(
        "SELECT rowid, measure, coalesce(place, ''), claimant FROM figures ORDER BY rowid"
    ).fetchall()
    connection.close()
    assert claims == figures
    assert len(claims) == 6


def test_reports_are_linked_by_what_is_corrected_and_again_when_a_rejection_is_taken_back(
    tmp_path: Path,
) -> None:
    other = raid(RAID + " It rained.", "other.txt")
    db = stored(tmp_path, raid(), other)
    theirs = other.events[0].id
    assert reports_of(db, EVENT.id) == [theirs]
    corrections.reject(db, "event", EVENT.id, True)
    assert reports_of(db, theirs) == []
    corrections.undo(db, "event", EVENT.id)
    assert reports_of(db, theirs) == [EVENT.id]
    corrections.correct(db, "event", theirs, {"place": "Lorn"})
    assert reports_of(db, EVENT.id) == []
    put(db, tmp_path / "all.jsonl", again=True)
    assert reports_of(db, EVENT.id) == []
    corrections.undo(db, "event", theirs)
    assert reports_of(db, EVENT.id) == [theirs]


def test_an_older_store_is_moved_forward_with_its_marks(tmp_path: Path) -> None:
    db = tmp_path / "old.db"
    old = Database(db)
    schema.migrations.apply(old, stop_before="m004_corrections")
    old.execute(
        "INSERT INTO corrections VALUES ('figure', 'f1', 'measure', 'hit', '2031-05-02T00:00:00Z', 'words', 'around')"
    )
    old.execute("INSERT INTO tags VALUES ('figure', 'f1', 'later', '2031-05-02T00:00:00Z')")
    old.conn.commit()
    old.close()
    put(db, lines(tmp_path / "all.jsonl", raid()))
    with open_reader(db) as reader:
        (step,) = history(reader, "figure", "f1")
        assert (step.field, step.value, bool(step.step)) == ("measure", "hit", True)
        assert tags.known_tags(reader) == [("later", 1)]
    corrections.reject(db, "figure", LAUNCHED.id, True)
    with open_reader(db) as reader:
        assert [each.id for each in rejected_of(reader, "figure", raid().id)] == [LAUNCHED.id]
