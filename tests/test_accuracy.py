"""The scorer: small annotations whose scores are counted by hand, a miss of every kind, and the page it writes."""

from __future__ import annotations

import copy
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks import accuracy, scoring
from benchmarks.sameness import same_days, same_modifier, same_name, same_unit
from extract.model import Article, Event, Figure, Quote

TEXT = (
    "Ostia launched 20 drones at Marsk on Tuesday, the air force said. Of these, 12 were shot down. "
    "At least four people were killed in Marsk. “We will rebuild,” Mayor Ilka Dorn said on Telegram. "
    "The “Iron Wall” cost $3 million."
)


def at(words: str) -> tuple[int, int]:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def asked_figure(number: str, value: float, measure: str, unit: str, **rest: Any) -> dict[str, Any]:
    start, end = at(number)
    figure = {"article": 0, "start": start, "end": end, "number": number, "value": value, "high": None}
    return {**figure, "measure": measure, "also_measure": [], "unit": unit, **rest}


def asked_quote(words: str, speaker: str | None, **rest: Any) -> dict[str, Any]:
    start, end = at(words)
    return {
        "article": 0,
        "start": start,
        "end": end,
        "text": words,
        "speaker": speaker,
        "kind": "direct",
        **rest,
    }


def annotation() -> dict[str, Any]:
    """The annotation of the text: three figures and a spare one, a quote and a scare quote, one event."""
    return {
        "style": "invented", "war": "invented", "cases": ["part"],
        "articles": [{"start": 0, "end": len(TEXT), "published": None, "published_basis": None}],
        "figures": [
            asked_figure(
                "20", 20, "launched", "drones", place="Marsk", actor="Ostia", claimant="air force",
                dates=["2025-03-03", "2025-03-04"],
            ),
            asked_figure("12", 12, "shot_down", "drones", claimant="air force", subset_of="20"),
            asked_figure("four", 4, "killed", "people", place="Marsk", modifier="at least", claimant=None),
            asked_figure("3 million", 3e6, "money", "USD", optional=True),
        ],
        "quotes": [
            asked_quote("We will rebuild,", "Ilka Dorn", channel="Telegram"),
            asked_quote("Iron Wall", None, kind="scare"),
        ],
        "events": [
            {"article": 0, "kind": "drone_strike", "place": "Marsk", "date": "2025-03-04", "figures": ["20", "12"]}
        ],
    }  # fmt: skip


def figure(ident: str, number: str, value: float, **rest: Any) -> Figure:
    start, end = at(number)
    return Figure(id=ident, start=start, end=end, text=number, value=value, low=value, high=value, **rest)


def reading() -> Article:
    """What a reader without fault extracts from the text."""
    start, end = at("We will rebuild,")
    quote = Quote(
        id="q1", start=start, end=end, text="We will rebuild,", kind="direct", speaker="Mayor Ilka Dorn",
        channel="Telegram",
    )  # fmt: skip
    event = Event(
        id="e1", kind="missile_strike", place="Marsk", date_from="2025-03-03", date_to="2025-03-04",
        summary=TEXT[:20], figures=["f1", "f2"],
    )  # fmt: skip
    figures = [
        figure(
            "f1", "20", 20, measure="launched", unit="drones", place="Marsk", actor="Ostia",
            claimant="the air force", date_from="2025-03-03", date_to="2025-03-04",
        ),
        figure("f2", "12", 12, measure="shot_down", unit="drones", claimant="air force", part_of="f1"),
        figure("f3", "four", 4, measure="killed", unit="people", place="Marsk", modifier="at least"),
        figure("f4", "3 million", 3e6, measure="money", unit="USD"),
    ]  # fmt: skip
    return Article(
        id="a", document="a.txt", start=0, end=len(TEXT), text=TEXT,
        figures=figures, quotes=[quote], events=[event],
    )  # fmt: skip


def tallies(scores: scoring.Scores) -> dict[str, tuple[int, int]]:
    return {name: (tally.right, tally.of) for name, tally in scores.tallies.items()}


