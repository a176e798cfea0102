"""Corrections: checked, laid over what was read, found by queries, undone, and still there after a new import."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.model import Article
from store import additions, annotations, corrections, merging, tags
from store.errors import StoreError
from store.history import history, rejected_of, standing, thing
from store.records import FigureRow
from store.search import open_reader
from tests.store_support import RAID, asked, ids, lines, put, raid, stored, talks

LAUNCHED, HURT, MONEY = raid().figures
SAID = raid().quotes[0]
EVENT = raid().events[0]


def row(db: Path, id_: str = LAUNCHED.id) -> FigureRow:
    with open_reader(db) as reader:
        found = reader.figure(id_)
    assert found is not None
    return found


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


def reports_of(db: Path, event: str) -> list[str]:
    with open_reader(db) as reader:
        return [link.id for link in reader.linked_events(event)]


def far_raid() -> Article:
    """A report of another night, which no rule links to the first one."""
    other = raid(RAID + " It rained.", "other.txt", "2031-07-09")
    other.events[0].place = "Lorn"
    return other


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


def test_words_without_marks_are_added_as_told_by_the_article(tmp_path: Path) -> None:
    spoken, told = (RAID.index(words) for words in ("slept in this", "grain burned"))
    assert additions.read_words(RAID, spoken, spoken + 13, "quote")["kind"] == "direct"
    assert additions.read_words(RAID, told, told + 12, "quote")["kind"] == "indirect"
    marked = RAID.index("“Nobody")
    assert additions.read_words(RAID, marked, marked + 7, "quote") == {
        "kind": "direct", "start": marked + 1, "end": marked + 7, "text": "Nobody",
    }  # fmt: skip


def test_a_merge_moves_with_its_events_when_a_text_changes(tmp_path: Path) -> None:
    db = tmp_path / "store.db"
    put(db, lines(tmp_path / "a.jsonl", raid()), lines(tmp_path / "b.jsonl", far_raid()))
    merging.merge(db, EVENT.id, far_raid().events[0].id)
    longer = raid("A line that was not there before.\n\n" + RAID)
    put(db, lines(tmp_path / "a.jsonl", longer))
    assert reports_of(db, far_raid().events[0].id) == [longer.events[0].id]
    assert reports_of(db, longer.events[0].id) == [far_raid().events[0].id]


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


def add_money(db: Path, article: Article, kind: str = "figure", words: str = "$3 million of grain") -> str:
    start = article.text.index(words)
    made = additions.read_words(article.text, start, start + len(words), kind)
    return additions.add(db, kind, article.id, {**made, "measure": "destroyed", "place": "Marzan"})


def bare_raid(text: str = RAID) -> Article:
    """The report as a reader gives it that missed the grain and the mayor's words."""
    article = raid(text)
    article.figures.pop()
    article.quotes.clear()
    article.events[0].quotes.clear()
    return article


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


def all_set_right(db: Path) -> None:
    """One of every kind of correction on the report and its neighbour."""
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "hit"}, "first thought")
    corrections.correct(db, "figure", LAUNCHED.id, {"measure": "damaged", "claimant": "Vara air force"})
    corrections.correct(db, "figure", LAUNCHED.id, {"value": 44.0})
    corrections.undo(db, "figure", LAUNCHED.id)
    corrections.correct(db, "figure", HURT.id, {"event": None, "date_to": None})
    corrections.correct(db, "quote", SAID.id, {"speaker": "The mayor's office"})
    corrections.reject(db, "quote", SAID.id, True, "it is [/nope] \x1b[31m not said")
    corrections.correct(db, "event", EVENT.id, {"place": "Lorn", "kind": "air_strike"})
    corrections.reject(db, "figure", talks().figures[0].id, True)
    add_money(db, raid(), "quote", "grain burned.")
    merging.merge(db, EVENT.id, far_raid().events[0].id, "the same night")
