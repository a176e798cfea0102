"""What befell those counted, in the many ways in which it is worded: fallen, rounded up, put to flight, razed."""

import pytest
from reading import article_of


def measures(text: str) -> list[tuple[float, str]]:
    return [(f.value, f.measure) for f in article_of(text).figures]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Three gendarmes fell with their weapons in hand at the Warda post.", (3, "killed")),
        ("Two jawans embraced shahadat in the clash.", (2, "killed")),
        ("The commander boasted of having sent 1,200 rebels to the next world.", (1200, "killed")),
        ("The parish put 17 in the ground on Friday.", (17, "killed")),
        ("The town laid nine of its own to rest.", (9, "killed")),
        ("The raiders bayoneted six men.", (6, "killed")),
        ("Among the fallen were two captains.", (2, "killed")),
        ("Death toll: 12", (12, "killed")),
        ("A couple and their two daughters, ages 6 and 9, were among those killed.", (2, "killed")),
        ("Four guards took bullets in the legs.", (4, "injured")),
        ("A dozen others were left nursing burns.", (12, "injured")),
        ("One guard died and four were wounded, including one seriously.", (1, "injured")),
        ("Twelve shepherds have yet to be found.", (12, "missing")),
        ("Eleven reservists threw down their rifles.", (11, "captured")),
        ("Four hilltop posts changed hands.", (4, "captured")),
        ("Troops were dislodged from six outposts.", (6, "captured")),
        ("The army now holds five positions on the ridge.", (5, "captured")),
        ("Three engineers were spirited across the border.", (3, "abducted")),
        ("The gang wants 40m naira for each of the 13 captives.", (13, "abducted")),
        ("The raiders went away with eight labourers.", (8, "abducted")),
        ("The police hauled in 21 marchers.", (21, "arrested")),
        ("Seven students were bundled into a police van.", (7, "arrested")),
        ("Nine traders are being questioned by the intelligence service.", (9, "arrested")),
        ("The mission welcomes the arrest on 4 May at Warda of thirteen suspects.", (13, "arrested")),
        ("The envoy welcomes the release on Monday by the rebels of 66 detainees.", (66, "released")),
        ("The junta granted amnesty to 1,400 inmates.", (1400, "released")),
        ("Fourteen pupils are back home after a month in captivity.", (14, "released")),
        ("The shelling put 1,500 villagers to flight.", (1500, "displaced")),
        ("The raid has sent 12,000 people fleeing toward the river.", (12000, "displaced")),
        ("Some 9,000 people have yet to return to their villages.", (9000, "displaced")),
        ("Around 3,400 people have moved to the fence of the peacekeepers' base.", (3400, "displaced")),
        ("The transit centre counted 5,400 new arrivals.", (5400, "displaced")),
        ("Shelling has driven 5,000 villagers into the forest.", (5000, "displaced")),
        ("The camp holds 12,000 people.", (12000, "displaced")),
        ("Floodwater marooned 2,500 people.", (2500, "affected")),
        ("The rebels let fly with 14 rockets.", (14, "launched")),
        ("Five drones came down under jamming.", (5, "shot_down")),
        ("Two drones made it past the defences.", (2, "hit")),
        ("There were six explosions in the night.", (6, "attacks")),
        ("Rebels staged four hit-and-run raids.", (4, "attacks")),
        ("This brings to 131 the number of rebel operations that the centre logged.", (131, "attacks")),
        ("Bombs turned eight houses into rubble.", (8, "destroyed")),
        ("One school building lies in ruins.", (1, "destroyed")),
        ("The militia burned 26 houses in Balka and the next day 12 more in Warda.", (12, "destroyed")),
        ("Shrapnel peppered two ambulances.", (2, "damaged")),
        ("Five trucks bear shrapnel marks.", (5, "damaged")),
        ("Two pickups fell into rebel hands.", (2, "lost_equipment")),
        ("Nine lorries were left behind by the fleeing soldiers.", (9, "lost_equipment")),
        ("The strike cut the lights to 11,000 customers.", (11000, "without_power")),
        ("Power has yet to be restored to 2,700 households.", (2700, "without_power")),
        ("Seventy buildings have gone cold.", (70, "without_heat")),
        ("Some 5,000 people have had their taps run dry.", (5000, "without_water")),
        ("A column of 120 soldiers entered Warda.", (120, "deployed")),
        ("Sixty additional blue helmets arrived on Thursday.", (60, "deployed")),
        ("Reinforcements of 200 men arrived.", (200, "deployed")),
        ("More than 1,500 policemen are on the streets.", (1500, "deployed")),
        ("The clash cost the garrison seven men.", (7, "killed")),
        ("A councillor counted seventeen guards at the burial.", (17, "killed")),
        ("The union hails the freeing on Friday of nine teachers held since March.", (9, "released")),
        ("The police raids landed fourteen youths in jail.", (14, "arrested")),
        ("Shelling has cut seven hamlets off from the road.", (7, "affected")),
        ("By evening four bunkers had fallen.", (4, "captured")),
        ("Foreign troops, who number about 19,600, will leave.", (19600, "deployed")),
        ("Two of the injured have since died.", (2, "killed")),
        ("The mortar round tore four people apart.", (4, "killed")),
        ("Nurses bandaged 17 marchers.", (17, "injured")),
        ("Radio contact was lost with five rangers.", (5, "missing")),
        ("Parents are waiting for word of 30 pupils.", (30, "missing")),
        ("Seventeen mutineers surrendered with two machine guns.", (17, "captured")),
        ("Seventeen mutineers surrendered with two machine guns.", (2, "lost_equipment")),
        ("The rebels took possession of two border posts.", (2, "captured")),
        ("Kidnappers grabbed five girls.", (5, "abducted")),
        ("Soldiers caught two infiltrators at the fence.", (2, "arrested")),
        ("Forty marchers spent the night in police cells.", (40, "arrested")),
        ("Twelve fishermen sailed home after a year in custody.", (12, "released")),
        ("Sixty prisoners of war walked across the bridge.", (60, "released")),
        ("Some 6,000 people are camped along the railway.", (6000, "displaced")),
        ("Helicopters lifted 35 villagers off the island.", (35, "evacuated")),
        ("About 25,000 people have run out of food.", (25000, "affected")),
        ("Six cruise missiles never reached their targets.", (6, "shot_down")),
        ("Three army sites took direct hits.", (3, "locations_hit")),
        ("The district was shelled 14 times overnight.", (14, "attacks")),
        ("The barrage brought down two pylons.", (2, "destroyed")),
        ("Fourteen hamlets have been without current since dawn.", (14, "without_power")),
        ("Taps are dry in four villages.", (4, "without_water")),
        ("Eight warships took up positions off the coast.", (8, "deployed")),
    ],
)  # fmt: skip
def test_the_words_say_what_befell_them(text: str, row: tuple[float, str]) -> None:
    assert row in measures(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The hospital took in 34 wounded.", (34, "injured")),
        ("The army sent nine wounded to the rear.", (9, "injured")),
        ("The team sent off two players.", (2, "other")),
        ("Some 200 residents have returned to their villages.", (200, "other")),
        ("Mediators are asking for the release of 17 hostages.", (17, "abducted")),
        ("Gunmen led 40 villagers into the forest.", (40, "abducted")),
        ("Power was restored to 5,000 homes.", (5000, "other")),
        ("Twenty mediators arrived in the capital for talks.", (20, "other")),
        ("Twelve soldiers fled across the border.", (12, "displaced")),
        ("The prison holds 215 prisoners.", (215, "captured")),
        ("The army caught the rebels off guard and lost two trucks.", (2, "lost_equipment")),
    ],
)
def test_like_words_of_something_else_are_told_apart(text: str, row: tuple[float, str]) -> None:
    assert row in measures(text)


def test_others_are_of_the_whole_and_not_of_the_part_told_between() -> None:
    text = "Nine people, including four members of the vigilante, were killed while 31 others were led into the bush."
    units = {figure.value: figure.unit for figure in article_of(text).figures}
    assert units == {9: "people", 4: "members", 31: "people"}


def test_houses_put_to_the_torch_are_destroyed() -> None:
    text = "Thirty-one houses in Hollen were put to the torch on Sunday."
    assert measures(text) == [(31, "destroyed")]
