"""Names that no table holds and that the model takes for persons: what is done to them, or goes on there, makes places."""

from __future__ import annotations

import pytest

from tests.reading import article_of


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Qara Velim", "The ambush of 9 October at Qara Velim cost the lives of three traders."),
        (
            "Ouro Sandi",
            "The massacre at Ouro Sandi, in which 19 villagers died, was denounced by the bishop.",
        ),
        ("Ceel Garoon", "The battle for Ceel Garoon left 27 soldiers dead."),
        (
            "Qara Velim",
            "A checkpoint at the entrance to Qara Velim was attacked, leaving six policemen dead.",
        ),
        ("Ouro Sandi", "Gunmen burned down Ouro Sandi and killed 19 villagers."),
        ("Stara Velka", "Stara Velka came under fire overnight: seven people were injured."),
        ("Stara Velka", "Stara Velka was shelled on Monday, and seven people were injured."),
    ],
)
def test_a_name_is_a_place_by_what_is_done_to_it_or_goes_on_there(place: str, text: str) -> None:
    article = article_of(text)
    assert {figure.place for figure in article.figures} == {place}


@pytest.mark.parametrize(
    "text",
    [
        "Three men were killed when gunmen shot at Karim Velim.",
        "Voters chose Karim Velim, whose brother and two cousins were killed.",
        "The army came under fire and three soldiers were killed.",
        "Hamas came under fire and three of its men were killed.",
    ],
)
def test_persons_and_forces_are_no_places(text: str) -> None:
    article = article_of(text)
    assert {figure.place for figure in article.figures} == {None}
