"""Which event a figure goes to that its own sentence does not place. All attacks, towns and officials are invented."""

from __future__ import annotations

import pytest

from tests.reading import events_of

PUBLISHED = "2025-05-14"


def first_event(text: str) -> tuple[str, str | None, list[float]]:
    return events_of(text, PUBLISHED)[0]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            "The attackers came on motorcycles late on Tuesday and opened fire on worshippers in Gidan Dutse, residents said.",
            "Gidan Dutse",
        ),
        (
            "Gunmen entered the village of Gidan Dutse around 9 p.m. and went from house to house.",
            "Gidan Dutse",
        ),
        ("The convoy, which was taking food to Sokoto, came under attack near Tungar Kade.", "Tungar Kade"),
    ],
    ids=["opened fire in", "entered", "under attack near, not where it went"],
)
def test_the_town_told_without_a_number_is_the_event_of_the_region(told: str, place: str) -> None:
    text = (
        "At least 21 people were killed in an attack in Katsina state on Tuesday, residents said.\n\n"
        f"{told}\n\nThirty-four houses were burned."
    )
    assert first_event(text) == ("attack", place, [21, 34])


def test_the_town_of_one_of_several_attacks_is_not_the_place_of_all() -> None:
    text = (
        "Nineteen people were killed in two separate attacks in Katsina state on Tuesday, police said.\n\n"
        "Gunmen raided the village of Gidan Dutse at night."
    )
    assert ("attack", "Katsina state", [19]) in events_of(text, PUBLISHED)


def test_the_town_that_the_lead_was_only_near_to_gives_way_to_the_village() -> None:
    text = (
        "Shelling killed four people near the city of Marib on Tuesday, medics said.\n\n"
        "The shells struck a brick factory in the district of Wadi Humaira, west of Marib, before dawn.\n\n"
        "Four labourers were killed and 11 wounded, according to the medics."
    )
    assert first_event(text) == ("shelling", "Wadi Humaira", [4, 4, 11])


@pytest.mark.parametrize(
    ("told_on", "values"),
    [
        ("The army said it had killed eight attackers and freed 13 hostages.", [8, 13]),
        ("A spokesman for the province said 27 militiamen had been captured.", [27]),
        ("The rebels said that more than 60 soldiers had been killed.", [60]),
        ("Some 4,300 people have fled, the administrator of the territory said.", [4300]),
    ],
)
def test_what_is_told_on_without_a_place_is_of_the_attack_told_last(
    told_on: str, values: list[float]
) -> None:
    text = (
        "Nine people were killed on Tuesday in an attack on a police post in the town of Chah Morgh in the "
        f"province of Kerman, officials said.\n\n{told_on}"
    )
    assert first_event(text)[1:] == ("Chah Morgh", [9, *values])


def test_what_is_told_of_another_attack_stays_with_that_one() -> None:
    text = (
        "Nine people were killed on Tuesday in an attack on a police post in the town of Chah Morgh, officials said.\n\n"
        "Elsewhere in the country, four soldiers were killed in another attack, the army said."
    )
    assert first_event(text) == ("attack", "Chah Morgh", [9])


def test_an_army_post_that_is_overrun_is_attacked() -> None:
    text = "Forty soldiers were killed on Tuesday when fighters overran an army post near Toulpagou, sources said."
    assert first_event(text) == ("attack", "Toulpagou", [40])
