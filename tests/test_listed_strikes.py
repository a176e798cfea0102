"""Releases that list strikes place by place, as a command's press office writes them. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of, figure_of

RELEASE = (
    "SOUTHWEST ASIA, March 3, 2016 — Coalition forces continued to strike militants, task force officials reported today.\n\n"
    "Attack, bomber and remotely piloted aircraft conducted nine strikes in Syria:\n\n"
    "-- Near Ayn Tessa, four strikes struck two separate ISIL tactical units and destroyed three vehicles.\n\n"
    "-- Outside Marj Soud, five strikes destroyed six ISIL oil tankers and suppressed a mortar position.\n\n"
    "Rocket artillery and fighter aircraft conducted 12 strikes in Iraq:\n\n"
    "-- Near Tel Hamir, 11 strikes killed an estimated 30 ISIL fighters and destroyed an artillery system."
)


@pytest.mark.parametrize(
    ("value", "place"), [(4, "Ayn Tessa"), (3, "Ayn Tessa"), (6, "Marj Soud"), (30, "Tel Hamir")]
)
def test_a_line_of_a_list_has_its_own_place_though_no_table_holds_it(value: float, place: str) -> None:
    figure = figure_of(RELEASE, value)
    assert figure.place == place
    assert figure.actor is None or place not in figure.actor


def test_a_line_of_a_list_is_of_the_kind_that_its_head_tells() -> None:
    assert sorted((kind, place) for kind, place, _ in events_of(RELEASE)) == [
        ("air_strike", "Ayn Tessa"),
        ("air_strike", "Iraq"),
        ("air_strike", "Marj Soud"),
        ("air_strike", "Syria"),
        ("air_strike", "Tel Hamir"),
    ]


def test_strikes_by_guns_are_shelling_in_the_lines_below_too() -> None:
    text = (
        "Howitzers of the army's 3rd brigade carried out six strikes in Yemen on 5 March 2026.\n\n"
        "-- Near Beit Tessa, two strikes destroyed four vehicles."
    )
    assert {(e.kind, e.place) for e in article_of(text).events} >= {("shelling", "Beit Tessa")}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A bomb destroyed two mortar positions in the town of Hollen on 5 March 2026.", "attack"),
        ("Two people were killed by mortars in the town of Hollen on 5 March 2026.", "shelling"),
        ("Drones destroyed three missile launchers in the town of Hollen on 5 March 2026.", "drone_strike"),
    ],
    ids=["a position", "the weapon", "launchers"],
)
def test_guns_and_launchers_that_were_the_target_are_not_the_weapon(sentence: str, kind: str) -> None:
    assert [k for k, _, _ in events_of(sentence)] == [kind]


def test_towns_whose_names_begin_alike_are_two_and_so_are_equal_counts_of_two_towns() -> None:
    text = (
        "Coalition aircraft conducted 10 strikes in Syria on 3 March 2026:\n\n"
        "-- Near Tell Sabkhah, three strikes destroyed two vehicles.\n\n"
        "-- Near Tell Marwan, four strikes destroyed nine boats.\n\n"
        "-- Near Rumaylan, three strikes destroyed a headquarters."
    )
    article = article_of(text)
    values = {figure.id: figure.value for figure in article.figures}
    told = {event.place: sorted(values[i] for i in event.figures) for event in article.events}
    assert told == {"Syria": [10], "Tell Sabkhah": [2, 3], "Tell Marwan": [4, 9], "Rumaylan": [3]}


def test_a_part_of_a_count_of_months_is_of_no_event() -> None:
    text = "Since March the coalition has conducted 1,316 strikes, of which 790 were in Iraq, a spokesman said on 4 November 2021."
    assert article_of(text, "2021-11-04").events == []
