"""Towns that no table holds: the words beside a name that make a place of it, and those that make it somebody."""

from __future__ import annotations

import pytest

from tests.reading import article_of

_LEAD = "Fighting went on in Sudan on Monday.\n\n"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Umm Dalira", "Umm Dalira residents said nine people had been killed."),
        ("Umm Dalira", "Umm Dalira's mayor said nine houses were burned."),
        ("Umm Dalira", "Umm Dalira fell at dawn after a battle in which nine soldiers died."),
        ("Umm Dalira", "Umm Dalira was attacked on Sunday and nine people were killed."),
        ("Qara Velim", "Rebels captured Qara Velim after a battle in which nine soldiers died."),
        ("Qara Velim", "Nine people died when a missile struck Qara Velim on Sunday."),
        ("Qara Velim", "Rockets landed on Qara Velim and nine people were hurt."),
        ("Qara Velim", "The Qara Velim strike killed nine people."),
        ("Velim Centre", "Nine bodies were lying in the streets of Velim Centre on Sunday."),
        ("Qara Velim", "The Qara Velim attack left nine people dead."),
    ],
)
def test_the_words_beside_a_name_make_a_place_of_it(place: str, text: str) -> None:
    article = article_of(_LEAD + text)
    assert {figure.place for figure in article.figures} == {place}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in Tarsin Oba.\n\nTarsin Oba and Velim Kuri were then overrun.\n\nIn Velim Kuri ten people died.",
        "Nine died in an attack on three villages, Tarsin Oba, Qara Sund and Velim Kuri.\n\nTen people died in Velim Kuri.",
        "The rebels hit Tarsin Oba and Velim Kuri, in neighbouring Chad; ten people died in Velim Kuri.",
        "The villages that were ransacked include Tarsin Oba, Qara Sund and Velim Kuri.\n\nTen people died when Velim Kuri was hit.",
        "Shells struck Tarsin Oba, Velim Kuri and the hills around them.\n\nTen people died when Velim Kuri was hit.",
    ],
)
def test_what_is_told_of_one_of_a_list_is_told_of_each(text: str) -> None:
    article = article_of(_LEAD + text)
    assert "Velim Kuri" in [
        figure.place for figure in article.figures if article.text[figure.start :][:3] in ("Ten", "ten")
    ]


def test_a_name_once_told_for_a_place_is_one_throughout() -> None:
    article = article_of(
        _LEAD + "Troops withdrew from Velim Kuri on Sunday.\n\nTen people died when Velim Kuri was hit."
    )
    assert [figure.place for figure in article.figures] == ["Velim Kuri"]


@pytest.mark.parametrize(
    "text",
    [
        "An attack on Hamid Zurayq killed nine guards.",
        "A strike on Fano killed nine fighters.",
        "The Wagner attack killed nine people.",
        "Rebels hit Wagner convoys and nine men died.",
        "Nine died in clashes with Arambai Tenggol.",
        "Arambai Tenggol fighters burned nine houses.",
        "The army captured Abu Talha, a militant leader, and nine others.",
        "Nine Masalit villagers were killed.",
        "Velim Center said nine people had died.",
        "Several residents said nine people had died.",
    ],
)
def test_persons_bodies_and_peoples_are_no_towns(text: str) -> None:
    article = article_of(_LEAD + text)
    assert {figure.place for figure in article.figures} <= {"Sudan", None}
    assert {event.place for event in article.events} <= {"Sudan", None}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people who had fled Qara Velim were killed in Umm Dalira.",
        "People fleeing Qara Velim came under fire in Umm Dalira and nine of them died.",
        "Troops advancing towards Qara Velim were ambushed in Umm Dalira and nine soldiers died.",
        "The attack on Umm Dalira killed nine people, and residents of Qara Velim fled.",
        "Shells fired from Qara Velim landed on Umm Dalira, killing nine people.",
        "Nine people were killed in Umm Dalira, Qara Velim district.",
        "A strike on Umm Dalira, between Qara Velim and Tarsin Oba, killed nine people.",
    ],
)
def test_another_town_beside_the_scene_is_not_the_scene(text: str) -> None:
    article = article_of(_LEAD + text)
    assert [figure.place for figure in article.figures] == ["Umm Dalira"]
    assert {event.place for event in article.events if event.figures} == {"Umm Dalira"}


@pytest.mark.parametrize(
    "text",
    [
        "Troops fired at Kwame Osefo as he fled and nine men died.",
        "A bullet hit Dagna Tolla in the leg and nine others were hurt.",
        "Fighters loyal to Dagna Tolla burned nine houses.",
        "Black Scorpions came under attack and nine men died.",
        "Violence came under control after nine men died.",
    ],
)
def test_a_person_told_by_his_limbs_his_men_or_his_flight_is_no_town(text: str) -> None:
    article = article_of(_LEAD + text)
    assert {figure.place for figure in article.figures} <= {"Sudan", None}


def test_those_who_died_there_died_in_the_town_that_was_hit() -> None:
    article = article_of(
        "Jihadists killed 40 people in an attack on Djibo Sand, a garrison town in northern Burkina Faso, on Sunday.\n\n"
        "Ouro Velim, a hamlet to the east of it, was hit first. Twelve people were killed there."
    )
    assert [figure.place for figure in article.figures] == ["Djibo Sand", "Ouro Velim"]


def test_a_list_ends_where_its_last_town_has_a_verb_of_its_own() -> None:
    article = article_of(
        _LEAD + "Five rebels were slain in Qara Velim, and the town of Umm Dalira in Darfur was shelled."
    )
    assert [figure.place for figure in article.figures] == ["Qara Velim"]


def test_talks_with_capitals_are_no_town() -> None:
    text = "“Is it possible that progress is being made in Peace Talks between Norland and Sudland?” the president asked."
    assert [event.place for event in article_of(text).events if event.place == "Peace Talks"] == []
