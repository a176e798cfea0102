"""Who did it by the words at the noun, by a name of several words, and by whom "they" are."""

from __future__ import annotations

import pytest

from tests.test_actors import actors


@pytest.mark.parametrize(
    ("text", "number", "actor"),
    [
        ("Israel and Iran traded strikes on Monday, with five people killed by an Iranian missile in Deir Warda.",
         "five", "Iran"),
        ("The attack, which destroyed 19 tankers, was claimed by the Group for the Support of Islam and Muslims.",
         "19", "Group for the Support of Islam and Muslims"),
        ("Forces of the multinational Joint Harbour Force seized 1,100 rifles from a dhow on Monday.", "1,100",
         "Joint Harbour Force"),
        ("Partner forces captured six fighters near Warda. They seized 21 rifles, Task Force officials said.", "21",
         "partner forces"),
        ("In Russia, the defence ministry said its units destroyed 47 Ukrainian drones. One of them hit a school.",
         "One", "Ukraine"),
        ("Militants overran a mine in Mali, killing two men.\n\nThe group, JNIM, set a deadline.\n\n"
         "The attack left seven guards dead.", "seven", "JNIM"),
    ],
)  # fmt: skip
def test_who_did_it(text: str, number: str, actor: str) -> None:
    assert actors(text)[number] == actor