#: Right answers and answers asked for, counted by hand; twice each where the score is an F1.
FAULTLESS = {
    "articles.split": (2, 2), "articles.published": (1, 1), "articles.basis": (1, 1),
    "figures.recall": (3, 3), "figures.precision": (3, 3), "figures.measure": (3, 3), "figures.unit": (3, 3),
    "figures.modifier": (3, 3), "figures.place": (2, 2), "figures.actor": (1, 1), "figures.claimant": (3, 3),
    "figures.channel": (0, 0), "figures.dates": (1, 1), "figures.part_of": (3, 3), "figures.whole": (6, 6),
    "quotes.span": (2, 2), "quotes.exact": (1, 1), "quotes.speaker": (1, 1), "quotes.channel": (1, 1),
    "quotes.whole": (2, 2), "events.recall": (1, 1), "events.figures": (2, 2), "events.ratio": (1, 1),
}  # fmt: skip


def test_a_faultless_reading_is_right_in_every_field() -> None:
    scores = scoring.score(annotation(), TEXT, [reading()])
    assert tallies(scores) == FAULTLESS
    assert scores.misses == []


def moved(article: Article, name: str, **values: Any) -> None:
    """Change fields of the figure, quote or event with this id."""
    everything: list[Any] = [*article.figures, *article.quotes, *article.events]
    (item,) = [item for item in everything if item.id == name]
    for key, value in values.items():
        setattr(item, key, value)


@pytest.mark.parametrize(
    ("name", "values", "changed"),
    [
        ("f1", {"measure": "hit"}, {"figures.measure": (2, 3), "figures.whole": (4, 6)}),
        ("f1", {"unit": "missiles"}, {"figures.unit": (2, 3), "figures.whole": (4, 6)}),
        ("f1", {"unit": None}, {"figures.unit": (2, 3), "figures.whole": (4, 6)}),
        ("f3", {"modifier": None}, {"figures.modifier": (2, 3), "figures.whole": (4, 6)}),
        ("f1", {"modifier": "about"}, {"figures.modifier": (2, 3), "figures.whole": (4, 6)}),
        ("f1", {"place": "Velin"}, {"figures.place": (1, 2)}),
        ("f1", {"place": None}, {"figures.place": (1, 2)}),
        ("f1", {"actor": "Vardania"}, {"figures.actor": (0, 1)}),
        ("f3", {"claimant": "the mayor"}, {"figures.claimant": (2, 3), "figures.whole": (4, 6)}),
        ("f1", {"claimant": None}, {"figures.claimant": (2, 3), "figures.whole": (4, 6)}),
        ("f1", {"date_to": "2025-03-05"}, {"figures.dates": (0, 1)}),
        ("f1", {"date_from": None, "date_to": None}, {"figures.dates": (0, 1)}),
        ("f2", {"part_of": None}, {"figures.part_of": (2, 3)}),
        ("f3", {"part_of": "f1"}, {"figures.part_of": (2, 3)}),
        ("q1", {"speaker": "Peter Hull"}, {"quotes.speaker": (0, 1), "quotes.whole": (0, 2)}),
        ("q1", {"speaker": None}, {"quotes.speaker": (0, 1), "quotes.whole": (0, 2)}),
        ("q1", {"channel": None}, {"quotes.channel": (0, 1)}),
        ("e1", {"kind": "talks"}, {"events.recall": (0, 1), "events.figures": (0, 2)}),
        ("e1", {"place": "Velin"}, {"events.recall": (0, 1), "events.figures": (0, 2)}),
        ("e1", {"date_to": "2025-03-05"}, {"events.recall": (0, 1), "events.figures": (0, 2)}),
        ("e1", {"figures": ["f2", "f3"]}, {"events.figures": (1, 2)}),
    ],
)
def test_one_wrong_answer_costs_its_own_field(
    name: str, values: dict[str, Any], changed: dict[str, tuple[int, int]]
) -> None:
    article = reading()
    moved(article, name, **values)
    scores = scoring.score(annotation(), TEXT, [article])
    assert tallies(scores) == FAULTLESS | changed
    (miss,) = scores.misses
    assert miss.field in changed
    assert miss.asked != miss.read


def test_a_figure_not_found_costs_recall_and_its_fields_are_not_asked() -> None:
    article = reading()
    del article.figures[2]
    scores = scoring.score(annotation(), TEXT, [article])
    got = tallies(scores)
    assert (got["figures.recall"], got["figures.precision"]) == ((2, 3), (2, 2))
    assert (got["figures.measure"], got["figures.place"]) == ((2, 2), (1, 1))
    assert got["figures.whole"] == (4, 5)
    (miss,) = scores.misses
    assert (miss.field, miss.words, miss.asked, miss.read) == (
        "figures.recall",
        "four",
        "killed people",
        None,
    )
    assert TEXT[miss.start : miss.end] == "four"


