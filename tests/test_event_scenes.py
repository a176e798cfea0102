"""Where an event was, of several places told: the town, not the ends of a way, nor the next town. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of


def places_of(text: str) -> dict[float, str | None]:
    """The place of the event in which each value is counted."""
    return {value: place for _, place, values in events_of(text) for value in values}


def test_dead_shared_out_among_towns_are_each_towns() -> None:
    found = places_of(
        "In the Donetsk region, three people were killed and nine wounded on 4 March 2026, the governor said. "
        "Two died in Rai-Olena and one in Kostiantyne."
    )
    assert (found[3], found[9]) == ("Donetsk region", "Donetsk region")
    assert (found[2], found[1]) == ("Rai-Olena", "Kostiantyne")


def test_of_two_towns_in_one_sentence_each_has_its_own_dead() -> None:
    found = places_of(
        "An airstrike on a house in the Zaytat neighbourhood of Gaza City killed eight people on 9 June 2025, while "
        "tank fire killed three others near a school in Tal Rihan, medics said."
    )
    assert (found[8], found[3]) == ("Zaytat, Gaza City", "Tal Rihan")


@pytest.mark.parametrize(
    "details",
    [
        "The bus was on its way from Quetta to Faisalabad when it was stopped near Rakhni Tang, an official said.",
        "The bus, which had left Quetta at noon, was hit by gunfire near Rakhni Tang, an official said.",
        "The bus was stopped near Rakhni Tang, an official said. The gunmen withdrew towards Quetta.",
    ],
    ids=["both ends", "set out from", "went to"],
)
def test_the_ends_of_a_way_are_not_where_it_happened(details: str) -> None:
    text = f"Gunmen took seven passengers off a bus in southwest Pakistan on 18 February 2026.\n\n{details}"
    assert places_of(text)[7] == "Rakhni Tang"


def test_a_school_is_not_where_those_in_it_had_come_from() -> None:
    text = (
        "Strikes killed 21 people in Gaza on 22 August 2025. Twelve of them died when a school sheltering people "
        "displaced from Beit Hanoun was hit in the Sheikh Anwar neighbourhood."
    )
    assert places_of(text)[12] == "Sheikh Anwar"


def test_a_town_with_some_of_the_dead_is_not_where_all_of_them_died() -> None:
    found = places_of(
        "Missiles killed four people in Israel on 18 June 2025, emergency services said.\n\n"
        "A block of flats in Givat Halutz, near Tel Aviv, was hit, they said. Three residents died there and 61 were "
        "hurt. In Haifa, a missile struck a depot."
    )
    assert (found[4], found[3], found[61]) == ("Israel", "Givat Halutz", "Givat Halutz")


def test_the_first_of_two_does_not_tell_where_both_were() -> None:
    found = places_of(
        "Troops shot dead two Palestinians in the West Bank on 15 September 2025, the ministry said.\n\n"
        "A boy was shot in the chest in the village of Beit Lahir. The second, a man, was hit in Ein Sabra."
    )
    assert found[2] == "West Bank"


def test_there_is_the_town_that_was_told_of_not_its_province() -> None:
    text = (
        "Shelling killed 22 people in Um Sarha on 3 December 2025. By night the fighters had moved on to Wad Jibril, "
        "a village on the road to the capital of North Kordofan. There they shot dead seven men."
    )
    figure = next(figure for figure in article_of(text).figures if figure.value == 7)
    assert figure.place == "Wad Jibril"


def test_who_was_sent_from_a_town_did_it_elsewhere() -> None:
    found = places_of(
        "Gang members killed 20 people in the town of Petite Anse in Haiti on 30 March 2025.\n\n"
        "Police sent from Port-au-Prince came in the afternoon. They killed eight gang members, a spokesman said in the "
        "capital."
    )
    assert found[8] == "Petite Anse"


def test_a_night_and_its_evening_are_one_attack() -> None:
    text = (
        "JOS, Nigeria, 14 April 2025 — Gunmen killed at least 40 people in an overnight attack in Nigeria's Plateau "
        "state, officials said on Monday.\n\n"
        "Residents of Zike Ura said the raiders came at midnight on Sunday and burned 23 houses."
    )
    found = places_of(text)
    assert (found[40], found[23]) == ("Zike Ura", "Zike Ura")


def test_a_weekdays_strike_is_the_one_of_that_day() -> None:
    found = places_of(
        "WASHINGTON, 12 June 2025 — An air strike killed three fighters on Tuesday near Buulo Yare. An earlier strike, on "
        "1 June, hit a vehicle in Jilib Cad and killed one.\n\nTwo herders also died in Tuesday's strike, officials said."
    )
    assert found[2] == "Buulo Yare"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The missiles had been launched from the Kharkiv area, the ministry said.", "Kharkiv area"),
        ("The attacker, from the town of Shfaram, was shot dead.", "Shfaram"),
        ("A patrol from Baquba was attacked later.", "Baquba"),
        ("The attackers crossed from Dhobley before dawn.", "Dhobley"),
    ],
    ids=["launched from", "at home in", "a patrol from", "crossed from"],
)
def test_where_they_came_from_saw_no_deed(text: str, place: str) -> None:
    told = f"Four people were killed in Haifa on 3 March 2025. {text}"
    assert place not in {where for _, where, _ in events_of(told)}


def test_some_of_those_counted_nowhere_are_of_their_own_town() -> None:
    found = places_of(
        "The two armies exchanged fire at six points on 24 July 2025, and at least 12 people died. Six of them were killed "
        "in Sisaket when a rocket hit a shop. Three died in Surin."
    )
    assert (found[12], found[6], found[3]) == (None, "Sisaket", "Surin")


def test_one_who_fell_in_a_town_of_his_own_makes_an_event() -> None:
    text = (
        "Gunmen killed nine people in Cameroon's Northwest region on 11 March 2025. A soldier was killed the same day in "
        "the town of Batibo."
    )
    assert ("attack", "Batibo", []) in events_of(text)


def test_a_part_in_its_own_town_is_by_the_weapon_of_its_whole() -> None:
    text = (
        "Guided bombs killed four people in the Kharkiv region on 11 February 2026. Three of them died in the town of "
        "Staryi Lyman, where a bomb hit a house. The fourth was killed near the village of Hlyboka Balka."
    )
    found = {place: (kind, values) for kind, place, values in events_of(text)}
    assert found["Staryi Lyman"] == ("air_strike", [3])
    assert found["Kharkiv region"][1] == [4]


def test_each_of_two_places_has_its_number_in_turn() -> None:
    found = places_of(
        "Warplanes hit a mill in Zabid and a tower in Amran on 19 March 2025, killing six and two people respectively."
    )
    assert (found[6], found[2]) == ("Zabid", "Amran")


@pytest.mark.parametrize(
    "reaction",
    [
        "The president, on a visit to Marsk, spoke of the shelling.",
        "In Marsk, the president called the shelling reckless.",
        "The army is believed to launch its drones from Marsk.",
    ],
    ids=["on a visit", "called the shelling", "launches from"],
)
def test_where_it_is_spoken_of_or_sent_from_saw_no_deed(reaction: str) -> None:
    told = f"Five people were injured by shelling in the village of Hollen on 4 May 2026. {reaction}"
    assert {place for _, place, _ in events_of(told)} == {"Hollen"}


def test_there_is_a_town_of_the_sentence_itself_before_any_other() -> None:
    text = (
        "Thirty-four soldiers were killed in an attack on Banibangou on 19 June 2025. The air force pursued the men as far "
        "as the village of Tabangou and killed dozens of them there."
    )
    figure = next(figure for figure in article_of(text).figures if figure.value == 12)
    assert figure.place == "Tabangou"


def test_a_part_of_a_country_is_as_wide_as_it_for_the_rockets_sent_at_it() -> None:
    found = places_of(
        "Hezbollah fired 60 rockets at northern Israel on 6 November 2024, wounding nine people in the city of Tirat Shalom."
    )
    assert (found[60], found[9]) == ("northern Israel", "Tirat Shalom")


def test_a_suburb_of_a_city_is_where_its_strike_was() -> None:
    found = places_of(
        "Israel killed five people in a strike on Beirut's southern suburb of Haret Hreik on 23 November 2025."
    )
    assert found[5] == "Haret Hreik, Beirut"


def test_those_arrested_across_a_region_are_not_of_the_shots_told_before() -> None:
    text = (
        "Israeli troops shot dead two Palestinians in the West Bank on 15 September 2025, the ministry said.\n\n"
        "It said a boy was shot in the chest in the village of Beit Lahir as soldiers searched a row of houses by "
        "the road. The second, a man, was hit in the Ein Sabra camp and died on the way to a clinic, where his relatives "
        "gathered.\n\nThe military said its forces arrested 22 suspects across the West Bank."
    )
    assert ("shooting", "West Bank", [2]) in events_of(text)


def test_what_a_truce_has_cost_is_of_no_strike() -> None:
    text = (
        "Troops shot dead two brothers in Jabalia on 3 November 2025, the civil defence said. The ministry said 238 people "
        "have been killed since the truce."
    )
    assert 238 not in places_of(text)


@pytest.mark.parametrize(("which", "place"), [("first", "Zabid"), ("second", "Amran")])
def test_the_first_of_two_deeds_is_the_one_told_first(which: str, place: str) -> None:
    found = places_of(
        "An air strike on a mill in Zabid killed six people on 19 March 2025 and another on a tower in Amran killed two. "
        f"Sixteen others were injured in the {which} strike."
    )
    assert found[16] == place


def test_the_site_that_a_force_searched_is_not_where_it_came_from() -> None:
    text = (
        "Jets killed four fighters in a cave in the Hamrin mountains on 2 July 2025. A force from Baquba later searched the "
        "site and found two belts."
    )
    assert "Baquba" not in {place for _, place, _ in events_of(text)}
