"""What had been before, told beside the news: its month, its day, its town, and what it counted. All is invented."""

from __future__ import annotations

import pytest

from tests.reading import article_of, figure_of

#: A Saturday.
PUBLISHED = "2022-01-08"


def of(text: str, value: int) -> tuple[str, str | None, str | None]:
    """The kind, place and last day of the event of the figure of that value."""
    article = article_of(text, PUBLISHED)
    event = next(f.event for f in article.figures if f.value == value)
    return next((e.kind, e.place, e.date_to) for e in article.events if e.id == event)


@pytest.mark.parametrize(
    "recalled",
    [
        "In November, 14 others were killed in the same village.",
        "In November, 14 people were killed at a funeral in the village.",
        "In November, 14 others died when the same group attacked a funeral there.",
        "It was the second attack on the village since November, when 14 people died.",
    ],
)
def test_a_month_is_the_time_of_what_a_town_saw_before(recalled: str) -> None:
    text = f"Ten people were killed in an attack on the village of Hollen on Sunday. {recalled}"
    assert of(text, 14) == ("attack", "Hollen", "2021-11-30")
    assert of(text, 10) == ("attack", "Hollen", "2022-01-02")


def test_a_clause_that_looks_back_has_its_own_time() -> None:
    text = "Ten men were killed in Hollen on Sunday, residents said, recalling that 14 had been killed in the same town in November."
    assert figure_of(text, 14, PUBLISHED).date_to == "2021-11-30"
    assert figure_of(text, 10, PUBLISHED).date_to == "2022-01-02"


def test_the_worst_since_a_town_was_overrun_counts_what_fell_there() -> None:
    text = (
        "Rebels raided the town of Hollen on Sunday, killing three people. The raid is the worst since they overran the town of "
        "Marsk last month, when 23 soldiers died."
    )
    assert of(text, 23)[1:] == ("Marsk", "2021-12-31")


@pytest.mark.parametrize(
    "before", ["two days after it had fallen to the rebels", "three days after the rebels had seized it"]
)
def test_the_fight_is_that_of_the_news_and_not_of_what_had_been(before: str) -> None:
    text = f"The army retook the town of Hollen on Wednesday, {before}. Five civilians were killed in the fighting, the mayor said."
    assert of(text, 5) == ("territory_change", "Hollen", "2022-01-05")


def test_a_town_named_only_to_say_what_had_been_before_is_not_where() -> None:
    text = "Gunmen attacked the town of Hollen on Wednesday, two days after a bomb went off in Marsk. Five men were killed."
    assert of(text, 5) == ("attack", "Hollen", "2022-01-05")


def test_a_strike_that_came_after_a_capture_was_not_there() -> None:
    text = (
        "A strike killed 17 people in the Karst region this week, officials said Thursday.\n\nBarrels of fuel were dropped on a church in "
        "the village of Hollen on Monday night. The strike came after rebels seized the garrison at Marsk."
    )
    assert of(text, 17)[:2] == ("air_strike", "Hollen")


def test_what_was_taken_back_is_a_change_of_hands() -> None:
    text = "Rebels seized the town of Hollen on Monday. The army took it back on Wednesday, and eight soldiers were killed."
    assert of(text, 8) == ("territory_change", "Hollen", "2022-01-05")


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("They were captured by gunmen in Hollen in November together with two apprentices.", 2, "captured"),
        (
            "Three men were killed in Hollen and two others jumped into the river and have not been found.",
            2,
            "missing",
        ),
        ("Gunmen raided Hollen on Tuesday, killing three. No one knows where 12 others are.", 12, "missing"),
    ],
)
def test_what_befell_those_in_company_and_those_gone(text: str, value: int, measure: str) -> None:
    assert figure_of(text, value, PUBLISHED).measure == measure


