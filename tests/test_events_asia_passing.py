"""Deeds told in passing, and places told by the country around them, as in South and Southeast Asia. All is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of


def test_that_attack_is_the_one_whose_planner_was_held() -> None:
    article = article_of(
        "Forces raided a hideout in Deh Sabzar on Tuesday, killing three members of the group and arresting two, among "
        "them a planner of last Friday's suicide bombing at the Shah Sorvel mosque in Deh Hollen. That attack killed "
        "nine worshippers and wounded 26.",
        "2025-10-16",
    )
    days = {f.value: f.date_to for f in article.figures}
    assert days == {3: "2025-10-14", 2: "2025-10-14", 9: "2025-10-10", 26: "2025-10-10"}
    bombing = next(e for e in article.events if e.kind == "bombing")
    assert (bombing.place, bombing.date_to, len(bombing.figures)) == ("Deh Hollen", "2025-10-10", 2)


def test_what_somebody_is_held_over_is_no_place_of_his_arrest() -> None:
    text = "Police arrested two suspects on Tuesday in Lamitar over a bombing on Sunday in Marawir. That blast killed four."
    article = article_of(text, "2025-10-16")
    assert [(f.value, f.place, f.date_to) for f in article.figures] == [
        (2, "Lamitar", "2025-10-14"),
        (4, "Marawir", "2025-10-12"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        # The town, not the land that it lies in.
        (
            "Troops swept through Lel Mar in neighbouring Magway region. They shot dead seven villagers.",
            7,
            "Lel Mar",
        ),
        ("Rebels took a camp in the hills above Hsan Pyar after 40 soldiers were killed.", 40, "Hsan Pyar"),
        # Where people went.
        (
            "Residents of Spin Boldar said 17 civilians were wounded and hundreds of families left for Kandahar city.",
            17,
            "Spin Boldar",
        ),
        (
            "Rebels attacked a post at Pa Heir. Some 300 civilians crossed the river into Thailand's Tak province.",
            300,
            "Pa Heir",
        ),
    ],
)
def test_the_town_of_a_count(text: str, value: float, place: str) -> None:
    assert figure_of(text, value).place == place


def test_a_day_by_which_a_quake_is_known_is_no_day_of_the_news() -> None:
    article = article_of(
        "An air strike hit a school on Monday, killing 20 students.\n\nThe strike flattened the school in Oe Htein Kwir, "
        "north of the epicentre of the March 28 quake, locals said.\n",
        "2025-05-13",
    )
    assert [(e.place, e.date_to) for e in article.events] == [("Oe Htein Kwir", "2025-05-12")]


def test_what_is_counted_since_a_coup_is_counted_from_its_day() -> None:
    figure = figure_of("More than 5,000 people have been killed since the February 1, 2021 coup.", 5000)
    assert figure.date_from == "2021-02-01"


def _told(text: str, published: str) -> list[tuple[str, str | None, str | None]]:
    """Kind, place and last day of each event."""
    return [(e.kind, e.place, e.date_to) for e in article_of(text, published).events]


def test_the_community_of_a_state_tells_where_a_shooting_was() -> None:
    text = (
        "Gunmen opened fire at a horse race in western Mexico on Sunday, killing eight people and wounding 13, prosecutors "
        "said, in one of the bloodiest attacks this year in Jalisco.\n\nThe shooting took place at a track in El Refugiar "
        "de Arriba. Two of the dead were minors.\n\nMarines killed five gang members near Valle Hermosar on Monday.\n"
    )
    found = _told(text, "2025-03-04")
    assert ("shooting", "El Refugiar de Arriba", "2025-03-02") in found
    assert not any(place == "Jalisco" for _, place, _ in found)


def test_what_dissidents_had_done_a_day_earlier_is_of_that_day() -> None:
    text = (
        "A bomb went off on Sunday at Puente Quemar, wounding 14 people. Authorities blamed dissidents of the FARC, who a "
        "day earlier had used drones to drop grenades on an army base at Mondomir, killing a soldier and injuring five."
    )
    article = article_of(text, "2025-01-20")
    assert [(f.value, f.date_to) for f in article.figures] == [(14, "2025-01-19"), (5, "2025-01-18")]


def test_a_force_is_no_place_of_its_station() -> None:
    text = "Gunmen stormed a Levies station at Surab Kachar on Tuesday, killing two guards."
    assert [e.place for e in article_of(text, "2025-05-22").events] == ["Surab Kachar"]


def test_jets_that_were_fired_on_struck_nobody() -> None:
    text = "Gangs fired on three passenger jets at the Toussar airport on Monday, injuring two attendants."
    assert [kind for kind, _, _ in _told(text, "2024-12-12")] == ["attack"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Nine men were taken off a bus near the town of Noshpar and killed by gunmen.", "killed"),
        ("Gunmen pulled nine men off a bus at Hollen and shot them dead.", "killed"),
        ("Gunmen took nine men off a bus at Hollen and killed four.", "abducted"),
    ],
)
def test_what_became_of_those_who_were_led_away(text: str, measure: str) -> None:
    assert figure_of(text, 9).measure == measure


def test_a_quarter_of_a_city_is_where_one_fell() -> None:
    text = (
        "In Cucuta's Belen del Surr neighborhood, gunmen killed a leader who had fled Tibu two days earlier as he stood in "
        "line on Sunday."
    )
    assert [each[:2] for each in _told(text, "2025-01-20")] == [("shooting", "Belen del Surr, Cucuta")]


def test_wounded_soldiers_who_cross_a_border_are_on_no_mission() -> None:
    text = "Rebels attacked a post at Pa Heir. Four wounded government soldiers crossed the river, officials said."
    figure = figure_of(text, 4)
    assert figure.measure != "deployed"
    assert figure.place == "Pa Heir"
