"""Timelines, live blogs and communiqués: which entry, hour or heading a figure is of. All of it is invented."""

from __future__ import annotations

import pytest

from extract.model import Event, Figure
from tests.reading import article_of

#: A Monday.
PUBLISHED = "2023-10-02"


def figure(text: str, value: float) -> Figure:
    return next(f for f in article_of(text, PUBLISHED).figures if f.value == value)


def event(text: str, value: float) -> Event:
    article = article_of(text, PUBLISHED)
    found = next(f for f in article.figures if f.value == value)
    return next(e for e in article.events if found.id in e.figures)


_LEAD = "Attacks in Norvia\n\nA suicide bomber killed 44 people at a mosque in Hollen on Sunday.\n\n"
_DATED = (
    _LEAD + "June 17, 2023 - A suicide bomber blows himself up at a bank in Dera Kaus, killing 27 people.\n\n"
    "Nov. 9, 2022 - A bomb rips through a hall in Pirano during a lesson, wounding 33 pupils.\n\n"
    "More than 1,500 people have died since 2021, a research centre says."
)
_BULLETS = (
    _LEAD + "• Feb. 11: Gunmen open fire on a bus near Gulani. Nineteen passengers die.\n\n"
    "• March 2: Rebels attack a base in Banki on Thursday night. Nine soldiers are wounded."
)
_UNDER = (
    _LEAD
    + "May 3\n\nBandits abduct 40 worshippers in Tsafe Sud.\n\nMay 9\n\nTroops kill 12 bandits in the hills of Dan Kano."
)
_YEARS = (
    _LEAD
    + "2021\n\nApril 21: A car bomb kills 15 people in Hollen.\n\n2019\n\nMay 3: Gunmen kill 31 miners at Machar Sar."
)


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        (_DATED, 27, "2023-06-17"),
        (_DATED, 33, "2022-11-09"),
        (_BULLETS, 19, "2023-02-11"),
        (_BULLETS, 9, "2023-03-02"),
        (_UNDER, 40, "2023-05-03"),
        (_UNDER, 12, "2023-05-09"),
        (_YEARS, 15, "2021-04-21"),
        (_YEARS, 31, "2019-05-03"),
        (_DATED, 44, "2023-10-01"),
    ],
)
def test_an_entry_is_of_the_day_it_opens_with(text: str, value: float, day: str) -> None:
    assert figure(text, value).date_to == day
    assert event(text, value).date_to == day


def test_one_date_line_makes_no_timeline() -> None:
    text = _LEAD + "May 3 - A memorial is unveiled.\n\nOn Saturday, shells killed 12 people in Trava Sud."
    assert figure(text, 12).date_to == "2023-09-30"


def test_entries_of_a_live_blog_are_of_the_day_of_the_report() -> None:
    text = (
        "Norvia live: depot burns\n\n13:45\n\nDepot burning\n\nA fuel store in Romash is on fire after a drone attack, the governor says. "
        "Two firefighters are hurt.\n\n09:05\n\nMissiles hit college\n\nTwo missiles struck a college in Verkhna at about 07:40. Eight people are dead."
    )
    assert [figure(text, value).date_to for value in (2, 8)] == [PUBLISHED, PUBLISHED]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("On April 11 this year a jet bombed Hollen, killing nine people.", "2023-04-11", "2023-04-11"),
        ("On December 3 last year a jet bombed Hollen, killing nine people.", "2022-12-03", "2022-12-03"),
        (
            "On Feb. 12, 2021, gunmen seized 90 pupils in Hollen. Nine were freed that June.",
            "2021-06-01",
            "2021-06-30",
        ),
    ],
)
def test_a_day_and_the_year_behind_it(words: str, first: str, last: str) -> None:
    found = figure(words, 9)
    assert (found.date_from, found.date_to) == (first, last)


def test_every_monday_is_no_day_of_news() -> None:
    text = (
        "Every Monday evening she lays out a uniform.\n\nOn Feb. 12, 2021, gunmen seized 214 pupils in Hollen.\n\n"
        "Nine of them escaped within days."
    )
    assert figure(text, 9).date_to == "2021-02-12"


