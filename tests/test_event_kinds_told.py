"""Which kind a deed is of: a fight or an attack, a fall, an accident, a plot. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of

_STRIKES = {"attack", "bombing", "air_strike", "drone_strike", "missile_strike", "shelling"}


def _kinds(sentence: str) -> set[str]:
    text = f"HOLLEN, March 5 (XNA) -- {sentence}"
    return {event.kind for event in article_of(text, "2026-03-05").events}


@pytest.mark.parametrize(
    "sentence",
    [
        "Soldiers caught up with the gunmen near the village of Hollen on Tuesday, killing nine of them.",
        "Police engaged a band of smugglers near the village of Hollen on Tuesday; nine were killed.",
        "The army said it had repelled 27 of 31 assaults near the village of Hollen on Tuesday.",
        "The army said it had repulsed an assault on the village of Hollen on Tuesday and counted 14 bodies.",
        "Two clans fought over grazing land in the village of Hollen on Tuesday, leaving 12 people dead.",
        "Gunfire echoed through the village of Hollen on Tuesday as soldiers battled militiamen, residents said.",
        "Nine marines died in the fighting near the village of Hollen on Tuesday, the navy said.",
    ],
)
def test_those_who_fight_each_other_clash(sentence: str) -> None:
    assert _kinds(sentence) == {"clash"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry said that its forces had “liberated” the village of Hollen on Tuesday.",
        "The village of Hollen fell into rebel hands on Tuesday, the governor said.",
        "Rebels entered the village of Hollen on Tuesday after the army had left, residents said.",
        "Troops drove al-Marab out of the village of Hollen on Tuesday, the ministry said.",
        "The army withdrew its last troops from the village of Hollen on Tuesday, residents said.",
    ],
)
def test_a_town_that_changes_hands(sentence: str) -> None:
    assert _kinds(sentence) == {"territory_change"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Soldiers captured nine men at a village near Hollen on Tuesday, the army said.",
        "Aid workers entered the village of Hollen on Tuesday, the U.N. said.",
        "The blast took place in the village of Hollen on Tuesday, wounding nine people.",
    ],
)
def test_men_who_are_taken_and_workers_who_come_change_no_ground(sentence: str) -> None:
    assert "territory_change" not in _kinds(sentence)


def test_the_dead_of_a_boat_that_went_down_are_of_an_accident() -> None:
    sentence = "A ferry sank off the port of Hollen on Tuesday. Divers found 11 bodies, and nine people are still missing."
    assert _kinds(sentence) == {"accident"}


def test_gunmen_who_are_counted_first_do_not_hide_what_they_did() -> None:
    sentence = (
        "Some forty gunmen rode into the village of Hollen on Tuesday and fired on those who were there. "
        "The mayor put the dead in the village of Hollen at 22."
    )
    assert _kinds(sentence) <= {"attack", "shooting"}


def test_who_only_planned_to_blow_something_up_attacked_nothing() -> None:
    sentence = "Agents detained three men in the town of Hollen on Tuesday who had been preparing to attack a barracks."
    assert _kinds(sentence) == {"arrest"}


def test_captives_released_after_they_were_held_come_free_in_a_deed_of_its_own() -> None:
    sentence = "The rebels released three oil workers near the town of Hollen on Tuesday after holding them for 40 days."
    assert _kinds(sentence) == {"prisoner_exchange"}


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("The army said it was in full control of Hollen on Tuesday.", {"territory_change"}),
        ("Two clans have been fighting for the wells of the town of Hollen since Tuesday.", {"clash"}),
        (
            "The rebels and the government signed a declaration of principles in Hollen on Tuesday.",
            {"agreement"},
        ),
        (
            "A ship carrying 900 tonnes of wheat docked in the port of Hollen on Tuesday, the U.N. said.",
            {"aid"},
        ),
        ("Police seized two men in the town of Hollen on Tuesday on suspicion of theft.", {"arrest"}),
        ("A priest was taken from his home in the town of Hollen on Tuesday by armed men.", {"abduction"}),
        (
            "A magnetic mine attached to a bus exploded in the town of Hollen on Tuesday, wounding four.",
            {"bombing"},
        ),
        ("A landmine tore through a truck near the town of Hollen on Tuesday.", {"bombing"}),
        (
            "A helicopter came down near the town of Hollen on Tuesday in fog, killing four people.",
            {"accident"},
        ),
        (
            "A man rammed his car into soldiers in the town of Hollen on Tuesday and was shot dead.",
            {"attack"},
        ),
        (
            "Missiles hit a plant in the town of Hollen on Tuesday, plunging it into darkness and killing two people.",
            {"missile_strike", "outage"},
        ),
        (
            "The army said it had retaken the town of Hollen on Tuesday after drones pounded it for two days, killing six.",
            {"territory_change", "drone_strike"},
        ),
        (
            "Men attacked a convoy near the town of Hollen on Tuesday. Two miners were killed and three carried off "
            "into the bush.",
            {"attack", "abduction"},
        ),
    ],
)
def test_deeds_are_told_in_other_words(sentence: str, kinds: set[str]) -> None:
    assert _kinds(sentence) == kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "“Our forces are in full control of the base,” a colonel said in Hollen on Tuesday.",
        "Residents of Hollen said on Tuesday that they had been kept in the dark about the plan.",
        "A fire tore through a market in the town of Hollen on Tuesday, the mayor said.",
    ],
)
def test_words_like_those_of_a_deed_tell_none(sentence: str) -> None:
    assert not _kinds(sentence) & {"territory_change", "outage", "bombing"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Troops shot dead four smugglers near the village of Hollen on Tuesday. Two soldiers were wounded in Hollen.",
        "Raiders attacked a post in the village of Hollen on Tuesday. Five gendarmes and nine raiders were killed.",
        "The police and the gunmen fought in the streets of the village of Hollen on Tuesday, leaving nine dead.",
        "Guards foiled an attempt by gunmen to enter the village of Hollen on Tuesday, killing four of them.",
    ],
)
def test_where_each_side_lost_somebody_or_held_out_it_was_a_fight(sentence: str) -> None:
    assert _kinds(sentence) == {"clash"}


def test_an_attack_in_which_defenders_shot_some_of_those_who_came_stays_one() -> None:
    sentence = (
        "Militants attacked a base in the village of Hollen on Tuesday, killing 15 soldiers, officials said. "
        "Troops in the village of Hollen killed nine militants. Two people in Hollen were hit by stray bullets."
    )
    assert "attack" in _kinds(sentence)


def test_bombs_that_were_found_struck_nothing() -> None:
    sentence = "Agents searched a house in the town of Hollen on Tuesday. Two bombs were seized in the town of Hollen."
    assert not _kinds(sentence) & _STRIKES


def test_a_town_that_a_clause_says_was_overrun_fell() -> None:
    text = (
        "HOLLEN, March 5 (XNA) -- His words were about the loss of Hollen, an army garrison town in the Marsk region which the rebels said "
        "they had overrun on Tuesday. They said they had taken 58 soldiers prisoner there."
    )
    assert ("territory_change", "Hollen") in {
        (e.kind, e.place) for e in article_of(text, "2026-03-05").events
    }


def test_a_town_that_people_were_taken_in_did_not_fall() -> None:
    sentence = "He spoke in Tarrin, a market town which the rebels said they had taken aid to on Tuesday, killing nobody."
    assert "territory_change" not in _kinds(sentence)


def test_bombs_that_were_dropped_came_from_what_flew() -> None:
    sentence = (
        "A paraglider passed over the village of Hollen on Tuesday and dropped six mortar bombs on a hall."
    )
    assert _kinds(sentence) == {"air_strike"}


def test_a_strike_in_answer_to_an_abduction_is_one_by_its_weapon() -> None:
    sentence = "Warplanes bombed a camp in the village of Hollen on Tuesday in retaliation for the kidnapping, killing nine fighters."
    assert "air_strike" in _kinds(sentence)


def test_a_war_of_years_is_not_what_the_sentence_tells() -> None:
    text = (
        "In the north, where separatists have fought the army since 2017, gunmen opened fire on a bar in the town of Hollen on "
        "5 March 2026, killing ten people."
    )
    assert {kind for kind, _, _ in events_of(text)} == {"attack"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Militiamen surrendered two howitzers to the army in Hollen.",
        "Police confiscated six mortars in Hollen.",
        "Troops captured three drones in Hollen.",
    ],
)
def test_weapons_that_change_hands_struck_nobody(sentence: str) -> None:
    assert _kinds(sentence).isdisjoint({"shelling", "drone_strike", "missile_strike", "air_strike"})
    assert "shelling" in _kinds("Howitzers and mortars pounded Hollen.")
