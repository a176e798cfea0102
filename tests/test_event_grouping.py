"""Which figures are one event: by deed, place and day. All officials and attacks are invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, events_of, figure_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Blast Kills Nine at Market\n\nThe town of Hollen was quiet at noon, and its shops were shut.\n\n"
            "A blast at a market in the town of Hollen killed nine people and injured 30 on 5 March 2026.",
            [9, 9, 30],
        ),
        (
            "Drones Injure Four in the North\n\n"
            "Drones struck the town of Hollen on 5 March 2026, injuring four people, the mayor said.\n\n"
            "Shells killed two people in the town of Marsk on 5 March 2026.",
            [4, 4],
        ),
        (
            "Drones Kill Four in Border Town\n\n"
            "Drones struck the town of Hollen on 5 March 2026, killing four people, the mayor said.",
            [4, 4],
        ),
    ],
    ids=["told later", "the first of two", "no name"],
)
def test_a_headlines_count_comes_to_the_texts_event(text: str, values: list[float]) -> None:
    _, place, found = events_of(text)[0]
    assert (place, found) == ("Hollen", values)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "A car bomb killed four people in the town of Hollen on 5 March 2026.\n\n"
            "By 7 March 2026 the death toll had climbed to nine, the mayor said.",
            "2026-03-05",
        ),
        (
            "A bombing in Mogadishu killed 12 people on 4 March 2026.\n\n"
            "The toll rose to 15 on 6 March 2026, police said.",
            "2026-03-04",
        ),
        (
            "A car bomb exploded in Hollen on 5 March 2026, killing four people.\n\n"
            "The number of dead has risen to nine, the mayor said on 7 March 2026.",
            "2026-03-05",
        ),
    ],
    ids=["death toll", "toll", "number of dead"],
)
def test_a_new_toll_is_of_the_attack_and_leaves_its_day(text: str, day: str) -> None:
    (event,) = article_of(text).events
    assert len(event.figures) == 2
    assert event.date_to == day


@pytest.mark.parametrize(
    "text",
    [
        "A drone killed one man in Nikopol on 5 March 2026.\n\n"
        "Six people were wounded in Nikopol over the past day, the council said.",
        "One person was killed in Kherson on 5 March 2026 when a shell hit a bus.\n\n"
        "Over the past 24 hours, six people were injured in Kherson, the governor said.",
    ],
    ids=["past day", "past 24 hours"],
)
def test_a_count_of_the_last_hours_is_apart_from_the_single_attack(text: str) -> None:
    assert [values for _, _, values in events_of(text)] == [[1], [6]]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "At least 20 people were killed in the town of Hollen on 5 March 2026. Six of them were children.",
            [20, 6],
        ),
        (
            "Vardania launched 131 drones at Ostia on 5 March 2026, the air force said. It shot down 106 of them.",
            [131, 106],
        ),
        (
            "Three people were killed in the Sumy region on 5 March 2026. Two died in the village of Hollen.",
            [3, 2],
        ),
    ],
    ids=["children among them", "shot down", "in a village of the region"],
)
def test_a_part_is_of_the_event_of_its_whole(text: str, values: list[float]) -> None:
    ((_, _, found),) = events_of(text)
    assert found == values


@pytest.mark.parametrize(
    "text",
    [
        "No one was hurt in Hollen on 5 March 2026, the mayor said.",
        "Police said there were no casualties in the town of Hollen on 5 March 2026.",
    ],
)
def test_a_count_of_nothing_makes_no_event(text: str) -> None:
    article = article_of(text)
    assert [figure.value for figure in article.figures] == [0]
    assert article.events == []


def test_a_count_of_nothing_belongs_to_the_attack_told_beside_it() -> None:
    text = "Nobody was injured when a shell fell near the town of Hollen on 5 March 2026."
    assert events_of(text) == [("shelling", "Hollen", [0])]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Some 4,000 homes were left without power in Hollen on 5 March 2026 after a line fell, the operator said.\n\n"
            "Gunmen killed two people in Hollen on 5 March 2026.",
            ("outage", "Hollen", [4000]),
        ),
        (
            "About 30,000 people in Marsk were left without water on 5 March 2026, the council said.\n\n"
            "Police arrested four men in Marsk on 5 March 2026.",
            ("outage", "Marsk", [30000]),
        ),
    ],
)
def test_lights_that_went_out_by_themselves_are_an_event_of_their_own(
    text: str, first: tuple[str, str, list[float]]
) -> None:
    events = events_of(text)
    assert events[0] == first
    assert len(events) == 2


def test_lights_that_go_out_in_a_strike_are_the_strikes() -> None:
    text = "Strikes on 5 March 2026 killed two people in the town of Hollen and left 4,000 homes there without power."
    assert events_of(text) == [("attack", "Hollen", [2, 4000]), ("outage", "Hollen", [4000])]


@pytest.mark.parametrize(
    ("text", "kind", "beside", "of_both"),
    [
        (
            "Gunmen killed nine people and abducted 14 in the village of Tandara on 5 March 2026.",
            "attack",
            "abduction",
            [14],
        ),
        (
            "Militants attacked the village of Tandara on 5 March 2026, killing nine people.\n\n"
            "They kidnapped 14 women in the village of Tandara on 5 March 2026, elders said.",
            "attack",
            "abduction",
            [14],
        ),
        (
            "The army took the town of Tandara on 5 March 2026. "
            "Clashes in Tandara on 5 March 2026 killed nine soldiers and wounded 14, medics said.",
            "territory_change",
            "clash",
            [9, 14],
        ),
    ],
    ids=["one sentence", "two paragraphs", "fought for and taken"],
)
def test_what_the_deeds_of_one_fight_left_is_counted_once_and_each_deed_is_told(
    text: str, kind: str, beside: str, of_both: list[int]
) -> None:
    assert events_of(text) == [(kind, "Tandara", [9, 14]), (beside, "Tandara", of_both)]


def test_deeds_of_two_days_are_two_events() -> None:
    text = (
        "Gunmen killed nine people in the village of Tandara on 5 March 2026.\n\n"
        "They abducted 14 people in the village of Tandara on 9 March 2026."
    )
    assert events_of(text) == [("attack", "Tandara", [9]), ("abduction", "Tandara", [14])]


@pytest.mark.parametrize(
    "text",
    [
        "Israel struck Iran with 60 missiles on 5 March 2026, the army said.\n\n"
        "Iran fired 40 missiles at Israel on 5 March 2026, state television said.",
        "Israel launched 60 drones at Iran on 5 March 2026. Iran launched 40 drones at Israel on the same day.",
    ],
)
def test_the_two_sides_of_an_exchange_are_two_events(text: str) -> None:
    events = article_of(text).events
    assert [(event.place, event.actor) for event in events] == [("Iran", "Israel"), ("Israel", "Iran")]
    assert figure_of(text, 60).event != figure_of(text, 40).event


def test_another_day_in_the_same_town_is_another_event() -> None:
    text = (
        "Shells killed two people in the town of Hollen on 5 March 2026. "
        "Another strike killed three people in the town of Hollen on 8 March 2026."
    )
    assert [event.date_to for event in article_of(text).events] == ["2026-03-05", "2026-03-08"]


def test_those_in_hospital_elsewhere_are_of_the_attack_that_put_them_there() -> None:
    text = (
        "A strike killed nine people in the town of Hollen on 5 March 2026.\n\n"
        "Twelve people were taken to hospital in the city of Marsk."
    )
    assert events_of(text) == [("attack", "Hollen", [9, 12])]


def test_a_count_of_the_whole_war_is_of_no_event() -> None:
    text = (
        "A strike killed nine people in the town of Bara in Sudan on 5 March 2026. "
        "More than 20,000 people have been killed since the war began."
    )
    assert figure_of(text, 20_000).event is None
    assert events_of(text) == [("attack", "Bara", [9])]


def test_what_the_first_paragraphs_tell_without_a_day_is_of_the_day_of_the_report() -> None:
    (event,) = article_of("A strike killed nine people in the town of Hollen.", "2026-03-05").events
    assert (event.date_from, event.date_to) == ("2026-03-05", "2026-03-05")
    assert event.why.endswith("no day is told: that of the report")


def test_without_a_day_of_the_report_the_event_has_none() -> None:
    (event,) = article_of("A strike killed nine people in the town of Hollen.").events
    assert (event.date_from, event.date_to) == (None, None)


def test_fighters_and_soldiers_who_died_together_died_in_a_clash() -> None:
    text = "Nine rebels and four soldiers were killed in Kassama on 5 March 2026, officials said."
    assert events_of(text) == [("clash", "Kassama", [9, 4])]
    text = "Nine villagers and four soldiers were killed in Kassama on 5 March 2026, officials said."
    assert events_of(text) == [("attack", "Kassama", [9, 4])]


def test_hostilities_give_their_name_to_the_dead_counted_there() -> None:
    text = (
        "Hostilities between army units and local factions escalated on 1 November 2025 in Tell Rumman.\n\n"
        "In Tell Rumman, 23 civilians were killed and 71 injured, health officials said."
    )
    assert events_of(text) == [("clash", "Tell Rumman", [23, 71])]


def test_bodies_are_the_attacks_not_the_prisons() -> None:
    text = (
        "At least 52 people were killed on 5 March 2026 after air strikes flattened a prison in Hadba Sud.\n\n"
        "The prison in Hadba Sud was holding 215 people. Rescuers there recovered 37 bodies in Hadba Sud."
    )
    found = [numbers for kind, _, numbers in events_of(text) if kind == "air_strike"]
    (values,) = found
    assert {52, 37} <= set(values)


@pytest.mark.parametrize(
    ("second", "figures"),
    [
        (
            "A relief group, which drove the wounded to clinics in Tarrin, gave a toll of 13 dead and 34 injured.",
            4,
        ),
        ("A monitor with an office in Tarrin put the number of dead at 13.", 3),
        ("A monitor put the number of dead in the village of Tarrin at 13.", 2),
        ("A monitor with an office in Tarrin put the number of dead at 1,300.", 2),
    ],
)
def test_another_toll_is_of_what_was_counted_right_before(second: str, figures: int) -> None:
    text = (
        "HOLLEN, March 5 (XNA) -- A car bomb exploded at a market in the town of Hollen on Wednesday, killing 11 people and injuring 30 others.\n\n"
        + second
    )
    bomb = next(e for e in article_of(text, "2026-03-05").events if e.place == "Hollen")
    assert len(bomb.figures) == figures
