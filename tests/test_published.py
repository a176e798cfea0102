"""Undated articles get a day only where the words fix it, and candidates with reasons elsewhere."""

from __future__ import annotations

from extract.articles import split_document
from extract.published import Dated, date_articles

HEADER = "date 2026-02-06 Bridge hit in border town, mayor says\n(PRAGUE) — Shells fell on Friday, the mayor said.\n"


def dated(text: str) -> list[Dated]:
    """What the document's articles come out as."""
    return date_articles(split_document(text), text)


def test_a_header_date_is_stated() -> None:
    ((day, basis, why, candidates),) = dated(HEADER)
    assert (day, basis, candidates) == ("2026-02-06", "stated", [])
    assert why


def test_a_weekday_and_a_holiday_just_past_fix_the_day_by_a_dated_neighbour() -> None:
    text = HEADER + (
        "(PRAGUE) — Shells fell early Saturday in two towns, officials said.\n"
        "Earlier this week, on Christmas Eve, a market had burned. On Wednesday night the power failed.\n"
    )
    day, basis, why, candidates = dated(text)[1]
    assert (day, basis) == ("2025-12-27", "inferred")
    assert candidates[0].date == day
    assert why
    assert "Christmas" in why
    assert "Saturday" in why


def test_the_last_weekday_told_of_is_the_day_on_which_the_story_stands() -> None:
    text = HEADER + (
        "(PRAGUE) — Shells fell on Sunday night, the mayor said. On Friday, a market had burned.\n"
        "The army told reporters on Monday that it was over. It will look into it by the Thanksgiving deadline.\n"
    )
    assert dated(text)[1][:2] == ("2025-11-24", "inferred")


def test_a_holiday_while_it_lasts_is_told_from_its_echo() -> None:
    text = (
        HEADER
        + "(PRAGUE) — Shells fell on Thursday. “Even during the Christmas holidays they fire,” the mayor said.\n"
    )
    assert dated(text)[1][:2] == ("2025-12-25", "inferred")


def test_a_lone_weekday_gives_candidates_and_no_day() -> None:
    text = HEADER + "(PRAGUE) — Shells fell on Tuesday, the mayor said.\n"
    day, basis, _, candidates = dated(text)[1]
    assert (day, basis) == (None, None)
    assert candidates[0].date == "2026-02-03"
    assert all(c.why and c.score < 0.7 for c in candidates)


def test_a_neighbours_day_is_never_inherited() -> None:
    text = HEADER + "(PRAGUE) — Shells fell, the mayor said.\n"
    assert dated(text)[1][:2] == (None, None)


def test_no_candidate_is_younger_than_the_newest_stated_day() -> None:
    text = (
        HEADER
        + "(PRAGUE) — Shells fell on Saturday, ahead of Easter, the mayor said. On Christmas Eve, a market burned.\n"
    )
    assert all(c.date <= "2026-02-06" for c in dated(text)[1][3])


def test_an_undated_text_with_weekdays_or_days_without_year_stays_undated() -> None:
    for text in (
        "Shells fell on Wednesday, the mayor of the town said in his address on Tuesday.",
        "On Thursday, Dec. 15, shells fell. They had fallen between 11-13 Dec.",
        "Shells fell on Thanksgiving Day. He died on Nov. 24, it was announced yesterday.",
        "Shells fell today, as on Saturday.",
    ):
        assert dated(text)[0][:2] == (None, None), text


def test_a_full_date_and_the_weekday_it_falls_on_give_the_day() -> None:
    text = "Shells fell on Friday, the mayor said. “On Feb. 6, 2026, a man was shot,” the court wrote."
    assert dated(text)[0][:2] == ("2026-02-06", "inferred")


def test_the_day_of_a_war_gives_the_day() -> None:
    text = "Ukraine woke to sirens on day 1,067 of the war with Russia. Two people were hurt in Ukraine, police said."
    day, basis, why, _ = dated(text)[0]
    assert (day, basis) == ("2025-01-25", "inferred")
    assert why
    assert "1067" in why


def test_independence_day_of_the_country_spoken_of_counts() -> None:
    text = (
        "date 2022-07-01 Mine shut after raid on workers\n(BUKAVU) — The mine was shut on Friday.\n"
        "(GOMA) — The toll in Congo rose to 9, a doctor said on Thursday, Independence Day in Congo.\n"
    )
    assert dated(text)[1][:2] == ("2022-06-30", "inferred")


def test_the_day_of_what_is_assessed_is_not_that_of_the_assessment() -> None:
    text = (
        "Incident assessment: Al-Kashm, Deir Ezzor\n\nIncident date: March 29, 2018\nLocation: Al-Kashm\nAssessment published: April 5, 2018\n\n"
        "Local sources reported that eight civilians died when a strike hit a house on the evening of March 29.\n"
    )
    assert dated(text)[0][:2] == ("2018-04-05", "stated")


def test_a_title_under_the_name_of_the_body_tells_the_day() -> None:
    text = (
        "Ministry of Defence of Norvia\nReport on the progress of the operation (16 November 2021)\n\n"
        "Over the past 24 hours, the Armed Forces continued the operation near the town of Hollen.\n"
    )
    assert dated(text)[0][:2] == ("2021-11-16", "stated")
