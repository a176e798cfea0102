"""Reports that tell a country's night and the day of its regions: whose each count is, and where. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of, figure_of

LEAD = "KYIV, Sept 17, 2021 (VTA) - "


@pytest.mark.parametrize(
    ("told", "sent"),
    [
        (
            "Ukrainian forces downed 87 out of 112 drones launched by Russia overnight, the Air Force said.",
            112,
        ),
        ("Ukraine shot down 40 of 52 drones launched by Russia overnight, the Air Force said.", 52),
        ("Ukraine shot down 40 out of the 52 drones that Russia launched overnight, the Air Force said.", 52),
    ],
)
def test_those_who_shot_drones_down_did_not_send_them(told: str, sent: float) -> None:
    article = article_of(LEAD + told)
    down, launched = article.figures
    assert (down.measure, down.place, down.actor, down.part_of) == (
        "shot_down",
        "Ukraine",
        "Ukraine",
        launched.id,
    )
    assert (launched.value, launched.measure, launched.place, launched.actor) == (
        sent,
        "launched",
        "Ukraine",
        "Russia",
    )


def test_a_body_that_says_it_held_somebody_is_the_one() -> None:
    told = "Two days earlier, the FSB said it had detained four teenagers in Hollen on suspicion of burning relays."
    assert figure_of(LEAD + told, 4).actor == "FSB"


@pytest.mark.parametrize(
    "where",
    [
        "In Hollen, on the Caspian coast,",
        "In the town of Hollen, on the Danube river,",
        "Outside the town of Hollen in Russia's volatile North Caucasus region of Dagestan,",
        "Near the village of Hollen in Ukraine's partly occupied Kherson region,",
    ],
)
def test_the_town_is_told_by_its_coast_or_its_region(where: str) -> None:
    assert (
        figure_of(f"{LEAD}{where} gunmen killed seven people on Thursday, police said.", 7).place == "Hollen"
    )


def test_a_governor_goes_on_with_the_town_just_told_in_his_region() -> None:
    told = (
        "Seven drones hit an oil depot in Hollen in Russia's Samara region on Thursday. Samara governor Ivan Strel said "
        "two workers were hurt. Over the past day, 14 people were wounded in the region, he added."
    )
    assert events_of(LEAD + told) == [
        ("drone_strike", "Hollen", [7, 2]),
        ("drone_strike", "Samara region", [14]),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "An explosion on a railway line near the town of Hollen derailed 19 freight cars on Thursday.",
        "A train was derailed by an explosion near the town of Hollen on Thursday, and nine people were hurt.",
        "Unknown men in the town of Hollen threw a grenade into an office on Thursday. One officer was killed.",
    ],
)
def test_what_goes_off_on_a_line_or_is_thrown_is_a_bombing(told: str) -> None:
    assert [(event.kind, event.place) for event in article_of(LEAD + told).events] == [("bombing", "Hollen")]


def test_what_happened_hours_before_is_told_with_its_own_day_later() -> None:
    told = (
        "Russia and Ukraine on Friday exchanged 175 prisoners of war each, hours after Russian glide bombs killed four "
        "people in a northern Ukrainian town.\n\nThe bombs fell on Hollen, in the Sumy region, on Thursday afternoon. "
        "Sixteen people were injured."
    )
    events = article_of(LEAD + told).events
    assert [(e.kind, e.place, e.date_to, len(e.figures)) for e in events] == [
        ("prisoner_exchange", None, "2021-09-17", 1),
        ("air_strike", "Hollen", "2021-09-16", 2),
    ]
