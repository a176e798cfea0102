"""Time words resolve to the days that a reader of the report would take them for."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from extract.dates import find_times
from extract.datewords import find_explicit
from extract.holidays import easter, hebrew, holiday, islamic, nth_weekday, orthodox_easter

THURSDAY = dt.date(2025, 12, 25)


def days(text: str, published: dt.date | None = THURSDAY) -> list[tuple[str, str | None, str | None]]:
    """The spans of a text as (words, first day, last day)."""
    return [
        (
            s.text,
            s.date_from.isoformat() if s.date_from else None,
            s.date_to.isoformat() if s.date_to else None,
        )
        for s in find_times(text, published=published)
    ]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("The two sides met on Thursday.", "Thursday", "2025-12-25", "2025-12-25"),
        ("The two sides met on Wednesday.", "Wednesday", "2025-12-24", "2025-12-24"),
        ("The two sides met on Friday.", "Friday", "2025-12-19", "2025-12-19"),
        ("Shells fell on Sunday night.", "Sunday night", "2025-12-21", "2025-12-21"),
        ("Shells fell early Saturday.", "early Saturday", "2025-12-20", "2025-12-20"),
        ("The town was hit last Friday.", "last Friday", "2025-12-19", "2025-12-19"),
        ("The town was hit last Thursday.", "last Thursday", "2025-12-18", "2025-12-18"),
        ("They will meet on Monday.", "Monday", "2025-12-29", "2025-12-29"),
        ("Talks resume next Thursday.", "next Thursday", "2026-01-01", "2026-01-01"),
        ("Talks were held yesterday.", "yesterday", "2025-12-24", "2025-12-24"),
        ("The convoy left two days ago.", "two days ago", "2025-12-23", "2025-12-23"),
        ("Seven years ago the road was open.", "Seven years ago", "2018-01-01", "2018-12-31"),
        ("The road opened last week.", "last week", "2025-12-15", "2025-12-21"),
        ("The road opened last month.", "last month", "2025-11-01", "2025-11-30"),
        ("The road opened earlier this week.", "earlier this week", "2025-12-22", "2025-12-25"),
        ("Ten were hurt over the weekend.", "the weekend", "2025-12-20", "2025-12-21"),
        ("Ten were hurt on Tuesday before dawn.", "Tuesday", "2025-12-23", "2025-12-23"),
        ("Ten were hurt before dawn on Tuesday.", "before dawn on Tuesday", "2025-12-23", "2025-12-23"),
    ],
)
def test_a_weekday_is_the_day_itself_and_never_a_week_early(
    text: str, words: str, first: str, last: str
) -> None:
    assert (words, first, last) in days(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Drones came overnight, the army said.", "2025-12-24", "2025-12-25"),
        ("Drones came overnight into Wednesday.", "2025-12-23", "2025-12-24"),
        ("Drones came from Tuesday night through into Wednesday morning.", "2025-12-23", "2025-12-24"),
        ("Drones came Tuesday night into Wednesday morning.", "2025-12-23", "2025-12-24"),
        ("Drones came in the night between Monday and Tuesday.", "2025-12-22", "2025-12-23"),
        ("Drones came last night.", "2025-12-24", "2025-12-25"),
        ("Drones came on the night of Dec. 20-21.", "2025-12-20", "2025-12-21"),
    ],
)
def test_a_night_begins_the_evening_before_its_morning(text: str, first: str, last: str) -> None:
    assert [d[1:] for d in days(text)] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Five died over the previous 24 hours.", "2025-12-24", "2025-12-25"),
        ("Five died in the last 48 hours.", "2025-12-23", "2025-12-25"),
        ("Five died in the past three days.", "2025-12-22", "2025-12-25"),
        ("Five died since Dec. 20.", "2025-12-20", "2025-12-25"),
        ("Five died since October 2023.", "2023-10-01", "2025-12-25"),
        ("Five died between 11 and 13 December.", "2025-12-11", "2025-12-13"),
        ("Five died between 11-13 Dec.", "2025-12-11", "2025-12-13"),
        ("Five died from Nov. 30 to Dec. 2.", "2025-11-30", "2025-12-02"),
        ("Five died between 2014 and 2020.", "2014-01-01", "2020-12-31"),
        ("Five died since the beginning of the month.", "2025-12-01", "2025-12-25"),
        ("Ukraine counts the dead since the war began.", "2022-02-24", "2025-12-25"),
    ],
)
def test_windows_and_ranges_have_both_ends(text: str, first: str, last: str) -> None:
    assert [d[1:] for d in days(text)] == [(first, last)]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Feb. 6, 2026", "2026-02-06"),
        ("6 February 2026", "2026-02-06"),
        ("Friday, Feb. 6, 2026", "2026-02-06"),
        ("the 6th of February 2026", "2026-02-06"),
        ("2026-02-06", "2026-02-06"),
        ("06/02/2026", "2026-02-06"),
        ("2/16/2026", "2026-02-16"),
        ("16.2.2026", "2026-02-16"),
    ],
)
def test_a_full_date_needs_no_day_of_publication(printed: str, day: str) -> None:
    assert [d[1:] for d in days(f"It began on {printed} at dawn.", None)] == [(day, day), (day, day)]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Dec. 24", "2025-12-24"),
        ("24 December", "2025-12-24"),
        ("Dec.14th", "2025-12-14"),
        ("30 December", "2024-12-30"),
    ],
)
def test_a_day_without_its_year_is_the_nearest_past_one(printed: str, day: str) -> None:
    assert days(f"The town fell on {printed}, he said.")[0][1:] == (day, day)


def test_a_day_to_come_is_the_next_one() -> None:
    assert days("The vote is to be held on Feb. 3.")[0][1:] == ("2026-02-03", "2026-02-03")


def test_a_weekday_beside_a_day_settles_the_year() -> None:
    assert days("On Friday, 6 February, the road was shut.")[0][1:] == ("2026-02-06", "2026-02-06")


def test_the_year_printed_with_a_day_elsewhere_in_the_text_holds_for_it() -> None:
    text = "The dam broke on Nov. 3, 2019. Since the flood of Nov. 3 the road is shut."
    assert [d[1] for d in days(text)] == ["2019-11-03", "2019-11-03"]


def test_undated_articles_leave_weekdays_and_days_without_year_unresolved() -> None:
    text = "On Monday and again today, as on Dec. 15, in the last 24 hours and overnight, shells fell."
    found = days(text, None)
    assert [d[0] for d in found] == ["Monday", "today", "Dec. 15", "the last 24 hours", "overnight"]
    assert {d[1] for d in found} == {None}


def test_words_that_count_from_another_day_use_the_day_spoken_of_last() -> None:
    text = "The bridge fell on Dec. 10. A week earlier the gate had burned. The next day, trucks came."
    assert [d[1] for d in days(text)] == ["2025-12-10", "2025-12-03", "2025-12-04"]


def test_the_day_of_an_earlier_sentence_is_seen_from_a_later_span() -> None:
    text = "The bridge fell on Dec. 10. Later that day, trucks came."
    at = text.index("Later")
    assert find_times(text, at, len(text), THURSDAY)[0].date_from == dt.date(2025, 12, 10)


@pytest.mark.parametrize(
    "text",
    [
        "A man aged 42 and a 7-year-old boy died.",
        "The truce held for two days and a three-day pause followed.",
        "It was the largest number in a 24 hour period.",
        "They fired 2026 drones at 1,999 homes with 2000 soldiers.",
        "Resolution 2042 and Route 1950 are numbers.",
        "The March on the capital may be banned.",
        "The 3rd brigade and the 28-point plan",
        "Johnnie Christmas drew the map.",
    ],
)
def test_ages_durations_counts_and_names_are_no_time_words(text: str) -> None:
    assert days(text) == []


def test_christmas_eve_is_its_day_in_the_year_of_the_report() -> None:
    assert days("Even on Christmas Eve shells fell.", dt.date(2025, 12, 27))[0][1] == "2025-12-24"


def test_easter_follows_the_calendar_of_the_church_spoken_of() -> None:
    published = dt.date(2026, 4, 13)
    assert days("Shops were shut in Poland on Easter Sunday.", published)[0][1] == "2026-04-05"
    assert days("Coptic churches were full on Easter Sunday.", published)[0][1] == "2026-04-12"


def test_independence_day_is_that_of_the_country_the_text_names() -> None:
    assert days("Ukraine marked Independence Day.", dt.date(2025, 8, 25))[0][1] == "2025-08-24"
    assert days("Pakistan marked Independence Day.", dt.date(2025, 8, 25))[0][1] == "2025-08-14"


def test_a_day_known_by_its_event_has_its_year() -> None:
    assert days("since the Oct. 7 attack")[0][1] == "2023-10-07"


def test_spans_point_at_their_words_and_name_the_rule() -> None:
    text = "⚠️ Жнива — on Sunday night, and since Dec. 20, 2025 …"
    for span in find_times(text, published=THURSDAY):
        assert text[span.start : span.end] == span.text
        assert span.rule
        assert text[span.phrase_start : span.end].split()[0] in ("on", "since")


def test_a_hint_of_tense_overrules_the_words() -> None:
    assert find_times("Monday", published=THURSDAY, tense="future")[0].date_from == dt.date(2025, 12, 29)
    assert find_times("Monday", published=THURSDAY, tense="past")[0].date_from == dt.date(2025, 12, 22)


def test_resolved_spans_never_end_before_they_begin() -> None:
    words = [
        "Monday",
        "Tuesday",
        "night",
        "morning",
        "into",
        "to",
        "through",
        "and",
        "the",
        "last",
        "next",
        "this",
        "week",
        "two",
        "days",
        "ago",
        "earlier",
        "Dec.",
        "31",
        "May",
        "5",
        "2024",
        "overnight",
        "on",
        "between",
        "since",
        "30",
        "29",
        "Feb",
        "February",
        "until",
        "1999",
        "2000s",
        "the",
        "23rd",
        ",",
        ".",
        "–",
        "24",
        "hours",
        "weekend",
    ]
    shuffle = random.Random(7)
    for _ in range(400):
        text = " ".join(shuffle.choices(words, k=14))
        published = dt.date(2024, 1, 1) + dt.timedelta(days=shuffle.randrange(800))
        for span in find_times(text, published=published):
            assert text[span.start : span.end] == span.text
            assert (span.date_from is None) == (span.date_to is None)
            if span.date_from and span.date_to:
                assert span.date_from <= span.date_to, (text, span)


def test_the_ends_of_the_calendar_do_no_harm() -> None:
    for published in (dt.date(1, 1, 1), dt.date(9999, 12, 31)):
        found = find_times(
            "yesterday tomorrow overnight on Monday two weeks ago next year Dec. 24 Easter the past 900 years",
            published=published,
        )
        assert "Dec. 24" in {span.text for span in found}
        assert all(
            s.date_from <= s.date_to for s in found if s.date_from is not None and s.date_to is not None
        )


def test_impossible_dates_are_left_alone() -> None:
    assert find_explicit("31 June, 30/30/2020, 2023-13-01, Feb. 30") == []


def test_movable_feasts_fall_on_their_days() -> None:
    assert (easter(2025), orthodox_easter(2025)) == (dt.date(2025, 4, 20), dt.date(2025, 4, 20))
    assert (easter(2024), orthodox_easter(2024)) == (dt.date(2024, 3, 31), dt.date(2024, 5, 5))
    assert islamic(1445, 10, 1) == dt.date(2024, 4, 10)
    assert hebrew(2023, 7, 22) == dt.date(2023, 10, 7)
    assert nth_weekday(2025, 11, 4, 3) == dt.date(2025, 11, 27)
    ramadan = holiday("Ramadan")
    assert ramadan is not None
    assert ramadan.approximate
    assert ramadan.in_year(2025)[0][0] == dt.date(2025, 3, 1)


@pytest.mark.parametrize("words", ["since midnight", "since early morning", "since dawn"])
def test_since_an_hour_is_the_day_of_the_report(words: str) -> None:
    (found,) = find_times(f"The army intercepted 19 drones {words}.", published=dt.date(2025, 11, 20))
    assert (found.date_from, found.date_to) == (dt.date(2025, 11, 20), dt.date(2025, 11, 20))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from 8 p.m. on Monday to 6 a.m. on Tuesday", "2025-12-22", "2025-12-23"),
        ("between 22:00 on 22 December and 08:00 on 23 December", "2025-12-22", "2025-12-23"),
        (
            "between 10:00 p.m. Moscow time on December 22 and 7:00 a.m. on December 23",
            "2025-12-22",
            "2025-12-23",
        ),
        ("from Monday at 9 p.m. until Tuesday at 7 a.m.", "2025-12-22", "2025-12-23"),
        ("from the evening of 22 December to the morning of 23 December", "2025-12-22", "2025-12-23"),
        ("in raids yesterday and today", "2025-12-24", "2025-12-25"),
    ],
)
def test_a_night_from_one_hour_to_another_is_one_span(text: str, first: str, last: str) -> None:
    ((_, *found),) = days(f"It shot down 40 drones {text}, it said.")
    assert found == [first, last]


def test_hours_of_two_deeds_make_no_span() -> None:
    found = days("A bomb went off on Monday at 9 p.m. and on Tuesday at 7 a.m. troops came.")
    assert [first for _, first, _ in found] == ["2025-12-22", "2025-12-23"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on the second of this month", "2025-12-02"),
        ("on the 2nd of the current month", "2025-12-02"),
        ("on the fifteenth of last month", "2025-11-15"),
        ("on the ninth of June", "2025-06-09"),
        ("on the twenty-first of June 2024", "2024-06-21"),
    ],
)
def test_a_day_of_the_month_is_read_in_words(text: str, day: str) -> None:
    ((_, *found),) = days(f"The border was shelled {text} by the army.")
    assert found == [day, day]


def test_the_night_of_a_day_is_not_that_of_the_report() -> None:
    assert days("During the night of Dec. 20-21, troops cleared a cave.")[0][1:] == (
        "2025-12-20",
        "2025-12-21",
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the second quarter of 2025", "2025-04-01", "2025-06-30"),
        ("in the first half of 2025", "2025-01-01", "2025-06-30"),
        ("in the last week of November", "2025-11-24", "2025-11-30"),
        ("in the week ending 21 December", "2025-12-15", "2025-12-21"),
        ("in the week to Sunday", "2025-12-15", "2025-12-21"),
        ("in the week of 8 December", "2025-12-08", "2025-12-14"),
        ("on Wednesday last week", "2025-12-17", "2025-12-17"),
        ("on the night of 21/22 December", "2025-12-21", "2025-12-22"),
    ],
)
def test_weeks_quarters_and_halves(text: str, first: str, last: str) -> None:
    ((_, *found),) = days(f"Shells killed 44 people {text}, it said.")
    assert found == [first, last]
