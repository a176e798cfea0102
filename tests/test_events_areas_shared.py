"""A region's count and its towns', the toll of another deed beside the news, and whose a count is. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of

#: A Friday.
PUBLISHED = "2021-11-05"


def told(text: str) -> list[tuple[str, str | None, str | None, list[float]]]:
    article = article_of(text, PUBLISHED)
    by_id = {figure.id: figure for figure in article.figures}
    return [
        (event.kind, event.place, event.date_to, [by_id[i].value for i in event.figures if i in by_id])
        for event in article.events
    ]


def test_a_part_of_a_regions_dead_that_died_in_one_town_is_the_towns() -> None:
    text = (
        "Strikes killed at least 34 people across the Gaza Strip on Thursday, 19 of them in an attack on a block of "
        "flats in Tal Hollen, medics said.\n\n"
        "The strike on the building in Marsk Street came before dawn. A doctor said 16 bodies were brought in."
    )
    assert [(place, values) for _, place, _, values in told(text)] == [
        ("Gaza Strip", [34]),
        ("Tal Hollen", [19, 16]),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels shelled a market in Hollen on Thursday, killing four people, while the toll from Tuesday's air "
            "strike on a school in Marsk climbed to 31.",
            [
                ("shelling", "Hollen", "2021-11-04", [4]),
                ("air_strike", "Marsk", "2021-11-02", [31]),
            ],
        ),
        (
            "A suicide bomber blew himself up in a tent in northern Iraq on Thursday, killing 16 people, as the death "
            "toll from a bombing in Marsk a day earlier rose to 72.\n\n"
            "The attacker struck as mourners drank tea in the town of Hollen. A doctor said nine more were hurt.",
            [("bombing", "Hollen", "2021-11-04", [16, 9]), ("bombing", "Marsk", "2021-11-03", [72])],
        ),
    ],
    ids=["while", "as, and the news goes on"],
)
def test_the_toll_of_another_deed_is_that_deeds(
    text: str, expected: list[tuple[str, str, str, list[float]]]
) -> None:
    assert told(text) == expected


def test_a_news_agency_named_after_a_province_is_no_place() -> None:
    text = (
        "Jets bombed an airfield at Hollen in western Iran on Thursday. An official told the Fars news agency that "
        "three soldiers had been killed."
    )
    assert figure_of(text, 3).place == "Hollen"


def test_what_an_army_detects_it_did_not_send() -> None:
    figure = figure_of("The Israeli army counted 35 projectiles, most of which were intercepted.", 35)
    assert (figure.measure, figure.actor) == ("launched", None)


def test_a_war_is_a_countrys_and_nobodys_deed() -> None:
    text = (
        "Drones hit a car outside Qamishli in Syria on Thursday, killing three people.\n\n"
        "Syria's war has killed more than 380,000 people."
    )
    figure = figure_of(text, 380_000)
    assert (figure.place, figure.actor, figure.event) == ("Syria", None, None)


def test_those_who_hit_back_say_nothing() -> None:
    text = "British warplanes responded with seven airstrikes on a radar station at Hollen, the rebels' channel reported."
    claimant = figure_of(text, 7).claimant
    assert "channel" in (claimant or "")


def test_the_assailants_are_those_of_the_paragraphs_own_deed() -> None:
    text = (
        "A bomb killed 20 people in Marsk on Wednesday. In Wednesday's attack, two cars were blown up.\n\n"
        "On Thursday, gunmen killed two policemen in Trava.\n\n"
        "Militants stormed a police post in Hollen before dawn, killing seven officers. Four of the assailants were "
        "shot dead."
    )
    assert _of(text, 4) == _of(text, 7)


def _of(text: str, value: float) -> str | None:
    article = article_of(text, PUBLISHED)
    return next(f.event for f in article.figures if f.value == value)


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("The toll is 19, with around a dozen people still under the rubble.", 12, "missing"),
        ("The boat had a crew. Three of them had burns.", 3, "injured"),
        ("Three passers-by were killed.", 3, "killed"),
    ],
)
def test_what_happened_to_people_by_more_words(text: str, value: float, measure: str) -> None:
    assert figure_of(text, value).measure == measure
