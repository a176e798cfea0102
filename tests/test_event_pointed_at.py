"""Figures whose words point at one of several deeds: its number, its thing, its town, the news itself. All is invented."""

from __future__ import annotations

import pytest

from tests.reading import events_of

TWO = (
    "MEDARA, March 6 (NPA) - Gunmen on motorcycles attacked a hotel in the town of Hollen on Wednesday, killing 20 people and "
    "wounding seven, police said.\n\n"
    "On Thursday, a mine blew up under a lorry near the village of Marsk, killing six traders and wounding nine.\n\n"
)


def seats(text: str, published: str = "2026-03-06") -> dict[str | None, list[float]]:
    """The values of the figures of each place's events."""
    found: dict[str | None, list[float]] = {}
    for _, place, values in events_of(text, published):
        found.setdefault(place, []).extend(values)
    return found


@pytest.mark.parametrize(
    ("then", "value"),
    [
        ("Most of the 20 dead were guests from abroad.", 20),
        ("A rights group put the number killed in the hotel at 31.", 31),
        ("Parents in Hollen said that 11 people were still missing.", 11),
        ("Shopkeepers from Hollen said 11 houses were burned.", 11),
    ],
)
def test_words_point_at_the_deed_told_first(then: str, value: float) -> None:
    found = seats(TWO + then)
    assert value in found["Hollen"]
    assert found["Marsk"] == [6, 9]


@pytest.mark.parametrize(
    ("then", "value"),
    [
        ("Another 20 people were hurt.", 20),
        ("Four people were killed in the lorry itself.", 4),
        ("An army spokesman in Hollen said that 11 people were also hurt.", 11),
    ],
)
def test_what_points_at_nothing_before_is_told_of_the_last(then: str, value: float) -> None:
    found = seats(TWO + then)
    assert value in found["Marsk"]
    assert value not in found["Hollen"][2:]


def test_that_fight_is_the_one_told_last() -> None:
    found = seats(
        "Armed men raided the village of Hollen on Tuesday, killing 13 people and burning 30 homes.\n\n"
        "Soldiers went after them. They caught up with the group on Wednesday near Marsk, killing 22 of the assailants. "
        "Two volunteers fell in that fight.\n\nMore than 900 villagers have fled."
    )
    # The pursuit is a clash, too, which lists the dead of its sentence again.
    assert {place: set(values) for place, values in found.items()} == {
        "Hollen": {13, 30, 900},
        "Marsk": {22, 2},
    }


def test_a_new_paragraph_after_an_older_deed_tells_of_the_news() -> None:
    found = seats(
        "Gunmen burst into a school in Hollen on Wednesday, killing seven children and wounding 13.\n\n"
        "In January, separatists killed 22 people in the village of Marsk.\n\n"
        "Two more pupils are missing."
    )
    assert found == {"Hollen": [7, 13, 2], "Marsk": [22]}


def test_what_an_older_deed_had_left_stays_with_it() -> None:
    found = seats(
        "Gunmen burst into a school in Hollen on Wednesday, killing seven children and wounding 13.\n\n"
        "In January, separatists killed 22 people in the village of Marsk.\n\n"
        "Two pupils had been missing for weeks."
    )
    assert 2 not in found["Hollen"]


def test_a_sum_over_several_places_is_of_no_single_one() -> None:
    found = seats(
        "Attacks killed nine people in two regions overnight, officials said on Friday.\n\n"
        "A missile hit a block in Hollen, killing six people. Shells left three dead in the village of Marsk."
    )
    assert found["Hollen"] == [6]
    assert found["Marsk"] == [3]


def test_a_town_to_which_they_went_is_where_they_did_it() -> None:
    found = seats(
        "Soldiers killed 12 villagers in Hollen on Monday.\n\n"
        "The column moved on to Marsk, where it burned 140 houses on Tuesday. Two men were found dead."
    )
    assert found == {"Hollen": [12], "Marsk": [140, 2]}


def test_where_help_came_from_is_not_where_captives_were_freed() -> None:
    found = seats(
        "Rebels overran a post in Hollen on Monday, killing 41 soldiers.\n\n"
        "Reinforcements arrived from Marsk on Tuesday. The army said it killed 60 rebels and freed nine of its men."
    )
    assert "Marsk" not in found


def test_arrests_across_provinces_are_of_the_country() -> None:
    found = seats(
        "Turkey's air force struck 29 targets in northern Iraq on Thursday, killing 24 militants.\n\n"
        "Turkish authorities also detained 113 people across 32 provinces."
    )
    assert found["Turkey"] == [113]


@pytest.mark.parametrize(
    ("then", "value"),
    [
        ("Troops are searching around the hotel. Two policemen were hurt by a second bomb.", 2),
        ("A hospital received 26 bodies from Hollen.", 26),
    ],
)
def test_a_sentence_without_figures_sets_the_scene_and_bodies_come_from_where_it_was(
    then: str, value: float
) -> None:
    found = seats(TWO + then)
    assert value in found["Hollen"]
    assert found["Marsk"] == [6, 9]


def test_a_deed_of_earlier_this_month_is_one_deed() -> None:
    found = seats(
        "Thirteen soldiers died when a helicopter crashed near Hollen on Wednesday.\n\n"
        "Earlier this month, militants killed 49 soldiers at a post in Marsk."
    )
    assert found["Marsk"] == [49]
