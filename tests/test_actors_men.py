"""Men whom no list names as those who did it, those who suffered and did it not, and deeds told beside each other."""

import pytest
from reading import article_of


@pytest.mark.parametrize(
    ("text", "value", "actor"),
    [
        ("Hooded men burst into a billiard hall and shot dead five young people.", 5, "hooded men"),
        ("Masked youths torched 14 shops in the market.", 14, "masked youths"),
        ("A mob lynched two drivers.", 2, "mob"),
        ("Villagers shot dead three bandits.", 3, "villagers"),
        ("Suspected herdsmen attacked a community, killing 11 persons.", 11, "herdsmen"),
        ("Three men were seized and six others injured.", 6, None),
        ("Seven soldiers died and 13 were wounded when an explosive charge blew up their truck, the army said.", 13, None),
        ("Eight soldiers paid the supreme price, and five gun trucks were burnt.", 5, None),
        ("Seven soldiers embraced martyrdom and 12 terrorists were killed when militants attempted to storm two posts.", 7, "militants"),
        ("A drone strike killed 18 people in Gisha as gunmen seized a bus in Tulu.", 18, None),
        ("Six were killed when Israeli artillery replied.", 6, "Israel"),
        ("The ELN said six of its fighters died in the fighting.", 6, None),
        ("Resistance forces said they had overrun two posts, killing 23 regime soldiers.", 23, "Resistance forces"),
        ("Norvia's rebels attacked. The state police command said it had arrested 15 suspects.", 15, "state police command"),
        ("Five guards had been killed and a seminary damaged in Israeli shelling of Loy Warda, a spokesperson said.", 5, "Israel"),
        ("Al-Shabab attacked a base. The ministry said that 18 al-Shabab fighters were killed in a raid on Sunday.", 18, None),
        ("Two fishermen were killed when Israeli boats shelled the beach.", 2, "Israel"),
        ("Two more soldiers were killed and injured, sources said.", 2, None),
        ("The coalition announced the interception, early on Thursday, of six drones that the Houthis had launched.", 6, "coalition"),
        ("On Tuesday, Israel had released, through the Red Cross, ten fishermen whom it had captured.", 10, "Israel"),
        ("Some 38 rebels and 17 soldiers, among them a colonel, have lost their lives, a military source informed the agency.", 17, None),
        ("Militants launched 37 rockets at Israel. Air defences stopped 29. One struck a parked bus.", 1, "militants"),
        ("A suicide bomber killed 14 recruits.", 14, "suicide bomber"),
    ],
)  # fmt: skip
def test_who_did_it(text: str, value: float, actor: str | None) -> None:
    figure = next(f for f in article_of(text).figures if f.value == value)
    assert figure.actor == actor
