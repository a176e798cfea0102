"""Who did it, where the text tells it beside: a fight's other side, bombers who are men, jets, strikers. All invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


def actor_of(text: str, value: float) -> str | None:
    return next(f.actor for f in article_of(text, "2026-03-05").figures if f.value == value)


@pytest.mark.parametrize(
    ("text", "value", "actor"),
    [
        (
            "A suicide bomber killed at least 24 people at a market in Hollen on Tuesday, police said.",
            24,
            "suicide bomber",
        ),
        (
            'An armed group calling itself "Men of the Oak" said in a statement that it had launched 18 drones at the base.',
            18,
            "Men of the Oak",
        ),
        (
            "Ukraine's air force said it downed 52 of 60 drones that Russia launched overnight.",
            60,
            "Russia",
        ),
    ],
)
def test_who_is_told_to_have_done_it_himself(text: str, value: float, actor: str) -> None:
    assert actor_of(text, value) == actor


def test_jet_fighters_are_no_fighters() -> None:
    text = "On Tuesday jet fighters bombed the town of Hollen, destroying eight houses and a clinic."
    assert actor_of(text, 8) != "fighters"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "The M23 had seized the village of Hollen on Friday after clashes with pro-government militias that left eight "
            "militiamen dead, local sources said.",
            "M23",
        ),
        ("Soldiers clashed with bandits near Hollen on Friday and eight bandits were killed.", "soldiers"),
    ],
)
def test_those_who_fell_in_clashes_with_somebody_fell_to_him(text: str, actor: str) -> None:
    assert actor_of(text, 8) == actor


def test_a_strike_is_not_of_the_one_that_fires_where_another_attacks_too() -> None:
    text = (
        "Israeli attacks on two towns in Lebanon have killed at least 16 people, as Hezbollah fired rockets at a base.\n\n"
        "The mayor spoke to reporters.\n\nThe other four died in Kfar Ramel when a drone hit a van, the ministry said."
    )
    assert actor_of(text, 4) != "Hezbollah"


def test_the_losses_that_an_officer_counts_were_the_other_sides_doing() -> None:
    text = (
        "Soldiers retook the town of Hollen on Sunday from al-Shabab, which had held it since November.\n\n"
        "The ministry did not mention government losses, but a military officer put them at 11 dead and 26 wounded."
    )
    assert actor_of(text, 11) == "al-Shabab"
    assert actor_of(text, 26) == "al-Shabab"


def test_a_mine_was_not_laid_by_who_acted_last() -> None:
    text = (
        "Ethiopian troops bombed the town of Hollen on Sunday, killing 44 people. "
        "On Monday a landmine killed all 13 people in a minibus outside the town."
    )
    assert actor_of(text, 44) == "Ethiopia"
    assert actor_of(text, 13) is None


def test_attackers_whom_a_government_counts_fell_to_it() -> None:
    text = "Al-Shabab attacked a base in Hollen on Monday. The Somali government said 52 of the attackers were killed."
    assert actor_of(text, 52) == "Somalia"


def test_an_army_by_name_only_is_no_states_army() -> None:
    text = (
        "The Oak National Army and allied groups said they captured a base at Hollen on Sunday after a battle, "
        "acknowledging the loss of five of their own fighters."
    )
    assert actor_of(text, 5) != "army"


def test_who_strikes_abroad_did_not_strike_his_own_land() -> None:
    text = (
        "Ukraine said Russian shelling killed seven people in Kharkiv on Monday. "
        "In Russia's Belgorod region, a drone killed two, the governor said."
    )
    assert actor_of(text, 7) == "Russia"
    assert actor_of(text, 2) != "Russia"
