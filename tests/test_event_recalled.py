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
