"""A region's count and its towns', the toll of another deed beside the news, and whose a count is. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of, figure_of

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A truck bomb exploded in a village northeast of Baghdad, killing 32 people, police said on Thursday.\n\n"
            "The attack on Tuesday took place in Abu Hollen, a village in Diyala province. A medical source in the "
            "provincial capital, Baquba, said 45 people had died.",
            [("bombing", "Abu Hollen", "2021-11-02", [32, 45])],
        ),
        (
            "Artillery shells struck a resort in Iraq's Kurdistan region on Wednesday, killing nine tourists.\n\n"
            "At least four rounds landed in the gardens of Hollen, near the town of Zakho, the mayor said.",
            [("shelling", "Hollen", "2021-11-03", [9, 4])],
        ),
        (
            "In Hollen on Thursday, crowds burned flags outside an embassy in a protest. Police said 12 people were "
            "hurt in scuffles.",
            [("protest", "Hollen", "2021-11-04", [12])],
        ),
        (
            "In Hollen, gunmen killed four people on Thursday. Rockets hit the town of Marsk, killing two people.",
            [("attack", "Hollen", "2021-11-04", [4]), ("missile_strike", "Marsk", "2021-11-04", [2])],
        ),
    ],
    ids=["east of a city", "gardens of a place", "a protest's hurt", "gunmen"],
)
def test_where_and_what_the_deed_was(text: str, expected: list[tuple[str, str, str, list[float]]]) -> None:
    assert told(text) == expected


def test_a_paragraph_that_turns_elsewhere_is_of_the_news_day() -> None:
    text = (
        "At least 41 people were killed in strikes across the Gaza Strip on Thursday, medics said.\n\n"
        "Thirteen bodies were found in a tower in Tal Marsk, which was hit on Tuesday.\n\n"
        "In the occupied West Bank, forces arrested 22 people in a raid on Hollen.\n\n"
        "Since March, 8,066 people have been killed in the enclave, the ministry says."
    )
    figures = {figure.value: figure for figure in article_of(text, PUBLISHED).figures}
    assert (figures[13].date_to, figures[22].date_to) == ("2021-11-02", "2021-11-04")
    assert figures[8066].place == "Gaza Strip"


def test_who_could_confirm_so_many_confirms_them() -> None:
    assert figure_of("The United Nations could only confirm 16 deaths.", 16).claimant == "United Nations"
    assert figure_of("The United Nations could not confirm 12 deaths.", 12).claimant is None


def test_where_a_spokesman_sits_is_not_where_those_he_counts_died() -> None:
    text = (
        "M23 rebels captured the town of Lubembe in eastern Congo on Tuesday. At least 16 people were killed, residents "
        "said.\n\nAn army spokesman in Ituri, Captain Josué Batumike, told reporters that 19 rebels had been killed."
    )
    assert next(values for _, place, values in events_of(text, PUBLISHED) if place == "Lubembe") == [16, 19]
