"""Names that the words beside them call a place, and names that are one elsewhere in the text."""

from __future__ import annotations

import pytest

from tests.reading import figure_of

_LEAD = "Rockets hit the town of Tarsk on Friday, killing two women.\n\n"


@pytest.mark.parametrize(
    "phrase",
    [
        "in one of them, Hollen",
        "at Hollen, a river crossing inside Varde State",
        "at Hollen, a hill town in Varde State",
        "at a camp on the river Hollen",
        "in a border village called Hollen",
    ],
)
def test_a_name_that_is_called_a_place(phrase: str) -> None:
    text = f"{_LEAD}On Saturday nine soldiers were hurt in a battle {phrase}, the army said. It said it took 12 prisoners."
    assert figure_of(text, 9).place == "Hollen"
    assert figure_of(text, 12).place == "Hollen"


def test_a_name_is_a_place_wherever_it_is_printed_again() -> None:
    text = (
        "Gunmen raided a camp in the Pelm North area on Tuesday, killing five herders.\n\n"
        "The wounded were flown to Tarsk.\n\nSome 6,200 people have fled Pelm North since the raid, the mission said."
    )
    assert (figure_of(text, 6200).place or "").startswith("Pelm North")


def test_a_person_beside_a_trade_is_no_place() -> None:
    text = f"{_LEAD}Ilo Dorn, a market trader in Tarsk, said nine shops had burned. Seven people were hurt."
    assert figure_of(text, 7).place == "Tarsk"


@pytest.mark.parametrize(
    "speaker",
    [
        "The Varde Monitor, a war monitor based in the United Kingdom,",
        "The Guard of Varde, the Qaeda affiliate in the Sahel,",
    ],
)
def test_the_seat_of_a_body_is_no_place_of_a_deed(speaker: str) -> None:
    text = f"{_LEAD}{speaker} said 10 people were killed."
    assert figure_of(text, 10).place == "Tarsk"


def test_where_attackers_are_believed_to_have_come_from_is_not_where_they_struck() -> None:
    text = (
        "Armed youths raided the Hollen camp in Pelm State on Tuesday. Twelve herders were hurt, while the attackers, "
        "believed to have come from neighboring Varde State, lost six men."
    )
    assert all((figure_of(text, value).place or "").startswith("Hollen") for value in (12, 6))


def test_what_opens_a_sentence_points_back_too() -> None:
    text = (
        "Gunmen killed 11 people in the province of Varde on Monday.\n\n"
        "Drones hit the Hollen gas plant on Tuesday, wounding two technicians.\n\n"
        "The plant was last attacked in January, when eight rockets fell short of it."
    )
    assert figure_of(text, 8).place == "Hollen"


def test_a_count_since_the_fighting_resumed_is_of_the_country() -> None:
    text = (
        "A strike on an ambulance near Zahle in Lebanon killed two paramedics on Monday. That brings to 34 the number "
        "of medical workers killed since the fighting resumed, the agency said."
    )
    assert figure_of(text, 34).place == "Lebanon"


def test_a_health_ministry_counts_the_war_in_its_own_land() -> None:
    text = (
        "An Israeli strike killed two people in the town of Hollen in Gaza on Monday, the Gaza health ministry said. "
        "At least 1,150 people have been killed since hostilities flared in October, the Gaza health ministry said."
    )
    assert figure_of(text, 1150).place == "Gaza"


def test_a_capital_that_acts_in_another_clause_is_no_place() -> None:
    text = (
        "Bombs tore into a house in an eastern river town on Thursday, killing seven people, officials said, as Moscow "
        "kept up its campaign. Ukraine's air force said it shot down 12 drones."
    )
    assert figure_of(text, 7).place != "Moscow"


def test_that_province_is_the_one_told_last() -> None:
    text = (
        "A bomb killed two soldiers in the province of Varde in Colombia on Monday.\n\n"
        "Elsewhere, guerrillas handed over a policeman in the hamlet of Hollen, in Pelm province. They still hold "
        "seven people in that province, the diocese said."
    )
    assert "Pelm" in (figure_of(text, 7).place or "")


def test_in_that_area_is_where_the_sentence_before_says() -> None:
    text = (
        "Drones killed three people in the town of Tarsk on Monday.\n\n"
        "Troops liberated the settlement of Hollen, the ministry said. The enemy lost up to 170 men in that area."
    )
    assert figure_of(text, 170).place == "Hollen"


