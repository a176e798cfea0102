"""Who did it, where those named first suffered it or only spoke of it. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import figure_of

PUBLISHED = "2022-01-08"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Gunmen raided the town of Hollen on Sunday, the mayor said, killing 21 people.", "gunmen"),
        (
            "The army bombed the town of Hollen on Sunday, activists said, wounding nine people and killing 21.",
            "army",
        ),
        ("A bus was attacked near the town of Hollen on Sunday, the mayor said, killing 21 people.", None),
    ],
)
def test_who_says_so_in_between_did_not_do_it(text: str, actor: str | None) -> None:
    assert figure_of(text, 21, PUBLISHED).actor == actor


@pytest.mark.parametrize(
    "text",
    [
        "Vigilantes who pursued the thieves ran into an ambush near Hollen on Sunday and lost six of their members.",
        "A convoy of volunteers fell into an ambush near Hollen on Sunday and six volunteers were killed.",
        "Vigilantes came under fire near Hollen on Sunday. The police put the number of vigilantes killed at six.",
    ],
)
def test_who_was_ambushed_did_not_kill_his_own(text: str) -> None:
    assert figure_of(text, 6, PUBLISHED).actor is None


def test_those_who_go_after_gunmen_were_killed_by_them() -> None:
    text = "Gunmen attacked Hollen on Tuesday. Soldiers pursued them into the forest, where eight bandits and two soldiers were killed."
    assert figure_of(text, 2, PUBLISHED).actor == "gunmen"
    assert figure_of(text, 8, PUBLISHED).actor == "soldiers"


def test_its_jets_are_those_of_the_body_that_speaks() -> None:
    text = "The Air Component of Operation Karst said on Friday that its jets had struck a camp of terrorists near Hollen, killing 18 of them."
    assert figure_of(text, 18, PUBLISHED).actor == "Air Component"


def test_who_comes_for_the_hurt_did_not_hurt_them() -> None:
    text = "The village of Hollen was attacked on Sunday, and 35 people were hacked to death. Peacekeepers evacuated 19 wounded to the clinic."
    assert figure_of(text, 35, PUBLISHED).actor is None
