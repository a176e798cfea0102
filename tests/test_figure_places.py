"""Where a figure belongs, and the rule that says so. All officials and attacks are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("A blast killed four people in the town of Hollen.", 4, "Hollen"),
        ("Russia's latest attack killed six people in Kherson.", 6, "Kherson"),
        ("Airstrikes killed nine people in Beirut's southern suburbs.", 9, "Beirut"),
        ("Two people were killed 180 km north of Baghdad in the town of Tel Hamra.", 2, "Tel Hamra"),
        ("In Sumy, two people were killed by shells.", 2, "Sumy"),
        ("Three people were injured in the Ukrainian city of Kherson.", 3, "Kherson"),
    ],
    ids=[
        "in",
        "an owner is none",
        "its suburbs",
        "a distance is none",
        "opens the sentence",
        "land and city",
    ],
)
def test_the_place_named_in_the_sentence_holds(text: str, value: float, place: str) -> None:
    figure = figure_of(text, value)
    assert (figure.place, figure.place_why) == (place, "named in the sentence")


@pytest.mark.parametrize(
    ("text", "value", "why"),
    [
        (
            "A blast killed four people in the town of Hollen. Nine more were injured.",
            9,
            "named earlier in the paragraph",
        ),
        (
            "Shells killed four people in the town of Hollen.\n\nNine houses were destroyed.",
            9,
            "that of the figure before",
        ),
        (
            "The town of Hollen was shelled at dawn.\n\nNine people were injured.",
            9,
            "named in the lead",
        ),
    ],
)
def test_a_place_told_before_is_carried_and_the_rule_says_so(text: str, value: float, why: str) -> None:
    figure = figure_of(text, value)
    assert (figure.place, figure.place_why) == ("Hollen", why)


@pytest.mark.parametrize("opening", ["Separately", "Elsewhere", "In another attack"])
def test_a_report_of_something_else_takes_no_place_from_before(opening: str) -> None:
    text = f"Two people were killed in the town of Hollen.\n\n{opening}, nine police officers were injured."
    assert figure_of(text, 9).place is None


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("The governor of the Sumy region said that nine people were injured overnight.", 9, "Sumy region"),
        (
            "Ukraine was quiet at noon.\n\nKherson Gov. Petro Vilkha said shelling had killed two people.",
            2,
            "Kherson",
        ),
        (
            "Ukraine was quiet at noon.\n\nTwo people were hurt at dawn, Mykolaiv Mayor Ilka Dorn said.",
            2,
            "Mykolaiv",
        ),
    ],
)
def test_an_official_speaks_of_the_own_place(text: str, value: float, place: str) -> None:
    figure = figure_of(text, value)
    assert (figure.place, figure.place_why) == (place, "the place of the official who says so")


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        (
            "Sudan's Health Ministry said on Monday that 40 people had been killed since June.",
            40,
            "Sudan",
        ),
        (
            "The Syrian government said on Monday that 12 people had been killed since the beginning of May.",
            12,
            "Syria",
        ),
    ],
)
def test_a_ministrys_count_since_a_day_is_its_countrys(text: str, value: float, place: str) -> None:
    figure = figure_of(text, value)
    assert figure.place == place
    assert "ministry that says so" in (figure.place_why or "")


@pytest.mark.parametrize(
    "text",
    [
        "Sudan's army shelled El Fasher. More than 20,000 people have been killed since the war began.",
        "Fighting went on in the town of Bara in Sudan on Monday. Some 20,000 people have died in the war.",
    ],
)
def test_a_count_of_the_war_is_the_whole_countrys(text: str) -> None:
    figure = figure_of(text, 20_000)
    assert (figure.place, figure.place_why) == ("Sudan", "a count of the whole war")


@pytest.mark.parametrize(
    "text",
    [
        "Two people died in a hospital in Bouar after a raid on the village of Belko killed nine.",
        "Two people died in a hospital in the city of Bouar after a raid on the village of Belko killed nine.",
    ],
)
def test_where_the_wounded_died_is_not_where_they_were_attacked(text: str) -> None:
    assert figure_of(text, 2).place == "Belko"
    assert figure_of(text, 9).place == "Belko"


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("Some 900 families fled to Chad after raids in the village of Tandara.", 900, "Tandara"),
        ("The fighting displaced 4,000 people to the town of Kosti, the agency said.", 4000, None),
    ],
)
def test_where_the_displaced_went_is_not_where_they_were_driven_from(
    text: str, value: float, place: str | None
) -> None:
    figure = figure_of(text, value)
    assert (figure.measure, figure.place) == ("displaced", place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Some 30 rockets were fired at the port from Lebanon.", None),
        ("Some 30 rockets were fired from Lebanon at the town of Hollen.", "Hollen"),
    ],
)
def test_where_weapons_came_from_is_not_where_they_fell(text: str, place: str | None) -> None:
    figure = figure_of(text, 30)
    assert (figure.actor, figure.place) == ("Lebanon", place)


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("A drone killed two guards on the border with Syria.", 2, "border with Syria"),
        ("Three smugglers were killed near the Belarus border.", 3, "Belarus border"),
    ],
)
def test_a_border_is_the_place_and_not_the_land_behind_it(text: str, value: float, place: str) -> None:
    assert figure_of(text, value).place == place


def test_each_number_of_a_list_has_its_own_place() -> None:
    text = (
        "Air defenses downed 26 drones over the Belgorod region, 15 over the Bryansk region "
        "and ten over the Kursk region."
    )
    assert [(figure.value, figure.place) for figure in article_of(text).figures] == [
        (26, "Belgorod region"),
        (15, "Bryansk region"),
        (10, "Kursk region"),
    ]


@pytest.mark.parametrize(
    ("text", "whole", "part", "place"),
    [
        (
            "Sixty drones were shot down: 40 over the Belgorod region, with the rest falling in the Kursk region.",
            60,
            40,
            "Belgorod region",
        ),
        (
            "Forty-seven drones were launched: 21 were downed over the Sumy region, "
            "with the rest hitting the Odesa region.",
            47,
            21,
            "Sumy region",
        ),
    ],
)
def test_the_place_of_the_rest_is_not_the_wholes(text: str, whole: float, part: float, place: str) -> None:
    assert figure_of(text, whole).place is None
    assert figure_of(text, part).place == place


def test_the_place_of_a_part_is_not_the_wholes() -> None:
    text = "Ostia shot down 141 drones, nine of which over the Moscow region."
    assert figure_of(text, 9).place == "Moscow region"
    assert figure_of(text, 141).place is None


def test_several_places_joined_are_all_named() -> None:
    assert (
        figure_of("Twelve people were killed in the towns of Hollen and Marsk.", 12).place == "Hollen; Marsk"
    )


@pytest.mark.parametrize(
    ("text", "value", "place", "words"),
    [
        (
            "Fighting in the town of Hollen killed six people. A clinic in the town was hit, and four nurses were injured.",
            4,
            "Hollen",
            "the town",
        ),
        ("Six people died in Kherson. The strike in the city also injured nine.", 9, "Kherson", "the city"),
        (
            "Six people died in the Sumy region. Shelling across the region injured nine.",
            9,
            "Sumy region",
            "the region",
        ),
    ],
)
def test_a_common_noun_stands_for_the_place_named_before(
    text: str, value: float, place: str, words: str
) -> None:
    figure = figure_of(text, value)
    assert (figure.place, figure.place_why) == (place, f"“{words}”, named before")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Russia and Ukraine exchanged hundreds of strikes.", "Russia; Ukraine"),
        ("Iran and Israel traded dozens of missiles overnight.", "Iran; Israel"),
    ],
)
def test_what_two_sides_exchange_falls_on_both(text: str, place: str) -> None:
    (figure,) = article_of(text).figures
    assert (figure.place, figure.place_why) == (place, "the two sides of the exchange")


def test_a_village_of_which_the_speaker_stands_beside_is_a_place_and_nobody() -> None:
    figure = figure_of("Nine soldiers were killed near the village of Umm Darra, a medic said.", 9)
    assert (figure.place, figure.claimant) == ("Umm Darra", "medic")


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("A strike on the Tal Amara neighbourhood of Gaza City killed nine people.", "Tal Amara, Gaza City"),
        ("A drone hit a school in the Tal Amara quarter in eastern Gaza City, killing nine.", "Tal Amara, Gaza City"),
        ("Nine people died in Kyiv's Lisovyi district.", "Lisovyi district, Kyiv"),
        ("Shelling of the Abu Darra camp near El Fasher killed nine people.", "Abu Darra"),
        ("Nine people died in Chasiv Dil, close to Kramatorsk.", "Chasiv Dil"),
    ],
)  # fmt: skip
def test_the_smallest_place_is_the_figures_and_a_part_of_a_city_has_its_city(
    sentence: str, place: str
) -> None:
    (figure,) = [f for f in article_of(sentence).figures if f.measure == "killed"]
    assert figure.place == place


def test_a_part_lends_no_place_to_what_is_told_next() -> None:
    text = (
        "Twelve people were killed in Kassama on Monday. The army took five villages: three in Aleppo province "
        "and two in Raqqa province.\n\nThe rebels put their losses at two fighters."
    )
    assert [f.place for f in article_of(text).figures][-1] != "Raqqa province"


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("TAL HAMRA, Syria (NPA) —", "Tal Hamra"),
        ("HOMS, Syria (NPA) —", "Homs"),
        ("BEIRUT (NPA) —", None),
        ("KYIV and LONDON (NPA) —", None),
    ],
    ids=["in no table", "a city", "a capital, where reporters sit", "two desks"],
)
def test_the_dateline_holds_where_the_lead_names_no_place(dateline: str, place: str | None) -> None:
    text = f"{dateline} A strike on a fishing harbor killed 11 fishermen on Sunday, the governor said."
    figure = figure_of(text, 11)
    assert figure.place == place
    assert figure.place_why == ("the dateline" if place else None)
