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


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        (
            "Gunmen killed 16 people in Hollen on Sunday, police said.\n\n"
            "Meanwhile, troops beat off an attack on an army camp in Trava, the army said.\n\n"
            "The raiders came in trucks at dawn on Tuesday, a spokesman said.\n\n"
            "But residents said the camp was held for an hour and that 12 guards died.",
            12,
            "2022-01-04",
        ),
        (
            "Gunmen killed 16 people in Hollen on Sunday, police said.\n\n"
            "Separately, a strike hit a depot near Trava and killed seven guards, the army said.\n\n"
            "The strike took place on Thursday evening, it said.",
            7,
            "2022-01-06",
        ),
        (
            "Jets bombed the port of Trava on Sunday, killing 40 people.\n\n"
            "Troops shelled the landing at Hollen on Thursday, killing 17 people. Ten of those killed were women.",
            10,
            "2022-01-06",
        ),
        (
            "Jets bombed the port of Trava on Thursday, killing 40 people. Gunners answered with 20 shells.",
            20,
            "2022-01-06",
        ),
    ],
    ids=[
        "a thing that the deed brought in",
        "told in the next paragraph",
        "a whole of another day",
        "a count of its own",
    ],
)
def test_the_day_is_found_by_what_the_sentence_speaks_of(text: str, value: float, day: str) -> None:
    assert figure(text, value).date_from == day


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        (
            "Gunmen stormed Hollen on Tuesday, killing five people. The mayor put the wounded at 26 and said seven men were "
            "still missing on Friday.",
            26,
            ("2022-01-04", "2022-01-04"),
        ),
        (
            "A mine killed five people near Hollen on Tuesday. Another three were hurt and one of them died on Friday.",
            3,
            ("2022-01-04", "2022-01-04"),
        ),
        (
            "The rights office said in a report released on Friday that it had documented the killing of 104 civilians in "
            "Hollen in October and November.",
            104,
            ("2021-10-01", "2021-11-30"),
        ),
        (
            "A strike destroyed the waterworks of Hollen on Tuesday, the mayor said. Nearly 4,000 people have been without "
            "water since.",
            4000,
            ("2022-01-04", "2022-01-08"),
        ),
        (
            "Rebels took two posts near Hollen over the weekend, killing 23 soldiers, as the army answered with a strike on a "
            "ferry landing that left 17 villagers dead.\n\nA jet bombed the landing at Trava on Thursday, residents said.",
            17,
            ("2022-01-06", "2022-01-06"),
        ),
        (
            "Shells hit Hollen on Thursday, killing four people, with 21 soldiers reported dead in an earlier attack.\n\n"
            "On Tuesday a bomb killed 21 soldiers in Trava, the army said.",
            21,
            ("2022-01-04", "2022-01-04"),
        ),
        (
            "A bomb killed five men in Hollen on Tuesday, police said. Some 40 shops were looted and about 3,000 people have "
            "fled the town since Tuesday.",
            40,
            ("2022-01-04", "2022-01-04"),
        ),
        (
            "Gunmen attacked a post near Hollen on Tuesday night, police said on Wednesday. Two attackers were killed, an "
            "officer said, adding that six rifles were found the next morning.",
            2,
            ("2022-01-04", "2022-01-04"),
        ),
        (
            "Strikes have killed 46 people in Hollen since a truce took effect on Nov. 30, the ministry said. "
            "The rebels said they had lost 22 men in that period.",
            22,
            ("2021-11-30", "2022-01-08"),
        ),
        (
            "The province saw 62 attacks on police in the first two weeks of December, a report said.",
            62,
            ("2021-12-01", "2021-12-14"),
        ),
        (
            "Shelling killed 39 people in Hollen between 1 and 7 December, up from 22 the week before, the mayor said.",
            39,
            ("2021-12-01", "2021-12-07"),
        ),
        (
            "A strike hit a market in Hollen on Thursday, killing 22 people, a doctor said.\n\n"
            "It came three days after gunmen stormed a camp north of the town and killed 57 people.\n\n"
            "Some of those killed in the camp were shot in their beds, he said. He said the gunmen took 15 women away.",
            15,
            ("2022-01-03", "2022-01-03"),
        ),
        (
            "A bomb hurt 21 people in Hollen on Thursday, police said. Another 30 were hurt in Trava, a doctor said, and two "
            "died on Friday.",
            30,
            ("2022-01-06", "2022-01-06"),
        ),
        (
            "Strikes killed six men in Hollen on Tuesday. The funeral of a boy was held on Thursday.\n\n"
            "The six were killed in their sleep, a neighbour said on Friday.",
            6,
            ("2022-01-04", "2022-01-04"),
        ),
        (
            "In the first half of last year, 501 policemen were killed in Hollen, the ministry said.",
            501,
            ("2021-01-01", "2021-06-30"),
        ),
        (
            "Rebels took Trava after weeks of fighting, they said, while a jet bombed a monastery in Hollen, killing eight "
            "monks.\n\nThe last post in Trava fell on Wednesday.\n\nIn Hollen, a jet dropped a bomb on the monks on Monday.",
            8,
            ("2022-01-03", "2022-01-03"),
        ),
        (
            "Shells killed two people in Hollen on Friday. The previous evening, a drone had injured three people there.",
            3,
            ("2022-01-06", "2022-01-06"),
        ),
        (
            "Some 8,400 people reached Hollen between December 19 and 21, fleeing the attacks, the agency said.",
            8400,
            ("2021-12-19", "2021-12-21"),
        ),
        (
            "A bomb killed nine people in Hollen on Friday, police said, a day after a strike in Trava left six dead.\n\n"
            "Another 21 were injured, an officer said.",
            21,
            ("2022-01-07", "2022-01-07"),
        ),
        (
            "Rebels freed on Wednesday two engineers they had seized near Hollen on December 3.",
            2,
            ("2022-01-05", "2022-01-05"),
        ),
        (
            "A shell hit a school in Hollen on Tuesday, killing seven pupils. A doctor said 15 others were wounded and that "
            "two teachers had died there a week earlier.",
            15,
            ("2022-01-04", "2022-01-04"),
        ),
        (
            "The gunmen stormed Hollen late on Sunday and stayed until Monday morning, an official said. They burned 45 homes.",
            45,
            ("2022-01-02", "2022-01-03"),
        ),
    ],
    ids=[
        "a state",
        "of one of them",
        "a report put out",
        "up to now",
        "another clause",
        "an earlier attack",
        "since in another clause",
        "the next morning, added",
        "in that period",
        "the first two weeks",
        "up from",
        "in the camp",
        "said, and",
        "the six",
        "half of last year",
        "told below",
        "previous evening",
        "between",
        "background",
        "whom they had seized",
        "and that",
        "stayed until",
    ],
)
def test_days_that_are_not_the_figure_s_own(text: str, value: float, days: tuple[str, str]) -> None:
    found = figure(text, value)
    assert (found.date_from, found.date_to) == days
