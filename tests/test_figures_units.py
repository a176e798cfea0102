"""Quantities of general news: value, bound and unit of money, shares, weights, speeds, spans; and what is no quantity."""

import pytest

from extract.numerals import read_drafts
from extract.parse import parse_text


def read(text: str) -> list[tuple[float, float, str | None, str, str | None]]:
    return [
        (d.number.low, d.number.high, d.number.modifier, d.measure, d.unit)
        for d in read_drafts(parse_text(text))
    ]


def one(
    value: float, measure: str, unit: str, bound: str | None = None, high: float | None = None
) -> list[object]:
    return [(value, value if high is None else high, bound, measure, unit)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The scheme will cost Rs 500 crore.", one(5e9, "money", "INR")),
        ("The scheme will cost EUR 12 million.", one(12e6, "money", "EUR")),
        ("The club paid 1.5m euros.", one(1.5e6, "money", "EUR")),
        ("They pledged about A$450 million.", one(450e6, "money", "AUD", "about")),
        ("They pledged $25m to $30m.", one(25e6, "money", "USD", None, 30e6)),
        ("Traders added a $3-a-barrel premium.", one(3, "money", "USD")),
        ("The fee is 1,200 Swiss francs.", one(1200, "money", "CHF")),
        ("It lost between $2 and $3 billion.", one(2e9, "money", "USD", None, 3e9)),
        ("Rates rose by 25 basis points.", one(25, "percent", "basis points")),
        ("Support rose by 3 percentage points.", one(3, "percent", "percentage points")),
        ("The bank cut rates by half a percentage point.", one(0.5, "percent", "percentage points")),
        ("Two-thirds of the members agreed.", one(66.67, "percent", "%")),
        ("One in five adults smokes.", one(20, "percent", "%")),
        ("Nearly half of the members agreed.", one(50, "percent", "%", "nearly")),
        ("Some 30 to 40 percent of firms closed.", one(30, "percent", "%", "some", 40)),
        ("Winds gusted to 140 km/h.", one(140, "other", "km/h")),
        ("It was 47.5°C at noon.", one(47.5, "other", "°C")),
        ("The plant makes 500 MW.", one(500, "other", "MW")),
        ("The phone has 128GB of storage.", one(128, "other", "GB")),
        ("Police found 320 kg of drugs.", one(320, "other", "kg")),
        ("The lake holds 1.5 billion cubic metres of water.", one(1.5e9, "other", "cubic metres")),
        ("The reserve covers 3,200 hectares.", one(3200, "area", "hectares")),
        ("The island measures 45 sq km.", one(45, "area", "sq km")),
        ("Snow up to 60cm deep fell.", one(60, "distance", "cm", "up to")),
        ("A 6.1-inch screen cracked.", one(6.1, "distance", "inch")),
        ("It rained 52 millimetres in all.", one(52, "distance", "millimetres")),
        ("The wall is 200m long.", one(200, "distance", "m")),
        ("They walked for two and a half hours.", one(2.5, "duration", "hours")),
        ("The surgery took just under 11 hours.", one(11, "duration", "hours", "just under")),
        ("The vaccine is for children aged 5 to 17.", one(5, "age", "years", None, 17)),
        ("Children under five were treated first.", one(5, "age", "years", "under")),
        ("The 5,000-strong crowd sang.", one(5000, "other", "people")),
        ("A quarter of a million people marched.", one(250000, "other", "people")),
    ],
)  # fmt: skip
def test_a_quantity_has_its_value_bound_and_unit(text: str, rows: list[object]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Output rose from 2.5 to 3.5 tonnes.", [(2.5, "tonnes"), (3.5, "tonnes")]),
        ("Limits drop from 50 to 30 km/h.", [(50, "km/h"), (30, "km/h")]),
        ("The trip was cut from 90 minutes to 25.", [(90, "minutes"), (25, "minutes")]),
        ("Sales climbed 8% to $4.3bn.", [(8, "%"), (4.3e9, "USD")]),
    ],
)
def test_a_change_is_two_quantities_of_one_unit(text: str, rows: list[tuple[float, str]]) -> None:
    assert [(low, unit) for low, _, _, _, unit in read(text)] == rows


@pytest.mark.parametrize(
    "text",
    [
        "The home side won 2-1.",
        "Call 555-0199 or visit room 204.",
        "The Group of Seven met at 9:30 a.m. on day two.",
        "A magnitude 6.8 quake struck.",
        "They fired a 155 mm shell.",
        "He drove along the M25.",
        "The bloc adopted a 12-point plan.",
        "She is a mother of three.",
        "BANGUI, 3 mars - The rains came.",
    ],
)
def test_what_measures_nothing_is_left_out(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The town came under 60 attacks.", None),
        ("Rebels overran three posts.", None),
        ("It was fewer than the 40 rockets fired before.", None),
        ("No fewer than 60 attacks were counted.", "no fewer than"),
    ],
)
def test_a_word_of_the_verb_is_no_bound(text: str, bound: str | None) -> None:
    assert read(text)[0][2] == bound
