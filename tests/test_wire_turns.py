"""Turns of phrase of the wire that hide who says it, what was counted, or of what it is a part."""

import pytest
from reading import article_of, figure_of, plain

from extract.model import Figure


def figures(text: str) -> dict[float, Figure]:
    return {figure.value: figure for figure in article_of(text, "2026-03-03").figures}


def wholes(text: str) -> dict[float, float | None]:
    """Each value, and the value of the figure it is a part of."""
    found = article_of(text, "2026-03-03").figures
    values = {figure.id: figure.value for figure in found}
    return {figure.value: values[figure.part_of] if figure.part_of else None for figure in found}


# ---------------------------------------------------------------- who says it


def test_medics_claim_the_deaths_whose_verb_the_parse_took_for_a_participle() -> None:
    text = (
        "MERAN, March 3 (Reuters) - Israeli airstrikes killed at least 14 Palestinians, among them five children, "
        "in the central Gaza town of Bir Tarma on Tuesday, medics said."
    )
    assert {value: figure.claimant for value, figure in figures(text).items()} == {14: "medics", 5: "medics"}


@pytest.mark.parametrize("hearer", ["WAFA", "reporters"])
def test_a_role_and_a_name_behind_the_object_are_who_tells(hearer: str) -> None:
    text = (
        "Settlers torched four vehicles and uprooted about 150 olive trees, the head of the village council, "
        f"Ghassan Merhi, told {hearer}."
    )
    assert {figure.claimant for figure in figures(text).values()} == {"Ghassan Merhi"}


def test_a_station_that_is_told_is_the_channel() -> None:
    text = "The mayor, Jean Dorvelan, told Radio Kessara that 12 residents were killed in the attack."
    assert figure_of(text, 12).channel == "Radio Kessara"
    assert figure_of(text.replace("Radio Kessara", "Agence Kessara"), 12).channel is None


# ---------------------------------------------------------------- what was counted


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The attackers, riding in three pick-ups, opened fire on the checkpoint.", 3, "pick-ups"),
        ("Police in the town reported 12 break-ins after the raid.", 12, "break-ins"),
        ("They seized four pick-up trucks in the raid.", 4, "trucks"),
    ],
)
def test_a_noun_made_of_a_verb_and_its_particle_is_kept_whole(text: str, value: float, unit: str) -> None:
    assert figure_of(text, value).unit == unit


def test_regions_over_which_drones_are_destroyed_are_not_destroyed() -> None:
    found = figures("Air defences destroyed 97 drones over seven regions overnight, the ministry said.")
    assert (found[97].measure, found[7].measure) == ("shot_down", "other")


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("According to the army, 14 militants were sent to hell in the operation.", 14, "killed"),
        (
            "The spokesman said 27 of the injured had been shifted to the district hospital.",
            27,
            "hospitalized",
        ),
        ("He said two of his daughters were among those taken.", 2, "abducted"),
        ("Villagers said nine herders were among the kidnapped.", 9, "abducted"),
    ],
)
def test_what_happened_to_them(text: str, value: float, measure: str) -> None:
    assert figure_of(text, value).measure == measure


def test_those_said_to_be_among_the_dead_after_others_without_a_number() -> None:
    text = (
        "Norvia exchanged 146 prisoners of war on Tuesday, the ministry said.\n\n"
        "Its envoy said those freed included soldiers, border guards and eight civilians.\n"
    )
    assert figure_of(text, 8).measure == "released"
    assert wholes(text) == {146: None, 8: 146}


def test_a_family_of_six_among_the_dead() -> None:
    text = "Eleven people were killed in the shelling of Wad Tarma. The group said the dead included a family of six."
    six = figure_of(text, 6)
    assert (six.measure, six.unit) == ("killed", "people")
    assert wholes(text)[6] == 11


# ---------------------------------------------------------------- of what it is a part


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The air force said 113 drones were launched. It said 89 of the drones had been shot down, "
            "with 24 hitting targets in nine locations.",
            {113: None, 89: 113, 24: 113, 9: None},
        ),
        (
            "Eleven people were wounded in Givat Tamar. Three of them, two women and a baby, "
            "were in serious condition.",
            {11: None, 3: 11, 2: 3},
        ),
        (
            "Clashes in Qanat Merza have left more than 350 people dead, the monitor said. They include "
            "79 fighters and 55 civilians, 27 of whom were summarily executed, it said.",
            {350: None, 79: 350, 55: 350, 27: 55},
        ),
    ],
)
def test_parts_and_their_wholes(text: str, parts: dict[float, float | None]) -> None:
    assert wholes(text) == parts


def test_one_of_those_launched() -> None:
    text = (
        "The missile was one of 22 launched at Norvia overnight, 15 of which were intercepted, the army said."
    )
    found = figures(text)
    assert [(found[v].measure, plain(found[v].unit)) for v in (22, 15)] == [
        ("launched", "missiles"),
        ("shot_down", "missiles"),
    ]
    assert wholes(text)[15] == 22
