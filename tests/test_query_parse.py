"""Reading queries: words, phrases, fields, and errors that say where and what could stand there."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import model
from store import query as q
from store.errors import QueryError
from store.query import parse_query


def test_words_are_wanted_and_the_last_one_may_be_a_beginning() -> None:
    words = [(t.text, t.prefix, t.phrase, t.negated) for t in parse_query("odesa  port dro").terms]
    assert words == [
        ("odesa", False, False, False),
        ("port", False, False, False),
        ("dro", True, False, False),
    ]
    assert not parse_query("odesa ").terms[0].prefix


def test_phrases_stars_and_minus() -> None:
    terms = parse_query('"air force" ostr* -harbour -"last night" x').terms
    assert [(t.text, t.prefix, t.phrase, t.negated) for t in terms] == [
        ("air force", False, True, False),
        ("ostr", True, False, False),
        ("harbour", False, False, True),
        ("last night", False, True, True),
        ("x", True, False, False),
    ]


def test_terms_and_fields_know_where_they_stand() -> None:
    text = 'odesa -claimant:"air force" x'
    read = parse_query(text)
    assert [text[t.start : t.end] for t in read.terms] == ["odesa", "x"]
    assert [text[f.start : f.end] for f in read.fields] == ['-claimant:"air force"']
    assert read.fields[0].values == ("air force",)
    assert read.fields[0].negated


def test_the_example_of_the_manual_is_read() -> None:
    read = parse_query(
        'odesa measure:killed speaker:kiper claimant:"air force" place:kharkiv since:2025-12-24 '
        "until:2025-12-27 value:>100 is:starred"
    )
    assert [t.text for t in read.terms] == ["odesa"]
    assert [f.name for f in read.fields] == [
        "measure", "speaker", "claimant", "place", "since", "until", "value", "is",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        (">100", (100, None, True, False)),
        (">=100", (100, None, False, False)),
        ("<2.5", (None, 2.5, False, True)),
        ("<=1,000", (None, 1000, False, False)),
        ("5..10", (5, 10, False, False)),
        ("131", (131, 131, False, False)),
        ("=131", (131, 131, False, False)),
        ("2.6M", (2_600_000, 2_600_000, False, False)),
        ("1k..2k", (1000, 2000, False, False)),
    ],
)
def test_numbers_are_read(value: str, bounds: tuple[float | None, float | None, bool, bool]) -> None:
    (field,) = parse_query(f"value:{value}").fields
    assert (field.low, field.high, field.low_open, field.high_open) == bounds


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("since:2025-12-24", ("2025-12-24", None)),
        ("until:2025-12", (None, "2025-12-31")),
        ("on:2024-2", ("2024-02-01", "2024-02-29")),
        ("on:2025", ("2025-01-01", "2025-12-31")),
        ("on:2025-12-25", ("2025-12-25", "2025-12-25")),
    ],
)
def test_days_months_and_years_are_read(text: str, days: tuple[str | None, str | None]) -> None:
    (field,) = parse_query(text).fields
    assert (field.day_from, field.day_to) == days


def test_choices_may_be_several_and_half_typed() -> None:
    assert parse_query("measure:killed,injured").fields[0].values == ("killed", "injured")
    assert parse_query("measure:shot").fields[0].values == ("shot_down",)
    assert parse_query("measure:Shot-Down").fields[0].values == ("shot_down",)
    assert parse_query("measure:hit").fields[0].values == ("hit",)
    assert parse_query("place:Ödessa,kyiv").fields[0].values == ("odessa", "kyiv")
    assert parse_query('place:"Odesa, old town"').fields[0].values == ("odesa, old town",)


@pytest.mark.parametrize(
    ("text", "bad", "said", "suggestion"),
    [
        ("x mesure:killed", "mesure", "did you mean measure:?", "measure"),
        ("zzz:1", "zzz", "fields are measure, claimant", None),
        ("measure:kiled", "kiled", "did you mean killed?", "killed"),
        ("kind:dron_strike", "dron_strike", "did you mean drone_strike?", "drone_strike"),
        ("is:happy", "happy", "it can be starred, noted", None),
        ("value:many", "many", "write a number, >100", None),
        ("value:>5..10", ">5..10", "write a number", None),
        ("since:yesterday", "yesterday", "write it as 2025-12-24", None),
        ("on:2025-02-30", "2025-02-30", "write it as 2025-12-24", None),
        ("since:0000", "0000", "write it as", None),
        ("speaker:", "speaker:", "for example speaker:kiper", None),
        ('a claimant:""', 'claimant:""', 'for example claimant:"air force"', None),
        ("place:,", ",", "needs a value", None),
    ],
)
def test_an_error_says_where_and_what_could_stand_there(
    text: str, bad: str, said: str, suggestion: str | None
) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    error = caught.value
    assert text[error.start : error.end] == bad
    assert said in str(error)
    assert error.suggestion == suggestion
    assert "\n" not in str(error)


def test_nothing_asks_for_nothing() -> None:
    assert not parse_query("")
    assert not parse_query('  - * "" " ( ) ')
    assert parse_query("").match() is None
    assert parse_query("").unwanted() is None


def complaint(text: str) -> QueryError | None:
    try:
        parse_query(text)
    except QueryError as error:
        return error
    return None


@given(st.text(max_size=60))
def test_no_text_raises_anything_but_a_query_error(text: str) -> None:
    error = complaint(text)
    assert error is None or 0 <= error.start <= error.end <= len(text)


queries = st.lists(
    st.sampled_from(["measure:", "value:", "since:", "is:", '"', "-", ">", "..", "a", " ", ":", "*", "2025-1", ",", "9", "\ud800"])
)  # fmt: skip


@given(queries.map("".join))
def test_no_heap_of_query_signs_raises_anything_but_a_query_error(text: str) -> None:
    error = complaint(text)
    assert error is None or 0 <= error.start <= error.end <= len(text)


def test_the_vocabulary_is_that_of_the_format() -> None:
    assert get_args(model.Measure) == q.MEASURES
    assert set(q.SET_APART) == model.SET_APART
    assert get_args(model.EventKind) == q.EVENT_KINDS
    assert get_args(model.QuoteKind) == q.QUOTE_KINDS
