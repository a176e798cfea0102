"""Who did it is not who lost the men, who found them, who counts them or who helped them."""

import pytest
from reading import article_of


def actors(text: str) -> dict[float, str | None]:
    return {figure.value: figure.actor for figure in article_of(text).figures}


@pytest.mark.parametrize(
    ("text", "value", "actor"),
    [
        ("Vigilantes who pursued the bandits ran into an ambush near Warda and lost six of their members.", 6, None),
        ("Bandits ambushed vigilantes near Warda. The police put the number of vigilantes killed at four.", 4, "bandits"),
        ("A French frigate picked up 19 crew from a lifeboat. Three of them had burns.", 3, None),
        ("Bandits seized 23 people, and vigilantes freed 17 of them on Sunday. Three died in captivity.", 3, None),
        ("Peacekeepers found the bodies of 14 villagers after a raid by the Lord's Resistance Army.", 14, "Lord's Resistance Army"),
        ("Troops clashed with bandits who had kidnapped 21 travellers.", 21, "bandits"),
        ("The army said it had repelled an assault by M23 rebels; the rebels said they had lost six men.", 6, None),
        ("The tribunal has documented 4,310 kidnappings by the rebels.", 4310, "rebels"),
        ("Nine homes were damaged by shells fired from the Armenian side, prosecutors said.", 9, "Armenia"),
        ("The Air Component said its jets had struck a camp in the forest, destroying 18 motorcycles.", 18, "Air Component"),
        ("Israel struck 60 targets in Lebanon, killing 25, after Hezbollah rockets wounded three people in Haifa.", 25, "Israel"),
        ("Police clashed with gangs in the capital on Tuesday. Twelve suspected gang members were killed.", 12, "police"),
        ("Rebels captured 12 soldiers and the army 30 rebels.", 30, None),
    ],
)  # fmt: skip
def test_who_did_it(text: str, value: float, actor: str | None) -> None:
    assert actors(text)[value] == actor


def test_soldiers_who_fell_in_another_land_are_not_the_attackers() -> None:
    text = (
        "Israel bombed army tanks on the road into Sweida, in Syria, on Tuesday. Four soldiers were killed."
    )
    assert actors(text)[4] == "Israel"


def test_drones_eliminated_are_no_people() -> None:
    text = (
        "As many as 64 drones were intercepted overnight. Twenty-nine were eliminated over the Kursk region."
    )
    assert [(f.value, f.measure) for f in article_of(text).figures] == [(64, "shot_down"), (29, "shot_down")]
