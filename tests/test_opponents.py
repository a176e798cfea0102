"""Who killed those who fell in a fight of two sides, and what is not laid to the one told of before."""

from __future__ import annotations

import pytest

from tests.test_actors import actors


@pytest.mark.parametrize(
    ("text", "number", "actor"),
    [
        ("Security forces raided a hideout near Tell Warda, killing eight militants, police said.\n\n"
         "Two soldiers were also killed in the exchange of fire, they said.", "Two", "militants"),
        ("Hundreds of al-Shabab militants attacked a base in Warda on Monday.\n\n"
         "Eleven soldiers were killed in the fighting, an elder said.", "Eleven", "al-Shabab"),
        ("Hundreds of al-Shabab militants attacked a base in Warda on Monday.\n\n"
         "Soldiers and six clan fighters were killed in the fighting, an elder said.", "six", "al-Shabab"),
        ("Six soldiers were wounded when the rebels fought back near Mondala.", "Six", "rebels"),
        ("Troops intercepted a group of militants near Mondala on Friday night, officials said.\n\n"
         "Nine militants were killed in the firefight, while three soldiers died.", "Nine", "troops"),
        ("Taliban forces attacked Pakistani border posts overnight, a spokesman said.\n\n"
         "Nine Taliban fighters were killed and 16 wounded, he said.", "16", "Pakistan"),
        ("Pakistan's military said it had lost 23 troops and had killed 200 militants.", "200", "Pakistan's military"),
    ],
)  # fmt: skip
def test_each_sides_dead_are_the_others_doing(text: str, number: str, actor: str) -> None:
    assert actors(text)[number] == actor


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # What kills without anybody there.
        ("Militants attacked a base in Warda on Monday.\n\nA roadside bomb killed two soldiers nearby.", "two"),
        # Another fight than the one told of.
        ("Militants attacked a base in Warda on Monday.\n\nIn May, 14 soldiers were killed in an ambush.", "14"),
        # Fighters of either side.
        ("At least 17 fighters were killed in clashes between the Front and army units near Warda.", "17"),
        # What an attacker's own side lost, and what many deeds did.
        ("The rebels attacked a post in Warda, killing three people. The assailants lost ten men, police said.", "ten"),
        ("JNIM fighters attacked a post in Warda on Monday.\n\nMines have killed 26 civilians in the region this year.", "26"),
    ],
)  # fmt: skip
def test_no_one_is_named_where_the_text_does_not(text: str, number: str) -> None:
    assert actors(text)[number] is None


def test_the_same_group_is_the_one_blamed_before() -> None:
    found = actors(
        "A mine killed four people near Warda. An official blamed the 3R rebel group.\n\n"
        "The same group attacked an army post in Mondala on Tuesday, killing three soldiers."
    )
    assert found["three"] == "3R"
