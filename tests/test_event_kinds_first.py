"""Which deed decides, where words of several stand together: the one told first. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


def _kinds(sentence: str) -> set[str]:
    text = f"HOLLEN, March 5 (XNA) -- {sentence}"
    return {event.kind for event in article_of(text, "2026-03-05").events}


@pytest.mark.parametrize(
    "sentence",
    [
        "Four traders died near the village of Hollen on Tuesday when their pickup set off a mine.",
        "Twelve people were killed when a device went off inside a mosque in Hollen on Tuesday.",
        "A bomb stuck under a minibus killed five teachers in Hollen on Tuesday.",
        "Nineteen people died when a lorry exploded at a checkpoint in Hollen on Tuesday.",
        "A man flung two grenades into a cafe in Hollen on Tuesday, killing three people.",
        "Two girls with explosives under their robes killed 16 traders in Hollen on Tuesday.",
        "Three boys were killed in Hollen on Tuesday by an unexploded rocket that they had taken for a toy.",
        "A shell that children had picked up blew up in Hollen on Tuesday, killing two of them.",
    ],
)
def test_what_was_laid_worn_thrown_or_left_lying_is_a_bombing(sentence: str) -> None:
    assert _kinds(sentence) == {"bombing"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Troops and rebels battled for the bridge of Hollen with tanks and drones on Tuesday, and 31 fighters died.",
        "Gangs fought for a third day over Hollen on Tuesday, leaving 13 dead; shells hit a clinic.",
        "Fighting with mortars between the army and a militia near Hollen on Tuesday killed eight people.",
        "A patrol came under fire in Hollen on Tuesday and killed 21 jihadists, the army said.",
        "The enemy lost more than 140 troops in the fighting near Hollen on Tuesday, where its assaults failed.",
        "Herders and farmers shot it out in Hollen on Tuesday and 19 people died.",
    ],
)
def test_a_fight_told_first_holds_its_shots_and_shells(sentence: str) -> None:
    assert _kinds(sentence) == {"clash"}


def test_a_fight_that_only_gives_the_time_decides_nothing() -> None:
    assert "shelling" in _kinds(
        "Amid clashes further east, shelling killed eight people in Hollen on Tuesday."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Commandos dropped by helicopter on Hollen on Tuesday captured six men wanted for a bombing.",
        "Police arrested four men in Hollen on Tuesday who planned to blow up a bridge.",
        "The security service held eight people in Hollen on Tuesday, suspected of plotting attacks.",
    ],
)
def test_what_men_are_sought_for_is_not_the_deed(sentence: str) -> None:
    assert _kinds(sentence) == {"arrest"}


def test_what_those_who_marched_were_under_took_nothing() -> None:
    text = (
        "The army marched back into Hollen on Tuesday and killed 60 rebels who withdrew under artillery fire."
    )
    assert "shelling" not in _kinds(text)
    assert _kinds("Hollen came under artillery fire on Tuesday and 12 people were killed.") == {"shelling"}


def test_old_shells_that_blow_up_are_an_accident() -> None:
    text = "Old ammunition that was being moved blew up in Hollen on Tuesday, killing 13 soldiers."
    assert _kinds(text) == {"accident"}


def test_bodies_given_back_are_exchanged() -> None:
    text = "The rebels gave back the bodies of 30 soldiers in Hollen on Tuesday, some killed in the battle of June."
    assert _kinds(text) == {"prisoner_exchange"}


@pytest.mark.parametrize(
    "sentence",
    [
        "An explosives-laden drone crashed into a queue for fuel in Hollen on Tuesday, killing 11 people.",
        "A drone let an explosive device fall on a van in Hollen on Tuesday; the blast killed three people.",
    ],
)
def test_what_a_drone_brought_is_a_drone_strike(sentence: str) -> None:
    assert _kinds(sentence) == {"drone_strike"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Some 40,000 people in Hollen have had no water since Tuesday, when a shell hit the pumps.", "shelling"),
        ("Some 40,000 people in Hollen have had no water since Tuesday.", "outage"),
        ("Two pilots died when a trainer crashed in Hollen on Tuesday after a bombing run.", "accident"),
        ("Snipers picked off eight people in Hollen on Tuesday as they left church.", "shooting"),
        ("Troops freed 19 captives in a firefight in Hollen on Tuesday.", "clash"),
        ("The army reported 143 clashes in Hollen on Tuesday and the use of 96 bombs.", "clash"),
        ("After mediation, 40 fighters captured in the clashes of May were sent home from Hollen on Tuesday.", "prisoner_exchange"),
        ("Five nurses disappeared in Hollen on Tuesday; armed men are thought to have led them off.", "abduction"),
    ],
)  # fmt: skip
def test_the_words_of_the_deed_itself_decide(sentence: str, kind: str) -> None:
    assert _kinds(sentence) == {kind}


def test_those_counted_after_a_town_fell_are_of_its_fall() -> None:
    text = "The army withdrew from Hollen on Tuesday. Rebels counted 19 prisoners and six destroyed tanks."
    assert _kinds(text) == {"territory_change"}


def test_those_who_went_after_the_raiders_fought_them() -> None:
    text = (
        "Gunmen raided Hollen on Tuesday, killing 14 villagers. "
        "Soldiers pursued the gunmen and killed nine of them in Hollen on Tuesday, the army said."
    )
    assert {"attack", "clash"} <= _kinds(text)


def test_villagers_who_block_a_road_protest() -> None:
    assert _kinds("Hundreds of residents blocked the bridge of Hollen on Tuesday.") == {"protest"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Two shepherds died by a landmine in Hollen on Tuesday.", "bombing"),
        ("A colonel and two guards were killed by a bomb under their car in Hollen on Tuesday.", "bombing"),
        ("Militants mined a road in Hollen on Tuesday and three labourers were killed.", "bombing"),
        ("A bomb maker and two aides were detained in Hollen on Tuesday.", "arrest"),
        ("At least 25 men were killed on both sides in Hollen on Tuesday as the offensive went on.", "clash"),
        ("The five-day battle for Hollen ended on Tuesday with 60 fighters dead.", "clash"),
        (
            "Six passengers died in Hollen on Tuesday when soldiers at a roadblock fired at their bus.",
            "shooting",
        ),
        ("Rebels handed over eight captured policemen in Hollen on Tuesday.", "prisoner_exchange"),
        ("Floods killed 14 displaced people in Hollen on Tuesday.", "accident"),
        ("A fire caused by a gas cylinder killed four people in Hollen on Tuesday.", "accident"),
    ],
)
def test_other_words_of_a_deed_tell_its_kind(sentence: str, kind: str) -> None:
    assert _kinds(sentence) == {kind}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Twin explosions hit a market in Hollen on Tuesday, killing 18 people.", "bombing"),
        ("Gunmen threw a grenade into a church in Hollen on Tuesday, killing one person.", "bombing"),
        ("An explosion at a works in Hollen on Tuesday, put down to carelessness, killed nine.", "accident"),
        ("Violence between farmers and herders in Hollen on Tuesday killed 13 people.", "clash"),
        ("Sixteen soldiers captured last year were freed in Hollen on Tuesday.", "prisoner_exchange"),
        ("Seven men suspected of the bombing were caught in Hollen on Tuesday.", "arrest"),
    ],
)
def test_what_exploded_who_fought_and_who_was_freed(sentence: str, kind: str) -> None:
    assert _kinds(sentence) == {kind}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("In return for 12 jailed fighters, the group freed four engineers in Hollen on Tuesday.", "prisoner_exchange"),
        ("The rebels surrendered the bodies of five policemen in Hollen on Tuesday.", "prisoner_exchange"),
        ("Gunmen marched 30 worshippers out of a church in Hollen on Tuesday.", "abduction"),
        ("A raid by commandos in Hollen on Tuesday ended with the capture of two men.", "arrest"),
        ("Two men on a motorcycle fired on a tea shop in Hollen on Tuesday and killed four.", "shooting"),
        ("The army lost three men and killed 19 rebels in Hollen on Tuesday.", "clash"),
        ("Missiles knocked out power to 120,000 homes in Hollen on Tuesday.", "missile_strike"),
    ],
)  # fmt: skip
def test_what_was_given_taken_or_cut_off(sentence: str, kind: str) -> None:
    assert kind in _kinds(sentence)  # … and the lights that went out


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A woman set off her belt at a wedding in Hollen on Tuesday and killed 14 guests.", "bombing"),
        ("Two policemen and three thieves died when they shot at each other in Hollen on Tuesday.", "clash"),
        ("Six labourers were lined up and shot in Hollen on Tuesday.", "shooting"),
        ("Police killed five people in Hollen on Tuesday as they fired to break up a march.", "shooting"),
    ],
)
def test_who_shot_and_at_whom(sentence: str, kind: str) -> None:
    assert _kinds(sentence) == {kind}
