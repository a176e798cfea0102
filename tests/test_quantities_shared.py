"""Units printed once for several numbers, nouns tied by hyphens, denominators, bounds, and numbers that are names."""

import pytest

from extract.numerals import read_drafts
from extract.parse import parse_text


def units(text: str) -> list[tuple[float, str | None]]:
    return [(d.number.low, d.unit) for d in read_drafts(parse_text(text))]


def bounds(text: str) -> list[tuple[float, float, str | None]]:
    return [(d.number.low, d.number.high, d.number.modifier) for d in read_drafts(parse_text(text))]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Its rivals hold 9 and 14 seats.", [(9, "seats"), (14, "seats")]),
        ("The lists took 12, 9 and 4 seats.", [(12, "seats"), (9, "seats"), (4, "seats")]),
        ("The squad was trimmed from 26 to 23 players.", [(26, "players"), (23, "players")]),
        ("The ban was cut from eight to five games.", [(8, "games"), (5, "games")]),
        ("The rate was lifted from 3.5 to 4 percent.", [(3.5, "%"), (4, "%")]),
        ("The lines are 12, 18 and 31 kilometres long.", [(12, "kilometres"), (18, "kilometres"), (31, "kilometres")]),
        ("He got terms of six and nine years.", [(6, "years"), (9, "years")]),
        ("They offer two- and three-year contracts.", [(2, "year"), (3, "year")]),
        ("He has won six out of nine races.", [(6, "races"), (9, "races")]),
        ("Bags may measure 55 x 40 x 20cm.", [(55, "cm"), (40, "cm"), (20, "cm")]),
        ("The canvas measures 60 by 80 centimetres.", [(60, "centimetres"), (80, "centimetres")]),
        ("The plot is 20m x 35m.", [(20, "m"), (35, "m")]),
    ],
)  # fmt: skip
def test_the_unit_after_the_last_number_serves_those_before_it(
    text: str, rows: list[tuple[float, str]]
) -> None:
    assert units(text) == rows


def test_what_was_done_to_the_last_was_done_to_those_before_it() -> None:
    drafts = read_drafts(parse_text("Ukraine and Russia shot down 12 and 30 drones."))
    assert [(d.number.low, d.measure, d.unit) for d in drafts] == [
        (12, "shot_down", "drones"),
        (30, "shot_down", "drones"),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Shelling killed two and wounded 3 and 4 kilometres away a bridge fell.", [(2, "people"), (3, "people"), (4, "kilometres")]),
        ("Raiders killed nine and 14 houses burned down.", [(9, "people"), (14, "houses")]),
    ],
)  # fmt: skip
def test_a_number_with_a_deed_of_its_own_borrows_nothing(text: str, rows: list[tuple[float, str]]) -> None:
    assert units(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("It built 940 flats, 110 fewer than in May.", [(940, "flats"), (110, "flats")]),
        ("It lends 300,000 books a year, or more than 800 a day.", [(300000, "books"), (800, "books")]),
        ("Stocks were 118,500 tonnes, down about 4,000 on the week.", [(118500, "tonnes"), (4000, "tonnes")]),
        ("The chain opened 35 stores and closed 12.", [(35, "stores"), (12, "stores")]),
        ("The team won 21 games and lost nine.", [(21, "games"), (9, "games")]),
        ("In all 2,310 tickets were sold, 400 online.", [(2310, "tickets"), (400, "tickets")]),
        ("Its 18 shops made £2.1m, and five of them will move.", [(18, "shops"), (2.1e6, "GBP"), (5, "shops")]),
        ("It was 280 parts per million, and is now around 420.", [(280, "parts"), (420, "parts")]),
        ("They expect 13 to 18 named storms, of which between five and nine may grow.", [(13, "storms"), (5, "storms")]),
        ("Of the patients, between three and six may need surgery.", [(3, "patients")]),
        ("The vote was 31 in favour and 12 against.", [(31, "votes"), (12, "votes")]),
        ("The index closed at 7,412, down 35.", [(7412, None), (35, None)]),
        ("The mill employs 300.", [(300, "people")]),
    ],
)  # fmt: skip
def test_the_unit_of_a_number_before_is_not_printed_again(
    text: str, rows: list[tuple[float, str | None]]
) -> None:
    assert units(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The 40-page report is out.", [(40, "page")]),
        ("It sits in the 150-seat chamber.", [(150, "seat")]),
        ("They sell two- and three-bedroom flats.", [(2, "bedroom"), (3, "bedroom")]),
        ("She has a one-shot lead.", [(1, "shot")]),
        ("The one-man show has a ten-point plan.", []),
        ("A 20-point ceasefire proposal was made.", []),
        ("A two-state deal was signed in a five-star hotel.", []),
    ],
)
def test_a_noun_tied_by_a_hyphen_is_counted_unless_it_names_a_kind(
    text: str, rows: list[tuple[float, str]]
) -> None:
    assert units(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("There were 340 cases per 100,000 inhabitants.", [(340, "cases")]),
        ("The rate was 12 per 1,000 live births.", [(12, None)]),
        ("Some 47 of every 100 pupils passed.", [(47, "pupils")]),
        ("Repairs will cost tens of millions of dollars.", [(10e6, "USD")]),
        ("Thieves took hundreds of thousands of pounds.", [(100000, "GBP")]),
        ("They found hundreds of pounds of explosives.", [(100, "pounds")]),
        ("They found 50 pounds of explosives.", [(50, "pounds")]),
        ("The road ran for dozens of kilometres.", [(12, "kilometres")]),
        ("The cave formed millions of years ago.", []),
        ("Adults over 65 travel free.", [(65, "years")]),
        ("She won the final in 10.81.", [(10.81, "seconds")]),
        ("Shares finished at 10.81.", [(10.81, None)]),
        ("A 7.1 magnitude quake struck.", [(7.1, "magnitude")]),
    ],
)
def test_rates_sums_and_spans_have_their_unit(text: str, rows: list[tuple[float, str | None]]) -> None:
    assert units(text) == rows


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Barely 51 percent voted.", "barely"),
        ("Scarcely 200 people live there.", "scarcely"),
        ("It passed within 80 km of the town.", "within"),
        ("They were held within two villages.", None),
        ("It can go up to 520 km.", "up to"),
        ("It went up to 4.1 percent.", None),
        ("Rooms cost from £85 a night.", "from"),
        ("Rooms cost from £85 to £120 a night.", None),
        ("Profits topped €1bn.", "topped"),
        ("The case is no larger than 45 cm.", "no larger than"),
    ],
)
def test_a_bound_is_read_where_it_bounds(text: str, bound: str | None) -> None:
    assert bounds(text)[0][2] == bound


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("They hope to raise $5 to $7 million.", 5e6, 7e6),
        ("It takes four-to-five hours.", 4, 5),
        ("They expect between 4,000 and 5,000 to come.", 4000, 5000),
        ("They tag five or six marked sharks a season.", 5, 6),
    ],
)
def test_a_range_has_both_ends(text: str, low: float, high: float) -> None:
    assert bounds(text)[0][:2] == (low, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He says three in four teenagers use it.", 75),
        ("A poll found two in five parents agree.", 40),
        ("One in six adults agrees.", 16.67),
    ],
)
def test_a_share_is_read_after_a_verb_of_saying(text: str, value: float) -> None:
    assert bounds(text)[0][0] == value


