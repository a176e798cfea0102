"""Areas and the towns in them: which are one event, and where it stands. All officials and attacks are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of


@pytest.mark.parametrize(
    ("text", "kind", "place", "values"),
    [
        (
            "Four people were killed in a drone attack in the Odesa region on 5 March 2026, the governor said.\n\n"
            "The drone fell on a bus in Izmail, injuring nine others.",
            "drone_strike",
            "Izmail",
            [4, 9],
        ),
        (
            "Shelling killed eight people in northern Syria on 5 March 2026.\n\n"
            "The shells fell on a market in the village of Tell Zarqan, where four others were injured, rescuers said.",
            "shelling",
            "Tell Zarqan",
            [8, 4],
        ),
        (
            "At least nine people were killed in an airstrike in northern Syria on 5 March 2026.\n\n"
            "Jets dropped four bombs on the village of Umm Darra, residents said.",
            "air_strike",
            "Umm Darra",
            [9, 4],
        ),
        (
            "Eight people were killed in the Sumy region on 5 March 2026, officials said.\n\n"
            "The drone hit a market in the town of Hollen, killing eight people, the governor said.",
            "attack",
            "Hollen",
            [8, 8],
        ),
    ],
    ids=["town told next", "village without a day", "bombs that fell", "the same count again"],
)
def test_an_area_told_first_and_the_town_in_it_are_one_event(
    text: str, kind: str, place: str, values: list[float]
) -> None:
    assert events_of(text) == [(kind, place, values)]
    (event,) = article_of(text).events
    assert event.why == "figures of one place and day; the area told first, then the place in it"


def test_of_several_towns_with_dead_of_their_own_none_is_the_area() -> None:
    text = (
        "Seven people died in attacks in the Sumy region on 5 March 2026.\n\n"
        "Three people were killed in the town of Okhtyrka, rescuers said.\n\n"
        "Four people were killed in the town of Trostianets, rescuers said."
    )
    assert events_of(text) == [
        ("attack", "Sumy region", [7]),
        ("attack", "Okhtyrka", [3]),
        ("attack", "Trostianets", [4]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Shelling killed three people in Kherson, two in Nikopol and one in Izium on 5 March 2026, officials said.",
        "Russian strikes killed three people in Kherson on 5 March 2026.\n\n"
        "In Nikopol, two people were killed the same day, officials said.\n\nOne person was killed in Izium.",
    ],
    ids=["one sentence", "a paragraph each"],
)
def test_a_roundup_of_towns_is_an_event_for_each(text: str) -> None:
    assert [(place, values) for _, place, values in events_of(text)] == [
        ("Kherson", [3]),
        ("Nikopol", [2]),
        ("Izium", [1]),
    ]


def test_two_regions_of_one_sentence_are_two_events() -> None:
    text = "Three people died in the Kharkiv region and two in the Odesa region on 5 March 2026."
    assert events_of(text) == [("attack", "Kharkiv region", [3]), ("attack", "Odesa region", [2])]


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        (
            "Russia and Ukraine exchanged hundreds of long-range drone strikes on 5 March 2026.",
            "Russia; Ukraine",
            None,
        ),
        ("Shelling killed nine people in Kherson and Mykolaiv on 5 March 2026.", "Kherson; Mykolaiv", "UA"),
    ],
    ids=["two countries", "two cities of one"],
)
def test_an_event_of_several_places_has_no_point_and_a_country_only_if_it_is_one(
    text: str, place: str, country: str | None
) -> None:
    (event,) = article_of(text).events
    assert (event.place, event.country) == (place, country)
    assert (event.lat, event.lon, event.precision) == (None, None, None)


def test_strikes_across_an_area_are_a_sum_that_no_town_in_it_is_given() -> None:
    text = (
        "Russian air strikes across the Kassala region killed nine people on 5 March 2026, medics said.\n\n"
        "Four people were killed in the town of Umm Darra, they said.\n\n"
        "Jets bombed a depot in the village of Tell Zarqan, injuring two people."
    )
    assert ("Kassala region", [9]) in [(place, values) for _, place, values in events_of(text)]


def test_a_quarter_of_a_city_is_an_event_of_its_own_and_named_with_the_city() -> None:
    text = (
        "An air strike on a house in the Tal Amara neighbourhood of Gaza City killed nine people on "
        "5 March 2026, medics said.\n\nThe army said it had struck a store in Gaza City, killing three gunmen.\n\n"
        "Across the Gaza Strip, 31 people were killed over the past 24 hours, the ministry said."
    )
    assert [(place, values) for _, place, values in events_of(text)] == [
        ("Tal Amara, Gaza City", [9, 3]),
        ("Gaza Strip", [31]),
    ]


def test_what_an_official_of_the_province_counts_is_of_the_town_told_before() -> None:
    text = (
        "Rebels attacked the town of Lubanga in eastern Congo on 5 March 2026, killing 16 people.\n\n"
        "An army spokesman in South Kivu said 13 rebels were killed."
    )
    assert [(place, values) for _, place, values in events_of(text)] == [("Lubanga", [16, 13])]


def test_a_region_that_a_sentence_opens_with_gives_way_to_the_place_it_tells_next() -> None:
    text = (
        "In the province of Marib, 13 rebel fighters and six soldiers were killed on 5 March 2026 when the "
        "rebels attacked positions near Hajr al-Qasr, a military source said."
    )
    assert events_of(text) == [("clash", "Hajr al-Qasr", [13, 6])]


def test_a_country_that_was_worked_out_stands_on_the_map_too() -> None:
    text = (
        "KYIV, Ukraine (Wire) — Russia attacked Ukraine again on 5 March 2026.\n\n"
        "Ukraine's air force said Russia used 61 drones overnight, of which it had shot down 46."
    )
    event = next(event for event in article_of(text).events if event.figures)
    assert (event.place, event.country, event.precision) == ("Ukraine", "UA", "country")
    assert event.lat is not None
