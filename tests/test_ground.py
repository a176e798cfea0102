"""What a fight for a town cost is of the town's fall, not of the strike told beside it. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of

PUBLISHED = "2026-03-04"


@pytest.mark.parametrize(
    ("text", "strike", "ground"),
    [
        (
            "Ukrainian forces shelled the village of Vesele Pole with rockets on Tuesday night, killing two residents, its mayor "
            "said.\n\nRussian troops captured the village on Tuesday after weeks of fighting. The enemy lost more than 240 "
            "servicemen, four tanks and nine pickup trucks, the Defense Ministry said.",
            [2],
            [240, 4, 9],
        ),
        (
            "The rebels shelled the army garrison in Umm Talha on Monday, killing five women, before storming the town.\n\nThey "
            "said they had seized the garrison and captured 34 vehicles, and that 210 soldiers were killed.",
            [5],
            [34, 210],
        ),
        (
            "Drones hit the town of Kalambo on Monday, killing six people, before rebels captured it, residents said. Forty "
            "soldiers were killed in the fighting, an officer said.",
            [6],
            [40],
        ),
        (
            "A drone strike on the village of Wadi Sahm killed three people on Tuesday, a doctor said. Hours later soldiers entered "
            "and occupied the village. The rebels said they had wounded seven soldiers and destroyed two tanks there.",
            [3],
            [7, 2],
        ),
    ],
    ids=["the enemy lost", "a garrison seized", "captured it", "occupied the village"],
)
def test_losses_are_of_the_ground(text: str, strike: list[float], ground: list[float]) -> None:
    found = events_of(text, PUBLISHED)
    assert [values for kind, _, values in found if kind != "territory_change"] == [strike]
    assert [values for kind, _, values in found if kind == "territory_change"] == [ground]


def test_houses_and_the_dead_of_the_strike_stay_with_it() -> None:
    text = (
        "Warplanes bombed Tell Ruman overnight, killing nine civilians, a rescue group said on Wednesday.\n\nTroops took control "
        "of the town in the morning. The army said 31 rebels had been killed and that six vehicles were destroyed. The "
        "strikes had destroyed 12 houses, the rescue group said."
    )
    assert sorted(events_of(text, PUBLISHED)) == [
        ("air_strike", "Tell Ruman", [9, 12]),
        ("territory_change", "Tell Ruman", [31, 6]),
    ]


def test_a_strike_is_of_who_is_told_to_have_struck_whoever_fought_there_afterwards() -> None:
    text = (
        "An Israeli drone strike on the village of Wadi Sahm killed three people on Tuesday, a doctor said. Hezbollah said its "
        "fighters had wounded seven soldiers and destroyed two tanks there."
    )
    (event,) = article_of(text, PUBLISHED).events
    assert (event.kind, event.actor) == ("drone_strike", "Israel")
