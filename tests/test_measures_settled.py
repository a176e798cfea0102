"""What befell those counted, in the words of agencies, local papers, commands and aid bodies; and what the verb's subject settles."""

import pytest
from reading import article_of


def rows(text: str) -> list[tuple[float, str | None, str]]:
    return [(f.value, f.unit, f.measure) for f in article_of(text).figures if f.measure != "age"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Nine paratroopers embraced martyrdom when militants attacked a convoy in Tirgal, the ministry said.", (9, "paratroopers", "killed")),
        ("Six policemen laid down their lives while fighting off the attackers.", (6, "policemen", "killed")),
        ("Four soldiers paid the supreme price during the encounter, the army said.", (4, "soldiers", "killed")),
        ("Security forces sent 14 terrorists to hell in two operations in Bandur.", (14, "terrorists", "killed")),
        ("Three terrorists bit the dust in the shootout, police said.", (3, "terrorists", "killed")),
        ("Seven bandits fell in the gun duel, a guard said.", (7, "bandits", "killed")),
        ("A mortar round snuffed out the lives of five siblings in Deir Warda.", (5, "siblings", "killed")),
        ("Hooded men burst into a bar in Tumal and shot dead four customers.", (4, "customers", "killed")),
        ("In Bakur, 22 militants and nine soldiers, among them a captain, have lost their lives since Friday.", (22, "militants", "killed")),
        ("The explosion left seven commuters nursing injuries.", (7, "commuters", "injured")),
        ("A further 40 residents came away with cuts from flying glass.", (40, "residents", "injured")),
        ("Bandits carted away cattle and herded 15 women into the bush.", (15, "women", "abducted")),
        ("Bandits kill six, whisk away 48 worshippers in Katuma", (48, "worshippers", "abducted")),
        ("Rebels had taken five foresters from Tamalpa.", (5, "foresters", "abducted")),
        ("Four priests are in the hands of their captors.", (4, "priests", "abducted")),
        ("The group set loose 14 truck drivers near the border.", (14, "truck drivers", "released")),
        ("Fifty inmates broke out of the town's prison during the attack.", (50, "inmates", "released")),
        ("Sixteen of the captives slipped away in the night.", (16, "captives", "released")),
        ("More than 600 families were sleeping in a schoolyard on Friday.", (600, "families", "displaced")),
        ("Nearly 900 people took to the bush after the raid.", (900, "people", "displaced")),
        ("Over 2,000 villagers had moved to a primary school in the next town.", (2000, "villagers", "displaced")),
        ("Some 18,000 people crossed the lake after the town fell.", (18000, "people", "displaced")),
        ("About 2,500 residents of two hamlets have been shifted to a tent camp.", (2500, "residents", "evacuated")),
        ("The army ordered 500 families out of the district.", (500, "families", "evacuated")),
        ("Since Monday, 96 people have been taken out of the border strip.", (96, "people", "evacuated")),
        ("The frigate recovered 12 mariners from life rafts.", (12, "mariners", "rescued")),
        ("A naval vessel took aboard 22 sailors of the stricken tanker.", (22, "sailors", "rescued")),
        ("Some 9,000 subscribers had their electricity cut.", (9000, "subscribers", "without_power")),
        ("Taps ran dry for 30,000 residents.", (30000, "residents", "without_water")),
        ("Artillery replied with 60 shells.", (60, "shells", "launched")),
        ("Troops hauled away 19 rifles and two mortars.", (19, "rifles", "lost_equipment")),
        ("The whereabouts of three nurses are unknown.", (3, "nurses", "missing")),
        ("Nothing has been heard of eight drivers since the ambush.", (8, "drivers", "missing")),
        ("Police took 14 men in for questioning.", (14, "men", "arrested")),
        ("The army admitted the loss of seven men in the ambush.", (7, "men", "killed")),
        ("Troops accounted for 15 terrorists in the operation.", (15, "terrorists", "killed")),
        ("Forty people lost limbs to mines last year.", (40, "people", "injured")),
        ("Two medics were peppered with shrapnel.", (2, "medics", "injured")),
        ("The militia is keeping nine oil workers in a camp.", (9, "oil workers", "abducted")),
        ("Insurgents made away with seven women.", (7, "women", "abducted")),
        ("Six hostages came home after 500 days.", (6, "hostages", "released")),
        ("The fighting has emptied the town of its 12,000 inhabitants.", (12000, "inhabitants", "displaced")),
        ("About 5,000 people spent the night in the open.", (5000, "people", "displaced")),
        ("Lights went out in 14 villages.", (14, "villages", "without_power")),
        ("Fire consumed 28 shops.", (28, "shops", "destroyed")),
        ("The blast shattered windows in 90 apartments.", (90, "apartments", "damaged")),
        ("Soldiers found 22 rifles hidden in a well.", (22, "rifles", "lost_equipment")),
        ("Some 24 rockets rained down on the town.", (24, "rockets", "launched")),
        ("The mission documented 37 casualties (12 killed and 25 injured).", (12, "people", "killed")),
        ("Three men, a nurse and two marines, were wounded; one remains hospitalized.", (1, "marines", "hospitalized")),
        ("Eight remain missing.", (8, "people", "missing")),
        ("The attackers slit the throats of 12 farmers.", (12, "farmers", "killed")),
        ("Nine soldiers were evacuated with wounds.", (9, "soldiers", "injured")),
        ("Some 320 families left for Warda City.", (320, "families", "displaced")),
        ("A helicopter lifted nine crew off the burning ship.", (9, "crew", "rescued")),
        ("Some 600 houses had their roofs torn off.", (600, "houses", "damaged")),
        ("The capital flew in 200 commandos.", (200, "commandos", "deployed")),
        ("A drone strike on a yard killed four boatmen.", (4, "boatmen", "killed")),
    ],
)  # fmt: skip
def test_new_words_tell_the_measure(text: str, row: tuple[float, str, str]) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Soldiers hauled away 22 young men in a dawn sweep of Jalbun.", (22, "men", "arrested")),
        ("Gunmen hauled away 22 young men from the village.", (22, "men", "abducted")),
        ("Jets hit a launch site near Sadar, destroying five drones and two boats.", (5, "drones", "destroyed")),
        ("The strikes destroyed six drones and a workshop.", (6, "drones", "destroyed")),
        ("Air defences destroyed six drones over the sea.", (6, "drones", "shot_down")),
        ("Norvian troops shelled the district 34 times over the day.", (34, "times", "attacks")),
        ("Voters called the office 34 times over the day.", (34, "times", "other")),
        ("The town came under attack seven times.", (7, "times", "attacks")),
        ("Rebels took 30 villagers to their camp in the hills.", (30, "villagers", "abducted")),
        ("The army moved 300 soldiers to a camp near the border.", (300, "soldiers", "deployed")),
        ("Six delegates came home with medals.", (6, "delegates", "other")),
        ("Twelve delegates walked out of the talks.", (12, "delegates", "other")),
        ("The unit dispatched 30 soldiers to the border.", (30, "soldiers", "deployed")),
    ],
)  # fmt: skip
def test_the_subject_of_a_verb_settles_its_measure(text: str, row: tuple[float, str, str]) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("The rebels handed over two nurses to the Red Cross.", None),
        ("The rebels took over three hills.", None),
        ("The rebels took over 200 hostages.", "over"),
        ("Troops recovered 22 belts and more than 400 rifles.", None),
    ],
)
def test_a_part_of_the_verb_bounds_nothing(text: str, modifier: str | None) -> None:
    assert article_of(text).figures[0].modifier == modifier
