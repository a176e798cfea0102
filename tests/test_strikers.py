"""Whose an unnamed strike is, whose deed the paragraph told last, and who takes the arms of whom."""

from __future__ import annotations

import pytest

from tests.test_actors import actors


@pytest.mark.parametrize(
    ("text", "number", "actor"),
    [
        # One side alone strikes in the article.
        ("Israeli airstrikes hit the Gaza Strip on Monday, medics said.\n\n"
         "A strike on a tent in Deir Warda killed seven people.", "seven", "Israel"),
        # The army of the land, which answers for its air strikes.
        ("YANGON - An airstrike on a village in Sagaing, Myanmar, killed nine people on Monday.\n\n"
         "The military did not comment on the airstrike.", "nine", "Myanmar"),
        # Two sides strike, nobody knows, or who is struck tells of it.
        ("Russian and Ukrainian strikes went on. Ukrainian drones hit a depot.\n\n"
         "A strike on a farm near Warda killed seven people.", "seven", None),
        ("Israeli airstrikes hit the Gaza Strip on Monday.\n\n"
         "A drone strike on a car near Warda killed two men. It was unclear who was behind it.", "two", None),
        ("Iranian missiles hit a port on Monday.\n\nIran said that it answered a drone strike that killed four men in Warda.",
         "four", None),
        # The deed told last in the paragraph, later than that of the last figure.
        ("Russian troops shelled Warda overnight, killing two people. Ukrainian forces struck an oil depot in "
         "return, causing a fire. One fireman was injured.", "One", "Ukraine"),
        ("The coalition struck the port of Warda, and the ministry said the raids killed nine workers.", "nine",
         "coalition"),
        ("In Warda, shelling by the rebels killed three children.", "three", "rebels"),
        ("A landmine planted by the militants killed four people near Warda.", "four", "militants"),
        # "Accused … and shot": the second verb is no accusation.
        ("Soldiers accused residents of helping the militia and shot dead 30 men.", "30", "soldiers"),
        # Hours after another deed.
        ("Seven people were killed in Warda when a lorry exploded, hours after guerrillas raided a base.", "seven",
         None),
    ],
)  # fmt: skip
def test_who_struck(text: str, number: str, actor: str | None) -> None:
    found = actors(text)
    assert (found[number] if number in found else found[number.capitalize()]) == actor


def test_arms_are_taken_by_those_who_raided() -> None:
    found = actors(
        "The Syrian Democratic Forces raided a farm near Tell Warda and captured an ISIS planner. "
        "Eleven rifles were recovered at the site."
    )
    assert found["Eleven"] == "Syrian Democratic Forces"


def test_who_attacked_did_not_rescue() -> None:
    found = actors("Gunmen attacked a bus in Warda, killing three people. Peacekeepers evacuated 27 people.")
    assert found == {"three": "gunmen", "27": "peacekeepers"}


def test_the_group_is_no_army_that_spoke_before() -> None:
    found = actors(
        "Somali forces killed 70 al-Shabab militants, the Somali army said.\n\n"
        "The group claimed to have killed 60 soldiers."
    )
    assert found["60"] == "al-Shabab"