@pytest.mark.parametrize(
    "text",
    [
        "The Big Four auditors refused.",
        "They stayed at the Four Seasons.",
        "They meet in Game 7 of the series.",
        "Bus 42 stops there.",
        "Phones with iOS 18 are affected.",
        "The ISO 9001 certificate expired.",
        "The World War Two bomb was found.",
        "The town were 112 for 4 at lunch.",
        "They were all out for 245.",
        "It replaced the act of 1872.",
    ],
)
def test_names_scores_and_years_are_no_quantities(text: str) -> None:
    assert units(text) == []


@pytest.mark.parametrize(
    "text", ["The party lost 40 seats.", "The club lost three of its matches.", "The firm lost 300 jobs."]
)
def test_seats_and_matches_lost_are_no_dead(text: str) -> None:
    assert [d.measure for d in read_drafts(parse_text(text))] == ["other"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("It dug up 4,200 carats in 2019 and 3,900 in 2020.", [(4200, "carats"), (3900, "carats")]),
        ("The glacier shrank by 30 metres in 2022 and 41 in 2023.", [(30, "metres"), (41, "metres")]),
        ("It sold 50,000 copies in its first week and a million in a year.", [(50000, "copies"), (1e6, "copies")]),
        ("The firm has 12 planes and five more on order.", [(12, "planes"), (5, "planes")]),
    ],
)  # fmt: skip
def test_the_same_count_of_another_time_has_the_same_unit(text: str, rows: list[tuple[float, str]]) -> None:
    assert units(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Rain of 150 millimetres fell in a day.", [(150, "millimetres")]),
        ("Use 250g of flour and half a litre of milk.", [(250, "g"), (0.5, "litre")]),
        ("A one-bedroom flat was sold.", [(1, "bedroom")]),
        ("At 102, she still drives.", [(102, "years")]),
        ("Rents were up a third on 2020.", [(33.33, "%")]),
        ("Call 999 at once.", []),
        ("The Seven Sisters cliffs were filmed.", []),
    ],
)
def test_measures_ages_and_shares_of_daily_news(text: str, rows: list[tuple[float, str]]) -> None:
    assert units(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("It approved 64 bids, rejected 20 and deferred six.", [(64, "bids"), (20, "bids"), (6, "bids")]),
        ("He won 70 matches and lost just 12.", [(70, "matches"), (12, "matches")]),
        ("The ship is 366 metres long and 51 wide.", [(366, "metres"), (51, "metres")]),
        ("The nurse saw 40 patients in the morning and 35 in the afternoon.", [(40, "patients"), (35, "patients")]),
        ("Two Norvian towns were named.", [(2, "towns")]),
    ],
)  # fmt: skip
def test_objects_of_several_verbs_share_a_noun(text: str, rows: list[tuple[float, str]]) -> None:
    assert units(text) == rows
