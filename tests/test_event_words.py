"""The words by which reports tell what kind of deed it was. All of it is invented."""

from __future__ import annotations

import pytest

from extract.eventkinds import kinds_in
from tests.reading import article_of

_FROM_AFAR = {"attack", "drone_strike", "missile_strike", "air_strike", "shelling"}


def _kinds(sentence: str) -> set[str]:
    return {event.kind for event in article_of(f"HOLLEN, March 5 (XNA) -- {sentence}", "2026-03-05").events}


@pytest.mark.parametrize(
    "sentence",
    [
        "Two men on a motorcycle shot a judge in the town of Hollen on Tuesday and fled, police said.",
        "A settler shot two farmers in the olive groves of Hollen on Tuesday, killing one of them, a medic said.",
        "Soldiers fired on a crowd waiting for flour in Hollen on Tuesday, killing nine people, medics said.",
        "Police used live rounds against demonstrators in Hollen on Tuesday, killing three people, a doctor said.",
        "Paramilitaries opened fire on a minibus near Hollen on Tuesday, killing six passengers, a medic said.",
        "Unknown assailants gunned down an elder and his two sons in Hollen on Tuesday, police said.",
        "A cargo plane was hit by four bullets as it landed in Hollen on Tuesday, the airline said.",
    ],
)
def test_shots_at_people_are_a_shooting(sentence: str) -> None:
    assert _kinds(sentence) == {"shooting"}


@pytest.mark.parametrize(
    "sentence",
    [
        "A charge hidden in a culvert blew up a truck near Hollen on Tuesday, killing five soldiers, the army said.",
        "An improvised bomb planted on the road to Hollen killed five soldiers on Tuesday, the army said.",
        "A suicide attacker blew himself up in a mosque in Hollen on Tuesday, killing 15 worshippers, police said.",
        "A mine blew up a fishing boat off Hollen on Tuesday and four crew members died, their union said.",
        "Troops blew up 12 houses in Hollen on Tuesday, the mayor said.",
        "The army demolished 14 homes with explosives in the village of Hollen on Tuesday, the mayor said.",
    ],
)
def test_what_was_set_off_where_it_lay_is_a_bombing(sentence: str) -> None:
    assert _kinds(sentence) == {"bombing"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Thirteen rebels and four soldiers were killed in combat around Hollen on Tuesday, a military source said.",
        "Street battles in Hollen on Tuesday killed nine people, medics said.",
        "Rival militias fought in the port of Hollen on Tuesday, killing five people, police said.",
        "Eleven people were killed in intercommunal violence in Hollen on Tuesday, the U.N. said.",
        "Heavy gunfire erupted between rival gangs in Hollen on Tuesday and four people died, police said.",
        "Troops foiled an infiltration bid near Hollen on Tuesday, killing six militants, the army said.",
    ],
)
def test_what_two_sides_fought_is_a_clash(sentence: str) -> None:
    assert _kinds(sentence) == {"clash"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The town of Hollen fell to the rebels on Tuesday, residents said.",
        "Rebels raised their flag over the town of Hollen on Tuesday, residents said.",
        "The army drove the rebels out of the town of Hollen on Tuesday, a commander said.",
        "The militia pulled out of the town of Hollen on Tuesday, residents said.",
        "The army said on Tuesday it had cleared the town of Hollen of rebels.",
    ],
)
def test_ground_that_changes_hands_is_told_in_many_ways(sentence: str) -> None:
    assert _kinds(sentence) == {"territory_change"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (
            "Bandits whisked away 48 worshippers from a mosque in Hollen on Tuesday, a resident said.",
            "abduction",
        ),
        ("Fighters marched 30 boys from a school in Hollen into the forest on Tuesday.", "abduction"),
        ("Armed men snatched an aid worker from his home in the town of Hollen on Tuesday.", "abduction"),
        ("Gunmen pulled 14 men off a bus near Hollen on Tuesday, the driver said.", "abduction"),
        ("Soldiers pulled 26 young men off a bus at Hollen on Tuesday, the driver said.", "arrest"),
        ("Troops seized 12 suspected members of the group in Hollen on Tuesday, the army said.", "arrest"),
        ("Police nabbed four suspects in Hollen on Tuesday, a spokesman said.", "arrest"),
    ],
)
def test_who_takes_people_tells_an_arrest_from_an_abduction(sentence: str, kind: str) -> None:
    assert _kinds(sentence) == {kind}


@pytest.mark.parametrize(
    "sentence",
    [
        "A boat carrying 60 migrants overturned off Hollen on Tuesday, drowning 14 people, the coast guard said.",
        "A military helicopter made a hard landing in Hollen on Tuesday, injuring three crew, the army said.",
        "A military helicopter went down near Hollen on Tuesday because of a technical fault, killing four.",
    ],
)
def test_what_nobody_did_is_an_accident(sentence: str) -> None:
    assert _kinds(sentence) == {"accident"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Gunmen on motorbikes opened fire on a minibus near Hollen on Tuesday, killing six passengers, police said.",
        "The junta dropped two bombs on a school in Hollen on Tuesday, killing 12 pupils, residents said.",
        "A gunboat fired at tents on the shore of Hollen on Tuesday, wounding five people, medics said.",
        "Bandits invaded Hollen on Tuesday and killed nine farmers, police said.",
        "Helicopters strafed the market of Hollen on Tuesday, killing 17 people, witnesses said.",
    ],
)
def test_attacks_stay_attacks(sentence: str) -> None:
    kinds = _kinds(sentence)
    assert kinds
    assert kinds <= _FROM_AFAR