@pytest.mark.parametrize(
    ("text", "value", "place", "kind"),
    [
        (
            "On 11 February an intelligence based operation was conducted by the security forces in general area Shin Dara, "
            "Norval district. During the intense fire exchange ten militants were killed.",
            10,
            "Shin Dara",
            "clash",
        ),
        (
            "Those killed had taken part in the attack on Spera Post on 28 January, in which seven soldiers died.",
            7,
            "Spera Post",
            "attack",
        ),
        (
            "A remote-controlled explosive went off under a police vehicle on Gariza road, Kesh district, on 6 August. Three officers were killed.",
            3,
            "Gariza",
            "bombing",
        ),
        (
            "The third encounter took place in Tor Gundi, in which two militants were killed.",
            2,
            "Tor Gundi",
            "clash",
        ),
    ],
)
def test_communiques(text: str, value: float, place: str, kind: str) -> None:
    found = event(text, value)
    assert (found.place, found.kind) == (place, kind)


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        (
            "Families arriving in Umm Sunat from the village of Hilla Yasin told aid workers that armed men had taken away 20 men on Saturday.",
            20,
            "Hilla Yasin",
        ),
        (
            "Survivors who reached Umm Sunat on Monday said that 14 people had been shot dead in Abu Karan.",
            14,
            "Abu Karan",
        ),
        (
            "A jet bombed Thit Sein in April. On October 28, howitzers at the Palin base shelled the monastery, killing six novices.",
            6,
            "Thit Sein",
        ),
        (
            "Gunmen rode on Sunday into the grounds of a college in Zungwa, a farming town in northern Norval province. They shot dead 12 guards.",
            12,
            "Zungwa",
        ),
        (
            "Rwandan forces fought rebels near Quinto Sul, in Cabo Delgado province of Mozambique, on Monday. The rebels said they killed six Rwandans.",
            6,
            "Quinto Sul",
        ),
    ],
)
def test_where_it_was_and_not_where_they_are(text: str, value: float, place: str) -> None:
    assert figure(text, value).place == place


def test_the_county_is_the_one_called_so() -> None:
    text = (
        "In Harvia and Galmut, battles went up.\n\nIn Kenya, a bomb killed three officers in Kabong Dere, Mandera County, on 6 August. "
        "Al-Shabaab has carried out 14 attacks in the county this year."
    )
    assert figure(text, 14).place == "Mandera County"


def test_a_land_in_a_groups_name_is_no_place() -> None:
    text = (
        "Fighters of Islamic State West Africa Province attacked a base in Malam Kura, Borno state, on Tuesday. "
        "The group has carried out nine attacks in the state this year."
    )
    assert figure(text, 9).place == "Borno state"


def test_a_count_that_came_later_gives_no_day() -> None:
    text = (
        "On 11 March, fighters attacked army posts at Kouder, inside the Sorvel National Park. The government first said that nine soldiers "
        "had died. It raised the toll to 23 six days later. Rebels claim to have killed 40."
    )
    assert [figure(text, value).date_to for value in (9, 23, 40)] == ["2023-03-11"] * 3
    assert figure(text, 23).measure == "killed"
    assert figure(text, 9).place == "Kouder"


def test_days_earlier_are_counted_from_the_deed() -> None:
    text = (
        "On 17 August, aircraft bombed Kuer Nyan. Fourteen of the injured were evacuated by air to Malkal on 19 August.\n\n"
        "Three days earlier, armed youths attacked a barge at Wech Tor, Ulan County. Seven soldiers were killed."
    )
    found = event(text, 7)
    assert (found.place, found.date_to) == ("Wech Tor", "2023-08-14")


def test_a_vague_day_is_that_of_the_same_count() -> None:
    text = (
        "A Norvian court has sentenced two men over a car bomb that killed 31 people two decades ago.\n\n"
        "On February 14, 2003, a car packed with explosives went off in the town of Guadal. Thirty-one people died and 174 were wounded."
    )
    found = figure(text, 31)
    assert (found.date_to, found.place, found.actor) == ("2003-02-14", "Guadal", None)


