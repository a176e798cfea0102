"""Corrections: checked, laid over what was read, found by queries, undone, and still there after a new import."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import annotations, corrections
from store.errors import StoreError
from store.history import history, rejected_of, standing, thing
from store.records import FigureRow
from store.search import open_reader
from tests.corrections_support import EVENT, HURT, LAUNCHED, SAID, row
from tests.store_support import RAID, asked, ids, lines, put, raid, stored, talks


def test_a_corrected_measure_is_shown_and_found(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), talks())
    assert corrections.correct(db, "figure", LAUNCHED.id, {"measure": "shot_down"}) == ("measure",)
    assert row(db).measure == "shot_down"
    assert row(db).corrected == ("measure",)
    with open_reader(db) as reader:
        assert [each.id for each in reader.find_figures(asked("measure:shot_down"))] == [LAUNCHED.id]
        assert reader.find_figures(asked("measure:launched")) == []
        assert ids(reader, "measure:shot_down") == [raid().id]


def test_a_corrected_name_is_found_by_its_words_and_by_a_part_of_it(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", HURT.id, {"claimant": "Tovin hospital", "place": "Old Quay"})
    with open_reader(db) as reader:
        for query in ("claimant:tovin", "place:quay", "tovin quay"):
            assert [each.id for each in reader.find_figures(asked(query))] == [HURT.id], query
        assert reader.find_figures(asked("claimant:dorn")) == []
    assert row(db, HURT.id).claimant_start is None
    corrections.correct(db, "figure", HURT.id, {"claimant": "Vara air force"})
    found = row(db, HURT.id)
    assert RAID[found.claimant_start : found.claimant_end] == "Vara air force"


def test_a_correction_survives_another_import(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), talks())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "shot_down"})
    put(db, tmp_path / "all.jsonl", again=True)
    assert row(db).measure == "shot_down"
    corrections.undo(db, "figure", LAUNCHED.id)
    assert row(db).measure == "launched"


def test_a_correction_moves_with_its_words_when_the_text_changes(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", HURT.id, {"measure": "killed", "claimant": "Vara air force"})
    longer = raid("A line that was not there before.\n\n" + RAID)
    put(db, lines(tmp_path / "all.jsonl", longer))
    found = row(db, longer.figures[1].id)
    assert (found.measure, found.claimant) == ("killed", "Vara air force")
    assert longer.text[found.claimant_start : found.claimant_end] == "Vara air force"
    assert corrections.undo(db, "figure", found.id).startswith("undone: the correction of")
    assert row(db, found.id).measure == "injured"


def test_steps_are_undone_one_by_one(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    for measure in ("hit", "destroyed", "damaged"):
        corrections.correct(db, "figure", LAUNCHED.id, {"measure": measure})
    for measure in ("destroyed", "hit", "launched"):
        corrections.undo(db, "figure", LAUNCHED.id)
        assert row(db).measure == measure
    assert row(db).corrected == ()
    with pytest.raises(StoreError, match="nothing to undo on this figure"):
        corrections.undo(db, "figure", LAUNCHED.id)


@pytest.mark.parametrize(
    ("kind", "id_", "changes", "sentence"),
    [
        ("figure", LAUNCHED.id, {"measure": "vanished"}, "measure: 'vanished' is not one of killed, injured"),
        ("figure", LAUNCHED.id, {"measure": None}, "measure cannot be empty"),
        ("figure", LAUNCHED.id, {"value": "many"}, "value: 'many' is not a number"),
        ("figure", LAUNCHED.id, {"value": float("nan")}, "is not a number"),
        ("figure", LAUNCHED.id, {"low": 50.0}, "low: 50 is more than high, 41"),
        (
            "figure",
            LAUNCHED.id,
            {"low": 30.0, "high": 40.0},
            "value: 41 is not between low, 30, and high, 40",
        ),
        ("figure", LAUNCHED.id, {"date_to": "2031-02-30"}, "is not a day"),
        ("figure", LAUNCHED.id, {"date_to": "2031-01-01"}, "2031-01-01 is before date_from"),
        ("figure", LAUNCHED.id, {"part_of": LAUNCHED.id}, "cannot refer to itself"),
        ("figure", LAUNCHED.id, {"event": "e-none"}, "'e-none' is no event of this article"),
        ("figure", LAUNCHED.id, {"text": "other words"}, "the field 'text' of a figure cannot be corrected"),
        ("quote", SAID.id, {"kind": "sung"}, "not one of direct, partial, indirect"),
        ("event", EVENT.id, {"lat": 91.0}, "91 is not between -90 and 90"),
        ("figure", "f-none", {"measure": "hit"}, "there is no figure f-none in the store"),
        ("article", raid().id, {"headline": "x"}, "'article' cannot be corrected"),
    ],
)
def test_a_value_that_its_field_does_not_take_is_refused_and_nothing_changes(
    tmp_path: Path, kind: str, id_: str, changes: dict[str, object], sentence: str
) -> None:
    db = stored(tmp_path, raid())
    before = row(db)
    with pytest.raises(StoreError, match=sentence):
        corrections.correct(db, kind, id_, changes)
    assert row(db) == before


def test_a_number_that_is_corrected_takes_its_bounds_along(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", LAUNCHED.id, {"value": 14.0})
    assert (row(db).value, row(db).low, row(db).high) == (14, 14, 14)


def test_a_measure_that_is_set_apart_hides_the_figure_and_counts_it_out(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "other"})
    with open_reader(db) as reader:
        assert [each.id for each in reader.figures_of(raid().id)] == [HURT.id]
        article = reader.article(raid().id)
    assert article is not None
    assert article.figures == 1


def test_a_step_that_is_undone_is_said_in_words(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    for on in (True, False):
        corrections.reject(db, "figure", LAUNCHED.id, on)
    said = [corrections.undo(db, "figure", LAUNCHED.id) for _ in range(2)]
    by = corrections.login()
    assert said == [f"undone: the taking back of the rejection by {by}", f"undone: the rejection by {by}"]


def test_a_rejected_figure_is_gone_from_lists_counts_and_its_event(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    corrections.reject(db, "figure", LAUNCHED.id, True, "a plan, not a launch")
    with open_reader(db) as reader:
        assert [each.id for each in reader.figures_of(raid().id)] == [HURT.id]
        assert reader.find_figures(asked("drones")) == []
        event = reader.event(EVENT.id)
    assert event is not None
    assert event.figures == 1
    put(db, tmp_path / "all.jsonl", again=True)
    with open_reader(db) as reader:
        assert [each.id for each in reader.figures_of(raid().id)] == [HURT.id]
    corrections.reject(db, "figure", LAUNCHED.id, False)
    assert row(db).measure == "launched"
    corrections.undo(db, "figure", LAUNCHED.id)
    with open_reader(db) as reader:
        assert reader.figure(LAUNCHED.id) is None
    corrections.undo(db, "figure", LAUNCHED.id)
    with open_reader(db) as reader:
        assert reader.figures_of(raid().id)[0].id == LAUNCHED.id
        event = reader.event(EVENT.id)
    assert event is not None
    assert event.figures == 2


def test_a_day_given_to_the_article_leaves_a_corrected_day_alone(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(day=None))
    corrections.correct(db, "figure", HURT.id, {"date_from": "2031-04-01", "date_to": "2031-04-02"})
    annotations.set_published(db, raid().id, "2031-05-09")
    assert (row(db, HURT.id).date_from, row(db, HURT.id).date_to) == ("2031-04-01", "2031-04-02")
    annotations.set_published(db, raid().id, None)
    assert row(db, HURT.id).date_to == "2031-04-02"
    corrections.undo(db, "figure", HURT.id)
    assert row(db, HURT.id).date_to is None


def test_a_star_on_a_rejected_figure_stays_with_it(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    annotations.set_star(db, "figure", LAUNCHED.id, True)
    corrections.reject(db, "figure", LAUNCHED.id, True)
    put(db, tmp_path / "all.jsonl", again=True)
    corrections.reject(db, "figure", LAUNCHED.id, False)
    assert row(db).starred


def test_the_history_says_what_held_before_who_changed_it_and_what_was_undone(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit"}, "the ministry said so")
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "damaged"})
    corrections.undo(db, "figure", LAUNCHED.id)
    with open_reader(db) as reader:
        steps = history(reader, "figure", LAUNCHED.id)
        stands = standing(reader, "figure", LAUNCHED.id)
    assert [(step.before, step.value, step.undone is None) for step in steps] == [
        ("launched", "hit", True), ("hit", "damaged", False),
    ]  # fmt: skip
    assert steps[0].why == "the ministry said so"
    assert steps[0].who == corrections.login()
    assert (stands["measure"].value, stands["measure"].read) == ("hit", "launched")


def test_a_rejected_figure_can_still_be_read(tmp_path: Path) -> None:
    db = stored(tmp_path, raid())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit"})
    corrections.reject(db, "figure", LAUNCHED.id, True)
    with open_reader(db) as reader:
        found = thing(reader, "figure", LAUNCHED.id)
        assert [each.id for each in rejected_of(reader, "figure", raid().id)] == [LAUNCHED.id]
    assert isinstance(found, FigureRow)
    assert found.rejected
    assert (found.measure, found.corrected) == ("hit", ("measure",))
    with pytest.raises(StoreError, match="the figure is rejected; take that back"):
        corrections.correct(db, "figure", LAUNCHED.id, {"measure": "launched"})


def test_queries_ask_for_what_was_corrected_and_what_was_rejected(tmp_path: Path) -> None:
    db = stored(tmp_path, raid(), talks())
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit"})
    corrections.reject(db, "figure", HURT.id, True)
    corrections.reject(db, "quote", SAID.id, True)
    corrections.reject(db, "event", EVENT.id, True)
    with open_reader(db) as reader:

        def figures(query: str) -> list[str]:
            return [each.id for each in reader.find_figures(asked(query))]

        assert figures("is:corrected") == [LAUNCHED.id]
        assert figures("-is:corrected") == [talks().figures[0].id]
        assert figures("is:rejected") == [HURT.id]
        assert figures("is:rejected harbour measure:injured claimant:dorn") == [HURT.id]
        assert figures("is:rejected drones") == []
        assert figures("is:rejected measure:killed") == []
        assert figures("is:rejected,corrected") == [LAUNCHED.id, HURT.id]
        assert all(row.rejected for row in reader.find_figures(asked("is:rejected")))
        assert [quote.id for quote in reader.find_quotes(asked("is:rejected slept"))] == [SAID.id]
        assert [event.id for event in reader.event_rows(reader.event_ids(asked("is:rejected")))] == [EVENT.id]
        for state in ("corrected", "rejected"):
            assert ids(reader, f"is:{state}") == [raid().id]
        assert ids(reader, "is:added") == []