@pytest.mark.parametrize(
    "sentence",
    [
        "Kidnappers freed four engineers near the town of Hollen on Tuesday, the company said.",
        "The rebels on Tuesday released four nurses whom they had held captive for 40 days in the town of Hollen.",
        "The rebels on Tuesday released four soldiers whom they had held captive for 40 days in the town of Hollen.",
        "Three farmers who had been kidnapped were released in the town of Hollen on Tuesday for a ransom.",
    ],
)
def test_captives_come_free_in_a_deed_of_its_own(sentence: str) -> None:
    assert _kinds(sentence) == {"prisoner_exchange"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Two missiles hit a freighter off Hollen on Tuesday, killing four sailors; the others fell into the sea.",
        "Shells killed four people in the town of Hollen on Tuesday, the worst day there since the truce took effect.",
        "A bomb killed four people in the town of Hollen on Tuesday. Police arrested two suspects.",
    ],
    ids=["fell into the sea", "since a truce", "arrested for it"],
)
def test_what_is_told_about_a_deed_is_no_other_deed(sentence: str) -> None:
    assert len(article_of(f"HOLLEN, March 5 (XNA) -- {sentence}", "2026-03-05").events) == 1


def test_men_who_storm_a_post_have_not_the_weapon_of_another_clause() -> None:
    text = (
        "Nine soldiers were killed when gunmen stormed two posts in Kalgan district on Thursday, the army said, "
        "while mortar fire claimed four lives in the village of Hollen."
    )
    assert [kind for kind, _, _ in kinds_in(text)] == ["attack", "shelling"]


@pytest.mark.parametrize(
    "sentence",
    [
        "At a checkpoint near the village of Hollen, soldiers dragged two students from a taxi on Tuesday.",
        "Troops hauled a teacher out of his house in the village of Hollen on Tuesday, his family said.",
    ],
)
def test_those_whom_soldiers_drag_from_a_car_or_a_house_are_arrested(sentence: str) -> None:
    assert _kinds(sentence) == {"arrest"}


def test_the_dead_whom_rescuers_take_out_of_a_house_are_not_abducted() -> None:
    text = "Rescuers pulled two bodies out of a house in the village of Hollen on Tuesday, their chief said."
    assert "abduction" not in _kinds(text)


def test_where_people_went_whom_a_fight_drove_out_is_no_deed() -> None:
    text = (
        "Shells killed nine people in the village of Hollen on Tuesday, medics said.\n\n"
        "In the port of Marsk, 4,000 people who fled have arrived since Monday, the U.N. said."
    )
    assert [(e.kind, e.place) for e in article_of(text, "2026-03-05").events] == [("shelling", "Hollen")]


@pytest.mark.parametrize(
    "sentence",
    [
        "A navy vessel opened fire on fishermen off Hollen on Tuesday, wounding five, their union said.",
        "Two men wearing explosive belts were killed in a raid on the town of Hollen on Tuesday.",
    ],
)
def test_what_a_ship_fires_and_what_the_dead_wore(sentence: str) -> None:
    kinds = _kinds(sentence)
    assert kinds
    assert kinds <= _FROM_AFAR


@pytest.mark.parametrize(
    "more",
    [
        "The blast brought down the north wing of the building, injuring 31 more, a doctor said.",
        "More than 30 people were hurt and three boats sank.",
    ],
)
def test_what_a_strike_did_is_told_on_in_other_words(more: str) -> None:
    text = f"Warplanes struck the port of Hollen on Tuesday, killing nine people, medics said. {more}"
    assert _kinds(text) == {"air_strike"}


@pytest.mark.parametrize(
    "counted",
    [
        "At least 160 people, including 21 police officers, have been killed in the Hollen district since January.",
        "The ministry put the death toll since the attacks resumed on Jan. 9 at 1,874.",
    ],
)
def test_a_count_of_months_is_no_event_nor_is_a_part_of_it(counted: str) -> None:
    text = f"A drone strike killed nine people in the town of Marsk on Tuesday, medics said.\n\n{counted}"
    assert _kinds(text) == {"drone_strike"}


def test_what_was_shot_down_elsewhere_is_not_of_the_shelling_of_a_town() -> None:
    text = (
        "HOLLEN, March 5 (XNA) -- Mortar shells hit the town of Marsk on Tuesday, killing nine people, medics said.\n\n"
        "The coalition announced the interception of six explosive drones that the rebels had launched."
    )
    shelled = next(e for e in article_of(text, "2026-03-05").events if e.kind == "shelling")
    assert len(shelled.figures) == 1


def test_strikes_that_came_to_the_aid_of_troops_are_told_apart_from_their_fight() -> None:
    text = (
        "HOLLEN, March 6 (XNA) -- Thirty rebels and nine soldiers have died in the last 48 hours in combat around the "
        "town of Marsk, a military source said. According to the source, the rebels seized three hills at dawn on "
        "Wednesday.\n\n"
        "The coalition came to the aid of the troops with 19 air raids on rebel positions in the area, which destroyed "
        "nine vehicles."
    )
    assert [e.kind for e in article_of(text, "2026-03-06").events] == [
        "clash",
        "territory_change",
        "air_strike",
    ]


def test_mediators_who_bring_about_a_swap_are_no_talks_beside_it() -> None:
    text = (
        "Mediators achieved in the town of Hollen on Tuesday the release of 20 soldiers in exchange for 24 rebel "
        "prisoners, the largest swap of the year."
    )
    assert _kinds(text) == {"prisoner_exchange"}
