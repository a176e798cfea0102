"""Counts that nothing happened to, and yet tell of a deed: who came, with what, who was aboard, what was lost. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of


def _told(text: str) -> list[tuple[str | None, list[float]]]:
    """Each event's place and the values of its figures."""
    article = article_of(text, "2026-03-07")
    value = {figure.id: figure.value for figure in article.figures}
    return [(event.place, [value[id] for id in event.figures]) for event in article.events]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Some 300 jihadists on 150 motorcycles attacked the camp at Hollen and killed 12 soldiers.", [300, 150, 12]),
        ("A force made up of nine trucks and two tanks attacked the village of Hollen and shot three men.", [9, 2, 3]),
        ("The bandits, said to be over 70 in number, attacked the village of Hollen, killing 12 people.", [70, 12]),
        ("A group of six tried to storm the post at Hollen. Three of the attackers were killed.", [6, 3]),
        ("Gunmen halted three buses near Hollen and killed two drivers.", [3, 2]),
        ("A bus was struck by six bullets in the town of Hollen, and two men were killed.", [6, 2]),
        ("A bus carrying 41 passengers was hit by a drone near Hollen, and nine died.", [41, 9]),
        ("A ferry capsized off Hollen, and 28 people drowned. It had 110 aboard.", [28, 110]),
        ("Shells fell in the town of Hollen and killed four people. Some 90 sheep were killed too.", [4, 90]),
        ("Armed men looted a convoy near Hollen and wounded two drivers, and 85 tons of food were lost.", [2, 85]),
    ],
    ids=["riders", "a force of", "in number", "a group of", "halted", "by bullets", "carrying", "aboard", "herd", "load"],
)  # fmt: skip
def test_who_came_whom_it_struck_and_what_was_lost_is_of_the_deed(text: str, values: list[float]) -> None:
    assert _told(text) == [("Hollen", values)]


@pytest.mark.parametrize(
    "text",
    [
        "A strike on Hollen killed three people, two residents said.",
        "A strike on Hollen, a town of 40,000 people, killed three.",
        "The jet dropped a 250kg bomb on Hollen, killing three people.",
        "Shelling of Hollen killed three members of one family.",
        "Clashes between two clans in Hollen killed three people.",
    ],
    ids=["who says so", "who lives there", "a bomb's weight", "one family", "the parties"],
)
def test_who_tells_it_and_where_it_was_is_not_of_the_deed(text: str) -> None:
    assert _told(text) == [("Hollen", [3])]


def test_of_two_deeds_of_a_sentence_each_has_what_was_taken_there() -> None:
    text = "On 4 March, 12 people were shot dead in Hollen, and on 5 March raiders killed nine herders and took 400 cows in Marsk."
    assert _told(text) == [("Hollen", [12]), ("Marsk", [9, 400])]


def test_the_whole_of_a_part_is_told_with_it() -> None:
    text = "Rebels in Hollen on Friday released 18 of the 22 policemen whom they had held since January."
    assert _told(text) == [("Hollen", [18, 22])]


def test_those_exchanged_are_counted_by_how_they_went_too() -> None:
    text = "Prisoners were exchanged at Hollen on Friday. Of those freed, 130 were flown to Marsk and 82 made the journey the other way."
    assert _told(text) == [("Hollen", [130, 82])]


@pytest.mark.parametrize(
    "after",
    [
        "Some 2,000 villagers relied on the clinic that they burned.",
        "\n\nAbout 2,000 people have fled Hollen.",
    ],
    ids=["beside it", "of its place"],
)
def test_those_whom_a_deed_drove_out_stand_with_it(after: str) -> None:
    assert _told(f"Gunmen killed nine people in the village of Hollen on Friday. {after}") == [
        ("Hollen", [9, 2000])
    ]


def test_fighting_that_drove_people_out_is_a_fight() -> None:
    (event,) = article_of("Fighting in Hollen has displaced 700 families since Friday.", "2026-03-07").events
    assert event.kind == "clash"


def test_who_is_rescued_the_day_after_is_of_the_wreck() -> None:
    text = "A boat capsized off Hollen on Thursday, leaving 28 dead. Only 42 had been pulled out alive by Friday evening."
    assert _told(text) == [("Hollen", [28, 42])]


