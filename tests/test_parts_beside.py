"""Parts told right beside their whole: after a toll, among those killed, under a printed list's head, of a band."""

import pytest

from tests.reading import article_of

Row = tuple[float, str, float | None]


def rows(text: str) -> list[Row]:
    figures = article_of(text).figures
    values = {f.id: f.value for f in figures}
    return [(f.value, f.measure, values.get(f.part_of or "")) for f in figures]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Medics put the toll there at eight, saying two guards had died on the way to hospital.",
            [(8, "killed", None), (2, "killed", 8)],
        ),
        (
            "A family of six are among at least 11 people killed in shelling, rescuers said.",
            [(6, "killed", 11), (11, "killed", None)],
        ),
        ("Family of six among 11 killed in Odrava", [(6, "killed", 11), (11, "killed", None)]),
        ("Three policemen were among at least nine dead.", [(3, "killed", 9), (9, "killed", None)]),
        (
            "The number of casualties had risen to 14, prosecutors said, with 12 injured.",
            [(14, "casualties", None), (12, "injured", 14)],
        ),
        (
            "Casualties reached 40, officials said, with nine killed and 31 injured.",
            [(40, "casualties", None), (9, "killed", 40), (31, "injured", 40)],
        ),
        (
            "Three civilians, a woman and her two daughters, were killed when a shell fell on Odrava.",
            [(3, "killed", None), (2, "killed", 3)],
        ),
        (
            "Three soldiers, two conscripts and a captain, were killed by a mine.",
            [(3, "killed", None), (2, "killed", 3)],
        ),
        (
            "Gunners destroyed 58 drones. Of these, 27 were downed over Norvia, 19 over the Belzane Region and 12 over Odrava.",
            [(58, "shot_down", None), (27, "shot_down", 58), (19, "shot_down", 58), (12, "shot_down", 58)],
        ),
        (
            "Two drones came at the base. Gunners downed one.",
            [(2, "launched", None), (1, "shot_down", 2)],
        ),
        (
            "Six people were killed at a market. One of them was a teacher who had run to help.",
            [(6, "killed", None), (1, "killed", 6)],
        ),
    ],
)
def test_a_part_beside_its_whole(text: str, wanted: list[Row]) -> None:
    assert rows(text) == wanted


def test_the_toll_before_is_no_whole_of_those_who_raised_it() -> None:
    text = "The toll rose to 34, up from 29, after five more bodies were found."
    assert rows(text) == [(34, "killed", None), (29, "killed", None), (5, "killed", None)]


def test_those_who_died_of_wounds_are_of_the_kind_whose_toll_they_raise() -> None:
    text = (
        "The number of guards martyred in Sunday’s attack on a post at the gates of Odrava, in the eastern hills of"
        " Norvia, has risen to six after three of the wounded succumbed to their injuries."
    )
    assert [(f.value, f.measure, f.unit) for f in article_of(text).figures] == [
        (6, "killed", "guards"),
        (3, "killed", "guards"),
    ]
    assert rows(text)[1] == (3, "killed", 6)


@pytest.mark.parametrize(
    "text",
    [
        "The army said a group of seven had tried to sneak over the border. Three of the attackers were killed and one was taken prisoner.",
        "A team of seven slipped over the river. Three were killed and one was captured.",
    ],
)
def test_what_befell_some_of_a_band(text: str) -> None:
    assert rows(text) == [(7, "other", None), (3, "killed", 7), (1, "captured", 7)]


def test_the_items_of_a_printed_list_are_what_its_head_counts() -> None:
    text = (
        "The number of people documented as killed since January rises to 163:\n\n"
        "– 74 civilians, including 9 children and 12 women.\n"
        "– 51 members of the militia.\n– 38 soldiers."
    )
    assert rows(text) == [
        (163, "killed", None),
        (74, "killed", 163),
        (9, "killed", 74),
        (12, "killed", 74),
        (51, "killed", 163),
        (38, "killed", 163),
    ]
    text = "Air defences shot down 46 drones:\n- 27 over the Belzane Region\n- 19 over the Kurmin Region"
    assert rows(text) == [(46, "shot_down", None), (27, "shot_down", 46), (19, "shot_down", 46)]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died in Odrava.\n\nAid delivered this week:\n- 300 families\n- 20 trucks",
        "Nine people died in Odrava. The staff of the town’s clinic:\n\nThe director has\n- 4 doctors",
    ],
)
def test_items_of_another_list_are_not(text: str) -> None:
    assert {measure for value, measure, _ in rows(text) if value != 9} == {"other"}


def test_those_of_a_pronoun_are_of_nobody_counted_far_above() -> None:
    figures = article_of("The raiders turned back. Police said four of them were killed.").figures
    assert [(f.value, f.measure, f.unit) for f in figures] == [(4, "killed", "raiders")]
    figures = article_of("Villagers fled when the soldiers came. Two of them were shot.").figures
    assert [(f.value, f.measure, f.unit) for f in figures] == [(2, "injured", "villagers")]
