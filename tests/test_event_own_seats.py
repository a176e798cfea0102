"""Figures that stand with a deed of their own, however near another one is told. All is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of


def seats(text: str, published: str = "2026-03-06") -> dict[str | None, list[float]]:
    """The values of the figures of each place's events."""
    found: dict[str | None, list[float]] = {}
    for _, place, values in events_of(text, published):
        found.setdefault(place, []).extend(values)
    return found


def whole_of(text: str, value: float) -> float | None:
    """The value of the figure that the one of `value` is a part of."""
    figures = article_of(text, "2026-03-06").figures
    values = {figure.id: figure.value for figure in figures}
    return next(values.get(f.part_of or "") for f in figures if f.value == value)


@pytest.mark.parametrize(
    "then",
    [
        "In Marsk, a drone fired at people who were gathering wood and killed a father and his son.",
        "- In the Ostmark region, debris fell on a depot in the town of Marsk.",
        "Outside Marsk, gunmen shot dead a teacher.",
    ],
)
def test_a_scene_of_its_own_is_not_where_the_last_strike_was(then: str) -> None:
    text = "An air strike on a car near the village of Hollen killed three people on 5 March 2026, medics said.\n\n"
    found = seats(text + then)
    assert found["Hollen"] == [3]
    assert 3 not in found.get("Marsk", [])


def test_the_known_bus_may_be_told_of_where_it_was() -> None:
    text = (
        "An air strike on a bus near the city of Hollen killed three people on 5 March 2026, medics said.\n\n"
        "In the village of Marsk, the bus had stopped for fuel when it was hit."
    )
    assert 3 not in seats(text).get("Karst", [])


@pytest.mark.parametrize("of", ["an old mine", "a grenade", "two gas bottles"])
def test_the_explosion_of_a_thing_is_told_for_the_first_time(of: str) -> None:
    text = (
        "Militants killed six soldiers in an ambush in the Karst desert on 5 March 2026.\n\n"
        f"One man was killed in the explosion of {of} near the village of Hollen on 5 March 2026."
    )
    assert seats(text)["Hollen"] == [1]


@pytest.mark.parametrize("verb", ["were killed", "have died", "were wounded"])
def test_the_attackers_are_no_victims_of_what_was_told_before(verb: str) -> None:
    text = (
        "Jets bombed the village of Hollen on 5 March 2026, killing two people and wounding nine.\n\n"
        "Separately, the brigade said a sabotage group had tried to enter the village of Marsk overnight. "
        f"Three of the attackers {verb}, it said."
    )
    assert 3 not in seats(text)["Hollen"]


@pytest.mark.parametrize("toll", ["put the toll there at 12", "put the number of dead there at 12"])
def test_a_toll_there_is_of_the_town_that_is_meant(toll: str) -> None:
    text = (
        "Troops pushed into the town of Hollen on 5 March 2026, while at least 17 people were killed by air strikes.\n\n"
        f"Most of the dead were in the town of Marsk, where houses were bombed before dawn. Medics {toll}."
    )
    found = seats(text)
    assert 12 in found["Marsk"]
    assert 12 not in found["Hollen"]


def test_missiles_are_no_launchers() -> None:
    text = (
        "Ostra fired 40 missiles at Norvia. Norvia said it had hit 11 missile launchers in western Ostra.\n\n"
        "All but three of the missiles were intercepted."
    )
    assert whole_of(text, 3) == 40


def test_a_kind_of_missile_is_told_by_its_name() -> None:
    text = "The navy fired 11 Kalibr missiles at the port. Nine of the Kalibrs were shot down."
    assert whole_of(text, 9) == 11


def test_no_rockets_are_of_a_bomb_that_was_laid() -> None:
    text = (
        "One soldier was killed and three were wounded by an explosive device in southern Gaza on 5 March 2026.\n\n"
        "Militants fired seven rockets at the town of Hollen on 5 March 2026, of which six were intercepted."
    )
    found = seats(text)
    assert {1, 3}.isdisjoint(found["Hollen"])
    assert set(found["Hollen"]) == {7, 6}


def test_a_gang_broken_up_in_a_province_is_the_one_ambushed_on_a_hill() -> None:
    text = (
        "The guards broke up a gang in the province of Karst, killing five of its members and arresting two others.\n\n"
        "The gang had crossed the border and was ambushed on the heights of Marsk early on 5 March 2026. "
        "Two policemen were killed in the clash."
    )
    assert {5, 2} <= set(seats(text)["Marsk"])


@pytest.mark.parametrize(
    "taken",
    [
        "Nine wounded people were evacuated to the capital, the mission said.",
        "The mission, for its part, evacuated nine seriously injured villagers by helicopter.",
    ],
)
def test_the_wounded_are_those_of_the_deed_that_wounded(taken: str) -> None:
    text = (
        "Rebels killed eight people and wounded fifteen in an attack on the village of Hollen on 5 March 2026.\n\n"
        "Soldiers ran into the rebels at the Marsk bridge at dawn. Three rebels were killed in the exchange of fire.\n\n"
    )
    found = seats(text + taken)
    assert 9 not in found.get("Marsk", [])
    assert 9 in found["Hollen"]


