"""The day of a figure: when it happened, never when it was said. All officials and attacks are invented."""

from __future__ import annotations

import pytest

from extract.model import Figure
from tests.reading import article_of

#: A Saturday.
PUBLISHED = "2022-01-08"


def figure(text: str, value: float) -> Figure:
    return next(f for f in article_of(text, PUBLISHED).figures if f.value == value)


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        (
            "A jet bombed a hall in Hollen where families were sheltering, killing 10 people, a doctor and a priest said on "
            "Saturday.\n\nThe strike came on Friday night, the front said.",
            10,
            "2022-01-07",
        ),
        (
            "The aid office on Friday demanded the release of 16 workers who were abducted near Hollen.\n\n"
            "Armed men boarded their barge on Monday.",
            16,
            "2022-01-03",
        ),
        (
            "Gunmen abducted 13 passengers near Hollen, the union said on Friday, the eve of the summit.\n\n"
            "The bus was stopped late on Wednesday.",
            13,
            "2022-01-05",
        ),
        (
            "An ambush killed nine soldiers near Hollen on Friday evening.\n\n"
            "The army said its troops had killed 17 insurgents in a pursuit that lasted until midnight.",
            17,
            "2022-01-07",
        ),
        (
            "Strikes late on Thursday hit the port of Hollen, starting fires that were still burning on Friday morning. "
            "Four workers were killed.",
            4,
            "2022-01-06",
        ),
    ],
    ids=["said after a pair", "demanded", "the day's other name", "an hour is no day", "a relative clause"],
)
def test_the_day_on_which_it_happened_holds(text: str, value: float, day: str) -> None:
    assert figure(text, value).date_to == day


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("A bomb killed four soldiers near Hollen, a security official and two residents said Tuesday.", "security official and two residents"),
        ("A bomb killed four soldiers near Hollen, a security official and a doctor said.", "security official and doctor"),
        ("A jet hit a hall where families hid, killing four men and wounding nine, a rebel group and a pastor said on Friday.",
         "rebel group and pastor"),
    ],
)  # fmt: skip
def test_two_who_say_it_at_the_end_claim_it_together(text: str, claimant: str) -> None:
    assert figure(text, 4).claimant == claimant


def test_those_who_speak_are_no_count_of_what_happened() -> None:
    article = article_of(
        "A bomb killed four soldiers near Hollen, a doctor and two residents said.", PUBLISHED
    )
    assert [(f.value, f.measure) for f in article.figures] == [(4, "killed"), (2, "other")]


@pytest.mark.parametrize(
    "verbless", ["Monday.", "Hollen, Monday night.", "Another quiet day, Monday, for the town of Hollen."]
)
def test_a_day_in_a_sentence_without_a_verb_is_taken(verbless: str) -> None:
    """The way up from the day ends at the sentence's root, whatever that is: it once went on for ever."""
    text = f"Rescuers worked on in Hollen.\n\n{verbless} Rescuers said four people were killed."
    assert figure(text, 4).date_to == "2022-01-03"
