"""Where an event was: the town told later, the smaller place, the dateline's land. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of, figure_of


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed in an attack in southern Syria on 5 March 2026.\n\n"
        "The men died in the village of Umm Darra, residents said.",
        "A drone attack killed two soldiers in eastern Syria on 5 March 2026.\n\n"
        "The soldiers were killed near the village of Umm Darra, a medic said.",
        "A drone attack killed two soldiers in eastern Syria on 5 March 2026.\n\n"
        "The drone hit a post in an attack near the village of Umm Darra, residents said.",
    ],
    ids=["died in", "killed near", "the attack itself"],
)
def test_a_town_that_is_told_later_places_the_attack(text: str) -> None:
    ((_, place, values),) = events_of(text)
    assert (place, values) == ("Umm Darra", [2])


def test_a_port_named_again_is_not_where_the_fighting_was() -> None:
    text = (
        "Israeli strikes on the port of Ras Qutab in Yemen killed nine people on 4 March 2026.\n\n"
        "In the province of Marib, 13 fighters were killed on 5 March 2026 when they attacked positions near Hajr Abda."
        "\n\nThe United Nations, which brings food through Ras Qutab, said it was alarmed by the strikes."
    )
    assert {place for _, place, values in events_of(text) if values} == {"Ras Qutab", "Hajr Abda"}


def test_the_hurt_of_another_town_are_not_of_the_strike_before() -> None:
    text = (
        "A firefighter was killed and two were injured in a strike in Ukraine's Sumy region on 5 March 2026.\n\n"
        "In Kyiv, three people were hospitalized after drone fragments fell on a building."
    )
    assert {place for _, place, values in events_of(text) if 3 in values} == {"Kyiv"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen attacked the villages of Tandara and Kwanar Lafi on 5 March 2026.", "Tandara; Kwanar Lafi"),
        ("A convoy was attacked on the N380 road near Makomia on 5 March 2026; one driver died.", "Makomia"),
        ("In the Shebin district, the settlement of Krasny Yar was shelled on 5 March 2026, wounding four.", "Krasny Yar"),
        ("Militants ambushed a truck in the southern Philippines on 5 March 2026, killing four soldiers.", "southern Philippines"),
    ],
    ids=["two villages", "a numbered road", "a settlement of a district", "a country that is no people"],
)  # fmt: skip
def test_where_it_was_is_told_whole(text: str, place: str) -> None:
    assert article_of(text).events[0].place == place


def test_a_raid_told_next_places_the_abduction_of_the_lead() -> None:
    text = (
        "Gunmen kidnapped 303 pupils from a school in central Nigeria on 21 November 2025.\n\n"
        "The raid on the boarding school in Papiri Kogo came early on 21 November 2025."
    )
    assert events_of(text)[0][1:] == ("Papiri Kogo", [303])


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("In Port-au-Prince, five people died on 5 March 2026 when a drone hit a house in the Ravine Clair neighbourhood.",
         "Ravine Clair", 5),
        ("Jets struck an island in Lake Chad known as Kwatan Dawa on 5 March 2026, killing three fishermen.",
         "Kwatan Dawa", 3),
        ("The Guards spoke of the bombing of a depot near the city of Sangab on 5 March 2026. Jets dropped 24 bombs on "
         "the site.", "Sangab", 24),
    ],
    ids=["a neighbourhood", "known as", "the site"],
)  # fmt: skip
def test_the_exact_place_of_what_is_counted(text: str, place: str, value: float) -> None:
    figure = next(figure for figure in article_of(text).figures if figure.value == value)
    assert (figure.place or "").split(", ")[0] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("On 5 March 2026, a landmine killed two people on the road linking Golwe Hoose to Bulo Mare.", "Golwe Hoose"),
        ("The attack on 5 March 2026 killed 60 people in Nyoto Centre, a village in the Lubero territory.", "Nyoto Centre"),
        ("Nine people were killed on 5 March 2026 in shelling of El-Obaid Sharq's central market.", "El-Obaid Sharq"),
        ("Agencies flew 12 tonnes of medical supplies to Tabakat on 5 March 2026.", "Tabakat"),
    ],
    ids=["linking", "a centre", "its market", "supplies to"],
)  # fmt: skip
def test_names_in_more_settings_are_places(text: str, place: str) -> None:
    assert (article_of(text).events[0].place or "").split("; ")[0] == place


def test_what_air_defences_shot_down_fell_on_the_land_of_the_dateline() -> None:
    text = (
        "MOSCOW, February 18, 2021. /RTN/. Russian forces liberated the settlement of Novye Sady, the Defense Ministry "
        "reported.\n\nAir defenses shot down nine rockets and 144 drones over the past day, it said."
    )
    assert figure_of(text, 144).place == "Russia"
