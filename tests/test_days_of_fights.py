"""The days of a fight that lasts, of a toll that rises, and of a count that the opening gives without its day."""

from __future__ import annotations

import pytest

from tests.reading import article_of


def days(text: str, published: str = "2025-11-20") -> dict[str, tuple[str | None, str | None]]:
    """The number words of each figure -> its first and last day."""
    article = article_of(text, published)
    return {article.text[f.start : f.end]: (f.date_from, f.date_to) for f in article.figures}


@pytest.mark.parametrize(
    "told",
    [
        "Fighting broke out in the town of Warda on 14 November and lasted two days. At least 31 people were killed.",
        "Clashes erupted near Warda late on 14 November after a theft and lasted until the night of 15 November. "
        "At least 31 people were killed.",
        "Two days of fighting in Warda left at least 31 people dead, officials say.\n\n"
        "It began on Friday, 14 November, when men opened fire.",
    ],
)
def test_a_fight_goes_on_to_the_day_on_which_it_ended(told: str) -> None:
    assert days(told)["31"][1] == "2025-11-15"


def test_the_days_of_a_fight_begin_with_its_first() -> None:
    found = days(
        "Fighting broke out in Warda on 14 November and lasted two days. At least 31 people were killed."
    )
    assert found["31"] == ("2025-11-14", "2025-11-15")


def test_what_is_told_beside_the_first_day_is_of_that_day() -> None:
    found = days(
        "Two days of fighting in Warda left 31 people dead.\n\nIt began on 14 November, when gunmen killed four officers."
    )
    assert found["four"] == ("2025-11-14", "2025-11-14")


def test_the_day_of_some_of_them_is_not_that_of_the_others() -> None:
    found = days(
        "The attackers stormed Warda on Sunday, killing 16 people. They also abducted nine people, four of whom "
        "escaped on Tuesday, and burned 22 houses."
    )
    assert {number: day[1] for number, day in found.items()} == {
        "16": "2025-11-16", "nine": "2025-11-16", "four": "2025-11-18", "22": "2025-11-16"
    }  # fmt: skip


def test_a_toll_that_rises_is_of_the_day_of_the_attack() -> None:
    found = days(
        "A bomber attacked a bus station in Warda on Sunday, killing seven people. "
        "The death toll rose to eight on Wednesday when a trader died."
    )
    assert found["eight"] == ("2025-11-16", "2025-11-16")


def test_a_count_of_the_opening_has_the_day_that_the_text_tells() -> None:
    found = days(
        "Clashes in southern Syria have killed 19 people, a monitor said on Wednesday, while a bomb in the east left "
        "eight soldiers dead.\n\nThe clashes broke out on Sunday near Warda.\n\n"
        "In Deir Warda, a roadside bomb tore through a bus on Tuesday. The blast killed eight soldiers."
    )
    assert found["eight"] == ("2025-11-18", "2025-11-18")


@pytest.mark.parametrize(
    "told",
    [
        "The camp was overrun late on Monday, one of the sources said. The attackers abducted 22 men.",
        "Fighters abducted 22 health workers, including doctors, on Monday, the mission said.",
    ],
)
def test_a_day_before_the_comma_of_who_speaks_is_that_of_the_deed(told: str) -> None:
    text = f"WARDA - Militants attacked a camp, security sources said on Tuesday.\n\n{told}"
    assert days(text)["22"] == ("2025-11-17", "2025-11-17")


def test_a_day_that_opens_the_words_of_who_speaks_stays_theirs() -> None:
    found = days(
        "Gunmen attacked a camp near Warda on Monday.\n\nThe mission said on Wednesday, in a statement, that 22 men died."
    )
    assert found["22"] == ("2025-11-17", "2025-11-17")
