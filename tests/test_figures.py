"""Figures: what is counted, what happened to it, and what is a part of what. Events and officials are invented."""

import pytest

from extract.drafts import Draft
from extract.numerals import read_drafts
from extract.parse import parse_text
from extract.parts import link_parts, link_repeats


def read(text: str) -> list[Draft]:
    parsed = parse_text(text)
    drafts = read_drafts(parsed)
    link_parts(text, drafts)
    link_repeats(drafts)
    return drafts


def row(draft: Draft) -> tuple[float, str, str | None]:
    return draft.number.value, draft.measure, draft.unit


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Four people were killed and 17 were injured.",
            [(4, "killed", "people"), (17, "injured", "people")],
        ),
        ("The raid killed eight people, injuring 46.", [(8, "killed", "people"), (46, "injured", "people")]),
        ("It was an attack that killed eight.", [(8, "killed", "people")]),
        ("Officials confirmed the deaths of three soldiers.", [(3, "killed", "soldiers")]),
        ("The blast left 12 dead and 30 wounded.", [(12, "killed", "people"), (30, "injured", "people")]),
        ("The death toll rose to 31 from 28.", [(31, "killed", "people"), (28, "killed", "people")]),
        ("The barrage had a death toll of 38.", [(38, "killed", "people")]),
        ("Forty fighters were killed or wounded.", [(40, "casualties", "fighters")]),
        ("Nine aid workers were abducted by gunmen.", [(9, "abducted", "aid workers")]),
        ("Police arrested 14 suspects.", [(14, "arrested", "suspects")]),
        ("The shelling displaced 4,000 families.", [(4000, "displaced", "families")]),
        ("Some 300 homes were left without power.", [(300, "without_power", "homes")]),
        ("More than 90 buildings lost heating.", [(90, "without_heat", "buildings")]),
        ("The army fired 60 rockets at the port.", [(60, "launched", "rockets")]),
        ("Air defenses intercepted 44 drones.", [(44, "shot_down", "drones")]),
        ("Six missiles struck the depot.", [(6, "hit", "missiles")]),
        ("Twelve drones hit nine locations.", [(12, "hit", "drones"), (9, "locations_hit", "locations")]),
        ("Warplanes carried out ten airstrikes.", [(10, "attacks", "airstrikes")]),
        (
            "The strike destroyed five tanks and three trucks.",
            [(5, "destroyed", "tanks"), (3, "destroyed", "trucks")],
        ),
        ("Twenty houses were damaged.", [(20, "damaged", "houses")]),
        (
            "The wave included 20 drones, 36 cruise missiles and three ballistic missiles.",
            [(20, "launched", "drones"), (36, "launched", "cruise missiles"), (3, "launched", "missiles")],
        ),
    ],
)
def test_a_number_takes_its_measure_and_unit(text: str, rows: list[tuple[float, str, str | None]]) -> None:
    assert [row(draft) for draft in read(text)] == rows


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("They launched 131 rockets, of which 106 were shot down.", 106, 131),
        ("The army shot down 141 drones, nine of which were over the capital.", 9, 141),
        ("At least 22 people were injured, including two children.", 2, 22),
        ("At least 22 people were injured, with 12 being taken to hospital.", 12, 22),
        ("Air defenses destroyed 15 of the 20 drones.", 15, 20),
        ("Fourteen villagers were killed, among them three women.", 3, 14),
        ("Since May the force has conducted 37 strikes: 22 in Syria and 15 in Iraq.", 22, 37),
        (
            "More than 3.3 million people fled Veska. Of these, an estimated 200,000 fled to Halim.",
            200_000,
            3_300_000,
        ),
        ("At least 500 people were displaced from Halim. Of these, 200 were injured.", 200, 500),
    ],
)
def test_a_part_points_at_its_whole(text: str, part: float, whole: float) -> None:
    drafts = {draft.number.value: draft for draft in read(text)}
    assert drafts[part].part_of is drafts[whole]
    assert drafts[whole].part_of is None


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were killed and 39 injured.",
        "It hit 20 drones and 36 missiles.",
        "Since then 83 people have been killed in Iran and 21 in Israel.",
    ],
)
def test_numbers_side_by_side_are_no_parts(text: str) -> None:
    assert [draft.part_of for draft in read(text)] == [None, None]


def test_a_measure_fits_its_noun() -> None:
    rows = [row(draft) for draft in read("The convoy drove 350 km, and the rebels killed its three guards.")]
    assert rows == [(350, "distance", "km"), (3, "killed", "guards")]


@pytest.mark.parametrize(
    "text",
    [
        "It was one of the biggest attacks in months.",
        "One way or another it will end.",
        "No one was there.",
        "They met one day.",
    ],
)
def test_one_as_a_word_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_the_list_of_regions_takes_measure_and_unit_of_its_head() -> None:
    text = "The ministry said 58 drones were shot down: 26 over Belgorod, 15 over Bryansk and ten over Kursk."
    drafts = read(text)
    assert [row(draft) for draft in drafts] == [
        (58, "shot_down", "drones"), (26, "shot_down", "drones"), (15, "shot_down", "drones"), (10, "shot_down", "drones"),
    ]  # fmt: skip
    assert [draft.part_of for draft in drafts[1:]] == [drafts[0]] * 3


def test_a_number_told_again_is_the_same_figure() -> None:
    first, second = read("The raid killed 40 people. Officials said the 40 people were killed at dawn.")
    assert second.same_as is first


def test_offsets_hold_after_astral_characters() -> None:
    text = "🚨🚨 Breaking: 12 people were killed in “Old Town” — 𝔘nknown gunmen fled."
    (draft,) = read(text)
    assert text[draft.number.start : draft.number.end] == "12"