def test_the_smaller_one_is_no_number() -> None:
    text = "Two ferries collided off Hollen on Friday. Fourteen people in the smaller one drowned."
    assert _told(text) == [("Hollen", [2, 14])]


@pytest.mark.parametrize(
    "text",
    [
        "Armed groups killed 212 people in Marden province in October. They also carried out 88 attacks on soldiers and burned 30 villages.",
        "The army says its offensive has killed 600 rebels and destroyed 40 bases in three months.",
        "The mission recorded 82 deaths in January. It was told of 44 wounded.",
        "Over the month, shelling damaged 1,100 houses in the province.",
        "Bandits killed 412 people in Marden province last year and burned 3,000 houses.",
        "Since January 310 people have been killed there, and 4,000 driven out.",
    ],
)
def test_what_is_counted_over_months_is_no_event(text: str) -> None:
    assert _told(text) == []


def test_the_deadliest_of_them_is_one() -> None:
    text = "There were four such blasts last year; the deadliest, in January 2025 in the village of Hollen, claimed six lives."
    assert _told(text) == [("Hollen", [6])]


@pytest.mark.parametrize(
    "then",
    [
        "The rebels promised to free another 300 prisoners within a month.",
        "The army plans to evacuate 60,000 residents.",
        "They threatened to kill 30 hostages.",
        "The agency warned that 2,000 people could be displaced.",
        "Some 40 residents were to be moved.",
        "The general said he would have killed 100 men.",
    ],
)
def test_what_is_planned_or_threatened_is_of_no_event(then: str) -> None:
    assert _told(f"A strike on the town of Hollen killed three people on Friday. {then}") == [("Hollen", [3])]


@pytest.mark.parametrize(
    ("then", "value"),
    [
        ("Another five could not be saved.", 5),
        ("Four of the wounded may have died.", 4),
        ("Up to eight people could be under the rubble.", 8),
    ],
)
def test_what_is_feared_is_not_planned(then: str, value: float) -> None:
    assert _told(f"A strike on the town of Hollen killed 12 people on Friday. {then}") == [
        ("Hollen", [12, value])
    ]


def test_what_is_agreed_on_is_of_the_deal() -> None:
    text = "Under a ceasefire deal reached in Hollen on Wednesday, the rebels would free 33 hostages."
    assert [values for _, values in _told(text)] == [[33]]


def test_where_the_hurt_lie_is_not_where_they_were_hurt() -> None:
    text = "A post in Hollen came under attack on Friday and six soldiers died. A dozen others were being treated in Marsk."
    assert _told(text) == [("Hollen", [6, 12])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Police on Friday arrested nine men over an attack on Hollen in which five people died.",
            [(None, [9]), ("Hollen", [5])],
        ),
        (
            "Police on Friday detained four men suspected of a bombing that killed 21 people in Hollen.",
            [(None, [4]), ("Hollen", [21])],
        ),
        (
            "Hundreds marched in Marsk on Friday to protest the killing of 21 villagers in Hollen on Thursday.",
            [("Marsk", [100]), ("Hollen", [21])],
        ),
    ],
    ids=["over", "suspected of", "to protest"],
)
def test_the_deed_that_men_are_held_for_is_another_than_their_arrest(
    text: str, found: list[tuple[str | None, list[float]]]
) -> None:
    assert _told(text) == found


