"""Quantities of general news: multiples, fractions, bare amounts, units told once, bounds after the unit, spans of time."""

import pytest

from extract.numerals import read_drafts
from extract.parse import parse_text


def read(text: str) -> list[tuple[float, float, str | None, str | None]]:
    return [
        (d.number.low, d.number.high, d.number.modifier, d.unit)
        for d in read_drafts(parse_text(text))
    ]  # fmt: skip


def one(
    value: float, unit: str | None, bound: str | None = None
) -> list[tuple[float, float, str | None, str | None]]:
    return [(value, value, bound, unit)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Twice as many buyers signed up.", one(2, "times")),
        ("They were sold at nearly double the usual price.", one(2, "times", "nearly")),
        ("The stock is worth more than 4x its old price.", one(4, "times", "more than")),
        ("Imports rose tenfold.", one(10, "times")),
    ],
)
def test_a_multiple_counts_times(text: str, rows: list[object]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    "text", ["The plan would double the size of the port.", "They hope to triple the output."]
)
def test_a_verb_of_growth_is_no_multiple(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Wheat rose 6-1/2 cents.", one(6.5, "cent")),
        ("The bank announced a quarter-point cut.", one(0.25, "percentage points")),
        ("It was a 25-basis-point cut.", one(25, "basis points")),
        ("At minus 40 degrees steel breaks.", one(-40, "degrees")),
        ("A pint costs 95p.", one(95, "penny")),
        ("Fewer than one in 10,000 people carry the gene.", one(0.01, "%", "fewer than")),
        ("Three in four small firms expect to hire.", one(75, "%")),
        ("The record was set in a year that was 1.48C warmer.", [(1.48, 1.48, None, "C")]),
    ],
)
def test_fractions_and_parts_of_units_are_read(text: str, rows: list[object]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The index slipped to 7,412.", one(7412, None)),
        ("They played before a crowd of 61,204.", one(61204, "people")),
        ("The yen weakened to 151.2 per dollar.", one(151.2, None)),
        ("Its user base more than doubled to 1.2m.", one(1.2e6, None)),
    ],
)
def test_an_amount_without_a_noun_is_kept(text: str, rows: list[object]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("It sold just 90 cars, compared with 310 a year before.", [(90, "cars"), (310, "cars")]),
        ("The plan passed by nine votes to four.", [(9, "votes"), (4, "votes")]),
        ("Some 1,800 flights were cancelled and a further 5,400 delayed.", [(1800, "flights"), (5400, "flights")]),
        ("The recall covers 2.6m vans, of which 340,000 are in Europe.", [(2.6e6, "vans"), (340000, "vans")]),
        ("Profits were 1.9 billion euros, on revenues of 6.3 billion.", [(1.9e9, "EUR")]),
        ("The boot holds 570 litres, or 1,656 with the seats folded.", [(570, "litres"), (1656, "litres")]),
        ("Job vacancies fell by 46,000 to 781,000.", [(46000, "vacancies"), (781000, "vacancies")]),
    ],
)  # fmt: skip
def test_a_unit_printed_once_serves_the_next_number(text: str, rows: list[tuple[float, str]]) -> None:
    assert [(low, unit) for low, _, _, unit in read(text)][: len(rows)] == rows


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Flights were delayed by 15 minutes or more.", "or more"),
        ("The survey asked those aged 18 and over.", "and over"),
        ("The 300-plus lawyers left.", "plus"),
        ("Prices fell over three years.", None),
        ("The talks lasted over three hours.", "over"),
        ("The race was run over 57 laps.", None),
        ("The rate ticked up to 4.1 percent.", None),
        ("The rate may be up to 4.1 percent.", "up to"),
    ],
)
def test_bounds_stand_before_or_after_and_prepositions_of_time_are_none(text: str, bound: str | None) -> None:
    assert read(text)[0][2] == bound


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("It is common among 16- to 24-year-olds.", 16, 24), ("Sales rose 3 to 5 percent.", 3, 5)],
)
def test_a_range_with_a_hanging_hyphen_has_both_ends(text: str, low: float, high: float) -> None:
    assert read(text)[0][:2] == (low, high)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The crater is 250m across.", one(250, "m")),
        ("The river rose to 4.2m.", one(4.2, "m")),
        ("The company has 4.2m customers.", one(4.2e6, "customers")),
        ("They stood at a point 12 km away.", one(12, "km")),
    ],
)
def test_metres_and_millions_are_told_apart(text: str, rows: list[object]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "The office is at 14 Baker Street.",
        "He watched it in 1080p.",
        "Every one of these towns is safe.",
    ],
)
def test_addresses_and_picture_lines_are_no_quantities(text: str) -> None:
    assert [row for row in read(text) if row[0] in (14, 1080, 1)] == []


def test_villages_struck_are_no_share() -> None:
    assert [row[0] for row in read("Raiders killed five in three villages.")] == [5, 3]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("It sold out in under an hour.", one(1, "hour", "under")),
        ("She won by more than a metre.", one(1, "metre", "more than")),
        ("It took an hour.", []),
        ("Her throw of 68.43m was enough.", one(68.43, "m")),
        ("The floods left 2.4m in need.", one(2.4e6, "people")),
        ("It makes 2 quintillion calculations.", one(2e18, "calculations")),
        ("A 5K panel broke.", []),
        ("Cocoa rose, topping $10,000.", one(10000, "USD", "topping")),
    ],
)
def test_one_of_a_unit_is_told_by_its_bound(text: str, rows: list[object]) -> None:
    assert read(text) == rows


def test_a_bare_number_takes_no_unit_of_measurement_from_afar() -> None:
    assert read("The bigger 78kWh unit manages 330.")[1][3] is None