@pytest.mark.parametrize(
    "words",
    [
        "A Malian court has sentenced two men for a bomb that killed 31 people in Kayo on March 3, 2015.",
        "German prosecutors have charged a man over the shelling that killed 31 people in Kayo on March 3, 2015.",
    ],
)
def test_who_judges_did_not_do_it(words: str) -> None:
    assert figure(words, 31).actor is None


def test_a_campaign_that_began_says_nothing() -> None:
    text = (
        "Here are the main attacks since the campaign began:\n\nNov. 19, 2022 - Gunmen kill 25 people in Dan Kano.\n\n"
        "Dec. 9, 2022 - Troops gun down seven protesters in Zanko."
    )
    assert [figure(text, value).claimant for value in (25, 7)] == [None, None]
    assert [figure(text, value).measure for value in (25, 7)] == ["killed", "killed"]


def test_a_park_is_a_place() -> None:
    text = (
        "On 6 October 2020 three geologists were kidnapped in the Tongal park and their driver was shot dead."
    )
    assert event(text, 3).place == "Tongal"


_WEEK = (
    "The week in Norvia\n\nMonday: Gangs attacked the market of Bel Mashe, killing nine people.\n\n"
    "Tuesday: Gunmen attacked the academy at Mone Burel. Fourteen cadets were wounded.\n\n"
    "Friday: A surgeon and three nurses were kidnapped on Route de Freres. Two of the nurses were freed on Sunday."
)


@pytest.mark.parametrize(
    ("value", "day"), [(9, "2023-09-25"), (14, "2023-09-26"), (3, "2023-09-29"), (2, "2023-10-01")]
)
def test_a_week_goes_from_day_to_day(value: float, day: str) -> None:
    assert figure(_WEEK, value).date_to == day


def test_an_entry_does_not_go_on_where_the_one_before_was() -> None:
    text = _WEEK.replace(" on Route de Freres", "")
    assert figure(text, 14).place == "Mone Burel"
    assert figure(text, 3).place is None


@pytest.mark.parametrize(
    ("text", "value", "place", "day"),
    [
        (
            "Separatists attacked Besseng during the overnight hours of June 25-26. Nine people died. "
            "The incident follows an attack on Ashig June 23, when four people were killed.",
            9,
            "Besseng",
            "2023-06-26",
        ),
        (
            "The incident follows an attack on Ashig June 23, when four people were killed.\n\n"
            "Troops clashed with rebels near Kumbo Square June 27. Three fighters and one gendarme were killed.",
            3,
            "Kumbo Square",
            "2023-06-27",
        ),
        (
            "A week ago, on the first Sunday of Advent, a bomb made of a mortar round went off in Dimakut. Four people were killed.",
            4,
            "Dimakut",
            "2023-09-25",
        ),
        (
            "On Sunday a bomb went off in Dimakut in revenge for an air strike two days earlier in Manalag, which killed 11 fighters.",
            11,
            "Manalag",
            "2023-09-29",
        ),
        (
            "Units repelled three attacks close to Synyts (Kharkov region) on Sunday. The enemy lost 85 troops.",
            85,
            "Synyts",
            "2023-10-01",
        ),
        (
            "Rockets hit the Chernik airfield in Dnipropetrovsk region on Sunday. Five aircraft were destroyed.",
            5,
            "Chernik",
            "2023-10-01",
        ),
    ],
)
def test_days_and_places_of_digests(text: str, value: float, place: str, day: str) -> None:
    found = figure(text, value)
    assert (found.place, found.date_to) == (place, day)


def test_three_and_one_are_not_the_four_of_another_raid() -> None:
    text = "Four people were killed at Ashig on Friday.\n\nThree fighters and one gendarme were killed near Kumbo on Sunday."
    assert figure(text, 3).part_of is None
