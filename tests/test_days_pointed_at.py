"""Days counted from a deed or a telling that the text names: "a day before the raid", "earlier in the day". All invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of

#: A Saturday.
PUBLISHED = "2022-01-08"


def day_of(text: str, value: int) -> str | None:
    return figure_of(text, value, PUBLISHED).date_to


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("A day before the Hollen killings, gunmen seized 14 passengers near Marsk.", "2022-01-04"),
        ("Two days before the massacre, gunmen seized 14 passengers near Marsk.", "2022-01-03"),
        ("The day after the attack, gunmen seized 14 passengers near Marsk.", "2022-01-06"),
    ],
)
def test_a_sentence_that_opens_with_a_deed_told_before_is_counted_from_it(opening: str, day: str) -> None:
    text = f"Gunmen killed 38 villagers in the village of Hollen on Wednesday, survivors said.\n\n{opening}"
    assert day_of(text, 14) == day
    assert day_of(text, 38) == "2022-01-05"


@pytest.mark.parametrize(
    ("telling", "day"),
    [
        ("The army said on Thursday that its jets had bombed a camp in Marsk earlier in the day, killing 20 rebels.", "2022-01-06"),
        ("The army said on Thursday that its troops had fought the rebels in Marsk the previous day, killing 20 of them.", "2022-01-05"),
        ("The army said on Thursday evening that its troops had fought rebels in Marsk a few hours earlier, killing 20.", "2022-01-06"),
    ],
)  # fmt: skip
def test_what_was_earlier_than_a_telling_is_counted_from_the_telling(telling: str, day: str) -> None:
    assert day_of(f"Gunmen killed nine men in Hollen on Monday, police said.\n\n{telling}", 20) == day


def test_most_of_those_killed_are_no_record() -> None:
    text = "Gunmen killed 38 people, most of them farmers, in the village of Hollen in the Karst zone on Wednesday, survivors said."
    assert day_of(text, 38) == "2022-01-05"
    assert day_of("The first attack killed 12 people in the town of Hollen on Wednesday.", 12) == "2022-01-05"


def test_the_worst_since_a_day_was_not_on_it() -> None:
    text = "A mortar killed 12 people in Hollen on Wednesday, the worst attack in the town since Monday."
    assert {event.date_to for event in article_of(text, PUBLISHED).events} == {"2022-01-05"}


@pytest.mark.parametrize(
    "opening",
    [
        "For the people of Hollen, Wednesday will remain a black day.",
        "Wednesday will long be remembered in Hollen.",
        "Wednesday would go down in Hollen as its worst day.",
    ],
)
def test_a_day_that_will_be_remembered_is_past(opening: str) -> None:
    assert day_of(f"{opening} Gunmen opened fire at the market, killing 16 people.", 16) == "2022-01-05"


def test_those_taken_in_a_month_were_freed_on_the_day_of_the_news() -> None:
    text = (
        "Gunmen attacked Hollen on Wednesday, killing nine people. The attack came just a day after 38 farmers kidnapped in August in Marsk "
        "were set free."
    )
    assert day_of(text, 38) == "2022-01-04"
    assert day_of("Thirty farmers abducted in August near Marsk were freed on Wednesday.", 30) == "2022-01-05"
