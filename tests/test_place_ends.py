"""Places that say where someone spoke, came from or went, and not where it happened. All attacks are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of

SHELLED = "At least 12 people were killed when shells hit the town of Mutora on Monday.\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "aid official Ravi Menon told reporters in Geneva",
        "aid official Ravi Menon told a briefing in Geneva",
        "aid official Ravi Menon said in Geneva on Tuesday",
        "aid official Ravi Menon told the Security Council in New York",
        "aid official Ravi Menon said at a news conference in Ankara",
        "aid official Ravi Menon said on the sidelines of a conference in Munich",
    ],
)
def test_where_someone_spoke_is_not_where_it_happened(said: str) -> None:
    text = f"{SHELLED}The attack destroyed 1,200 homes, {said}.\n\nAnother 80 people were injured, he said."
    assert [f.place for f in article_of(text).figures] == ["Mutora"] * 3


def test_the_place_of_a_speech_alone_is_no_place() -> None:
    figure = figure_of("At least 85 people were killed, the envoy told the Security Council in New York.", 85)
    assert figure.place is None


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("Rockets fired from Lebanon wounded two people in Kfar Zeita.", 2, "Kfar Zeita"),
        ("Two drones launched from Yemen hit Eilat, the army said.", 2, "Eilat"),
        ("Militants fired three rockets from Lebanon at Kfar Zeita on Sunday.", 3, "Kfar Zeita"),
        ("Five drones flew in from Belarus and hit a rail depot in Kovelsk.", 5, "Kovelsk"),
        ("Jets fired missiles from the Golan Heights, killing two soldiers near Damascus.", 2, "Damascus"),
    ],
)
def test_weapons_fall_where_they_were_sent_not_where_they_came_from(
    text: str, value: float, place: str
) -> None:
    assert figure_of(text, value).place == place


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        (
            "About 300 families were evacuated from the village of Sloboda Nova to Poltava.",
            300,
            "Sloboda Nova",
        ),
        ("Some 4,000 people fled Kabirangwe to Bukavu after the fighting.", 4000, "Kabirangwe"),
        ("Twelve wounded children were flown from Gaza to Cairo on Monday.", 12, "Gaza"),
    ],
)
def test_where_people_were_taken_is_not_where_they_were_hurt(text: str, value: float, place: str) -> None:
    assert figure_of(text, value).place == place


def test_a_count_by_destination_keeps_each_destination() -> None:
    text = "Of the 40 wounded in Sabra, nine have been flown out: four to Goma and three to Kigali, a medic said."
    assert [f.place for f in article_of(text).figures][-2:] == ["Goma", "Kigali"]


@pytest.mark.parametrize(
    "after",
    [
        "The bodies of nine were taken to a hospital in El Obeid, a medic said.",
        "A hospital in El Obeid received nine bodies, a medic said.",
        "Hospitals in El Obeid treated nine wounded.",
        "A relief group, whose teams drove the hurt to hospitals in El Obeid and Tandalti, gave a toll of nine dead.",
        "A nurse at a hospital in El Obeid, who asked not to be named, said nine bodies had been brought there.",
    ],
)
def test_the_hospital_that_took_in_the_hurt_stands_elsewhere(after: str) -> None:
    figure = figure_of(f"An air strike on the village of Wad Rahma killed 12 people on Sunday. {after}", 9)
    assert figure.place == "Wad Rahma"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Hospitals in Nabarah received 38 dead after soldiers opened fire.", "the place of the hospital"),
        ("Doctors in Nabarah said 38 people were killed.", "the place of those who say so"),
        ("Hospital sources in Nabarah said they had received 38 dead.", "the place of those who say so"),
    ],
)
def test_where_no_other_place_is_told_the_hospital_lends_its_own(text: str, why: str) -> None:
    figure = figure_of(text, 38)
    assert (figure.place, figure.place_why) == ("Nabarah", why)


def test_a_hospital_that_was_struck_is_where_it_happened() -> None:
    assert (
        figure_of("An air strike destroyed a hospital in Rakhine state, killing 19.", 19).place
        == "Rakhine state"
    )


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("At least 43 attacks in Borno and Yobe killed 185 people last month.", 185, "Borno; Yobe"),
        ("Air strikes in Beirut and Baalbek killed 12 people on Monday.", 12, "Beirut; Baalbek"),
    ],
)
def test_a_list_of_places_is_kept_whole(text: str, value: float, place: str) -> None:
    assert figure_of(text, value).place == place


def test_a_place_in_the_clause_after_a_semicolon_is_of_that_clause() -> None:
    text = "The judiciary said that 38 people had been killed; it said an attack at Ezin prison had been repelled."
    assert figure_of(text, 38).place is None


def test_an_unnamed_foreign_official_lends_no_country() -> None:
    assert figure_of("Iran launched 85 drones at the base, a U.S. defence official said.", 85).place is None


def test_those_held_are_not_where_a_protest_for_them_is() -> None:
    assert figure_of("Families of the 20 hostages called a protest in Tel Aviv on Monday.", 20).place is None


def test_the_base_is_the_one_named_before() -> None:
    text = (
        "Rockets struck the Dahr al-Qasr base in western Iraq on Monday.\n\n"
        "Three soldiers at the base were injured, the military said."
    )
    figure = figure_of(text, 3)
    assert (figure.place, figure.place_why) == ("Dahr al-Qasr", "“the base”, named before")


def test_a_clinic_that_was_struck_stands_where_it_happened() -> None:
    text = "Nine people were killed on Sunday when drones struck a clinic in the town of Wad Rahma, a doctors' union said."
    assert article_of(text).figures[0].place_why == "named in the sentence"
