"""Events as reports tell them: a lead of an area, then its towns, one deed after the other. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


def seats(text: str, published: str = "2022-05-18") -> dict[str, list[float]]:
    """The values of each event's figures, by its kind and place."""
    article = article_of(text, published)
    values = {figure.id: figure.value for figure in article.figures}
    return {
        f"{event.kind} {event.place}": [values[ident] for ident in event.figures] for event in article.events
    }


def test_attackers_who_move_on_do_the_rest_there() -> None:
    found = seats(
        "Gunmen struck the village of Hollen on Tuesday and killed 14 people, an official said. From there they moved on to "
        "the village of Tarrin. Nine bodies were found in the houses."
    )
    assert found == {"attack Hollen": [14], "attack Tarrin": [9]}


def test_the_wounded_who_are_moved_on_do_not() -> None:
    found = seats(
        "Nine people were wounded by gunmen in the village of Hollen on Tuesday and were moved on to the town of Tarrin. "
        "Three of them died."
    )
    assert list(found) == ["attack Hollen"]


def test_the_base_of_the_lead_is_the_base_at_a_town() -> None:
    found = seats(
        "Rebels captured a junta base in Sagaing Region on Tuesday after a battle that left more than 50 soldiers dead.\n\n"
        "The base at Thayet Hollen was manned by conscripts. Sixty-two surrendered, the rebels said."
    )
    assert found == {"territory_change Thayet Hollen": [50, 62]}


def test_two_names_with_one_word_in_common_are_two_towns() -> None:
    found = seats(
        "Jets bombed the village of Thayet Kone on Tuesday, killing five people, residents said.\n\n"
        "The same day soldiers detained 18 travellers at a checkpoint in the village of Shwe Pan Kone, on the Hollen road. Two "
        "were later found dead."
    )
    assert found == {"air_strike Thayet Kone": [5], "arrest Shwe Pan Kone": [18, 2]}


def test_each_town_of_two_clauses_has_what_is_counted_in_it() -> None:
    found = seats(
        "A drone crashed at an airfield in the town of Hollen on Tuesday, injuring two servicemen, and a fuel truck exploded at a "
        "depot in the town of Tarrin, killing three people."
    )
    assert [3] in found.values()
    assert [2] in found.values()


def test_missiles_at_a_country_stay_the_countrys() -> None:
    found = seats(
        "Ukraine's air force said 60 of 70 missiles that Russia fired at the country on Tuesday were shot down.\n\n"
        "In the Odesa region, the strike left pumping stations without electricity. Some 380,000 customers were cut off."
    )
    assert found["missile_strike Ukraine"] == [60, 70]


@pytest.mark.parametrize(
    "fate", ["Two were later found dead.", "Two have since been freed.", "Two died in custody."]
)
def test_those_held_are_told_of_again(fate: str) -> None:
    article = article_of(
        f"Soldiers detained 18 travellers in the town of Hollen on Tuesday. {fate}", "2022-05-18"
    )
    whole, part = article.figures
    assert part.part_of == whole.id
    assert [event.figures for event in article.events] == [[whole.id, part.id]]


def test_where_the_attack_took_place_is_where_the_event_of_the_area_was() -> None:
    found = seats(
        "Five marines were killed and eight injured when drones dropped explosives on a river base in the department of Nariño "
        "on Tuesday, the ministry said.\n\nThe attack took place at 5:40 a.m. at the post of Hollen, where 60 marines were stationed.\n\n"
        "In the east of the country, a helicopter was hit by rifle fire near the town of Tarrin. Two people on board were wounded."
    )
    assert found["drone_strike Hollen"][:2] == [5, 8]
    assert [2] in found.values()


def test_the_dead_of_another_camp_are_its_own() -> None:
    found = seats(
        "In the Hollen camp, 15 people were killed when shells landed in the market on Tuesday. Nine aid workers were among the "
        "dead in the camp of Tarrin, which fighters entered."
    )
    assert [15] in found.values()
    assert [9] in found.values()


def test_one_of_them_is_where_they_are() -> None:
    article = article_of(
        "One rocket hit a house in the town of Hollen on Tuesday and another landed on a farm outside the town of Tarrin, where five "
        "workers were wounded, one of them seriously.", "2022-05-18",
    )  # fmt: skip
    assert [figure.place for figure in article.figures if figure.measure == "injured"] == ["Tarrin", "Tarrin"]


def test_another_sort_of_deed_hours_later_is_another_event() -> None:
    found = seats(
        "A bomb killed three policemen in the town of Hollen on Tuesday, police said. Hours later, mortar shells landed on a "
        "checkpoint in the same area. Two soldiers were killed."
    )
    assert found == {"bombing Hollen": [3], "shelling Hollen": [2]}


def test_who_slips_away_has_escaped() -> None:
    article = article_of(
        "Gunmen abducted 66 worshippers in the village of Hollen on Tuesday. Eleven slipped away at night.",
        "2022-05-18",
    )
    assert [(figure.measure, figure.value) for figure in article.figures] == [
        ("abducted", 66),
        ("released", 11),
    ]


def test_fighting_in_a_town_of_a_region_that_drove_people_out_is_a_clash() -> None:
    assert seats("Fighting in Hollen, North Kordofan, displaced 4,800 people on Tuesday.") == {
        "clash Hollen": [4800]
    }


def test_those_met_at_a_town_that_no_table_holds_were_met_there() -> None:
    found = seats(
        "Jets struck a camp in the forest of Tarrin on Tuesday, killing 20 fighters, while a patrol came upon an armed group at "
        "Kouroma-Hollen and killed 11."
    )
    assert found == {"air_strike Tarrin": [20], "clash Kouroma-Hollen": [11]}


def test_when_the_hospital_had_been_shelled_is_not_when_they_were_wounded() -> None:
    article = article_of(
        "On Monday a drone struck a mosque in the town of Hollen, killing 75 people. At least 40 people were wounded and taken to the "
        "Southern Hospital, which had been shelled on Saturday.", "2022-05-18",
    )  # fmt: skip
    assert [figure.date_to for figure in article.figures] == ["2022-05-16", "2022-05-16"]
