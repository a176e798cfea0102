"""Where an event was: those who struck are no place, and a later paragraph may name the town. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


@pytest.mark.parametrize(
    "strikers",
    ["U.S. air strikes", "U.K. missile strikes", "U.S. drone attacks", "U.S. raids"],
)
def test_a_short_name_before_what_it_launched_is_no_place(strikers: str) -> None:
    article = article_of(
        f"Twelve people were killed in {strikers} on a fuel depot in the Yemeni port city of al-Hollen "
        "on 4 March 2025, officials said."
    )
    assert [event.place for event in article.events] == ["al-Hollen"]
    assert [figure.place for figure in article.figures] == ["al-Hollen"]


def test_a_short_name_by_itself_is_a_place() -> None:
    article = article_of("Twelve people were killed by a bomb in the U.S. on 4 March 2025, officials said.")
    assert [event.place for event in article.events] == ["U.S."]


@pytest.mark.parametrize(
    ("lead", "told_on", "kind", "day"),
    [
        (
            "Suspected jihadists killed 14 people in northern Burkina Faso at the weekend, officials said.",
            "Gunmen on motorcycles rode into Lobuya on Saturday evening and burned the market, a resident said.",
            "attack",
            "2025-03-01",
        ),
        (
            "At least 14 people were killed when gunmen raided a community in northeast Nigeria, an elder said.",
            "Dozens of fighters descended on Lobuya on Sunday night, burning houses and shops, he said.",
            "attack",
            "2025-03-02",
        ),
        (
            "Armed men have abducted 60 people in northwestern Nigeria, police said on Tuesday.",
            "The men arrived in Lobuya village in Kaduna state on Monday and went from door to door.",
            "abduction",
            "2025-03-03",
        ),
        (
            "A missile hit a tall building on the outskirts of Kharkiv on Tuesday, killing 14 people, officials said.",
            "The missile struck the building in Lobuya at 2 a.m., the regional governor said.",
            "missile_strike",
            "2025-03-04",
        ),
        (
            "Clashes between rival groups in a suburb of Damascus killed 13 people on Monday, a monitor said.",
            "The fighting in Lobuya began after a recording was passed around, it said.",
            "clash",
            "2025-03-03",
        ),
    ],
)
def test_a_later_paragraph_tells_the_town_of_the_leads_event(
    lead: str, told_on: str, kind: str, day: str
) -> None:
    article = article_of(f"{lead}\n\n{told_on}", published="2025-03-04")
    [event] = [event for event in article.events if event.figures]
    assert (event.kind, event.place, event.date_to) == (kind, "Lobuya", day)


def test_a_day_outside_the_weekend_is_of_another_event() -> None:
    article = article_of(
        "Jihadists killed 14 people in northern Burkina Faso at the weekend, officials said.\n\n"
        "Gunmen on motorcycles rode into Lobuya on Thursday and burned the market, a resident said.",
        published="2025-03-04",
    )
    [event] = [event for event in article.events if event.figures]
    assert event.place == "northern Burkina Faso"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Israeli troops opened fire on a car near Hollen on 4 March 2025, killing two people.", "shooting"),
        ("Police fired at a crowd in Hollen on 4 March 2025, killing two people.", "shooting"),
        ("Gunmen opened fire on a bus in Hollen on 4 March 2025, killing two people.", "attack"),
        ("The army bombed a base of the militants near Hollen on 4 March 2025, killing 30.", "air_strike"),
    ],
)
def test_who_fires_or_bombs_tells_the_kind(text: str, kind: str) -> None:
    assert [event.kind for event in article_of(text).events] == [kind]


def test_those_who_come_free_were_seized_in_an_event_of_its_own() -> None:
    article = article_of(
        "Rebels in Sudan's South Kordofan state freed 18 soldiers on Monday, three days after seizing them in "
        "an attack on an outpost at Umm Dalil, the Red Cross said.",
        published="2025-03-04",
    )
    told = {event.kind: (event.place, event.date_to) for event in article.events}
    assert told["prisoner_exchange"] == ("South Kordofan state", "2025-03-03")
    assert told["abduction"] == told["attack"] == ("Umm Dalil", "2025-02-28")


@pytest.mark.parametrize(
    ("lead", "told_on"),
    [
        (
            "At least 17 people were killed and several others wounded in Nigeria's Plateau state, police said.",
            "Residents said armed men entered Lobuya at about midnight on Sunday and shot sleeping villagers.",
        ),
        (
            "An attack on a displacement camp in Sudan's Darfur region killed more than 17 people, activists said.",
            "Lobuya camp, home to 40,000 people, came under artillery fire on Sunday evening, a committee said.",
        ),
        (
            "An attack in Sudan's Darfur region killed more than 17 people, activists said.",
            "Lobuya camp was shelled on Sunday evening, a committee said.",
        ),
    ],
)
def test_the_town_that_was_entered_or_came_under_fire_is_the_place_of_the_lead(
    lead: str, told_on: str
) -> None:
    article = article_of(f"{lead}\n\n{told_on}", published="2025-03-04")
    [event] = [event for event in article.events if event.figures]
    assert (event.place or "").startswith("Lobuya")
    assert event.date_to == "2025-03-02"


def test_several_villages_are_more_than_one_of_them() -> None:
    article = article_of(
        "At least 17 people were killed in attacks on several villages in Nigeria's Plateau state, police said.\n\n"
        "Residents said armed men entered Lobuya at about midnight on Sunday and shot sleeping villagers.",
        published="2025-03-04",
    )
    [event] = [event for event in article.events if event.figures]
    assert event.place == "Plateau state"


@pytest.mark.parametrize("second", ["a school in Marsk", "a hospital in nearby Marsk", "neighbouring Marsk"])
def test_two_strikes_of_one_sentence_are_two_events_with_their_own_weapons(second: str) -> None:
    article = article_of(
        "Paramilitaries shelled a market in Hollen on 3 March 2025, killing 11 people, and in the evening drones "
        f"struck {second}, killing five, a doctors' network said."
    )
    assert [(event.kind, event.place) for event in article.events] == [
        ("shelling", "Hollen"),
        ("drone_strike", "Marsk"),
    ]


def test_a_strike_in_answer_keeps_the_first_ones_weapon_apart() -> None:
    article = article_of(
        "Drones struck a depot in Hollen overnight, and hours later missiles killed four people in Marsk.",
        published="2025-03-04",
    )
    told = {event.place: event.kind for event in article.events}
    assert told["Marsk"] == "missile_strike"
    assert told.get("Hollen", "drone_strike") == "drone_strike"


def test_a_later_clause_tells_a_deed_of_its_own_at_its_own_town() -> None:
    article = article_of(
        "Israel carried out an air strike on the defence ministry in Damascus on Tuesday, as clashes raged "
        "between militias and tribal fighters in Lobuya.",
        published="2025-03-04",
    )
    told = {(event.kind, event.place): event.actor for event in article.events}
    assert told == {("air_strike", "Damascus"): "Israel", ("clash", "Lobuya"): None}


def test_the_dead_of_the_clashes_are_not_those_of_the_strike_told_after_them() -> None:
    article = article_of(
        "Clashes between militias in Lobuya killed 30 people on Monday, and Israel carried out an air strike on "
        "the defence ministry in Damascus on Tuesday.",
        published="2025-03-04",
    )
    assert [(e.kind, e.place, e.date_to, len(e.figures)) for e in article.events] == [
        ("clash", "Lobuya", "2025-03-03", 1),
        ("air_strike", "Damascus", "2025-03-04", 0),
    ]


@pytest.mark.parametrize(
    ("lead", "told_on"),
    [
        (
            "A missile slammed into a block of flats in a suburb of Kyiv on Tuesday, killing four people.",
            "Rescuers searched through the rubble in Lobuya on Tuesday evening.",
        ),
        (
            "A missile slammed into a block of flats in a suburb of Kyiv on Tuesday, killing four people.",
            "Rescuers were searching the rubble in Lobuya, where 12 people were wounded, the governor said.",
        ),
        (
            "An air strike killed four people in southern Lebanon on Tuesday, the health ministry said.",
            "A photographer saw bodies pulled from the rubble of a house in Lobuya.",
        ),
    ],
)
def test_the_rubble_lies_where_the_strike_was(lead: str, told_on: str) -> None:
    article = article_of(f"{lead}\n\n{told_on}", published="2025-03-04")
    assert [event.place for event in article.events] == ["Lobuya"]


def test_what_a_fall_cost_is_told_of_the_fall() -> None:
    article = article_of(
        "Myanmar's junta said on Monday it had recaptured Lobuya after a long siege in which 17 soldiers died.",
        published="2025-03-04",
    )
    [event] = article.events
    assert (event.kind, event.place, len(event.figures)) == ("territory_change", "Lobuya", 1)


def test_a_seized_town_named_with_its_province_is_a_place() -> None:
    article = article_of(
        "Congo's M23 rebels seized Lobuya in South Kivu on Sunday, a rebel spokesman said.\n\n"
        "Fighting for the town left at least 36 civilians dead and 80 wounded, the Red Cross said.",
        published="2025-03-04",
    )
    [event] = article.events
    assert (event.kind, event.place, event.actor, len(event.figures)) == (
        "territory_change",
        "Lobuya",
        "M23",
        2,
    )


def test_a_town_that_was_surrounded_is_the_place_of_the_lead() -> None:
    article = article_of(
        "Suspected jihadists killed at least 25 people in central Mali, local officials said on Monday.\n\n"
        "The attackers arrived on motorcycles on Sunday and surrounded Lobuya, an official said.",
        published="2025-03-04",
    )
    [event] = article.events
    assert (event.place, event.date_to, event.actor) == ("Lobuya", "2025-03-02", "jihadists")
