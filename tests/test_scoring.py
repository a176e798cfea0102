"""The scorer: a small annotation whose scores are counted by hand, and a miss of every kind."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from benchmarks import scoring
from extract.model import Event, Quote
from tests.scoring_support import FAULTLESS, TEXT, annotation, at, figure, moved, reading, tallies

MISSED = {"events.recall": (0, 1), "events.figures": (0, 2)}
MISSED_FIRST = {"events.recall.first": (0, 1), "events.figures.first": (0, 2)}


def test_a_faultless_reading_is_right_in_every_field() -> None:
    scores = scoring.score(annotation(), TEXT, [reading()])
    assert tallies(scores) == FAULTLESS
    assert scores.misses == []


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
        ("e1", {"kind": "talks"}, MISSED | MISSED_FIRST),
        ("e1", {"place": "Velin"}, MISSED | MISSED_FIRST),
        ("e1", {"date_to": "2025-03-05"}, MISSED | MISSED_FIRST),
        ("e1", {"figures": ["f2", "f3"]}, {"events.figures": (1, 2), "events.figures.first": (1, 2)}),
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


@pytest.mark.parametrize(
    ("first", "also"),
    [
        ({"kind": "clash"}, {"also_kind": ["clash", "drone_strike"]}),
        ({"place": "Ostia Bay"}, {"also_place": ["Ostia Bay", "Marsk"]}),
        ({"date": "2025-03-02"}, {"also_date": ["2025-03-03"]}),
    ],
)
def test_an_event_may_be_found_by_another_answer_that_the_annotation_allows(
    first: dict[str, Any], also: dict[str, Any]
) -> None:
    gold = annotation()
    gold["events"][0] |= first | also
    scores = scoring.score(gold, TEXT, [reading()])
    assert tallies(scores) == FAULTLESS | MISSED_FIRST
    assert scores.misses == []
    for key in also:
        del gold["events"][0][key]
    assert tallies(scoring.score(gold, TEXT, [reading()])) == FAULTLESS | MISSED | MISSED_FIRST


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
