"""Who did it, by the deed told in the sentence before: forces by their names, coalitions, the other side's missiles. All invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of


@pytest.mark.parametrize(
    ("deed", "actor"),
    [
        ("Coalition aircraft struck an ISIS camp in Wadi Sorvel.", "Coalition"),
        ("The coalition bombed an ISIS camp in Wadi Sorvel.", "coalition"),
        ("Iraqi security forces cleared an ISIS cave complex in Wadi Sorvel.", "Iraq's security forces"),
        (
            "Troops of the Iraqi Counter Terrorism Service, enabled by Coalition aircraft, cleared a cave in Wadi Sorvel.",
            "Iraq's Counter Terrorism Service",
        ),
    ],
)
def test_those_killed_fell_to_whoever_acted_in_the_sentence_before(deed: str, actor: str) -> None:
    figure = figure_of(f"In Iraq, fighting went on.\n\n{deed} Four operatives were killed.", 4)
    assert (figure.actor or "").casefold() == actor.casefold()


def test_what_is_seized_after_it_was_taken_by_the_same_force() -> None:
    text = (
        "In Iraq, Iraqi Security Forces, advised by the Coalition, cleared a cave complex in the Jabal Sorvel range. "
        "Seven suspected ISIS members were arrested and 15 mortar rounds were recovered."
    )
    assert {figure.actor for figure in article_of(text).figures} == {"Iraq's security forces"}


@pytest.mark.parametrize("force", ["special operations forces", "federal police", "border police"])
def test_a_force_is_told_by_its_arm(force: str) -> None:
    text = f"Iraqi {force} detained five suspected members of ISIS in Iraq in Hollen. Two have since been released."
    arm = "forces" if force.endswith("forces") else "police"
    assert [figure.actor for figure in article_of(text).figures] == [f"Iraq's {arm}"] * 2


def test_it_is_the_group_named_before_not_the_source_behind() -> None:
    text = "ISIS is still active in Iraq in the hills, where it has killed 29 Peshmerga, according to the Ministry of Peshmerga."
    assert figure_of(text, 29).actor == "ISIS"


def test_those_who_fly_for_a_state_did_not_wound_their_own() -> None:
    text = (
        "On Monday, CENTCOM forces raided a house near Tall Sorvel in Syria. Two armed men were killed. "
        "One U.S. service member was wounded."
    )
    assert [figure.actor for figure in article_of(text).figures] == ["CENTCOM", None]


def test_missiles_that_were_not_intercepted_are_the_other_sides() -> None:
    text = (
        "Iran fired about 40 missiles at Israel on Monday. All but three of the missiles fired at Israel were intercepted, "
        "the Israeli military said. Four people were hurt by falling debris, according to the Israeli ambulance service."
    )
    figure = figure_of(text, 4)
    assert (figure.place, figure.actor) == ("Israel", "Iran")


def test_an_ambulance_service_counts_the_hurt_of_its_own_country() -> None:
    text = (
        "Jets struck launchers in western Iran on Monday, killing nine people in the town of Tall Sorvel.\n\n"
        "Four people were hurt by debris, according to the Israeli ambulance service."
    )
    assert figure_of(text, 4).place == "Israel"


def test_a_brigade_that_counts_the_attackers_dead_killed_them() -> None:
    text = "The Hollen Brigade said three of the attackers were killed and one was taken prisoner."
    assert figure_of(text, 3).actor == "Hollen Brigade"


@pytest.mark.parametrize(
    "killed", ["The army said it killed 30 armed men at the clinic.", "At the clinic 30 people were killed."]
)
def test_a_clinic_that_was_struck_is_where_they_were_killed(killed: str) -> None:
    text = (
        "Shells hit a maternity clinic in Kafr Sorvel, in Syria's Idlib province, on Monday.\n\n"
        f"Soldiers detained 11 health workers at a checkpoint in Tell Olam on Tuesday.\n\n{killed}"
    )
    assert figure_of(text, 30).place == "Kafr Sorvel"


def test_a_clinic_to_which_the_hurt_came_is_not() -> None:
    text = (
        "Doctors at a clinic in Kafr Sorvel were busy. Soldiers shot at farmers in Tell Olam on Tuesday and wounded 11.\n\n"
        "Three of them died at the clinic."
    )
    assert figure_of(text, 3).place == "Tell Olam"


@pytest.mark.parametrize("forces", ["Israeli occupation forces", "Israeli forces"])
def test_the_forces_of_a_headline_are_those_that_the_report_names(forces: str) -> None:
    text = (
        "Two killed, 13 detained as occupation forces raid northern towns\n\n"
        f"NABLUS, March 16, 2021 - Two Palestinians were shot dead by {forces} in Kafr Sorvel on Tuesday."
    )
    assert {figure.actor for figure in article_of(text).figures} == {"Israel"}


def test_men_behind_a_when_are_not_those_told_before() -> None:
    text = (
        "More than 50 people were killed over the weekend when paramilitary fighters took the town of Umm Sorvel in Sudan. "
        "It is the third to fall to the Rapid Support Forces."
    )
    assert figure_of(text, 50).actor == "Rapid Support Forces"
