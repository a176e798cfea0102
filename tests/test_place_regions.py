"""Where a count belongs that no town is named for: never where the speaker sits, and to the region that a paragraph is of."""

from __future__ import annotations

import pytest

from extract.backrefs import turns
from tests.reading import article_of


def places_of(text: str) -> list[tuple[str, str | None]]:
    """Each number of the text as printed, with its place."""
    return [(figure.text, figure.place) for figure in article_of(text, "2023-06-06").figures]


RAID = "HOLLEN — Gunmen raided the village of Tal Warda in Maradun LGA on Sunday night.\n\n"


@pytest.mark.parametrize(
    "speaker",
    [
        "Colonel Jean Mbaka, a military spokesman in Goma, said",
        "The council chairman, who confirmed this to newsmen in Minna, said",
        "Speaking from Jos, the chairman of the youth association, Musa Dan, said",
        "An elected official, reached by phone in Mopti, said",
        "The police spokesman in Makurdi, DSP Anene Kator, said",
        "The coordinator of a rights group, Paul Mole, speaking to the press in Bandiagara, said",
        "Captain Ali Omar, who commands troops based in Galkayo, said",
    ],
)
def test_where_a_speaker_sits_is_not_where_it_happened(speaker: str) -> None:
    assert places_of(f"{RAID}{speaker} nine people were killed.") == [("nine people", "Tal Warda")]


def test_an_official_of_the_only_town_tells_of_it() -> None:
    text = "A police official in Skadovsk-Nova said a car bomb had killed two people outside the market."
    assert places_of(text) == [("two people", "Skadovsk-Nova")]


def test_the_next_speaker_lends_no_place() -> None:
    text = f"{RAID}Nine people died, an official of the emirate said. The commissioner of police in Gusau confirmed the raid."
    assert places_of(text) == [("Nine people", "Tal Warda")]


@pytest.mark.parametrize(
    "told",
    [
        "A convoy on its way back to Kaya ran into an ambush at Bilam. Nine soldiers were killed.",
        "A patrol returning to Kaya was attacked near Bilam. Nine soldiers were killed.",
        "Rebels attacked a post at Bilam. Nine soldiers were hurt and evacuated to the capital, Ouagadougou.",
    ],
)
def test_the_end_of_a_way_is_not_where_it_happened(told: str) -> None:
    assert places_of(told) == [("Nine soldiers", "Bilam")]


def test_drones_come_from_every_direction_of_a_list() -> None:
    text = "Ukraine's Air Force said it shot down 22 of 30 drones launched by Russia overnight from the Kursk and Bryansk directions."
    assert {place for _, place in places_of(text)} == {"Ukraine"}


DONETSK = "In Donetsk Oblast, two people were killed in Zelenivka and one in Krasna"


@pytest.mark.parametrize(
    "count",
    [
        f"{DONETSK}; six more were wounded across the region.",
        f"{DONETSK}. Six more were wounded in the oblast, the governor said.",
        f"{DONETSK}. Six were wounded.",
        "In Donetsk Oblast, a man died in Krasna. Over the day, six people were evacuated.",
    ],
)
def test_a_paragraph_of_a_region_goes_back_to_the_region(count: str) -> None:
    assert places_of(count)[-1][1] == "Donetsk Oblast"


@pytest.mark.parametrize(
    "count",
    [
        "In Donetsk Oblast, a man died in Krasna. Two of his neighbours were wounded.",
        "In Donetsk Oblast, rebels attacked the village of Krasna. In all, two people were killed.",
    ],
)
def test_the_one_town_of_a_region_goes_on(count: str) -> None:
    assert places_of(count)[-1][1] == "Krasna"


def test_the_second_news_of_a_headline_lends_no_place() -> None:
    text = "Three killed in raids on southern villages, rebels fire rockets at Haifa\n\nThree people died on Monday in raids on south Lebanon, the ministry said."
    assert places_of(text)[0][1] != "Haifa"


def test_those_held_since_a_month_are_no_count_of_months() -> None:
    text = "The rebels freed eight people held since March at Bodouli on Sunday, the Nigerian army said."
    assert places_of(text)[0][1] == "Bodouli"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Soldiers burned 52 houses in villages of western Pekhon Township.", "Pekhon Township"),
        ("Some 2,300 people have left their homes in western Hpruso since Monday.", "Hpruso"),
        ("Clashes in southern Rada County left nine people dead.", "Rada County"),
    ],
)
def test_a_part_of_a_land_that_no_table_holds(told: str, place: str) -> None:
    assert places_of(told)[0][1] == place


@pytest.mark.parametrize(
    "opening",
    [
        "In the north-west of the country",
        "In the far east of the province",
        "In the southern part of the state",
    ],
)
def test_another_end_of_the_country_is_another_place(opening: str) -> None:
    assert turns(f"{opening}, six traders were wounded.", 0)
    assert not turns("In the north of Birao, six traders were wounded.", 0)
