"""Number words: value, range, bound, exact characters; and what is no count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.apart import set_apart
from extract.numbers import find_numbers


def read(text: str) -> list[tuple[str, float, float, str | None]]:
    return [(text[n.start : n.end], n.low, n.high, n.modifier) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "modifier"),
    [
        ("Twenty-two drones", "Twenty-two", 22, 22, None),
        ("one hundred and five people", "one hundred and five", 105, 105, None),
        ("A hundred and twenty people", "A hundred and twenty", 120, 120, None),
        ("more than a dozen wells", "a dozen", 12, 12, "more than"),
        ("no fewer than three dozen soldiers", "three dozen", 36, 36, "no fewer than"),
        ("half a million people", "half a million", 500_000, 500_000, None),
        ("2.6 million people", "2.6 million", 2_600_000, 2_600_000, None),
        ("an estimated 500 drones", "500", 500, 500, "estimated"),
        ("at least another 35 people", "35", 35, 35, "at least"),
        ("some 40,000 people", "40,000", 40_000, 40_000, "some"),
        ("300-odd men", "300", 300, 300, "odd"),
        ("dozens of houses", "dozens", 12, 99, None),
        ("scores of people", "scores", 20, 99, None),
        ("hundreds of shells", "hundreds", 100, 999, None),
        ("tens of thousands of people", "tens of thousands", 10_000, 99_999, None),
        ("hundreds of thousands of people", "hundreds of thousands", 100_000, 999_999, None),
        ("several hundred people", "several hundred", 200, 900, None),
        ("between 30 and 40 people", "30 and 40", 30, 40, None),
        ("three to five men", "three to five", 3, 5, None),
        ("5-7 tanks", "5-7", 5, 7, None),
        ("five or six tanks", "five or six", 5, 6, None),
        ("5 to 7 million people", "5 to 7 million", 5_000_000, 7_000_000, None),
        ("1 250 people", "1 250", 1250, 1250, None),
    ],
)
def test_number_words_give_value_range_and_bound(
    text: str, words: str, low: float, high: float, modifier: str | None
) -> None:
    assert read(text) == [(words, low, high, modifier)]


@pytest.mark.parametrize(
    "text",
    [
        "on Feb. 6, 2026",
        "by 24 December",
        "between 11-13 Dec.",
        "since 2022.",
        "at 10:30 a.m.",
        "the 23rd day",
        "a Su-34 and a Kh-101",
        "120 mm mortars",
        "a 28-point plan",
        "Resolution 2254",
        "along Highway 4",
        "in the 1990s",
        "a 2-1 vote",
        "on 2026-02-06",
        "see https://example.org/12/34",
    ],
)
def test_dates_names_and_ranks_are_no_counts(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "measure", "unit", "value"),
    [
        ("$1.2 billion", "money", "USD", 1.2e9),
        ("€90m", "money", "EUR", 90e6),
        ("£4.5bn", "money", "GBP", 4.5e9),
        ("95 billion pesos", "money", "peso", 95e9),
        ("12.5 per cent", "percent", "%", 12.5),
        ("5% of them", "percent", "%", 5),
        ("a 42-year-old man", "age", "years", 42),
        ("7.5 kilometers away", "distance", "kilometers", 7.5),
        ("120 square kilometres", "area", "square kilometres", 120),
        ("24 hours", "duration", "hours", 24),
    ],
)
def test_other_quantities_are_set_apart_with_their_unit(
    text: str, measure: str, unit: str, value: float
) -> None:
    (number,) = find_numbers(text)
    apart = set_apart(text, number)
    assert apart is not None
    assert (apart.measure, apart.unit, number.value) == (measure, unit, value)
    assert text[apart.start : apart.end].strip() != ""


@given(st.text(max_size=200))
def test_any_text_gives_numbers_whose_offsets_hold(text: str) -> None:
    for number in find_numbers(text):
        assert 0 <= number.phrase_start <= number.start < number.end <= number.phrase_end <= len(text)
        assert number.low <= number.high
