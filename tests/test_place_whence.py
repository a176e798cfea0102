"""Places whence those came who did it, to which they left, or that two sides share: not where it happened. All invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of


@pytest.mark.parametrize(
    "came",
    [
        "Some 20 army vehicles stormed the village of Kafr Sarin from the direction of the Beit Olam checkpoint.",
        "Troops raided the village of Kafr Sarin, coming from the direction of Beit Olam, and wounded 20 people.",
        "Army artillery positioned in Jabal Olam shelled the village of Kafr Sarin, killing 20 people.",
        "Twenty people were killed when tanks stationed near Jabal Olam shelled the village of Kafr Sarin.",
        "Snipers posted on the Olam heights shot 20 people in the village of Kafr Sarin on Monday.",
        "From positions in Jabal Olam, gunners shelled the village of Kafr Sarin and wounded 20 people.",
    ],
)
def test_where_those_stood_or_came_from_is_not_where_it_happened(came: str) -> None:
    article = article_of(f"{came}\n\nMedics said another 35 people were injured.")
    assert [figure.place for figure in article.figures] == ["Kafr Sarin", "Kafr Sarin"]


def test_soldiers_stationed_in_a_place_are_killed_there() -> None:
    text = "Nine soldiers stationed in the town of Sorvel were killed in an ambush on Monday."
    assert figure_of(text, 9).place == "Sorvel"


@pytest.mark.parametrize(
    "left",
    [
        "The attackers withdrew towards the Karvel mountains.",
        "The gunmen retreated to Karvel after an hour.",
        "The attackers made off on motorcycles into the Karvel forest.",
        "The men pulled back in the direction of Karvel.",
        "The assailants fell back towards the Karvel hills at dawn.",
    ],
)
def test_where_the_attackers_left_for_is_not_where_it_happened(left: str) -> None:
    text = (
        "Gunmen killed three people in the village of Hollen on Sunday, police said.\n\n"
        f"A mosque was burned. {left} Seven others were wounded."
    )
    assert figure_of(text, 7).place == "Hollen"


def test_where_troops_withdrew_to_in_the_same_sentence_is_not_where_they_acted() -> None:
    text = (
        "In Hollen, a force of eight vehicles entered the village of Ain Sarin on Monday. "
        "It detained three men before withdrawing towards the occupied Olam Heights."
    )
    assert figure_of(text, 3).place == "Ain Sarin"


@pytest.mark.parametrize(
    "shared",
    [
        "land disputed between Erbil and Baghdad",
        "an area contested by Erbil and Baghdad",
        "a strip divided between Erbil and Baghdad",
    ],
)
def test_two_sides_of_a_dispute_are_not_where_it_happened(shared: str) -> None:
    text = f"The group is active in Iraq in {shared}, where it has killed 29 soldiers."
    assert figure_of(text, 29).place == "Iraq"


@pytest.mark.parametrize("people", ["minority", "tribe", "clan", "religious minority", "sect"])
def test_a_people_is_no_town_that_is_called_so_elsewhere(people: str) -> None:
    text = f"In Iraq, six farmers from the Kaka’i {people} were abducted on Monday in the village of Tapa Sorvel."
    assert figure_of(text, 6).place == "Tapa Sorvel"


@pytest.mark.parametrize(
    "works", ["pumping station", "filling station", "cement factory", "desalination plant"]
)
def test_works_are_a_place_by_the_name_before_their_use(works: str) -> None:
    text = f"Fifteen fighters were killed when a bus was ambushed near the Wadi Sorvel {works}, close to the Iraqi border."
    assert figure_of(text, 15).place == "Wadi Sorvel"


def test_an_official_lends_no_place_of_the_next_item() -> None:
    text = (
        "Drones hit several Russian regions.\n\n- In the Bryansk Region, debris fell in the town of Nova Sorva. "
        "Two workers were injured, acting Governor Ilo Dorn said.\n\n"
        "- The Donetsk People's Republic came under fire 12 times."
    )
    assert figure_of(text, 2).place == "Nova Sorva"


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("Israel says Iranian missiles have killed nine people there.", 9),
        ("According to Israel, rockets wounded nine people there.", 9),
    ],
)
def test_there_is_the_country_that_speaks(told: str, value: float) -> None:
    text = f"Israeli strikes have killed 212 people in Iran, its health ministry says. {told}"
    assert figure_of(text, value).place == "Israel"


def test_there_is_the_hamlet_that_the_paragraph_speaks_of() -> None:
    text = (
        "Settlers beat two men on Monday in the hamlet of Khirbet Sarin.\n\n"
        "Soldiers arrested seven people in the village of Umm Olam on Tuesday.\n\n"
        "It was the second attack on the hamlet in days. On Sunday, settlers uprooted 70 saplings there."
    )
    assert figure_of(text, 70).place == "Khirbet Sarin"


def test_a_hospital_where_one_died_is_not_where_it_happened() -> None:
    text = (
        "A drone wounded two guards at the Sarin pass on Monday, one of whom passed away in an Erbil hospital.\n\n"
        "The army said it had killed five rebels in the area."
    )
    assert figure_of(text, 5).place == "Sarin pass"


def test_the_town_from_which_the_way_is_measured_is_not_where_it_happened() -> None:
    text = (
        "Gunmen stormed Qarat Sorvel village, 25 km north of the town of Muqdadiya in Iraq's Diyala province, "
        "killing nine villagers."
    )
    assert figure_of(text, 9).place == "Qarat Sorvel"


def test_a_hospital_named_before_is_not_where_violations_were_counted() -> None:
    text = (
        "A drone hit a car at the Sorvel pass in Iraq on Monday; one guard died in an Erbil hospital. "
        "The command counted 11 attacks in the same sector."
    )
    assert figure_of(text, 11).place == "Sorvel pass"


@pytest.mark.parametrize("told", ["have arrived", "have been registered"])
def test_those_who_arrived_did_not_flee_from_all_over_the_country(told: str) -> None:
    text = (
        "Shells hit the Dali Sorvel camp in Sudan on Monday, killing seven people.\n\nThe camp had no doctors.\n\n"
        f"Three people died in a fight in the town of Abu Olam.\n\nThe Dali Sorvel camp shelters about 38,000 people. "
        f"Since the start of July, 640 families {told}."
    )
    assert figure_of(text, 640).place != "Sudan"


def test_a_body_on_a_line_of_its_own_is_no_heading_of_a_place() -> None:
    text = (
        "Seven killed in desert ambush\n\nMay 23, 2024\nThe Norvian Casualty Monitor (NCM)\n\n"
        "Seven men were killed after cells ambushed their convoy on the road to Bir Sorvel in Syria at dawn today.\n\n"
        "Wadi Olam: Two men died when a mine exploded."
    )
    assert article_of(text).figures[1].place == "Bir Sorvel"


@pytest.mark.parametrize(
    "whose", ["region’s governor", "region's acting governor", "region’s military administration"]
)
def test_whose_an_official_is_does_not_say_where_it_happened(whose: str) -> None:
    text = (
        "The emergency service counted one death in shelling across the northern Sarvel region. In Karvel, it said, a "
        f"drone struck a block of flats.\n\nTwenty people died there, according to the {whose}."
    )
    assert figure_of(text, 20).place == "Karvel"
