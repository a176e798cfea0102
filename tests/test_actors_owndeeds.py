"""Who is meant by "its men", "the assailants", "the forces", and whose deeds those are that are told without a doer. All invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


def actors_of(text: str) -> list[str | None]:
    """The actor of each of the text's figures."""
    return [figure.actor for figure in article_of(text, "2023-06-06").figures]


@pytest.mark.parametrize("men", ["men", "fighters", "guerrillas", "soldiers", "commandos"])
def test_its_men_are_those_of_the_group_that_speaks(men: str) -> None:
    text = f"Al Shabaab, which is linked to al Qaeda, said its {men} had killed 44 policemen and burned three trucks."
    assert [(actor or "").casefold().replace("-", " ") for actor in actors_of(text)] == [
        "al shabaab",
        "al shabaab",
    ]


def test_warplanes_of_a_coalition_are_the_coalitions() -> None:
    assert actors_of("Warplanes of the Saudi-led coalition had carried out 11 raids.") == ["coalition"]


@pytest.mark.parametrize("who", ["assailants", "attackers", "gunmen", "raiders"])
def test_those_who_attacked_are_the_one_group_named(who: str) -> None:
    text = (
        "The mission condemned the attack on the village of Ngoubo by armed elements presumed to belong to the UPC.\n\n"
        f"The {who} set fire to 64 houses."
    )
    assert actors_of(text) == ["UPC"]


def test_gunmen_told_of_first_stay_gunmen() -> None:
    text = "Gunmen attacked a market in Goronyo on Sunday. Islamic State has a foothold across the border. The gunmen killed 43 people."
    assert actors_of(text) == ["gunmen"]


def test_suspects_who_attacked_are_the_rebels() -> None:
    text = "Suspected fighters of the Allied Democratic Forces attacked Mabalo on Sunday. The rebels shot dead two traders."
    assert actors_of(text) == ["Allied Democratic Forces"]


def test_rebels_of_a_group_that_no_list_holds() -> None:
    text = "Rebels of the Liberation Front of Kasai stormed a mine near Luebo. The rebels killed six guards."
    assert actors_of(text) == ["Liberation Front"]


def test_an_operation_is_no_army() -> None:
    text = (
        "Troops of Operation Desert Wind raided a camp and killed five bandits. Nine captives were rescued."
    )
    assert actors_of(text) == ["troops", "troops"]


def test_those_who_announce_operations_made_them() -> None:
    text = (
        "Hezbollah announced seven operations against Israeli positions on Saturday, after Israeli strikes."
    )
    assert actors_of(text) == ["Hezbollah"]


def test_what_a_force_tells_of_an_enemys_land_it_did() -> None:
    text = (
        "Inside Russia, a depot at Krasnaya Balka, in the Rostov region, burned after what Ukraine's General Staff "
        "called a successful operation. Four tanks were destroyed, it said."
    )
    assert actors_of(text) == ["Ukraine"]


@pytest.mark.parametrize(
    ("told", "actor"),
    [
        ("The SDF announced that eight suspects were arrested in Raqqa.", "SDF"),
        ("The army said four soldiers were killed in an ambush near Menaka.", None),
        ("Police said three people were killed in Kano.", None),
    ],
)
def test_arrests_are_of_those_who_report_them(told: str, actor: str | None) -> None:
    read = actors_of(told)[0]
    assert read == actor or (actor == "SDF" and read == "Syrian Democratic Forces")


def test_the_dead_are_buried_elsewhere() -> None:
    text = "Rebels attacked a convoy at Tangso on Monday. A councillor counted nine dead at the burial held on Tuesday in Kaya."
    (figure,) = article_of(text, "2023-06-06").figures
    assert figure.place == "Tangso"
