"""Two events said to be one, and to be two again: linked, undone, and still so after a new import."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import corrections, merging
from store.errors import StoreError
from store.search import open_reader
from tests.corrections_support import EVENT, far_raid, reports_of
from tests.store_support import RAID, lines, put, raid, stored


def test_two_reports_are_merged_split_and_set_back(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), far_raid())
    mine, theirs = EVENT.id, far_raid().events[0].id
    assert reports_of(db, mine) == []
    assert merging.merge(db, mine, theirs, "the same night, by both mayors") == 2
    with open_reader(db) as reader:
        (link,) = reader.linked_events(theirs)
    assert (link.id, link.why) == (mine, "the same night, by both mayors")
    with pytest.raises(StoreError, match="linked already"):
        merging.merge(db, theirs, mine)
    put(db, tmp_path / "all.jsonl", again=True)
    assert reports_of(db, mine) == [theirs]
    assert merging.split(db, theirs) == 1
    assert reports_of(db, mine) == []
    with pytest.raises(StoreError, match="nothing to split"):
        merging.split(db, mine)
    assert corrections.undo(db, "event", mine).startswith("undone: the split by")
    assert reports_of(db, mine) == [theirs]
    assert reports_of(db, theirs) == [mine]
    corrections.undo(db, "event", theirs)
    assert reports_of(db, mine) == []


def test_a_merge_moves_with_its_events_when_a_text_changes(tmp_path: Path) -> None:
    db = tmp_path / "store.db"
    put(db, lines(tmp_path / "a.jsonl", raid()), lines(tmp_path / "b.jsonl", far_raid()))
    merging.merge(db, EVENT.id, far_raid().events[0].id)
    longer = raid("A line that was not there before.\n\n" + RAID)
    put(db, lines(tmp_path / "a.jsonl", longer))
    assert reports_of(db, far_raid().events[0].id) == [longer.events[0].id]
    assert reports_of(db, longer.events[0].id) == [far_raid().events[0].id]