def test_a_mine_that_kills_is_a_bomb_that_was_laid() -> None:
    assert of("A mine killed six traders in the town of Hollen on Wednesday.", 6)[0] == "bombing"


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        # Those who were let go on a later day are not of a deed that took nobody.
        (
            "Gunmen fired on a taxi in the town of Hollen on Monday, killing two passengers.\n\n"
            "Nine hostages whom a militia had held were handed over to the Red Cross in Marsk on Thursday.",
            9,
            ("prisoner_exchange", "Marsk", "2022-01-06"),
        ),
        # Where the hurt lie is not where the houses burned.
        (
            "Gunmen invaded the town of Hollen on Friday, residents said. Two hundred houses were razed, and 27 people are receiving "
            "treatment in Marsk.",
            200,
            ("attack", "Hollen", "2022-01-07"),
        ),
        # The last words of a sentence tell the town of all that it counts.
        (
            "In the Karst region, five children died and 11 people were wounded on Friday when shells hit a school in the town of Hollen.",
            5,
            ("shelling", "Hollen", "2022-01-07"),
        ),
        # The missiles of a drone are of its strike.
        (
            "A drone attack on the town of Hollen killed 22 people on Friday. The drone fired three missiles, witnesses said.",
            3,
            ("drone_strike", "Hollen", "2022-01-07"),
        ),
        # Those who hold up a convoy attack it.
        (
            "Gunmen held up a convoy in the town of Hollen on Friday. They shot dead two drivers and took five lorries.",
            2,
            ("attack", "Hollen", "2022-01-07"),
        ),
        # "The fighting" for a town is the one in which it was taken, whatever was fought before.
        (
            "Rebels attacked the village of Marsk on Thursday, killing seven people.\n\n"
            "The army retook the town of Hollen on Friday. Five civilians were killed and nine wounded in the fighting.",
            9,
            ("territory_change", "Hollen", "2022-01-07"),
        ),
    ],
    ids=["handed over", "treated", "when", "missiles", "held up", "the fighting"],
)
def test_which_deed_it_was_of(text: str, value: int, told: tuple[str, str, str]) -> None:
    assert of(text, value) == told


def test_that_month_is_the_one_spoken_of() -> None:
    text = "Ten men died in Hollen on Sunday. The town has asked for guards since the massacre of November, the mayor said, recalling that 21 died there that month."
    assert figure_of(text, 21, PUBLISHED).date_to == "2021-11-30"


@pytest.mark.parametrize(
    "text",
    [
        "Attacks in the north pushed 3,000 people out of the Karst district on Sunday.",
        "The mission said 17,300 people had left Hollen in the past week.",
        "The fighting in Hollen sent 400 families fleeing on Sunday.",
    ],
)
def test_who_is_pushed_out_is_displaced(text: str) -> None:
    assert "displaced" in {f.measure for f in article_of(text, PUBLISHED).figures}


def test_the_day_told_of_a_raid_is_that_of_its_dead_of_this_week() -> None:
    text = (
        "Twenty-nine soldiers were killed when 300 rebels overran a base in the Karst region this week, the ministry said on Friday, in "
        "the heaviest loss for the army since the war began.\n\nThe attack on the base at Hollen began late on Tuesday."
    )
    assert figure_of(text, 29, PUBLISHED).date_to == "2022-01-04"
    assert of(text, 29)[1:] == ("Hollen", "2022-01-04")


def test_what_follows_on_one_of_two_raids_is_not_of_their_sum() -> None:
    text = (
        "At least 51 civilians were killed over the weekend in the Karst territory in two attacks by militiamen, the mayor said.\n\n"
        "The first, on Saturday, struck the village of Hollen, where 35 people died.\n\n"
        "The second took place on Sunday in the village of Marsk, where 16 others lost their lives. The army said it had killed seven of "
        "the militiamen."
    )
    assert of(text, 7)[1] == "Marsk"


def test_a_town_is_taken_on_the_day_on_which_that_is_announced() -> None:
    text = (
        "A drone struck a market in Marsk on Wednesday, killing nine people. The strike came a day after the army announced it had regained "
        "control of the Hollen garrison, which the rebels captured in October. The army said it killed 120 rebels in the battle there."
    )
    assert of(text, 120) == ("territory_change", "Hollen", "2022-01-04")


def test_what_had_been_days_earlier_is_not_of_the_fall_of_the_town() -> None:
    text = "Rebels captured the town of Hollen on Friday. Two days earlier, three shopkeepers were killed there by looters."
    assert of(text, 3) == ("attack", "Hollen", "2022-01-05")


def test_what_an_operation_cost_was_where_it_took_a_village() -> None:
    text = (
        "Rebels attacked a camp in the town of Marsk on Monday, killing five soldiers.\n\n"
        "On Tuesday the troops went on the offensive and seized the village of Hollen. Twelve rebels were killed in that operation."
    )
    assert of(text, 12) == ("territory_change", "Hollen", "2022-01-04")
