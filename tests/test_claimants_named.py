"""Who says so where the parse or the print hides it: hyphenated names, sources at a hospital; and whose hurt they count."""

import pytest

from tests.reading import article_of, figure_of


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        (
            "Strikes on the port city of Hodeida killed 12 people, Houthi-run Al-Masirah TV said.",
            "Al-Masirah TV",
        ),
        ("The Hamas-run Al-Aqsa TV reported that 12 people died.", "Al-Aqsa TV"),
        ("At least 12 people died, Iran-backed Al-Manar said.", "Al-Manar"),
        (
            "A jet hit a house, killing 12 people, including four children and their grandmother, "
            "a medical source at the Shifaa al-Amal Hospital told Anka Agency.",
            "medical source",
        ),
        (
            "Some 12 people were killed in Tal Marwa, a source at the Rahma Hospital told the agency.",
            "source",
        ),
        (
            "Gunmen on motorcycles abducted 12 people, mostly women, from Dan Rimi, residents said.",
            "residents",
        ),
    ],
)
def test_the_source_is_named_in_full_and_not_its_house(text: str, claimant: str) -> None:
    assert figure_of(text, 12).claimant == claimant


def test_a_hospital_named_like_a_far_city_places_nothing_there() -> None:
    text = (
        "KHARTOUM, Sudan (AFP) — Shelling killed 17 people on Monday, a doctor at Medina hospital told AFP."
    )
    article = article_of(text, "2026-01-05")
    assert article.figures[0].place != "Medina"
    assert [event.country for event in article.events] != ["SA"]


@pytest.mark.parametrize(
    "before",
    [
        "BEIRUT (Reuters) - Fighters fired rockets at the Israeli town of Kfar Dvorim on Friday.",
        "JERUSALEM (AP) — Rockets hit Kfar Dvorim in northern Israel on Friday, wounding two people.",
    ],
)
def test_a_health_ministry_counts_in_its_own_country(before: str) -> None:
    text = f"{before} Lebanon’s Health Ministry said 14 people were killed and 30 wounded."
    figures = [f for f in article_of(text, "2026-01-05").figures if f.value in (14, 30)]
    assert [f.place for f in figures] == ["Lebanon", "Lebanon"]


def test_one_killed_is_counted() -> None:
    text = "A drone hit the town, killing one and wounding 12 others."
    assert [(f.value, f.measure) for f in article_of(text).figures] == [(1, "killed"), (12, "injured")]


def test_who_speaks_past_a_clause_is_not_the_house() -> None:
    text = "A nurse at the town’s hospital, who asked not to be named, told the agency that 22 wounded people had arrived."
    claimant = figure_of(text, 22).claimant
    assert claimant is not None
    assert claimant.startswith("nurse")
