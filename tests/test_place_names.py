"""Towns, zones and roads that no table holds are known by the words beside them. All places are invented or plain names."""

from __future__ import annotations

import pytest

from extract.mentions import read_places
from extract.parse import Unparsed, parse_articles
from extract.places import find_places


def read(text: str) -> list[str]:
    """The names of the places that the article names."""
    (parsed,) = parse_articles([Unparsed(text)])
    return [mention.name for mention in read_places(parsed)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army said it had killed 300 fighters in the Wombera zone.", "Wombera zone"),
        ("Clashes in the North Jarra zone killed 23 people.", "North Jarra zone"),
        ("Rockets struck the Dahr al-Qasr base in western Iraq.", "Dahr al-Qasr"),
        ("The fighting near the post of Loy Tangi went on.", "Loy Tangi"),
        ("Three soldiers died at the Loy Tangi post on Sunday.", "Loy Tangi"),
        ("Bodies were found on the outskirts of Tarhala, officials said.", "Tarhala"),
        ("The strike hit Kyauk Pan Du, in Rakhine state, on Friday night.", "Kyauk Pan Du"),
        ("Nine people were abducted from Kurfala, residents said.", "Kurfala"),
        ("Some 300 families fled to Babanwa.", "Babanwa"),
        ("Militants fired three rockets from the hills at Kfar Zeita.", "Kfar Zeita"),
        ("Nine people died in shelling by the M-27 rebels on Mutora.", "Mutora"),
        ("The air strike late on Monday on Mutora killed nine.", "Mutora"),
    ],
    ids=[
        "zone",
        "zone with a direction",
        "base",
        "post of",
        "post",
        "outskirts",
        "struck, in a state",
        "taken from",
        "fled to",
        "fired at",
        "shelling by … on",
        "strike on a day on",
    ],
)
def test_an_unlisted_place_is_known_by_the_words_beside_it(text: str, name: str) -> None:
    assert name in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels fired 60 rockets at the navy base on Monday.",
        "They attacked the Army base and the Air Force base.",
        "The company, Golden Valley Resources, said three had escaped.",
        "Troops met in the Hamas area of the hall.",
        "Fighters shelled the Druze area at dawn.",
        "Two men fled to Col. Yusuf Garba for help.",
    ],
    ids=["navy", "forces", "company", "group", "community", "person"],
)
def test_a_body_a_company_or_a_person_is_no_place(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A mortar round hit a checkpoint on Highway 65, killing two.", "Highway 65"),
        ("Troops captured Hill 432 at dawn.", "Hill 432"),
    ],
)
def test_the_number_of_a_road_or_a_hill_belongs_to_its_name(text: str, name: str) -> None:
    assert read(text) == [name]


def test_a_road_without_its_number_is_no_place() -> None:
    assert read("The convoy stopped on Highway patrol orders.") == []


@pytest.mark.parametrize("first", ["Residents", "Shelling", "Parts", "Half"])
def test_what_stands_before_of_is_no_part_of_the_name(first: str) -> None:
    assert read(f"{first} of Kharkiv saw no power on Monday.") == ["Kharkiv"]


def test_both_halves_of_a_region_are_named() -> None:
    assert read("Violence in North and South Kivu displaced 230,000 people.") == ["North Kivu", "South Kivu"]


def test_regions_in_a_list_are_each_named_as_one() -> None:
    text = "Drones attacked Ukraine's Odesa, Sumy and Mykolaiv regions overnight."
    assert read(text) == ["Ukraine", "Odesa region", "Sumy region", "Mykolaiv region"]


def test_a_part_of_a_territory_that_the_table_has_is_named_in_full() -> None:
    assert read("An air strike in central Gaza killed 12 people.") == ["central Gaza"]


@pytest.mark.parametrize("wider", ["northern Yemen", "Yemen"])
def test_the_country_named_beside_a_town_wins_over_the_table(wider: str) -> None:
    text = f"Nine people were killed by a landmine in Hajjan, {wider}, on Monday."
    town = find_places(text)[0]
    assert (town.text, town.place.country, town.place.precision) == ("Hajjan", "YE", "country")