def test_a_figure_too_many_costs_precision_unless_it_is_set_apart() -> None:
    article = reading()
    article.figures.append(figure("f5", "Iron", 1, measure="destroyed", unit="wall"))
    article.figures.append(figure("f6", "Wall", 1, measure="other", unit="wall"))
    scores = scoring.score(annotation(), TEXT, [article])
    got = tallies(scores)
    assert (got["figures.recall"], got["figures.precision"], got["figures.whole"]) == ((3, 3), (3, 4), (6, 7))
    (miss,) = scores.misses
    assert (miss.field, miss.words, miss.asked, miss.read) == (
        "figures.precision", "Iron", None, "destroyed wall",
    )  # fmt: skip


def test_another_value_at_the_same_words_is_one_missed_and_one_too_many() -> None:
    article = reading()
    moved(article, "f3", value=40, low=40, high=40)
    got = tallies(scoring.score(annotation(), TEXT, [article]))
    assert (got["figures.recall"], got["figures.precision"]) == ((2, 3), (2, 3))


def test_a_figure_that_need_not_be_found_may_be_found_in_any_measure() -> None:
    article = reading()
    moved(article, "f4", measure="damaged")
    assert tallies(scoring.score(annotation(), TEXT, [article])) == FAULTLESS
    del article.figures[3]
    assert tallies(scoring.score(annotation(), TEXT, [article])) == FAULTLESS


def test_other_answers_that_the_annotation_allows_are_right() -> None:
    gold = annotation()
    first = gold["figures"][0]
    first |= {
        "also_measure": ["hit"],
        "also_unit": ["missiles"],
        "also_place": ["Velin"],
        "actor_optional": True,
    }
    gold["figures"][2] |= {"place_optional": True, "implicit_subset_of": "20"}
    article = reading()
    moved(article, "f1", measure="hit", unit="missiles", place="Velin", actor=None)
    moved(article, "f3", place=None, part_of="f1")
    scores = scoring.score(gold, TEXT, [article])
    assert tallies(scores) == FAULTLESS
    assert scores.misses == []


def test_a_place_that_may_be_left_out_may_not_be_wrong() -> None:
    gold = annotation()
    gold["figures"][2]["place_optional"] = True
    article = reading()
    moved(article, "f3", place="Velin")
    assert tallies(scoring.score(gold, TEXT, [article]))["figures.place"] == (1, 2)


def test_a_quote_is_found_when_four_fifths_of_it_agree() -> None:
    article = reading()
    (quote,) = article.quotes
    quote.end -= 1
    got = tallies(scoring.score(annotation(), TEXT, [article]))
    assert got == FAULTLESS | {"quotes.exact": (0, 1)}
    quote.end -= 5
    scores = scoring.score(annotation(), TEXT, [article])
    assert tallies(scores)["quotes.span"] == (0, 2)
    assert tallies(scores)["quotes.speaker"] == (0, 0)
    assert [(miss.asked, miss.read) for miss in scores.misses] == [
        (None, "a quote of Mayor Ilka Dorn"),
        ("a quote of Ilka Dorn", None),
    ]


def test_scare_quotes_and_indirect_ones_count_neither_way() -> None:
    article = reading()
    for number, (words, kind) in enumerate((("Iron Wall", "partial"), ("the air force", "indirect"))):
        start, end = at(words)
        article.quotes.append(Quote(id=f"x{number}", start=start, end=end, text=words, kind=kind))  # type: ignore[arg-type]
    assert tallies(scoring.score(annotation(), TEXT, [article])) == FAULTLESS


@pytest.mark.parametrize("found", [True, False])
def test_quotes_that_nobody_looked_at_count_neither_way(found: bool) -> None:
    gold, article = annotation(), reading()
    for quote in gold["quotes"]:
        quote["optional"] = True
    if not found:
        article.quotes.clear()
    scores = scoring.score(gold, TEXT, [article])
    assert tallies(scores)["quotes.span"] == (0, 0)
    assert scores.misses == []


def test_a_quote_too_many_costs_the_span_and_the_whole() -> None:
    article = reading()
    start, end = at("the air force")
    article.quotes.append(Quote(id="x", start=start, end=end, text="the air force", kind="direct"))
    scores = scoring.score(annotation(), TEXT, [article])
    assert tallies(scores) == FAULTLESS | {"quotes.span": (2, 3), "quotes.whole": (2, 3)}
    assert [miss.read for miss in scores.misses] == ["a quote of nobody named"]


