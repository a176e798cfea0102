"""Tolls that revise an earlier one, and counts of nothing. Officials and events are invented."""

from __future__ import annotations

import pytest

from extract.model import Article, is_apart
from extract.pipeline import extract_document


def read(text: str) -> Article:
    (article,) = extract_document(f"Night in Marzan\n\n{text}\n", "report.txt", published="2031-05-02")
    return article


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("The death toll rose to 31 from 28, the mayor said on Friday.", 31, 28),
        ("The death toll from the raid has risen from 28 to 31, the mayor said.", 31, 28),
        ("Officials revised the toll down to 26 from 31.", 26, 31),
        ("The toll reached 21, up from 17 on Monday, the health ministry said.", 21, 17),
        ("At least 44 people were killed, up from an earlier count of 31, the agency said.", 44, 31),
        ("Hospital officials revised an earlier toll of 12, saying 9 had died.", 9, 12),
        ("The death toll reached 89, the agency said, compared with 76 the day before.", 89, 76),
        ("Six villagers were killed, the group said, revising its first count of three dead.", 6, 3),
        ("The number of wounded climbed from 90 to 120, medics said.", 120, 90),
    ],
)
def test_a_toll_revises_the_one_it_was_before(text: str, new: float, old: float) -> None:
    figures = {figure.value: figure for figure in read(text).figures}
    assert figures[new].revises == figures[old].id
    assert figures[old].revises is None
    assert {figures[new].scope, figures[old].scope} == {"cumulative"}
    assert figures[new].part_of is None
    assert figures[old].part_of is None


def test_the_day_behind_the_earlier_toll_is_only_that_ones() -> None:
    figures = {
        f.value: f for f in read("The toll reached 21, up from 17 on Monday, the ministry said.").figures
    }
    assert (figures[17].when, figures[17].date_to) == ("Monday", "2031-04-28")
    assert (figures[21].when, figures[21].date_to) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The army launched 60 drones, up from 40 the night before.",
        "Between 30 and 40 people were killed, the mayor said.",
        "Four people were killed and 17 were injured.",
        "The shelling killed 12 people in Marzan and 9 from the village of Dorn.",
    ],
)
def test_counts_side_by_side_revise_nothing(text: str) -> None:
    assert [figure.revises for figure in read(text).figures if figure.revises] == []


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed three more people, which brings the number of dead to 44.",
        "A boy died in hospital, bringing the death toll to 44.",
        "The death toll stands at 44, the mayor said.",
    ],
)
def test_a_toll_is_cumulative(text: str) -> None:
    assert next(figure.scope for figure in read(text).figures if figure.value == 44) == "cumulative"


@pytest.mark.parametrize(
    ("text", "words", "rows"),
    [
        ("No injuries were reported, the mayor said.", "No", [("injured", "people")]),
        ("There were no casualties in the strike, the governor said.", "no", [("casualties", "people")]),
        ("There were no civilian casualties, the army said.", "no", [("casualties", "people")]),
        ("No one was hurt in the attack, the mayor said.", "No one", [("injured", "people")]),
        ("Nobody died in the raid.", "Nobody", [("killed", "people")]),
        ("No civilians were killed, the ministry said.", "No", [("killed", "civilians")]),
        (
            "The strike caused no deaths or injuries, police said.",
            "no",
            [("killed", "people"), ("injured", "people")],
        ),
        ("No drones hit the city overnight, the mayor said.", "No", [("hit", "drones")]),
        ("No crew members were hurt, the coalition said.", "No", [("injured", "members")]),
        ("No buildings were damaged, the mayor said.", "No", [("damaged", "buildings")]),
    ],
)
def test_a_count_of_nothing_is_zero_and_kept_apart(
    text: str, words: str, rows: list[tuple[str, str]]
) -> None:
    article = read(text)
    assert [(figure.measure, figure.unit) for figure in article.figures] == rows
    for figure in article.figures:
        assert (figure.value, figure.low, figure.high) == (0, 0, 0)
        assert article.text[figure.start : figure.end] == words
        assert is_apart(figure)
    assert len({figure.id for figure in article.figures}) == len(rows)


def test_a_count_of_nothing_has_its_claimant() -> None:
    (figure,) = read("No one was hurt in the attack, Mayor Ana Petrescu said.").figures
    assert (figure.claimant, figure.cue) == ("Ana Petrescu", "said")


@pytest.mark.parametrize(
    ("text", "hit", "unit"),
    [
        ("None of the 20 drones got through, the army said.", 20, "drones"),
        ("None of the five missiles hit its target, the army said.", 5, "missiles"),
        ("Ostra launched drones at Marzan. None of the 12 drones reached the port.", 12, "drones"),
    ],
)
def test_none_of_them_is_a_part_of_those_launched(text: str, hit: float, unit: str) -> None:
    figures = {figure.value: figure for figure in read(text).figures}
    assert (figures[hit].measure, figures[hit].unit) == ("launched", unit)
    if 0 in figures:
        assert (figures[0].measure, figures[0].part_of) == ("hit", figures[hit].id)


def test_a_count_of_nothing_joins_the_event_it_tells_of_and_makes_none() -> None:
    article = read("The shell hit a house in Marzan on Friday, killing two people. No soldiers were wounded.")
    (event,) = article.events
    two, none = article.figures
    assert two.event == none.event == event.id
    assert none.id in event.figures
    assert read("No injuries were reported.").events == []


@pytest.mark.parametrize(
    "text",
    [
        "There were no immediate reports of casualties.",
        "There was no attack on Friday.",
        "Nobody could say how it began.",
        "No one has claimed responsibility for the attack.",
        "No officials were present.",
        "She said that nobody had been sent before them.",
        "The minister said that no deal was near.",
    ],
)
def test_what_is_no_count_stays_none(text: str) -> None:
    assert [figure for figure in read(text).figures if not figure.value] == []
