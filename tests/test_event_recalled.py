"""Deeds that a report only recalls: what is told next goes back to the news. All of it is invented."""

from __future__ import annotations

import pytest

from extract.model import Event, Figure
from tests.reading import article_of

#: A Wednesday.
PUBLISHED = "2023-04-05"

_NEWS = "A missile killed eight people in Velyka Balka on Tuesday, the governor said.\n\n"


def figure(text: str, value: float) -> Figure:
    return next(f for f in article_of(text, PUBLISHED).figures if f.value == value)


def event(text: str, value: float) -> Event:
    article = article_of(text, PUBLISHED)
    found = next(f for f in article.figures if f.value == value)
    return next(e for e in article.events if found.id in e.figures)


@pytest.mark.parametrize(
    "recalls",
    [
        "The attack came a week after a drone strike on nearby Mala Hora killed three people.",
        "It was the second attack in the district this month. On April 1, a missile killed three people in Mala Hora.",
        "The dead had come from Mala Hora after an earlier strike there on March 21 in which three of their relatives were killed.",
    ],
)
@pytest.mark.parametrize(
    "then", ["Rescuers later raised the number of dead to 11.", "A second source put the dead at 11."]
)
def test_what_follows_is_of_the_news(recalls: str, then: str) -> None:
    text = f"{_NEWS}{recalls}\n\n{then}"
    assert event(text, 11).place == "Velyka Balka"
    assert event(text, 3).place == "Mala Hora"


def test_days_are_not_counted_from_what_is_recalled() -> None:
    text = (
        "Eight people died when airstrikes hit a house in Al-Kashm on the evening of March 29, local sources said.\n\n"
        "They had come from Al-Bahr after an earlier strike there on March 21 in which three relatives were killed.\n\n"
        "As survivors fled on the following morning, a mine exploded beneath their car, killing two more people."
    )
    assert figure(text, 2).date_to == "2023-03-30"


def test_a_place_that_was_struck_does_not_strike() -> None:
    text = (
        "World in brief: Sudan clinic bombed, lake hit in Ukraine\n\nA strike on a clinic in Babanus Sharq, Sudan, left 13 people dead on Sunday.\n\n"
        "In Ukraine, two missiles hit a lakeside in Tsirkun, near Kharkiv, on Sunday, killing seven people."
    )
    assert [figure(text, value).actor for value in (13, 7)] == [None, None]


def test_a_ship_by_its_letters_is_no_place() -> None:
    text = "Houthi forces launched six missiles into the Gulf of Aden on Tuesday, likely targeting MV Torance, a tanker."
    assert figure(text, 6).place == "Gulf of Aden"


def test_an_attack_years_ago_is_of_the_day_that_is_printed_below() -> None:
    text = (
        "A court has sentenced two men for an attack on a school eight years ago in which 17 people were killed.\n\n"
        "They planned the raid in Hollen on the night of May 11 to 12, 2015, the judges ruled.\n\n"
        "One was also convicted over a shooting in Sebek on October 3 of the same year, which left five people dead."
    )
    assert figure(text, 17).date_to == "2015-05-12"
    assert figure(text, 5).date_to == "2015-10-03"


def test_a_day_of_a_month_that_was_told_with_its_year() -> None:
    text = "He was captured in Gaor in April 2016. Special forces killed nine rebels there on April 21."
    assert figure(text, 9).date_to == "2016-04-21"


def test_the_attack_of_a_day_on_a_town() -> None:
    text = (
        "A bomb killed three soldiers near Nadiab on Monday.\n\n"
        "The search continues for those behind the attack of 26 February on Partiag Centre, in which 15 civilians were killed."
    )
    found = event(text, 15)
    assert (found.place, found.date_to) == ("Partiag Centre", "2023-02-26")
