"""How far a claim reaches over the sentences behind it that name nobody."""

import pytest
from reading import article_of


def claimants(text: str) -> dict[str, str | None]:
    """Each number as printed, with its claimant."""
    article = article_of(text, "2026-03-03")
    return {article.text[f.start : f.end]: f.claimant for f in article.figures}


def test_what_a_team_found_goes_on_to_the_end_of_its_paragraph() -> None:
    text = (
        "According to the initial conclusions of a fact-finding team sent to Oreva on Monday, at least 14 villagers "
        "were killed. Another 21 people were hurt. The attackers also burned 48 huts. They forced nine young men to "
        "go with them.\n\nHelicopters delivered 11 tonnes of food on Tuesday."
    )
    found = claimants(text)
    assert {found[n] for n in ("14", "21", "48", "nine")} == {"fact-finding team"}
    assert found["11"] is None


@pytest.mark.parametrize(
    "after",
    ["Fourteen others were wounded.", "Fourteen more people were hurt.", "Fourteen of them were women."],
)
def test_more_of_those_counted_are_counted_by_the_same(after: str) -> None:
    before = "At least 23 people were killed in the market of Oreva, according to the district hospital. "
    assert claimants(before + after)["Fourteen"] == "district hospital"


@pytest.mark.parametrize(
    "after",
    [
        "They shot dead seven people and set huts alight.",
        "The assailants took away seven women.",
        "The attack left seven people dead.",
    ],
)
def test_the_same_doers_go_on_in_the_same_claim(after: str) -> None:
    before = "Gunmen attacked the hamlet of Kudu at night, residents said. "
    assert claimants(before + after)["seven"] == "residents"


def test_a_force_goes_on_as_it_and_others_do_not() -> None:
    text = (
        "In the west, an armed group stormed the village of Tell Amra, our correspondent reported. It seized a school "
        "and held six teachers for hours. Police later arrested three suspects."
    )
    assert claimants(text) == {"six": "correspondent", "three": None}


def test_a_regions_day_is_all_its_administrations() -> None:
    text = (
        "In Kherson Oblast, Russian troops attacked 31 settlements, the military administration said. Three people were "
        "killed in Balivka and one in Zymivnyk; eight others were injured. During the day, 120 residents were evacuated."
    )
    assert set(claimants(text).values()) == {"military administration"}


def test_a_post_goes_on_and_what_is_heard_does_not() -> None:
    after = " Eleven people were wounded."
    posted = "The governor, Olena Tkach, said on Telegram that 16 towns had come under fire."
    heard = "The governor, Olena Tkach, said that 16 towns had come under fire."
    assert claimants(posted + after)["Eleven"] == "Olena Tkach"
    assert claimants(heard + after)["Eleven"] is None


def test_a_paper_retold_goes_on_behind_its_own_words() -> None:
    text = (
        "The ministry issued a bulletin on Monday. “Our soldiers fought back with courage,” the bulletin says. "
        "In total, 17 attackers were killed. Eleven motorcycles were recovered."
    )
    said = text.replace("the bulletin says", "a captain says")
    assert set(claimants(text).values()) == {"ministry"}
    assert set(claimants(said).values()) == {None}


def test_some_of_those_deaths_open_a_paragraph_in_the_same_claim() -> None:
    text = (
        "Five people were killed in the region, the governor, Olena Tkach, wrote on Facebook.\n\n"
        "Three of those deaths were in the village of Hrabove."
    )
    assert claimants(text)["Three"] == "Olena Tkach"


def test_a_part_told_in_another_sentence_is_the_reports_own() -> None:
    text = (
        "A suicide bomber struck a police station in Oreva, wounding 15 people, a coalition statement said. "
        "Soldiers took seven of the wounded to a hospital."
    )
    assert claimants(text) == {"15": "coalition", "seven": None}


def test_a_number_that_somebody_keeps_is_his() -> None:
    text = (
        "A farmer was killed by a mine near Abu Tar. This brings to 44 the number of mine blasts which the Coastal Monitor "
        "has recorded this year."
    )
    assert claimants(text)["44"] == "Coastal Monitor"
    assert claimants("The 44 men whom the army had trained left.")["44"] is None
