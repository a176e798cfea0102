"""Deeds told without figures, by words of many kinds, and what does not make a deed of its own. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of

_DAY = "2026-03-03"


def _events(sentence: str, town: str = "MARSK") -> list[tuple[str, str | None, str | None]]:
    article = article_of(f"{town}, March 5 (XNA) -- {sentence}", "2026-03-05")
    return [(event.kind, event.place, event.date_to) for event in article.events]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (
            "bombing",
            "A mine laid by the rebels killed a farmer and his son near Hollen on Tuesday, police said.",
        ),
        ("bombing", "A policeman was killed on Tuesday by a mine in Hollen as he led people out."),
        ("bombing", "Explosives damaged a rail line near Hollen on Tuesday, halting trains."),
        ("bombing", "A grenade thrown into a bar in Hollen on Tuesday wounded a waiter, police said."),
        ("shooting", "A boy was killed by army fire in Hollen on Tuesday, his family said."),
        ("shelling", "Troops opened fire with mortars on positions near Hollen on Tuesday, officials said."),
        (
            "accident",
            "A helicopter with supplies made an emergency landing near Hollen on Tuesday, the army said.",
        ),
        ("accident", "A landslide buried a road near Hollen on Tuesday, officials said."),
        ("bombing", "A vehicle of the gendarmerie jumped on an explosive device near Hollen on Tuesday."),
        ("attack", "Settlers burned olive trees in Hollen on Tuesday, the mayor said."),
        ("abduction", "Armed men stopped a bus in Hollen on Tuesday and took the driver, residents said."),
        ("arrest", "On Tuesday, police in Hollen picked up a university lecturer, his family said."),
        ("territory_change", "Rebels of the front moved into the town of Hollen on Tuesday, residents said."),
        ("air_defence", "The air force shot down a fighter jet near Hollen on Tuesday, it said."),
        ("protest", "In Hollen, nurses began a strike on Tuesday over unpaid wages."),
        ("protest", "Police fired tear gas at students in Hollen on Tuesday."),
        ("territory_change", "The rebels announced the capture of the village of Hollen on Tuesday."),
        ("territory_change", "The army seized a gold mine in Hollen on Tuesday, a deputy said."),
        ("agreement", "The two sides signed a declaration in Hollen on Tuesday, mediators said."),
        ("arrest", "Revolutionary Guards boarded a tanker off Hollen on Tuesday, state television said."),
    ],
)
def test_a_deed_is_told_by_words_of_its_kind(kind: str, sentence: str) -> None:
    assert _events(sentence) == [(kind, "Hollen", _DAY)]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("sanction", "The United States sanctioned three financiers of the group on Tuesday."),
        ("sanction", "The European Union imposed sanctions on five traders on Tuesday over attacks."),
        ("statement", "The ministry summoned the ambassador on Tuesday to protest against the firing."),
    ],
)
def test_what_a_state_does_stands_where_the_report_is_from(kind: str, sentence: str) -> None:
    assert _events(sentence) == [(kind, "Marsk", _DAY)]


def test_talks_that_are_still_to_come_are_none() -> None:
    assert _events("Negotiators of both sides will meet in Hollen next week, a mediator said.") == []


def test_ministers_who_speak_by_telephone_talk() -> None:
    assert _events("The two foreign ministers discussed the truce by telephone on Tuesday.") == [
        ("talks", None, _DAY)
    ]


def test_the_day_of_another_clause_is_not_the_deeds() -> None:
    sentence = "On Tuesday the hospital of Hollen was looted; patients had been moved the day before."
    assert _events(sentence) == [("attack", "Hollen", _DAY)]


def test_bodies_found_later_are_of_the_attack() -> None:
    article = article_of(
        "MARSK, March 5 (XNA) -- Soldiers raided Hollen on Monday and burned 60 houses, villagers said. "
        "Five bodies were found on the following day.",
        "2026-03-05",
    )
    assert [(e.kind, e.place, e.date_to, len(e.figures)) for e in article.events] == [
        ("attack", "Hollen", "2026-03-02", 2)
    ]


def test_a_headline_that_tells_of_two_deeds_makes_no_second_one_at_the_firsts_place() -> None:
    article = article_of(
        "Drone kills two in market as army retakes bridge\n\n"
        "MARSK, March 5 (XNA) -- A drone struck a market in Hollen on Tuesday, killing two traders.\n\n"
        "The army said it had retaken the bridge at Umm Darra on Monday.",
        "2026-03-05",
    )
    assert [(e.kind, e.place) for e in article.events] == [
        ("drone_strike", "Hollen"),
        ("territory_change", "Umm Darra"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mission welcomed the release on Tuesday of nine villagers held since January by a militia in Hollen.",
        "Rebels let go of nine teachers in Hollen on Tuesday whom they had detained for a month.",
        "The rebels set free nine teachers in Hollen on Tuesday.",
    ],
)
def test_those_let_go_are_released_however_they_were_held(sentence: str) -> None:
    article = article_of(f"MARSK, March 5 (XNA) -- {sentence}", "2026-03-05")
    assert [(f.measure, f.value) for f in article.figures if f.measure != "duration"] == [("released", 9)]
    assert [(e.kind, e.place, e.date_to) for e in article.events] == [("prisoner_exchange", "Hollen", _DAY)]


@pytest.mark.parametrize(
    "sentence",
    [
        "On 3 March, at Hollen, a patrol fell into an ambush; five soldiers were killed.",
        "Five soldiers were killed in an ambush on 3 March at Hollen, the army said.",
        "Five soldiers died in an ambush at Hollen on Tuesday, the army said.",
    ],
)
def test_at_a_town_beside_a_day(sentence: str) -> None:
    assert [(place, day) for _, place, day in _events(sentence)] == [("Hollen", _DAY)]
