"""Places that are carried on or pointed at: "there", "the base", a sentence above, a toll of a seat elsewhere."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of

_STORM = (
    "Gunmen killed two people in the village of Hollen in Varde Province on Sunday.\n\n"
    "Meanwhile, troops repelled an attack on an army base in Tarsk, Pelm Province, an army statement said.\n\n"
)


def test_a_sentence_that_tells_of_an_attack_hands_its_place_on_where_no_figure_does() -> None:
    text = f"{_STORM}The spokesman, Major Ilo Dorn, said the attackers came in trucks. Nineteen rifles were seized."
    figure = figure_of(text, 19)
    assert (figure.place, figure.place_why) == ("Tarsk", "that of the attack told before")


def test_a_place_is_carried_over_a_quotation_to_the_next_paragraph() -> None:
    text = f"{_STORM}“They were many and they shouted,” said a herder, Pim Orvel.\n\nIn all 17 soldiers died."
    assert figure_of(text, 17).place == "Tarsk"


def test_a_count_of_a_span_is_not_carried_into_a_town() -> None:
    text = f"{_STORM}“They were many,” said a herder.\n\nSince the truce took effect 170 soldiers have died."
    assert figure_of(text, 170).place != "Tarsk"


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Security sources said that the base was overrun and eight soldiers died.", 8),
        ("The army said it lost nine men at the base.", 9),
    ],
)
def test_what_stands_in_a_place_is_told_again_by_its_noun(sentence: str, value: float) -> None:
    text = f"{_STORM}In the town of Gorvel, three people were hurt by a mine.\n\n{sentence}"
    assert figure_of(text, value).place == "Tarsk"


def test_there_is_where_the_sentence_before_says_even_if_it_only_gives_grounds() -> None:
    text = (
        "Rockets hit the town of Hollen on Monday, wounding three people. The group said it fired in response to a "
        "raid in the village of Tarsk. Troops shot dead two men there, officials said."
    )
    assert figure_of(text, 2).place == "Tarsk"


def test_there_were_points_at_nothing() -> None:
    text = "A shell killed four people in the town of Hollen. The mayor of Tarsk was hurt. There were nine more dead."
    assert "there" not in (figure_of(text, 9).place_why or "")


def test_the_village_is_the_one_of_the_paragraph_before_one_called_so_above() -> None:
    text = (
        "Troops shot two men in the village of Hollen on Monday.\n\n"
        "Seven soldiers were hurt on Tuesday when a missile hit their car near Tarsk. Tanks answered with shells "
        "that destroyed ten houses on the edge of the village."
    )
    assert figure_of(text, 10).place == "Tarsk"


def test_the_next_town_is_another_one() -> None:
    text = (
        "Armed men attacked the village of Hollen on Monday. The youth leader said 73 houses burned and 150 people "
        "died while the others walked to a school in the next town."
    )
    figure = figure_of(text, 73)
    assert (figure.place, "next" in (figure.place_why or "")) == ("Hollen", False)


@pytest.mark.parametrize(
    "sentence",
    [
        "The police spokeswoman in the state, Irva Malm, said nine people lost their lives.",
        "Nine members of the state vigilante corps lost their lives.",
    ],
)
def test_the_state_of_an_office_is_no_place_of_a_deed(sentence: str) -> None:
    text = (
        "Bandits stormed a base in Varde State on Saturday.\n\nGunmen killed two people in the village of Hollen on "
        f"Sunday.\n\n{sentence}"
    )
    assert figure_of(text, 9).place == "Hollen"


def test_a_toll_put_by_an_officer_elsewhere_stays_with_the_attack() -> None:
    text = (
        "Militants attacked the army post in the village of Hollen on Monday, killing seven soldiers.\n\n"
        "A police official in Tarsk put the number of wounded at 14."
    )
    assert figure_of(text, 14).place == "Hollen"


def test_an_attack_first_told_by_an_officer_is_where_he_sits() -> None:
    text = (
        "Militants attacked the army post in the village of Hollen on Monday, killing seven soldiers.\n\n"
        "A police official in Tarsk said that gunmen killed 14 people at a market."
    )
    assert figure_of(text, 14).place == "Tarsk"


def test_a_health_ministry_counts_a_day_of_its_land() -> None:
    text = (
        "Settlers burned three cars in the village of Hollen near Nablus overnight, residents said.\n\n"
        "Gaza's Health Ministry said hospitals received the bodies of 22 people over the past 24 hours."
    )
    assert figure_of(text, 22).place == "Gaza"


def test_a_mayor_is_no_town() -> None:
    text = (
        "Gunmen overran the hill town of Hollen on Tuesday, killing four officers.\n\n"
        "“They knew the doors,” said Irva Malm-Orvel, the town's mayor. She put the number of wounded at 26."
    )
    assert figure_of(text, 26).place == "Hollen"


def test_the_region_of_the_district_of_a_town_only_tells_where_the_town_lies() -> None:
    text = "A drone strike on a wedding in Hollen, a town in the West Varde zone of the Pelm region, killed 18 people."
    assert figure_of(text, 18).place == "Hollen"


def test_a_beach_is_a_place() -> None:
    article = article_of("Two fishermen died when boats shelled the beach of Ras Hollen.")
    assert article.figures[0].place == "Ras Hollen"


def test_where_rockets_came_from_is_not_where_they_fell() -> None:
    text = "Eight rockets were launched from near Hollen toward an army position on the hill of Tarsk, officials said."
    assert figure_of(text, 8).place == "Tarsk"


def test_what_is_recalled_from_an_earlier_time_hands_no_place_on() -> None:
    text = (
        "A bomb exploded on a bus in the town of Tarsk on Tuesday, killing eight passengers.\n\n"
        "Last month, 11 people died in a similar blast in the town of Hollen.\n\n"
        "No group has claimed Tuesday's attack, in which 20 people were also wounded."
    )
    assert figure_of(text, 20).place == "Tarsk"


def test_where_a_statement_was_sent_from_is_no_place_of_a_deed() -> None:
    text = (
        "Fighting broke out in the town of Hollen on Friday.\n\n"
        "The rebels said they killed 14 soldiers. The army, in a statement from Khartoum, said it lost two men."
    )
    assert figure_of(text, 2).place == "Hollen"
