"""Who a common noun is among the parties of an article, and how the one who acted is printed."""

from __future__ import annotations

import pytest

from tests.reading import article_of
from tests.test_actors import actors


@pytest.mark.parametrize(
    ("text", "number", "actor"),
    [
        # Named next by the same noun: the first are theirs.
        ("Militia fighters killed 18 farmers in Mondala on Monday, a chief said.\n\n"
         "Members of the CODECO militia came at dawn, he said.", "18", "CODECO"),
        ("Gunmen killed 18 farmers in Mondala on Monday, a chief said.\n\n"
         "Fighters from M23 took a town in another province last week.", "18", "gunmen"),
        # Those who attacked, not those whom they attacked.
        ("Suspected jihadists attacked the village of Mondala, killing nine people, a mayor said.\n\n"
         "The attackers also burned 16 granaries, he said.", "16", "jihadists"),
        ("JNIM fighters stormed a post manned by Wazalendo militiamen near Mondala.\n\n"
         "The attackers also burned 16 huts, he said.", "16", "JNIM"),
        # A group is called only what it may be called.
        ("The Syrian Democratic Forces raided a farm held by Islamic State near Tell Warda.\n\n"
         "The militants killed three guards, a resident said.", "three", "Islamic State"),
        ("The rebels of the M23 left the town. A day later the ADF came.\n\n"
         "The rebels killed three guards in Mondala, a resident said.", "three", "ADF"),
        # Who is only blamed or near by is not meant.
        ("Officials said the group is linked to Islamic State.\n\n"
         "The militants killed three guards in Mondala, a resident said.", "three", "militants"),
        ("Gunmen shot at a bus near Tell Warda. Officials blamed Islamic State for it.\n\n"
         "The gunmen also burned two cars, police said.", "two", "gunmen"),
    ],
)  # fmt: skip
def test_a_noun_is_one_of_the_parties_told_of(text: str, number: str, actor: str) -> None:
    assert actors(text)[number] == actor


def test_a_group_with_a_countrys_name_is_no_body_of_that_country() -> None:
    found = actors("The Syrian Democratic Forces said on Monday they had detained 11 men near Tell Warda.")
    assert found == {"11": "Syrian Democratic Forces"}


def test_forces_of_a_command_are_that_commands() -> None:
    found = actors(
        "On Sept. 8, CENTCOM forces conducted five airstrikes near Tell Warda, killing six operatives."
    )
    assert found == {"five": "CENTCOM", "six": "CENTCOM"}


def test_the_first_strike_is_one_of_those_on_the_whole_area() -> None:
    found = actors(
        "Israeli drones struck three cars in southern Lebanon on Tuesday, killing four people.\n\n"
        "The first strike hit a car on the road to Kfar Warda, killing two brothers."
    )
    assert found["two"] == "Israel"


@pytest.mark.parametrize(
    ("text", "number", "actor"),
    [
        # At home or against rebels, which arm of the state it was.
        ("Jordanian troops shot dead four smugglers near Tell Warda on Friday.", "four", "Jordan's troops"),
        ("The Nigerian army said its troops killed 17 insurgents near Gajibo Warda.", "17", "Nigeria's troops"),
        # In another's land and with weapons that fly, the country.
        ("Russian troops killed four people in Kharkiv, Ukraine's police said.", "four", "Russia"),
        ("Ukraine's army launched 40 drones at Russia overnight.", "40", "Ukraine"),
    ],
)  # fmt: skip
def test_a_state_that_acts_at_home_is_printed_with_its_arm(text: str, number: str, actor: str) -> None:
    assert actors(text)[number] == actor


def test_an_event_keeps_the_country_of_the_arm() -> None:
    article = article_of("Jordanian troops shot dead four smugglers near Tell Warda in Jordan on Friday.")
    assert [event.actor for event in article.events] == ["Jordan"]


def test_a_group_is_printed_as_the_text_has_it() -> None:
    text = "The Houthi rebels launched two missiles and five drones at a ship on Monday."
    assert set(actors(text).values()) == {"Houthi rebels"}
    assert set(actors(text + " The Houthis said so.").values()) == {"Houthis"}
