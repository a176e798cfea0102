"""Which kind a deed is of, by its means: a grenade, a leak, a break-in, men who drive into a village. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


def _kinds(sentence: str) -> set[str]:
    text = f"HOLLEN, March 5 (XNA) -- {sentence}"
    return {event.kind for event in article_of(text, "2026-03-05").events}


@pytest.mark.parametrize(
    "sentence",
    [
        "A hand grenade went off in a market in the town of Hollen on Tuesday, killing three people.",
        "Three people were killed on Tuesday when a grenade exploded in the town of Hollen.",
        "A truck went over an explosive device near the village of Hollen on Tuesday. Four passengers died.",
        "A shepherd trod on a mine near the village of Hollen on Tuesday; two boys with him were wounded.",
        "Two boys were killed on Tuesday in the explosion of an old landmine near the village of Hollen.",
    ],
)
def test_what_lay_in_the_ground_or_was_thrown_by_hand_is_a_bombing(sentence: str) -> None:
    assert _kinds(sentence) == {"bombing"}


@pytest.mark.parametrize(
    "sentence",
    [
        "An explosion that killed seven workers in the port of Hollen on Sunday was caused by a gas leak.",
        "Seven workers died in a gas explosion in the town of Hollen on Sunday.",
        "Seven workers were killed when a boiler exploded at a mill in the town of Hollen on Sunday.",
        "A blast that killed seven workers in the town of Hollen on Sunday was due to a technical fault.",
    ],
)
def test_an_explosion_that_nobody_meant_is_an_accident(sentence: str) -> None:
    assert _kinds(sentence) == {"accident"}


def test_a_drone_that_sets_off_gas_is_no_accident() -> None:
    assert _kinds("A drone hit a gas pipe in the town of Hollen on Sunday, killing seven workers.") == {
        "drone_strike"
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "A group of six tried to enter the village of Hollen on Tuesday. Three of the men were killed.",
        "Armed men held up a clinic's car near the village of Hollen on Tuesday and made off with two radios.",
        "Rebels drove into the village of Hollen on Tuesday and shot dead 14 people.",
        "Armed men entered the town of Hollen on Tuesday and opened fire on residents, killing 14.",
    ],
)
def test_men_who_come_for_a_place_attack_it(sentence: str) -> None:
    assert _kinds(sentence) == {"attack"}


def test_two_gunmen_who_enter_a_house_shoot() -> None:
    assert _kinds("Gunmen entered a house in the town of Hollen on Tuesday and shot dead two men.") == {
        "shooting"
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Three guards who had been taken hostage were handed over at the Hollen crossing on Tuesday after the mediation of elders.",
        "Three abducted guards were freed in the town of Hollen on Tuesday following efforts by tribal elders.",
        "Three kidnapped guards were released in the town of Hollen on Tuesday under a deal.",
    ],
)
def test_captives_freed_by_agreement_are_exchanged(sentence: str) -> None:
    assert _kinds(sentence) == {"prisoner_exchange"}


def test_some_of_those_whose_abduction_is_told_belong_to_it() -> None:
    sentence = (
        "Gunmen abducted 11 farmers near the town of Hollen on Monday. Four of them were freed on Tuesday."
    )
    assert _kinds(sentence) == {"abduction"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tanks pushed deeper into the town of Hollen on Tuesday, residents said.",
        "Soldiers made an incursion at dawn into the village of Hollen on Tuesday, residents said.",
        "Troops advanced further into the town of Hollen on Tuesday, residents said.",
    ],
)
def test_troops_that_push_into_a_town_change_the_ground(sentence: str) -> None:
    assert _kinds(sentence) == {"territory_change"}


def test_infighting_is_a_clash() -> None:
    sentence = "One fighter was killed and eleven people were hurt in infighting in the village of Hollen on Tuesday."
    assert _kinds(sentence) == {"clash"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry summoned the Turkish ambassador in Baghdad on Tuesday and handed him a note of protest.",
        "The ministry called in the Turkish envoy in Baghdad on Tuesday.",
    ],
)
def test_a_note_to_an_ambassador_is_a_statement_and_no_protest(sentence: str) -> None:
    assert _kinds(sentence) == {"statement"}


def test_troops_that_aircraft_enable_do_not_strike_from_the_air() -> None:
    sentence = (
        "Troops enabled by aircraft raided the village of Hollen on Tuesday. Five fighters were killed."
    )
    assert "air_strike" not in _kinds(sentence)


def test_a_swap_has_no_place_where_none_is_told() -> None:
    text = "KYIV, March 5 (XNA) -- On Wednesday, 68 Ukrainian prisoners of war came home in a swap, the ministry said."
    (event,) = article_of(text, "2026-03-05").events
    assert (event.kind, event.place, event.country) == ("prisoner_exchange", None, None)


def test_a_swap_at_a_crossing_is_placed_there() -> None:
    text = "Forty prisoners were exchanged at the Hollen crossing in Syria on Tuesday, the ministry said."
    assert [event.place for event in article_of(text, "2026-03-05").events] == ["Hollen"]
