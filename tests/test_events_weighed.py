"""Figures without a place of their own, for which of several deeds most speaks: who counts, what, of what. All is invented."""

from __future__ import annotations

import pytest

from tests.reading import events_of

FIRST = (
    "MEDARA, March 6 (NPA) - Fighters attacked an army base near the town of Hollen on Wednesday, killing 16 soldiers, "
    "Captain Aldo Renk, an officer, said.\n\n"
    "A day earlier a roadside bomb hit a minibus outside Marsk, killing five traders, according to the district head, Ina Sorel.\n\n"
    "On Thursday warplanes struck a ridge near Tolm, killing four militants.\n\n"
)


def seats(text: str) -> dict[str | None, list[float]]:
    """The values of the figures of each place's events."""
    found: dict[str | None, list[float]] = {}
    for _, place, values in events_of(text, "2026-03-06"):
        found.setdefault(place, []).extend(values)
    return found


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("Sorel said nine people were hurt.", "Marsk"),  # who counted only that
        ("Nine people were hurt in the minibus.", "Marsk"),  # its thing
        ("The bomb also hurt nine people.", "Marsk"),  # the word it was told by
        ("Among the wounded were nine other traders.", "Marsk"),  # those counted in it
        ("Nine people were hurt in the attack on the base.", "Hollen"),  # what the deed was done to
        ("The base had been warned. Nine people were hurt.", "Hollen"),  # the scene of the sentence before
        ("Reinforcements reached Hollen an hour later. Nine people were hurt.", "Hollen"),
        ("Nine people were hurt.", "Tolm"),  # nothing but the order of telling
    ],
)
def test_the_deed_for_which_most_speaks_has_the_figure(then: str, place: str) -> None:
    found = seats(FIRST + then)
    assert [town for town, values in found.items() if 9 in values] == [place]


def test_what_a_deed_told_since_has_in_common_tells_nothing() -> None:
    """Both were told of a base, and the captain speaks of both: the last."""
    found = seats(
        FIRST
        + "Later that day gunmen fired on another base at Velm, killing two guards, Renk said. Three people were hurt at the base."
    )
    assert 3 in found["Velm"]


def test_a_side_of_the_war_speaks_of_all_that_it_does() -> None:
    """An army that counted one deed and now speaks is no sign of that one."""
    found = seats(
        "Rebels raided the village of Hollen on Wednesday, killing 16 people, the army said.\n\n"
        "On Thursday a mine killed six farmers near Marsk, a resident said.\n\n"
        "The army said three other people were hurt."
    )
    assert 3 not in found["Hollen"]


def test_the_town_of_a_deed_that_was_placed_by_what_was_told_before() -> None:
    """The camp "further north" of the lead is named where the text speaks of the shells again."""
    found = seats(
        "Rebels took the town of Hollen on Wednesday, a day after shells killed 13 people at a camp further north.\n\n"
        "The shells landed on Tuesday evening in Rutten camp, an official said. Twenty-eight people were wounded there."
    )
    assert [v for place, values in found.items() if place and "Rutten" in place for v in values] == [13, 28]


def test_the_hospital_that_a_sentence_opens_with_is_not_where_it_happened() -> None:
    found = seats(
        "Armed men raided the village of Hollen on Wednesday, killing 13 people.\n\n"
        "At the hospital in Marsk, a nurse said 22 wounded had been admitted."
    )
    assert found == {"Hollen": [13, 22]}


def test_some_of_an_older_count_are_of_the_deed_whose_thing_is_named() -> None:
    """They are read as a part of the last wounded, but the port is where others were hurt."""
    found = seats(
        "Drones struck the port of Hollen on Wednesday, killing seven dockers and injuring 24 others.\n\n"
        "On Thursday 16 fighters were killed in clashes near Marsk, and 21 fighters were wounded.\n\n"
        "Two of those injured at the port had died in hospital, a health office said."
    )
    assert found == {"Hollen": [7, 24, 2], "Marsk": [16, 21]}


def test_who_was_aboard_is_told_of_the_bus_that_a_sentence_goes_back_to() -> None:
    found = seats(
        "A bomb tore through a bus near Hollen on Wednesday, killing 13 guards.\n\n"
        "On Thursday missiles hit a house in Marsk, killing two children.\n\n"
        "A general said the bus had been carrying 31 men. Eleven of them were in hospital."
    )
    assert found["Marsk"] == [2]
    assert {31, 11} <= set(found["Hollen"])


def test_what_was_told_of_another_place_since_is_not_gone_back_to() -> None:
    """The clause behind "after" names a town of its own, in which the dead are counted."""
    found = seats(
        "Rebels shelled a market in the city of Hollen on Wednesday, killing 54 people.\n\n"
        "A drone hit a power station in Marsk on Thursday, killing two guards.\n\n"
        "The attack on the market came two days after the army retook Tolm. Seventeen soldiers died in the battle for the town."
    )
    assert 17 not in found["Hollen"]


@pytest.mark.parametrize("opens", ["Overnight", "On Monday night"])
def test_a_country_that_acts_behind_a_comma_is_not_where_it_struck(opens: str) -> None:
    found = events_of(
        f"{opens}, Russia fired 96 drones and eight ballistic missiles at targets across Ukraine, the air force said.",
        "2026-03-03",
    )
    assert [(place, values) for _, place, values in found] == [("Ukraine", [96, 8])]


def test_a_countrys_day_and_the_weapons_of_its_night_are_one_event() -> None:
    found = events_of(
        "Russian attacks across Ukraine killed seven civilians and injured 29 over the past day, regional authorities said.\n\n"
        "Ukraine's air force said it had downed 54 of the 71 drones launched by Russia overnight.",
        "2026-03-06",
    )
    assert found == [("drone_strike", "Ukraine", [7, 29, 54, 71])]


def test_whoever_is_told_by_his_town_speaks_of_it() -> None:
    found = seats(
        "Rebels took the town of Hollen on Wednesday after a siege of 40 days, capturing 112 soldiers.\n\n"
        "On Thursday jets bombed a market in Marsk, killing 11 people. Rebels had seized four guns in Hollen.\n\n"
        '"It was open for one hour," said a trader in Marsk. He said 60 stalls had burned.'
    )
    assert 60 in found["Marsk"]


def test_where_the_wounded_died_is_not_where_they_were_hurt() -> None:
    found = seats(
        "Gunmen killed 27 farmers in Hollen on Wednesday and wounded nine.\n\n"
        "Three of the farmers who had been wounded died on Friday in Marsk. Twelve barns were set alight."
    )
    assert set(found) == {"Hollen"}


def test_those_taken_in_a_raid_are_of_it_though_no_day_is_told() -> None:
    found = events_of(
        "Rebels raided the village of Hollen, killing 11 people. Nineteen villagers were taken away, a farmer said."
    )
    assert {19, 11} <= {v for kind, _, values in found if kind == "attack" for v in values}


def test_a_deed_told_by_the_way_is_begun_where_it_is_spoken_of_as_known() -> None:
    found = seats(
        "Dozens of soldiers were killed in clashes at Velm on Wednesday, two days after an air strike on the village of Hollen.\n\n"
        "The strike on Monday killed 13 people, among them seven children, villagers said."
    )
    assert found["Hollen"] == [13, 7]
    assert not {13, 7} & set(found["Velm"])


def test_the_helicopter_that_carries_the_hurt_struck_nobody() -> None:
    found = events_of(
        "Militiamen attacked a camp at Hollen on Friday, killing 27 people. Peacekeepers evacuated 14 wounded by helicopter."
    )
    assert found == [("attack", "Hollen", [27, 14])]
