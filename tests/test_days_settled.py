"""Days of figures that the sentence itself does not tell plainly: lists under a day, bodies found later, other years."""

from __future__ import annotations

import pytest

from tests.reading import article_of

#: A Thursday.
PUBLISHED = "2021-08-05"
_LEAD = "Troops held three operations near Hollen on Monday, the army said.\n\n"


def days(text: str, words: str) -> tuple[str | None, str | None]:
    """The days of the figure whose words begin so."""
    found = next(f for f in article_of(text, PUBLISHED).figures if f.text.startswith(words))
    return found.date_from, found.date_to


@pytest.mark.parametrize(
    ("over", "first", "last"),
    [
        ("In operations yesterday:", "2021-08-04", "2021-08-04"),
        ("The following is a summary for the month of July 2021:", "2021-07-01", "2021-07-31"),
        ("On Tuesday, the army reported:", "2021-08-03", "2021-08-03"),
    ],
)
@pytest.mark.parametrize("mark", ["- ", "-- ", "• ", "1. "])
def test_the_items_of_a_list_are_of_the_day_over_it(over: str, first: str, last: str, mark: str) -> None:
    text = f"{_LEAD}{over}\n\n{mark}Eight fighters were killed in Dolan.\n\n{mark}Six men were arrested in Makhan.\n"
    assert days(text, "Eight") == days(text, "Six") == (first, last)


def test_what_stands_after_a_list_is_not_of_its_day() -> None:
    text = f"{_LEAD}In operations yesterday:\n\n- Eight fighters were killed in Dolan.\n\nA bomb killed two boys in Makhan on Sunday.\n"
    assert days(text, "two boys") == ("2021-08-01", "2021-08-01")


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        (
            "In July the army held 19 operations. In the same period of 2020 it held 31 operations.",
            "2020-07-01",
            "2020-07-31",
        ),
        (
            "The army held 19 raids in February. In the same month of 2020 it held 31 raids.",
            "2020-02-01",
            "2020-02-29",
        ),
        (
            "The army held 19 raids this year. In the same period last year it held 31 raids.",
            "2020-01-01",
            "2020-08-05",
        ),
    ],
)
def test_the_same_period_of_another_year(told: str, first: str, last: str) -> None:
    assert days(told, "31") == (first, last)


def test_those_who_have_since_been_freed_were_freed_by_the_day_of_the_report() -> None:
    text = f"{_LEAD}Police detained 14 men in Dolan on Tuesday. Two have since been released.\n"
    assert days(text, "14") == ("2021-08-03", "2021-08-03")
    assert days(text, "Two") == ("2021-08-03", "2021-08-05")


def test_wounded_men_whose_death_raised_the_toll_died_by_the_day_of_the_report() -> None:
    text = "The number of men killed in Monday's attack on Hollen has risen to five after two of the wounded succumbed to their injuries, the army said on Thursday.\n"
    assert days(text, "five")[0] == "2021-08-02"
    assert days(text, "two") == ("2021-08-02", "2021-08-05")


@pytest.mark.parametrize(
    "told",
    [
        "Villagers said 17 people had been buried by Wednesday noon.",
        "Rescuers pulled 17 bodies on Wednesday from the ruins.",
        "Rescuers recovered 17 more bodies on Wednesday.",
    ],
)
def test_the_dead_had_died_before_they_were_found_or_buried(told: str) -> None:
    text = f"A missile hit a market in Hollen on Monday, killing dozens.\n\n{told}\n"
    assert days(text, "17") == ("2021-08-02", "2021-08-02")


def test_the_wounded_who_died_later_do_not_move_what_is_told_next() -> None:
    text = (
        "Shells killed seven people in Hollen on Tuesday, a medic said.\n\nHe said two of the wounded died on Wednesday.\n\n"
        "The army said it destroyed four vehicles.\n"
    )
    assert days(text, "four vehicles") == ("2021-08-03", "2021-08-03")


def test_a_count_that_was_revised_the_next_day_is_of_the_deed() -> None:
    text = (
        "On Aug. 2, jets struck a camp in Hollen. Four fighters were found dead; after troops searched the site the following "
        "day, the number was revised to seven. Two trucks were destroyed.\n"
    )
    assert days(text, "Four") == days(text, "Two trucks") == ("2021-08-02", "2021-08-02")


@pytest.mark.parametrize(
    "made", ["a woman born in 1958", "a school built in 1974", "a mosque dating from 1890"]
)
def test_a_year_in_which_somebody_was_born_is_not_that_of_the_deed(made: str) -> None:
    text = f"Shells hit {made} in Hollen on Tuesday. One civilian, {made}, was named, and four houses were damaged.\n"
    assert days(text, "four houses") == ("2021-08-03", "2021-08-03")


def test_this_week_ends_with_the_report_where_it_is_told_of_the_past() -> None:
    assert days("Some 2,300 people have fled Hollen this week.\n", "Some 2,300") == (
        "2021-08-02",
        "2021-08-05",
    )


def test_the_day_that_names_an_attack_is_the_attacks() -> None:
    text = (
        "The mission condemns in the strongest terms the August 3 artillery attack on a clinic in Hollen. The attack killed "
        "seven people.\n\nOn July 2, a drone struck a station in Dolan, wounding eight medics.\n"
    )
    assert days(text, "seven") == ("2021-08-03", "2021-08-03")


def test_the_hour_of_a_deed_ends_no_sentence() -> None:
    text = "The bus, with 14 people inside, was hit at about 6:40 a.m. Kyiv time on Tuesday, the regional centre told NPA.\n"
    assert days(text, "14") == ("2021-08-03", "2021-08-03")


def test_men_let_go_are_not_of_the_day_on_which_they_were_taken() -> None:
    text = "On Wednesday the group freed two guards, and the army released 12 men detained in Hollen on Monday.\n"
    assert days(text, "12") == ("2021-08-04", "2021-08-04")


def test_what_was_documented_since_a_month_is_of_that_time() -> None:
    text = "Jets struck Hollen on Tuesday. The Command has documented 11 violations since the beginning of May.\n"
    assert days(text, "11") == ("2021-05-01", "2021-08-05")


def test_an_item_of_a_list_is_not_of_a_deed_in_the_item_before() -> None:
    text = (
        "In Hollen province on Tuesday:\n\n• Two men were shot dead. A third died of his wounds this morning.\n\n"
        "• The body of one young man was found in a well.\n"
    )
    assert days(text, "one young man") == ("2021-08-03", "2021-08-03")


def test_the_day_over_a_list_may_stand_with_who_documented_it() -> None:
    text = (
        "Activists have documented the death of 14 people yesterday, Wednesday. Details are as follows:\n\n• Two men were shot "
        "dead in Hollen. A third died of his wounds this morning.\n\n• The body of one young man was found in Dolan.\n"
    )
    assert days(text, "one young man") == days(text, "Two men") == ("2021-08-04", "2021-08-04")
