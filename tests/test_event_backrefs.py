"""Events that are spoken of again: the town and the day told later, what their own words mean. All is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of


def days(text: str, published: str = "2025-12-27") -> list[tuple[str, str | None, str | None]]:
    """(kind, place, last day) of each event."""
    return [(e.kind, e.place, e.date_to) for e in article_of(text, published).events]


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("The strike hit the town of Tell Zarqan late on Friday, residents said.", "Tell Zarqan"),
        ("The raid took place in Tell Zarqan on Friday, residents said.", "Tell Zarqan"),
        ("Two days before the strike, a convoy reached Tell Zarqan on Wednesday.", "northern Syria"),
        ("A separate strike hit the town of Tell Zarqan on Friday.", "northern Syria"),
    ],
    ids=["the strike", "the raid", "before the strike", "another strike"],
)
def test_a_sentence_that_speaks_of_the_attack_again_tells_its_town(then: str, place: str) -> None:
    text = f"An air strike in northern Syria killed nine people, a rescue group said on Saturday.\n\n{then}"
    assert days(text)[0][:2] == ("air_strike", place)


def test_the_day_of_the_words_gives_way_to_the_day_of_the_deed() -> None:
    text = (
        "Gunmen seized 13 passengers from a bus in central Mali, a union said on Thursday.\n\n"
        "The bus was stopped late on Wednesday near Sabou-Kan by men on motorcycles."
    )
    assert days(text) == [("abduction", "Sabou-Kan", "2025-12-24")]


def test_the_dead_in_a_town_are_the_areas_dead() -> None:
    text = (
        "At least 16 people were killed when shells struck a market town in Idlib province on 5 March 2026.\n\n"
        "The dead in Tell Zarqan included two teachers, said rescuers, who had counted 11 killed at first."
    )
    assert [(place, values[0]) for _, place, values in events_of(text)] == [("Tell Zarqan", 16)]


def test_fighting_since_a_day_is_not_the_abduction_told_of_the_same_town() -> None:
    text = (
        "Sixteen aid workers were abducted near the river port of Wun Dit in South Sudan on Monday.\n\n"
        "At least 27 civilians were killed in Wun Dit since the fighting reached the town on 11 December."
    )
    found = [(e.kind, len(e.figures)) for e in article_of(text, "2025-12-17").events]
    assert found == [("abduction", 1), ("clash", 1)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Russia lost 12 tanks and 31 artillery systems and 300 soldiers in Kassama.", "other"),
        ("Jets struck a rocket factory in Kassama, killing nine people.", "air_strike"),
        ("Gunmen opened fire on a bus in Kassama, killing nine people.", "attack"),
        ("Gunmen opened fire in a cafe in Kassama, killing nine people.", "shooting"),
        ("Soldiers and rebels exchanged fire in Kassama, leaving nine people dead.", "clash"),
        ("A military jet bombed a church in Kassama, killing nine people.", "air_strike"),
    ],
)
def test_a_weapon_that_is_hit_or_lost_is_not_what_hit(sentence: str, kind: str) -> None:
    assert [found for found, _, _ in events_of(sentence)] == [kind]


def test_those_who_would_be_freed_are_what_is_talked_of() -> None:
    text = (
        "Talks resumed in Doha on Monday on an exchange under which 14 hostages would be released in return "
        "for 220 prisoners, an official said."
    )
    assert events_of(text) == [("talks", "Doha", [14, 220])]


def test_prisoners_of_war_are_no_count_of_the_war() -> None:
    text = "The two sides exchanged 103 prisoners of war near Kassama on 5 March 2026, the ministry said."
    assert [(kind, values) for kind, _, values in events_of(text)] == [("prisoner_exchange", [103])]


def test_talks_told_beside_an_attack_are_an_event_of_their_own() -> None:
    text = (
        "An air strike in Tell Zarqan killed 11 people on 5 March 2026, medics said, as mediators resumed talks "
        "in Cairo on a ceasefire."
    )
    assert [(kind, place) for kind, place, _ in events_of(text)] == [
        ("air_strike", "Tell Zarqan"),
        ("talks", "Cairo"),
    ]


def test_an_exchange_is_told_on_with_those_who_were_flown_out() -> None:
    text = (
        "The two sides freed 212 prisoners in Marib on 5 March 2026.\n\n"
        "In all, 130 prisoners were freed and flown from Sanaa to Aden the same day, an aid group said."
    )
    assert [(kind, values) for kind, _, values in events_of(text)] == [("prisoner_exchange", [212, 130])]


def test_a_firefight_that_is_told_later_is_of_the_attack() -> None:
    text = (
        "Rebels attacked a cotton warehouse in Ngoubara on 5 March 2026, killing seven guards.\n\n"
        "Eleven rebels were killed in a firefight in Ngoubara the same day, the minister said."
    )
    assert [(kind, values) for kind, _, values in events_of(text)] == [("attack", [7, 11]), ("clash", [11])]


def test_a_short_quotation_tells_no_event() -> None:
    text = 'The ministry "strongly condemns attacks on places of worship in Kassama", it said in Tokyo.'
    assert events_of(text) == []


def test_what_was_seized_and_some_of_the_abducted_are_of_the_event() -> None:
    text = (
        "Gunmen abducted 52 people in Tungar Bawa on 5 March 2026, police said. Three of the hostages escaped.\n\n"
        "Rockets landed near the airport in Kassama on 6 March 2026. Police found a launcher with six unfired "
        "rockets."
    )
    found = {(e.kind, len(e.figures)) for e in article_of(text).events}
    assert ("missile_strike", 1) in found


def test_one_days_dead_are_not_those_of_the_week_it_lies_in() -> None:
    text = (
        "Clashes in Galmar have killed at least 34 people since 27 October, officials said.\n\n"
        "On 1 November, mortar shells struck a camp in Galmar, killing seven people."
    )
    events = article_of(text, "2025-11-03").events
    assert [(e.kind, len(e.figures)) for e in events] == [("clash", 1), ("shelling", 1)]


def test_the_attack_in_the_province_is_that_on_the_town_told_before() -> None:
    text = (
        "HOLLEN, March 5 (XNA) -- Thirteen people were killed on Wednesday when drones struck a clinic in the Sudanese town of Umm Tarrin.\n\n"
        "The attack in White Nile state wounded 21 others, a union said."
    )
    (event,) = article_of(text, "2026-03-05").events
    assert (event.place, len(event.figures)) == ("Umm Tarrin", 2)


def test_an_attack_in_another_province_is_another() -> None:
    text = (
        "HOLLEN, March 5 (XNA) -- Thirteen people were killed on Wednesday when drones struck a clinic in the Sudanese town of Umm Tarrin.\n\n"
        "Another attack in White Nile state wounded 21 people, a union said."
    )
    assert len(article_of(text, "2026-03-05").events) == 2
