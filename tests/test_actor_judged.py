"""Who did it is never who only speaks of it, nor the dead themselves. All attacks are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


def actor_of(text: str, value: float) -> str | None:
    return next(f.actor for f in article_of(text, "2026-03-05").figures if f.value == value)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Germany condemned the attacks on the market in Hollen, which killed 40 people.", None),
        ("France mourned the strike that killed 40 people in Hollen.", None),
        ("Israel launched strikes that killed 40 people in Hollen.", "Israel"),
        ("Russia carried out an attack which killed 40 people in Hollen.", "Russia"),
    ],
)
def test_who_judges_an_attack_did_not_commit_it(text: str, actor: str | None) -> None:
    assert actor_of(text, 40) == actor


def test_attackers_were_not_killed_by_their_own() -> None:
    text = "Gunmen killed 19 people in Hollen on Tuesday. Helicopters were called in, killing 12 of the attackers, an officer said."
    assert actor_of(text, 19) == "gunmen"
    assert actor_of(text, 12) != "gunmen"


def test_an_attack_in_another_town_has_an_actor_of_its_own_or_none() -> None:
    text = (
        "Gunmen killed 19 people in the town of Hollen on Tuesday.\n\n"
        "In the town of Tesso, a bomb killed three people.\n\n"
        "The attack in Hollen wounded 45 others."
    )
    assert actor_of(text, 3) is None
    assert actor_of(text, 45) == "gunmen"


def test_what_is_told_only_to_say_when_was_not_done_by_who_acts_next() -> None:
    text = (
        "Israel said on 4 March 2026 it had struck 80 targets in southern Lebanon, hours after a barrage of 50 rockets wounded "
        "seven people in the town of Kfar Oren."
    )
    assert actor_of(text, 80) == "Israel"
    assert actor_of(text, 50) is None


def test_the_name_of_a_group_wins_over_the_word_before_it() -> None:
    text = "Doctors accused the paramilitary Rapid Support Forces of firing 120 shells at the camp on 4 March 2026."
    assert actor_of(text, 120) == "Rapid Support Forces"
