"""Whose places are whose: quotations, goals, counts of months, exchanges, other counts. All attacks are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of


def test_a_place_inside_a_quotation_is_of_the_quotation_alone() -> None:
    text = (
        "Two guards were killed in Chah Sefid on Monday. A rights group said nine civilians had been shot, "
        'which the deputy governor dismissed as "nonsense from London".'
    )
    assert figure_of(text, 9).place == "Chah Sefid"


def test_where_some_were_evacuated_to_is_no_place_of_what_is_told_next() -> None:
    text = (
        "The attackers came to Fandou Bera on Sunday and killed 27 people. Five people were wounded, two of whom "
        "had been evacuated to Niamey, and the attackers burned 16 granaries.\n\nThe ministry gave a toll of 23 dead."
    )
    places = {f.place for f in article_of(text).figures}
    assert places == {"Fandou Bera"}


@pytest.mark.parametrize("answer", ["in response to", "in retaliation for", "to avenge"])
def test_what_an_attack_answers_happened_elsewhere(answer: str) -> None:
    text = (
        "A barrage of 50 rockets wounded seven people in the northern town of Kfar Oren.\n\n"
        f"The group said it fired them {answer} the killing of a commander in Beirut on Monday. Four hit homes."
    )
    assert figure_of(text, 4).place == "Kfar Oren"


@pytest.mark.parametrize(
    ("last", "value", "place"),
    [
        ("Violence has killed at least 1,031 Iraqis in May, the United Nations said.", 1031, "Iraq"),
        ("A total of 3,100 civilians were killed last year, it said.", 3100, "Iraq"),
        ("More than 60,000 people have fled their homes since February, it said.", 60000, "Iraq"),
    ],
)
def test_a_count_of_months_is_of_the_country_not_of_the_town_told_of(
    last: str, value: float, place: str
) -> None:
    text = f"Fighting in the Iraqi town of Husayba killed six people on Tuesday.\n\n{last}"
    assert figure_of(text, value).place == place


def test_a_war_with_its_years_told_between_commas_is_counted_for_its_country() -> None:
    text = (
        "Sudan's army shelled El Obeid on Monday, killing six.\n\n"
        "The war, which erupted in April 2023, has killed tens of thousands of people and uprooted more than 12 million."
    )
    figure = figure_of(text, 12_000_000)
    assert (figure.place, figure.place_why) == ("Sudan", "a count of the whole war")


def test_prisoners_freed_by_two_sides_are_not_of_the_town_shelled_that_day() -> None:
    text = (
        "Yemen's government and the Houthi movement freed 212 prisoners on Thursday, an aid group said. "
        "Hours earlier, shelling killed four people near the city of Marib, medics there said."
    )
    assert [f.place for f in article_of(text).figures] == ["Yemen", "Marib"]


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("Some 24,600 families had arrived in Tawira by Monday, the office said.", 24600, "Tawira"),
        ("In Phnom Penh, some 5,000 people marched in support of the army.", 5000, "Phnom Penh"),
        ("Nine were killed in Kumbara. About 400 lorries were stuck at the Sarwan crossing.", 400, "Sarwan"),
        ("Nine were killed in Kumbara. The governor has 30 advisers.", 30, None),
    ],
)
def test_other_counts_have_the_place_that_their_own_sentence_names(
    text: str, value: float, place: str | None
) -> None:
    assert figure_of(text, value).place == place


def test_what_a_capital_says_it_shot_down_came_down_on_its_own_land() -> None:
    text = (
        "In November, Russia launched 4,816 drones at Ukraine. Moscow said it shot down 2,391 Ukrainian drones "
        "in the same period."
    )
    assert figure_of(text, 2391).place == "Russia"


def test_the_city_is_rather_one_that_was_called_so_than_a_camp() -> None:
    text = (
        "At least 57 civilians were killed in shelling of a camp outside the besieged city of El Fasher.\n\n"
        "The network accused the group of firing 120 shells at Camp Umm Salal since Sunday.\n\n"
        "Air defences shot down six drones launched at the city on Tuesday night, the army said."
    )
    assert figure_of(text, 6).place == "El Fasher"


def test_a_town_and_a_region_in_one_list_are_both_kept() -> None:
    text = "The attacks yesterday in Baghdad and Diyala, which killed more than 40 people, were condemned."
    assert figure_of(text, 40).place == "Baghdad; Diyala"


def test_a_port_is_nearer_than_the_sea_it_lies_on() -> None:
    text = "Jets struck the port of Ras Qutar on Yemen's Red Sea coast on Monday, killing nine."
    assert figure_of(text, 9).place == "Ras Qutar"


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        (
            "Clashes in Dera woreda in the North Jarra zone of Ethiopia's Oromia region killed 23 people on Sunday.",
            23,
            "Dera woreda",
        ),
        (
            "Jihadists overran a camp in Djibara, in Burkina Faso's northern Boucle du Mouhoun region, killing 50.",
            50,
            "Djibara",
        ),
        (
            "At least 12 people were killed in Thailand when rockets struck a shop in Kanthara district.",
            12,
            "Kanthara district",
        ),
    ],
)
def test_the_narrowest_of_the_places_told_one_in_the_other_holds(text: str, value: float, place: str) -> None:
    assert figure_of(text, value).place == place


def test_where_the_dead_came_from_is_not_where_they_died() -> None:
    text = "Two peacekeepers from Zambia were killed when their patrol was ambushed near Am-Sissiya."
    assert figure_of(text, 2).place == "Am-Sissiya"


def test_where_the_attackers_came_from_was_not_attacked() -> None:
    text = (
        "Fighters killed 18 people in the village of Mapuku on Thursday. "
        "The attackers, who came from the direction of Ituri, also torched 12 houses."
    )
    assert figure_of(text, 12).place == "Mapuku"


def test_a_regional_official_lends_no_place_where_the_town_is_named() -> None:
    text = (
        "Militants attacked the town of Darul Bama in Nigeria, killing at least 63 people, including five "
        "soldiers, Borno state governor Babagana Zulumi said."
    )
    assert {f.place for f in article_of(text).figures} == {"Darul Bama"}


def test_the_raid_was_where_its_dead_were_told_of_not_where_others_have_been() -> None:
    text = (
        "Militants attacked the town of Darul Bama in northeastern Nigeria overnight, killing 63 people.\n\n"
        "The governor visited the town, where residents had returned from a camp in Bama. Twenty houses were "
        "destroyed in the raid."
    )
    assert figure_of(text, 20).place == "Darul Bama"


def test_a_later_sentence_of_the_lead_that_counts_for_itself_lends_no_place() -> None:
    text = (
        "Debris fell on a building overnight, injuring five people, officials said. "
        "In the Lipetsk region, one woman died in the town of Yelechka."
    )
    assert figure_of(text, 5).place is None


def test_a_works_told_by_its_use_is_a_place() -> None:
    text = "Drones attacked the Ryazun oil refinery overnight, injuring five people."
    assert figure_of(text, 5).place == "Ryazun"


def test_those_held_by_two_sides_are_of_the_country() -> None:
    text = (
        "Yemen's government and the Houthi movement went on fighting. Shelling killed four people near the city "
        "of Marib on Monday.\n\nMore than 1,800 people are still held by the two sides, the United Nations said."
    )
    assert figure_of(text, 1800).place == "Yemen"
