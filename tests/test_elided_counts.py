"""Numbers whose noun or deed is left out or printed behind them: sought, lists, tolls, the lost, those who got away."""

import pytest

from tests.reading import article_of

Row = tuple[float, str, str | None]


def rows(text: str) -> list[Row]:
    return [(f.value, f.measure, f.unit) for f in article_of(text).figures]


def parts(text: str) -> list[tuple[float, float | None]]:
    figures = article_of(text).figures
    values = {f.id: f.value for f in figures}
    return [(f.value, values.get(f.part_of or "")) for f in figures]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Six bodies were pulled out, with the search continuing for as many as 15 more.",
            (15, "missing", "people"),
        ),
        ("Crews dug for at least 12 more under the mill.", (12, "missing", "people")),
        ("A hunt is under way for 20 more believed buried.", (20, "missing", "people")),
        ("Teams are still looking for another eight.", (8, "missing", "people")),
        ("At least 250,000 need urgent help.", (250_000, "affected", "people")),
        (
            "The rains have left the plain in ruins, with as many as 700,000 in need of aid.",
            (700_000, "affected", "people"),
        ),
    ],
)
def test_a_number_without_a_noun_is_read_by_what_is_told_of_it(text: str, row: Row) -> None:
    assert row in rows(text)


def test_those_hunted_are_not_missing() -> None:
    assert "missing" not in [m for _, m, _ in rows("Police were searching for three gunmen in Dar Mila.")]


def test_each_decision_on_a_number_of_requests_is_kept() -> None:
    text = "The office had 40 requests; 12 were approved, nine were denied and 19 were pending."
    assert rows(text) == [(n, "other", "requests") for n in (40, 12, 9, 19)]
    text = "Of the 135 requests, 36 were approved while 41 were denied."
    assert parts(text) == [(135, None), (36, 135), (41, 135)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said 1,860 people had been killed. Among them were 994 children, 766 women and 100 medics.",
        "At least 1,860 people were killed, among them 994 children, 766 women and 100 medics.",
        "A total of 1,860 people were killed, including 994 children, 766 women and 100 medics.",
        "The raids killed 1,860 people: 994 children, 766 women and 100 medics.",
    ],
)
def test_every_item_of_a_list_is_a_part(text: str) -> None:
    assert parts(text) == [(1860, None), (994, 1860), (766, 1860), (100, 1860)]
    assert {measure for _, measure, _ in rows(text)} == {"killed"}


def test_the_items_of_those_among_the_dead_stand_side_by_side() -> None:
    text = "The dead include 12 officers, 30 conscripts and 7 medics."
    assert parts(text) == [(12, None), (30, None), (7, None)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Two soldiers died on Monday, taking to 35 the number of troops lost in the drive.",
            (35, "killed", "troops"),
        ),
        ("That brought to 35 the number of soldiers the army has lost.", (35, "killed", "soldiers")),
        ("That brought to 35 the number of tanks the army has lost.", (35, "lost_equipment", "tanks")),
        ("Three more bodies were found, bringing to 112 the number of the dead.", (112, "killed", "people")),
        ("Three more bodies were found, bringing to 112 the number killed.", (112, "killed", "people")),
        ("The number killed climbed to nine after two of the injured died.", (9, "killed", "people")),
        ("The number wounded stood at 31 by nightfall.", (31, "injured", "people")),
    ],
)
def test_a_toll_is_read_on_either_side_of_what_it_counts(text: str, row: Row) -> None:
    figure = next(f for f in article_of(text).figures if f.value == row[0])
    assert (figure.value, figure.measure, figure.unit) == row
    assert figure.scope == "cumulative"


@pytest.mark.parametrize(
    "text",
    [
        "Norvian forces sent 90 drones; 60 were shot down and 19 were “lost”, the air force said.",
        'Norvian forces sent 90 drones; 60 were shot down and 19 drones were "locationally lost", the air force said.',
        "The air force shot down 60 drones. Another 19 were lost, it said.",
        "Of the 90 drones, 60 were downed and another 19 were lost from radar.",
    ],
)
def test_drones_lost_on_their_way_are_suppressed(text: str) -> None:
    assert (19, "shot_down", "drones") in rows(text)


def test_an_armys_own_lost_drones_and_men_lost_at_sea_are_none_of_these() -> None:
    assert rows("The army lost 12 drones in a week.") == [(12, "lost_equipment", "drones")]
    assert (4, "missing", "soldiers") in rows("The army said 12 soldiers died and four were lost at sea.")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("At least 60 inmates escaped when militants stormed the prison.", (60, "released", "inmates")),
        ("More than 400 prisoners broke out of the jail.", (400, "released", "prisoners")),
        ("Gunmen abducted 87 people on Sunday; nine of the 87 escaped.", (9, "released", "people")),
        ("Gunmen abducted 87 people on Sunday. Four fled their captors.", (4, "released", "people")),
        ("Three of the hostages escaped and walked to a village.", (3, "released", "hostages")),
        ("Hundreds fled the town after the attack.", (100, "displaced", "people")),
        ("Two people escaped unharmed when the house burned.", (2, "other", "people")),
    ],
)
def test_who_was_held_and_escapes_is_free(text: str, row: Row) -> None:
    assert row in rows(text)