@pytest.mark.parametrize("when", ["this week", "since Thursday"])
def test_those_who_fled_in_the_days_of_a_deed(when: str) -> None:
    text = (
        "Shells killed nine people in the village of Hollen on Thursday.\n\n"
        "Six others were killed in the town of Marsk on Thursday, medics said.\n\n"
        f"About 2,300 people have fled Hollen {when}, the United Nations says."
    )
    found = [values for _, place, values in events_of(text, "2026-03-06") if place == "Hollen"]
    assert [9, 2300] in found


@pytest.mark.parametrize(
    "came",
    [
        "Around 12,000 people have arrived in the neighbouring locality of Ostrow since Sunday",
        "About 12,000 people crossed the river into Chad after that",
        "Some 12,000 villagers fled towards the town of Ostrow",
        "Nearly 12,000 people have taken refuge in the town of Ostrow",
        "Around 12,000 people, most of them women, have sought shelter in Ostrow",
    ],
)
def test_where_people_came_to_is_not_where_they_were_driven_out(came: str) -> None:
    text = (
        "Militia fighters killed 34 people in the village of Hollen on Sunday, officials said.\n\n"
        f"{came}, the refugee agency said."
    )
    found = [values for _, place, values in events_of(text, "2026-03-03") if place == "Hollen"]
    assert found == [[34, 12000]]


def test_those_who_came_since_a_day_were_driven_out_on_it() -> None:
    text = (
        "Militia fighters killed 34 people in the village of Hollen on Sunday, officials said.\n\n"
        "Gunmen killed two drivers near the town of Marsk on Monday.\n\n"
        "Around 12,000 people have arrived in the locality of Ostrow since Sunday, the refugee agency said."
    )
    found = seats(text, "2026-03-03")
    assert 12000 in found["Hollen"]
    assert 12000 not in found["Marsk"]


@pytest.mark.parametrize(
    "flown",
    [
        "Peacekeepers took 27 wounded people by helicopter to a hospital in Ostrow.",
        "The mission airlifted 27 wounded villagers to the city of Ostrow.",
    ],
)
def test_a_hospital_the_wounded_were_flown_to_is_not_where_they_were_hurt(flown: str) -> None:
    text = f"Militia fighters killed 34 people in the village of Hollen on Sunday, officials said. {flown}"
    found = seats(text, "2026-03-03")
    assert 27 in found["Hollen"]
    assert "Ostrow" not in found


def test_the_injured_of_the_town_that_is_told_are_no_part_of_another_towns() -> None:
    text = (
        "Gunmen entered the village of Hollen on 5 February 2026 and opened fire. Nineteen people were killed and 26 were injured.\n\n"
        "On 7 February 2026 the village of Marsk came under attack. Fourteen people were killed there. "
        "Eight of the injured reached the hospital."
    )
    found = seats(text, "2026-02-09")
    assert 8 in found["Marsk"]
    assert 8 not in found["Hollen"]
    assert whole_of(text, 8) is None
    (eight,) = [f for f in article_of(text, "2026-02-09").figures if f.value == 8]
    assert (eight.place, eight.date_to) == ("Marsk", "2026-02-07")


def test_the_injured_told_on_of_one_deed_are_a_part_of_its_count() -> None:
    text = (
        "A bomb killed 19 people and injured 26 at a fair in the town of Hollen on 5 February 2026.\n\n"
        "Fourteen of the dead were children. Eight of the injured are in a serious condition."
    )
    assert whole_of(text, 8) == 26
    assert 8 in seats(text, "2026-02-09")["Hollen"]


def test_those_named_without_a_number_are_not_those_counted_above() -> None:
    text = (
        "Police arrested seven men in the village of Hollen on Tuesday.\n\n"
        "Soldiers also took away the shepherds of a hamlet. Five of them were released on Wednesday."
    )
    assert whole_of(text, 5) is None
    again = "Police arrested seven men in the village of Hollen.\n\nRain fell. Five of them were released on Wednesday."
    assert whole_of(again, 5) == 7


@pytest.mark.parametrize(
    "lead", ["across the province of Karst", "in strikes throughout the province of Karst"]
)
def test_the_sum_over_a_land_is_not_of_the_one_town_that_part_of_it_died_in(lead: str) -> None:
    text = (
        f"At least 13 people were killed {lead} on 5 March 2026, medical sources said.\n\n"
        "Eight of the victims were shot dead by soldiers near an aid point in the town of Hollen on 5 March 2026."
    )
    found = seats(text)
    assert 8 in found["Hollen"]
    assert 13 not in found["Hollen"]


@pytest.mark.parametrize(
    "counted",
    ["has separately announced six fighters killed", "separately said six fighters had been killed"],
)
def test_what_is_said_separately_is_another_count_of_one_deed(counted: str) -> None:
    text = (
        "Troops cleared a cave in Karst province on 5 March 2026. Five fighters were killed. Three soldiers were wounded. "
        f"The command {counted} at the same place."
    )
    assert [5, 3, 6] in [values for _, _, values in events_of(text, "2026-03-06")]
