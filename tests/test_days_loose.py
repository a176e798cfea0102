"""Days on which only something came of a deed: digging, burying, mourning, a toll. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of

#: A Sunday.
PUBLISHED = "2022-01-09"


def days(text: str) -> list[tuple[float, str | None]]:
    """The value and the last day of every figure that counts what was done."""
    figures = article_of(text, PUBLISHED).figures
    return [
        (f.value, f.date_to and f.date_to[-2:]) for f in figures if f.measure not in ("other", "duration")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Crews dug through rubble on Sunday after a missile tore into a block of flats in Hollen, killing 13 people.\n\n"
            "The missile struck at about 7 p.m. on Saturday, the mayor said. He said 38 people were hurt.",
            [(13, "08"), (38, "08")],
        ),
        (
            "Villagers in the north buried 23 people on Friday after gunmen overran the village of Trava, elders said.\n\n"
            "The gunmen arrived at sunset on Thursday and opened fire, an elder said. Police said 14 people were killed.",
            [(23, "06"), (14, "06")],
        ),
        (
            "Thousands of mourners thronged Trava on Saturday for the funerals of four men shot dead by troops in a raid.\n\n"
            "The raid took place on Friday, the mayor said. The army said it detained seven men.",
            [(4, "07"), (7, "07")],
        ),
        (
            "The death toll from a blast at a hotel in Hollen rose to 19 on Saturday as relatives searched for the missing.\n\n"
            "A bomber blew himself up in the lobby on Friday, police said.",
            [(19, "07")],
        ),
    ],
    ids=["digging", "burying", "mourning", "a toll"],
)
def test_the_deed_has_its_own_day(text: str, told: list[tuple[float, str]]) -> None:
    assert days(text) == told


def test_the_event_has_the_day_of_the_deed() -> None:
    article = article_of(
        "Crews were clearing rubble on Sunday from a dormitory in Hollen that was destroyed by bombs, killing 16 people.\n\n"
        "Two bombs hit the building early on Saturday, the mayor said.",
        PUBLISHED,
    )
    assert [(event.place, event.date_to) for event in article.events] == [("Hollen", "2022-01-08")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Crews dug through rubble on Sunday after a missile hit a school in Hollen, killing 13 people, officials said.",
            [(13, "09")],
        ),
        (
            "Mourners were gathering on Saturday when a shell fell on the cemetery of Hollen, killing nine.\n\n"
            "The shelling on Friday had killed four.",
            [(9, "08"), (4, "07")],
        ),
        (
            "Villagers buried 12 people on Saturday after gunmen raided Hollen, elders said.\n\n"
            "In another raid, gunmen killed five people in Trava on Thursday.",
            [(12, "08"), (5, "06")],
        ),
        (
            "Gunmen stormed Hollen on Saturday after a dispute over cattle, killing 12 people.\n\n"
            "The raid on Trava took place on Friday and left three dead.",
            [(12, "08"), (3, "07")],
        ),
    ],
    ids=["no other day", "at the time of the deed", "another town", "the deed itself"],
)
def test_else_the_day_that_is_told_holds(text: str, told: list[tuple[float, str]]) -> None:
    assert days(text) == told