def test_nobody_hands_over_those_who_escape() -> None:
    article = article_of(
        "Gunmen abducted 87 people in Dar Mila on Sunday; nine of the 87 escaped, police said."
    )
    nine = next(f for f in article.figures if f.value == 9)
    assert nine.actor is None
    assert [event.kind for event in article.events] == ["abduction"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Forces raid northern towns, two killed, 13 detained", (13, "arrested", "people")),
        ("This month:\n- 6 militants killed\n- 18 IS operatives detained", (18, "arrested", "operatives")),
        ("Guards Disband Rebel Cell in Norvia, Four Martyred", (4, "killed", "people")),
        ("Three Peshmerga killed as rebels hit a post", (3, "killed", "peshmerga")),
        ("Martyrs of attack on checkpoint in Odrava countryside rise to six", (6, "killed", "people")),
        (
            "Men with machine guns and RPGs came at dawn; the guards “neutralized” six.",
            (6, "killed", "people"),
        ),
        ("Three drones flew at the port and gunners shot down one.", (1, "shot_down", "drones")),
        ("Nine people died, police said. The figure was later revised to 11.", (11, "killed", "people")),
        ("Three soldiers died, they said. They later raised the figure to five.", (5, "killed", "soldiers")),
        ("Two drones hit the base. The army had given the number of drones as three.", (2, "hit", "drones")),
        (
            "Two unmanned aircraft approached the base. A statement gave the number of aircraft as three.",
            (3, "launched", "drones"),
        ),
        (
            "The army had a roadblock. “Three bodies were found, so we are at eight,” he said.",
            (8, "killed", "bodies"),
        ),
        (
            "Three guards were killed. One fell in the first minutes. The other two were in a car.",
            (2, "killed", "guards"),
        ),
    ],
)
def test_what_a_head_or_a_recount_leaves_out(text: str, row: Row) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "By Friday all but 2,500 households had their electricity back.",
            (2500, "without_power", "households"),
        ),
        ("Power was restored to all but 4,000 customers.", (4000, "without_power", "customers")),
        ("Water has returned to all but 300 homes.", (300, "without_water", "homes")),
        ("All but four of the drones fired at the port were shot down.", (4, "hit", "drones")),
    ],
)
def test_those_left_out(text: str, row: Row) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen seized nine farmers. Three of the farmers came home on Sunday after a payment.",
        "Gunmen seized nine farmers. Three of the farmers reached home on foot.",
        "Nine women were taken to carry the loot. Three of them managed to escape on Sunday.",
    ],
)
def test_who_was_taken_and_comes_home_is_free(text: str) -> None:
    (taken, measure, unit), (some, freed, same) = rows(text)
    assert (taken, measure, some, freed) == (9, "abducted", 3, "released")
    assert unit == same
    assert parts(text) == [(9, None), (3, 9)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Rebels killed nine villagers and took away three others, police said.",
            (3, "abducted", "villagers"),
        ),
        ("Drones came before dawn. Four of them hit the hospital.", (4, "hit", "drones")),
        (
            "At least 52 people were shot, medics said. A rights group has a lower number, 37.",
            (37, "injured", "people"),
        ),
        ("Twelve people died, medics said. The council gave a higher figure: 19.", (19, "killed", "people")),
        ("This brings to 131 the number of raids, shootings and blasts alike.", (131, "attacks", "raids")),
        ("That brought to nine the number of villages the rebels hold.", (9, "other", "villages")),
        (
            "Five people were killed, two of them civilians hit by bullets, and 17 were wounded.",
            (2, "killed", "civilians"),
        ),
        ("The group would free 10 hostages. It is thought to hold about 50.", (50, "captured", "hostages")),
        ("Six suspects, including one wanted individual, were detained.", (1, "arrested", "individuals")),
        (
            "About 9,000 people have arrived there, says the U.N. migration agency.",
            (9000, "displaced", "people"),
        ),
    ],
)
def test_counts_beside_those_of_others(text: str, row: Row) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    "rest", ["Six are still being held.", "Six of them remain in captivity.", "Six are still held."]
)
def test_those_still_held_are_held_as_the_others_were(rest: str) -> None:
    text = f"Rebels abducted ten guards. {rest}"
    assert rows(text) == [(10, "abducted", "guards"), (6, "abducted", "guards")]
    assert parts(text) == [(10, None), (6, 10)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Six houses were razed and three more damaged.",
            [(6, "destroyed", "houses"), (3, "damaged", "houses")],
        ),
        (
            "Seven, among them two children, were killed.",
            [(7, "killed", "people"), (2, "killed", "children")],
        ),
        (
            "About 200 families are without water and 3,000 without electricity.",
            [(200, "without_water", "families"), (3000, "without_power", "families")],
        ),
    ],
)
def test_each_of_two_counts_keeps_its_own_word(text: str, wanted: list[Row]) -> None:
    assert rows(text) == wanted
