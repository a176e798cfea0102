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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A strike hit a bakery in Hollen on Friday, killing seven people.\n\n"
            "The rescue service had put the number of dead at five overnight. By Saturday noon 19 wounded had been brought in.",
            [(7, "07"), (5, "07"), (19, "07")],
        ),
        (
            "By Saturday evening the ministry had counted 46 dead and 85 wounded across the country.",
            [(46, "08"), (85, "08")],
        ),
        (
            "A blast hit a mosque in Hollen on Friday. The death toll rose to 21 on Saturday, a doctor said.",
            [(21, "07")],
        ),
        ("The toll from Friday's strike on Hollen was put at nine on Saturday.", [(9, "07")]),
    ],
    ids=["counts", "nothing else is told", "a toll", "the day of the strike"],
)
def test_when_they_were_counted_is_not_when_it_happened(text: str, told: list[tuple[float, str]]) -> None:
    assert days(text) == told


def test_a_span_up_to_now_ends_when_it_is_told() -> None:
    text = "The agency said on Friday that 310 families had fled Hollen since the start of the month."
    assert days(text) == [(310, "07")]


@pytest.mark.parametrize(
    "told",
    [
        "According to a team that reached the village the next day, nine people were killed.",
        "According to the findings of a patrol sent to the scene on 7 January, nine people were killed.",
        "According to information gathered by officers deployed there the following day, nine people were killed.",
    ],
)
def test_the_day_of_those_who_came_to_ask(told: str) -> None:
    text = f"The Mission condemns the attack carried out on 5 January against the village of Trava.\n\n{told}"
    assert days(text) == [(9, "05")]


def test_an_item_of_a_digest_is_of_the_digests_time() -> None:
    text = (
        "Russian attacks across Ukraine killed three people over the past day, officials said on January 9.\n\n"
        "In Kharkiv Oblast, two people were killed when bombs fell on Hollen on January 8.\n\n"
        "In Donetsk Oblast, one person was killed and six were wounded, the governor said."
    )
    figures = article_of(text, PUBLISHED).figures
    assert [(f.date_from, f.date_to) for f in figures if f.value in (1, 6)] == [
        ("2022-01-08", "2022-01-09")
    ] * 2


def test_the_date_before_a_report_that_a_stop_ends() -> None:
    article = article_of("Bamako, 9 May 2023. The army said that 14 soldiers were killed in Gao on Saturday.")
    assert (article.published, article.dateline) == ("2023-05-09", "Bamako")