def test_events_too_many_raise_their_ratio_and_nothing_else() -> None:
    article = reading()
    article.events.append(Event(id="e2", kind="talks", summary="talks"))
    assert tallies(scoring.score(annotation(), TEXT, [article])) == FAULTLESS | {"events.ratio": (2, 1)}


def test_of_two_events_alike_the_one_with_more_of_the_figures_is_meant() -> None:
    article = reading()
    less = copy.deepcopy(article.events[0])
    less.id, less.figures = "e2", ["f3"]
    article.events = [less, article.events[0], less]
    assert tallies(scoring.score(annotation(), TEXT, [article]))["events.figures"] == (2, 2)


def test_one_answer_counts_for_one_question_only() -> None:
    gold = annotation()
    gold["events"].append(copy.deepcopy(gold["events"][0]))
    got = tallies(scoring.score(gold, TEXT, [reading()]))
    assert (got["events.recall"], got["events.figures"], got["events.ratio"]) == ((1, 2), (2, 4), (1, 2))
    pairs, missed, extra = scoring.match(["a", "b"], ["x"], lambda asked, read: 1.0)
    assert (len(pairs), len(missed), extra) == (1, 1, [])


def test_an_event_of_another_article_is_not_the_one_asked_for() -> None:
    gold = annotation()
    half = TEXT.index("At least")
    gold["articles"] = [
        {"start": 0, "end": half, "published": None, "published_basis": None},
        {"start": half, "end": len(TEXT), "published": None, "published_basis": None},
    ]
    gold["events"][0]["article"] = 1
    scores = scoring.score(gold, TEXT, [reading()])
    got = tallies(scores)
    assert (got["events.recall"], got["events.figures"]) == ((0, 1), (0, 2))
    assert got["articles.split"] == (0, 3)
    assert got["articles.published"] == (2, 2)


def test_a_wrong_day_of_publication_and_its_basis_are_two_misses() -> None:
    article = reading()
    article.published, article.published_basis = "2025-03-04", "inferred"
    scores = scoring.score(annotation(), TEXT, [article])
    assert tallies(scores) == FAULTLESS | {"articles.published": (0, 1), "articles.basis": (0, 1)}
    assert {(miss.field, miss.asked, miss.read) for miss in scores.misses} == {
        ("articles.published", None, "2025-03-04"),
        ("articles.basis", None, "inferred"),
    }


def test_nothing_read_is_nothing_right() -> None:
    got = scoring.score(annotation(), TEXT, [])
    assert [tally.right for tally in got.tallies.values()] == [0] * len(FAULTLESS)
    assert got.tallies["figures.recall"].of == 3
    assert got.tallies["figures.precision"].value is None


def test_offsets_count_from_the_beginning_of_the_document() -> None:
    gold, shift = annotation(), 7
    for item in (*gold["articles"], *gold["figures"], *gold["quotes"]):
        item["start"] += shift
        item["end"] += shift
    article = reading()
    article.start, article.end = shift, shift + len(TEXT)
    assert tallies(scoring.score(gold, "before\n" + TEXT, [article])) == FAULTLESS


def test_the_tallies_of_texts_add_up() -> None:
    total = scoring.Scores()
    for _ in range(2):
        total.add(scoring.score(annotation(), TEXT, [reading()]))
    assert tallies(total) == {name: (2 * right, 2 * of) for name, (right, of) in FAULTLESS.items()}


@pytest.mark.parametrize(
    ("asked", "read", "same"),
    [
        ("Ukraine's air force", "the Ukrainian Air Force", True),
        ("Kharkiv region", "Kharkiv Oblast", True),
        ("Donetsk region", "Kharkiv region", False),
        ("Russia", "Russian officials", False),
        ("Ukraine", "Ukraine", True),
        ("Médecins", "medecins", True),
        (None, "Ostia", False),
        ("Ostia", None, False),
        (None, None, True),
    ],
)
def test_names_are_the_same_by_their_telling_words(asked: str | None, read: str | None, same: bool) -> None:
    assert same_name(asked, read) is same


@pytest.mark.parametrize(
    ("asked", "read", "same"),
    [
        ("apartment buildings", "building", True),
        ("attack drones", "drones shot down", True),
        ("people", "civilians", True),
        ("children", "people", False),
        ("missiles", "drones", False),
        ("people", None, False),
    ],
)
def test_units_are_the_same_by_their_noun(asked: str, read: str | None, same: bool) -> None:
    assert same_unit(asked, read) is same


