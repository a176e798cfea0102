"""What a reader missed and a person adds: words of the text only, there with who added them after every import."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import additions, annotations, corrections
from store.errors import StoreError
from store.search import open_reader
from tests.corrections_support import EVENT, HURT, LAUNCHED, MONEY, add_money, bare_raid, row
from tests.store_support import RAID, asked, lines, put, raid, stored


def test_words_that_are_selected_are_read(tmp_path: Path) -> None:
    start = RAID.index("At least 12 people were")
    made = additions.read_words(RAID, start - 1, start + len("At least 12 people"), "figure")
    assert made["text"] == "At least 12 people"
    assert RAID[made["start"] : made["end"]] == "12"
    assert (made["value"], made["modifier"], made["unit"]) == (12, "at least", "people")
    start = RAID.index("“Nobody")
    made = additions.read_words(RAID, start, start + len("“Nobody slept in this city,”"), "quote")
    assert made["text"] == "Nobody slept in this city,"


@pytest.mark.parametrize(
    ("words", "kind", "sentence"),
    [
        ("in the harbour", "figure", "there is no number in “in the harbour”"),
        (RAID[38:130], "figure", "there are 2 numbers"),
        (" ", "quote", "there are no words in the selection"),
        ("Raid " * 100, "figure", "too many for a figure"),
    ],
)  # fmt: skip
def test_words_that_are_no_figure_are_refused(words: str, kind: str, sentence: str) -> None:
    text = RAID if words in RAID else words
    start = text.index(words)
    with pytest.raises(StoreError, match=sentence):
        additions.read_words(text, start, start + len(words), kind)


def test_words_without_marks_are_added_as_told_by_the_article(tmp_path: Path) -> None:
    spoken, told = (RAID.index(words) for words in ("slept in this", "grain burned"))
    assert additions.read_words(RAID, spoken, spoken + 13, "quote")["kind"] == "direct"
    assert additions.read_words(RAID, told, told + 12, "quote")["kind"] == "indirect"
    marked = RAID.index("“Nobody")
    assert additions.read_words(RAID, marked, marked + 7, "quote") == {
        "kind": "direct", "start": marked + 1, "end": marked + 7, "text": "Nobody",
    }  # fmt: skip


def test_an_added_figure_is_there_with_who_added_it_after_every_import(tmp_path: Path) -> None:
    db = stored(tmp_path, bare_raid())
    id_ = add_money(db, raid())
    with open_reader(db) as reader:
        (found,) = reader.find_figures(asked("is:added"))
        assert (found.id, found.measure, found.value, found.added_by) == (
            id_,
            "destroyed",
            3e6,
            corrections.login(),
        )
        assert found.sentence.startswith("About $3 million")
        assert [each.id for each in reader.find_figures(asked("grain place:marzan"))] == [id_]
        assert [each.id for each in reader.figures_of(raid().id)] == [LAUNCHED.id, HURT.id, id_]
    annotations.set_star(db, "figure", id_, True)
    put(db, tmp_path / "all.jsonl", again=True)
    assert row(db, id_).starred
    corrections.correct(db, "figure", id_, {"measure": "damaged"})
    assert (row(db, id_).corrected, row(db, id_).added_by) == (("measure",), corrections.login())
    longer = bare_raid("A line that was not there before.\n\n" + RAID)
    put(db, lines(tmp_path / "all.jsonl", longer))
    with open_reader(db) as reader:
        (found,) = reader.find_figures(asked("is:added"))
    assert longer.text[found.start : found.end] == "3 million"
    assert (found.measure, found.starred) == ("damaged", True)
    corrections.undo(db, "figure", found.id)
    assert row(db, found.id).measure == "destroyed"
    corrections.undo(db, "figure", found.id)
    with open_reader(db) as reader:
        assert reader.find_figures(asked("is:added")) == []


def test_what_a_better_reader_finds_later_takes_the_added_values(tmp_path: Path) -> None:
    db = stored(tmp_path, bare_raid())
    start = raid().figures[2].start
    made = additions.read_words(RAID, start, start + len("3 million"), "figure")
    id_ = additions.add(db, "figure", raid().id, {**made, "measure": "destroyed"})
    assert id_ == MONEY.id
    put(db, lines(tmp_path / "all.jsonl", raid()))
    assert row(db, id_).measure == "destroyed"
    assert "measure" in row(db, id_).corrected
    assert row(db, id_).added_by is None


def test_an_added_quote_is_found_by_its_speaker(tmp_path: Path) -> None:
    db = stored(tmp_path, bare_raid())
    start = RAID.index("Nobody slept")
    made = additions.read_words(RAID, start, start + len("Nobody slept in this city,"), "quote")
    id_ = additions.add(db, "quote", raid().id, {**made, "speaker": "Ilka Dorn", "event": EVENT.id})
    with open_reader(db) as reader:
        assert [each.id for each in reader.find_quotes(asked("speaker:dorn is:added"))] == [id_]
        event = reader.event(EVENT.id)
    assert event is not None
    assert event.quotes == 1


def test_words_that_are_not_in_the_text_are_never_added(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    with pytest.raises(StoreError, match="only words of the text can be added"):
        additions.add(db, "quote", raid().id, {"start": 0, "end": 5, "text": "Words"})
    with pytest.raises(StoreError, match="a figure stands at these words already"):
        add_money(db, raid())
    with pytest.raises(StoreError, match="there is no article nope"):
        additions.add(db, "quote", "nope", {"start": 0, "end": 4, "text": "Raid"})
    with pytest.raises(StoreError, match="'event' cannot be added"):
        additions.add(db, "event", raid().id, {})
