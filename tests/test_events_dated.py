"""The day of an event: of several, the one that its own deed is told with. All of it is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of, figure_of


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "A missile hit a school in the town of Hollen on 5 March 2026, killing four people. "
            "It was struck again on 7 March 2026.",
            ["2026-03-05", "2026-03-07"],
        ),
        (
            "Shells killed two people in the town of Hollen on 5 March 2026. "
            "Jets bombed it once more on 6 March 2026, witnesses said.",
            ["2026-03-05", "2026-03-06"],
        ),
        (
            "Shells killed two people in the town of Hollen on Jan. 3. "
            "Jets bombed it once more on Jan. 5, witnesses said.",
            [None, None],
        ),
    ],
    ids=["again", "once more", "days without a year"],
)
def test_a_second_strike_on_another_day_is_another_event(text: str, days: list[str | None]) -> None:
    first, second = article_of(text).events
    assert [first.date_to, second.date_to] == days
    assert (first.place, second.place) == ("Hollen", "Hollen")
    assert second.why == "a strike on what was told of before, on another day"


def test_a_second_strike_on_the_same_day_is_of_the_same_event() -> None:
    text = (
        "Shells killed two people in the town of Hollen on 5 March 2026. "
        "Jets bombed it once more on 5 March 2026, witnesses said."
    )
    assert [place for _, place, _ in events_of(text)] == ["Hollen"]


def test_of_two_days_in_a_sentence_the_one_beside_the_deed_is_its_day() -> None:
    text = (
        "Between 2 and 5 May 2026, some 46,000 people fled Hollen town, West Kordofan, after rebels attacked and "
        "took control of the town on 1 May 2026."
    )
    days = {event.kind: event.date_to for event in article_of(text).events}
    assert days["territory_change"] == "2026-05-01"


def test_the_first_since_a_year_tells_of_no_attack_in_that_year() -> None:
    text = (
        "Gunmen ambushed a truck in the town of Hollen on 5 March 2026, killing four soldiers.\n\n"
        "The attack is the first since a deal between the two sides was signed in 2014."
    )
    assert {event.date_to for event in article_of(text).events} == {"2026-03-05"}


def test_the_morning_is_that_of_the_attack_and_not_of_what_was_said() -> None:
    text = (
        "Fighters attacked a camp in Tandara on Sunday, killing 34 people, the mission said on Tuesday.\n\n"
        "They came in the early hours of the morning, burning 210 shelters."
    )
    article = article_of(text, "2026-03-03")
    assert {figure.date_to for figure in article.figures} == {"2026-03-01"}


def test_what_is_said_on_a_day_to_have_been_taken_is_of_that_day() -> None:
    text = (
        "Drones struck the city of Hollen on Thursday, killing nine people, the governor said.\n\n"
        "The defence ministry said on Tuesday that its troops had captured the village of Verkhni Sad."
    )
    days = {event.place: event.date_to for event in article_of(text, "2021-10-14").events}
    assert days == {"Hollen": "2021-10-14", "Verkhni Sad": "2021-10-12"}


def test_a_festival_ahead_is_no_day_of_what_was_done() -> None:
    text = "Police detained 115 suspects last week over plans to attack Christmas celebrations in Hollen."
    assert (figure_of(text, 115, "2025-12-29").date_to or "") <= "2025-12-29"


def test_how_long_a_town_had_been_held_is_not_the_day_it_fell() -> None:
    text = (
        "HOLLEN, March 5 (XNA) -- Shells killed six people in the town of Hollen on Thursday. The shelling came two days after "
        "soldiers retook the town of Tarrin, which the rebels had held since November."
    )
    fell = next(e for e in article_of(text, "2026-03-05").events if e.kind == "territory_change")
    assert (fell.place, fell.date_from, fell.date_to) == ("Tarrin", "2026-03-03", "2026-03-03")


def test_the_day_after_a_deed_is_counted_from_that_deed() -> None:
    text = (
        "HOLLEN, March 6 (XNA) -- Officials on Friday condemned attacks in the region. On Tuesday, shells struck a clinic in the "
        "village of Hollen, killing 14 people.\n\nA day after the shelling, an air strike hit two boats off the port of Tarrin."
    )
    boats = next(e for e in article_of(text, "2026-03-06").events if e.place == "Tarrin")
    assert boats.date_to == "2026-03-04"


@pytest.mark.parametrize(
    ("later", "values"),
    [
        ("Rescuers ended their search on Thursday after pulling 12 bodies and five survivors from the rubble.", [9, 12, 5]),
        ("Firefighters put out the last flames on Thursday and took eight bodies out of the ruins.", [9, 8]),
        ("On Wednesday it said that 11 had been killed and 18 wounded.", [9, 11, 18]),
    ],
)  # fmt: skip
def test_those_found_or_counted_days_later_are_of_the_deed(later: str, values: list[int]) -> None:
    text = f"A missile hit a hostel in the town of Hollen on Tuesday, killing nine people, the fire service said.\n\n{later}"
    article = article_of(text, "2022-03-03")
    (event,) = article.events
    told = {figure.id: figure.value for figure in article.figures}
    assert [told[ident] for ident in event.figures] == values
    assert (event.date_from, event.date_to) == ("2022-03-01", "2022-03-01")
