"""What some of those counted before were: "of the victims", "those killed", "among those who returned"."""

import pytest
from reading import article_of, figure_of


def wholes(text: str) -> dict[float, float | None]:
    """Each value, and the value of the figure it is a part of."""
    found = article_of(text, "2026-03-03").figures
    values = {figure.id: figure.value for figure in found}
    return {figure.value: values[figure.part_of] if figure.part_of else None for figure in found}


def test_some_of_the_victims_are_among_the_dead() -> None:
    text = (
        "At least 34 people were killed in the raid. Eleven of the victims were women and three were infants."
    )
    found = {f.value: f.measure for f in article_of(text).figures}
    assert found == {34: "killed", 11: "killed", 3: "killed"}
    assert wholes(text)[11] == 34


def test_two_kinds_of_those_killed_are_parts_of_one_toll() -> None:
    text = (
        "Clashes killed 23 people in the town.\n\nA rights group said 13 of those killed were fighters and six were "
        "civilians who died when shells fell on a street.\n"
    )
    assert wholes(text) == {23: None, 13: 23, 6: 23}


def test_some_of_the_bodies_in_the_streets_are_no_streets() -> None:
    text = "Residents said they had seen seven bodies in the streets, five of them in army uniform."
    five = figure_of(text, 5)
    assert (five.measure, five.unit) == ("killed", "bodies")
    assert wholes(text)[5] == 7


def test_among_those_who_returned() -> None:
    text = "Norvia and Ostra exchanged 84 prisoners of war. Among the soldiers who returned were 19 marines, it said."
    assert figure_of(text, 19).measure == "released"
    assert wholes(text)[19] == 84


@pytest.mark.parametrize("how", ["drowning 11 people", "in which 11 people drowned"])
def test_a_boat_that_drowns_people(how: str) -> None:
    assert figure_of(f"A boat capsized off the island on Monday, {how}.", 11).measure == "killed"


def test_the_missing_who_were_found_alive_are_rescued() -> None:
    text = "Six officers went missing. The director said two of the missing had been found alive."
    assert figure_of(text, 2).measure == "rescued"


def test_the_number_of_people_facing_hunger_counts_people() -> None:
    figure = figure_of("The UN puts the number of people facing famine in the region at 375,000.", 375_000)
    assert (figure.measure, figure.unit) == ("other", "people")


def test_a_toll_as_others_count_it_is_no_part_of_the_first() -> None:
    text = (
        "The air force said the strike killed scores of terrorists. Residents of nearby Mairo put the number of bandits "
        "killed at nine."
    )
    assert wholes(text)[9] is None
