"""The day of what a report comes back to: that of the deed, not of the sentence before. All of it is invented."""

from __future__ import annotations

import pytest

from extract.model import Figure
from tests.reading import article_of

#: A Saturday.
PUBLISHED = "2022-01-08"


def figure(text: str, value: float) -> Figure:
    return next(f for f in article_of(text, PUBLISHED).figures if f.value == value)


_TWO_DEEDS = (
    "Gunmen stormed the market of Hollen before dawn on Wednesday, killing 14 people, officials said.\n\n"
    "In the north, a bomb blew up a bus near Trava on Thursday, wounding six passengers, police said.\n\n"
)


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        (_TWO_DEEDS + "The attack on the market left 31 stalls burned, the mayor said.", 31, "2022-01-05"),
        (
            _TWO_DEEDS + "Nearly 900 people have fled Hollen since the market attack, an aid group said.",
            900,
            None,
        ),
        (
            _TWO_DEEDS + "The bombing killed nine of the passengers' relatives, a doctor said.",
            9,
            "2022-01-06",
        ),
        (
            _TWO_DEEDS + "An aid group said it had buried 17 people killed in Hollen.",
            17,
            "2022-01-05",
        ),
        (
            _TWO_DEEDS + "Hours later, troops killed 23 gunmen in the hills, the army said.",
            23,
            "2022-01-06",
        ),
    ],
    ids=["a deed and its town", "since the deed", "the kind of deed", "the town", "hours later"],
)
def test_the_day_goes_with_the_deed(text: str, value: float, day: str | None) -> None:
    found = figure(text, value)
    assert found.date_from == (day or "2022-01-05")


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked Hollen on Tuesday, killing five people. Elders said 12 men were still missing on Friday.\n\n"
        "The attackers also wounded 23 people, they said.",
    ],
)
def test_a_day_on_which_something_still_goes_on_is_not_the_deed_s(text: str) -> None:
    assert figure(text, 23).date_to == "2022-01-04"


def test_what_led_to_a_deed_is_not_of_its_day() -> None:
    text = (
        "A strike on the port of Hollen on Wednesday killed 14 people.\n\n"
        "Troops were on guard. Rebels had killed 11 sailors off Trava on Monday, two days before the strike on the port."
    )
    assert figure(text, 11).date_to == "2022-01-03"
