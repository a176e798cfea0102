"""Whose an army is that has no country beside it, how a group is named, and who is no state."""

from __future__ import annotations

import pytest

from tests.test_actors import actors


@pytest.mark.parametrize(
    ("text", "number", "actor"),
    [
        # The body that the article prints first under either name.
        ("The paramilitary Rapid Support Forces seized the town of Warda.\n\n"
         "RSF fighters shelled a school there, killing six people.", "six", "Rapid Support Forces"),
        # People of a country are not the country.
        ("Israeli settlers attacked the hamlet of Khirbet Warda, burning three cars.", "three", "Israeli settlers"),
        # Who only holds a place, or only runs from it, did not strike it.
        ("Nigerian jets struck an island that was being used by extremists, destroying five boats.", "five",
         "Nigeria"),
        ("Junta jets bombed the town as troops retreated, killing 12 people.", "12", "junta"),
        # For whom a spokesman speaks.
        ("A junta spokesman said 18 rebels were killed near Warda.", "18", "junta"),
        # Said of the deed by others than who did it.
        ("A drone struck a mosque in Warda, killing nine people, with reports attributing the attack to the RSF.",
         "nine", "RSF"),
        # Hideouts are destroyed by those who look for them.
        ("ISIS militants killed three soldiers in Warda. Some 14 hideouts were destroyed.", "14", None),
        # Whose men they are, behind or before the word for them.
        ("Raiders from the Lokwaru community killed 20 people in Warda.", "20", "Lokwaru"),
        ("A bomber dispatched by al-Shabaab blew himself up in Warda, killing eleven people.", "eleven", "al-Shabaab"),
        ("Forces loyal to Karim Doule shelled the suburb of Warda, killing three people.", "three", "Karim Doule"),
        ("Members of the 700 Tambou gang kidnapped 16 passengers near Warda.", "16", "700 Tambou"),
        ("Members of a Haiti gang kidnapped twelve passengers near Warda.", "twelve", "gang"),
        ("A bomb planted by the Warda Republican Guards killed four guards.", "four", "Warda Republican Guards"),
        ("Soldiers of the garrison in Warda killed three rebels.", "three", "soldiers"),
        # The parse takes the verb for a participle that is said of the rebels.
        ("Rwandan-backed rebels executed at least 19 villagers in Warda.", "19", "rebels"),
        # Others than fighters: those whom no list of armed groups holds.
        ("Vigilantes killed eleven suspected kidnappers in a forest near Warda.", "eleven", "vigilantes"),
        ("Marines shot dead nine pirates off Warda.", "nine", "marines"),
        ("A Houthi drone struck a market in Warda, killing five people.", "five", "Houthis"),
    ],
)  # fmt: skip
def test_who_did_it(text: str, number: str, actor: str | None) -> None:
    assert actors(text)[number] == actor


def test_security_forces_without_a_country_are_those_of_the_army_that_tells() -> None:
    found = actors(
        "At least 13 militants were killed in two clashes in Warda, Pakistan's military said.\n\n"
        "Security forces raided a hideout near Warda on Monday, killing four militants, it said."
    )
    assert found["13"] == "Pakistan's security forces"


def test_an_army_is_that_of_the_land_where_no_other_has_acted() -> None:
    found = actors(
        "Nigerian jets killed five men near Maiduguri in Nigeria on Saturday.\n\n"
        "In Niamey, Niger, the army killed 31 attackers on Monday."
    )
    assert found["31"] == "Niger's army"
