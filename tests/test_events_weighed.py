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
