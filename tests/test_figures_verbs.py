"""Which measure a verb or noun gives a number, over the field's whole vocabulary. Events and places are invented."""

import pytest

from extract.drafts import Draft
from extract.numerals import read_drafts
from extract.parse import parse_text
from extract.parts import link_parts


def read(text: str) -> list[Draft]:
    drafts = read_drafts(parse_text(text))
    link_parts(text, drafts)
    return drafts


def first(text: str) -> tuple[float, str, str | None]:
    draft = read(text)[0]
    return draft.number.value, draft.measure, draft.unit


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Masked men gunned down nine hawkers at a stall in Odrava.", (9, "killed", "hawkers")),
        ("Fifteen worshippers perished when the roof fell in.", (15, "killed", "worshippers")),
        ("Three of the patients succumbed to their wounds.", (3, "killed", "patients")),
        ("Raiders hacked to death 24 villagers in Belzane.", (24, "killed", "villagers")),
        ("Guards hacked five farmers to death.", (5, "killed", "farmers")),
        ("Snipers picked off two scouts.", (2, "killed", "scouts")),
        ("Six men were crushed to death at the gate.", (6, "killed", "men")),
        ("The bombing took the lives of 13 people.", (13, "killed", "people")),
        ("Two soldiers paid with their lives.", (2, "killed", "soldiers")),
        ("Crews pulled 23 bodies from under the debris.", (23, "killed", "bodies")),
        ("The monitor recorded the killing of 61 soldiers.", (61, "killed", "soldiers")),
        ("Fifteen people drowned off the coast.", (15, "killed", "people")),
        ("The army lost four soldiers.", (4, "killed", "soldiers")),
        ("The army lost 240 soldiers.", (240, "casualties", "soldiers")),
        ("Militants maimed seven herders.", (7, "injured", "herders")),
        ("Twelve people were hit by shrapnel.", (12, "injured", "people")),
        ("Eleven people sustained burns.", (11, "injured", "people")),
        ("Sixteen sailors remain unaccounted for.", (16, "missing", "sailors")),
        ("The militia captured nine soldiers.", (9, "captured", "soldiers")),
        ("Rebels overran three army outposts.", (3, "captured", "army outposts")),
        ("Rebels seized control of two mining towns.", (2, "captured", "mining towns")),
        ("Bandits kidnapped 27 pupils at gunpoint.", (27, "abducted", "pupils")),
        ("Raiders made off with 88 students.", (88, "abducted", "students")),
        ("Gunmen took 18 passengers hostage.", (18, "abducted", "passengers")),
        ("Police said 19 people were in custody.", (19, "arrested", "people")),
        ("Agents nabbed five suspects.", (5, "arrested", "suspects")),
        ("The army rounded up more than 300 men.", (300, "arrested", "men")),
        ("Eight hostages walked free.", (8, "released", "hostages")),
        ("Fourteen girls regained their freedom.", (14, "released", "girls")),
        ("The fighting uprooted 9,000 households.", (9000, "displaced", "households")),
        ("Some 3,000 people are sheltering in schools.", (3000, "displaced", "people")),
        ("About 700,000 people were left homeless.", (700000, "displaced", "people")),
        ("Authorities bused 600 residents out of the villages.", (600, "evacuated", "residents")),
        ("Coast guards plucked 61 migrants from the sea.", (61, "rescued", "migrants")),
        ("Three girls were pulled alive from the rubble.", (3, "rescued", "girls")),
        ("Up to nine people could be under the rubble.", (9, "missing", "people")),
        ("His two sons sustained bruises.", (2, "injured", "sons")),
        ("Four traders were held for hours and let go without charge.", (4, "arrested", "traders")),
        ("Six girls were taken to cook for the rebels.", (6, "abducted", "girls")),
        ("The war has forced more than 9 million people from their homes.", (9e6, "displaced", "people")),
        ("The shells caused the burning of 90 hives.", (90, "destroyed", "hives")),
        ("Residents said 19 people, among them a boy, had been buried in Odrava.", (19, "killed", "people")),
        ("Six rebels were handed over for two officers.", (6, "released", "rebels")),
        ("Seven mujahideen were martyred.", (7, "killed", "mujahideen")),
        ("Odrava, home to three million people, is an area held by rebels.", (3e6, "other", "people")),
        ("Thirteen children were admitted with burns.", (13, "hospitalized", "children")),
        ("Ten wounded men were airlifted to a hospital.", (10, "hospitalized", "men")),
        ("Cholera infected 61,000 people.", (61000, "affected", "people")),
        ("The storm cut off 14 villages.", (14, "affected", "villages")),
        ("About 180 rockets were lobbed at the town.", (180, "launched", "rockets")),
        ("Warplanes dropped six barrel bombs.", (6, "launched", "barrel bombs")),
        ("Radars tracked 11 missiles.", (11, "launched", "missiles")),
        ("Gunners swatted down 11 one-way attack drones.", (11, "shot_down", "attack drones")),
        ("Thirty-eight drones were lost to jamming.", (38, "shot_down", "drones")),
        ("Three rockets slammed into a block of flats.", (3, "hit", "rockets")),
        ("The town was hit by two bombs.", (2, "hit", "bombs")),
        ("Jets pounded 40 sites in the valley.", (40, "locations_hit", "sites")),
        ("The air force flew 40 sorties.", (40, "attacks", "sorties")),
        ("There were 62 combat engagements.", (62, "attacks", "combat engagements")),
        ("The blast gutted four shops.", (4, "destroyed", "shops")),
        ("Rioters torched 30 vehicles.", (30, "destroyed", "vehicles")),
        ("Two wells were put out of action.", (2, "destroyed", "wells")),
        ("The shells damaged eight classrooms.", (8, "damaged", "classrooms")),
        ("Looters ransacked 12 shops.", (12, "damaged", "shops")),
        ("Troops seized 14 rifles.", (14, "lost_equipment", "rifles")),
        ("Some 250,000 customers were in the dark.", (250000, "without_power", "customers")),
        ("The blackout hit some 90,000 people.", (90000, "without_power", "people")),
        ("Nearly 400 flats were left unheated.", (400, "without_heat", "flats")),
        ("Water supply was cut to 42,000 residents.", (42000, "without_water", "residents")),
        ("The junta mustered 4,000 fighters.", (4000, "deployed", "fighters")),
        ("The 900-strong garrison surrendered.", (900, "deployed", "people")),
    ],
)  # fmt: skip
def test_a_verb_gives_its_measure(text: str, row: tuple[float, str, str | None]) -> None:
    assert first(text) == row


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The victims included four children.", ["killed"]),
        ("Blast kills 32, wounds dozens", ["killed", "injured"]),
        ("Airstrike On Border Village Kills Dozens", ["killed"]),
        ("Four died at the scene and one in hospital.", ["killed", "killed"]),
        ("Four people were killed, compared with nine a year before.", ["killed", "killed"]),
        ("Losses amounted to 340 troops, four trucks and two howitzers.", ["casualties", "lost_equipment", "lost_equipment"]),
        ("The rebels freed 18 of the 22 hostages.", ["released", "abducted"]),
        ("All but three of the 12 rockets were intercepted.", ["hit", "launched"]),
        ("The raid destroyed 18 trucks and damaged 40 others.", ["destroyed", "damaged"]),
    ],
)  # fmt: skip
def test_numbers_of_one_sentence_each_have_their_measure(text: str, measures: list[str]) -> None:
    assert [draft.measure for draft in read(text)] == measures


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("His boat was among 23 that were burned.", "boats"),
        ("The shells, at least 15 of them, were fired from the hill.", "shells"),
        ("At least 26 people were killed, seven of them children.", "children"),
        ("The raid destroyed 18 trucks and damaged 40 others.", "trucks"),
        ("Patients rose to 4,500.", "patients"),
    ],
)
def test_a_noun_left_out_is_found_elsewhere(text: str, unit: str) -> None:
    assert read(text)[-1].unit == unit


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Of the eleven rockets fired, nine were intercepted and two fell in fields.", 9, 11),
        ("Of the eleven rockets fired, nine were intercepted and two fell in fields.", 2, 11),
        ("Twelve trucks were ambushed and four of them were set ablaze.", 4, 12),
        ("The strike killed 30 people. Of those, 12 died in the market.", 12, 30),
        ("Nine people were killed. Two of the victims died on the way.", 2, 9),
        ("Fourteen people were injured. Among the wounded were two nurses.", 2, 14),
        ("Fourteen of the city's 36 clinics were destroyed.", 14, 36),
    ],
)
def test_a_part_finds_its_whole_before_or_after_it(text: str, part: float, whole: float) -> None:
    drafts = {draft.number.value: draft for draft in read(text)}
    assert drafts[part].part_of is drafts[whole]


@pytest.mark.parametrize(
    "text",
    ["The assault on Ridge 402 went on.", "The Boeing 737 MAX took off.", "It is one of the region's largest ports."],
)  # fmt: skip
def test_names_and_ranks_are_no_figures(text: str) -> None:
    assert read(text) == []


def test_a_number_taken_back_is_no_figure() -> None:
    assert first("Not 12 but nine people were killed.") == (9, "killed", "people")


def test_items_that_add_up_to_a_number_told_before_are_its_parts() -> None:
    text = "Gunners downed 44 drones. Nineteen drones were downed over Odrava, 14 over Belzane and 11 over Kurmin."
    whole, *items = read(text)
    assert [item.part_of for item in items] == [whole] * 3


def test_a_deed_that_is_denied_is_not_read_as_done() -> None:
    assert first("Nine soldiers were not captured.")[1] == "other"


def test_what_happened_to_a_part_is_not_told_of_its_whole() -> None:
    whole, part = read("The field employs 1,100 people, of whom 350 were evacuated.")
    assert (whole.measure, part.measure) == ("other", "evacuated")
    assert part.part_of is whole
