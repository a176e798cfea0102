"""Whose a paper is that a report retells, and which of several who spoke before speaks again."""

import pytest
from reading import article_of, claimant_of, speakers_of


def claims(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Each number as printed, with its claimant and channel."""
    article = article_of(text, "2026-03-03")
    return {article.text[f.start : f.end]: (f.claimant, f.channel) for f in article.figures}


def test_what_emerges_from_a_paper_is_said_by_whoever_issued_it() -> None:
    text = (
        "The General Staff of the Armed Forces took stock, in a communique dated Monday, of the week in the west. It "
        "emerges from the document, of which our newsroom has a copy, that 31 fighters were killed. The text also "
        "mentions the arrest of nine suspects."
    )
    assert set(claims(text).values()) == {("General Staff of the Armed Forces", "communique")}


@pytest.mark.parametrize("paper", ["bulletin", "document", "text"])
def test_a_paper_pointed_at_is_the_one_released_before(paper: str) -> None:
    text = (
        "The Ministry of Defence released on Monday its weekly bulletin on operations in the west. "
        f"The {paper} says that 31 fighters were killed."
    )
    assert claims(text) == {"31": ("Ministry of Defence", "bulletin")}


def test_what_emerges_from_a_fight_is_nobodys_word() -> None:
    assert claims("Twelve men emerged from the forest that surrounds the town.")["Twelve"] == (None, None)


def test_one_of_the_officials_and_the_second_of_them() -> None:
    text = (
        "Fighting raged near Rada on Thursday, two military officials told the agency.\n\nTwelve soldiers were killed, one "
        "of the officials said, asking not to be named because he was not allowed to talk. The second official put the "
        "number of wounded at 30."
    )
    assert claims(text)["Twelve"][0] == "military official"
    assert claims(text)["30"][0] == "second military official"


def test_one_of_the_dead_is_no_speaker_of_before() -> None:
    text = "Two officers said the road was closed. One of the attackers killed nine people."
    assert claims(text)["nine"][0] is None


def test_a_medium_with_a_name_of_its_own_speaks_itself() -> None:
    assert claims("The rebels' Al-Nahda television reported 14 air strikes on Rada.")["14"] == (
        "Al-Nahda television",
        None,
    )


def test_a_medic_in_the_capital_speaks_and_not_the_capital() -> None:
    text = (
        "The rebels rarely disclose their losses, but a medic at a rebel-run hospital in the capital Sanaa said the bodies "
        "of 27 fighters had been brought in."
    )
    assert claimant_of(text, "27") == "medic at a rebel-run hospital"


def test_a_relative_of_one_of_the_men_is_not_the_men() -> None:
    text = '"They were brave," a relative of one of the men, who asked not to be named, told Radio Saf.'
    assert speakers_of(text) == [("They were", "relative of one of the men")]


def test_a_count_without_its_noun_before_who_wrote_it_is_his() -> None:
    text = (
        "Four people were killed and 11 injured in the region, Ivan Koval, head of the regional administration, wrote on "
        "Telegram."
    )
    assert set(claims(text).values()) == {("Ivan Koval", "Telegram")}


def test_the_force_is_the_one_whose_patrol_was_shot_at() -> None:
    text = (
        "According to the Israeli army, 25 rockets were fired. A UNIFIL patrol came under gunfire near Wadi Saf. One "
        "vehicle was damaged, the force said."
    )
    assert claims(text)["One"][0] == "UNIFIL"
