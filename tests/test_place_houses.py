"""Names that only the words beside them tell to be places, or to be none. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import figure_of


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("A drone strike on Wad Hollen Rural Hospital killed 14 people.", 14, "Wad Hollen Rural Hospital"),
        ("Seven people died when the army shelled Hollen Girls School.", 7, "Hollen Girls School"),
        ("A missile hit Kharkiv Central Hospital on Monday, killing four people.", 4, "Kharkiv"),
        ("Police ran into an ambush at Tarsin Kuka and six officers were killed.", 6, "Tarsin Kuka"),
        (
            "A bomber struck a convoy near the Ghar Hollay bazaar on Tuesday, wounding 11 people.",
            11,
            "Ghar Hollay",
        ),
        (
            "In Kenya, shells hit the outposts at Hollen and Tarsin Kwa, killing six soldiers.",
            6,
            "Hollen; Tarsin Kwa",
        ),
        ("Gunmen killed five people in rebel-held Hollen.", 5, "Hollen"),
        ("Rebels ambushed an army convoy between Hollen and Tarsin, killing seven men.", 7, "Hollen; Tarsin"),
        ("In Somalia, a bomb on the road linking Dhobley to Afmadow killed six soldiers.", 6, "Dhobley"),
        ("Air defences shot down six drones over the Saudi south.", 6, "Saudi south"),
        ("Seven soldiers were hurt in Pakistan, and Chaman shelling claimed four lives.", 4, "Chaman"),
        (
            "An Israeli strike on a school in Gaza kills 14 after rocket attacks on southern Israel.",
            14,
            "Gaza",
        ),
    ],
    ids=[
        "hospital",
        "school",
        "a city's hospital",
        "ambush",
        "bazaar",
        "outposts",
        "held",
        "between",
        "linking",
        "the south",
        "its shelling",
        "after another",
    ],
)
def test_what_stands_beside_a_name_makes_it_a_place(text: str, value: float, place: str) -> None:
    assert figure_of(text, value).place == place


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("Five guards were killed in Pakistani shelling of Loy Hollen on Wednesday.", 5, "Loy Hollen"),
        (
            "Aircraft struck Houthi-controlled sites near Khor Hollen, killing nine fighters.",
            9,
            "Khor Hollen",
        ),
        ("Two sailors died in the attack on the M/V Corinth Hollen in the Red Sea.", 2, "Red Sea"),
        (
            "A blast hit a school in the village of Hollen. Another 31 people were hurt, said Irva Malm, a doctor at "
            "the Dar Tarsin hospital.",
            31,
            "Hollen",
        ),
        (
            "Shells killed two people in the village of Hollen. Nine others were taken to the Dar Tarsin hospital.",
            9,
            "Hollen",
        ),
        (
            "Eleven drones were shot down over the Sumy region, while four hit a depot in the town of Tarsin.",
            11,
            "Sumy region",
        ),
    ],
    ids=["people", "whose", "ship", "its doctor", "taken to", "contrast"],
)
def test_what_only_looks_like_the_place_is_left(text: str, value: float, place: str | None) -> None:
    assert figure_of(text, value).place == place