def test_who_fled_the_fighting_and_drowned_died_in_no_clash() -> None:
    text = (
        "A boat with people who had fled the fighting in Marden sank off Hollen on Friday, leaving 28 dead."
    )
    (event,) = article_of(text, "2026-03-07").events
    assert (event.kind, event.place) == ("accident", "Hollen")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A drone boat holed a carrier off Hollen on Monday. The 21 crew were lifted off by helicopter on Wednesday.", [21]),
        ("• A clinic and 40 shops destroyed in the town of Hollen on 5 March", [40]),
        ("Rebels killed 12 people in the town of Hollen on Friday. Among those slain was a catechist and two of his sons.", [12, 2]),
        ("Shells fell on the town of Hollen on Friday, killing four people. Some 300 homes are without roofs.", [4, 300]),
        ("A gang seized 17 missionaries near the town of Hollen on Friday and shot two clergymen.", [17, 2]),
        ("Gunmen fired on a convoy near the town of Hollen on Friday, killing 38. More than 200 cars were travelling in it.", [38, 200]),
        ("A strike on the town of Hollen on Friday killed four people. Nine others were under treatment.", [4, 9]),
        ("At least 16 people were killed last month when a convoy was fired on in the town of Hollen.", [16]),
    ],
    ids=["days after", "a list", "and two sons", "roofless", "missionaries", "who was there", "treated", "when a convoy"],
)  # fmt: skip
def test_what_became_of_those_a_deed_met_is_of_the_deed(text: str, values: list[float]) -> None:
    assert _told(text) == [("Hollen", values)]


def test_a_shell_that_a_child_picks_up_was_not_fired() -> None:
    text = "Two cousins died when one of them picked up a shell in the village of Hollen on Friday."
    (event,) = article_of(text, "2026-03-07").events
    assert (event.kind, event.place) == ("bombing", "Hollen")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Rebels attacked the town of Hollen on Friday, killing nine. Captain Ivo Marden, who led the column of 200, was hurt.", [9, 200]),
        ("Gunmen attacked a mine near the town of Hollen on Friday, killing nine. Some 400 diggers came out unhurt.", [9, 400]),
        ("Gunmen seized a train near the town of Hollen on Friday and killed nine. They put the number of hostages at 214.", [9, 214]),
        ("Shells fell on the town of Hollen on Friday, killing nine. Forty pupils were led to a cellar.", [9, 40]),
        ("Shells fell on the town of Hollen on Friday, killing nine. Some 6,200 people have fled to the town of Marsk.", [9, 6200]),
        ("Shells fell on the town of Hollen on Friday, killing nine. Forty houses are nothing but ash.", [9, 40]),
        ("Rebels handed two guards to the Red Cross near the town of Hollen on Friday.", [2]),
    ],
    ids=["a column of", "unhurt", "the number of", "to a cellar", "reached", "ash", "to the Red Cross"],
)  # fmt: skip
def test_more_words_of_what_a_deed_did_to_those_counted(text: str, values: list[float]) -> None:
    assert _told(text) == [("Hollen", values)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A missile hit the station of the town of Hollen on Friday. By noon the dead numbered 25, two of them boys.", [25, 2]),
        ("Armed men blasted a wall of the prison in Hollen on Friday and let out 281 inmates. Two warders were stabbed.", [281, 2]),
        ("Bandits struck the town of Hollen on Friday with 300 men and killed nine.", [300, 9]),
        ("Raiders killed nine people in the town of Hollen on Friday. The raid set off an exodus of 9,800 people.", [9, 9800]),
        ("Raiders shot nine traders dead on a bus near Hollen on Friday. The bus had 41 passengers.", [9, 41]),
        ("A drone hit the town of Hollen on Friday. A nurse counted 18 bodies. A trader spoke of at least 25.", [18, 25]),
    ],
    ids=["the dead numbered", "a jail raid", "with 300 men", "an exodus", "had passengers", "spoke of"],
)  # fmt: skip
def test_tolls_jail_raids_and_those_who_struck(text: str, values: list[float]) -> None:
    (event,) = article_of(text, "2026-03-07").events
    assert event.kind != "prisoner_exchange"
    assert _told(text) == [("Hollen", values)]


@pytest.mark.parametrize(
    "then",
    [
        "Since January the fleet has stopped 11 ships, seven of them off Hollen.",
        "The rebels seized power in 2021, and an estimate put 100 of the 330 districts under them.",
        "Some 45 lorries are waiting in Hollen to be unloaded.",
    ],
    ids=["since January", "districts held", "waiting now"],
)
def test_what_is_so_for_months_or_now_is_of_no_deed(then: str) -> None:
    assert _told(f"A strike on the town of Hollen killed three men on Friday. {then}") == [("Hollen", [3])]
