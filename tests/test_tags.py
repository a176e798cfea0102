"""Tags and notes: read, set together, searched for, and still there after a new import."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import annotations, tags
from store.errors import StoreError
from store.search import open_reader
from tests.corrections_support import HURT, LAUNCHED, SAID, row
from tests.store_support import RAID, asked, ids, lines, put, raid, stored, talks


def test_tags_and_notes_are_searched_for(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), talks())
    annotations.set_tag(db, "figure", LAUNCHED.id, "Überprüfen", True)
    annotations.set_tag(db, "article", talks().id, "later", True)
    annotations.set_note(db, "quote", SAID.id, "Call the MAYOR back\n[/nope] \x1b[31m")
    with open_reader(db) as reader:
        assert [each.id for each in reader.find_figures(asked("tag:uberpruf"))] == [LAUNCHED.id]
        assert ids(reader, "tag:uberprufen") == [raid().id]
        assert ids(reader, "tag:later") == [talks().id]
        assert ids(reader, "-tag:later") == [raid().id]
        assert [each.id for each in reader.find_quotes(asked('note:"mayor back"'))] == [SAID.id]
        assert ids(reader, "note:mayor") == [raid().id]
        assert ids(reader, "note:governor") == []
        assert reader.figures_of(raid().id)[0].tags == ("Überprüfen",)


@pytest.mark.parametrize(
    ("words", "sentence"), [("...", "no letter or digit"), ("x" * 61, "61 characters long")]
)
def test_what_cannot_be_a_tag_is_refused(tmp_path: Path, words: str, sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence):
        tags.read_tags(words)


def test_tags_are_set_together_and_outlast_another_import(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    assert tags.read_tags(" #harbour,  call back ,, Harbour") == ["harbour", "call back"]
    tags.set_tags(db, "figure", HURT.id, ["harbour", "call back"])
    tags.set_tags(db, "figure", HURT.id, ["harbour"])
    assert row(db, HURT.id).tags == ("harbour",)
    longer = raid("A line that was not there before.\n\n" + RAID)
    put(db, lines(tmp_path / "all.jsonl", longer))
    assert row(db, longer.figures[1].id).tags == ("harbour",)
    with open_reader(db) as reader:
        assert tags.known_tags(reader) == [("harbour", 1)]
        assert reader.values("tag", "harb") == ["harbour"]
