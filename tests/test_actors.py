"""Who did it: the side that a sentence names, and where the words around it may lend one."""

from __future__ import annotations

import pytest

from tests.reading import article_of


def actors(text: str) -> dict[str, str | None]:
    """The number words of each figure -> its actor."""
    article = article_of(text)
    return {article.text[f.start : f.end]: f.actor for f in article.figures}


@pytest.mark.parametrize(
    ("sentence", "number", "actor"),
    [
        ("The al-Qaeda-linked JNIM said it had killed 31 soldiers in Mondala.", "31", "JNIM"),
        ("The army said it had killed 20 of the attackers and recovered 35 rifles.", "20", "army"),
        ("The army said it had killed 20 of the attackers and recovered 35 rifles.", "35", "army"),
        ("Police said they rescued 28 passengers who had been kidnapped by gunmen.", "28", "police"),
        ("Ukraine's military said its drones hit a depot and destroyed two fuel tanks.", "two", "Ukraine"),
        ("A strike blamed on the paramilitary Rapid Support Forces killed six guards.", "six", "Rapid Support Forces"),
        ("Nineteen villagers were killed in an attack attributed to the ADF, officials said.", "Nineteen", "ADF"),
        ("A drone strike near Tell Warda killed two men, officials said, blaming Turkey.", "two", "Turkey"),
        ("A suicide bomber blew himself up outside a court, killing 12 people.", "12", "suicide bomber"),
        ("A government drone strike hit a school in Gedeb, killing 20 people.", "20", "government"),
        ("The military said 19 militants were killed in the exchange of fire.", "19", "military"),
        ("Two helicopters were shot down by rebels near Kassama, residents said.", "Two", "rebels"),
        ("It was a response to two missiles and five drones that the Houthis launched at Israel.", "two", "Houthis"),
        ("It added that the army lost four soldiers and recaptured five villages.", "five", "army"),
    ],
)  # fmt: skip
def test_the_sentence_names_who_did_it(sentence: str, number: str, actor: str) -> None:
    assert actors(sentence)[number] == actor


def test_attacks_that_were_repelled_were_not_the_defenders() -> None:
    assert actors("The General Staff said its forces repelled 17 attacks near Pishchana Balka.")["17"] is None


def test_a_part_was_done_by_whoever_did_the_whole() -> None:
    found = actors(
        "An Israeli strike on Khan Amal killed 10 people, medics said.\n\nSix of the dead were children."
    )
    assert found == {"10": "Israel", "Six": "Israel"}


def test_an_events_harm_was_done_by_the_one_named_for_some_of_it() -> None:
    found = actors(
        "Gunmen attacked the village of Tungar Bawa in Nigeria, killing 12 people, police said.\n\n"
        "A nurse in Tungar Bawa said 30 people were wounded in Tungar Bawa."
    )
    assert found == {"12": "gunmen", "30": "gunmen"}


def test_who_killed_the_attackers_did_not_attack() -> None:
    found = actors(
        "Nine villagers died in an attack on Mondala in Mali on Monday, a mayor said.\n\n"
        "The army said its soldiers had killed four militants in Mondala on Monday."
    )
    assert found["Nine"] is None


def test_a_country_at_war_is_not_lent_its_own_dead() -> None:
    found = actors(
        "MOSCOW — Air defences destroyed 58 Ukrainian drones over Russia, the Russian Defense Ministry said.\n\n"
        "In the village of Novaya Balka in the Belgorod Region, a drone hit a car, injuring two men, the governor said."
    )
    assert found["two"] != "Russia"


def test_a_dateline_is_not_the_one_who_acts() -> None:
    found = actors(
        "MANAMA, Bahrain – A frigate of Maritime Task Force Petrel shot down three attack drones on Dec. 2."
    )
    assert found["three"] == "Maritime Task Force Petrel"


@pytest.mark.parametrize(
    ("sentence", "number", "actor"),
    [
        ("Hezbollah militants fired three rockets from Lebanon at Kfar Zeita.", "three", "Hezbollah"),
        ("Militants fired three rockets from Syria at Kfar Zeita.", "three", "militants"),
        ("Gunmen freed nine officers in exchange for 14 detainees in Kassama.", "14", None),
        ("Air defences intercepted 15 drones over Odesa, mayor Vitalii Horban said.", "15", None),
        ("JNIM claimed to have killed 31 soldiers in Tin-Assa.", "31", "JNIM"),
        ("The army killed 20 rebels in Kassama. Three soldiers were also killed.", "Three", None),
        ("Israeli strikes killed nine people in Gaza. Four died of hunger, the ministry said.", "Four", None),
    ],
)
def test_no_one_did_what_the_other_side_did_or_nobody(sentence: str, number: str, actor: str | None) -> None:
    assert actors(sentence)[number] == actor
