"""Which event a figure stands with: a sum and its parts, an area and its town. All is invented."""

from __future__ import annotations

import pytest

from tests.reading import events_of


def _figures(text: str) -> dict[str | None, list[float]]:
    """The values of the figures of each place's events."""
    found: dict[str | None, list[float]] = {}
    for _, place, values in events_of(text):
        found.setdefault(place, []).extend(values)
    return found


def test_those_who_came_were_the_attack_that_killed() -> None:
    text = (
        "Some thirty gunmen were deployed in the town of Hollen on 5 March 2026 and shot at traders at a fair.\n\n"
        "The mayor of Hollen put the number of villagers killed at 31."
    )
    kinds = {kind for kind, place, values in events_of(text) if 31 in values}
    assert kinds
    assert "other" not in kinds


def test_a_part_of_a_sum_is_told_again_in_its_own_town() -> None:
    text = (
        "Strikes killed 31 people across the province of Karst on 5 March 2026, including nine who had queued for flour.\n\n"
        "A strike killed 14 people in the town of Marsk.\n\n"
        "The nine were shot dead by soldiers near the town of Hollen. About 60 others were wounded there."
    )
    found = _figures(text)
    assert 31 not in found["Hollen"]
    assert {9, 60} <= set(found["Hollen"])


@pytest.mark.parametrize(
    "more",
    [
        "Lieutenant Orin Vask, an army spokesman in Karst, blamed rebels and said nine of the dead were children.",
        "The army's spokesman in Karst, Lieutenant Orin Vask, blamed rebels and said 33 bodies had been counted.",
        "Orin Vask, who heads a rights group in Karst, put the toll at 39.",
        "The Harl Observatory, a war monitor based in Norway, put the number of dead at 35.",
    ],
)
def test_where_those_sit_who_count_is_not_where_it_was(more: str) -> None:
    text = "Fighters killed 33 worshippers at a church in the town of Hollen, in Karst province, on 5 March 2026.\n\n"
    assert {place for _, place, values in events_of(text + more) if values} == {"Hollen"}


def test_the_countryside_of_a_city_is_not_the_city() -> None:
    text = (
        "Militants killed seven soldiers at a checkpoint in the eastern countryside of Aleppo on 5 March 2026, hours before "
        "a drone killed four people in northern Syria.\n\n"
        "The militants came on motorcycles and opened fire from both sides of the road in the village of Hollen, the army said."
    )
    found = {place: values for _, place, values in events_of(text)}
    assert found["Hollen"] == [7]


def test_men_on_the_ground_do_not_tell_where_a_drone_struck() -> None:
    text = (
        "A drone killed four people in northern Syria on 5 March 2026.\n\n"
        "Commandos raided the town of Hollen on 5 March 2026 and searched its houses."
    )
    assert 4 not in _figures(text).get("Hollen", [])


def test_the_wounded_flown_out_of_a_town_are_of_the_town() -> None:
    text = (
        "Gunmen ambushed a bus in the town of Hollen on 5 March 2026, killing 14 people.\n\n"
        "The mission said its helicopters flew eight people wounded at the crossing to Marsk for treatment."
    )
    assert "Marsk" not in _figures(text)


@pytest.mark.parametrize(
    "more",
    [
        "About 35 rockets were fired from Lebanon, 26 of which were intercepted, according to the Israeli military.",
        "Israel's air defences brought down seven of 10 rockets, the Israeli army said.",
    ],
)
def test_rockets_that_are_counted_with_the_town_they_hit_are_of_its_strike(more: str) -> None:
    text = "JERUSALEM - Rockets killed two farm workers in the town of Hollen, in northern Israel, on 5 March 2026. "
    first, *others = [(kind, values) for kind, _, values in events_of(text + more) if values]
    assert len(first[1]) == 3
    assert {kind for kind, _ in others} <= {"air_defence"}  # with which those shot down are listed, too


def test_drones_over_a_country_are_not_of_the_town_told_before() -> None:
    text = (
        "KYIV - A drone killed two women in the town of Hollen, in northern Ukraine, on 5 March 2026. "
        "Ukraine's air force said that Russia had launched 54 drones across the country overnight."
    )
    assert _figures(text)["Hollen"] == [2]


def test_a_house_of_another_town_is_that_towns_again() -> None:
    text = (
        "A missile killed nine people at a depot in the town of Hollen on 5 March 2026.\n\n"
        "A missile killed four people in the town of Marsk on 5 March 2026.\n\n"
        "Medics said 28 people had been wounded at the depot."
    )
    assert 28 in _figures(text)["Hollen"]


def test_herds_and_aircraft_are_counted_with_the_raid() -> None:
    text = (
        "Armed youths attacked a cattle camp in the town of Hollen on 5 March 2026, killing 20 people and driving off about 3,000 head of cattle.\n\n"
        "Jets struck the town of Marsk on 4 March 2026, wounding two people. The army said 14 aircraft had struck Marsk."
    )
    found = _figures(text)
    assert 3000 in found["Hollen"]
    assert 14 in found["Marsk"]


@pytest.mark.parametrize("land", ["Hollen forest", "Hollen mountains", "Hollen valley"])
def test_a_border_near_by_only_tells_where_a_forest_lies(land: str) -> None:
    text = (
        f"Army drones bombed a base in the {land}, near the Mauritanian border, on 5 March 2026. "
        "About 15 fighters were killed, the army said."
    )
    assert [place for _, place, values in events_of(text) if values] == [land]


def test_a_toll_by_another_after_an_event_that_counted_no_dead_is_read() -> None:
    text = (
        "Shells destroyed six houses in the town of Hollen on 5 March 2026. "
        "The rescue service put the death toll at nine."
    )
    assert events_of(text, "2026-03-06") == [("shelling", "Hollen", [6, 9])]
