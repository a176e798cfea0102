"""What is counted without a place or a day of its own is of the deed being told. All officials and attacks are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of

_LEAD = "Gunmen overran the police station in the town of Hollen on 5 March 2026, killing four officers.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        _LEAD + "The police gave another count, saying nine residents had died.",
        _LEAD + '"They knew every door," said a baker.\n\nThe governor said 30 houses had been burned down.',
        "Shells killed one man in the town of Marsk on 4 March 2026.\n\n"
        + _LEAD
        + "The army said that it had killed eight gunmen.",
    ],
    ids=["another count", "past a quote", "after another town"],
)
def test_a_count_without_place_and_day_is_of_what_is_being_told(text: str) -> None:
    last = article_of(text).figures[-1]
    (home,) = (e for e in article_of(text).events if last.id in e.figures)
    assert (home.place, home.date_to) == ("Hollen", "2026-03-05")
    assert (last.place, last.date_to) == ("Hollen", "2026-03-05")


@pytest.mark.parametrize(
    "more",
    [
        "Elsewhere, an ambush killed three soldiers.",
        "Shells killed three people in the town of Marsk.",
        "Fighting in the region has killed 700 people since January.",
    ],
)
def test_another_deed_is_not_what_was_being_told(more: str) -> None:
    article = article_of(_LEAD + more)
    assert [len(e.figures) for e in article.events if e.place == "Hollen" and "overran" in e.summary] == [1]


def test_the_same_count_in_another_town_does_not_repeat_a_headline() -> None:
    text = (
        "Six Soldiers Killed in Hollen\n\nSix soldiers died when a bomb hit a truck in the town of Hollen on 5 March 2026.\n\n"
        "Gunmen shot dead five people in the town of Marsk on 4 March 2026. One more man of the town died in hospital, "
        "which raises the death toll to six, the mayor of Marsk said."
    )
    found = {place: values for _, place, values in events_of(text)}
    assert found["Hollen"] == [6, 6]
    assert found["Marsk"] == [5, 1, 6]


@pytest.mark.parametrize(
    "more",
    [
        "Seven people were still missing on 6 March 2026, the mayor said.",
        "Some 600 families were sheltering in a school on 7 March 2026.",
        "About 2,000 homes were left without power.",
    ],
)
def test_what_lasts_after_a_deed_is_of_it_whatever_day_it_is_told_of(more: str) -> None:
    article = article_of(_LEAD + more)
    (event,) = (e for e in article.events if e.figures and e.kind != "outage")  # the lights are told of both
    assert (event.place, len(event.figures)) == ("Hollen", 2)


def test_what_a_strike_left_behind_in_the_area_around_is_of_the_strike_told_with_its_name() -> None:
    text = (
        "Warplanes carried out seven raids on the village of Marsk, in the Tamber region, on 5 March 2026, wounding five people.\n\n"
        "Rockets were fired at the town of Hollen on 5 March 2026, killing two people.\n\n"
        "The fall of a power line during the raids on the Tamber region left 14 villages without power."
    )
    found = {place: values for kind, place, values in events_of(text) if values and kind != "outage"}
    assert found == {"Marsk": [7, 5, 14], "Hollen": [2]}


def test_harm_in_one_of_the_towns_that_a_salvo_was_fired_at_is_of_the_salvo() -> None:
    text = (
        "Militants fired 37 rockets at the towns of Hollen and Marsk on 5 March 2026. "
        "Most fell in open fields. One struck a bus in the town of Hollen, wounding three people."
    )
    assert [values for _, _, values in events_of(text)] == [[37, 1, 3]]


@pytest.mark.parametrize("turn", ["Elsewhere", "Meanwhile", "Separately"])
def test_a_deed_told_after_a_turn_is_not_the_region_before_told_more_nearly(turn: str) -> None:
    text = (
        "Gunmen killed four people in the Tamber region on 5 March 2026.\n\n"
        f"{turn}, troops repelled an attack on a base in the town of Hollen.\n\nSome 22 fighters were killed, the army said."
    )
    found = [values for _, _, values in events_of(text) if values]
    assert found == [[4], [22]]


def test_a_count_of_the_last_hours_is_not_of_the_raid_told_before_it() -> None:
    text = (
        "Settlers raided the village of Hollen on 5 March 2026, injuring five people in the attack.\n\n"
        "Hospitals received the bodies of 22 people over the past 24 hours, the health ministry said."
    )
    assert [values for _, place, values in events_of(text) if place == "Hollen" and 5 in values] == [[5]]


def test_those_who_fled_a_village_tell_where_in_the_region_the_fight_was() -> None:
    text = (
        "Fighting between two clans over a well in the region of Galgaduud left 16 people dead on 5 March 2026. "
        "Some 800 families have fled the village of Hollen, elders said."
    )
    assert [(place, values) for _, place, values in events_of(text)] == [("Hollen", [16, 800])]


def test_what_else_is_counted_in_one_of_several_villages_is_of_the_attack_on_them() -> None:
    text = (
        "Attacks on the villages of Hollen and Marsk killed 38 people on 5 March 2026. "
        "More than 600 shelters were burned in the village of Hollen alone."
    )
    assert [values for _, _, values in events_of(text)] == [[38, 600]]


def test_a_headlines_dead_are_of_the_town_that_it_names_and_not_of_the_first_event_of_the_day() -> None:
    text = (
        "Two Killed in Marsk, Depot Burns in Hollen\n\n6 March 2026\n\n"
        "Drones damaged three houses in the town of Hollen on 6 March 2026.\n\n"
        "Shells wounded eight people in the town of Marsk on 5 March 2026."
    )
    found = {place: values for _, place, values in events_of(text)}
    assert (found["Hollen"], found["Marsk"]) == ([3], [2, 8])


@pytest.mark.parametrize(
    ("count", "events"),
    [("9,200", [[9200, 9200, 38]]), ("9,000", [[9000], [9000, 38]])],
    ids=["exact", "round"],
)
def test_one_exact_count_of_the_same_days_is_of_one_attack(count: str, events: list[list[float]]) -> None:
    text = (
        f"Attacks on villages around the town of Hollen displaced {count} people on 5 March 2026, the agency said.\n\n"
        f"Some {count} people were displaced from the villages of Marsk and Tamber on 5 March 2026 by attacks. "
        "At least 38 people were killed in the attacks."
    )
    assert [values for _, _, values in events_of(text) if values] == events


def test_the_drones_of_a_night_are_not_of_the_shelling_that_is_counted_up_for_a_day() -> None:
    text = (
        "Over the past 24 hours troops shelled the Sumy region, wounding 58 people, the governor said on 5 March 2026.\n\n"
        "At night drones wounded four people in the region."
    )
    assert [values for _, _, values in events_of(text) if values] == [[58], [4]]