def test_no_district_is_a_province() -> None:
    text = (
        "Insurgents burned nine houses in Varde province on Monday.\n\nIn Hollen district a bomb killed two men.\n\n"
        "The insurgency in the gas-rich province has driven 90,000 people from their homes."
    )
    assert figure_of(text, 90_000).place == "Varde province"


def test_an_attack_that_is_no_attack_told_before() -> None:
    text = (
        "Gunmen killed two sailors in South Sudan, at the port of Hollen, on Monday.\n\n"
        "A report finds that attacks on vessels rose last year and that 31 aid workers lost their lives."
    )
    assert figure_of(text, 31).place == "South Sudan"


def test_a_mayor_is_of_the_village_and_not_of_the_border_that_it_is_far_from() -> None:
    text = (
        "Gunmen fired on traders in Hollen, a village about 60 kilometers from the border with Burkina Faso, Mayor "
        "Ilo Dorn said by phone.\n\nDorn said nine trucks were destroyed."
    )
    assert figure_of(text, 9).place == "Hollen"


def test_what_stands_under_the_war_counts_the_country() -> None:
    text = (
        "Warplanes bombed a barracks in the town of Hollen, Sudan, on Wednesday, killing 45 fighters.\n\n"
        "The war began in April 2023 with a power struggle between the army and the RSF. It has killed more than 40,000 "
        "people by one count. Some 14 million have been driven from their homes."
    )
    assert [figure_of(text, value).place for value in (40_000, 14_000_000)] == ["Sudan", "Sudan"]


def test_the_second_news_of_a_headline_has_its_own_place() -> None:
    text = (
        "Toll in Idlib market shelling rises to 13, drones hit barracks near Hama\n\n"
        "At least 13 people have been killed in the shelling of a market in Kafr Hollen in Idlib, rescuers say.\n\n"
        "Drones struck a barracks near Hama, wounding six soldiers, state media said."
    )
    assert figure_of(text, 13).place == "Idlib"


def test_a_town_that_fighting_emptied() -> None:
    text = (
        "A convoy hit a mine near Tarsk on Friday, killing a driver.\n\n"
        "Fighting has emptied Hollen since it broke out Thursday, aid workers said.\n\n"
        "A priest said he had buried 21 people."
    )
    assert figure_of(text, 21).place == "Hollen"


def test_those_who_fled_to_a_border_are_counted_there() -> None:
    text = (
        "Shells hit a market in the town of Hollen in Congo on Sunday, killing 17 people.\n\n"
        "More than 26,000 people have fled towards the Burundian border since Friday, the agency said."
    )
    assert figure_of(text, 26_000).place == "Burundian border"


def test_those_who_left_home_in_days_are_of_the_country() -> None:
    text = (
        "An air strike on a block of flats in Tell Hollen, a town in Lebanon, has killed nine people.\n\n"
        "Rescuers are still at work, the ministry says.\n\n“It was loud,” a farmer said.\n\n"
        "The army ordered more villages to leave, and some 45,000 people have gone north in the past three days, the UN "
        "says."
    )
    assert figure_of(text, 45_000).place == "Lebanon"


def test_a_month_is_of_the_land_that_the_war_before_it_was_of() -> None:
    text = (
        "An Israeli strike killed two people in the town of Hollen in Gaza on Monday. Israel said it would go on.\n\n"
        "The war has killed 6,812 people in Gaza since September. Nearly 120,000 people were uprooted in "
        "November alone, an official said."
    )
    assert figure_of(text, 120_000).place == "Gaza"


def test_a_tower_is_told_again_by_its_name() -> None:
    text = (
        "The strike hit the Hijab tower in Deir Hollen on Wednesday, killing 33 people.\n\n"
        "Settlers attacked the hamlet of Tarsk, burning three cars.\n\n"
        "Rescuers at the Hijab tower said on Thursday that six people were still missing under the rubble."
    )
    assert figure_of(text, 6).place == "Deir Hollen"


def test_those_of_a_hospital_elsewhere_hand_its_town_to_nobody() -> None:
    text = (
        "Gunmen opened fire on a convoy in the town of Hollen, killing 11 people. Another 16 people were wounded.\n\n"
        "“They let the hearse go by,” a man said from Baquba's main hospital. A doctor there said five of the wounded had "
        "been operated on.\n\nHelicopters fired on the orchards on Tuesday, killing three of the attackers, the army said."
    )
    assert figure_of(text, 3).place == "Hollen"