def test_bounds_and_days() -> None:
    assert same_modifier("at least", "At least")
    assert same_modifier("estimated", "about")
    assert same_modifier(None, None)
    assert not same_modifier("about", "more than")
    assert not same_modifier(None, "about")
    night = ["2025-03-03", "2025-03-04"]
    assert same_days(night, "2025-03-03", "2025-03-04")
    assert same_days(night, "2025-03-04", None)
    assert not same_days(night, "2025-03-03", None)
    assert not same_days(night, None, None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one annotated text, in which the rules find a figure that was not asked for."""
    text = "date 2025-03-05 Fire in Marsk\n\nFour people were killed in Marsk on Tuesday, police said.\n"
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "fire.txt").write_text(text, encoding="utf-8")
    gold = {
        "document": "fire.txt", "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "style": "invented", "war": "invented", "cases": [],
        "articles": [
            {"start": 0, "end": len(text), "published": "2025-03-05", "published_basis": "stated"},
        ],
        "figures": [], "quotes": [], "events": [],
    }  # fmt: skip
    (tmp_path / "fire.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def test_the_command_prints_folders_side_by_side_and_lists_misses(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accuracy.main([str(folder), str(folder), "--misses"]) == 0
    lines = capsys.readouterr().out.splitlines()
    start = 31
    assert lines[0] == (
        f"fire:{start}-{start + 4} figures.precision [Four] asked: nothing; read: killed people"
    )
    rows = {line.split()[0]: line.split()[1:] for line in lines[-len(scoring.FIELDS) :]}
    assert list(rows) == list(scoring.FIELDS)
    assert rows["figures.precision"] == ["0.000", "0/1"] * 2
    assert rows["articles.published"] == ["1.000", "1/1"] * 2
    assert rows["quotes.span"] == ["–", "0/0"] * 2


def test_a_text_that_is_not_the_one_annotated_is_named_and_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "texts" / "fire.txt").write_text("Another text.", encoding="utf-8")
    assert accuracy.main([str(folder)]) == 2
    said = capsys.readouterr().err
    assert "skipped: fire: its text is not the one annotated" in said
    assert "holds no text that belongs to an annotation" in said


def test_a_folder_without_annotations_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main([str(tmp_path / "none")]) == 2
    assert "none holds no annotations (*.json)" in capsys.readouterr().err


def test_the_page_is_written_and_then_holds(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(accuracy, "HALVES", (folder,))
    page = tmp_path / "page.md"
    assert accuracy.main(["--write", str(page)]) == 0
    assert accuracy.main(["--check", str(page)]) == 0
    capsys.readouterr()
    page.write_text(page.read_text(encoding="utf-8").replace("0.000", "0.020", 1), encoding="utf-8")
    assert accuracy.main(["--check", str(page)]) == 1
    assert "page.md is out of date (make accuracy): | `figures.precision`" in capsys.readouterr().out
    assert accuracy.main(["--check", str(tmp_path / "none.md")]) == 1


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("a 0.950\n", "a 0.958\n", None),
        ("a 0.950\n", "a 0.970\n", "a 0.950"),
        ("a 0.950\n", "b 0.950\n", "a 0.950"),
        ("a 1\n", "a 1\nb 2\n", "b 2"),
        ("a 1\nb 2\n", "a 1\n", "b 2"),
        ("a –\n", "a 1.000\n", "a –"),
    ],
)
def test_a_page_is_stale_when_its_words_or_numbers_are_others(old: str, new: str, line: str | None) -> None:
    assert accuracy.stale(old, new) == line


def test_docs_accuracy_has_the_form_that_the_command_writes() -> None:
    names = [folder.name for folder in accuracy.HALVES]
    golds = [
        {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
        for folder in accuracy.HALVES
    ]
    empty = [
        accuracy.Measured(name, gold, {}, scoring.Scores()) for name, gold in zip(names, golds, strict=True)
    ]

    def form(page: str) -> str:
        return re.sub(r"\| (?:\d\.\d{3}|–) (?=\|)", "| # ", page)

    assert form(accuracy.PAGE.read_text(encoding="utf-8")) == form(accuracy.page(empty))
    assert set(accuracy.MARKS) <= set(scoring.FIELDS)
